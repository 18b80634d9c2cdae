"""What flags find: the rules alone, the flag of unrecognised risk, and both together."""

from dataclasses import dataclass

import numpy as np

from training.arrays import Numbers, Outcomes
from training.evaluation.shares import Share, share

STEPS = tuple(percent / 100 for percent in range(1, 100))


@dataclass(frozen=True, slots=True)
class Flagging:
    """What one way of flagging finds.

    flagged: share of the releases that are flagged
    recall: of those after which it happened, the share flagged
    precision: of those flagged, the share after which it happened
    """

    flagged: Share
    recall: Share
    precision: Share


@dataclass(frozen=True, slots=True)
class AtThreshold:
    """Recall and precision among the unrecognised, were this the threshold. None: nobody to take it of."""

    threshold: float
    flagged: int
    recall: float | None
    precision: float | None


@dataclass(frozen=True, slots=True)
class Flags:
    """What flags find of one harm.

    threshold: the model's
    rules: an order, flag, registration or rule speaks of the harm
    as_many_by_score: the same number of releases, those with the highest probabilities
    unrecognised: of releases where nothing speaks of it, those at or above the threshold
    together: rules, and the flag where they are silent; the share of all releases
    by_threshold: recall and precision of ``unrecognised`` at other thresholds
    """

    threshold: float
    rules: Flagging
    as_many_by_score: Flagging
    unrecognised: Flagging
    together: Flagging
    by_threshold: tuple[AtThreshold, ...]


def flags(probabilities: Numbers, happened: Outcomes, recognised: Outcomes, threshold: float) -> Flags:
    """What flags find.

    probabilities, happened, recognised: one a release
    """
    reached = probabilities >= threshold
    silent, said = happened[~recognised], probabilities[~recognised]
    return Flags(
        threshold=threshold,
        rules=flagging(recognised, happened),
        as_many_by_score=flagging(_highest(probabilities, int(recognised.sum())), happened),
        unrecognised=flagging(reached[~recognised], silent),
        together=flagging(recognised | reached, happened),
        by_threshold=tuple(_at(each, said, silent) for each in STEPS),
    )


def flagging(flagged: Outcomes, happened: Outcomes) -> Flagging:
    """What flagging these releases finds."""
    found = int((flagged & happened).sum())
    return Flagging(
        flagged=share(int(flagged.sum()), len(flagged)),
        recall=share(found, int(happened.sum())),
        precision=share(found, int(flagged.sum())),
    )


def _highest(probabilities: Numbers, count: int) -> Outcomes:
    rows = np.argsort(-probabilities, kind="stable")[:count]
    return np.isin(np.arange(len(probabilities)), rows)


def _at(threshold: float, said: Numbers, happened: Outcomes) -> AtThreshold:
    found = flagging(said >= threshold, happened)
    return AtThreshold(threshold, found.flagged.part, found.recall.value, found.precision.value)
