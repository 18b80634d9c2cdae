"""The records that name places in the index, read for many questions together and each opened once at most;
and those that cannot be opened at all."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, Row, Table, select

from riskflag.persistence import tables
from riskflag.persistence.many_numbers import BATCH, for_numbers, some_at_a_time
from riskflag.persistence.named_places import places_named
from riskflag.persistence.place_marks import written_of
from riskflag.persistence.place_numbers import Shelf, named_by, place_of
from riskflag.persistence.shelves import belongs, record_in
from riskflag.persistence.vault import opened_value, vault_of
from riskflag.records import Address, PlaceIncident, Record
from riskflag.vocabulary import PersonId

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
_PLACES, _TOKENS = tables.indexed_place, tables.place_token
_NEXT_PLACES = select(_PLACES.c.id).order_by(_PLACES.c.id).limit(BATCH)
_FOUND_UNDER = for_numbers(select(_TOKENS.c.token).distinct(), _TOKENS.c.place)

Numbers = Mapping[Shelf, Collection[int]]
"""Records, by their numbers on each shelf."""
_Row = Row[*tuple[Any, ...]]
_Opened = tuple[PersonId | None, Record | None, tuple[Address, ...]]


class PlaceRecords:
    """Records that may have to be opened.

    rows: of each shelf, by number
    """

    def __init__(self, connection: Connection, rows: Mapping[Shelf, Mapping[int, _Row]]) -> None:
        self.rows = rows
        self._connection = connection
        self._opened: dict[tuple[Shelf, int], _Opened] = {}
        self._written: dict[tuple[Shelf, int], bytes] = {}

    @classmethod
    def of(cls, connection: Connection, numbers: Numbers) -> "PlaceRecords":
        """Those of these records that are there."""
        return cls(connection, {shelf: _rows(connection, shelf, numbers[shelf]) for shelf in numbers})

    def others(self, shelf: Shelf, numbers: Iterable[int], excluding: PersonId | None) -> list[int]:
        """Those of these that are there and are not this person's, in the same order."""
        rows = self.rows[shelf]
        held = [number for number in numbers if number in rows]
        if excluding is not None and shelf is not Shelf.INCIDENT:
            held = [number for number in held if rows[number].person_id != excluding]
        return held

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


def doubtful_tokens(connection: Connection) -> frozenset[int]:
    """Under what any record lies that names a place and cannot be opened. It tries every one of them."""
    doubtful: set[int] = set()
    last = -1
    while places := connection.execute(_NEXT_PLACES.where(_PLACES.c.id > last)).scalars().all():
        unopened = _unopened(connection, places)
        doubtful.update(row.token for row in some_at_a_time(connection, _FOUND_UNDER, unopened))
        last = places[-1]
    return frozenset(doubtful)


def _unopened(connection: Connection, places: Iterable[int]) -> set[int]:
    vault = vault_of(connection)
    numbers: dict[Shelf, set[int]] = {shelf: set() for shelf in Shelf}
    for shelf, number in map(named_by, places):
        numbers[shelf].add(number)
    return {
        place_of(shelf, number)
        for shelf in Shelf
        for number, row in _rows(connection, shelf, numbers[shelf]).items()
        if vault.open(row.body, *_belongs(shelf, row)) is None
    }


def _rows(connection: Connection, shelf: Shelf, numbers: Collection[int]) -> dict[int, _Row]:
    return {_number(shelf, row): row for row in some_at_a_time(connection, _ROWS[shelf], numbers)}


def _number(shelf: Shelf, row: _Row) -> int:
    return int(row.id if shelf is Shelf.INCIDENT else row.sequence)


def _owner(shelf: Shelf, row: _Row) -> PersonId | None:
    return None if shelf is Shelf.INCIDENT else PersonId(row.person_id)


def _belongs(shelf: Shelf, row: _Row) -> tuple[str, ...]:
    return ("place_incident", str(row.id)) if shelf is Shelf.INCIDENT else belongs(row._asdict())


def _record(connection: Connection, shelf: Shelf, row: _Row) -> Record | None:
    if shelf is Shelf.INCIDENT:
        return opened_value(connection, row.body, PlaceIncident, *_belongs(shelf, row))
    return record_in(connection, row)
