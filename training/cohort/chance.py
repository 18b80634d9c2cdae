"""Random draws that belong to one simulated person and to nobody else.

The numbers depend on the seed and the person's number alone, so that any share-out of people over processes
gives the same lives bit for bit.
"""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from math import cos, exp, log, pi, sqrt
from typing import Generic, TypeVar

import numpy as np

T = TypeVar("T")
_BLOCK = 128
_MOST = 40


class Weighted(Generic[T]):
    """Choices with weights; the weights need not add up to one.

    choices: pairs of a choice and its weight
    """

    __slots__ = ("_bounds", "_items")

    def __init__(self, *choices: tuple[T, float]) -> None:
        self._items = tuple(item for item, _ in choices)
        self._bounds = tuple(accumulate(weight for _, weight in choices))

    @property
    def items(self) -> Sequence[T]:
        """The choices."""
        return self._items

    def at(self, share: float) -> T:
        """The choice at a share of the whole weight, from 0 up to but not including 1."""
        return self._items[min(bisect_right(self._bounds, share * self._bounds[-1]), len(self._items) - 1)]


class Chance:
    """One person's stream of random numbers.

    seed: the cohort's seed, not negative
    number: the person's number, not negative
    """

    __slots__ = ("_generator", "_left")

    def __init__(self, seed: int, number: int) -> None:
        self._generator = np.random.Generator(np.random.PCG64(np.random.SeedSequence([seed, number])))
        self._left: list[float] = []

    def uniform(self) -> float:
        """From 0 up to but not including 1."""
        if not self._left:
            self._left = self._generator.random(_BLOCK).tolist()
        return self._left.pop()

    def happens(self, probability: float) -> bool:
        """Whether something of this probability happens."""
        return self.uniform() < probability

    def normal(self) -> float:
        """Standard normal."""
        return sqrt(-2.0 * log(1.0 - self.uniform())) * cos(2.0 * pi * self.uniform())

    def exponential(self, mean: float) -> float:
        """Waiting time of this mean."""
        return -mean * log(1.0 - self.uniform())

    def erlang(self, mean: float) -> float:
        """The sum of two waiting times, of this mean together: rarely near zero."""
        return self.exponential(mean / 2) + self.exponential(mean / 2)

    def count(self, mean: float) -> int:
        """A Poisson count of this mean, at most 40."""
        share = self.uniform()
        probability = exp(-mean)
        number = 0
        while share >= probability and number < _MOST:
            share -= probability
            number += 1
            probability *= mean / number
        return number

    def day(self, first: int, last: int) -> int:
        """A day from ``first`` to ``last``, both included; ``first`` where ``last`` comes before it."""
        return first + int(self.uniform() * max(last - first + 1, 1))

    def pick(self, choices: Weighted[T]) -> T:
        """One of the choices."""
        return choices.at(self.uniform())
