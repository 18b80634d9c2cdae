"""Contact from custody with somebody whom the person must leave alone, as records of any kind show it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from riskflag.facts import Facts
from riskflag.facts.history import each_once, when
from riskflag.facts.household import under_age
from riskflag.facts.names import is_named
from riskflag.facts.orders import TermFact
from riskflag.facts.quoting import words_of
from riskflag.facts.wording import mentions
from riskflag.facts.written import not_disproved
from riskflag.matching.person import compare_people
from riskflag.records import (
    Contact,
    Conviction,
    CustodyEvent,
    CustodyEventKind,
    NamedPerson,
    Prohibition,
    Record,
)
from riskflag.reference.flags import FlagTheme
from riskflag.vocabulary import PersonBand, ProhibitionKind

NO_CONTACT = frozenset({ProhibitionKind.NO_CONTACT, ProhibitionKind.NO_CONTACT_WITH_CHILDREN})
_CHANNEL = re.compile(
    r"\b(?:(?:tele)?phon\w*|calls?|called|rang|texts?|texted|messag\w+|e-?mail\w*|letters?|wrote|written"
    r"|visit\w*|video|social media|facebook|instagram|whatsapp|snapchat|(?-i:PIN))\b",
    re.IGNORECASE,
)
_SOLICITOR = re.compile(r"\bsolicitors?\b", re.IGNORECASE)
_BY_SOLICITOR = re.compile(
    r"(?:(?:a|an|one|two|\d+) )?(?:letters?|e-?mails?|messages?|correspondence)(?: (?:to|from) \w+)?"
    r"(?: sent| written| passed)? (?:through|via|by|from) (?:(?:his|her|their|a|the) )?solicitors?"
    r"(?: about (?:(?:the|his|her|their) )?\w+)?(?:,? as (?:the |her )?\w+ (?:allows|permits))?\.?",
    re.IGNORECASE,
)
"""Nothing but this: what else was noticed with it has to be looked at."""
_BUT_BY_SOLICITOR = re.compile(
    r"\b(?:save|except|other than|but|unless)\b(?:\W+\w+){0,5}\W+solicitors?\b", re.IGNORECASE
)


class Sign(StrEnum):
    """What shows the contact."""

    NOTICED = "noticed"
    ORDER_BROKEN = "order_broken"
    ABUSE = "abuse"
    LISTED = "listed"


@dataclass(frozen=True, slots=True)
class ContactFromCustody:
    """One record of contact from custody, or of an attempt or a preparation.

    sign: what shows it
    record: the record
    says: its words
    matched: what links it to somebody protected; None where the record itself says so
    """

    sign: Sign
    record: Record
    says: str
    matched: str | None = None


def contact_from_custody(facts: Facts) -> Iterable[ContactFromCustody]:
    """Events in custody, breaches and abuse since it began, and protected people on the list of contacts."""
    began = facts.returns.custody_began
    for event in facts.history.custody:
        noticed = event.kind is CustodyEventKind.CONTACT_WITH_PROTECTED_PERSON
        if noticed and when(event) >= (began or date.min) and not _permitted(event, facts):
            yield ContactFromCustody(Sign.NOTICED, event, words_of(event))
    for sign, record in _harm(facts):
        if began and record.happened_on and began < record.happened_on <= facts.as_of:
            yield ContactFromCustody(sign, record, words_of(record))
    yield from _listed(facts)


def not_known(facts: Facts) -> Iterable[str]:
    """What must be known before it can be said that no breach or abuse came from custody."""
    began = facts.returns.custody_began
    for _, record in _harm(facts):
        if began is None and _may_be_from_custody(record):
            yield "when this custody began"
        if began is not None and record.happened_on is None and record.recorded_on > began:
            yield "when an order was broken or abuse happened"


def _may_be_from_custody(record: Record) -> bool:
    """Whether it was done by a channel that is open in prison."""
    method = record.method if isinstance(record, Conviction) else ""
    return mentions(_CHANNEL, words_of(record), method)


def _harm(facts: Facts) -> Iterable[tuple[Sign, Record]]:
    if not (facts.history.breaches or facts.orders.breaches or facts.history.abuse_by_person):
        return
    broken = each_once((*facts.history.breaches, *facts.orders.breaches))
    yield from ((Sign.ORDER_BROKEN, record) for record in broken)
    told = set(map(id, broken))
    abuse = each_once(fact.record for fact in facts.history.abuse_by_person)
    yield from ((Sign.ABUSE, record) for record in abuse if id(record) not in told)


def _listed(facts: Facts) -> Iterable[ContactFromCustody]:
    terms, requests = facts.orders.terms_of(NO_CONTACT), facts.history.flagged(FlagTheme.NO_CONTACT_REQUEST)
    if not (terms or requests):
        return
    listed = [c for c in facts.household.contacts if c.active and mentions(_CHANNEL, c.note)]
    people = [who for term in terms for who in term.covers or _victims(facts)]
    for contact in listed:
        matched = _protected(contact, people) or _as_a_child(contact, terms, facts)
        if matched is None and any(is_named(contact.who, request.words) for request in requests):
            matched = "a request for no contact has this name"
        if matched is not None:
            yield ContactFromCustody(Sign.LISTED, contact, contact.note, matched)


def _victims(facts: Facts) -> Iterable[NamedPerson]:
    """About whom a term is that names nobody."""
    for fact in facts.history.convictions:
        if not_disproved(fact):
            yield from fact.record.victims
    yield from (fact.victim for fact in facts.history.abuse_by_person)


def _as_a_child(contact: Contact, terms: Iterable[TermFact], facts: Facts) -> str | None:
    about_children = any(
        term.term.kind is ProhibitionKind.NO_CONTACT_WITH_CHILDREN and not term.covers for term in terms
    )
    return "a child" if about_children and under_age(contact.who, facts.as_of) else None


def _protected(contact: Contact, people: Iterable[NamedPerson]) -> str | None:
    """What agrees with somebody whom the person may not contact; None where nobody is like the contact."""
    matches = (compare_people(contact.who, who) for who in people)
    return next((match.because for match in matches if match.band is not PersonBand.DIFFERENT), None)


def _permitted(event: CustodyEvent, facts: Facts) -> bool:
    """Whether it only went through a solicitor and every term against contact expressly lets that pass."""
    terms = [term.term for term in facts.orders.terms_of(NO_CONTACT)]
    by_solicitor = bool(terms) and _BY_SOLICITOR.fullmatch(event.words.strip()) is not None
    return by_solicitor and all(_lets_solicitors(term) for term in terms)


def _lets_solicitors(term: Prohibition) -> bool:
    return bool(_SOLICITOR.search(term.allows or "") or _BUT_BY_SOLICITOR.search(term.wording))
