"""Runs of the screening, whose turn it was in each, and what it last came to."""

from alembic import op
from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    Integer,
    LargeBinary,
    String,
    UniqueConstraint,
)

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """Makes the tables, which are empty at first."""
    op.create_table(
        "screening_run",
        Column("id", String(32), primary_key=True),
        Column("as_of", String(40), nullable=False),
        Column("began_at", String(40), nullable=False),
        Column("ended_at", String(40)),
        Column("first_time", Boolean(create_constraint=True, name="first_time"), nullable=False),
        Column("people", Integer),
        Column("done", Integer),
        Column("incomplete", Integer),
        Column("failed", Integer),
    )
    op.create_index(op.f("ix_screening_run_began_at"), "screening_run", ["began_at"])
    _make_turns()
    op.create_table(
        "screened",
        Column("person_id", String(32), ForeignKey("person.id", ondelete="CASCADE"), primary_key=True),
        Column("version", Integer, nullable=False),
        Column("changed_at", String(40), nullable=False),
        Column("body", LargeBinary, nullable=False),
    )


def _make_turns() -> None:
    run = ForeignKey("screening_run.id", ondelete="CASCADE")
    person = ForeignKey("person.id", ondelete="CASCADE")
    op.create_table(
        "screening_turn",
        Column("sequence", Integer, primary_key=True),
        Column("run_id", String(32), run, nullable=False),
        Column("person_id", String(32), person, nullable=False),
        Column("state", String(20), nullable=False),
        Column("changed", Boolean(create_constraint=True, name="changed"), nullable=False),
        Column("told", Boolean(create_constraint=True, name="told"), nullable=False),
        CheckConstraint("state IN ('waiting', 'done', 'incomplete', 'failed')", name="state"),
        UniqueConstraint("run_id", "person_id"),
    )
    op.create_index(op.f("ix_screening_turn_person_id"), "screening_turn", ["person_id"])
    op.create_index(
        op.f("ix_screening_turn_run_id_state_sequence"), "screening_turn", ["run_id", "state", "sequence"]
    )
