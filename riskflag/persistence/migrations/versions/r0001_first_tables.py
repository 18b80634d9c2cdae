"""The first tables, and the triggers that keep the audit and the answers as they were written."""

from alembic import op
from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Integer,
    String,
    Text,
    UniqueConstraint,
)

revision = "0001"
down_revision = None

VERDICTS = "'flags_raised', 'incomplete', 'no_flags_found'"
ROLES = "'resettlement_staff', 'responsible_officer', 'data_scientist', 'auditor'"
TRIGGERS = (
    ("audit_entry", "UPDATE", ""),
    ("audit_entry", "DELETE", ""),
    # SQLite's REPLACE deletes without a word to the DELETE trigger.
    ("audit_entry", "INSERT", "WHEN NEW.sequence IN (SELECT sequence FROM audit_entry)"),
    ("assessment", "UPDATE", ""),
    ("assessment", "INSERT", "WHEN NEW.id IN (SELECT id FROM assessment)"),
)
"""What is refused: the table, the change, and when. In SQLite's words; a server gets its own with step 4."""


def upgrade() -> None:
    """Makes every table, then the triggers."""
    _make_people()
    _make_places()
    _make_assessments()
    _make_audit()
    if op.get_bind().dialect.name != "sqlite":
        return
    for table, change, when in TRIGGERS:
        op.execute(
            f"CREATE TRIGGER {table}_no_{change.lower()} BEFORE {change} ON {table} {when} "
            f"BEGIN SELECT RAISE(ABORT, '{table} is never changed'); END"
        )


def _coverage_columns() -> list[Column[object]]:
    return [
        Column("source", String(40), primary_key=True),
        Column("asked_at", String(40)),
        Column("answered", Boolean(create_constraint=True, name="answered")),
        Column("complete", Boolean(create_constraint=True, name="complete")),
        Column("watermark", String(40)),
        Column("unreadable", Integer, nullable=False),
    ]


def _make_people() -> None:
    op.create_table(
        "person",
        Column("id", String(32), primary_key=True),
        Column("noms_number", String(20), unique=True),
        Column("case_reference_number", String(20), unique=True),
        Column("pnc_number", String(20), unique=True),
        Column("body", Text, nullable=False),
    )
    op.create_table(
        "record",
        Column("sequence", Integer, primary_key=True),
        Column("person_id", String(32), ForeignKey("person.id", ondelete="CASCADE"), nullable=False),
        Column("kind", String(40), nullable=False),
        Column("source", String(40), nullable=False),
        Column("source_system", String(40), nullable=False),
        Column("source_id", String(200), nullable=False),
        Column("recorded_on", Date, nullable=False),
        Column("happened_on", Date),
        Column("body", Text, nullable=False),
        UniqueConstraint("person_id", "kind", "source_system", "source_id"),
    )
    op.create_table(
        "coverage",
        Column("person_id", String(32), ForeignKey("person.id", ondelete="CASCADE"), primary_key=True),
        *_coverage_columns(),
        Column("held", Integer, nullable=False),
    )


def _make_places() -> None:
    op.create_table("place_register", *_coverage_columns())
    op.create_table(
        "place_incident",
        Column("id", Integer, primary_key=True, autoincrement=False),
        Column("body", Text, nullable=False),
    )
    op.create_table(
        "place_key",
        Column("key", String(40), primary_key=True),
        Column(
            "incident_id",
            Integer,
            ForeignKey("place_incident.id", ondelete="CASCADE"),
            primary_key=True,
            index=True,
        ),
    )


def _make_assessments() -> None:
    op.create_table(
        "assessment",
        Column("id", String(32), primary_key=True),
        Column("person_id", String(32), ForeignKey("person.id", ondelete="CASCADE"), index=True),
        Column("as_of", String(40), nullable=False),
        Column("valid_until", String(40), nullable=False),
        Column("verdict", String(20), nullable=False),
        Column("complete", Boolean(create_constraint=True, name="complete"), nullable=False),
        Column("rulebook", String(64), nullable=False),
        Column("enquiry", Text, nullable=False),
        Column("full_body", Text, nullable=False),
        Column("open_body", Text, nullable=False),
        Column("asked_by", String(200), nullable=False),
        Column("asked_role", String(20), nullable=False),
        Column("purpose", String(40), nullable=False),
        Column("asked_at", String(40), nullable=False),
        CheckConstraint(f"verdict IN ({VERDICTS})", name="verdict"),
        CheckConstraint(f"asked_role IN ({ROLES})", name="asked_role"),
        CheckConstraint("complete OR verdict <> 'no_flags_found'", name="nothing_found_is_complete"),
    )


def _make_audit() -> None:
    op.create_table(
        "audit_entry",
        Column("sequence", Integer, primary_key=True),
        Column("at", String(40), nullable=False),
        Column("actor", String(200), nullable=False),
        Column("role", String(20), nullable=False),
        Column("action", String(40), nullable=False),
        Column("person_id", String(32), index=True),
        Column("assessment_id", String(32)),
        Column("purpose", String(40)),
        Column("detail", String(200), nullable=False),
        CheckConstraint(f"role IN ({ROLES})", name="role"),
        sqlite_autoincrement=True,
    )
