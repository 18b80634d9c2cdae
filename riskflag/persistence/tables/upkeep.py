"""The tables of what happened: the audit, alerts, messages that wait, who is signed in."""

from sqlalchemy import Column, Index, Integer, String, Table

from riskflag.persistence.tables.shared import ID_LENGTH, INDEXED, metadata, one_of
from riskflag.vocabulary import Role

alert = Table(
    "alert",
    metadata,
    Column("sequence", Integer, primary_key=True),
    Column("raised_at", String(40), nullable=False),
    Column("kind", String(40), nullable=False),
    Column("person_id", String(ID_LENGTH)),
    Column("account", String(200)),
    Column("place", String(INDEXED)),
    Column("count", Integer, nullable=False),
    sqlite_autoincrement=True,
)
"""What the auditor must look at. Says how often, by whom and about whom, never where."""

web_session = Table(
    "web_session",
    metadata,
    Column("key", String(INDEXED), primary_key=True),
    Column("account", String(200), nullable=False, index=True),
    Column("role", String(20), nullable=False),
    Column("began_at", String(40), nullable=False),
    Column("seen_at", String(40), nullable=False),
    Column("ended_at", String(40)),
    one_of("role", Role),
)
"""Who is signed in to the pages. What their browser holds lies here only under a keyed index."""

outbox = Table(
    "outbox",
    metadata,
    Column("sequence", Integer, primary_key=True),
    Column("id", String(ID_LENGTH), nullable=False, unique=True),
    Column("put_at", String(40), nullable=False),
    Column("kind", String(40), nullable=False),
    Column("person_id", String(ID_LENGTH)),
    Column("assessment_id", String(ID_LENGTH)),
    Column("attempts", Integer, nullable=False),
    Column("sent_at", String(40)),
    sqlite_autoincrement=True,
)
"""What others are to be told: written together with what it tells of, so that neither is alone."""

audit_entry = Table(
    "audit_entry",
    metadata,
    Column("sequence", Integer, primary_key=True, autoincrement=False),
    Column("at", String(40), nullable=False),
    Column("actor", String(200), nullable=False),
    Column("role", String(20), nullable=False),
    Column("action", String(40), nullable=False),
    Column("person_id", String(ID_LENGTH), index=True),
    Column("assessment_id", String(ID_LENGTH)),
    Column("purpose", String(40)),
    Column("told", String(40)),
    Column("detail", String(200), nullable=False),
    Column("mac", String(64), nullable=False),
    one_of("role", Role),
    Index(None, "actor", "at"),
)
"""One entry after the other without a gap: each ``mac`` vouches for its entry and for all before it."""
