"""From whom the person must keep away, and whether it is known where they live."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from riskflag.facts.orders import KEEP_AWAY, KEEP_OUT, OrderFacts, TermFact
from riskflag.facts.place import PlaceFacts, ProtectedPlaceFact
from riskflag.facts.presence import Presence
from riskflag.matching.place import Nearness
from riskflag.records import NamedPerson, ProtectedPlaceKind
from riskflag.vocabulary import ProhibitionKind, Relationship

ABOUT_SOMEBODY = KEEP_AWAY | KEEP_OUT | {ProhibitionKind.EXCLUSION_AREA}


class HomeKnown(StrEnum):
    """How far it is known where somebody lives."""

    CONFIRMED = "confirmed"
    AT_THE_ADDRESS = "at_the_address"
    NOT_ON_RECORD = "not_on_record"
    WITHHELD = "withheld"
    OUT_OF_DATE = "out_of_date"
    NOBODY_NAMED = "nobody_named"


@dataclass(frozen=True, slots=True)
class KeptAwayFrom:
    """Somebody from whom an order or condition in force keeps the person away.

    term: the first of its terms that covers them
    who: they; None where the order or condition names nobody
    home: how far it is known where they live
    homes: what is on record of it
    """

    term: TermFact
    who: NamedPerson | None
    home: HomeKnown
    homes: tuple[ProtectedPlaceFact, ...]


def derive_whereabouts(
    orders: OrderFacts, present: tuple[Presence, ...], place: PlaceFacts
) -> tuple[KeptAwayFrom, ...]:
    """One entry for each order or condition and each person it covers; associates in crime are left out."""
    seen: dict[tuple[int, NamedPerson | None], KeptAwayFrom] = {}
    for term in orders.terms:
        for who in _about(term):
            if (id(term.record), who) not in seen:
                homes = _homes(who, place)
                seen[id(term.record), who] = KeptAwayFrom(term, who, _known(who, homes, present), homes)
    return tuple(seen.values())


def _about(term: TermFact) -> Iterable[NamedPerson | None]:
    if term.term.kind not in ABOUT_SOMEBODY:
        return ()
    if not term.covers:
        return (None,) if term.keeps_away else ()
    return (who for who in term.covers if who.relationship is not Relationship.CO_DEFENDANT)


def _homes(who: NamedPerson | None, place: PlaceFacts) -> tuple[ProtectedPlaceFact, ...]:
    if who is None:
        return ()
    return tuple(fact for fact in place.places_of(who) if fact.record.kind is ProtectedPlaceKind.HOME)


def _known(
    who: NamedPerson | None, homes: tuple[ProtectedPlaceFact, ...], present: tuple[Presence, ...]
) -> HomeKnown:
    if who is None:
        return HomeKnown.NOBODY_NAMED
    if any(each.sure and each.who == who for each in present):
        return HomeKnown.AT_THE_ADDRESS
    if not homes:
        return HomeKnown.NOT_ON_RECORD
    if any(home.nearness is Nearness.CANNOT_TELL for home in homes):
        return HomeKnown.WITHHELD
    return HomeKnown.CONFIRMED if all(home.current for home in homes) else HomeKnown.OUT_OF_DATE
