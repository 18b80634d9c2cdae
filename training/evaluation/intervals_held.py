"""Whether Venn-ABERS intervals hold how often it really happens, as often as they should."""

from dataclasses import dataclass

import numpy as np

from riskflag.classifier.venn_abers import VennAbers
from training.arrays import Numbers, Outcomes
from training.evaluation.metrics import equal_bins
from training.evaluation.shares import Z
from training.scoring import Scores

GROUPS = 20


@dataclass(frozen=True, slots=True)
class ScoreGroup:
    """People whom the model scored about alike.

    low, high: their mean interval
    observed: to which share of them it happened
    observed_held: whether that lies in the interval, sampling error considered
    true, true_held: the same of their mean true probability; None where it is not known
    """

    low: float
    high: float
    observed: float
    observed_held: bool
    true: float | None
    true_held: bool | None


@dataclass(frozen=True, slots=True)
class IntervalsHeld:
    """The groups, and the share of them whose interval held.

    observed: of all groups; about 0.95 where the intervals are right
    true: the same for the true probability; None where it is not known
    """

    groups: tuple[ScoreGroup, ...]
    observed: float
    true: float | None


def intervals_held(table: VennAbers, scores: Scores, happened: Outcomes, truth: Numbers) -> IntervalsHeld:
    """Whether the intervals held, in groups of equal numbers of people.

    table: the model's own
    scores, happened, truth: one a release; a truth is nan where it is not known

    What is allowed for is sampling error twice: of the people looked at, and of those whom the intervals were
    made from. Of these there were about 1 / width in each step of the curve, since one more of them moves it
    by the width; the steps of a group are taken to err together.
    """
    variance = _variance(table, scores.log_odds)
    groups = tuple(
        _group(
            scores.low[rows].mean(),
            scores.high[rows].mean(),
            variance[rows].mean(),
            happened[rows],
            truth[rows],
        )
        for rows in equal_bins(scores.log_odds, GROUPS)
    )
    true = [each.true_held for each in groups if each.true_held is not None]
    return IntervalsHeld(
        groups=groups,
        observed=float(np.mean([each.observed_held for each in groups])),
        true=float(np.mean(true)) if len(true) == len(groups) else None,
    )


def _variance(table: VennAbers, log_odds: Numbers) -> Numbers:
    low, high = np.asarray(table.lower), np.asarray(table.upper)
    middle = (low + high) / 2
    cells = np.searchsorted(np.asarray(table.edges), log_odds, side="left")
    return np.asarray((middle * (1 - middle) * (high - low))[cells])


def _group(low: float, high: float, made_from: float, happened: Outcomes, truth: Numbers) -> ScoreGroup:
    observed, true = float(happened.mean()), float(truth.mean())
    drawn = observed * (1 - observed) / len(happened)
    known = not np.isnan(true)
    return ScoreGroup(
        low=float(low),
        high=float(high),
        observed=observed,
        observed_held=_within(observed, low, high, made_from + drawn),
        true=true if known else None,
        true_held=_within(true, low, high, made_from + truth.var() / len(truth)) if known else None,
    )


def _within(value: float, low: float, high: float, variance: float) -> bool:
    around = Z * float(np.sqrt(variance))
    return bool(low - around <= value <= high + around)
