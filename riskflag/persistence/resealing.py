"""Seals all that is held with the key that seals now, so that an older one can be taken away.

Some rows at a time, each time in one transaction: it can be stopped, and goes on where it was. Answers,
decisions and the list of known premises are never changed and the database refuses it, so that trigger is
laid aside within the transaction. What they say stays what it was: it is opened and sealed again, and what
cannot be opened is left as it is.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import Any

from sqlalchemy import Connection, Table, bindparam, func, or_, select, text, update

from riskflag.errors import BadInput
from riskflag.persistence import assessments, decisions, known_premises, shelves, summaries, tables
from riskflag.persistence.audit import AuditEntry, add_entry
from riskflag.persistence.engine import Database, open_database
from riskflag.persistence.store import open_store
from riskflag.persistence.vault import NUMBER_BYTES, Vault, vault_of

BATCH = 200
"""How many rows are sealed in one transaction."""

_BODY = ("body",)
_GUARDED = (tables.assessment, tables.decision, tables.known_premises)
_LAY_ASIDE = {
    ("sqlite", "assessment"): text("DROP TRIGGER IF EXISTS assessment_no_update"),
    ("sqlite", "decision"): text("DROP TRIGGER IF EXISTS decision_no_update"),
    ("sqlite", "known_premises"): text("DROP TRIGGER IF EXISTS known_premises_no_update"),
    ("postgresql", "assessment"): text("ALTER TABLE assessment DISABLE TRIGGER assessment_stays"),
    ("postgresql", "decision"): text("ALTER TABLE decision DISABLE TRIGGER decision_stays"),
    ("postgresql", "known_premises"): text("ALTER TABLE known_premises DISABLE TRIGGER known_premises_stays"),
}
_PUT_BACK = {
    ("sqlite", "assessment"): text(
        "CREATE TRIGGER assessment_no_update BEFORE UPDATE ON assessment "
        "BEGIN SELECT RAISE(ABORT, 'assessment is never changed'); END"
    ),
    ("sqlite", "decision"): text(
        "CREATE TRIGGER decision_no_update BEFORE UPDATE ON decision "
        "BEGIN SELECT RAISE(ABORT, 'decision is never changed'); END"
    ),
    ("sqlite", "known_premises"): text(
        "CREATE TRIGGER known_premises_no_update BEFORE UPDATE ON known_premises "
        "BEGIN SELECT RAISE(ABORT, 'known_premises is never changed'); END"
    ),
    ("postgresql", "assessment"): text("ALTER TABLE assessment ENABLE TRIGGER assessment_stays"),
    ("postgresql", "decision"): text("ALTER TABLE decision ENABLE TRIGGER decision_stays"),
    ("postgresql", "known_premises"): text("ALTER TABLE known_premises ENABLE TRIGGER known_premises_stays"),
}
_IS_OWNER = text(
    "SELECT pg_has_role(current_user, relowner, 'USAGE') FROM pg_class WHERE oid = CAST(:table AS regclass)"
)


@dataclass(frozen=True, slots=True)
class Sealed:
    """A table with what is sealed in it.

    table: the table, with one column for its primary key
    columns: the sealed columns
    belongs: where what is sealed in a column of a row belongs
    """

    table: Table
    columns: tuple[str, ...]
    belongs: Callable[[Mapping[str, Any], str], tuple[str, ...]]


SEALED = (
    Sealed(tables.person, _BODY, lambda row, _: ("person", row["id"])),
    Sealed(tables.record, _BODY, lambda row, _: shelves.belongs(row)),
    Sealed(tables.protected_place, _BODY, lambda row, _: shelves.belongs(row)),
    Sealed(tables.place_incident, _BODY, lambda row, _: ("place_incident", str(row["id"]))),
    Sealed(
        tables.assessment,
        ("enquiry", "full_body", "open_body"),
        lambda row, column: assessments.belongs(column, row["id"]),
    ),
    Sealed(tables.answer_summary, _BODY, lambda row, _: summaries.place_of(row["assessment_id"])),
    Sealed(tables.asked_place, _BODY, lambda row, _: ("asked_place", row["assessment_id"])),
    Sealed(tables.decision, _BODY, lambda row, _: decisions.belongs(row["id"], row["assessment_id"])),
    Sealed(tables.screened, _BODY, lambda row, _: ("screened", row["person_id"])),
    Sealed(tables.told_apart, _BODY, lambda row, _: ("told_apart", row["person_id"])),
    Sealed(tables.known_premises, _BODY, lambda row, _: known_premises.belongs(row)),
)
"""Everything that is sealed."""


@dataclass(frozen=True, slots=True)
class Resealed:
    """What came of it.

    rows: how many were sealed anew
    left: how many hold something that the current key did not seal: it came meanwhile, or cannot be opened
    no_trace: whether nothing of what was there before is left in the database's file
    """

    rows: int
    left: int
    no_trace: bool


def reseal(database_url: str, vault: Vault, entry: AuditEntry) -> Resealed:
    """Seals everything with the vault's current key, and records it. Raises StoreUnavailable, and BadInput
    where the role may not."""
    open_store(database_url, vault).close()
    database = open_database(database_url, vault)
    try:
        database.read(_refuse_unless_owner)
        rows = sum(_table_resealed(database, each) for each in SEALED)
        database.write(lambda connection: add_entry(connection, entry))
        return Resealed(rows, database.read(_left), _leaves_no_trace(database))
    finally:
        database.close()


def _table_resealed(database: Database, sealed: Sealed) -> int:
    rows, last = 0, None
    while True:
        changed, last = database.write(partial(_batch, sealed, last))
        rows += changed
        if last is None:
            return rows


def _batch(sealed: Sealed, last: object, connection: Connection) -> tuple[int, object]:
    """Seals some rows after ``last``. How many were, and the last of them; None where there are no more."""
    key = sealed.table.primary_key.columns[0]
    some = select(sealed.table).order_by(key).limit(BATCH)
    rows = connection.execute(some if last is None else some.where(key > last)).mappings().all()
    anew = [changed for row in rows if (changed := _anew(connection, sealed, dict(row)))]
    if anew:
        with _laid_aside(connection, sealed.table):
            for changed in anew:
                connection.execute(update(sealed.table).where(key == bindparam("of_row")), changed)
    return len(anew), rows[-1][key.name] if len(rows) == BATCH else None


def _anew(connection: Connection, sealed: Sealed, row: Mapping[str, Any]) -> dict[str, object] | None:
    """The columns of a row that another key sealed, sealed anew; None where there are none."""
    vault = vault_of(connection)
    changed: dict[str, object] = {}
    for column in sealed.columns:
        place = sealed.belongs(row, column)
        opened = None if vault.is_current(row[column]) else vault.open(row[column], *place)
        if opened is not None:
            changed[column] = vault.seal(opened, *place)
    return {**changed, "of_row": row[sealed.table.primary_key.columns[0].name]} if changed else None


@contextmanager
def _laid_aside(connection: Connection, table: Table) -> Iterator[None]:
    """Meanwhile the table may be changed. Should anything fail, so does the transaction with all of this."""
    if table not in _GUARDED:
        yield
        return
    named = connection.dialect.name, table.name
    connection.execute(_LAY_ASIDE[named])
    yield
    connection.execute(_PUT_BACK[named])


def _refuse_unless_owner(connection: Connection) -> None:
    if connection.dialect.name == "sqlite":
        return
    for sealed in SEALED:
        if not connection.execute(_IS_OWNER, {"table": sealed.table.name}).scalar_one():
            raise BadInput(
                {"RISKFLAG_DATABASE_URL": "must name the role that owns the tables, for this alone"}
            )


def _left(connection: Connection) -> int:
    """How many rows hold something that the current key did not seal."""
    current = vault_of(connection).current
    return sum(
        connection.execute(
            select(func.count())
            .select_from(sealed.table)
            .where(
                or_(
                    *(
                        func.substr(sealed.table.c[name], 1, NUMBER_BYTES) != current
                        for name in sealed.columns
                    )
                )
            )
        ).scalar_one()
        for sealed in SEALED
    )


def _leaves_no_trace(database: Database) -> bool:
    try:
        database.leave_no_trace()
    except Exception:  # somebody else is reading the file, so that it cannot be written anew
        return False
    return True
