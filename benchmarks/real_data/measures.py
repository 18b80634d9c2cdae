"""Measures over repeats of predictions, and those that the NIJ challenge scores by."""

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

from training.arrays import Numbers, Outcomes
from training.evaluation.metrics import brier

Measure = Callable[[Numbers, Outcomes], float]


def mean_of(measure: Measure, predictions: Numbers, outcome: Outcomes) -> float:
    """The mean of a measure over the repeats."""
    return float(np.mean([measure(each, outcome) for each in predictions]))


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
