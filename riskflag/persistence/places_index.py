"""What anybody's records say of a place: found by its address among all that is held, however it is written.

The index only brings together what may be one place; ``matching`` says whether it is. What is found in
others' records is confidential: it is for answers to officers alone, who are not told whose it is.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Row, Table, select

from riskflag.matching.address import AddressMatch
from riskflag.matching.address_ranking import compare_with
from riskflag.persistence import tables
from riskflag.persistence.many_numbers import for_numbers, some_at_a_time
from riskflag.persistence.named_places import places_named
from riskflag.persistence.place_search import likely_places
from riskflag.persistence.place_tokens import Shelf
from riskflag.persistence.shelves import record_in
from riskflag.persistence.vault import opened_value
from riskflag.records import Address, AddressRecord, PlaceIncident, ProtectedPlace, ProtectiveOrder, Record
from riskflag.vocabulary import AddressBand, PersonId

MOST_LOOKED_AT = 200
"""How many of the likeliest places are told apart by what names them."""
MOST_OPENED = 60
"""How many of each kind are opened: a block full of supervised people hides no protected home."""
AS_LIKELY = 0.95
"""Whatever is nearly as likely as the likeliest is told apart too, however many there are."""
WORTH_OPENING = 0.3
"""What speaks for a place, of what speaks for the likeliest, below which it is none of those asked about."""
ALWAYS_OPENED = 10
"""How many of each kind are opened however little speaks for them."""
TOLD = frozenset({AddressBand.SAME_PROPERTY, AddressBand.SAME_BUILDING, AddressBand.POSSIBLE})

_PLACES = tables.indexed_place
_NAMED_BY = for_numbers(select(_PLACES.c.id, *(_PLACES.c[shelf.value] for shelf in Shelf)), _PLACES.c.id)
_TABLES: Mapping[Shelf, Table] = {
    Shelf.PROTECTED_PLACE: tables.protected_place,
    Shelf.RECORD: tables.record,
    Shelf.INCIDENT: tables.place_incident,
}
_ROWS = {shelf: for_numbers(select(table), table.primary_key.columns[0]) for shelf, table in _TABLES.items()}

Scored = tuple[int, float]
_Opened = tuple[PersonId | None, Record, Address]


class NamedAs(StrEnum):
    """What a record names a place as."""

    PROTECTED_PLACE = "protected_place"
    NAMED_IN_ORDER = "named_in_order"
    HELD_ADDRESS = "held_address"
    INCIDENT = "incident"


_NAMED_AS: Mapping[type[Record], NamedAs] = {
    ProtectedPlace: NamedAs.PROTECTED_PLACE,
    ProtectiveOrder: NamedAs.NAMED_IN_ORDER,
    AddressRecord: NamedAs.HELD_ADDRESS,
    PlaceIncident: NamedAs.INCIDENT,
}


@dataclass(frozen=True, slots=True)
class PlaceFound:
    """A place in somebody's records that is, or may be, the one asked about.

    owner: whose record names it; None for the place register's
    kind: what it is named as
    match: how far it is the same place, and why
    address: the place as the record has it
    record: the record
    """

    owner: PersonId | None
    kind: NamedAs
    match: AddressMatch
    address: Address = field(repr=False)
    record: Record = field(repr=False)


@dataclass(frozen=True, slots=True)
class PlacesFound:
    """What came of looking.

    places: what was found, the likeliest first
    unreadable: how many more may be the place and cannot be read; at least one where the index cannot be
        used, or where more are as likely as the likeliest than are opened
    """

    places: tuple[PlaceFound, ...]
    unreadable: int = 0


def places_like(
    connection: Connection, address: Address, *, excluding: PersonId | None = None
) -> PlacesFound:
    """What records say of the place, of everybody but ``excluding``."""
    likely = likely_places(connection, address)
    opened, unreadable = _opened(connection, likely.places, excluding)
    compared = compare_with(address, [where for _, _, where in opened])
    found = (_found(*opened[ranked.place], ranked.match) for ranked in compared if ranked.match.band in TOLD)
    return PlacesFound(tuple(found), unreadable + (not likely.usable))


def _opened(
    connection: Connection, likely: Sequence[Scored], excluding: PersonId | None
) -> tuple[list[_Opened], int]:
    """What the records of these places say, and how many cannot be read."""
    opened: list[_Opened] = []
    unreadable = 0
    least = likely[0][1] * AS_LIKELY if likely else 0.0
    for shelf, scored in _by_shelf(connection, _looked_at(likely)).items():
        unreadable += _left_out(scored, least)
        for owner, record in _records(connection, shelf, _worth_opening(shelf, scored), excluding):
            if record is None:
                unreadable += 1
            else:
                opened += [(owner, record, where) for where in places_named(record)]
    return opened, unreadable


def _left_out(scored: Sequence[Scored], least: float) -> bool:
    """Whether one that is as likely as the likeliest is not opened for want of room: it may be the place."""
    return len(scored) > MOST_OPENED and scored[MOST_OPENED][1] >= least


def _looked_at(likely: Sequence[Scored]) -> Sequence[Scored]:
    least = likely[0][1] * AS_LIKELY if likely else 0.0
    beyond = (number for number, (_, score) in enumerate(likely) if score < least)
    return likely[: max(MOST_LOOKED_AT, next(beyond, len(likely)))]


def _by_shelf(connection: Connection, likely: Sequence[Scored]) -> dict[Shelf, list[Scored]]:
    """Which records name these places, the likeliest first, where each lies."""
    named_by = {row[0]: row for row in some_at_a_time(connection, _NAMED_BY, [place for place, _ in likely])}
    shelves = tuple(Shelf)
    found: dict[Shelf, list[Scored]] = {shelf: [] for shelf in shelves}
    for place, score in likely:
        for shelf, number in zip(shelves, named_by.get(place, (place,))[1:], strict=False):
            if number is not None:
                found[shelf].append((number, score))
    return found


def _worth_opening(shelf: Shelf, scored: Sequence[Scored]) -> list[int]:
    """Of protected places none is left out for being written worse than another."""
    least = scored[0][1] * WORTH_OPENING if scored and shelf is not Shelf.PROTECTED_PLACE else 0.0
    ordered = enumerate(scored)
    return [number for place, (number, score) in ordered if place < ALWAYS_OPENED or score >= least]


def _records(
    connection: Connection, shelf: Shelf, numbers: Sequence[int], excluding: PersonId | None
) -> Iterator[tuple[PersonId | None, Record | None]]:
    """Whose each record is, and the record, the likeliest first; None for one that cannot be read."""
    held = some_at_a_time(connection, _ROWS[shelf], numbers[: MOST_OPENED * 2])
    rows = {_number(shelf, row): row for row in held}
    others = [rows[number] for number in numbers if number in rows]
    if excluding is not None:
        others = [row for row in others if _owner(row) != excluding]
    for row in others[:MOST_OPENED]:
        yield _owner(row), _record(connection, shelf, row)


def _number(shelf: Shelf, row: Row[*tuple[Any, ...]]) -> int:
    return int(row.id if shelf is Shelf.INCIDENT else row.sequence)


def _owner(row: Row[*tuple[Any, ...]]) -> PersonId | None:
    return PersonId(row.person_id) if "person_id" in row._mapping else None


def _record(connection: Connection, shelf: Shelf, row: Row[*tuple[Any, ...]]) -> Record | None:
    if shelf is Shelf.INCIDENT:
        return opened_value(connection, row.body, PlaceIncident, "place_incident", str(row.id))
    return record_in(connection, row)


def _found(owner: PersonId | None, record: Record, address: Address, match: AddressMatch) -> PlaceFound:
    return PlaceFound(owner, _NAMED_AS[type(record)], match, address, record)
