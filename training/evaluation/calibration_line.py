"""The line from a model's log-odds to the right ones: slope 1 and intercept 0 where it is calibrated."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from training.arrays import Numbers, Outcomes

ROUNDS = 50
ENOUGH = 1e-10
NOTHING = 1e-12
"""So small a part of the greatest curvature is rounding: all log-odds are one, and any slope will do."""


@dataclass(frozen=True, slots=True)
class CalibrationLine:
    """The likeliest line, and how sure it is.

    slope: below 1 the model is too sure of itself, above 1 not sure enough
    intercept: of that line
    slope_error, intercept_error: standard errors; releases of one person count as one observation
    """

    slope: float
    intercept: float
    slope_error: float
    intercept_error: float


def line_through(
    log_odds: Numbers, target: Numbers | Outcomes, person: npt.NDArray[np.int64] | None = None
) -> CalibrationLine:
    """The logistic line that makes the targets likeliest.

    log_odds, target: one a release; a target is what happened, or a true probability
    person: whose release each is; without it each counts as somebody else's
    """
    design = np.column_stack([np.ones_like(log_odds), log_odds])
    line = np.array([0.0, 1.0])
    for _ in range(ROUNDS):
        inverse, scores = _curvature_and_scores(design, target, line)
        step = inverse @ scores.sum(axis=0)
        line = line + step
        if np.abs(step).max() < ENOUGH:
            break
    inverse, scores = _curvature_and_scores(design, target, line)
    errors = np.sqrt(np.diag(inverse @ _spread(scores, person) @ inverse))
    return CalibrationLine(float(line[1]), float(line[0]), float(errors[1]), float(errors[0]))


def _curvature_and_scores(
    design: Numbers, target: Numbers | Outcomes, line: Numbers
) -> tuple[Numbers, Numbers]:
    expected = 1 / (1 + np.exp(-np.clip(design @ line, -35, 35)))
    weights = expected * (1 - expected)
    curvature = design.T @ (design * weights[:, None])
    inverse = np.linalg.pinv(curvature, rcond=NOTHING).astype(np.float64)
    return inverse, design * (target - expected)[:, None]


def _spread(scores: Numbers, person: npt.NDArray[np.int64] | None) -> Numbers:
    if person is not None:
        _, whose = np.unique(person, return_inverse=True)
        scores = np.column_stack([np.bincount(whose, column) for column in scores.T])
    spread: Numbers = scores.T @ scores
    return spread
