"""A description of somebody, read: names, relationship and date of birth, and how two of each compare."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from string import digits

from riskflag.matching.labels import read_label
from riskflag.matching.names import Name, read_names
from riskflag.records.base import NamedPerson
from riskflag.vocabulary import INTIMATE, Relationship

_ONE_CLASS = (INTIMATE, frozenset({Relationship.CHILD, Relationship.STEPCHILD}))
"""Relationships that records use for one another, or that become one another."""
_MAY_BECOME_INTIMATE = frozenset(
    {
        Relationship.FRIEND,
        Relationship.NEIGHBOUR,
        Relationship.COLLEAGUE,
        Relationship.CO_DEFENDANT,
        Relationship.LANDLORD,
        Relationship.CARER,
        Relationship.ACQUAINTANCE,
        Relationship.STRANGER,
    }
)
"""What a partner may be called by somebody who would rather not say so."""


class Dates(StrEnum):
    """How two dates of birth compare.

    SWAPPED is the same with day and month exchanged, ONE_DIGIT the same but for one digit, and YEAR_OFF the
    same day of a year that is one or ten away.
    """

    EQUAL = "equal"
    SWAPPED = "swapped"
    ONE_DIGIT = "one_digit"
    YEAR_OFF = "year_off"
    DIFFER = "differ"
    UNKNOWN = "unknown"


SLIPS = {
    Dates.SWAPPED: "with day and month exchanged",
    Dates.ONE_DIGIT: "but for one digit",
    Dates.YEAR_OFF: "but for the year, which is one or ten off",
}
"""What one slip of the pen makes of a date of birth, in words."""


BIRTH_YEARS = range(1900, 2100)
"""Between what years somebody's birth on record may lie."""


class Relationships(StrEnum):
    """How two relationships compare; MAY_AGREE where one is unknown or may be the other in other words."""

    AGREE = "agree"
    MAY_AGREE = "may_agree"
    DIFFER = "differ"


@dataclass(frozen=True, slots=True)
class Description:
    """One side, read.

    names: names without titles and labels, aliases and former names among them
    names_now: those of them that the record gives as the name itself
    relationship: on record, or as the name says it
    only_one: "mother" or "father" where that is all the name says
    bare_label: called only by a relationship
    """

    names: tuple[Name, ...]
    relationship: Relationship
    only_one: str
    bare_label: bool
    names_now: frozenset[Name] = frozenset()

    @property
    def placeholder(self) -> bool:
        """Whether it is called by initials alone, as in "Ms A"."""
        return all(len(word) == 1 for name in self.names for word in name)


def describe(person: NamedPerson) -> Description:
    """Read a person's names; a name that is only a relationship counts as that relationship."""
    names: list[Name] = []
    relationship, only_one, labelled = person.relationship, "", False
    for name in read_names(person.name):
        label = read_label(name, person.relationship)
        if label.relationship is not None:
            labelled, only_one = True, label.only_one
            relationship = label.relationship if relationship is Relationship.UNKNOWN else relationship
        names.append(label.rest)
    names_now = frozenset(names)
    names += [name for text in person.aliases for name in read_names(text)]
    names += [_with_given_name(name, names) for text in person.former_names for name in read_names(text)]
    known = tuple(dict.fromkeys(name for name in names if name))
    return Description(known, relationship, only_one, labelled and not known, names_now)


def _with_given_name(former: Name, names: list[Name]) -> Name:
    """A former name that is a surname only, completed with the given name used now."""
    has_given = len(former) > 1 or not names or len(names[0]) < 2
    return former if has_given else (names[0][0], *former)


def compare_dates(left: date | None, right: date | None) -> Dates:
    """Compare two dates of birth."""
    if left is None or right is None:
        return Dates.UNKNOWN
    if left == right:
        return Dates.EQUAL
    if (left.year, left.month, left.day) == (right.year, right.day, right.month):
        return Dates.SWAPPED
    if sum(one != other for one, other in zip(f"{left:%Y%m%d}", f"{right:%Y%m%d}", strict=True)) == 1:
        return Dates.ONE_DIGIT
    one_day = (left.month, left.day) == (right.month, right.day)
    return Dates.YEAR_OFF if one_day and abs(left.year - right.year) in (1, 10) else Dates.DIFFER


@lru_cache(maxsize=256)
def slips_of(day: date) -> tuple[date, ...]:
    """Every date of birth that one slip of the pen (SLIPS) makes of this one, in order."""
    written = f"{day:%Y%m%d}"
    one_digit = (
        written[:place] + digit + written[place + 1 :] for place in range(len(written)) for digit in digits
    )
    years = (f"{day.year + off:04}{written[4:]}" for off in (-10, -1, 1, 10))
    swapped = f"{day:%Y%d%m}"
    found = {_date_of(text) for text in (*one_digit, *years, swapped)}
    return tuple(sorted(each for each in found if each is not None and compare_dates(day, each) in SLIPS))


def _date_of(text: str) -> date | None:
    """The day of somebody's birth that is written so; None where there is no such day, or nobody alive."""
    try:
        day = date(int(text[:4]), int(text[4:6]), int(text[6:]))
    except ValueError:
        return None
    return day if day.year in BIRTH_YEARS else None


def compare_relationships(left: Relationship, right: Relationship) -> Relationships:
    """Compare what two people are to the person."""
    if Relationship.UNKNOWN in (left, right):
        return Relationships.MAY_AGREE
    if left is right or any(left in alike and right in alike for alike in _ONE_CLASS):
        return Relationships.AGREE
    loose = left in _MAY_BECOME_INTIMATE, right in _MAY_BECOME_INTIMATE
    intimate = left in INTIMATE or right in INTIMATE
    return Relationships.MAY_AGREE if all(loose) or (any(loose) and intimate) else Relationships.DIFFER
