"""Post-hoc calibration: a straight line on the log-odds, or nothing, as measurement decides.

Isotonic regression is not on offer: on few events it overfits. What is given here must not have been fitted
to: people from a later time window.
"""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold

from training.arrays import Numbers, Outcomes

FOLDS = 5
BEYOND_NOISE = 1.96
"""By how many standard errors a line must lower the log loss to be worth having."""


class Method(StrEnum):
    """How log-odds are calibrated."""

    NONE = "none"
    SIGMOID = "sigmoid"


@dataclass(frozen=True, slots=True)
class Calibration:
    """A straight line on the log-odds, and why.

    method: NONE where the log-odds are left as they are
    slope, intercept: the line; 1 and 0 where they are left
    gain: by how much the line lowers the mean log loss, cross-validated; below 0 it raises it
    gain_error: standard error of ``gain``
    """

    method: Method
    slope: float
    intercept: float
    gain: float
    gain_error: float

    def applied(self, log_odds: Numbers) -> Numbers:
        """The calibrated log-odds."""
        return self.intercept + self.slope * log_odds


def choose_calibration(log_odds: Numbers, outcome: Outcomes, seed: int = 0) -> Calibration:
    """The line if it is better than nothing beyond noise, else nothing.

    log_odds, outcome: one a person; with both outcomes at least ``FOLDS`` times (ValueError)
    """
    rarer = min(int(outcome.sum()), int((~outcome).sum()))
    if rarer < FOLDS:
        raise ValueError(f"calibration needs {FOLDS} people of either outcome")
    gains = np.empty(len(outcome))
    folds = StratifiedKFold(FOLDS, shuffle=True, random_state=seed)
    for rest, fold in folds.split(log_odds[:, None], outcome):
        slope, intercept = fitted_line(log_odds[rest], outcome[rest])
        before, after = (
            losses(z, outcome[fold]) for z in (log_odds[fold], intercept + slope * log_odds[fold])
        )
        gains[fold] = before - after
    gain, error = float(gains.mean()), float(gains.std(ddof=1) / np.sqrt(len(gains)))
    slope, intercept = fitted_line(log_odds, outcome)
    # A line that falls would turn the order of the people, and every monotone feature, around.
    if gain > BEYOND_NOISE * error and slope > 0:
        return Calibration(Method.SIGMOID, slope, intercept, gain, error)
    return Calibration(Method.NONE, 1.0, 0.0, gain, error)


def fitted_line(log_odds: Numbers, outcome: Outcomes) -> tuple[float, float]:
    """Slope and intercept of the line on the log-odds that makes the outcomes likeliest."""
    model = LogisticRegression(C=np.inf, tol=1e-8, max_iter=1000).fit(log_odds[:, None], outcome)
    return float(model.coef_[0, 0]), float(model.intercept_[0])


def losses(log_odds: Numbers, outcome: Outcomes) -> Numbers:
    """The log loss of each person, in nats."""
    return np.logaddexp(0, np.where(outcome, -log_odds, log_odds))
