"""The ways of meddling with what is held that somebody has who may write the database, each at random."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from random import Random

from sqlalchemy import Connection, text
from sqlalchemy.exc import IntegrityError

from tests.keys import VAULT
from tests.persistence.vouched import KEYS, TABLES, Filled, Row, Rows, held

Meddling = Callable[[Random, Connection, Filled], None]

BODIES = {"person": "body", "record": "body", "protected_place": "body", "place_incident": "body"}
"""What is sealed in tables whose rows are replaced."""


def all_of_it(connection: Connection) -> dict[str, Rows]:
    """Every row of everything that the audit vouches for."""
    return {table: held(connection, table) for table in TABLES}


def meddle(chance: Random, connection: Connection, kind: str, filled: Filled) -> None:
    """Meddles in this way. What changes nothing, or what the database refuses even so, is none: another is
    drawn."""
    before = all_of_it(connection)
    while True:
        attempt = connection.begin_nested()
        try:
            KINDS[kind](chance, connection, filled)
            attempt.commit()
        except IntegrityError:
            attempt.rollback()
        if all_of_it(connection) != before:
            return


def _some_table(chance: Random, connection: Connection) -> tuple[str, Rows]:
    while True:
        table = chance.choice(TABLES)
        rows = held(connection, table)
        if rows:
            return table, rows


def _taken_away(chance: Random, connection: Connection, _: Filled) -> None:
    table, rows = _some_table(chance, connection)
    _delete(connection, table, chance.choice(rows))


def _emptied(chance: Random, connection: Connection, _: Filled) -> None:
    table, rows = _some_table(chance, connection)
    for row in rows:
        _delete(connection, table, row)


def _changed(chance: Random, connection: Connection, _: Filled) -> None:
    table, rows = _some_table(chance, connection)
    row = chance.choice(rows)
    columns = [name for name in row if name not in KEYS[table]]
    if columns:
        column = chance.choice(columns)
        _update(connection, table, row, column, _another(chance, row[column]))


def _another(chance: Random, value: object) -> object:
    """A value of the same type that is not this one; sometimes none."""
    if value is not None and chance.random() < 0.2:
        return None
    match value:
        case bool():
            return not value
        case int():
            return 1 - value if value in (0, 1) else value + chance.choice([-1, 1])
        case date():
            return value + timedelta(days=chance.choice([-1, 1]))
        case bytes():
            at = chance.randrange(len(value))
            return value[:at] + bytes([value[at] ^ chance.randint(1, 255)]) + value[at + 1 :]
        case str() if value:
            at = chance.randrange(len(value))
            return value[:at] + chance.choice("0123456789abcdefxyz") + value[at + 1 :]
    return "2026-11-22T11:00:00+00:00"


def _of_another(chance: Random, connection: Connection, _: Filled) -> None:
    """A column as another row of the table has it: bodies are exchanged so, and who was asked about."""
    table, rows = _some_table(chance, connection)
    row = chance.choice(rows)
    columns = [name for name in row if name not in KEYS[table]]
    if columns:
        column = chance.choice(columns)
        _update(connection, table, row, column, chance.choice(rows)[column])


def _put_in(chance: Random, connection: Connection, _: Filled) -> None:
    """A row once more, under a name of its own."""
    table, rows = _some_table(chance, connection)
    row = dict(chance.choice(rows))
    for name in (*KEYS[table], "source_id"):
        if name in row and name not in ("person_id", "incident_id", "place", "link"):
            value = row[name]
            row[name] = value + 1000 if isinstance(value, int) else f"{chance.getrandbits(128):032x}"
    for name in ("noms_number", "case_reference_number", "pnc_number"):
        row.update({name: None} if name in row else {})
    names, marks = ", ".join(row), ", ".join(f":{name}" for name in row)
    connection.execute(text(" ".join(("INSERT INTO", table, "(", names, ") VALUES (", marks, ")"))), row)


def _put_back(chance: Random, connection: Connection, filled: Filled) -> None:
    """A body as it was before it was replaced. It opens: it is sealed for its place."""
    table = chance.choice(list(BODIES))
    # The links to a caseload said the same before.
    older = chance.choice([row for row in filled.before[table] if row.get("kind") != "caseload_links"])
    for row in held(connection, table):
        same = ("id",) if "id" in row else ("person_id", "kind", "source_system", "source_id")
        if all(row[name] == older[name] for name in same):
            _update(connection, table, row, "body", older["body"])


def _forged(chance: Random, connection: Connection, _: Filled) -> None:
    """An answer's part in other words, sealed for its place by somebody who has the sealing keys."""
    row, column = chance.choice(held(connection, "assessment")), chance.choice(("full_body", "open_body"))
    body = row[column]
    assert isinstance(body, bytes)
    opened = VAULT.open(body, "assessment", column, str(row["id"])) or ""
    forged = opened.replace("a", "b", 1)
    sealed = VAULT.seal(forged, "assessment", column, str(row["id"]))
    _update(connection, "assessment", row, column, sealed)


KINDS: Mapping[str, Meddling] = {
    "a row taken away": _taken_away,
    "a table emptied": _emptied,
    "a column changed": _changed,
    "another row's column": _of_another,
    "a row put in": _put_in,
    "a row put back as it was": _put_back,
    "an answer forged": _forged,
}


def _delete(connection: Connection, table: str, row: Row) -> None:
    connection.execute(text(" ".join(("DELETE FROM", table, "WHERE", _named(table)))), _key(table, row))


def _update(connection: Connection, table: str, row: Row, column: str, value: object) -> None:
    statement = " ".join(("UPDATE", table, "SET", column, "= :value WHERE", _named(table)))
    connection.execute(text(statement), {**_key(table, row), "value": value})


def _named(table: str) -> str:
    return " AND ".join(f"{name} = :{name}" for name in KEYS[table])


def _key(table: str, row: Row) -> dict[str, object]:
    return {name: row[name] for name in KEYS[table]}
