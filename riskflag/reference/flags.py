"""What an alert code (prison, NOMIS) or a register code (probation, nDelius) stands for.

A retired code keeps its meaning: an alert raised under it years ago still says what it said.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache

from riskflag.reference.offences import CodeStatus
from riskflag.reference.tables import Row, date_or_none, index, read_table

ALERTS_FILE = "alerts.csv"
REGISTERS_FILE = "registers.csv"


class FlagTheme(StrEnum):
    """What an alert or a register entry says about the person. One code has any number of themes."""

    DOMESTIC_ABUSE_PERPETRATOR = "domestic_abuse_perpetrator"
    DOMESTIC_ABUSE_VICTIM = "domestic_abuse_victim"
    HIGH_RISK_DOMESTIC_ABUSE_MEETING = "high_risk_domestic_abuse_meeting"
    PROTECTIVE_ORDER = "protective_order"
    RESTRAINING_ORDER = "restraining_order"
    NO_CONTACT_REQUEST = "no_contact_request"
    VICTIM_CONTACT = "victim_contact"
    STALKING = "stalking"
    HARASSMENT = "harassment"
    REGISTERED_SEX_OFFENDER = "registered_sex_offender"
    NOT_REGISTERED_SEX_OFFENDER = "not_registered_sex_offender"
    SEXUAL = "sexual"
    RISK_TO_CHILDREN = "risk_to_children"
    CHILD_PROTECTION = "child_protection"
    CHILD_CONTACT_NONE = "child_contact_none"
    CHILD_CONTACT_LIMITED = "child_contact_limited"
    CHILD_CONTACT_NOT_RESTRICTED = "child_contact_not_restricted"
    BARRED_FROM_WORK = "barred_from_work"
    VIOLENCE = "violence"
    WEAPON = "weapon"
    ARSON = "arson"
    TERRORISM = "terrorism"
    MAPPA = "mappa"
    NOT_MAPPA = "not_mappa"
    VISOR = "visor"
    SERIOUS_HARM_LOW = "serious_harm_low"
    SERIOUS_HARM_MEDIUM = "serious_harm_medium"
    SERIOUS_HARM_HIGH = "serious_harm_high"
    SERIOUS_HARM_VERY_HIGH = "serious_harm_very_high"
    RISK_TO_STAFF = "risk_to_staff"
    RISK_TO_PUBLIC = "risk_to_public"
    RISK_TO_PRISONERS = "risk_to_prisoners"
    RISK_TO_KNOWN_ADULT = "risk_to_known_adult"
    RISK_TO_ADULT_AT_RISK = "risk_to_adult_at_risk"
    RISK_TO_GROUP = "risk_to_group"
    RISK_TO_WOMEN = "risk_to_women"
    HATE = "hate"
    GANG = "gang"
    ORGANISED_CRIME = "organised_crime"
    EXPLOITATION = "exploitation"
    EXPLOITATION_VICTIM = "exploitation_victim"
    CUCKOOING = "cuckooing"
    ADULT_AT_RISK = "adult_at_risk"
    VULNERABLE = "vulnerable"
    PERSON_AS_VICTIM = "person_as_victim"
    OWN_PROTECTION = "own_protection"
    SOCIAL_CARE = "social_care"
    MENTAL_HEALTH = "mental_health"
    PHYSICAL_HEALTH = "physical_health"
    SELF_HARM = "self_harm"
    CARE_LEAVER = "care_leaver"
    IMMIGRATION = "immigration"
    RELEASE_HOLD = "release_hold"
    WARRANT = "warrant"


@dataclass(frozen=True, slots=True)
class FlagType:
    """What one alert or register code stands for.

    code: the code as published; empty for a register known by its description only
    description: the source's description
    themes: what it says about the person; empty for a code of no concern here
    status: whether the code may still be used
    deactivated_on: the day on which a retired alert code was closed to new records
    review_months: how often the probation guidance suggests reviewing the entry; None where it does not say
    note: what bites about this code
    """

    code: str
    description: str
    themes: frozenset[FlagTheme]
    status: CodeStatus = CodeStatus.CURRENT
    deactivated_on: date | None = None
    review_months: int | None = None
    note: str = ""

    @property
    def in_confidence(self) -> bool:
        """Whether the person must not learn of it: it speaks of a victim's safety, or its name says so."""
        return _SAYS_SO in self.description.casefold() or not self.themes.isdisjoint(_OF_VICTIMS_SAFETY)


_OF_VICTIMS_SAFETY = frozenset({FlagTheme.VICTIM_CONTACT, FlagTheme.HIGH_RISK_DOMESTIC_ABUSE_MEETING})
_SAYS_SO = "do not share"


def find_alert(code: str) -> FlagType | None:
    """The alert that a NOMIS alert code stands for, or None for an unknown code.

    Takes the code and never the type: the code RCS is risk to children in custody, the type was stalking.
    """
    return alert_codes().get(code.strip().upper())


def find_register(code: str | None, description: str = "") -> FlagType | None:
    """The register that an nDelius code stands for, or None when neither code nor description is known.

    A known code decides. Otherwise the description does, because sources send made-up codes: it matches a
    published description word for word (ignoring case), and anything that names a restraining order is one.
    """
    if code and (known := register_codes().get(code.strip().upper())):
        return known
    words = _words(description)
    if "restraining order" in words:
        return register_codes()["RSTO"]
    return _registers_by_description().get(words)


@cache
def alert_codes() -> Mapping[str, FlagType]:
    """Every NOMIS alert code, retired ones too."""
    return index(ALERTS_FILE, ((flag.code, flag) for flag in read_table(ALERTS_FILE, _flag)))


@cache
def register_codes() -> Mapping[str, FlagType]:
    """Every nDelius register code that public sources give."""
    return index(REGISTERS_FILE, ((flag.code, flag) for flag in read_table(REGISTERS_FILE, _flag)))


@cache
def _registers_by_description() -> Mapping[str, FlagType]:
    return {_words(flag.description): flag for flag in register_codes().values()}


def _words(description: str) -> str:
    return " ".join(description.casefold().replace("\N{EN DASH}", "-").split())


def _flag(row: Row) -> FlagType:
    return FlagType(
        code=row["code"],
        description=row["description"],
        themes=frozenset(FlagTheme(word) for word in row["themes"].split()),
        status=CodeStatus(row["status"]),
        deactivated_on=date_or_none(row["deactivated_on"]),
        review_months=int(row["review_months"]) if row["review_months"] else None,
        note=row["note"],
    )
