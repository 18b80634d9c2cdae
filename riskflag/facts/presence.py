"""Whom an order or condition covers and who lives, or may live, at the proposed address."""

from collections.abc import Iterable
from dataclasses import dataclass

from riskflag.facts.history import HistoryFacts
from riskflag.facts.household import HouseholdFacts, LinkedAs
from riskflag.facts.names import is_named
from riskflag.facts.orders import RESIDENCE, OrderFacts, TermFact
from riskflag.facts.place import PlaceFacts, ProtectedPlaceFact
from riskflag.matching.person import compare_people
from riskflag.records import LicenceCondition, NamedPerson, ProtectedPlaceKind, ProtectiveOrder, Record
from riskflag.vocabulary import AddressBand, PersonBand, Source

ORDER_SOURCES = frozenset({Source.PROTECTIVE_ORDERS, Source.LICENCE_CONDITIONS})
"""Where terms come from."""
PRESENCE_SOURCES = ORDER_SOURCES | {Source.CONTACTS, Source.CONVICTIONS, Source.PROTECTED_PLACES}
"""Where it comes from that somebody whom a term covers lives at an address."""
LIVES_THERE = frozenset({ProtectedPlaceKind.HOME, ProtectedPlaceKind.VISITS})
MAY_BE_HERE = frozenset({AddressBand.SAME_PROPERTY, AddressBand.POSSIBLE, AddressBand.CANNOT_TELL})


@dataclass(frozen=True, slots=True)
class Presence:
    """Somebody an order or condition covers who lives, or may live, at the proposed address.

    record: the order or licence condition
    terms: its terms in force that cover them; empty where none of its terms is recorded
    who: they, as the order describes them
    seen_in: the record that places them there; None where the enquiry or a contact names them
    because: what agreed, never the names or the addresses themselves
    sure: whether identity and address are both settled; otherwise somebody must confirm them
    """

    record: ProtectiveOrder | LicenceCondition
    terms: tuple[TermFact, ...]
    who: NamedPerson
    seen_in: Record | None
    because: str
    sure: bool


def derive_presence(
    orders: OrderFacts, household: HouseholdFacts, place: PlaceFacts, history: HistoryFacts
) -> tuple[Presence, ...]:
    """Sets everybody whom a term in force covers against the household and the protected places. A condition
    that names nobody is about the victims of the offences."""
    victims = [who for conviction in history.convictions for who in conviction.record.victims]
    by_record: dict[int, tuple[ProtectiveOrder | LicenceCondition, list[TermFact]]] = {}
    for term in (term for term in orders.terms if term.term.kind not in RESIDENCE):
        by_record.setdefault(id(term.record), (term.record, []))[1].append(term)
    for fact in orders.without_terms:
        by_record[id(fact.order)] = (fact.order, [])
    return tuple(
        present
        for record, terms in by_record.values()
        for present in (
            *_in_household(record, tuple(terms), household),
            *_at_protected_place(record, tuple(terms), place, victims),
            *_in_the_wording(record, tuple(terms), household),
        )
    )


def _in_household(
    record: ProtectiveOrder | LicenceCondition, terms: tuple[TermFact, ...], household: HouseholdFacts
) -> Iterable[Presence]:
    for link in household.links:
        if link.record is record:
            about = tuple(term for term in terms if link.who in term.covers)
            seen_in: Record | None = link.perhaps.contact if link.perhaps else None
        elif link.linked_as is LinkedAs.OFFENCE_VICTIM and isinstance(record, LicenceCondition):
            about, seen_in = tuple(term for term in terms if not term.covers), link.record
        else:
            continue
        if about or not terms:
            yield Presence(record, about, link.who, seen_in, link.because, link.sure)


def _in_the_wording(
    record: ProtectiveOrder | LicenceCondition, terms: tuple[TermFact, ...], household: HouseholdFacts
) -> Iterable[Presence]:
    """Occupants whom the wording of a term names that lists nobody. A name alone is to be confirmed."""
    here: list[tuple[NamedPerson, Record | None]] = [(o.who, None) for o in household.occupants]
    here += [(each.occupant.who, each.contact) for each in household.perhaps_there]
    for term in (term for term in terms if not term.covers):
        for who, seen_in in here:
            if is_named(who, term.term.wording):
                yield Presence(record, (term,), who, seen_in, "the wording has this name", sure=False)


def _at_protected_place(
    record: ProtectiveOrder | LicenceCondition,
    terms: tuple[TermFact, ...],
    place: PlaceFacts,
    victims: list[NamedPerson],
) -> Iterable[Presence]:
    covered = [who for term in terms for who in term.covers]
    if isinstance(record, LicenceCondition):
        covered = covered or victims
    elif not terms:
        covered = list(record.protects)
    for fact in place.protected:
        if fact.match is None or fact.match.band not in MAY_BE_HERE or not _lives_there(fact):
            continue
        for who in dict.fromkeys(covered):
            match = compare_people(fact.record.who, who)
            if match.band is not PersonBand.DIFFERENT:
                sure = match.band is PersonBand.SAME_PERSON
                yield Presence(
                    record=record,
                    terms=tuple(term for term in terms if who in term.covers or not term.covers),
                    who=who,
                    seen_in=fact.record,
                    because=f"{match.because}; {fact.match.because}",
                    sure=sure and fact.match.band is AddressBand.SAME_PROPERTY,
                )


def _lives_there(fact: ProtectedPlaceFact) -> bool:
    return fact.record.kind in LIVES_THERE and not fact.superseded
