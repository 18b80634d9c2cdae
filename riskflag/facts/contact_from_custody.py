"""Contact from custody with somebody whom the person must leave alone, as records of any kind show it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from riskflag.facts import Facts
from riskflag.facts.history import each_once, when
from riskflag.facts.quoting import words_of
from riskflag.facts.wording import mentions
from riskflag.matching.person import compare_people
from riskflag.records import Contact, CustodyEvent, CustodyEventKind, NamedPerson, Prohibition, Record
from riskflag.vocabulary import PersonBand, ProhibitionKind

NO_CONTACT = frozenset({ProhibitionKind.NO_CONTACT, ProhibitionKind.NO_CONTACT_WITH_CHILDREN})
_CHANNEL = re.compile(
    r"\b(?:(?:tele)?phon\w*|calls?|called|rang|texts?|texted|messag\w+|e-?mail\w*|letters?|wrote|written"
    r"|visit\w*|video|social media|facebook|instagram|whatsapp|snapchat|(?-i:PIN))\b",
    re.IGNORECASE,
)
_SOLICITOR = re.compile(r"\bsolicitors?\b", re.IGNORECASE)
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
        if began is None and mentions(_CHANNEL, words_of(record)):
            yield "when this custody began"
        if began is not None and record.happened_on is None and record.recorded_on > began:
            yield "when an order was broken or abuse happened"


def _harm(facts: Facts) -> Iterable[tuple[Sign, Record]]:
    if not (facts.history.breaches or facts.orders.breaches or facts.history.abuse_by_person):
        return
    broken = each_once((*facts.history.breaches, *facts.orders.breaches))
    yield from ((Sign.ORDER_BROKEN, record) for record in broken)
    told = set(map(id, broken))
    abuse = each_once(fact.record for fact in facts.history.abuse_by_person)
    yield from ((Sign.ABUSE, record) for record in abuse if id(record) not in told)


def _listed(facts: Facts) -> Iterable[ContactFromCustody]:
    terms = facts.orders.terms_of(NO_CONTACT)
    if not terms:
        return
    for contact in facts.household.contacts:
        if contact.active and mentions(_CHANNEL, contact.note):
            matched = _protected(contact, [who for term in terms for who in term.covers])
            if matched is not None:
                yield ContactFromCustody(Sign.LISTED, contact, contact.note, matched)


def _protected(contact: Contact, people: Iterable[NamedPerson]) -> str | None:
    """What agrees with somebody whom the person may not contact; None where nobody is like the contact."""
    matches = (compare_people(contact.who, who) for who in people)
    return next((match.because for match in matches if match.band is not PersonBand.DIFFERENT), None)


def _permitted(event: CustodyEvent, facts: Facts) -> bool:
    """Whether it went through a solicitor and every term against contact expressly lets that pass."""
    terms = [term.term for term in facts.orders.terms_of(NO_CONTACT)]
    return bool(terms and _SOLICITOR.search(event.words)) and all(_lets_solicitors(term) for term in terms)


def _lets_solicitors(term: Prohibition) -> bool:
    return bool(_SOLICITOR.search(term.allows or "") or _BUT_BY_SOLICITOR.search(term.wording))
