"""What a test writes past the code, and what a database then answers, in the words of each kind of database."""

from collections.abc import Mapping
from enum import StrEnum

import pytest
from sqlalchemy import Connection, Engine
from sqlalchemy.exc import IntegrityError

TRIGGERS = "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?"
FULL = {
    "sqlite": ("CREATE TRIGGER full BEFORE INSERT ON {} BEGIN SELECT RAISE(ABORT, 'full'); END",),
    "postgresql": (
        """CREATE FUNCTION "full"() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION 'full'; END $$""",
        'CREATE TRIGGER "full" BEFORE INSERT ON {} FOR EACH ROW EXECUTE FUNCTION "full"()',
    ),
}


class Refusal(StrEnum):
    """Why a database refuses what is written to it."""

    NULL = "null"
    CHECK = "check"
    TWICE = "twice"
    NOT_THERE = "not there"


WORDS: Mapping[str, Mapping[Refusal, str]] = {
    "sqlite": {
        Refusal.NULL: "NOT NULL constraint failed",
        Refusal.CHECK: "CHECK constraint failed: ",
        Refusal.TWICE: "UNIQUE constraint failed",
        Refusal.NOT_THERE: "FOREIGN KEY constraint failed",
    },
    "postgresql": {
        Refusal.NULL: "violates not-null constraint",
        Refusal.CHECK: 'violates check constraint "',
        Refusal.TWICE: "violates unique constraint",
        Refusal.NOT_THERE: "violates foreign key constraint",
    },
}


def refuses(engine: Engine, why: Refusal, named: str = "") -> pytest.RaisesExc[IntegrityError]:
    """That the database refuses it, by the constraint whose name begins so."""
    return pytest.raises(IntegrityError, match=WORDS[engine.dialect.name][why] + named)


def unguarded(connection: Connection, table: str) -> None:
    """Takes away what keeps this table from being changed, as one could who owns the database."""
    if connection.dialect.name != "sqlite":
        connection.exec_driver_sql(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        return
    for name in connection.exec_driver_sql(TRIGGERS, (table,)).scalars().all():
        connection.exec_driver_sql(f"DROP TRIGGER {name}")


def fill_up(connection: Connection, table: str) -> None:
    """From now on no row can be put into this table."""
    for statement in FULL[connection.dialect.name]:
        connection.exec_driver_sql(statement.format(table))


def without(connection: Connection, table: str) -> None:
    """Takes the table away, with whatever hangs on it."""
    cascading = "" if connection.dialect.name == "sqlite" else " CASCADE"
    connection.exec_driver_sql(f"DROP TABLE {table}{cascading}")


def only_sqlite(engine: Engine, why: str) -> None:
    """Leaves a case to SQLite. ``why``: what makes it impossible on a server."""
    if engine.dialect.name != "sqlite":
        pytest.skip(f"cannot be on a server: {why}")


def only_postgresql(engine: Engine, why: str) -> None:
    """Leaves a case to a server. ``why``: what makes it impossible in a file."""
    if engine.dialect.name == "sqlite":
        pytest.skip(f"cannot be in a file: {why}")
