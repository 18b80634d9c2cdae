"""What stands against the site of a referral: who is there, what bars it, and the work done there."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from riskflag.enquiry import ReferralEnquiry
from riskflag.facts import Facts
from riskflag.facts.household import LinkedAs
from riskflag.facts.known_risks import barred_from_work
from riskflag.facts.orders import FROM_CHILDREN, TermFact
from riskflag.facts.place import ProtectedPlaceFact
from riskflag.facts.quoting import quoted
from riskflag.facts.whereabouts import HomeKnown
from riskflag.records import RecipientKind, Record
from riskflag.vocabulary import AddressBand, ProhibitionKind, Relationship

_KNOWN = frozenset({HomeKnown.CONFIRMED, HomeKnown.AT_THE_ADDRESS})
_MAY_BE = frozenset({AddressBand.SAME_PROPERTY, AddressBand.SAME_BUILDING, AddressBand.POSSIBLE})
_NONE_AGREED = re.compile(
    r"\s*(?:(?:no|nil|n/?a|unknown|tbc|tba|[-?])\s*[.;,]?\s*$|(?:none|nothing|to be|awaiting|pending)\b"
    r"|not (?:yet|agreed|known|needed|applicable|recorded|asked|possible|arranged)\b)",
    re.IGNORECASE,
)
_GIVES_WORK = frozenset({RecipientKind.EMPLOYER, RecipientKind.EDUCATION, RecipientKind.OTHER})
THE_SITE = "the site of the referral"


class Against(StrEnum):
    """Why the person must not go to the site."""

    KEPT_AWAY = "kept_away"
    CAN_BE_FOUND = "can_be_found"
    VICTIM = "victim"
    CO_DEFENDANT = "co_defendant"
    BARRED = "barred"
    CHILDREN = "children"
    WORK = "work"


PEOPLE = frozenset({Against.KEPT_AWAY, Against.CAN_BE_FOUND, Against.VICTIM, Against.CO_DEFENDANT})
"""Reasons that another day or entrance, agreed and recorded, can meet."""


@dataclass(frozen=True, slots=True)
class SiteRisk:
    """One record that stands against the site.

    against: why
    record: the record
    says: its words; of a protected place its kind, never where it is
    matched: what agreed; None where nothing had to
    sure: whether who or where it is has been settled
    """

    against: Against
    record: Record
    says: str
    matched: str | None
    sure: bool


def site_risks(facts: Facts) -> Iterable[SiteRisk]:
    """Everything that stands against the site of the referral, or against the work there."""
    referral = facts.referral
    if referral is None:
        return
    found = (*_kept_away(facts), *_found_there(facts), *_victims(facts), *_co_defendants(facts))
    apart = _agreed_apart(referral) and not facts.proposal.lives_there
    yield from (risk for risk in found if not apart)
    for barred in facts.barred.terms:
        says = barred.terms[0].quoted
        yield SiteRisk(Against.BARRED, barred.record, says, barred.because, barred.sure)
    yield from _children(referral, facts)
    for record in barred_from_work(facts) if referral.regulated_work else ():
        yield SiteRisk(Against.WORK, record, quoted(record, facts), None, sure=True)


def site_unknown(facts: Facts) -> bool:
    """Whether the person is to go somewhere and nobody says where."""
    attends = facts.referral is not None and not facts.referral.nothing_to_attend
    return attends and facts.proposal.address is None


def not_known(facts: Facts) -> Iterable[str]:
    """What must be known before the site can be said to be safe."""
    referral = facts.referral
    if referral is None:
        return
    if referral.regulated_work is None and referral.recipient in _GIVES_WORK and barred_from_work(facts):
        yield "whether the work is with children or adults at risk"
    if site_unknown(facts):
        yield THE_SITE
    elif not referral.nothing_to_attend:
        yield from _not_known_of_the_site(referral, facts)


def _agreed_apart(referral: ReferralEnquiry) -> bool:
    """Whether another day or entrance was agreed; "none" and "to be agreed" are written in empty fields."""
    return bool(referral.kept_apart.strip()) and not _NONE_AGREED.match(referral.kept_apart)


def _not_known_of_the_site(referral: ReferralEnquiry, facts: Facts) -> Iterable[str]:
    if any(_unplaced(fact) for fact in facts.place.protected):
        yield "where a protected person can be found"
    elif not facts.proposal.occupants_stated and any(w.home not in _KNOWN for w in facts.keep_away_from):
        yield "where somebody whom an order protects can be found"
    if facts.orders.without_terms:
        yield "the terms of an order in force"
    if facts.barred.unread_addresses or facts.barred.unread_areas:
        yield "a place or an area that a term bars"
    if referral.children_attend is None and facts.orders.terms_of(FROM_CHILDREN):
        yield "whether children come to the site"


def _kept_away(facts: Facts) -> Iterable[SiteRisk]:
    for present in facts.present:
        terms = [term for term in present.terms if _keeps_away(term)]
        for says in [term.quoted for term in terms] or ([] if present.terms else ["no term is recorded"]):
            yield SiteRisk(Against.KEPT_AWAY, present.record, says, present.because, present.sure)


def _keeps_away(term: TermFact) -> bool:
    away = term.keeps_away or term.term.kind in FROM_CHILDREN
    apart = away or term.term.kind is ProhibitionKind.NO_ASSOCIATION
    return apart and not term.allows_living_there


def _found_there(facts: Facts) -> Iterable[SiteRisk]:
    for fact in facts.place.protected:
        if fact.match is not None and fact.match.band in _MAY_BE and not fact.superseded:
            sure = fact.match.band is AddressBand.SAME_PROPERTY and fact.current
            says = quoted(fact.record, facts)
            yield SiteRisk(Against.CAN_BE_FOUND, fact.record, says, fact.match.because, sure)


def _unplaced(fact: ProtectedPlaceFact) -> bool:
    unread = fact.match is None or fact.match.band is AddressBand.CANNOT_TELL
    return unread and not fact.superseded


def _victims(facts: Facts) -> Iterable[SiteRisk]:
    for link in facts.household.linked(LinkedAs.ABUSE_VICTIM, LinkedAs.OFFENCE_VICTIM):
        says = quoted(link.record, facts)
        yield SiteRisk(Against.VICTIM, link.record, says, link.match.because, link.sure)


def _co_defendants(facts: Facts) -> Iterable[SiteRisk]:
    """A co-defendant at the site, where a term about associates names nobody: somebody has to be asked."""
    there = any(o.who.relationship is Relationship.CO_DEFENDANT for o in facts.household.occupants)
    terms = facts.orders.terms_of(frozenset({ProhibitionKind.NO_ASSOCIATION})) if there else ()
    for term in terms:
        if not term.covers:
            because = "somebody at the site is a co-defendant"
            yield SiteRisk(Against.CO_DEFENDANT, term.record, term.quoted, because, sure=False)


def _children(referral: ReferralEnquiry, facts: Facts) -> Iterable[SiteRisk]:
    terms = facts.orders.terms_of(FROM_CHILDREN) if facts.proposal.address is not None else ()
    if referral.children_attend:
        because = "children come to the site"
        yield from (SiteRisk(Against.CHILDREN, t.record, t.quoted, because, sure=True) for t in terms)
    else:
        for child in facts.protected_children:
            for term in child.terms:
                yield SiteRisk(Against.CHILDREN, child.record, term.quoted, child.because, child.sure)
