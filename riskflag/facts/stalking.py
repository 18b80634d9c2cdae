"""Stalking by the person: proved, ordered against, flagged, recorded, or marked in what was written."""

import re
from collections.abc import Iterable, Mapping
from enum import StrEnum
from types import MappingProxyType

from riskflag.facts.history import ConvictionFact
from riskflag.facts.once import once_a_person
from riskflag.facts.person import PersonFacts
from riskflag.facts.quoting import quoted
from riskflag.facts.wording import mentions
from riskflag.facts.written import not_disproved, nothing_on_record, written_of_deeds
from riskflag.records import DomesticAbuseEvent, DomesticAbuseKind, Record
from riskflag.reference.flags import FlagTheme
from riskflag.reference.offences import OffenceTheme
from riskflag.vocabulary import OrderType

_MARKERS: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {
        name: re.compile(pattern, re.IGNORECASE)
        for name, pattern in {
            "fixated": r"\bfixat\w+",
            "obsessive": r"\bobsess\w+",
            "unwanted": r"\bunwanted\b|\bunwelcome\b|\buninvited\b|\basked (?:him|her|them) to stop\b"
            r"|\bturn(?:s|ed|ing) up at\b|\bwait(?:s|ed|ing) outside\b"
            r"|\bfollow(?:s|ed|ing)? (?:her|him|them)\b",
            "repeated": r"\brepeated(?:ly)?\b|\bpersist\w+|\bevery day\b|\bdaily\b|\bagain and again\b"
            r"|\b\d{2,} (?:calls|messages|texts|emails|letters)\b",
        }.items()
    }
)
"""The four markers by which police and probation tell stalking from a quarrel."""
ENOUGH = 2
_STALKING = re.compile(r"\bstalk(?:s|ed|er|ing)\b", re.IGNORECASE)


class Stalking(StrEnum):
    """How it is known."""

    OFFENCE = "offence"
    ORDER = "order"
    FLAGGED = "flagged"
    RECORDED = "recorded"
    MARKED = "marked"


@once_a_person
def stalkings(facts: PersonFacts) -> tuple[tuple[Stalking, Record, str], ...]:
    """Each record of stalking by the person, whoever the victim is, with its words; what is only written
    counts by the word itself or by two of the four markers."""
    return tuple(_stalkings(facts))


def _stalkings(facts: PersonFacts) -> Iterable[tuple[Stalking, Record, str]]:
    if nothing_on_record(facts):
        return
    told: set[int] = set()
    for how, record in (*_offences(facts), *_orders(facts), *_flags(facts), *_events(facts)):
        told.add(id(record))
        yield how, record, quoted(record, facts)
    for record, words in written_of_deeds(facts):
        if id(record) not in told:
            signs = [name for name, pattern in _MARKERS.items() if mentions(pattern, words)]
            if len(signs) >= ENOUGH or mentions(_STALKING, words):
                yield Stalking.MARKED, record, f"{', '.join(signs) or 'stalking'}: {words}"


def _offences(facts: PersonFacts) -> Iterable[tuple[Stalking, Record]]:
    convictions: Iterable[ConvictionFact] = facts.history.convictions
    for fact in convictions:
        if OffenceTheme.STALKING in fact.themes and not_disproved(fact):
            yield Stalking.OFFENCE, fact.record


def _orders(facts: PersonFacts) -> Iterable[tuple[Stalking, Record]]:
    for fact in facts.orders.binding:
        if fact.order.order_type is OrderType.STALKING_PROTECTION_ORDER:
            yield Stalking.ORDER, fact.order


def _flags(facts: PersonFacts) -> Iterable[tuple[Stalking, Record]]:
    yield from ((Stalking.FLAGGED, flag.record) for flag in facts.history.flagged(FlagTheme.STALKING))


def _events(facts: PersonFacts) -> Iterable[tuple[Stalking, Record]]:
    for abuse in facts.history.abuse_by_person:
        event = abuse.record
        if isinstance(event, DomesticAbuseEvent) and event.kind is DomesticAbuseKind.STALKING_OR_HARASSMENT:
            yield Stalking.RECORDED, event
