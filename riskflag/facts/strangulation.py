"""Strangulation and suffocation of partners and relatives: proved, recorded, or only suggested by words."""

import re
from collections.abc import Iterable
from enum import StrEnum

from riskflag.facts.history import ConvictionFact
from riskflag.facts.once import once_a_person
from riskflag.facts.person import PersonFacts
from riskflag.facts.quoting import words_of
from riskflag.facts.wording import mentions
from riskflag.facts.written import not_disproved, nothing_on_record, written_of_deeds
from riskflag.records import (
    Alert,
    Conviction,
    ConvictionOutcome,
    DomesticAbuseEvent,
    DomesticAbuseKind,
    OrderBreach,
    Record,
    Registration,
    RiskAssessment,
)
from riskflag.reference.offences import OffenceTheme
from riskflag.vocabulary import PERSONALLY_CONNECTED, Relationship

_WORDS = re.compile(
    r"\bstrang(?:l|ul)\w*|\bsuffocat\w*|\bsmother\w*|\bgarr?ott\w*|\bthrottl\w*"
    r"|\bchok(?:e[ds]?|ing)\b(?! (?:on|up)\b)|(?<!sore )\bthroat\b|\bneck\b(?! (?:tattoo|brace|pain|injury))"
    r"|\b(?:could not|couldn'?t|unable to|stopped (?:her|him|them)) breath\w*|(?-i:\bNFS\b)|\bheadlock\b",
    re.IGNORECASE,
)
_AT_HOME = re.compile(
    r"\b(?:partner|wife|husband|girlfriend|boyfriend|spouse|ex|she|her|victim|complainant|wom[ae]n|girl"
    r"|mother|mum|father|dad|parents?|sister|brother|son|daughter|domestic)\b",
    re.IGNORECASE,
)
"""Words that place what is written among partners and relatives, or leave open whom it was done to."""


class Strangling(StrEnum):
    """How it is known."""

    PROVED = "proved"
    CHARGED = "charged"
    RECORDED = "recorded"
    VICTIM_UNKNOWN = "victim_unknown"
    SUGGESTED = "suggested"


@once_a_person
def stranglings(facts: PersonFacts) -> tuple[tuple[Strangling, Record, str], ...]:
    """Each record that shows or suggests it, with its words. What was done to somebody who is known to be no
    partner or relative is violence of another kind and left out, and flags and assessments are not heard
    where an offence or an event says it already."""
    return tuple(_stranglings(facts))


def _stranglings(facts: PersonFacts) -> Iterable[tuple[Strangling, Record, str]]:
    if nothing_on_record(facts):
        return
    told: set[int] = set()
    for how, record in (*_offences(facts), *_recorded(facts)):
        told.add(id(record))
        yield how, record, words_of(record)
    for record, words in written_of_deeds(facts):
        repeats = told and isinstance(record, Alert | Registration | RiskAssessment)
        heard = id(record) not in told and not repeats and mentions(_WORDS, words)
        if heard and _may_be_domestic(record, words):
            yield Strangling.SUGGESTED, record, words


def _offences(facts: PersonFacts) -> Iterable[tuple[Strangling, Record]]:
    for fact in facts.history.convictions:
        if OffenceTheme.STRANGULATION in fact.themes and not_disproved(fact):
            how = _of_whom(fact)
            if how is not None:
                yield how, fact.record


def _of_whom(fact: ConvictionFact) -> Strangling | None:
    """None for a victim who is known to be neither partner nor relative, where no court found abuse."""
    if not (fact.connected_victims or fact.record.domestic_abuse_found):
        return Strangling.VICTIM_UNKNOWN if _victim_may_be_kin(fact.record) else None
    pending = fact.record.outcome is ConvictionOutcome.PENDING
    return Strangling.CHARGED if pending else Strangling.PROVED


def _recorded(facts: PersonFacts) -> Iterable[tuple[Strangling, Record]]:
    for abuse in facts.history.abuse_by_person:
        event = abuse.record
        if isinstance(event, DomesticAbuseEvent) and event.kind is DomesticAbuseKind.STRANGULATION:
            yield Strangling.RECORDED, event
    for event in facts.history.abuse_side_unclear:
        if event.kind is DomesticAbuseKind.STRANGULATION:
            yield Strangling.SUGGESTED, event


def _may_be_domestic(record: Record, words: str) -> bool:
    if isinstance(record, DomesticAbuseEvent | OrderBreach):
        return True
    if isinstance(record, Conviction):
        return _victim_may_be_kin(record)
    return bool(_AT_HOME.search(words))


def _victim_may_be_kin(record: Conviction) -> bool:
    """Whether a victim is a partner or relative, or may be for all that anybody recorded."""
    ties = {who.relationship for who in record.victims}
    return not ties or Relationship.UNKNOWN in ties or bool(ties & PERSONALLY_CONNECTED)
