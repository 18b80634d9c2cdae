"""Where records lie: whereabouts of protected people in a table of their own, all others in another.

A protected place is also kept under keyed indexes of its address, so that it can be found by somebody who has
the address and the key, and by nobody else. A caseload link is kept under one of its account and role, and
every place that a record names is found in answers about others (``places_index``).
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, Table, bindparam, delete, insert, select

from riskflag.access import plain_account
from riskflag.persistence import tables
from riskflag.persistence.at_once import each_of, rows_by
from riskflag.persistence.name_index import forget_named, index_named
from riskflag.persistence.named_people import spoken_of
from riskflag.persistence.named_places import places_named
from riskflag.persistence.place_indexing import forget_places, index_places
from riskflag.persistence.place_numbers import Shelf
from riskflag.persistence.place_register import kept_under
from riskflag.persistence.vault import opened_value, sealed_value, vault_of
from riskflag.records import RECORD_KINDS, Address, CaseloadLink, NamedPerson, ProtectedPlace, Record
from riskflag.vocabulary import PersonId, Role, Source

KIND_NAMES = {kind: name for name, kind in RECORD_KINDS.items()}
Rows = Sequence[Row[*tuple[Any, ...]]]
Columns = Mapping[str, Any]

_APART = KIND_NAMES[ProtectedPlace]
_SHELVES = (tables.record, tables.protected_place)
_OF_PERSON = "of_person"
_SELECT = {
    table: select(table).where(table.c.person_id == bindparam(_OF_PERSON)).order_by(table.c.sequence)
    for table in _SHELVES
}
_EMPTY = {table: delete(table).where(table.c.person_id == bindparam(_OF_PERSON)) for table in _SHELVES}
_REMOVE = {table: delete(table).where(table.c.sequence == bindparam("of_sequence")) for table in _SHELVES}
_INSERT = {table: insert(table) for table in _SHELVES}
_PUT_APART = insert(tables.protected_place).returning(tables.protected_place.c.sequence)
_INDEX = insert(tables.protected_place_key)
_PUT_FOUND = insert(tables.record).returning(tables.record.c.sequence)
_INDEX_LINK = insert(tables.caseload_key)
_LINKED = (
    select(tables.record.c.person_id)
    .join(tables.caseload_key, tables.caseload_key.c.link == tables.record.c.sequence)
    .where(tables.caseload_key.c.key == bindparam("of_account"))
    .distinct()
    .order_by(tables.record.c.person_id)
)


def rows_of(connection: Connection, person_id: PersonId, source: Source | None = None) -> Rows:
    """Every row of the person's, in the order stored, protected places last.

    source: the one source whose kinds of record are wanted; None for all of them
    """
    return [row for each in _selects(source) for row in connection.execute(each, {_OF_PERSON: person_id})]


def rows_of_each(
    connection: Connection, people: Iterable[PersonId], source: Source
) -> Mapping[str, list[Row[Any]]]:
    """The rows of each of these people in the kinds of record of this source, as above."""
    people = tuple(people)
    found = [rows_by(connection, each, "person_id", people) for each in _selects_of_each(source)]
    return {person_id: [row for rows in found for row in rows.get(person_id, ())] for person_id in people}


def record_in(connection: Connection, row: Row[*tuple[Any, ...]]) -> Record | None:
    """The record in a row; None where it cannot be read, or lies where another belongs."""
    kind = RECORD_KINDS.get(row.kind)
    return opened_value(connection, row.body, kind, *belongs(row._asdict())) if kind else None


def add_rows(connection: Connection, records: Iterable[Record], rows: Iterable[Columns]) -> None:
    """Puts each record in its row, on its shelf."""
    together: list[dict[str, Any]] = []
    placed: dict[Shelf, list[tuple[int, Collection[Address]]]] = defaultdict(list)
    for_whom: dict[PersonId, list[NamedPerson]] = defaultdict(list)
    for record, columns in zip(records, rows, strict=True):
        row = {**columns, "body": sealed_value(connection, record, *belongs(columns))}
        if isinstance(record, ProtectedPlace):
            placed[Shelf.PROTECTED_PLACE].append((_put_apart(connection, record, row), places_named(record)))
        elif isinstance(record, CaseloadLink) or places_named(record):
            _put_all(connection, together)  # the shelf keeps the order in which records came
            placed[Shelf.RECORD].append((_put_to_be_found(connection, record, row), places_named(record)))
        else:
            together.append(row)
        for_whom[row["person_id"]] += [who for who, _ in spoken_of(record)]
    _put_all(connection, together)
    for shelf, named in placed.items():
        index_places(connection, shelf, named)
    for person_id, who in for_whom.items():
        index_named(connection, person_id, who)


def _put_all(connection: Connection, rows: list[dict[str, Any]]) -> None:
    if rows:
        connection.execute(_INSERT[tables.record], rows)
        rows.clear()


def linked_people(connection: Connection, account: str, role: Role) -> tuple[PersonId, ...]:
    """Whose caseload links name this account in this role: those whom it may perhaps see, and nobody else."""
    key = _caseload_key(connection, account, role)
    rows = connection.execute(_LINKED, {"of_account": key}).scalars() if key else ()
    return tuple(PersonId(person_id) for person_id in rows)


def remove_rows(connection: Connection, rows: Rows) -> None:
    """Takes these rows away."""
    for table in _SHELVES:
        gone = [{"of_sequence": row.sequence} for row in rows if _shelf_of(row.kind) is table]
        if gone:
            sequences = [each["of_sequence"] for each in gone]
            forget_places(connection, _indexed(table).in_(sequences))
            connection.execute(_REMOVE[table], gone)


def remove_all(connection: Connection, person_id: PersonId) -> None:
    """Takes away every record of the person's."""
    forget_named(connection, person_id)
    for table in _SHELVES:
        theirs = select(table.c.sequence).where(table.c.person_id == person_id)
        forget_places(connection, _indexed(table).in_(theirs))
        connection.execute(_EMPTY[table], {_OF_PERSON: person_id})


