"""Where orders, bail, conditions and arrangements require the person to be, and what that collides with."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from riskflag.facts.barred import NAMES_A_PLACE
from riskflag.facts.orders import BAIL, RESIDENCE, OrderFacts, TermFact
from riskflag.facts.place import PlaceFacts
from riskflag.facts.proposal import ProposalFacts
from riskflag.facts.protected_address import set_against
from riskflag.matching.address import compare_addresses
from riskflag.records import Address, AddressUse, ProtectedPlaceKind, Record
from riskflag.vocabulary import AddressBand

ARRANGED = frozenset({AddressUse.CURFEW, AddressUse.LICENCE_RESIDENCE, AddressUse.BAIL})
_MAY_BE_ONE = frozenset({AddressBand.SAME_PROPERTY, AddressBand.POSSIBLE, AddressBand.CANNOT_TELL})


@dataclass(frozen=True, slots=True)
class Required:
    """One address at which the person must live or be.

    record: the order, condition or arrangement that requires it
    term: its term; None for an arrangement
    says: its words, for evidence
    place: the address; None where nobody recorded it
    band: how it compares with the proposed address; None where either is absent
    """

    record: Record
    term: TermFact | None
    says: str
    place: Address | None
    band: AddressBand | None

    @property
    def by_bail(self) -> bool:
        """Whether bail requires it."""
        order = self.term.order if self.term else None
        return order is not None and order.order.order_type in BAIL

    @property
    def by_order(self) -> bool:
        """Whether an order requires it, and not bail, the licence or an arrangement."""
        return self.term is not None and self.term.order is not None and not self.by_bail


class CollisionKind(StrEnum):
    """How a required address collides."""

    BARRED = "barred"
    PROTECTED_HOME = "protected_home"
    TWO_ADDRESSES = "two_addresses"


@dataclass(frozen=True, slots=True)
class Collision:
    """A required address that another instrument forbids, or that another requirement contradicts.

    kind: how they collide
    required: the requirement
    record: the other record
    says: its words, for evidence
    sure: whether the addresses are surely the same, or surely two
    """

    kind: CollisionKind
    required: Required
    record: Record
    says: str
    sure: bool


@dataclass(frozen=True, slots=True)
class RequiredFacts:
    """Required addresses.

    addresses: every address at which the person must be
    collisions: those that something else forbids or contradicts
    """

    addresses: tuple[Required, ...]
    collisions: tuple[Collision, ...]


def derive_required(orders: OrderFacts, place: PlaceFacts, proposal: ProposalFacts) -> RequiredFacts:
    """Sets every required address against the terms, the protected homes and the other requirements."""
    required = (*_by_terms(orders), *_arranged(place, proposal))
    collisions = [each for one in required if one.place for each in _forbidden(one, one.place, orders, place)]
    collisions += [each for one, other in combinations(required, 2) for each in _two(one, other)]
    return RequiredFacts(addresses=required, collisions=tuple(collisions))


def _by_terms(orders: OrderFacts) -> Iterable[Required]:
    for term in orders.terms:
        if term.term.kind in RESIDENCE:
            band = term.place.band if term.place else None
            yield Required(term.record, term, term.quoted, term.term.place, band)


def _arranged(place: PlaceFacts, proposal: ProposalFacts) -> Iterable[Required]:
    for record, match in place.own_addresses:
        ended = record.ends_on is not None and record.ends_on < proposal.window.first
        if record.use in ARRANGED and not ended:
            says = f"{record.use.value.replace('_', ' ')} address"
            yield Required(record, None, says, record.address, match.band if match else None)


def _forbidden(one: Required, at: Address, orders: OrderFacts, place: PlaceFacts) -> Iterable[Collision]:
    for term in orders.terms:
        if term.term.place is not None and term.term.kind in NAMES_A_PLACE and not term.allows_living_there:
            band = compare_addresses(term.term.place, at).band
            if band in _MAY_BE_ONE:
                sure = band is AddressBand.SAME_PROPERTY
                yield Collision(CollisionKind.BARRED, one, term.record, term.quoted, sure)
    kept_from = [who for term in orders.terms if term.keeps_away for who in term.covers]
    for home in (fact.record for who in dict.fromkeys(kept_from) for fact in place.places_of(who)):
        match = set_against(home, at) if home.kind is ProtectedPlaceKind.HOME else None
        if match and match.band in _MAY_BE_ONE:
            sure = match.band is AddressBand.SAME_PROPERTY
            yield Collision(CollisionKind.PROTECTED_HOME, one, home, "home of a protected person", sure)


def _two(one: Required, other: Required) -> Iterable[Collision]:
    if one.place is None or other.place is None:
        return
    band = compare_addresses(one.place, other.place).band
    if band in (AddressBand.DIFFERENT, AddressBand.CANNOT_TELL):
        sure = band is AddressBand.DIFFERENT
        yield Collision(CollisionKind.TWO_ADDRESSES, one, other.record, other.says, sure)
