"""Which records are of other places than those that screening looks up: none at first. Places are indexed
anew, as addresses are read now."""

from alembic import op
from sqlalchemy import Column, ForeignKey, LargeBinary, String

from riskflag.persistence.place_rebuilding import rebuild

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    """Makes the table, in which what is not is looked at, and the index anew."""
    op.create_table(
        "told_apart",
        Column("person_id", String(32), ForeignKey("person.id", ondelete="CASCADE"), primary_key=True),
        Column("body", LargeBinary, nullable=False),
    )
    rebuild(op.get_bind())
