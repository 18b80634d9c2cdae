"""Which orders in force no licence condition mirrors."""

from collections.abc import Iterable
from dataclasses import dataclass

from riskflag.facts.history import HistoryFacts
from riskflag.facts.names import named_in
from riskflag.facts.orders import FROM_CHILDREN, KEEP_AWAY, KEEP_OUT, NOT_REPEATED, OrderFacts, TermFact
from riskflag.matching.person import compare_people
from riskflag.records import LicenceCondition, NamedPerson
from riskflag.reference.licence_conditions import find_condition
from riskflag.vocabulary import PersonBand, ProhibitionKind

PLACES = KEEP_OUT | {ProhibitionKind.EXCLUSION_AREA}
TO_MIRROR = KEEP_AWAY | PLACES | FROM_CHILDREN


@dataclass(frozen=True, slots=True)
class Unmirrored:
    """Terms of an order in force that no licence condition covers.

    terms: the terms, all of one order
    who: whom they protect; None where they protect an area or children in general
    """

    terms: tuple[TermFact, ...]
    who: NamedPerson | None


def derive_unmirrored(orders: OrderFacts, history: HistoryFacts) -> tuple[Unmirrored, ...]:
    """Sets every order in force against the licence conditions, person by person."""
    by_order: dict[int, list[TermFact]] = {}
    for term in orders.terms:
        if term.order and term.term.kind in TO_MIRROR and term.order.order.order_type not in NOT_REPEATED:
            by_order.setdefault(id(term.order), []).append(term)
    victims = [who for conviction in history.convictions for who in conviction.record.victims]
    live = [term.record for term in orders.terms if isinstance(term.record, LicenceCondition)]
    return tuple(
        Unmirrored(tuple(terms), who)
        for terms in by_order.values()
        for who in _people(terms)
        if not any(_covers(each, who, terms, victims) for each in live)
    )


def _people(terms: list[TermFact]) -> Iterable[NamedPerson | None]:
    return dict.fromkeys(who for term in terms for who in term.covers) or (None,)


def _covers(
    condition: LicenceCondition, who: NamedPerson | None, terms: list[TermFact], victims: list[NamedPerson]
) -> bool:
    """A condition that names nobody covers the victims of the offences, an area, or children in general."""
    known = find_condition(condition.code) if condition.code else None
    kinds = {condition.prohibition.kind} | (known.kinds if known else frozenset())
    if who is None:
        return any(kinds & group for group in (PLACES, FROM_CHILDREN) if _any_of(terms, group))
    if not kinds & (TO_MIRROR | {ProhibitionKind.NO_ASSOCIATION}):
        return False
    if condition.names:
        return any(_alike(name, who) for name in condition.names)
    about_victims = bool(kinds & KEEP_AWAY) and any(_alike(victim, who) for victim in victims)
    return about_victims or named_in(who.name, condition.prohibition.wording)


def _any_of(terms: list[TermFact], kinds: frozenset[ProhibitionKind]) -> bool:
    return any(term.term.kind in kinds for term in terms)


def _alike(one: NamedPerson, other: NamedPerson) -> bool:
    band = compare_people(one, other).band
    return band in (PersonBand.SAME_PERSON, PersonBand.CONFIRM_IDENTITY)
