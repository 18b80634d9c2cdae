"""Weapons on record, and whether an assessment made since has considered them."""

import re
from enum import StrEnum

from riskflag.facts.assessed import decided_on
from riskflag.facts.history import when
from riskflag.facts.once import once_a_person
from riskflag.facts.person import PersonFacts
from riskflag.facts.topics import weapon_records
from riskflag.facts.wording import mentions
from riskflag.records import Record
from riskflag.reference.flags import FlagTheme
from riskflag.vocabulary import RiskLevel, Source

_NAMED = (
    r"(?:weapons?|kni(?:fe|ves)|blade[ds]?|machetes?|firearms?|guns?|hammers?|axes?|swords?|corrosive|acid)"
)
_WEAPON = re.compile(rf"\b{_NAMED}\b", re.IGNORECASE)
_TO_HAND = (
    r"(?:(?<!not )\b(?:us(?:ed|es|ing)|carr(?:y|ies|ied|ying)|armed|possess\w*|produced|brandish\w*)"
    r"|(?<!was )(?<!were )(?<!been )\b(?:threatened|stabbed|slashed|attacked) \w+ with)"
)
_CARRIED_OR_USED = re.compile(
    rf"{_TO_HAND}(?: \w+){{0,3}}? {_NAMED}\b(?![^.;]*\b(?:himself|herself|themselves|self-harm)\b)"
    rf"|{_NAMED} (?:was|were|had been|being) (?:carried|used|produced|brandished)\b"
    r"|\bweapons?\b[^.;]{0,30}\byes\b",
    re.IGNORECASE,
)
_REASONS = re.compile(r"(?<!is )(?<!be )\bconsidered\b|\btaken into account\b|\bexplained\b", re.IGNORECASE)
_NO_REASONS = re.compile(r"\b(?:not|never|no|nor|without|yet)\b|n't\b", re.IGNORECASE)
_SENTENCE_ENDS = re.compile(r"[.;]\s|\n")


class Heeded(StrEnum):
    """How far the newest risk assessment has taken weapons in."""

    CONSIDERED = "considered"
    NO_ASSESSMENT = "no_assessment"
    BEFORE_THE_WEAPON = "before_the_weapon"
    NOT_CONSIDERED = "not_considered"
    LOW = "low"
    NOT_REGISTERED = "not_registered"


@once_a_person
def weapon_evidence(facts: PersonFacts) -> tuple[Record, ...]:
    """Proven weapon offences, recent finds in custody, open weapon flags, and the current assessment where it
    says that a weapon was carried or used."""
    flagged = (flag.record for flag in facts.history.flagged(FlagTheme.WEAPON))
    assessed = [each for each in facts.history.current_assessments if mentions(_CARRIED_OR_USED, each.words)]
    return (*weapon_records(facts), *flagged, *assessed)


def how_heeded(facts: PersonFacts, weapons: tuple[Record, ...]) -> Heeded:
    """The first thing that is wrong with the newest assessment, or CONSIDERED.

    One that says it considered weapons, in its field or in a sentence of its words, made since the newest of
    them, settles the matter. Otherwise the
    level of risk to the public must not be low, its words must speak of weapons, and a flag must be open.
    """
    made = facts.history.latest_assessment
    if made is None:
        return Heeded.NO_ASSESSMENT
    if when(made) < max(decided_on(record) for record in weapons):
        return Heeded.BEFORE_THE_WEAPON
    if made.weapon_considered or (made.weapon_considered is None and _gives_reasons(made.words)):
        return Heeded.CONSIDERED
    if RiskLevel.LOW in (made.to_public, made.overall):
        return Heeded.LOW
    if made.weapon_considered is False or not mentions(_WEAPON, made.words):
        return Heeded.NOT_CONSIDERED
    return Heeded.CONSIDERED if _flagged_or_unknown(facts) else Heeded.NOT_REGISTERED


def _flagged_or_unknown(facts: PersonFacts) -> bool:
    """Whether a weapon flag is open, or may be for all that could be read."""
    unread = {Source.ALERTS, Source.REGISTRATIONS} & facts.unavailable.keys()
    return bool(unread or facts.history.flagged(FlagTheme.WEAPON))


def _gives_reasons(words: str) -> bool:
    """Whether a sentence says of a weapon that it was considered. One that denies anything does not count."""
    return any(
        _WEAPON.search(part) and _REASONS.search(part) and not _NO_REASONS.search(part)
        for part in _SENTENCE_ENDS.split(words)
    )
