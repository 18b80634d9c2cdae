"""The tables of people, of what is on record about each, and of what was asked to know it."""

from sqlalchemy import Column, Date, ForeignKey, Integer, LargeBinary, String, Table, UniqueConstraint

from riskflag.persistence.tables.shared import ID_LENGTH, INDEXED, coverage_columns, metadata

person = Table(
    "person",
    metadata,
    Column("id", String(ID_LENGTH), primary_key=True),
    Column("noms_number", String(INDEXED), unique=True),
    Column("case_reference_number", String(INDEXED), unique=True),
    Column("pnc_number", String(INDEXED), unique=True),
    Column("body", LargeBinary, nullable=False),
)

person_name_key = Table(
    "person_name_key",
    metadata,
    Column("key", String(INDEXED), primary_key=True),
    Column("person_id", ForeignKey("person.id", ondelete="CASCADE"), primary_key=True, index=True),
)
"""Under what somebody is looked for by a name: each key is of a part of one with a date of birth, so that no
name alone finds anybody."""

named_person_key = Table(
    "named_person_key",
    metadata,
    Column("key", String(INDEXED), primary_key=True),
    Column("person_id", ForeignKey("person.id", ondelete="CASCADE"), primary_key=True, index=True),
)
"""In whose records somebody else is named, found like people by a part of their name with a date of birth.
One that lies there no longer needed only adds a record to be looked at."""


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
    *coverage_columns(),
    Column("held", Integer, nullable=False),
    Column("latest_taken_at", String(40)),
)
