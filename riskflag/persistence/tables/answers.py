"""The tables of answers, of what was asked for them and of what was decided on them."""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
)

from riskflag.persistence.tables.shared import ID_LENGTH, INDEXED, metadata, one_of
from riskflag.vocabulary import Role, Verdict

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
    one_of("verdict", Verdict),
    one_of("asked_role", Role),
    CheckConstraint("complete OR verdict <> 'no_flags_found'", name="nothing_found_is_complete"),
    Index(None, "person_id", "asked_at"),
    Index(None, "asked_by", "asked_at"),
)

answer_summary = Table(
    "answer_summary",
    metadata,
    Column("assessment_id", ForeignKey("assessment.id", ondelete="CASCADE"), primary_key=True),
    Column("body", LargeBinary, nullable=False),
)
"""What lists say of an answer, written together with it, so that they need not read all of it."""

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
    one_of("role", Role),
    Index(None, "person_id", "asked_at"),
    Index(None, "account", "asked_at"),
    Index(None, "place", "asked_at"),
)
"""Which places were asked about: apart from the answers, so that patterns are found without reading them."""

agreement = Table(
    "agreement",
    metadata,
    Column("sequence", Integer, primary_key=True),
    Column("person_id", ForeignKey("person.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("account", String(200), nullable=False),
    Column("role", String(20), nullable=False),
    Column("agreed_at", String(40), nullable=False),
    Column("reason", String(40), nullable=False),
    one_of("role", Role),
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
