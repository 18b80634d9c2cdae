"""How good probabilities are: one number a measure, from probabilities and what happened.

Every measure takes one element a release: the probability, from 0 to 1, and whether it happened.
"""

import numpy as np
import numpy.typing as npt
from sklearn.metrics import roc_auc_score

from training.arrays import Numbers, Outcomes
from training.evaluation.calibration_line import line_through

RowNumbers = npt.NDArray[np.intp]
BINS = 15
SIMULATIONS = 200
NEARLY = 1e-9
"""Probabilities of 0 and 1 are drawn in by so much before their logarithm is taken."""


def auc(scores: Numbers, happened: Outcomes) -> float:
    """How often who did it is scored above who did not; people scored alike count half."""
    return float(roc_auc_score(happened, scores))


def brier(probabilities: Numbers, happened: Outcomes) -> float:
    """Mean squared distance between probability and outcome."""
    return float(np.mean((probabilities - happened) ** 2))


def brier_skill(probabilities: Numbers, happened: Outcomes) -> float:
    """By which share the Brier score is lower than that of telling everybody the base rate."""
    base = float(happened.mean())
    return 1 - brier(probabilities, happened) / (base * (1 - base))


def log_odds(probabilities: Numbers) -> Numbers:
    """Log-odds, with probabilities of 0 and 1 drawn in by a hair."""
    drawn = np.clip(probabilities, NEARLY, 1 - NEARLY)
    return np.log(drawn / (1 - drawn))


def log_loss(probabilities: Numbers, happened: Outcomes) -> float:
    """Mean surprise at what happened, in nats."""
    odds = log_odds(probabilities)
    return float(np.logaddexp(0, np.where(happened, -odds, odds)).mean())


def slope(probabilities: Numbers, happened: Outcomes) -> float:
    """1 where the log-odds are spread as they should be; below, they are too sure of themselves."""
    return line_through(log_odds(probabilities), happened).slope


def intercept(probabilities: Numbers, happened: Outcomes) -> float:
    """Of the line whose slope is ``slope``: 0 where calibrated."""
    return line_through(log_odds(probabilities), happened).intercept


def equal_bins(probabilities: Numbers, count: int = BINS) -> list[RowNumbers]:
    """The rows of each bin, from the lowest probabilities to the highest, as many people in each."""
    order = np.argsort(probabilities, kind="stable")
    return np.array_split(order, min(count, len(order)))


def calibration_error(probabilities: Numbers, happened: Outcomes) -> float:
    """ECE: mean distance of mean probability and frequency, in bins of equal numbers of people."""
    away = probabilities - happened
    return float(sum(abs(away[each].sum()) for each in equal_bins(probabilities)) / len(away))


def simulated_errors(probabilities: Numbers, seed: int = 0) -> Numbers:
    """The ECE in each of ``SIMULATIONS`` worlds in which these very probabilities are the true ones."""
    generator = np.random.default_rng(seed)
    bins = equal_bins(probabilities)
    return np.array([_simulated(probabilities, bins, generator) for _ in range(SIMULATIONS)])


def calibration_floor(probabilities: Numbers, happened: Outcomes, seed: int = 0) -> float:
    """The ECE that these probabilities would show on average if they were the true ones.

    happened: not looked at; there so that every measure is called alike
    """
    del happened
    return float(simulated_errors(probabilities, seed).mean())


def gap(probabilities: Numbers, happened: Outcomes) -> float:
    """Mean probability less base rate: above 0 where the risk is overstated."""
    return float(probabilities.mean() - happened.mean())


def _simulated(
    probabilities: Numbers,
    bins: list[RowNumbers],
    generator: np.random.Generator,
) -> float:
    away = probabilities - (generator.random(len(probabilities)) < probabilities)
    return float(sum(abs(away[each].sum()) for each in bins) / len(away))
