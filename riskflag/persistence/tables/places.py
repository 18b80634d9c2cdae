"""The tables of what is known of places from records that are not one person's own."""

from sqlalchemy import Boolean, Column, ForeignKey, Integer, LargeBinary, String, Table

from riskflag.persistence.tables.shared import ID_LENGTH, INDEXED, coverage_columns, metadata

place_register = Table(
    "place_register",
    metadata,
    *coverage_columns(),
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
