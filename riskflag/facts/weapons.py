"""Weapons on record, and whether an assessment made since has considered them."""

import re
from enum import StrEnum

from riskflag.facts import Facts
from riskflag.facts.assessed import decided_on
from riskflag.facts.history import when
from riskflag.facts.topics import weapon_records
from riskflag.facts.wording import mentions
from riskflag.records import Record
from riskflag.reference.flags import FlagTheme
from riskflag.vocabulary import RiskLevel, Source

_WEAPON = re.compile(
    r"\b(?:weapons?|kni(?:fe|ves)|blades?|machetes?|firearms?|guns?|corrosive|acid)\b", re.IGNORECASE
)


class Heeded(StrEnum):
    """How far the newest risk assessment has taken weapons in."""

    CONSIDERED = "considered"
    NO_ASSESSMENT = "no_assessment"
    BEFORE_THE_WEAPON = "before_the_weapon"
    NOT_CONSIDERED = "not_considered"
    LOW = "low"
    NOT_REGISTERED = "not_registered"


def weapon_evidence(facts: Facts) -> tuple[Record, ...]:
    """Proven weapon offences, recent finds in custody and open weapon flags."""
    return (*weapon_records(facts), *(flag.record for flag in facts.history.flagged(FlagTheme.WEAPON)))


def how_heeded(facts: Facts, weapons: tuple[Record, ...]) -> Heeded:
    """The first thing that is wrong with the newest assessment, or CONSIDERED.

    One that says it considered weapons, made since the newest of them, settles the matter. Otherwise the
    level of risk to the public must not be low, its words must speak of weapons, and a flag must be open.
    """
    made = facts.history.latest_assessment
    if made is None:
        return Heeded.NO_ASSESSMENT
    if when(made) < max(decided_on(record) for record in weapons):
        return Heeded.BEFORE_THE_WEAPON
    if made.weapon_considered:
        return Heeded.CONSIDERED
    if RiskLevel.LOW in (made.to_public, made.overall):
        return Heeded.LOW
    if made.weapon_considered is False or not mentions(_WEAPON, made.words):
        return Heeded.NOT_CONSIDERED
    return Heeded.CONSIDERED if _flagged_or_unknown(facts) else Heeded.NOT_REGISTERED


def _flagged_or_unknown(facts: Facts) -> bool:
    """Whether a weapon flag is open, or may be for all that could be read."""
    unread = {Source.ALERTS, Source.REGISTRATIONS} & facts.unavailable.keys()
    return bool(unread or facts.history.flagged(FlagTheme.WEAPON))
