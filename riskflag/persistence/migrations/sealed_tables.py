"""The tables as step 4 makes them."""

from typing import Any

from alembic import op
from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Integer,
    LargeBinary,
    String,
    UniqueConstraint,
)

VERDICTS = "'flags_raised', 'incomplete', 'no_flags_found'"
ROLES = "'resettlement_staff', 'responsible_officer', 'data_scientist', 'auditor', 'record_feed'"


def make_tables() -> None:
    """Makes every table of records, places, answers and the audit."""
    _make_people()
    for name in ("record", "protected_place"):
        _make_records(name)
    _make_coverage()
    _make_places()
    _make_assessments()
    _make_asking()
    _make_telling()
    _make_audit()
    _make_indexes()


def _one_of(name: str, listed: str) -> CheckConstraint:
    return CheckConstraint(f"{name} IN ({listed})", name=name)


def _yes_or_no(name: str, *, nullable: bool = False) -> Column[bool]:
    return Column(name, Boolean(create_constraint=True, name=name), nullable=nullable)


def _text(name: str, length: int, *, nullable: bool = False) -> Column[str]:
    return Column(name, String(length), nullable=nullable)


def _person(*, primary_key: bool = False) -> Column[str]:
    to_person = ForeignKey("person.id", ondelete="CASCADE")
    return Column("person_id", String(32), to_person, primary_key=primary_key, nullable=False)


def _make_people() -> None:
    op.create_table(
        "person",
        Column("id", String(32), primary_key=True),
        Column("noms_number", String(40), unique=True),
        Column("case_reference_number", String(40), unique=True),
        Column("pnc_number", String(40), unique=True),
        Column("body", LargeBinary, nullable=False),
    )


def _make_records(name: str) -> None:
    op.create_table(
        name,
        Column("sequence", Integer, primary_key=True),
        _person(),
        _text("kind", 40),
        _text("source", 40),
        _text("source_system", 40),
        _text("source_id", 200),
        Column("recorded_on", Date, nullable=False),
        Column("happened_on", Date),
        Column("body", LargeBinary, nullable=False),
        _text("taken_at", 40, nullable=True),
        UniqueConstraint("person_id", "kind", "source_system", "source_id"),
    )


def _coverage_columns() -> tuple[Column[Any], ...]:
    return (
        Column("source", String(40), primary_key=True),
        _text("asked_at", 40, nullable=True),
        _yes_or_no("answered", nullable=True),
        _yes_or_no("complete", nullable=True),
        _text("watermark", 40, nullable=True),
        Column("unreadable", Integer, nullable=False),
    )


def _make_coverage() -> None:
    op.create_table(
        "coverage",
        _person(primary_key=True),
        *_coverage_columns(),
        Column("held", Integer, nullable=False),
        _text("latest_taken_at", 40, nullable=True),
    )
    op.create_table(
        "place_register",
        *_coverage_columns(),
        Column("expected", Integer, nullable=False),
    )


def _make_places() -> None:
    op.create_table(
        "protected_place_key",
        Column("key", String(40), primary_key=True),
        Column(
            "place", Integer, ForeignKey("protected_place.sequence", ondelete="CASCADE"), primary_key=True
        ),
    )
    op.create_table(
        "place_incident",
        Column("id", Integer, primary_key=True, autoincrement=False),
        Column("body", LargeBinary, nullable=False),
    )
    op.create_table(
        "place_key",
        Column("key", String(40), primary_key=True),
        Column("incident_id", Integer, ForeignKey("place_incident.id", ondelete="CASCADE"), primary_key=True),
    )

    op.create_table(
        "place_count",
        Column("key", String(40), primary_key=True),
        Column("held", Integer, nullable=False),
    )


def _make_assessments() -> None:
    op.create_table(
        "assessment",
        Column("id", String(32), primary_key=True),
        Column("person_id", String(32), ForeignKey("person.id", ondelete="CASCADE")),
        _text("as_of", 40),
        _text("valid_until", 40),
        _text("verdict", 20),
        _yes_or_no("complete"),
        _text("rulebook", 64),
        _yes_or_no("stopped"),
        _yes_or_no("stop_shown"),
        Column("enquiry", LargeBinary, nullable=False),
        Column("full_body", LargeBinary, nullable=False),
        Column("open_body", LargeBinary, nullable=False),
        _text("asked_by", 200),
        _text("asked_role", 20),
        _text("purpose", 40),
        _text("asked_at", 40),
        _one_of("verdict", VERDICTS),
        _one_of("asked_role", ROLES),
        CheckConstraint("complete OR verdict <> 'no_flags_found'", name="nothing_found_is_complete"),
    )


def _make_asking() -> None:
    answer = ForeignKey("assessment.id", ondelete="CASCADE")
    op.create_table(
        "asked_place",
        Column("assessment_id", String(32), answer, primary_key=True),
        _text("person_id", 32, nullable=True),
        _text("account", 200),
        _text("role", 20),
        _text("asked_at", 40),
        _text("place", 40),
        Column("body", LargeBinary, nullable=False),
        _one_of("role", ROLES),
    )
    op.create_table(
        "agreement",
        Column("sequence", Integer, primary_key=True),
        _person(),
        _text("account", 200),
        _text("role", 20),
        _text("agreed_at", 40),
        _text("reason", 40),
        _one_of("role", ROLES),
    )
    op.create_table(
        "alert",
        Column("sequence", Integer, primary_key=True),
        _text("raised_at", 40),
        _text("kind", 40),
        _text("person_id", 32, nullable=True),
        _text("account", 200, nullable=True),
        _text("place", 40, nullable=True),
        Column("count", Integer, nullable=False),
        sqlite_autoincrement=True,
    )


def _make_telling() -> None:
    op.create_table(
        "outbox",
        Column("sequence", Integer, primary_key=True),
        Column("id", String(32), nullable=False, unique=True),
        _text("put_at", 40),
        _text("kind", 40),
        _text("person_id", 32, nullable=True),
        _text("assessment_id", 32, nullable=True),
        Column("attempts", Integer, nullable=False),
        _text("sent_at", 40, nullable=True),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "repeatable",
        Column("account", String(200), primary_key=True),
        Column("key", String(40), primary_key=True),
        _text("request", 40),
        _text("outcome", 32),
        _text("done_at", 40),
    )


def _make_audit() -> None:
    op.create_table(
        "audit_entry",
        Column("sequence", Integer, primary_key=True, autoincrement=False),
        _text("at", 40),
        _text("actor", 200),
        _text("role", 20),
        _text("action", 40),
        _text("person_id", 32, nullable=True),
        _text("assessment_id", 32, nullable=True),
        _text("purpose", 40, nullable=True),
        _text("told", 40, nullable=True),
        _text("detail", 200),
        _text("mac", 64),
        _one_of("role", ROLES),
    )


def _make_indexes() -> None:
    for table, *columns in (
        ("protected_place_key", "place"),
        ("place_key", "incident_id"),
        ("assessment", "person_id", "asked_at"),
        ("asked_place", "person_id", "asked_at"),
        ("asked_place", "account", "asked_at"),
        ("asked_place", "place", "asked_at"),
        ("agreement", "person_id"),
        ("repeatable", "done_at"),
        ("audit_entry", "person_id"),
        ("audit_entry", "actor", "at"),
    ):
        op.create_index(op.f("_".join(("ix", table, *columns))), table, columns)
