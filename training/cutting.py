"""Where each feature is cut into bins, before any outcome is looked at.

The same bins serve every harm of one model version. A value up to and including an edge lies below it.
"""

from itertools import pairwise
from math import floor, log10

import numpy as np

from riskflag.classifier.bins import Bins
from training.arrays import Numbers

EACH_VALUE = 64
"""Up to so many distinct values, there is an edge between any two; beyond, at quantiles."""


def cut_features(matrix: Numbers) -> tuple[Bins, ...]:
    """How each column is cut.

    matrix: people by features; nan is unknown. Infinite numbers are refused (ValueError)
    """
    if np.isinf(matrix).any():
        raise ValueError("a feature may be unknown, but not infinite")
    return tuple(_cut(matrix[:, column]) for column in range(matrix.shape[1]))


def _cut(values: Numbers) -> Bins:
    known = values[~np.isnan(values)]
    unknown_seen = known.size < values.size
    if not known.size:
        return Bins((), None, None, unknown_seen)
    distinct = np.unique(known)
    edges = _between(distinct) if distinct.size <= EACH_VALUE else _at_quantiles(known)
    return Bins(tuple(edges), float(distinct[0]), float(distinct[-1]), unknown_seen)


def _between(distinct: Numbers) -> list[float]:
    # Halves are added, so that two huge numbers do not overflow. Between neighbouring floats there is no
    # middle: the lower one is then the edge, and lies below it.
    middles = ((low, low / 2 + high / 2, high) for low, high in pairwise(distinct.tolist()))
    return [middle if low <= middle < high else low for low, middle, high in middles]


def _at_quantiles(known: Numbers) -> list[float]:
    edges = np.unique(np.quantile(known, np.linspace(0, 1, EACH_VALUE + 1)))
    readable = {_readable(edge, edge - before) for before, edge in pairwise(edges.tolist())}
    # An edge below which, or above which, nobody lies would cut nothing.
    return sorted(edge for edge in readable if known.min() <= edge < known.max())


def _readable(edge: float, gap: float) -> float:
    """The number with the fewest decimals that is still nearer to ``edge`` than its neighbour is."""
    return round(edge, -floor(log10(gap)))
