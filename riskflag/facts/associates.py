"""People and places that tie the person to offending or to danger: co-defendants, gangs, rivals, threats."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from riskflag.facts import Facts
from riskflag.facts.barred_company import SHARED
from riskflag.facts.dates import years_before
from riskflag.facts.household import who_may_be_there
from riskflag.facts.names import is_named
from riskflag.facts.spoken_orders import free_texts
from riskflag.facts.wording import may_be_here, mentions
from riskflag.matching.person import may_be_same_person
from riskflag.records import (
    AddressDecision,
    AddressNote,
    Conviction,
    DecisionKind,
    NamedPerson,
    PlaceIncident,
    PlaceIncidentKind,
    Record,
)
from riskflag.reference.flags import FlagTheme
from riskflag.reference.thresholds import CO_DEFENDANT_YEARS
from riskflag.vocabulary import RELATIVES, Relationship

GANG_FLAGS = (FlagTheme.GANG, FlagTheme.ORGANISED_CRIME)
"""Flags for gangs, for organised crime and for conflict with other prisoners."""
_ASSOCIATE = re.compile(
    r"\bco-?(?:accused|defendants?)\b|\bgangs?\b|\borgani[sz]ed crime\b|(?-i:\bOCG\b)|\brivals?\b",
    re.IGNORECASE,
)
_THREATENED = re.compile(
    r"\bosman (?:warning|notice|letter)\b|\bthreat[- ]to[- ]life (?:warning|notice)\b"
    r"|\b(?:under threat|at risk|threatened|in fear|in debt|threats? to (?:his|her|their) (?:life|safety))"
    r" (?:from|by|of|to) (?:\w+ )?(?:rivals?|gangs?"
    r"|associates?|dealers?|co-?(?:accused|defendants?))\b|\bprice on (?:his|her|their) head\b",
    re.IGNORECASE,
)
_SUPERVISED = PlaceIncidentKind.SUPERVISED_PERSON_LIVES_THERE
_APPROVED = frozenset({DecisionKind.APPROVED, DecisionKind.APPROVED_WITH_CONDITIONS})


class Tie(StrEnum):
    """What ties the person to somebody there, or puts them in danger."""

    CO_DEFENDANT = "co_defendant"
    CALLED_ASSOCIATE = "called_associate"
    NAMED_IN_FLAG = "named_in_flag"
    SUPERVISED_THERE = "supervised_there"
    SHARED_PLACE = "shared_place"
    WRITTEN_OF_IT = "written_of_it"
    UNDER_THREAT = "under_threat"


@dataclass(frozen=True, slots=True)
class Associate:
    """One reason to ask whether the address keeps the person apart from associates and rivals.

    tie: the reason
    record: the record that gives it; None where the enquiry alone does
    says: the record's words
    matched: what links it to the address; None where nothing had to
    """

    tie: Tie
    record: Record | None
    says: str
    matched: str | None = None


def associates_there(facts: Facts) -> Iterable[Associate]:
    """Every reason on record; terms of orders and conditions have a module of their own."""
    for who in who_may_be_there(facts.household):
        yield from _co_defendant(who, facts)
        yield from _called_associate(who, facts)
        yield from _named_in_a_flag(who, facts)
    yield from _flagged_among_others(facts)
    yield from _written_of_the_address(facts)
    yield from (Associate(Tie.UNDER_THREAT, record, words) for record, words in _threats(facts))


def _co_defendant(who: NamedPerson, facts: Facts) -> Iterable[Associate]:
    """A relative with whom a decision plans for it is left out, and so is a case of long ago."""
    contacts = [c for c in facts.household.contacts if c.active and may_be_same_person(c.who, who)]
    called = [c for c in contacts if c.who.relationship is Relationship.CO_DEFENDANT]
    if not (called or who.relationship is Relationship.CO_DEFENDANT):
        return
    related = any(each.relationship in RELATIVES for each in (who, *(c.who for c in contacts)))
    if _cases_are_old(facts) or (related and _planned(facts)):
        return
    if called:
        yield Associate(Tie.CO_DEFENDANT, called[0], called[0].note or "co-defendant", "an occupant")
        return
    newest = max((c.record for c in facts.history.convictions), key=_day, default=None)
    says = newest.description if newest else ""
    yield Associate(Tie.CO_DEFENDANT, newest, says, "an occupant is named as co-defendant")


def _called_associate(who: NamedPerson, facts: Facts) -> Iterable[Associate]:
    for contact in facts.household.contacts:
        if contact.active and mentions(_ASSOCIATE, contact.note) and may_be_same_person(contact.who, who):
            yield Associate(Tie.CALLED_ASSOCIATE, contact, contact.note, "an occupant")


def _named_in_a_flag(who: NamedPerson, facts: Facts) -> Iterable[Associate]:
    for flag in facts.history.flagged(*GANG_FLAGS):
        if is_named(who, flag.words):
            yield Associate(Tie.NAMED_IN_FLAG, flag.record, flag.words, "the name of an occupant")


def _flagged_among_others(facts: Facts) -> Iterable[Associate]:
    flags = facts.history.flagged(*GANG_FLAGS)
    if not flags or facts.proposal.address is None:
        return
    for said in facts.place.incidents:
        if isinstance(said.record, PlaceIncident) and said.record.kind is _SUPERVISED and may_be_here(said):
            yield Associate(Tie.SUPERVISED_THERE, said.record, "a person under supervision lives there")
    if facts.proposal.placement in SHARED:
        yield from (Associate(Tie.SHARED_PLACE, f.record, f"{f.described} {f.words}".strip()) for f in flags)


def _written_of_the_address(facts: Facts) -> Iterable[Associate]:
    if mentions(_ASSOCIATE, facts.proposal.notes):
        yield Associate(Tie.WRITTEN_OF_IT, None, facts.proposal.notes)
    for said in facts.place.notes:
        if (
            isinstance(said.record, AddressNote)
            and may_be_here(said)
            and mentions(_ASSOCIATE, said.record.words)
        ):
            yield Associate(Tie.WRITTEN_OF_IT, said.record, said.record.words)


def _threats(facts: Facts) -> Iterable[tuple[Record | None, str]]:
    for record, words in free_texts(facts):
        if mentions(_THREATENED, words):
            yield record, words
    for flag in facts.history.flags:
        if flag.is_open and mentions(_THREATENED, flag.words):
            yield flag.record, flag.words


def _cases_are_old(facts: Facts) -> bool:
    since = years_before(facts.as_of, CO_DEFENDANT_YEARS.value)
    cases = [conviction.record for conviction in facts.history.convictions]
    return bool(cases) and all(_day(record) < since for record in cases)


def _day(record: Conviction) -> date:
    """The day of the case; one of which no day is known counts as today's."""
    return record.convicted_on or record.happened_on or date.max


def _planned(facts: Facts) -> bool:
    """Whether somebody approved this very address and wrote down how."""
    return any(
        isinstance(said.record, AddressDecision)
        and said.sure
        and said.record.decision in _APPROVED
        and bool(said.record.words.strip())
        for said in facts.place.decisions
    )
