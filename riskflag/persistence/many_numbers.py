"""Numbers by the hundred in one statement, which is the same statement however many they are; and keyed
indexes, by which much is asked for too.

A list would be written out, read and planned anew for every length. A file takes what it is asked for as one
JSON array, and numbers that it is to hold one by one, at no cost; a server takes arrays.
"""

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeVar

from sqlalchemy import (
    ARRAY,
    BigInteger,
    BindParameter,
    ColumnElement,
    Connection,
    Insert,
    Row,
    Select,
    Table,
    Text,
    any_,
    bindparam,
    func,
    select,
)
from sqlalchemy.dialects import postgresql, sqlite

BATCH = 10_000
"""How many are asked for at a time, so that their rows never are too many to hold."""
_SERVER: Final = "postgresql"
_SOME: Final = "some"

Numbers = Mapping[str, int | None]
Asked = TypeVar("Asked", int, str)


@dataclass(frozen=True, slots=True)
class ForMany:
    """A statement that selects the rows of some numbers, or of some texts.

    in_file: as a file is asked
    on_server: as a server is asked
    """

    in_file: Select[Any]
    on_server: Select[Any]


@dataclass(frozen=True, slots=True)
class PutNumbers:
    """A statement that writes rows of numbers alone.

    in_file: as it is written into a file, row by row
    on_server: as it is written into a server, each column as an array
    """

    in_file: Insert
    on_server: Insert


def for_numbers(statement: Select[Any], column: ColumnElement[Any]) -> ForMany:
    """The statement, for rows in which this column is one of some numbers."""
    return ForMany(statement.where(_listed(column)), statement.where(column == any_(_array(_SOME))))


def for_texts(statement: Select[Any], column: ColumnElement[Any]) -> ForMany:
    """The statement, for rows in which this column is one of some texts."""
    texts: BindParameter[Any] = bindparam(_SOME, type_=ARRAY(Text))
    return ForMany(statement.where(_listed(column)), statement.where(column == any_(texts)))


def some_at_a_time(
    connection: Connection, statement: ForMany, asked: Collection[Asked]
) -> Iterator[Row[*tuple[Any, ...]]]:
    """The rows that it selects, for as many as there are."""
    on_server = connection.dialect.name == _SERVER
    chosen = statement.on_server if on_server else statement.in_file
    ordered = sorted(asked)
    for start in range(0, len(ordered), BATCH):
        some = ordered[start : start + BATCH]
        yield from connection.execute(chosen, {_SOME: some if on_server else json.dumps(some)}).all()


def put_into(table: Table) -> PutNumbers:
    """Writes rows, none of which may be there."""
    return PutNumbers(sqlite.insert(table), _from_arrays(table))


def put_new_into(table: Table) -> PutNumbers:
    """Writes rows, save those that are there."""
    return PutNumbers(
        sqlite.insert(table).on_conflict_do_nothing(), _from_arrays(table).on_conflict_do_nothing()
    )


def add_to(table: Table, number: str, instead: Collection[str] = ()) -> PutNumbers:
    """Writes rows, and of those that are there adds to this number.

    instead: what takes the place of what is there
    """
    in_file, on_server = sqlite.insert(table), _from_arrays(table)
    keys = list(table.primary_key.columns)

    def becomes(new: Mapping[str, ColumnElement[Any]]) -> dict[str, ColumnElement[Any]]:
        return {number: table.c[number] + new[number]} | {name: new[name] for name in instead}

    return PutNumbers(
        in_file.on_conflict_do_update(index_elements=keys, set_=becomes(dict(in_file.excluded))),
        on_server.on_conflict_do_update(index_elements=keys, set_=becomes(dict(on_server.excluded))),
    )


def put(connection: Connection, statement: PutNumbers, rows: Sequence[Numbers]) -> None:
    """Writes these rows, in their order; nothing where there are none."""
    if not rows:
        return
    if connection.dialect.name == _SERVER:
        arrays = {_many(name): [row[name] for row in rows] for name in rows[0]}
        connection.execute(statement.on_server, arrays)
    else:
        connection.execute(statement.in_file, rows)


def _listed(column: ColumnElement[Any]) -> ColumnElement[bool]:
    listed = func.json_each(bindparam(_SOME, type_=Text)).table_valued("value")
    return column.in_(select(listed.c.value))


def _from_arrays(table: Table) -> postgresql.Insert:
    names = [column.name for column in table.columns]
    columns = (func.unnest(_array(_many(name))) for name in names)
    return postgresql.insert(table).from_select(names, select(*columns))


def _many(name: str) -> str:
    return f"many_{name}"


def _array(name: str) -> BindParameter[Any]:
    return bindparam(name, type_=ARRAY(BigInteger))
