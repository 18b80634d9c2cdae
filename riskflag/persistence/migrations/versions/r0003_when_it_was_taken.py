"""Records say when they were taken from their source system: an older payload then replaces none of them."""

from alembic import op
from sqlalchemy import (
    Boolean,
    Column,
    ColumnClause,
    Date,
    ForeignKey,
    Integer,
    String,
    Text,
    UniqueConstraint,
    column,
    insert,
    select,
    table,
)

revision = "0003"
down_revision = "0002"

RECORD = (
    *("sequence", "person_id", "kind", "source", "source_system", "source_id", "recorded_on"),
    *("happened_on", "body"),
)
COVERAGE = ("person_id", "source", "asked_at", "answered", "complete", "watermark", "unreadable", "held")


def upgrade() -> None:
    """Makes both tables anew with one column more. Of what is held already nobody knows when it was taken."""
    if op.get_bind().dialect.name != "sqlite":
        op.add_column("record", Column("taken_at", String(40)))
        op.add_column("coverage", Column("latest_taken_at", String(40)))
        return
    for name, columns, make in (("record", RECORD, _make_record), ("coverage", COVERAGE, _make_coverage)):
        before = f"{name}_before"
        op.rename_table(name, before)
        make()
        held, new = (table(each, *(_named(column) for column in columns)) for each in (before, name))
        op.execute(insert(new).from_select(columns, select(held)))
        op.drop_table(before)


def _named(name: str) -> ColumnClause[object]:
    return column(name)


def _person(*, primary_key: bool) -> Column[str]:
    person = ForeignKey("person.id", ondelete="CASCADE")
    return Column("person_id", String(32), person, primary_key=primary_key, nullable=False)


def _make_record() -> None:
    op.create_table(
        "record",
        Column("sequence", Integer, primary_key=True),
        _person(primary_key=False),
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


def _make_coverage() -> None:
    op.create_table(
        "coverage",
        _person(primary_key=True),
        Column("source", String(40), primary_key=True),
        Column("asked_at", String(40)),
        Column("answered", Boolean(create_constraint=True, name="answered")),
        Column("complete", Boolean(create_constraint=True, name="complete")),
        Column("watermark", String(40)),
        Column("unreadable", Integer, nullable=False),
        Column("held", Integer, nullable=False),
        Column("latest_taken_at", String(40)),
    )
