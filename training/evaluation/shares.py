"""A share of people with its Wilson interval, which holds for few people and for rare events too."""

from dataclasses import dataclass
from math import sqrt

Z = 1.959963984540054
"""Two-sided 95%."""


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many.

    part, of: the counts
    value: the share; None where there is nobody to take a share of
    low, high: between what it lies at 95% (Wilson 1927)
    """

    part: int
    of: int
    value: float | None
    low: float
    high: float


def share(part: int, of: int) -> Share:
    """The share with its interval; between 0 and 1 where there is nobody."""
    if not of:
        return Share(part, of, None, 0.0, 1.0)
    value = part / of
    middle = (value + Z**2 / (2 * of)) / (1 + Z**2 / of)
    half = Z / (1 + Z**2 / of) * sqrt(value * (1 - value) / of + Z**2 / (4 * of**2))
    return Share(part, of, value, max(0.0, min(middle - half, value)), min(1.0, max(middle + half, value)))
