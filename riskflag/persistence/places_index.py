"""What anybody's records say of a place: found by its address among all that is held, however it is written.

The index only brings together what may be one place; ``matching`` says whether it is. What is found in
others' records is confidential: it is for answers to officers alone, who are not told whose it is.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Row, Table, select

from riskflag.matching.address import AddressMatch
from riskflag.matching.address_ranking import compare_with
from riskflag.persistence import tables
from riskflag.persistence.many_numbers import for_numbers, some_at_a_time
from riskflag.persistence.named_places import places_named
from riskflag.persistence.place_marks import Marks, written_of
from riskflag.persistence.place_numbers import Shelf, named_by
from riskflag.persistence.place_search import Likely, likely_places_of
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
WORTH_OPENING = 0.25
"""What speaks for a place, of what speaks for the likeliest, below which it is none of those asked about."""
ALWAYS_OPENED = 10
"""How many of each kind are opened however little speaks for them."""
TOLD = frozenset({AddressBand.SAME_PROPERTY, AddressBand.SAME_BUILDING, AddressBand.POSSIBLE})

_TABLES: Mapping[Shelf, Table] = {
    Shelf.PROTECTED_PLACE: tables.protected_place,
    Shelf.RECORD: tables.record,
    Shelf.INCIDENT: tables.place_incident,
}
_READ = ("id", "sequence", "person_id", "kind", "source_system", "source_id", "body")
"""The columns that tell whose a record is and what it says."""
_ROWS = {
    shelf: for_numbers(
        select(*(column for column in table.columns if column.name in _READ)), table.primary_key.columns[0]
    )
    for shelf, table in _TABLES.items()
}

Scored = tuple[int, float]
_Row = Row[*tuple[Any, ...]]
_Opened = tuple[PersonId | None, Record | None, tuple[Address, ...]]


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
    apart: where marks are asked: of every record that was looked at and is another place
    """

    places: tuple[PlaceFound, ...]
    unreadable: int = 0
    apart: frozenset[bytes] = field(default=frozenset(), compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Sought:
    """A place that is looked for.

    address: the place
    excluding: whose own records say nothing of it
    marks: what was opened before and is another place; None where that is not asked
    """

    address: Address
    excluding: PersonId | None = None
    marks: Marks | None = None


@dataclass(frozen=True, slots=True)
class _Candidate:
    """An address in an opened record, with the mark of that record."""

    mark: bytes
    owner: PersonId | None
    record: Record
    address: Address


@dataclass(frozen=True, slots=True)
class _Looked:
    """What is to be compared, the marks of all that can be read, and how many cannot."""

    candidates: Sequence[_Candidate]
    marks: frozenset[bytes]
    unreadable: int


def places_like(
    connection: Connection, address: Address, *, excluding: PersonId | None = None
) -> PlacesFound:
    """What records say of the place, of everybody but ``excluding``."""
    return places_like_each(connection, [Sought(address, excluding)])[0]


def places_like_each(connection: Connection, sought: Sequence[Sought]) -> list[PlacesFound]:
    """The same for each of many places, each as if it were alone: all is read together, and each record is
    opened once."""
    likely = likely_places_of(connection, [each.address for each in sought])
    shelves = [_by_shelf(_looked_at(each.places)) for each in likely]
    shelved = _Shelved.of(connection, shelves)
    return [_of_one(*each, shelved) for each in zip(sought, likely, shelves, strict=True)]


def _of_one(
    sought: Sought, likely: Likely, shelves: Mapping[Shelf, Sequence[Scored]], shelved: "_Shelved"
) -> PlacesFound:
    least = likely.places[0][1] * AS_LIKELY if likely.places else 0.0
    left_out = sum(_left_out(scored, least) for scored in shelves.values())
    looked = _look(sought, shelves, shelved)
    compared = compare_with(sought.address, [each.address for each in looked.candidates], TOLD)
    told = [(looked.candidates[ranked.place], ranked.match) for ranked in compared]
    return PlacesFound(
        places=tuple(_found(candidate, match) for candidate, match in told),
        unreadable=looked.unreadable + left_out + (not likely.usable),
        apart=looked.marks - {candidate.mark for candidate, _ in told},
    )


def _look(sought: Sought, shelves: Mapping[Shelf, Sequence[Scored]], shelved: "_Shelved") -> _Looked:
    """What is marked as another place is not opened: that it is one came of opening the very same."""
    candidates: list[_Candidate] = []
    marks: set[bytes] = set()
    unreadable = 0
    for shelf, scored in shelves.items():
        for number in shelved.others(shelf, _worth_opening(shelf, scored), sought.excluding):
            mark = sought.marks.of(shelved.written(shelf, number)) if sought.marks else b""
            if sought.marks and mark in sought.marks.apart:
                marks.add(mark)
                continue
            owner, record, places = shelved.opened(shelf, number)
            if record is None:
                unreadable += 1
                continue
            marks.add(mark)
            candidates += [_Candidate(mark, owner, record, where) for where in places]
    return _Looked(candidates, frozenset(marks), unreadable)


def _left_out(scored: Sequence[Scored], least: float) -> bool:
    """Whether one that is as likely as the likeliest is not opened for want of room: it may be the place."""
    return len(scored) > MOST_OPENED and scored[MOST_OPENED][1] >= least


def _looked_at(likely: Sequence[Scored]) -> Sequence[Scored]:
    least = likely[0][1] * AS_LIKELY if likely else 0.0
    beyond = (number for number, (_, score) in enumerate(likely) if score < least)
    return likely[: max(MOST_LOOKED_AT, next(beyond, len(likely)))]


def _by_shelf(likely: Sequence[Scored]) -> Mapping[Shelf, Sequence[Scored]]:
    """Which records name these places, the likeliest first, where each lies."""
    found: dict[Shelf, list[Scored]] = {shelf: [] for shelf in Shelf}
    for place, score in likely:
        shelf, number = named_by(place)
        found[shelf].append((number, score))
    return found


def _worth_opening(shelf: Shelf, scored: Sequence[Scored]) -> list[int]:
    """Of protected places none is left out for being written worse than another."""
    least = scored[0][1] * WORTH_OPENING if scored and shelf is not Shelf.PROTECTED_PLACE else 0.0
    some = enumerate(scored[: MOST_OPENED * 2])
    return [number for place, (number, score) in some if place < ALWAYS_OPENED or score >= least]


class _Shelved:
    """The records that may have to be opened, each opened once at most.

    rows: of each shelf, by number
    """

    def __init__(self, connection: Connection, rows: Mapping[Shelf, Mapping[int, _Row]]) -> None:
        self.rows = rows
        self._connection = connection
        self._opened: dict[tuple[Shelf, int], _Opened] = {}
        self._written: dict[tuple[Shelf, int], bytes] = {}

    @classmethod
    def of(cls, connection: Connection, each: Iterable[Mapping[Shelf, Sequence[Scored]]]) -> "_Shelved":
        """Those that are likely enough for any of these addresses."""
        wanted: dict[Shelf, set[int]] = {shelf: set() for shelf in Shelf}
        for shelves in each:
            for shelf, scored in shelves.items():
                wanted[shelf].update(_worth_opening(shelf, scored))
        return cls(connection, {shelf: _rows(connection, shelf, wanted[shelf]) for shelf in Shelf})

    def others(self, shelf: Shelf, numbers: Iterable[int], excluding: PersonId | None) -> list[int]:
        """Those of these that are to be opened, in the same order."""
        rows = self.rows[shelf]
        held = [number for number in numbers if number in rows]
        if excluding is not None and shelf is not Shelf.INCIDENT:
            held = [number for number in held if rows[number].person_id != excluding]
        return held[:MOST_OPENED]

    def written(self, shelf: Shelf, number: int) -> bytes:
        """What the mark of a record is made of."""
        known = self._written.get((shelf, number))
        if known is None:
            known = self._written[shelf, number] = written_of(shelf, self.rows[shelf][number])
        return known

    def opened(self, shelf: Shelf, number: int) -> _Opened:
        """Whose the record is, what it says and which places it names."""
        known = self._opened.get((shelf, number))
        if known is None:
            row = self.rows[shelf][number]
            record = _record(self._connection, shelf, row)
            places = places_named(record) if record is not None else ()
            known = self._opened[shelf, number] = _owner(shelf, row), record, places
        return known


def _rows(connection: Connection, shelf: Shelf, numbers: Collection[int]) -> dict[int, _Row]:
    return {_number(shelf, row): row for row in some_at_a_time(connection, _ROWS[shelf], numbers)}


def _number(shelf: Shelf, row: _Row) -> int:
    return int(row.id if shelf is Shelf.INCIDENT else row.sequence)


def _owner(shelf: Shelf, row: _Row) -> PersonId | None:
    return None if shelf is Shelf.INCIDENT else PersonId(row.person_id)


def _record(connection: Connection, shelf: Shelf, row: _Row) -> Record | None:
    if shelf is Shelf.INCIDENT:
        return opened_value(connection, row.body, PlaceIncident, "place_incident", str(row.id))
    return record_in(connection, row)


def _found(candidate: _Candidate, match: AddressMatch) -> PlaceFound:
    record = candidate.record
    return PlaceFound(candidate.owner, _NAMED_AS[type(record)], match, candidate.address, record)
