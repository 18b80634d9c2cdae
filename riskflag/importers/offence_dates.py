"""When an offence was committed, where a system gives the first and the last day of it."""

from datetime import date

from riskflag.importers.fields import Fields


def last_day(offence: Fields, first: str, last: str) -> date | None:
    """The last day on which it was committed: one that went on for years is no older than its end.

    first: the field that holds its day, or its first
    last: the field that holds its last day, where it went on
    """
    began_on, ended_on = offence.day(first), offence.day(last)
    if began_on and ended_on and ended_on < began_on:
        offence.contradicts(last, f"is before {first}")
    return max((day for day in (began_on, ended_on) if day), default=None)
