"""How old a child is, told so widely that nobody is known by it."""

from collections.abc import Iterable
from datetime import date

from riskflag.facts.dates import whole_years
from riskflag.facts.household import under_age
from riskflag.records import NamedPerson

_UPPER_AGES = ((5, "under five"), (10, "five to nine"), (16, "ten to fifteen"), (18, "sixteen or seventeen"))


def age_band(who: NamedPerson, today: date) -> str:
    """The band that a child's age is in, or that it is not known."""
    if who.date_of_birth is not None:
        age = whole_years(who.date_of_birth, today)
        return next((band for limit, band in _UPPER_AGES if age < limit), "eighteen or older")
    return "under eighteen" if under_age(who, today) else "age not known"


def age_bands(children: Iterable[NamedPerson], today: date) -> str:
    """The bands of several children, each told once: "a child, five to nine; a child, under five"."""
    bands = sorted({age_band(child, today) for child in children})
    return "; ".join(f"a child, {band}" for band in bands)
