"""The tables. Objects are kept whole, as sealed JSON, in ``body``; other columns are what is searched.

Whatever would tell of a person or a place is sealed, or stands there as a keyed index (``vault``).
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
    LargeBinary,
    MetaData,
    String,
    Table,
    UniqueConstraint,
)

from riskflag.vocabulary import Role, Verdict

SCHEMA_REVISION = "0007"
"""The migration that these tables are as of."""

ID_LENGTH = 32
INDEXED = 40
"""Length of a keyed index."""

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
    Column("noms_number", String(INDEXED), unique=True),
    Column("case_reference_number", String(INDEXED), unique=True),
    Column("pnc_number", String(INDEXED), unique=True),
    Column("body", LargeBinary, nullable=False),
)


def _record_table(name: str) -> Table:
    return Table(
        name,
        metadata,
        Column("sequence", Integer, primary_key=True),
        Column("person_id", ForeignKey("person.id", ondelete="CASCADE"), nullable=False),
        Column("kind", String(40), nullable=False),
        Column("source", String(40), nullable=False),
        Column("source_system", String(40), nullable=False),
        Column("source_id", String(200), nullable=False),
        Column("recorded_on", Date, nullable=False),
        Column("happened_on", Date),
        Column("body", LargeBinary, nullable=False),
        Column("taken_at", String(40)),
        UniqueConstraint("person_id", "kind", "source_system", "source_id"),
    )


record = _record_table("record")
protected_place = _record_table("protected_place")
"""Where protected people can be found: apart from all else, so that a database role can be kept from it."""

caseload_key = Table(
    "caseload_key",
    metadata,
    Column("key", String(INDEXED), primary_key=True),
    Column("link", ForeignKey("record.sequence", ondelete="CASCADE"), primary_key=True, index=True),
)
"""Whose caseload a case is on, by account and role: where to look, and never who may see it."""

protected_place_key = Table(
    "protected_place_key",
    metadata,
    Column("key", String(INDEXED), primary_key=True),
    Column("place", ForeignKey("protected_place.sequence", ondelete="CASCADE"), primary_key=True, index=True),
)

coverage = Table(
    "coverage",
    metadata,
    Column("person_id", ForeignKey("person.id", ondelete="CASCADE"), primary_key=True),
    *_coverage_columns(),
    Column("held", Integer, nullable=False),
    Column("latest_taken_at", String(40)),
)

place_register = Table(
    "place_register",
    metadata,
    *_coverage_columns(),
    Column("expected", Integer, nullable=False),
)

place_incident = Table(
    "place_incident",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("body", LargeBinary, nullable=False),
)

place_key = Table(
    "place_key",
    metadata,
    Column("key", String(INDEXED), primary_key=True),
    Column("incident_id", ForeignKey("place_incident.id", ondelete="CASCADE"), primary_key=True, index=True),
)

place_count = Table(
    "place_count",
    metadata,
    Column("key", String(INDEXED), primary_key=True),
    Column("held", Integer, nullable=False),
)
"""How many incidents lie under each key: one that is lost is missed by whoever asks for its place. One count
is always there once the register was filled, so that whoever looks with another key misses that."""

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
    Column("stopped", Boolean(create_constraint=True, name="stopped"), nullable=False),
    Column("stop_shown", Boolean(create_constraint=True, name="stop_shown"), nullable=False),
    Column("enquiry", LargeBinary, nullable=False),
    Column("full_body", LargeBinary, nullable=False),
    Column("open_body", LargeBinary, nullable=False),
    Column("asked_by", String(200), nullable=False),
    Column("asked_role", String(20), nullable=False),
    Column("purpose", String(40), nullable=False),
    Column("asked_at", String(40), nullable=False),
    _one_of("verdict", Verdict),
    _one_of("asked_role", Role),
    CheckConstraint("complete OR verdict <> 'no_flags_found'", name="nothing_found_is_complete"),
    Index(None, "person_id", "asked_at"),
    Index(None, "asked_by", "asked_at"),
)

asked_place = Table(
    "asked_place",
    metadata,
    Column("assessment_id", ForeignKey("assessment.id", ondelete="CASCADE"), primary_key=True),
    Column("person_id", String(ID_LENGTH)),
    Column("account", String(200), nullable=False),
    Column("role", String(20), nullable=False),
    Column("asked_at", String(40), nullable=False),
    Column("place", String(INDEXED), nullable=False),
    Column("body", LargeBinary, nullable=False),
    _one_of("role", Role),
    Index(None, "person_id", "asked_at"),
    Index(None, "account", "asked_at"),
    Index(None, "place", "asked_at"),
)
"""Which places were asked about: apart from the answers, so that patterns are found without reading them."""

known_premises = Table(
    "known_premises",
    metadata,
    Column("sequence", Integer, primary_key=True),
    Column("id", String(ID_LENGTH), nullable=False, unique=True),
    Column("building", String(INDEXED), nullable=False, index=True),
    Column("listed", Boolean(create_constraint=True, name="listed"), nullable=False),
    Column("changed_at", String(40), nullable=False),
    Column("body", LargeBinary, nullable=False),
)
"""What was put on the list of known premises and taken from it: added and never changed."""

agreement = Table(
    "agreement",
    metadata,
    Column("sequence", Integer, primary_key=True),
    Column("person_id", ForeignKey("person.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("account", String(200), nullable=False),
    Column("role", String(20), nullable=False),
    Column("agreed_at", String(40), nullable=False),
    Column("reason", String(40), nullable=False),
    _one_of("role", Role),
)
"""Where a second person agreed that more places may be asked about for somebody."""

decision = Table(
    "decision",
    metadata,
    Column("sequence", Integer, primary_key=True),
    Column("id", String(ID_LENGTH), nullable=False, unique=True),
    Column("assessment_id", ForeignKey("assessment.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("account", String(200), nullable=False),
    Column("role", String(20), nullable=False),
    Column("decided_at", String(40), nullable=False),
    Column("body", LargeBinary, nullable=False),
    CheckConstraint("role = 'responsible_officer'", name="role"),
)
"""What officers decided on answers. Added and never changed; one goes only with the answer that it is on."""

alert = Table(
    "alert",
    metadata,
    Column("sequence", Integer, primary_key=True),
    Column("raised_at", String(40), nullable=False),
    Column("kind", String(40), nullable=False),
    Column("person_id", String(ID_LENGTH)),
    Column("account", String(200)),
    Column("place", String(INDEXED)),
    Column("count", Integer, nullable=False),
    sqlite_autoincrement=True,
)
"""What the auditor must look at. Says how often, by whom and about whom, never where."""

web_session = Table(
    "web_session",
    metadata,
    Column("key", String(INDEXED), primary_key=True),
    Column("account", String(200), nullable=False, index=True),
    Column("role", String(20), nullable=False),
    Column("began_at", String(40), nullable=False),
    Column("seen_at", String(40), nullable=False),
    Column("ended_at", String(40)),
    _one_of("role", Role),
)
"""Who is signed in to the pages. What their browser holds lies here only under a keyed index."""

outbox = Table(
    "outbox",
    metadata,
    Column("sequence", Integer, primary_key=True),
    Column("id", String(ID_LENGTH), nullable=False, unique=True),
    Column("put_at", String(40), nullable=False),
    Column("kind", String(40), nullable=False),
    Column("person_id", String(ID_LENGTH)),
    Column("assessment_id", String(ID_LENGTH)),
    Column("attempts", Integer, nullable=False),
    Column("sent_at", String(40)),
    sqlite_autoincrement=True,
)
"""What others are to be told: written together with what it tells of, so that neither is alone."""

repeatable = Table(
    "repeatable",
    metadata,
    Column("account", String(200), primary_key=True),
    Column("key", String(INDEXED), primary_key=True),
    Column("request", String(INDEXED), nullable=False),
    Column("outcome", String(ID_LENGTH), nullable=False),
    Column("done_at", String(40), nullable=False, index=True),
)
"""Writes that may be sent again under the same key, and what each came to."""

audit_entry = Table(
    "audit_entry",
    metadata,
    Column("sequence", Integer, primary_key=True, autoincrement=False),
    Column("at", String(40), nullable=False),
    Column("actor", String(200), nullable=False),
    Column("role", String(20), nullable=False),
    Column("action", String(40), nullable=False),
    Column("person_id", String(ID_LENGTH), index=True),
    Column("assessment_id", String(ID_LENGTH)),
    Column("purpose", String(40)),
    Column("told", String(40)),
    Column("detail", String(200), nullable=False),
    Column("mac", String(64), nullable=False),
    _one_of("role", Role),
    Index(None, "actor", "at"),
)
"""One entry after the other without a gap: each ``mac`` vouches for its entry and for all before it."""
