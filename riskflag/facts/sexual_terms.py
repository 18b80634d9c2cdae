"""Terms made because of a sexual risk, set against who lives at the address and where it is."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from riskflag.facts import Facts
from riskflag.facts.children_at_site import (
    WHETHER,
    surely_breaks,
    terms_against_children_there,
    whether_children_come_is_open,
)
from riskflag.facts.orders import FROM_CHILDREN, OrderFact, TermFact
from riskflag.facts.partners import partners_here
from riskflag.facts.risk_to_children import supporting_assessment
from riskflag.records import LicenceCondition, ProtectiveOrder
from riskflag.reference.flags import FlagTheme
from riskflag.reference.licence_conditions import SHORT_CODE_LENGTH
from riskflag.reference.offences import OffenceTheme
from riskflag.vocabulary import OrderType, ProhibitionKind

SEXUAL_CONDITIONS = frozenset({"fce34fb2", "4a5fed48", "c4a17002"})
"""Licence conditions on living with children, meeting them alone, and places for them (policy version 4)."""


class Conflict(StrEnum):
    """What a term has to do with the address."""

    CHILD = "child"
    CHILD_ASSESSED = "child_assessed"
    PERSON = "person"
    PLACE = "place"
    PARTNER_TO_NOTIFY = "partner_to_notify"
    DEVICES = "devices"


@dataclass(frozen=True, slots=True)
class TermConflict:
    """One term in force that conflicts with the address, or may.

    conflict: what it has to do with it
    record: the order or licence condition
    says: the term as drafted
    because: what agreed; None where nothing had to
    sure: whether who or where it is has been settled
    """

    conflict: Conflict
    record: ProtectiveOrder | LicenceCondition
    says: str
    because: str | None
    sure: bool


def sexual_conflicts(facts: Facts) -> tuple[TermConflict, ...]:
    """Every term made because of a sexual risk that conflicts with the address, or may."""
    if not facts.orders.terms or not any(_sexual(term, facts) for term in facts.orders.terms):
        return ()
    return (*_people(facts), *_children_who_come(facts), *_places(facts), *_others(facts))


def not_seen(facts: Facts) -> Iterable[str]:
    """What must be known before such terms can be set against the address."""
    if facts.proposal.address is None:
        return
    terms = [term for term in facts.orders.terms if _sexual(term, facts)]
    seen = any(_made_for_it(order) for order in facts.orders.in_force)
    flagged = any(FlagTheme.PROTECTIVE_ORDER in f.themes for f in facts.history.flagged(FlagTheme.SEXUAL))
    if (flagged and not seen) or any(_made_for_it(order) for order in facts.orders.without_terms):
        yield "the terms of an order made because of a sexual risk"
    if facts.proposal.household_unknown and any(_about_people(term) for term in terms):
        yield "who lives there"
    if whether_children_come_is_open(facts) and any(_about_people(term) for term in terms):
        yield WHETHER
    unread = (*facts.barred.unread_addresses, *facts.barred.unread_areas)
    if any(term in terms for term in unread):
        yield "the place that a term names"


def _people(facts: Facts) -> Iterable[TermConflict]:
    assessed = supporting_assessment(facts) is not None
    for each in facts.protected_children:
        for term in each.terms:
            if _sexual(term, facts):
                allowed = assessed and term.term.allows
                conflict = Conflict.CHILD_ASSESSED if allowed else Conflict.CHILD
                yield TermConflict(conflict, each.record, term.quoted, each.because, each.sure)
    for each in facts.present:
        for term in each.terms:
            kept_away = term.keeps_away and not term.allows_living_there
            if kept_away and _sexual(term, facts) and each not in facts.protected_children:
                yield TermConflict(Conflict.PERSON, each.record, term.quoted, each.because, each.sure)


def _children_who_come(facts: Facts) -> Iterable[TermConflict]:
    because = "children come to the site"
    for term in terms_against_children_there(facts):
        if _sexual(term, facts):
            sure = surely_breaks(term, facts)
            yield TermConflict(Conflict.CHILD, term.record, term.quoted, because, sure)


def _places(facts: Facts) -> Iterable[TermConflict]:
    for barred in facts.barred.terms:
        for term in barred.terms:
            if _sexual(term, facts):
                yield TermConflict(Conflict.PLACE, barred.record, term.quoted, barred.because, barred.sure)


def _others(facts: Facts) -> Iterable[TermConflict]:
    for term in facts.orders.terms:
        if not _sexual(term, facts):
            continue
        if term.term.kind is ProhibitionKind.DEVICES_OR_INTERNET:
            yield TermConflict(Conflict.DEVICES, term.record, term.quoted, None, sure=True)
        if term.term.kind is ProhibitionKind.NOTIFY and partners_here(facts):
            yield TermConflict(Conflict.PARTNER_TO_NOTIFY, term.record, term.quoted, None, sure=True)


def _sexual(term: TermFact, facts: Facts) -> bool:
    """A term of a sexual or violent offender order, one of three licence conditions, or any condition about
    children on somebody with a sexual offence or flag."""
    if term.order is not None:
        return _made_for_it(term.order)
    code = term.record.code if isinstance(term.record, LicenceCondition) else None
    if code and code[:SHORT_CODE_LENGTH].lower() in SEXUAL_CONDITIONS:
        return True
    history = facts.history
    offended = history.convicted_of(OffenceTheme.SEXUAL, OffenceTheme.SEXUAL_AGAINST_CHILD)
    return term.term.kind in FROM_CHILDREN and bool(offended or history.flagged(FlagTheme.SEXUAL))


def _made_for_it(order: OrderFact) -> bool:
    """A duty to notify the police is for another rule: it forbids nothing."""
    kind = order.order.order_type
    sexual = order.info.sexual and kind is not OrderType.SEX_OFFENDER_NOTIFICATION
    return sexual or kind is OrderType.VIOLENT_OFFENDER_ORDER


def _about_people(term: TermFact) -> bool:
    return term.term.kind in FROM_CHILDREN or term.keeps_away
