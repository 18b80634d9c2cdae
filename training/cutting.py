"""Where each feature is cut into bins, before any outcome is looked at.

The same bins serve every harm of one model version. A value up to and including an edge lies below it.
"""

from dataclasses import dataclass
from itertools import pairwise
from math import floor, log10

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.float64]
Outcomes = npt.NDArray[np.bool_]
EACH_VALUE = 64
"""Up to so many distinct values, there is an edge between any two; beyond, at quantiles."""


@dataclass(frozen=True, slots=True)
class Cut:
    """How one feature is cut.

    edges: where one bin ends and the next begins, ascending, in the feature's unit
    lowest, highest: the least and the greatest value seen; None where none was
    unknown_seen: whether the feature was unknown (nan) for anybody
    """

    edges: tuple[float, ...]
    lowest: float | None
    highest: float | None
    unknown_seen: bool

    @property
    def unknown(self) -> int:
        """The bin for unknown: the last."""
        return len(self.edges) + 1

    def cells(self, values: Numbers) -> npt.NDArray[np.intp]:
        """The bin of each value."""
        cells = np.searchsorted(np.asarray(self.edges), values, side="left")
        cells[np.isnan(values)] = self.unknown
        return cells


def cut_features(matrix: Numbers) -> tuple[Cut, ...]:
    """How each column is cut.

    matrix: people by features; nan is unknown. Infinite numbers are refused (ValueError)
    """
    if np.isinf(matrix).any():
        raise ValueError("a feature may be unknown, but not infinite")
    return tuple(_cut(matrix[:, column]) for column in range(matrix.shape[1]))


def _cut(values: Numbers) -> Cut:
    known = values[~np.isnan(values)]
    unknown_seen = known.size < values.size
    if not known.size:
        return Cut((), None, None, unknown_seen)
    distinct = np.unique(known)
    edges = _between(distinct) if distinct.size <= EACH_VALUE else _at_quantiles(known)
    return Cut(tuple(edges), float(distinct[0]), float(distinct[-1]), unknown_seen)


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
