"""Paired bootstrap of repeated predictions: how sure a difference between two models is."""

import numpy as np

from training.arrays import Numbers, Outcomes
from training.evaluation.resampling import Estimate, Weights, auc_under, estimate, mean_under


def auc_difference(left: Numbers, right: Numbers, outcome: Outcomes, weights: Weights) -> Estimate:
    """AUC of ``left`` less that of ``right``, each repeats by people."""
    whole = np.ones((1, len(outcome)), dtype=np.uint8)
    sides = [[_mean_auc(each, outcome, drawn) for drawn in (whole, weights)] for each in (left, right)]
    return estimate(float(sides[0][0][0] - sides[1][0][0]), sides[0][1] - sides[1][1])


def brier_difference(left: Numbers, right: Numbers, outcome: Outcomes, weights: Weights) -> Estimate:
    """Brier of ``left`` less that of ``right``, each repeats by people."""
    each = ((left - outcome) ** 2).mean(axis=0) - ((right - outcome) ** 2).mean(axis=0)
    return estimate(float(each.mean()), mean_under(each, weights))


def _mean_auc(predictions: Numbers, outcome: Outcomes, weights: Weights) -> Numbers:
    means: Numbers = np.mean([auc_under(each, outcome, weights) for each in predictions], axis=0)
    return means
