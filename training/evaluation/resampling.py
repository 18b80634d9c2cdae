"""How sure a measure or a difference is: people are drawn again and again, with all their releases.

Of two models the difference is taken on the same draws, so that what is hard for both cancels out.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from training.arrays import Numbers, Outcomes

Weights = npt.NDArray[np.uint8]
AT_ONCE = 50
"""So many draws are worked on at a time: as floating-point numbers all of them would fill the memory."""
TAILS = (0.025, 0.975)


@dataclass(frozen=True, slots=True)
class Estimate:
    """What was measured, and between what it lies at 95%."""

    value: float
    low: float
    high: float


def resampled(person: npt.NDArray[np.int64], times: int, seed: int) -> Weights:
    """How often each release is drawn, times by releases. As many people are drawn as there are.

    To how many of them it happened is left to chance, as it was when these were looked at: were it held
    fixed, whatever depends on the base rate would seem surer than it is.

    person: whose release each is
    """
    people, whose = np.unique(person, return_inverse=True)
    generator = np.random.default_rng(seed)
    drawn = np.empty((times, len(people)), dtype=np.uint8)
    for start in range(0, times, AT_ONCE):
        end = min(start + AT_ONCE, times)
        shares = np.full(len(people), 1 / len(people))
        drawn[start:end] = generator.multinomial(len(people), shares, end - start)
    return drawn[:, whose]


def auc_under(scores: Numbers, happened: Outcomes, weights: Weights) -> Numbers:
    """The AUC in each draw; people scored alike count half."""
    order = np.argsort(scores, kind="stable")
    starts = np.flatnonzero(np.r_[True, np.diff(scores[order]) > 0])
    parts = (weights[at : at + AT_ONCE][:, order] for at in range(0, len(weights), AT_ONCE))
    return np.concatenate([_auc(part.astype(np.float64), happened[order], starts) for part in parts])


def mean_under(values: Numbers, weights: Weights) -> Numbers:
    """The mean in each draw."""
    parts = (weights[at : at + AT_ONCE].astype(np.float64) for at in range(0, len(weights), AT_ONCE))
    return np.concatenate([part @ values / part.sum(axis=1) for part in parts])


def estimate(value: float, drawn: Numbers) -> Estimate:
    """A measure with its interval. Draws in which it is not defined (nan) are left out."""
    known = drawn[~np.isnan(drawn)]
    low, high = np.quantile(known, TAILS) if known.size else (np.nan, np.nan)
    return Estimate(value, float(low), float(high))


def auc_estimate(scores: Numbers, happened: Outcomes, weights: Weights) -> Estimate:
    """The AUC with its interval."""
    return estimate(_whole_auc(scores, happened), auc_under(scores, happened, weights))


def auc_estimates(
    left: Numbers, right: Numbers, happened: Outcomes, weights: Weights
) -> tuple[Estimate, Estimate, Estimate]:
    """The AUC of ``left``, that of ``right``, and left less right: above 0 where ``left`` ranks better."""
    values = [_whole_auc(each, happened) for each in (left, right)]
    drawn = [auc_under(each, happened, weights) for each in (left, right)]
    return (
        estimate(values[0], drawn[0]),
        estimate(values[1], drawn[1]),
        estimate(values[0] - values[1], drawn[0] - drawn[1]),
    )


def auc_difference(left: Numbers, right: Numbers, happened: Outcomes, weights: Weights) -> Estimate:
    """AUC of ``left`` less that of ``right``."""
    return auc_estimates(left, right, happened, weights)[2]


def brier_difference(left: Numbers, right: Numbers, happened: Outcomes, weights: Weights) -> Estimate:
    """Brier of ``left`` less that of ``right``: below 0 where the left one is nearer to what happened."""
    each = (left - happened) ** 2 - (right - happened) ** 2
    return estimate(float(each.mean()), mean_under(each, weights))


def _whole_auc(scores: Numbers, happened: Outcomes) -> float:
    return float(auc_under(scores, happened, np.ones((1, len(happened)), dtype=np.uint8))[0])


def _auc(weights: Numbers, happened: Outcomes, starts: npt.NDArray[np.intp]) -> Numbers:
    with_it = np.add.reduceat(weights * happened, starts, axis=1)
    without = np.add.reduceat(weights, starts, axis=1) - with_it
    below = without.cumsum(axis=1) - without / 2
    pairs = with_it.sum(axis=1) * without.sum(axis=1)
    ranked = (with_it * below).sum(axis=1)
    areas = np.full(len(pairs), np.nan)
    np.divide(ranked, pairs, out=areas, where=pairs > 0)
    return areas
