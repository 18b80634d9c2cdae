"""Who must be looked at again, messages on their way, events that were read. All of it is empty at first."""

from alembic import op
from sqlalchemy import CheckConstraint, Column, ForeignKey, Integer, String

revision = "0011"
down_revision = "0010"

REASONS = (
    "'newly_held', 'order_made', 'order_varied', 'order_discharged', 'alert', 'registration', "
    "'address_or_occupant', 'protected_place', 'access_limits', 'place_register', 'conviction', 'other'"
)


def upgrade() -> None:
    """Makes the tables. What was held before was looked at when it was asked about."""
    op.create_table(
        "rescreening",
        Column("sequence", Integer, primary_key=True),
        Column("person_id", String(32), ForeignKey("person.id", ondelete="CASCADE"), nullable=False),
        Column("reason", String(40), nullable=False),
        Column("put_at", String(40), nullable=False),
        *_turns(),
        CheckConstraint(f"reason IN ({REASONS})", name="reason"),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_rescreening_person_id"), "rescreening", ["person_id"])
    op.create_index(op.f("ix_rescreening_dead_at_due_at"), "rescreening", ["dead_at", "due_at"])
    op.create_table(
        "delivery",
        Column("message", Integer, ForeignKey("outbox.sequence", ondelete="CASCADE"), primary_key=True),
        Column("channel", String(20), primary_key=True),
        *_turns(),
        Column("because", String(40)),
        Column("sent_at", String(40)),
    )
    op.create_index(
        op.f("ix_delivery_channel_sent_at_dead_at_due_at"),
        "delivery",
        ["channel", "sent_at", "dead_at", "due_at"],
    )
    op.create_table(
        "event_read",
        Column("key", String(40), primary_key=True),
        Column("read_at", String(40), nullable=False),
    )
    op.create_index(op.f("ix_event_read_read_at"), "event_read", ["read_at"])


def _turns() -> tuple[Column[object], ...]:
    return (
        Column("attempts", Integer, nullable=False),
        Column("due_at", String(40), nullable=False),
        Column("claim", String(32)),
        Column("claimed_until", String(40)),
        Column("dead_at", String(40)),
    )
