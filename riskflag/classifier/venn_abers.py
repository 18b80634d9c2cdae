"""Venn-ABERS: between which two probabilities a calibrated answer lies, given the people it was tried on.

Somebody new is added to the people of a later period, once as if it would happen and once as if not; each
time the best rising curve is drawn through them all, and read at the new score (Vovk and Petej 2014,
"Venn-Abers predictors"). The curves depend on the score's cell alone, so they are worked out once.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from riskflag.classifier.bins import ascending


@dataclass(frozen=True, slots=True)
class VennAbers:
    """The two probabilities, for every cell of scores.

    edges: where one cell of log-odds ends and the next begins, ascending
    lower: for each cell, the probability as if it would not happen; one more than there are edges
    upper: the same as if it would
    """

    edges: tuple[float, ...]
    lower: tuple[float, ...]
    upper: tuple[float, ...]

    def __post_init__(self) -> None:
        if not ascending(self.edges):
            raise ValueError("the edges of the cells must be finite and ascend")
        if not len(self.lower) == len(self.upper) == len(self.edges) + 1:
            raise ValueError("there must be one lower and one upper probability for each cell")
        if any(not 0 <= low <= high <= 1 for low, high in zip(self.lower, self.upper, strict=True)):
            raise ValueError("a lower probability must not be above the upper, nor either outside 0 to 1")

    def interval(self, log_odds: float) -> tuple[float, float]:
        """The lower and the upper probability at this score."""
        cell = bisect_left(self.edges, log_odds)
        return self.lower[cell], self.upper[cell]


def venn_abers(edges: Sequence[float], people: Sequence[int], happened: Sequence[int]) -> VennAbers:
    """The table for cells of scores.

    edges: where one cell ends and the next begins, ascending
    people: in each cell, how many people the scores were tried on
    happened: to how many of them it happened
    """
    cells = range(len(edges) + 1)
    return VennAbers(
        edges=tuple(edges),
        lower=tuple(_with_one_more(people, happened, cell, 0) for cell in cells),
        upper=tuple(_with_one_more(people, happened, cell, 1) for cell in cells),
    )


def _with_one_more(people: Sequence[int], happened: Sequence[int], cell: int, outcome: int) -> float:
    """The best rising curve at this cell, once one more person is in it."""
    counts, events = list(people), list(happened)
    counts[cell] += 1
    events[cell] += outcome
    return _rising_at(cell, counts, events)


def _rising_at(cell: int, counts: Sequence[int], events: Sequence[int]) -> float:
    """Isotonic least squares, read at one cell: neighbours that fall are pooled until none does."""
    pools: list[tuple[int, int, int]] = []
    for last, (count, event) in enumerate(zip(counts, events, strict=True)):
        pool = (last, count, event)
        while pools and _not_below(pools[-1], pool):
            _, count_before, event_before = pools.pop()
            pool = (last, pool[1] + count_before, pool[2] + event_before)
        pools.append(pool)
    _, count, event = next(pool for pool in pools if pool[0] >= cell)
    return event / count


def _not_below(before: tuple[int, int, int], after: tuple[int, int, int]) -> bool:
    """Whether the earlier pool's rate is at least the later one's; an empty pool joins its neighbour."""
    return before[2] * after[1] >= after[2] * before[1]