def belongs(row: Columns) -> tuple[str, ...]:
    """Where the record in this row belongs."""
    return _shelf_of(row["kind"]).name, *(
        row[name] for name in ("person_id", "kind", "source_system", "source_id")
    )


@cache
def _selects(source: Source | None) -> tuple[Select[Any], ...]:
    if source is None:
        return tuple(_SELECT.values())
    shelves = _shelves_of(source)
    return tuple(_SELECT[table].where(table.c.kind.in_(kinds)) for table, kinds in shelves.items())


@cache
def _selects_of_each(source: Source) -> tuple[Select[Any], ...]:
    return tuple(
        select(table)
        .where(table.c.person_id.in_(each_of()), table.c.kind.in_(kinds))
        .order_by(table.c.sequence)
        for table, kinds in _shelves_of(source).items()
    )


def _shelves_of(source: Source) -> dict[Table, list[str]]:
    """On which shelves the records of a source lie, and its kinds."""
    kinds = [name for name, kind in RECORD_KINDS.items() if kind.source is source]
    return {table: kinds for table in _SHELVES if any(_shelf_of(kind) is table for kind in kinds)}


def _shelf_of(kind: str) -> Table:
    return tables.protected_place if kind == _APART else tables.record


def _put_apart(connection: Connection, place: ProtectedPlace, row: Columns) -> int:
    """Its number."""
    sequence: int = connection.execute(_PUT_APART, row).scalar_one()
    keys = kept_under(connection, place.address.reveal()) if place.address else set()
    if keys:
        connection.execute(_INDEX, [{"key": key, "place": sequence} for key in sorted(keys)])
    return sequence


def _put_to_be_found(connection: Connection, record: Record, row: Columns) -> int:
    """Its number."""
    sequence: int = connection.execute(_PUT_FOUND, row).scalar_one()
    key = _caseload_key(connection, record.account, record.role) if isinstance(record, CaseloadLink) else None
    if key:
        connection.execute(_INDEX_LINK, {"key": key, "link": sequence})
    return sequence


def _indexed(table: Table) -> ColumnElement[int]:
    shelf = Shelf.PROTECTED_PLACE if table is tables.protected_place else Shelf.RECORD
    return tables.indexed_place.c[shelf.value]


def _caseload_key(connection: Connection, account: str, role: Role) -> str | None:
    """What the links of an account are found by; None for an account that matches nobody."""
    plain = plain_account(account)
    return vault_of(connection).indexed(plain, "caseload", role.value) if plain else None
