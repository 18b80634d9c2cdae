"""Who the enquiry is about."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from riskflag.vocabulary import CaseReferenceNumber, NomsNumber, PncNumber


class Sex(StrEnum):
    """Sex as recorded."""

    FEMALE = "female"
    MALE = "male"
    NOT_KNOWN = "not_known"


@dataclass(frozen=True, slots=True)
class Person:
    """The person who is to be released or referred.

    name: full name as recorded
    date_of_birth: null where it is not held
    sex: as recorded
    noms_number: prison number, one letter, four digits, two letters
    case_reference_number: probation's number (CRN), one letter and six digits
    pnc_number: Police National Computer number, year/serial and check letter
    aliases: other names used
    former_names: earlier names
    nationality: as recorded, each where there is more than one; null unknown
    """

    name: str
    date_of_birth: date | None = None
    sex: Sex = Sex.NOT_KNOWN
    noms_number: NomsNumber | None = None
    case_reference_number: CaseReferenceNumber | None = None
    pnc_number: PncNumber | None = None
    aliases: tuple[str, ...] = ()
    former_names: tuple[str, ...] = ()
    nationality: str | None = None

    @property
    def identified(self) -> bool:
        """Whether a number says who this is, rather than a name alone."""
        return bool(self.noms_number or self.case_reference_number or self.pnc_number)


_PNC = re.compile(r"(?:\d{2})?(\d{2})/0*(\d+)([A-Z])")
_CENTURIES = ("", "19", "20")
_SERIAL_DIGITS = 7


def _plain_pnc(number: PncNumber | None) -> str | None:
    """The number with two digits for its year and none of the noughts that some systems fill it with."""
    found = _PNC.fullmatch(number or "")
    return "/".join(found.groups()) if found else number


def pnc_forms(number: PncNumber | None) -> frozenset[PncNumber]:
    """Every form in which systems write this number: with two digits for its year or four, and its serial
    number filled with noughts or not. Empty for none."""
    found = _PNC.fullmatch(number or "")
    if found is None:
        return frozenset({number} if number else ())
    year, serial, letter = found.groups()
    forms = (
        PncNumber(f"{century}{year}/{serial.zfill(digits)}{letter}")
        for century in _CENTURIES
        for digits in range(len(serial), _SERIAL_DIGITS + 1)
    )
    return frozenset((*forms, PncNumber(found.group())))


@dataclass(frozen=True, slots=True)
class PersonNumbers:
    """The numbers that identify somebody; any of them may be unknown."""

    noms_number: NomsNumber | None = None
    case_reference_number: CaseReferenceNumber | None = None
    pnc_number: PncNumber | None = None

    @classmethod
    def of(cls, person: Person) -> "PersonNumbers":
        """The numbers of this person."""
        return cls(person.noms_number, person.case_reference_number, person.pnc_number)

    @property
    def known(self) -> dict[str, str]:
        """Every number that is known, by its name, and written in one way however it came."""
        numbers = {
            "noms_number": self.noms_number,
            "case_reference_number": self.case_reference_number,
            "pnc_number": _plain_pnc(self.pnc_number),
        }
        return {name: number for name, number in numbers.items() if number}

    def agrees_with(self, other: "PersonNumbers") -> bool:
        """Whether no number that both have differs."""
        mine, theirs = self.known, other.known
        return all(mine[name] == theirs[name] for name in mine.keys() & theirs.keys())
