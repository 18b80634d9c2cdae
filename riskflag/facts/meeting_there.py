"""What may bring somebody from whom the person must keep away to the address, besides living there."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from riskflag.facts import Facts
from riskflag.facts.dates import written_date
from riskflag.facts.household import who_may_be_there
from riskflag.facts.names import is_named
from riskflag.facts.orders import TermFact
from riskflag.facts.place import ProtectedPlaceFact
from riskflag.facts.referral_site import THE_SITE, site_unknown
from riskflag.facts.wording import may_be_here, mentions
from riskflag.matching.person import compare_people, may_be_same_person
from riskflag.records import AddressNote, NamedPerson, ProtectedPlaceKind, Record
from riskflag.vocabulary import AddressBand, PersonBand

_KIN = (
    r"(?:mother|father|mum|dad|parents?|sister|brother|sibling|aunt|uncle|cousin|niece|nephew"
    r"|grand(?:mother|father|parents?)|relatives?|friend|colleague|carer)"
)
_THEM = (
    r"(?:ex(?:-?(?:wife|husband|partner|girlfriend|boyfriend))?|former \w+"
    r"|victim|complainant|protected person)"
)
_TIED = re.compile(
    rf"\b{_KIN} (?:of|to) (?:\w+ )?{_THEM}\b|\b{_THEM}(?:'s|\N{{RIGHT SINGLE QUOTATION MARK}}s) {_KIN}\b"
    rf"|\b{_THEM}(?: [\w']+){{0,3}} (?:visit\w*|works?|comes?|attends?|stays?|worships?|calls? in)\b",
    re.IGNORECASE,
)
_HANDOVER = re.compile(
    r"\bhand-?\s?overs?\b|\bcontact centre\b"
    r"|\b(?:hand|drop|pick|collect)\w*(?: [\w']+){0,3} (?:child(?:ren)?|kids?|sons?|daughters?|baby)\b",
    re.IGNORECASE,
)
_LONG_GONE = re.compile(
    r"\s*(?:[\w'-]+ ){1,4}last (?:visited|came|attended|worked)(?: here| there)?"
    r" in (?:[a-z]+ )?\d{4},? and (?:has |now ){0,2}(?:lives|moved) (?:abroad|overseas)\.?\s*",
    re.IGNORECASE,
)
"""Nothing but this: whatever else is written beside it has to be read."""
_ARRANGED = re.compile(
    r"\bhand-?\s?over\b|\bcontact centre\b|\bfamily court\b|\bchild arrangements\b", re.IGNORECASE
)
_HERE = frozenset({AddressBand.SAME_PROPERTY, AddressBand.SAME_BUILDING, AddressBand.POSSIBLE})


class Meeting(StrEnum):
    """What may bring the two together."""

    GOES_THERE = "goes_there"
    MAY_GO_THERE = "may_go_there"
    TIED = "tied"
    HANDOVER = "handover"


@dataclass(frozen=True, slots=True)
class MeetingThere:
    """One reason why the two may meet at the address.

    meeting: the reason
    record: the record that gives it; None for what was said with the enquiry
    says: its words; of a protected place its kind and when it was confirmed, never where it is
    matched: what links it to the address or to somebody protected
    term: a term that keeps the person away
    """

    meeting: Meeting
    record: Record | None
    says: str
    matched: str | None
    term: TermFact


def keeping_away(facts: Facts) -> tuple[TermFact, ...]:
    """Terms in force that keep the person away from somebody and do not let them live together."""
    return tuple(t for t in facts.orders.terms if t.keeps_away and not t.allows_living_there)


def meetings_there(facts: Facts) -> Iterable[MeetingThere]:
    """Every reason on record; nothing without a proposed address or a term that keeps the person away."""
    terms = keeping_away(facts)
    if not terms or facts.proposal.address is None:
        return
    for fact, term, because in _goes_to(facts, terms):
        if fact.current and fact.match and fact.match.band in _HERE:
            sure = fact.match.band is AddressBand.SAME_PROPERTY
            meeting = Meeting.GOES_THERE if sure else Meeting.MAY_GO_THERE
            yield MeetingThere(meeting, fact.record, _described(fact), because, term)
    arranged = all(_ARRANGED.search(term.term.allows or "") for term in terms)
    for record, words in _texts(facts):
        if _LONG_GONE.fullmatch(words):
            continue
        if mentions(_TIED, words) or any(is_named(who, words) for t in terms for who in t.covers):
            yield MeetingThere(Meeting.TIED, record, words, None, terms[0])
        elif mentions(_HANDOVER, words) and not arranged:
            yield MeetingThere(Meeting.HANDOVER, record, words, None, terms[0])


def not_known(facts: Facts) -> Iterable[str]:
    """What must be known before it can be said that nobody protected comes to the address."""
    if facts.proposal.address is None:
        yield from [THE_SITE] if site_unknown(facts) and keeping_away(facts) else []
        return
    if facts.orders.without_terms:
        yield "the terms of an order in force"
    if _places_unknown(facts, keeping_away(facts)):
        yield "whether a protected person comes to the address"


def _places_unknown(facts: Facts, terms: tuple[TermFact, ...]) -> bool:
    return any(
        fact.match is None
        or fact.match.band is AddressBand.CANNOT_TELL
        or (fact.match.band in _HERE and not (fact.current or _seen_elsewhere_since(fact, facts)))
        for fact, _, _ in _goes_to(facts, terms)
    )


def _goes_to(facts: Facts, terms: tuple[TermFact, ...]) -> Iterable[tuple[ProtectedPlaceFact, TermFact, str]]:
    """Places to which somebody goes from whom a term keeps the person away; homes are left to other rules."""
    for fact in facts.place.protected:
        if fact.record.kind is ProtectedPlaceKind.HOME or fact.superseded:
            continue
        for term in terms:
            because = _may_be_about(fact.record.who, term)
            if because is not None:
                yield fact, term, because
                break


def _may_be_about(who: NamedPerson, term: TermFact) -> str | None:
    """What agrees with somebody whom the term covers; one that names nobody is about whoever is protected."""
    if not term.covers:
        return "the term names nobody, so it may be about whoever goes there"
    matches = (compare_people(who, covered) for covered in term.covers)
    return next((match.because for match in matches if match.band is not PersonBand.DIFFERENT), None)


def _seen_elsewhere_since(fact: ProtectedPlaceFact, facts: Facts) -> bool:
    """Whether a place of the same person that was confirmed later is surely another one."""
    return any(
        other.match is not None
        and other.match.band is AddressBand.DIFFERENT
        and other.current
        and (other.record.verified_on or facts.as_of) > (fact.record.verified_on or facts.as_of)
        for other in facts.place.places_of(fact.record.who)
    )


def _described(fact: ProtectedPlaceFact) -> str:
    return f"protected place ({fact.record.kind.value}), confirmed {written_date(fact.record.verified_on)}"


def _texts(facts: Facts) -> Iterable[tuple[Record | None, str]]:
    """What was written of the address and of those who live there."""
    yield None, facts.proposal.notes
    for said in facts.place.notes:
        if isinstance(said.record, AddressNote) and may_be_here(said):
            yield said.record, said.record.words
    yield from ((each, each.words) for each in facts.household.conversations)
    there = who_may_be_there(facts.household)
    for contact in facts.household.contacts:
        if contact.active and any(may_be_same_person(contact.who, who) for who in there):
            yield contact, contact.note
