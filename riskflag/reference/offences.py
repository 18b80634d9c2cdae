"""What an offence code stands for: Home Office codes (five digits) and CJS codes (PH97003).

A code tells what the law calls the offence and never who the victim was: that a breach of a restraining
order was domestic abuse rests on the victim's relationship, not on the code.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache, lru_cache

from riskflag.reference.offence_codes import ways_to_write
from riskflag.reference.tables import Row, date_or_none, index, read_table

HOME_OFFICE_FILE = "home_office_offences.csv"
CJS_FILE = "cjs_offences.csv"
PLACEHOLDER = "placeholder"
"""Status in the file of a code that stands for no offence in particular: it is looked up as unknown."""


class OffenceTheme(StrEnum):
    """What sort of harm an offence is about. An offence has any number of themes.

    DOMESTIC_ABUSE: by its nature able to be domestic abuse (coercive control; breach of a restraining,
    non-molestation, domestic abuse or forced marriage order). Restraining orders protect neighbours and
    strangers too, so the theme is a reason to look at the victim and never a finding.
    ORDER_BREACH: breach of a protective or preventive order, or of a notification duty.
    NOTIFICATION_BREACH: breach of a duty to tell the police one's name, address or travel.
    STALKING: the part of STALKING_OR_HARASSMENT that the law calls stalking.
    """

    VIOLENCE = "violence"
    SERIOUS_VIOLENCE = "serious_violence"
    HOMICIDE = "homicide"
    DOMESTIC_ABUSE = "domestic_abuse"
    ORDER_BREACH = "order_breach"
    NOTIFICATION_BREACH = "notification_breach"
    STALKING_OR_HARASSMENT = "stalking_or_harassment"
    STALKING = "stalking"
    COERCIVE_CONTROL = "coercive_control"
    STRANGULATION = "strangulation"
    THREATS = "threats"
    KIDNAP = "kidnap"
    SEXUAL = "sexual"
    SEXUAL_AGAINST_CHILD = "sexual_against_child"
    INTIMATE_IMAGES = "intimate_images"
    AGAINST_CHILD = "against_child"
    HONOUR_BASED_ABUSE = "honour_based_abuse"
    ARSON = "arson"
    CRIMINAL_DAMAGE = "criminal_damage"
    WEAPON = "weapon"
    FIREARM = "firearm"
    TERRORISM = "terrorism"
    DRUG_SUPPLY = "drug_supply"
    ROBBERY = "robbery"
    BURGLARY = "burglary"
    ACQUISITIVE = "acquisitive"
    HATE = "hate"
    AGAINST_STAFF = "against_staff"
    WITNESS_INTIMIDATION = "witness_intimidation"
    EXPLOITATION = "exploitation"


class CodeStatus(StrEnum):
    """Whether a code may still be used. RETIRED: another code has replaced it. REPEALED: the law that made
    the offence is gone, so a new record under the code is an error."""

    CURRENT = "current"
    RETIRED = "retired"
    REPEALED = "repealed"


@dataclass(frozen=True, slots=True)
class Offence:
    """What one code stands for.

    code: five digits, or the CJS code as listed
    description: the source's description, or the section of the Act for most CJS codes; cut at 150 characters
    themes: the sorts of harm it is about; empty for an offence of no concern here
    status: whether the code may still be used
    schedule_15: listed in Schedule 15 of the Criminal Justice Act 2003; None where that cannot be told
    note: what bites about this code
    ended_on: for a retired or repealed code, the last day on which it was the right one; None unknown
    """

    code: str
    description: str
    themes: frozenset[OffenceTheme]
    status: CodeStatus = CodeStatus.CURRENT
    schedule_15: bool | None = None
    note: str = ""
    ended_on: date | None = None


@lru_cache(maxsize=4096)
def find_offence(code: str) -> Offence | None:
    """The offence that a code stands for, or None for a code that is unknown or a placeholder.

    Accepts Home Office codes as ``00831``, ``831``, ``8/31`` and ``008/31``, and CJS codes with or without
    the letter at the end that marks an attempt, a conspiracy or a later wording (``PH97003B``).
    """
    return next((_all()[form] for form in ways_to_write(code) if form in _all()), None)


@cache
def home_office_offences() -> Mapping[str, Offence]:
    """Every Home Office code that stands for something, by its five digits."""
    return _read(HOME_OFFICE_FILE)


@cache
def cjs_offences() -> Mapping[str, Offence]:
    """Every CJS code in the file, as listed there."""
    return _read(CJS_FILE)


@cache
def _all() -> Mapping[str, Offence]:
    return {**home_office_offences(), **cjs_offences()}


def _read(file: str) -> Mapping[str, Offence]:
    offences = read_table(file, _offence)
    return index(file, ((offence.code, offence) for offence in offences if offence is not None))


@cache
def _themes(text: str) -> frozenset[OffenceTheme]:
    return frozenset(OffenceTheme(word) for word in text.split())


def _offence(row: Row) -> Offence | None:
    if row["status"] == PLACEHOLDER:
        return None
    return Offence(
        code=row["code"],
        description=row["description"],
        themes=_themes(row["themes"]),
        status=CodeStatus(row["status"]),
        schedule_15={"yes": True, "no": False, "": None}[row["schedule_15"]],
        note=row["note"],
        ended_on=date_or_none(row["ended_on"]),
    )
