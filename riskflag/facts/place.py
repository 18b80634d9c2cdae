"""What is known of the proposed place: protected people near it, what happened there, what is said of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from riskflag.dossier import Dossier, PlaceKnowledge
from riskflag.facts.history import HistoryFacts, newest_first
from riskflag.facts.proposal import ProposalFacts
from riskflag.facts.protected_address import nearness_of, set_against
from riskflag.matching.address import AddressMatch, compare_addresses
from riskflag.matching.person import is_same_person
from riskflag.matching.place import Nearness
from riskflag.records import (
    Address,
    AddressDecision,
    AddressNote,
    AddressRecord,
    DomesticAbuseEvent,
    KnownElsewhere,
    NamedPerson,
    ProtectedPlace,
    ProtectedPlaceKind,
    Record,
)
from riskflag.reference.thresholds import NEAR_URBAN_METRES, PROTECTED_ADDRESS_MAX_AGE_DAYS
from riskflag.vocabulary import AddressBand


@dataclass(frozen=True, slots=True)
class ProtectedPlaceFact:
    """A protected place set against the proposed address.

    record: the protected place
    match: whether the two are one place; None where its address is withheld or nothing is proposed
    nearness: whether it is near; CANNOT_TELL where its address is withheld
    current: confirmed recently enough to rely on
    superseded: another home of the same protected person was confirmed later
    """

    record: ProtectedPlace
    match: AddressMatch | None
    nearness: Nearness
    current: bool
    superseded: bool


@dataclass(frozen=True, slots=True)
class HappenedHere:
    """A record of something that happened at, or is said of, the proposed address.

    record: the record
    match: how its address compares with the proposed one; None where it is written about "the address"
    """

    record: Record
    match: AddressMatch | None

    @property
    def sure(self) -> bool:
        """Whether it is surely this address."""
        return self.match is None or self.match.band is AddressBand.SAME_PROPERTY


@dataclass(frozen=True, slots=True)
class PlaceFacts:
    """The proposed place.

    protected: every protected place on the person's record, set against it
    offences: convictions, charges and abuse events that happened there
    notes: what staff or police wrote about it
    every_note: what was written about any address, newest first
    decisions: what was decided about it, newest first
    incidents: what the place register holds about it
    own_addresses: addresses that systems hold for the person, set against it
    known_elsewhere: what other people's records say of who lives there
    """

    protected: tuple[ProtectedPlaceFact, ...]
    offences: tuple[HappenedHere, ...]
    notes: tuple[HappenedHere, ...]
    every_note: tuple[AddressNote, ...]
    decisions: tuple[HappenedHere, ...]
    incidents: tuple[HappenedHere, ...]
    own_addresses: tuple[tuple[AddressRecord, AddressMatch | None], ...]
    known_elsewhere: tuple[KnownElsewhere, ...] = ()

    def places_of(self, who: NamedPerson) -> tuple[ProtectedPlaceFact, ...]:
        """Where somebody who is surely ``who`` can be found, without homes they have left."""
        return tuple(
            fact for fact in self.protected if not fact.superseded and is_same_person(fact.record.who, who)
        )


def derive_place(
    dossier: Dossier, proposal: ProposalFacts, history: HistoryFacts, knowledge: PlaceKnowledge
) -> PlaceFacts:
    """Sets every place on record against the proposed address."""
    address = proposal.address
    located: list[tuple[Record, Address | None]] = [
        (c.record, c.record.location) for c in history.convictions if c.record.location
    ]
    located += [(event, event.at) for event in dossier.of(DomesticAbuseEvent) if event.at]
    decisions = newest_first(dossier.of(AddressDecision))
    home = proposal.lives_there
    return PlaceFacts(
        protected=tuple(_protected(place, dossier, address) for place in dossier.of(ProtectedPlace)),
        offences=tuple(_here(located, address, home)),
        every_note=newest_first(dossier.of(AddressNote)),
        notes=tuple(_here(((n, n.address) for n in dossier.of(AddressNote)), address, home)),
        decisions=tuple(_here(((d, d.address) for d in decisions), address, home)),
        incidents=tuple(_here(((i, i.address) for i in knowledge.readable), address, home)),
        own_addresses=tuple(
            (record, compare_addresses(record.address, address) if address else None)
            for record in dossier.of(AddressRecord)
        ),
        known_elsewhere=knowledge.readable_people if home else (),
    )


def _protected(place: ProtectedPlace, dossier: Dossier, address: Address | None) -> ProtectedPlaceFact:
    age_days = (dossier.as_of_date - place.verified_on).days if place.verified_on else None
    return ProtectedPlaceFact(
        record=place,
        match=set_against(place, address),
        nearness=nearness_of(place, address, NEAR_URBAN_METRES.value),
        current=age_days is not None and 0 <= age_days <= PROTECTED_ADDRESS_MAX_AGE_DAYS.value,
        superseded=any(_moved(place, later, dossier.as_of_date) for later in dossier.of(ProtectedPlace)),
    )


def _moved(place: ProtectedPlace, later: ProtectedPlace, today: date) -> bool:
    """Whether ``later`` shows that somebody's home is no longer ``place``; a date to come shows nothing."""
    if not place.kind is later.kind is ProtectedPlaceKind.HOME:
        return False
    if later.verified_on is None or later.verified_on > today:
        return False
    if place.verified_on is not None and place.verified_on >= later.verified_on:
        return False
    return is_same_person(place.who, later.who)


def _here(
    records: Iterable[tuple[Record, Address | None]], address: Address | None, home: bool
) -> Iterable[HappenedHere]:
    """Those that are, or may be, about the proposed address. One without an address is about it where it is
    to be the person's ``home``, and says nothing of a site that they would only attend."""
    for record, place in records:
        if address is None:
            continue
        if place is None:
            if home:
                yield HappenedHere(record, None)
            continue
        match = compare_addresses(place, address)
        if match.band is not AddressBand.DIFFERENT:
            yield HappenedHere(record, match)
