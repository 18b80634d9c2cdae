"""How good probabilities are: each measure of one repeat's predictions, and the mean over the repeats."""

from collections.abc import Callable

import numpy as np
import numpy.typing as npt
from sklearn.metrics import roc_auc_score

from training.arrays import Numbers, Outcomes
from training.calibrate import fitted_line

BINS = 15
SIMULATIONS = 200
NEARLY = 1e-9
Measure = Callable[[Numbers, Outcomes], float]


def mean_of(measure: Measure, predictions: Numbers, outcome: Outcomes) -> float:
    """The mean of a measure over the repeats."""
    return float(np.mean([measure(each, outcome) for each in predictions]))


def brier(probabilities: Numbers, outcome: Outcomes) -> float:
    """Mean squared distance between probability and outcome."""
    return float(np.mean((probabilities - outcome) ** 2))


def auc(scores: Numbers, outcome: Outcomes) -> float:
    """How often somebody with the outcome is scored above somebody without."""
    return float(roc_auc_score(outcome, scores))


def log_odds(probabilities: Numbers) -> Numbers:
    """Log-odds, with probabilities of 0 and 1 drawn in by a hair."""
    drawn = np.clip(probabilities, NEARLY, 1 - NEARLY)
    return np.log(drawn / (1 - drawn))


def slope(probabilities: Numbers, outcome: Outcomes) -> float:
    """1 where the log-odds are spread as they should be; below, they are too sure of themselves."""
    return fitted_line(log_odds(probabilities), outcome)[0]


def intercept(probabilities: Numbers, outcome: Outcomes) -> float:
    """Of the line whose slope is ``slope``: 0 where calibrated."""
    return fitted_line(log_odds(probabilities), outcome)[1]


def calibration_error(probabilities: Numbers, outcome: Outcomes) -> float:
    """ECE: mean distance of mean probability and frequency, in bins of equal numbers of people."""
    order = np.argsort(probabilities, kind="stable")
    bins = np.array_split(order, min(BINS, len(order)))
    return float(sum(abs(np.sum(probabilities[each] - outcome[each])) for each in bins) / len(order))


def calibration_floor(probabilities: Numbers, outcome: Outcomes) -> float:
    """The ECE that these probabilities would have on average if they were the true ones, by simulation."""
    generator = np.random.default_rng(0)
    drawn = generator.random((SIMULATIONS, len(probabilities))) < probabilities
    return float(np.mean([calibration_error(probabilities, each) for each in drawn]))


def gap(probabilities: Numbers, outcome: Outcomes) -> float:
    """Mean probability less base rate: above 0 where the risk is overstated."""
    return float(probabilities.mean() - outcome.mean())


def by_sex(measure: Measure, sex: npt.NDArray[np.str_]) -> Measure:
    """A measure taken for each sex and averaged, as the NIJ challenge scores."""

    def averaged(probabilities: Numbers, outcome: Outcomes) -> float:
        each = [sex == value for value in np.unique(sex)]
        return float(np.mean([measure(probabilities[people], outcome[people]) for people in each]))

    return averaged


def fair_and_accurate(probabilities: Numbers, outcome: Outcomes, race: npt.NDArray[np.str_]) -> float:
    """(1 - Brier)(1 - difference of the two races' false-positive rates at 0.5)."""
    rates = [np.mean(probabilities[(race == value) & ~outcome] >= 0.5) for value in ("BLACK", "WHITE")]
    return (1 - brier(probabilities, outcome)) * (1 - abs(float(rates[0] - rates[1])))
