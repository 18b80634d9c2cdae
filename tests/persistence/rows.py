"""One whole row of every table, as SQL writes it, and what each column must hold."""

from collections.abc import Mapping
from datetime import date

from sqlalchemy import Connection, Engine, Table, select, text, update

MOMENT = "2026-11-22T10:00:00+00:00"
Row = Mapping[str, object]

PERSON: Row = {
    "id": "p" * 32,
    "noms_number": "A0001AA",
    "case_reference_number": "X000001",
    "pnc_number": "2019/1A",
    "body": b"sealed",
}
COVERED: Row = {
    "source": "alerts",
    "asked_at": MOMENT,
    "answered": True,
    "complete": True,
    "watermark": MOMENT,
    "unreadable": 0,
}
TURNS: Row = {"attempts": 0, "due_at": MOMENT, "claim": None, "claimed_until": None, "dead_at": None}
ROWS: Mapping[str, Row] = {
    "person": PERSON,
    "person_name_key": {"key": "e" * 40, "person_id": PERSON["id"]},
    "named_person_key": {"key": "e" * 40, "person_id": PERSON["id"]},
    "record": {
        "sequence": 1,
        "person_id": PERSON["id"],
        "kind": "alerts",
        "source": "alerts",
        "source_system": "nomis",
        "source_id": "A-1",
        "recorded_on": "2026-11-01",
        "happened_on": "2026-11-01",
        "body": b"sealed",
        "taken_at": MOMENT,
    },
    "protected_place": {
        "sequence": 1,
        "person_id": PERSON["id"],
        "kind": "protected_places",
        "source": "protected_places",
        "source_system": "police",
        "source_id": "P-1",
        "recorded_on": "2026-11-01",
        "happened_on": None,
        "body": b"sealed",
        "taken_at": MOMENT,
    },
    "protected_place_key": {"key": "e" * 40, "place": 1},
    "caseload_key": {"key": "e" * 40, "link": 1},
    "coverage": {"person_id": PERSON["id"], **COVERED, "held": 1, "latest_taken_at": MOMENT},
    "place_register": {**COVERED, "source": "place_register", "expected": 1},
    "place_count": {"key": "e" * 40, "held": 1},
    "place_incident": {"id": 1, "body": b"sealed"},
    "place_key": {"key": "e" * 40, "incident_id": 1},
    "indexed_place": {"id": 4, "record": 1, "protected_place": None, "incident": None},
    "place_token": {"token": 1, "place": 4},
    "place_token_count": {"token": 1, "held": 1, "changed": 1},
    "place_word_slip": {"slip": 1, "word": 1},
    "assessment": {
        "id": "a" * 32,
        "person_id": PERSON["id"],
        "as_of": MOMENT,
        "valid_until": MOMENT,
        "verdict": "no_flags_found",
        "complete": True,
        "rulebook": "f" * 64,
        "stopped": False,
        "stop_shown": False,
        "enquiry": b"sealed",
        "full_body": b"sealed",
        "open_body": b"sealed",
        "asked_by": "p.officer",
        "asked_role": "responsible_officer",
        "purpose": "release_planning",
        "asked_at": MOMENT,
    },
    "answer_summary": {"assessment_id": "a" * 32, "body": b"sealed"},
    "asked_place": {
        "assessment_id": "a" * 32,
        "person_id": PERSON["id"],
        "account": "p.officer",
        "role": "responsible_officer",
        "asked_at": MOMENT,
        "place": "e" * 40,
        "body": b"sealed",
    },
    "known_premises": {
        "sequence": 1,
        "id": "k" * 32,
        "building": "e" * 40,
        "listed": True,
        "changed_at": MOMENT,
        "body": b"sealed",
    },
    "agreement": {
        "sequence": 1,
        "person_id": PERSON["id"],
        "account": "p.officer",
        "role": "responsible_officer",
        "agreed_at": MOMENT,
        "reason": "several_addresses",
    },
    "decision": {
        "sequence": 1,
        "id": "d" * 32,
        "assessment_id": "a" * 32,
        "account": "p.officer",
        "role": "responsible_officer",
        "decided_at": MOMENT,
        "body": b"sealed",
    },
    "alert": {
        "sequence": 1,
        "raised_at": MOMENT,
        "kind": "soft_cap",
        "person_id": PERSON["id"],
        "account": "p.officer",
        "place": "e" * 40,
        "count": 5,
    },
    "screening_run": {
        "id": "s" * 32,
        "as_of": MOMENT,
        "began_at": MOMENT,
        "ended_at": MOMENT,
        "first_time": False,
        "people": 1,
        "done": 1,
        "incomplete": 0,
        "failed": 0,
    },
    "screening_turn": {
        "sequence": 1,
        "run_id": "s" * 32,
        "person_id": PERSON["id"],
        "state": "done",
        "changed": False,
        "told": False,
    },
    "screened": {"person_id": PERSON["id"], "version": 1, "changed_at": MOMENT, "body": b"sealed"},
    "told_apart": {"person_id": PERSON["id"], "body": b"sealed"},
    "web_session": {
        "key": "e" * 40,
        "account": "p.officer",
        "role": "responsible_officer",
        "began_at": MOMENT,
        "seen_at": MOMENT,
        "ended_at": None,
    },
    "outbox": {
        "sequence": 1,
        "id": "o" * 32,
        "put_at": MOMENT,
        "kind": "assessed",
        "person_id": PERSON["id"],
        "assessment_id": "a" * 32,
        "attempts": 0,
        "sent_at": None,
    },
    "rescreening": {
        "sequence": 1,
        "person_id": PERSON["id"],
        "reason": "order_made",
        "put_at": MOMENT,
        **TURNS,
    },
    "delivery": {"message": 1, "channel": "mail", **TURNS, "because": None, "sent_at": None},
    "event_read": {"key": "e" * 40, "read_at": MOMENT},
    "repeatable": {
        "account": "p.officer",
        "key": "e" * 40,
        "request": "f" * 40,
        "outcome": "a" * 32,
        "done_at": MOMENT,
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
        "told": "housing_provider",
        "detail": "found",
        "mac": "0" * 64,
    },
}
"""In an order in which they can be put in: whatever a row points to is there before it."""

