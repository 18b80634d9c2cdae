"""Paired bootstrap: how sure a difference between two models on the same people is."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from training.arrays import Numbers, Outcomes

Weights = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Interval:
    """A difference, and between what it lies at 95%."""

    difference: float
    low: float
    high: float


def resampled(outcome: Outcomes, times: int, seed: int) -> Weights:
    """How often each person is drawn, times by people; as many with the outcome in each draw as there are."""
    generator = np.random.default_rng(seed)
    weights = np.zeros((times, len(outcome)))
    for people in (np.flatnonzero(outcome), np.flatnonzero(~outcome)):
        weights[:, people] = generator.multinomial(len(people), np.full(len(people), 1 / len(people)), times)
    return weights


def auc_difference(left: Numbers, right: Numbers, outcome: Outcomes, weights: Weights) -> Interval:
    """AUC of ``left`` less that of ``right``, each repeats by people."""
    whole = np.ones((1, len(outcome)))
    sides = [[_mean_auc(each, outcome, drawn) for drawn in (whole, weights)] for each in (left, right)]
    return _interval(float(sides[0][0][0] - sides[1][0][0]), sides[0][1] - sides[1][1])


def brier_difference(left: Numbers, right: Numbers, outcome: Outcomes, weights: Weights) -> Interval:
    """Brier of ``left`` less that of ``right``, each repeats by people."""
    each = ((left - outcome) ** 2).mean(axis=0) - ((right - outcome) ** 2).mean(axis=0)
    return _interval(float(each.mean()), weights @ each / weights.sum(axis=1))


def _mean_auc(predictions: Numbers, outcome: Outcomes, weights: Weights) -> Numbers:
    return np.mean([_weighted_auc(each, outcome, weights) for each in predictions], axis=0)


def _weighted_auc(scores: Numbers, outcome: Outcomes, weights: Weights) -> Numbers:
    """The AUC under each row of weights; people scored alike count half."""
    order = np.argsort(scores, kind="stable")
    starts = np.flatnonzero(np.r_[True, np.diff(scores[order]) > 0])
    with_it = np.add.reduceat(weights[:, order] * outcome[order], starts, axis=1)
    without = np.add.reduceat(weights[:, order] * ~outcome[order], starts, axis=1)
    below = without.cumsum(axis=1) - without / 2
    return (with_it * below).sum(axis=1) / with_it.sum(axis=1) / without.sum(axis=1)


def _interval(difference: float, drawn: Numbers) -> Interval:
    low, high = np.quantile(drawn, (0.025, 0.975))
    return Interval(difference, float(low), float(high))
