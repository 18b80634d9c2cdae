"""Which records are of other places than those that screening looks up: none at first."""

from alembic import op
from sqlalchemy import Column, ForeignKey, LargeBinary, String

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    """Makes the table. Whatever is not in it is looked at."""
    op.create_table(
        "told_apart",
        Column("person_id", String(32), ForeignKey("person.id", ondelete="CASCADE"), primary_key=True),
        Column("body", LargeBinary, nullable=False),
    )
