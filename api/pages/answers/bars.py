"""What a score rests on, as bars: to the right of the line what raises it, to the left what lowers it."""

from collections.abc import Sequence
from dataclasses import dataclass

from riskflag.shown_scores import ShownContribution

MIDDLE = 100
"""Where the line stands on a picture that is twice as wide."""
LONGEST = 96
"""The longest bar; the others are drawn to its scale."""
LEAST = 1.0
"""A bar that adds anything can be seen."""
HARDLY = 0.005
"""What adds less than this, on the log-odds, hardly counts."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One thing that a score rests on.

    what: what it is, with its value
    adds: what it adds to the log-odds, with its sign
    does: whether it raises the score, lowers it or changes nothing
    start: where its bar begins, from the left
    width: how long its bar is
    counts: whether it counts for anything that is worth a line
    """

    what: str
    adds: str
    does: str
    start: float
    width: float
    counts: bool


def bars(contributions: Sequence[ShownContribution]) -> tuple[Bar, ...]:
    """A bar for each contribution, in their order."""
    longest = max((abs(each.log_odds) for each in contributions), default=0.0)
    return tuple(_bar(each, longest) for each in contributions)


def _bar(each: ShownContribution, longest: float) -> Bar:
    if not each.log_odds:
        return Bar(each.what, "0", "changes nothing", MIDDLE, 0, counts=False)
    width = round(max(LEAST, LONGEST * abs(each.log_odds) / longest), 1)
    sign, does = ("+", "raises it") if each.log_odds > 0 else ("\N{MINUS SIGN}", "lowers it")
    start = MIDDLE if each.log_odds > 0 else round(MIDDLE - width, 1)
    adds = f"{sign}{abs(each.log_odds):.2f}"
    return Bar(each.what, adds, does, start, width, counts=abs(each.log_odds) >= HARDLY)


def of_100(percentage: float) -> str:
    """A likelihood in people, never rounded to nobody or everybody."""
    many = (
        "fewer than 1" if percentage < 1 else "more than 99" if percentage > 99 else f"about {percentage:.0f}"
    )
    return f"That is {many} of 100 people with a record like this."
