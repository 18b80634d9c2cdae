"""Every measure of one harm's probabilities, each with how sure it is."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from training.arrays import Numbers, Outcomes
from training.evaluation import metrics
from training.evaluation.calibration_line import CalibrationLine, line_through
from training.evaluation.resampling import Estimate, Weights, auc_estimate, estimate, mean_under

FEWEST = 10
"""With fewer people of either outcome nothing can be said."""


@dataclass(frozen=True, slots=True)
class Performance:
    """How good the probabilities of one harm are.

    releases, people, events: how many were looked at, and to how many it happened
    base_rate: share of the releases after which it happened
    auc: how often who went on to do it is ranked above who did not
    brier: mean squared distance of probability and outcome
    brier_skill: by which share that is lower than with the base rate for everybody
    log_loss: mean surprise, in nats
    line: calibration slope and intercept
    calibration_error: ECE in 15 bins of equal numbers of people
    error_floor, error_floor_high: what the ECE would be on average, and in 95% of worlds at most, if the
        probabilities were the true ones
    gap: mean probability less base rate
    """

    releases: int
    people: int
    events: int
    base_rate: float
    auc: Estimate
    brier: Estimate
    brier_skill: Estimate
    log_loss: float
    line: CalibrationLine
    calibration_error: float
    error_floor: float
    error_floor_high: float
    gap: Estimate


def performance(
    probabilities: Numbers,
    happened: Outcomes,
    person: npt.NDArray[np.int64],
    weights: Weights,
    seed: int = 0,
) -> Performance:
    """Measures the probabilities of one harm.

    probabilities, happened, person: one a release
    weights: the draws (``resampled``), draws by releases
    Raises ValueError where fewer than ``FEWEST`` people have either outcome.
    """
    require_both(happened)
    squares = (probabilities - happened) ** 2
    base_rates = mean_under(happened.astype(np.float64), weights)
    briers = mean_under(squares, weights)
    simulated = metrics.simulated_errors(probabilities, seed)
    away = probabilities - happened
    return Performance(
        releases=len(happened),
        people=len(np.unique(person)),
        events=int(happened.sum()),
        base_rate=float(happened.mean()),
        auc=auc_estimate(probabilities, happened, weights),
        brier=estimate(float(squares.mean()), briers),
        brier_skill=estimate(
            metrics.brier_skill(probabilities, happened), 1 - briers / (base_rates * (1 - base_rates))
        ),
        log_loss=metrics.log_loss(probabilities, happened),
        line=line_through(metrics.log_odds(probabilities), happened, person),
        calibration_error=metrics.calibration_error(probabilities, happened),
        error_floor=float(simulated.mean()),
        error_floor_high=float(np.quantile(simulated, 0.95)),
        gap=estimate(float(away.mean()), mean_under(away, weights)),
    )


def require_both(happened: Outcomes) -> None:
    """Refuses to measure on too few people of either outcome. Raises ValueError."""
    if min(happened.sum(), (~happened).sum()) < FEWEST:
        raise ValueError(f"an evaluation needs {FEWEST} releases of either outcome")
