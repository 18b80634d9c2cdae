"""Whether a flag is open, or an address held: dates and what a system says may gainsay each other."""

from datetime import date

from riskflag.importers.fields import Fields


def has_ended(first_day: date | None, last_day: date | None, today: date) -> bool:
    """Whether the last day has passed. One that comes before the first day has ended nothing."""
    return last_day is not None and last_day < today and (first_day is None or first_day <= last_day)


def note_whether_open(flag: Fields, name: str, active: bool | None, last_day: date | None) -> None:
    """Notes a flag that is called open and is over, or that is called closed and has no end.

    name: the field that says whether it is open
    active: what that field says
    last_day: the last day on which the flag was open; None where none is given
    """
    over = last_day is not None and last_day < flag.taken_on
    if active and over:
        flag.contradicts(name, "says that it is open, and its last day has passed")
    elif active is False and not over:
        flag.contradicts(name, "says that it is closed, and no last day that has passed is given")
