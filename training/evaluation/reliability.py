"""The reliability diagram as numbers: what was said, and how often it happened."""

from dataclasses import dataclass

import numpy as np

from training.arrays import Numbers, Outcomes
from training.evaluation.metrics import equal_bins
from training.evaluation.shares import Share, share

HISTOGRAM_BARS = 20


@dataclass(frozen=True, slots=True)
class ReliabilityBin:
    """People whom the model scored about alike.

    said: their mean probability
    observed: to how many of them it happened
    true: their mean true probability, where the people are simulated; else None
    """

    said: float
    observed: Share
    true: float | None


@dataclass(frozen=True, slots=True)
class Reliability:
    """The diagram: bins of equal numbers of people, and how the probabilities are spread.

    histogram: how many releases lie in each twentieth of the range from 0 to 1
    """

    bins: tuple[ReliabilityBin, ...]
    histogram: tuple[int, ...]


def reliability(probabilities: Numbers, happened: Outcomes, truth: Numbers) -> Reliability:
    """The diagram.

    probabilities, happened, truth: one a release; a truth is nan where it is not known
    """
    bins = tuple(
        ReliabilityBin(
            said=float(probabilities[rows].mean()),
            observed=share(int(happened[rows].sum()), len(rows)),
            true=None if np.isnan(truth[rows]).any() else float(truth[rows].mean()),
        )
        for rows in equal_bins(probabilities)
    )
    counts, _ = np.histogram(probabilities, HISTOGRAM_BARS, (0.0, 1.0))
    return Reliability(bins, tuple(counts.tolist()))
