"""The tables of what is known of places from records that are not one person's own."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    Integer,
    LargeBinary,
    String,
    Table,
)

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

indexed_place = Table(
    "indexed_place",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("record", ForeignKey("record.sequence", ondelete="CASCADE"), index=True),
    Column("protected_place", ForeignKey("protected_place.sequence", ondelete="CASCADE"), index=True),
    Column("incident", ForeignKey("place_incident.id", ondelete="CASCADE"), index=True),
    CheckConstraint(
        "id = coalesce(3 * protected_place, 3 * record + 1, 3 * incident + 2)", name="says_which_record"
    ),
)
"""Which records name a place, of everybody; its number says so too (``place_numbers``). What place it is the
record itself says, sealed."""

place_token = Table(
    "place_token",
    metadata,
    Column("token", BigInteger, primary_key=True, autoincrement=False),
    Column("place", ForeignKey("indexed_place.id", ondelete="CASCADE"), primary_key=True, index=True),
    sqlite_with_rowid=False,
)
"""What each place is found under."""

place_token_count = Table(
    "place_token_count",
    metadata,
    Column("token", BigInteger, primary_key=True, autoincrement=False),
    Column("held", Integer, nullable=False),
    Column("changed", BigInteger, nullable=False),
)
"""How many places lie under each token: what is rare is looked at first. After every change of what lies
under a token its ``changed`` is another number, which it never was before."""

place_word_slip = Table(
    "place_word_slip",
    metadata,
    Column("slip", BigInteger, primary_key=True, autoincrement=False),
    Column("word", BigInteger, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)
"""What is left of a word without one letter, and the word that it may be."""

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
