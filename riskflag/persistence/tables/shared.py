"""What all tables share: their names, and columns and conditions that more than one has."""

from enum import StrEnum

from sqlalchemy import Boolean, CheckConstraint, Column, Integer, MetaData, String

SCHEMA_REVISION = "0016"
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


def one_of(column: str, values: type[StrEnum]) -> CheckConstraint:
    """That a column says one of these words."""
    listed = ", ".join(f"'{value.value}'" for value in values)
    return CheckConstraint(f"{column} IN ({listed})", name=column)


def coverage_columns() -> tuple[Column[object], ...]:
    """What was asked of one source."""
    return (
        Column("source", String(40), primary_key=True),
        Column("asked_at", String(40)),
        Column("answered", Boolean(create_constraint=True, name="answered")),
        Column("complete", Boolean(create_constraint=True, name="complete")),
        Column("watermark", String(40)),
        Column("unreadable", Integer, nullable=False),
    )
