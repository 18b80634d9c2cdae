"""Who is signed in to the pages."""

from alembic import op
from sqlalchemy import CheckConstraint, Column, String

revision = "0006"
down_revision = "0005"

ROLES = "'resettlement_staff', 'responsible_officer', 'data_scientist', 'auditor', 'record_feed'"


def upgrade() -> None:
    """Makes the table. Nobody is signed in yet."""
    op.create_table(
        "web_session",
        Column("key", String(40), primary_key=True),
        Column("account", String(200), nullable=False),
        Column("role", String(20), nullable=False),
        Column("began_at", String(40), nullable=False),
        Column("seen_at", String(40), nullable=False),
        Column("ended_at", String(40)),
        CheckConstraint(f"role IN ({ROLES})", name="role"),
    )
    op.create_index(op.f("ix_web_session_account"), "web_session", ["account"])
