"""What preventive orders in force say of the address: areas they forbid, company, and terms to be read."""

from collections.abc import Iterable

from riskflag.facts import Facts
from riskflag.facts.barred import Barred, BarredBy
from riskflag.facts.barred_company import (
    ASSOCIATION,
    barred_company,
    company_unknown,
    terms_about_a_group,
)
from riskflag.facts.orders import UNREAD, TermFact
from riskflag.facts.presence import Presence
from riskflag.matching.place import ZonePosition
from riskflag.vocabulary import AddressBand


def forbidden_areas(facts: Facts) -> Iterable[Barred]:
    """Areas and buildings that a preventive order forbids to enter and in which the address lies, or may
    lie. An area in which it forbids something else is left to be read."""
    for barred in facts.barred.terms:
        entry = (is_preventive(term) and term.term.kind not in UNREAD for term in barred.terms)
        if barred.by is not BarredBy.SOMEBODYS_HOME and any(entry):
            yield barred


def forbidden_company(facts: Facts) -> Iterable[tuple[Presence, tuple[TermFact, ...]]]:
    """Everybody at the address with whom a preventive order forbids the person to associate."""
    for present, terms in barred_company(facts):
        if any(is_preventive(term) for term in terms):
            yield present, terms


def forbidden_groups(facts: Facts) -> Iterable[TermFact]:
    """Terms of preventive orders that bar a kind of company, where others live at the address."""
    return (term for term in terms_about_a_group(facts) if is_preventive(term))


def terms_to_read(facts: Facts) -> Iterable[TermFact]:
    """Terms of preventive orders that are of no kind there is, and not surely about somewhere else."""
    for term in facts.orders.terms_of(UNREAD):
        if is_preventive(term) and not _elsewhere(term):
            yield term


def not_known(facts: Facts) -> Iterable[str]:
    """What must be known before it can be said that no preventive order speaks of the address."""
    if any(is_preventive(term) for term in facts.orders.terms_of(ASSOCIATION)) and company_unknown(facts):
        yield "who lives at the address"
    if any(is_preventive(term) for term in (*facts.barred.unread_areas, *facts.barred.unread_addresses)):
        yield "whether the address is in an area or a building that is forbidden"
    if any(fact.info.preventive for fact in facts.orders.without_terms):
        yield "the terms of an order in force"


def is_preventive(term: TermFact) -> bool:
    """Whether it stands in a preventive order; one of a licence does not."""
    return term.order is not None and term.order.info.preventive


def _elsewhere(term: TermFact) -> bool:
    named = term.place is not None and term.place.band is AddressBand.DIFFERENT
    drawn = term.zone is not None and term.zone.position is ZonePosition.OUTSIDE
    return (named and term.term.zone is None) or (drawn and term.term.place is None) or (named and drawn)
