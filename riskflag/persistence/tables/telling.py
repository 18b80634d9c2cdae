"""The tables of what must be looked at again, of messages on their way, and of events that were read."""

from sqlalchemy import Column, ForeignKey, Index, Integer, String, Table

from riskflag.persistence.tables.shared import ID_LENGTH, INDEXED, metadata, one_of
from riskflag.rescreening import Because


def _turns() -> tuple[Column[object], ...]:
    """How often something was tried, when it is due, and who is at it now."""
    return (
        Column("attempts", Integer, nullable=False),
        Column("due_at", String(40), nullable=False),
        Column("claim", String(ID_LENGTH)),
        Column("claimed_until", String(40)),
        Column("dead_at", String(40)),
    )


rescreening = Table(
    "rescreening",
    metadata,
    Column("sequence", Integer, primary_key=True),
    Column("person_id", ForeignKey("person.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("reason", String(40), nullable=False),
    Column("put_at", String(40), nullable=False),
    *_turns(),
    one_of("reason", Because),
    Index(None, "dead_at", "due_at"),
    sqlite_autoincrement=True,
)
"""Who must be looked at again, and why: written together with the change. Gone once it was done."""

delivery = Table(
    "delivery",
    metadata,
    Column("message", Integer, ForeignKey("outbox.sequence", ondelete="CASCADE"), primary_key=True),
    Column("channel", String(20), primary_key=True),
    *_turns(),
    Column("because", String(40)),
    Column("sent_at", String(40)),
    Index(None, "channel", "sent_at", "dead_at", "due_at"),
)
"""A message on its way by one channel, and what came of it."""

event_read = Table(
    "event_read",
    metadata,
    Column("key", String(INDEXED), primary_key=True),
    Column("read_at", String(40), nullable=False, index=True),
)
"""Events that were read, under a keyed index of their identifier, so that one sent again is known."""
