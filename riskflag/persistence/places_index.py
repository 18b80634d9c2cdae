"""What anybody's records say of a place: found by its address among all that is held, however it is written.

The index only brings together what may be one place; ``matching`` says whether it is. What is found in
others' records is confidential: it is for answers to officers alone, who are not told whose it is.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from sqlalchemy import BindParameter, Connection, Row, Table, bindparam, select

from riskflag.matching.address import AddressMatch
from riskflag.matching.address_ranking import compare_with
from riskflag.persistence import tables
from riskflag.persistence.named_places import places_named
from riskflag.persistence.place_search import likely_places
from riskflag.persistence.place_tokens import Shelf, some_at_a_time
from riskflag.persistence.shelves import record_in
from riskflag.persistence.vault import opened_value
from riskflag.records import Address, AddressRecord, PlaceIncident, ProtectedPlace, ProtectiveOrder, Record
from riskflag.vocabulary import AddressBand, PersonId

MOST_LOOKED_AT = 300
"""How many of the likeliest places are told apart by what names them."""
MOST_OPENED = 60
"""How many of each kind are opened: a block full of supervised people hides no protected home."""
AS_LIKELY = 0.95
"""Whatever is nearly as likely as the likeliest is told apart too, however many there are."""
TOLD = frozenset({AddressBand.SAME_PROPERTY, AddressBand.SAME_BUILDING, AddressBand.POSSIBLE})

_PLACES = tables.indexed_place
_SOME: BindParameter[int] = bindparam("some", expanding=True)
_NAMED_BY = select(_PLACES).where(_PLACES.c.id.in_(_SOME))
_TABLES: Mapping[Shelf, Table] = {
    Shelf.PROTECTED_PLACE: tables.protected_place,
    Shelf.RECORD: tables.record,
    Shelf.INCIDENT: tables.place_incident,
}
_ROWS = {
    shelf: select(table).where(table.primary_key.columns[0].in_(_SOME)) for shelf, table in _TABLES.items()
}


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
    unreadable: how many more may be the place and cannot be read; at least one where the index cannot be used
    """

    places: tuple[PlaceFound, ...]
    unreadable: int = 0


def places_like(
    connection: Connection, address: Address, *, excluding: PersonId | None = None
) -> PlacesFound:
    """What records say of the place, of everybody but ``excluding``."""
    likely = likely_places(connection, address)
    opened, unreadable = _opened(connection, _looked_at(likely.places), excluding)
    compared = compare_with(address, [where for _, _, where in opened])
    found = (_found(*opened[ranked.place], ranked.match) for ranked in compared if ranked.match.band in TOLD)
    return PlacesFound(tuple(found), unreadable + (not likely.usable))


def _looked_at(likely: Sequence[tuple[int, float]]) -> list[int]:
    least = likely[0][1] * AS_LIKELY if likely else 0.0
    return [
        place for number, (place, score) in enumerate(likely) if number < MOST_LOOKED_AT or score >= least
    ]


_Opened = tuple[PersonId | None, Record, Address]


def _opened(
    connection: Connection, places: Sequence[int], excluding: PersonId | None
) -> tuple[list[_Opened], int]:
    """What the records of these places say, and how many cannot be read."""
    named_by = {row.id: row for row in some_at_a_time(connection, _NAMED_BY, places)}
    opened: list[_Opened] = []
    unreadable = 0
    for shelf in Shelf:
        numbers = [named_by[place]._mapping[shelf.value] for place in places if place in named_by]
        for owner, record in _records(connection, shelf, [n for n in numbers if n is not None], excluding):
            if record is None:
                unreadable += 1
            else:
                opened += [(owner, record, where) for where in places_named(record)]
    return opened, unreadable


def _records(
    connection: Connection, shelf: Shelf, numbers: Sequence[int], excluding: PersonId | None
) -> Iterator[tuple[PersonId | None, Record | None]]:
    """Whose each record is, and the record, the likeliest first; None for one that cannot be read."""
    key = _TABLES[shelf].primary_key.columns[0].name
    rows = {
        row._mapping[key]: row for row in some_at_a_time(connection, _ROWS[shelf], numbers[: MOST_OPENED * 2])
    }
    theirs = {number for number, row in rows.items() if excluding is not None and _owner(row) == excluding}
    others = [rows[number] for number in numbers if number in rows and number not in theirs]
    for row in others[:MOST_OPENED]:
        yield _owner(row), _record(connection, shelf, row)


def _owner(row: Row[*tuple[Any, ...]]) -> PersonId | None:
    return PersonId(row.person_id) if "person_id" in row._mapping else None


def _record(connection: Connection, shelf: Shelf, row: Row[*tuple[Any, ...]]) -> Record | None:
    if shelf is Shelf.INCIDENT:
        return opened_value(connection, row.body, PlaceIncident, "place_incident", str(row.id))
    return record_in(connection, row)


def _found(owner: PersonId | None, record: Record, address: Address, match: AddressMatch) -> PlaceFound:
    return PlaceFound(owner, _NAMED_AS[type(record)], match, address, record)
