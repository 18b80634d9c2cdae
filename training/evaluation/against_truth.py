"""Simulated people have a true probability: how near the model comes to it, and how near anything could."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from training.arrays import Numbers, Outcomes
from training.evaluation import metrics
from training.evaluation.calibration_line import CalibrationLine, line_through


@dataclass(frozen=True, slots=True)
class AgainstTruth:
    """The model beside the truth.

    line: calibration slope and intercept against the true probabilities, not against what chance made of them
    distance: root mean squared distance of the two probabilities
    correlation: of their log-odds
    best_auc, best_brier: of the true probabilities themselves; no model of these people can be expected to
        do better
    """

    line: CalibrationLine
    distance: float
    correlation: float
    best_auc: float
    best_brier: float


def against_truth(
    probabilities: Numbers, truth: Numbers, happened: Outcomes, person: npt.NDArray[np.int64]
) -> AgainstTruth | None:
    """The comparison; None where the truth is not known (nan) of everybody.

    probabilities, truth, happened, person: one a release
    """
    if np.isnan(truth).any():
        return None
    said, true = metrics.log_odds(probabilities), metrics.log_odds(truth)
    alike = bool(np.ptp(said) == 0 or np.ptp(true) == 0)
    return AgainstTruth(
        line=line_through(said, truth, person),
        distance=float(np.sqrt(np.mean((probabilities - truth) ** 2))),
        correlation=0.0 if alike else float(np.corrcoef(said, true)[0, 1]),
        best_auc=metrics.auc(truth, happened),
        best_brier=metrics.brier(truth, happened),
    )