MAY_BE_NULL: Mapping[str, frozenset[str]] = {
    "person": frozenset({"noms_number", "case_reference_number", "pnc_number"}),
    "person_name_key": frozenset(),
    "named_person_key": frozenset(),
    "record": frozenset({"happened_on", "taken_at"}),
    "coverage": frozenset({"asked_at", "answered", "complete", "watermark", "latest_taken_at"}),
    "protected_place": frozenset({"happened_on", "taken_at"}),
    "protected_place_key": frozenset(),
    "caseload_key": frozenset(),
    "place_register": frozenset({"asked_at", "answered", "complete", "watermark"}),
    "place_count": frozenset(),
    "place_incident": frozenset(),
    "place_key": frozenset(),
    "indexed_place": frozenset({"record", "protected_place", "incident"}),
    "place_token": frozenset(),
    "place_token_count": frozenset(),
    "place_word_slip": frozenset(),
    "assessment": frozenset({"person_id"}),
    "answer_summary": frozenset(),
    "asked_place": frozenset({"person_id"}),
    "known_premises": frozenset(),
    "agreement": frozenset(),
    "decision": frozenset(),
    "alert": frozenset({"person_id", "account", "place"}),
    "screening_run": frozenset({"ended_at", "people", "done", "incomplete", "failed"}),
    "screening_turn": frozenset(),
    "screened": frozenset(),
    "told_apart": frozenset(),
    "web_session": frozenset({"ended_at"}),
    "outbox": frozenset({"person_id", "assessment_id", "sent_at"}),
    "rescreening": frozenset({"claim", "claimed_until", "dead_at"}),
    "delivery": frozenset({"claim", "claimed_until", "dead_at", "because", "sent_at"}),
    "event_read": frozenset(),
    "repeatable": frozenset(),
    "audit_entry": frozenset({"person_id", "assessment_id", "purpose", "told"}),
}
"""This table is the authority, not the code. All else must be said in so many words: nothing has a default."""

NUMBERED = {
    *((table, "sequence") for table in ("record", "protected_place", "agreement", "alert", "outbox")),
    *((table, "sequence") for table in ("decision", "known_premises", "screening_turn")),
    ("rescreening", "sequence"),
    ("audit_entry", "sequence"),
    ("place_incident", "id"),
    ("indexed_place", "id"),
}
"""Columns that the database numbers where no number is given."""


def put(engine: Engine, table: str, row: Row, how: str = "INSERT") -> None:
    """Writes one row in a transaction of its own."""
    names, marks = ", ".join(row), ", ".join(f":{name}" for name in row)
    with engine.begin() as connection:
        connection.execute(text(f"{how} INTO {table} ({names}) VALUES ({marks})"), dict(row))


def fill(engine: Engine) -> None:
    """Writes the whole row of every table."""
    for table, row in ROWS.items():
        put(engine, table, row)


def rows(engine: Engine, table: str) -> list[Row]:
    """Every row of a table, with days as text, however the driver gives them."""
    with engine.connect() as connection:
        found = connection.exec_driver_sql(" ".join(("SELECT * FROM", table)))
        return [{name: _written(value) for name, value in row.items()} for row in found.mappings()]


def _written(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value


def held(engine: Engine) -> dict[str, int]:
    """How many rows there are in each table."""
    return {table: len(rows(engine, table)) for table in ROWS}


def bodies_in(connection: Connection, table: Table) -> list[tuple[int, bytes]]:
    """What each row of a table holds sealed, by the row's number, in order."""
    key = table.primary_key.columns[0]
    return [(number, body) for number, body in connection.execute(select(key, table.c.body).order_by(key))]


def write_body(connection: Connection, table: Table, number: int, body: bytes) -> None:
    key = table.primary_key.columns[0]
    connection.execute(update(table).where(key == number).values(body=body))
