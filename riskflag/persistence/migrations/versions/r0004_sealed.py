"""Everything that tells of a person or a place is sealed or indexed with a key, and the audit is chained.

Each table is made anew from a copy of what it held. Whereabouts of protected people get a table of their own.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from alembic import op
from sqlalchemy import ColumnClause, Connection, column, func, insert, select, table

from riskflag.persistence.chain import BEGINNING, code_of
from riskflag.persistence.codec import decode
from riskflag.persistence.migrations.sealed_tables import make_tables
from riskflag.persistence.migrations.triggers import make_triggers
from riskflag.persistence.place_register import kept_under
from riskflag.persistence.vault import Vault, vault_of
from riskflag.records import ProtectedPlace

revision = "0004"
down_revision = "0003"

Row = Mapping[str, Any]
BATCH = 500
COPIES = (
    "CREATE TABLE before_person AS SELECT * FROM person",
    "CREATE TABLE before_record AS SELECT * FROM record",
    "CREATE TABLE before_coverage AS SELECT * FROM coverage",
    "CREATE TABLE before_place_register AS SELECT * FROM place_register",
    "CREATE TABLE before_place_incident AS SELECT * FROM place_incident",
    "CREATE TABLE before_place_key AS SELECT * FROM place_key",
    "CREATE TABLE before_assessment AS SELECT * FROM assessment",
    "CREATE TABLE before_audit_entry AS SELECT * FROM audit_entry",
)
CHILDREN_FIRST = (
    *("coverage", "record", "place_key", "place_incident", "place_register", "assessment"),
    *("audit_entry", "person"),
)
PROTECTED = "protected_places"
LIMITATIONS, ALLOCATION, LIMITS = "access_limitations", "allocation", "access_limits"
NUMBERS = ("noms_number", "case_reference_number", "pnc_number")
PERSON = ("id", *NUMBERS, "body")
RECORD = (
    *("sequence", "person_id", "kind", "source", "source_system", "source_id", "recorded_on"),
    *("happened_on", "body", "taken_at"),
)
COVERAGE = (
    *("person_id", "source", "asked_at", "answered", "complete", "watermark", "unreadable", "held"),
    "latest_taken_at",
)
REGISTER = ("source", "asked_at", "answered", "complete", "watermark", "unreadable")
INCIDENT = ("id", "body")
KEY = ("key", "incident_id")
BODIES = ("enquiry", "full_body", "open_body")
ASSESSMENT = (
    *("id", "person_id", "as_of", "valid_until", "verdict", "complete", "rulebook", *BODIES),
    *("asked_by", "asked_role", "purpose", "asked_at"),
)
ENTRY = (*("sequence", "at", "actor", "role", "action", "person_id", "assessment_id", "purpose", "detail"),)
NUMBER_ON = (
    (
        "SELECT setval(pg_get_serial_sequence('record', 'sequence'), max(sequence)) "
        "FROM record HAVING max(sequence) IS NOT NULL"
    ),
    (
        "SELECT setval(pg_get_serial_sequence('protected_place', 'sequence'), max(sequence)) "
        "FROM protected_place HAVING max(sequence) IS NOT NULL"
    ),
)
"""A server goes on numbering where the copied rows end. SQLite does so by itself."""
A_STOP = '"severity":"stop"'
"""How an answer that stops was written. No free text can hold it: its quotes would be escaped."""


def upgrade() -> None:
    """Copies every table, makes it anew, and fills it with what was held, sealed."""
    connection = op.get_bind()
    for copy in COPIES:
        op.execute(copy)
    for name in CHILDREN_FIRST:
        op.drop_table(name)
    make_tables()
    _fill(connection, vault_of(connection))
    if connection.dialect.name != "sqlite":
        for statement in NUMBER_ON:
            op.execute(statement)
    make_triggers(connection.dialect.name)
    for name in CHILDREN_FIRST:
        op.drop_table(f"before_{name}")


def _fill(connection: Connection, vault: Vault) -> None:
    _copy(connection, "person", PERSON, lambda row: _sealed_person(vault, row))
    moved = _limitations_held(connection)
    _copy(connection, "coverage", COVERAGE, lambda row: _without_limitations(row, moved))
    _copy(connection, "record", RECORD, lambda row: _sealed_record(vault, "record", row), _is_together)
    _put_apart(connection, vault)
    _copy(connection, "place_incident", INCIDENT, lambda row: _sealed_incident(vault, row))
    _copy(connection, "place_key", KEY, lambda row: {**row, "key": vault.indexed(row["key"], "place")})
    expected = _number_of_incidents(connection)
    _copy(connection, "place_register", REGISTER, lambda row: {**row, "expected": expected})
    _count_keys(connection, vault)
    _copy(connection, "assessment", ASSESSMENT, lambda row: _sealed_answer(vault, row))
    _chain(connection, vault)


def _copy(
    connection: Connection,
    name: str,
    columns: tuple[str, ...],
    change: Callable[[Row], Row],
    wanted: Callable[[Row], bool] = lambda _: True,
) -> None:
    """Fills a table with what its copy holds, some rows at a time."""
    batch: list[Row] = []
    for row in _held(connection, name, columns):
        if wanted(row):
            batch.append(change(row))
        if len(batch) == BATCH:
            _put(connection, name, batch)
            batch = []
    _put(connection, name, batch)


def _held(connection: Connection, name: str, columns: tuple[str, ...]) -> Iterator[Row]:
    copied = table(f"before_{name}", *_named(columns))
    rows = connection.execute(select(copied).order_by(columns[0]).execution_options(yield_per=BATCH))
    yield from (dict(row) for row in rows.mappings())


def _put(connection: Connection, name: str, rows: list[Row]) -> None:
    if rows:
        connection.execute(insert(table(name, *_named(tuple(rows[0])))), rows)


def _named(columns: tuple[str, ...]) -> list[ColumnClause[Any]]:
    return [column(name) for name in columns]


def _sealed_person(vault: Vault, row: Row) -> Row:
    indexed = {name: vault.indexed(row[name], name) if row[name] else None for name in NUMBERS}
    return {**row, **indexed, "body": vault.seal(row["body"], "person", row["id"])}


def _is_together(row: Row) -> bool:
    return bool(row["kind"] != PROTECTED)


def _sealed_record(vault: Vault, name: str, row: Row) -> Row:
    belongs = (name, row["person_id"], row["kind"], row["source_system"], row["source_id"])
    source = LIMITS if row["kind"] == LIMITATIONS else row["source"]
    return {**row, "source": source, "body": vault.seal(row["body"], *belongs)}


def _limitations_held(connection: Connection) -> Counter[str]:
    rows = _held(connection, "record", RECORD)
    return Counter(row["person_id"] for row in rows if row["kind"] == LIMITATIONS)


def _without_limitations(row: Row, moved: Counter[str]) -> Row:
    """Who may see a case is a source of its own from now on, which nobody has asked yet."""
    gone = moved[row["person_id"]] if row["source"] == ALLOCATION else 0
    return {**row, "held": row["held"] - gone}


def _put_apart(connection: Connection, vault: Vault) -> None:
    for row in _held(connection, "record", RECORD):
        if _is_together(row):
            continue
        _put(connection, "protected_place", [_sealed_record(vault, "protected_place", row)])
        place = decode(row["body"], ProtectedPlace)
        keys = kept_under(connection, place.address.reveal()) if place and place.address else set()
        found: list[Row] = [{"key": key, "place": row["sequence"]} for key in sorted(keys)]
        _put(connection, "protected_place_key", found)


def _number_of_incidents(connection: Connection) -> int:
    return int(
        connection.execute(select(func.count()).select_from(table("before_place_incident"))).scalar_one()
    )


def _count_keys(connection: Connection, vault: Vault) -> None:
    held = Counter(row["key"] for row in _held(connection, "place_key", KEY))
    for key, number in held.items():
        _put(connection, "place_count", [{"key": vault.indexed(key, "place"), "held": number}])


def _sealed_incident(vault: Vault, row: Row) -> Row:
    return {**row, "body": vault.seal(row["body"], "place_incident", str(row["id"]))}


def _sealed_answer(vault: Vault, row: Row) -> Row:
    sealed = {name: vault.seal(row[name], "assessment", name, row["id"]) for name in BODIES}
    return {
        **row,
        **sealed,
        "stopped": A_STOP in row["full_body"],
        "stop_shown": A_STOP in row["open_body"],
    }


def _chain(connection: Connection, vault: Vault) -> None:
    """Numbers the entries without a gap, and vouches for each and for all before it."""
    before = BEGINNING
    for number, row in enumerate(_held(connection, "audit_entry", ENTRY), start=1):
        entry = {**row, "sequence": number, "told": None}
        before = code_of(entry, before, vault.audit_key)
        _put(connection, "audit_entry", [{**entry, "mac": before}])
