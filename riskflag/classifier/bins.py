"""How a feature's values are cut into bins: the same for every harm of one model version."""

from bisect import bisect_left
from dataclasses import dataclass
from itertools import pairwise
from math import isfinite


@dataclass(frozen=True, slots=True)
class Bins:
    """The bins of one feature: bin k holds values above edge k-1 and up to edge k, the last is for unknown.

    edges: where one bin ends and the next begins, ascending, in the feature's unit
    lowest, highest: the least and the greatest value that training saw; null where it saw none
    unknown_seen: whether training saw anybody for whom it was unknown
    """

    edges: tuple[float, ...]
    lowest: float | None
    highest: float | None
    unknown_seen: bool

    def __post_init__(self) -> None:
        if not ascending(self.edges):
            raise ValueError("the edges of a feature's bins must be finite and ascend")
        if (self.lowest is None) != (self.highest is None):
            raise ValueError("the least and the greatest value of a feature must both be given, or neither")

    @property
    def count(self) -> int:
        """How many bins there are, the one for unknown among them."""
        return len(self.edges) + 2

    @property
    def unknown(self) -> int:
        """The bin for unknown: the last."""
        return len(self.edges) + 1

    def bin_of(self, value: float) -> int:
        """The bin of a value; nan is unknown."""
        return bisect_left(self.edges, value) if value == value else self.unknown

    def supports(self, value: float) -> bool:
        """Whether training saw the like of it."""
        if value != value:
            return self.unknown_seen
        return self.lowest is not None and self.highest is not None and self.lowest <= value <= self.highest


def ascending(edges: tuple[float, ...]) -> bool:
    """Whether edges are finite numbers of which each is greater than the one before."""
    return all(map(isfinite, edges)) and all(left < right for left, right in pairwise(edges))
