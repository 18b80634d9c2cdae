"""The figures that were agreed beforehand, each with what was measured and whether it was met."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from benchmarks.real_data import measures
from benchmarks.real_data.intervals import auc_difference, brier_difference
from benchmarks.real_data.models import LOGISTIC, OURS
from benchmarks.real_data.protocol import Judged
from training.evaluation import metrics
from training.evaluation.resampling import Estimate, resampled

PEER_NAMES = ("LightGBM", "XGBoost", "EBM (interpret)")
BROWARD_PEERS = (LOGISTIC, "LightGBM", "EBM (interpret)")
BEATS_COMPAS = ("dom2y", "order2y")
TIMES, SEED = 1000, 0


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure: what was asked for, what was measured, and whether that is what was asked for."""

    asked: str
    measured: str
    met: bool


def georgia_figures(judged: Judged) -> Iterator[Figure]:
    """Against the best of the peers that ran; calibration and groups whether or not any did."""
    outcome, ours = judged.task.outcome, judged.predictions[OURS]
    peers = [judged.predictions[name] for name in PEER_NAMES if name in judged.predictions]
    if peers:
        best = min(measures.mean_of(metrics.brier, each, outcome) for each in peers)
        ratio = measures.mean_of(metrics.brier, ours, outcome) / best
        yield Figure("Brier at most 1.006 x the best peer's", f"{ratio:.4f} x", ratio <= 1.006)
        best = max(measures.mean_of(metrics.auc, each, outcome) for each in peers)
        behind = best - measures.mean_of(metrics.auc, ours, outcome)
        yield Figure("AUC within 0.008 of the best peer's", f"{behind:+.4f} behind", behind <= 0.008)
    slope = measures.mean_of(metrics.slope, ours, outcome)
    yield Figure("slope 0.93 to 1.07", f"{slope:.3f}", 0.93 <= slope <= 1.07)
    for name, values in judged.task.groups.items():
        gaps = {
            value: measures.mean_of(metrics.gap, ours[:, values == value], outcome[values == value])
            for value in np.unique(values)
        }
        shown = ", ".join(f"{value} {found:+.4f}" for value, found in gaps.items())
        met = max(map(abs, gaps.values())) <= 0.015
        yield Figure(f"mean probability within 0.015 of base rate by {name}", shown, met)


def broward_figures(judged: Judged) -> Iterator[Figure]:
    """Not worse than the best peer beyond the paired interval; above COMPAS where that is asked for."""
    outcome, ours = judged.task.outcome, judged.predictions[OURS]
    weights = resampled(np.arange(len(outcome)), TIMES, SEED)
    peers = {name: judged.predictions[name] for name in BROWARD_PEERS if name in judged.predictions}
    best = max(peers, key=lambda name: measures.mean_of(metrics.auc, peers[name], outcome))
    found = auc_difference(ours, peers[best], outcome, weights)
    yield Figure(f"AUC not below the best peer's ({best})", _shown(found, 3), found.high >= 0)
    best = min(peers, key=lambda name: measures.mean_of(metrics.brier, peers[name], outcome))
    found = brier_difference(ours, peers[best], outcome, weights)
    yield Figure(f"Brier not above the best peer's ({best})", _shown(found, 5), found.low <= 0)
    if any(name in judged.task.name for name in BEATS_COMPAS):
        for name, scores in judged.task.incumbents.items():
            found = auc_difference(ours, scores[None, :], outcome, weights)
            yield Figure(f"AUC above {name}'s", _shown(found, 3), found.low > 0)


def _shown(found: Estimate, places: int) -> str:
    return f"{found.value:+.{places}f} [{found.low:+.{places}f}, {found.high:+.{places}f}]"
