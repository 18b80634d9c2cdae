"""One whole row of every table, as SQL writes it, and what each column must hold."""

from collections.abc import Mapping

from sqlalchemy import Engine

MOMENT = "2026-11-22T10:00:00+00:00"
Row = Mapping[str, object]

PERSON: Row = {
    "id": "p" * 32,
    "noms_number": "A0001AA",
    "case_reference_number": "X000001",
    "pnc_number": "2019/1A",
    "body": "{}",
}
COVERED: Row = {
    "source": "alerts",
    "asked_at": MOMENT,
    "answered": 1,
    "complete": 1,
    "watermark": MOMENT,
    "unreadable": 0,
}
ROWS: Mapping[str, Row] = {
    "person": PERSON,
    "record": {
        "sequence": 1,
        "person_id": PERSON["id"],
        "kind": "alerts",
        "source": "alerts",
        "source_system": "nomis",
        "source_id": "A-1",
        "recorded_on": "2026-11-01",
        "happened_on": "2026-11-01",
        "body": "{}",
        "taken_at": MOMENT,
    },
    "coverage": {"person_id": PERSON["id"], **COVERED, "held": 1, "latest_taken_at": MOMENT},
    "place_register": {**COVERED, "source": "place_register"},
    "place_incident": {"id": 1, "body": "{}"},
    "place_key": {"key": "uprn:1", "incident_id": 1},
    "assessment": {
        "id": "a" * 32,
        "person_id": PERSON["id"],
        "as_of": MOMENT,
        "valid_until": MOMENT,
        "verdict": "no_flags_found",
        "complete": 1,
        "rulebook": "f" * 64,
        "enquiry": "{}",
        "full_body": "{}",
        "open_body": "{}",
        "asked_by": "p.officer",
        "asked_role": "responsible_officer",
        "purpose": "release_planning",
        "asked_at": MOMENT,
    },
    "audit_entry": {
        "sequence": 1,
        "at": MOMENT,
        "actor": "p.officer",
        "role": "responsible_officer",
        "action": "person_read",
        "person_id": PERSON["id"],
        "assessment_id": "a" * 32,
        "purpose": "release_planning",
        "detail": "found",
    },
}
"""In an order in which they can be put in: whatever a row points to is there before it."""

MAY_BE_NULL: Mapping[str, frozenset[str]] = {
    "person": frozenset({"noms_number", "case_reference_number", "pnc_number"}),
    "record": frozenset({"happened_on", "taken_at"}),
    "coverage": frozenset({"asked_at", "answered", "complete", "watermark", "latest_taken_at"}),
    "place_register": frozenset({"asked_at", "answered", "complete", "watermark"}),
    "place_incident": frozenset(),
    "place_key": frozenset(),
    "assessment": frozenset({"person_id"}),
    "audit_entry": frozenset({"person_id", "assessment_id", "purpose"}),
}
"""This table is the authority, not the code. All else must be said in so many words: nothing has a default."""

NUMBERED = {("record", "sequence"), ("audit_entry", "sequence"), ("place_incident", "id")}
"""Columns that the database numbers where no number is given."""


def put(engine: Engine, table: str, row: Row, how: str = "INSERT") -> None:
    """Writes one row in a transaction of its own."""
    names, marks = ", ".join(row), ", ".join("?" * len(row))
    with engine.begin() as connection:
        connection.exec_driver_sql(f"{how} INTO {table} ({names}) VALUES ({marks})", tuple(row.values()))


def fill(engine: Engine) -> None:
    """Writes the whole row of every table."""
    for table, row in ROWS.items():
        put(engine, table, row)


def rows(engine: Engine, table: str) -> list[Row]:
    """Every row of a table."""
    with engine.connect() as connection:
        found = connection.exec_driver_sql(" ".join(("SELECT * FROM", table)))
        return [dict(row) for row in found.mappings()]


def held(engine: Engine) -> dict[str, int]:
    """How many rows there are in each table."""
    return {table: len(rows(engine, table)) for table in ROWS}
