"""The tables. Objects are kept whole, as JSON, in ``body``; other columns are what is searched or checked.

Moments are text in ISO 8601 with their offset from UTC. No column that an answer's meaning hangs on has a
default: a row that does not say its verdict cannot be written.
"""

from enum import StrEnum

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from riskflag.vocabulary import Role, Verdict

SCHEMA_REVISION = "0003"
"""The migration that these tables are as of."""

ID_LENGTH = 32

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
    }
)


def _one_of(column: str, values: type[StrEnum]) -> CheckConstraint:
    listed = ", ".join(f"'{value.value}'" for value in values)
    return CheckConstraint(f"{column} IN ({listed})", name=column)


def _coverage_columns() -> tuple[Column[object], ...]:
    return (
        Column("source", String(40), primary_key=True),
        Column("asked_at", String(40)),
        Column("answered", Boolean(create_constraint=True, name="answered")),
        Column("complete", Boolean(create_constraint=True, name="complete")),
        Column("watermark", String(40)),
        Column("unreadable", Integer, nullable=False),
    )


person = Table(
    "person",
    metadata,
    Column("id", String(ID_LENGTH), primary_key=True),
    Column("noms_number", String(20), unique=True),
    Column("case_reference_number", String(20), unique=True),
    Column("pnc_number", String(20), unique=True),
    Column("body", Text, nullable=False),
)

record = Table(
    "record",
    metadata,
    Column("sequence", Integer, primary_key=True),
    Column("person_id", ForeignKey("person.id", ondelete="CASCADE"), nullable=False),
    Column("kind", String(40), nullable=False),
    Column("source", String(40), nullable=False),
    Column("source_system", String(40), nullable=False),
    Column("source_id", String(200), nullable=False),
    Column("recorded_on", Date, nullable=False),
    Column("happened_on", Date),
    Column("body", Text, nullable=False),
    Column("taken_at", String(40)),
    UniqueConstraint("person_id", "kind", "source_system", "source_id"),
)

coverage = Table(
    "coverage",
    metadata,
    Column("person_id", ForeignKey("person.id", ondelete="CASCADE"), primary_key=True),
    *_coverage_columns(),
    Column("held", Integer, nullable=False),
    Column("latest_taken_at", String(40)),
)

place_register = Table("place_register", metadata, *_coverage_columns())

place_incident = Table(
    "place_incident",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("body", Text, nullable=False),
)

place_key = Table(
    "place_key",
    metadata,
    Column("key", String(40), primary_key=True),
    Column("incident_id", ForeignKey("place_incident.id", ondelete="CASCADE"), primary_key=True, index=True),
)

assessment = Table(
    "assessment",
    metadata,
    Column("id", String(ID_LENGTH), primary_key=True),
    Column("person_id", ForeignKey("person.id", ondelete="CASCADE")),
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
    _one_of("verdict", Verdict),
    _one_of("asked_role", Role),
    CheckConstraint("complete OR verdict <> 'no_flags_found'", name="nothing_found_is_complete"),
    Index(None, "person_id", "asked_at"),
)

audit_entry = Table(
    "audit_entry",
    metadata,
    Column("sequence", Integer, primary_key=True),
    Column("at", String(40), nullable=False),
    Column("actor", String(200), nullable=False),
    Column("role", String(20), nullable=False),
    Column("action", String(40), nullable=False),
    Column("person_id", String(ID_LENGTH), index=True),
    Column("assessment_id", String(ID_LENGTH)),
    Column("purpose", String(40)),
    Column("detail", String(200), nullable=False),
    _one_of("role", Role),
    sqlite_autoincrement=True,
)
