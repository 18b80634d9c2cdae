"""The printed page: a table of measures, groups, calibration, and the figures met or not met."""

from collections.abc import Iterable, Iterator

import numpy as np

from benchmarks.real_data import measures
from benchmarks.real_data.figures import Figure
from benchmarks.real_data.models import OURS
from benchmarks.real_data.protocol import Judged
from training.arrays import Numbers, Outcomes
from training.calibrate import choose_calibration
from training.evaluation import metrics

MEASURES = {
    "Brier": (metrics.brier, "{:.5f}"),
    "AUC": (metrics.auc, "{:.4f}"),
    "slope": (metrics.slope, "{:.3f}"),
    "intercept": (metrics.intercept, "{:+.3f}"),
    "ECE15": (metrics.calibration_error, "{:.4f}"),
    "its floor": (metrics.calibration_floor, "{:.4f}"),
}
NAME, CELL = 28, 10
FEWEST_PEOPLE, FEWEST_EVENTS = 30, 5
"""Smaller groups are not described, and are not ranked on fewer events."""


def page(judged: Judged, figures: Iterable[Figure], official: bool) -> str:
    """Everything about one task.

    official: whether the two scores of the NIJ challenge are wanted
    """
    task = judged.task
    heading = (
        f"{task.name}\n{judged.how}: {len(task.outcome)} people, {int(task.outcome.sum())} with the outcome"
    )
    parts = [[heading], list(_table(judged, official)), list(_groups(judged)), [_calibration(judged)]]
    parts.append([_figure(each) for each in figures])
    return "\n\n".join("\n".join(lines) for lines in parts) + "\n"


def _table(judged: Judged, official: bool) -> Iterator[str]:
    columns = [*MEASURES, "seconds", *(["by sex", "fair"] if official else [])]
    yield _row("", columns)
    for name, predictions in judged.predictions.items():
        cells = [
            form.format(measures.mean_of(measure, predictions, judged.task.outcome))
            for measure, form in MEASURES.values()
        ]
        cells.append(f"{judged.seconds[name]:.0f}")
        yield _row(name, cells + (_official(judged, predictions) if official else []))
    for name, scores in judged.task.incumbents.items():
        yield _row(name, ["", f"{metrics.auc(scores, judged.task.outcome):.4f}"])


def _official(judged: Judged, predictions: Numbers) -> list[str]:
    """The challenge's own scores: Brier averaged over the sexes, and fair-and-accurate likewise."""
    sex, race, outcome = judged.task.groups["sex"], judged.task.groups["race"], judged.task.outcome
    fair = [
        measures.fair_and_accurate(each[people], outcome[people], race[people])
        for each in predictions
        for people in (sex == value for value in np.unique(sex))
    ]
    score = measures.mean_of(measures.by_sex(metrics.brier, sex), predictions, outcome)
    return [f"{score:.5f}", f"{np.mean(fair):.5f}"]


def _groups(judged: Judged) -> Iterator[str]:
    outcome, ours = judged.task.outcome, judged.predictions[OURS]
    yield _row(f"{OURS}, by group", ["people", "events", "base rate", "mean - base", "Brier", "AUC"])
    for name, values in judged.task.groups.items():
        for value in np.unique(values):
            people = values == value
            if people.sum() < FEWEST_PEOPLE:
                yield _row(f"  {name} {value}", [f"under {FEWEST_PEOPLE}"])
                continue
            yield _row(f"  {name} {value}", _of_group(ours[:, people], outcome[people]))


def _of_group(ours: Numbers, outcome: Outcomes) -> list[str]:
    gap, brier = (measures.mean_of(each, ours, outcome) for each in (metrics.gap, metrics.brier))
    cells = [
        str(len(outcome)),
        str(int(outcome.sum())),
        f"{outcome.mean():.4f}",
        f"{gap:+.4f}",
        f"{brier:.5f}",
    ]
    both = FEWEST_EVENTS <= outcome.sum() < len(outcome)
    return [*cells, f"{measures.mean_of(metrics.auc, ours, outcome):.4f}" if both else ""]


def _calibration(judged: Judged) -> str:
    """Whether a line on these log-odds would be worth having: what calibration would choose, given them."""
    chosen = choose_calibration(metrics.log_odds(judged.predictions[OURS][0]), judged.task.outcome)
    gain = f"log loss {chosen.gain:+.5f} lower with a line, standard error {chosen.gain_error:.5f}"
    return f"Calibration that these people would choose: {chosen.method} ({gain})"


def _figure(figure: Figure) -> str:
    return f"{'met    ' if figure.met else 'NOT MET'}  {figure.asked}: {figure.measured}"


def _row(name: str, cells: Iterable[str]) -> str:
    return f"{name:{NAME}}" + "".join(f"{cell:>{CELL + 2}}" for cell in cells)
