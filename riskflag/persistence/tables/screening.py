"""The tables of screening: each run of it, whose turn it was in a run, and what it last came to of each."""

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    UniqueConstraint,
)

from riskflag.persistence.tables.shared import ID_LENGTH, metadata, one_of
from riskflag.standing.kept import TurnState

screening_run = Table(
    "screening_run",
    metadata,
    Column("id", String(ID_LENGTH), primary_key=True),
    Column("as_of", String(40), nullable=False),
    Column("began_at", String(40), nullable=False, index=True),
    Column("ended_at", String(40)),
    Column("first_time", Boolean(create_constraint=True, name="first_time"), nullable=False),
    Column("people", Integer),
    Column("done", Integer),
    Column("incomplete", Integer),
    Column("failed", Integer),
)
"""One run over everybody, or over some. How many people it is over stands there once all are listed, and what
it came to once it has ended."""

screening_turn = Table(
    "screening_turn",
    metadata,
    Column("sequence", Integer, primary_key=True),
    Column("run_id", ForeignKey("screening_run.id", ondelete="CASCADE"), nullable=False),
    Column("person_id", ForeignKey("person.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("state", String(20), nullable=False),
    Column("changed", Boolean(create_constraint=True, name="changed"), nullable=False),
    Column("told", Boolean(create_constraint=True, name="told"), nullable=False),
    one_of("state", TurnState),
    UniqueConstraint("run_id", "person_id"),
    Index(None, "run_id", "state", "sequence"),
)
"""Who is to be screened in a run: written when it begins, so that nobody is missed and nobody comes twice."""

screened = Table(
    "screened",
    metadata,
    Column("person_id", ForeignKey("person.id", ondelete="CASCADE"), primary_key=True),
    Column("version", Integer, nullable=False),
    Column("changed_at", String(40), nullable=False),
    Column("body", LargeBinary, nullable=False),
)
"""What the last screening came to for each proposal that stands, in short, sealed."""

told_apart = Table(
    "told_apart",
    metadata,
    Column("person_id", ForeignKey("person.id", ondelete="CASCADE"), primary_key=True),
    Column("body", LargeBinary, nullable=False),
)
"""Which records were found to be of other places than those that are proposed for somebody, by keyed marks
(``place_marks``), sealed: what is not changed is not opened again. It may be emptied at any time."""
