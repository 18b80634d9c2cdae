"""The list of known premises: hostels, approved premises, courts, prisons, offices. It is empty at first."""

from alembic import op
from sqlalchemy import Boolean, Column, Integer, LargeBinary, String

revision = "0007"
down_revision = "0006"

SQLITE = (
    (
        "CREATE TRIGGER known_premises_no_update BEFORE UPDATE ON known_premises "
        "BEGIN SELECT RAISE(ABORT, 'known_premises is never changed'); END"
    ),
    (
        "CREATE TRIGGER known_premises_no_delete BEFORE DELETE ON known_premises "
        "BEGIN SELECT RAISE(ABORT, 'known_premises is never changed'); END"
    ),
    # SQLite's REPLACE deletes without a word to the DELETE trigger.
    (
        "CREATE TRIGGER known_premises_no_insert BEFORE INSERT ON known_premises "
        "WHEN NEW.sequence IN (SELECT sequence FROM known_premises) "
        "OR NEW.id IN (SELECT id FROM known_premises) "
        "BEGIN SELECT RAISE(ABORT, 'known_premises is never changed'); END"
    ),
)
POSTGRESQL = (
    (
        "CREATE TRIGGER known_premises_stays BEFORE UPDATE OR DELETE ON known_premises "
        "FOR EACH ROW EXECUTE FUNCTION never_changed()"
    ),
    (
        "CREATE TRIGGER known_premises_stays_whole BEFORE TRUNCATE ON known_premises "
        "FOR EACH STATEMENT EXECUTE FUNCTION never_changed()"
    ),
)


def upgrade() -> None:
    """Makes the table, and what keeps its rows as they were written."""
    op.create_table(
        "known_premises",
        Column("sequence", Integer, primary_key=True),
        Column("id", String(32), nullable=False, unique=True),
        Column("building", String(40), nullable=False),
        Column("listed", Boolean(create_constraint=True, name="listed"), nullable=False),
        Column("changed_at", String(40), nullable=False),
        Column("body", LargeBinary, nullable=False),
    )
    op.create_index(op.f("ix_known_premises_building"), "known_premises", ["building"])
    for statement in SQLITE if op.get_bind().dialect.name == "sqlite" else POSTGRESQL:
        op.execute(statement)
