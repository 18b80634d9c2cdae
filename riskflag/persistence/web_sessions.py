"""Who is signed in to the pages, from signing in until they sign out, fall idle or are signed out.

What a browser holds is never kept: only a keyed index of it, which nobody can turn back or make up. Every
method raises StoreUnavailable when the database fails.
"""

import secrets
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row, and_, bindparam, delete, insert, select, update

from riskflag.persistence import tables
from riskflag.persistence.audit import Actor, AuditEntry, add_entry
from riskflag.persistence.codec import text_to_moment, utc_text
from riskflag.persistence.engine import Database
from riskflag.persistence.vault import vault_of
from riskflag.vocabulary import Role

TOKEN_BYTES = 32
SEEN_EVERY = timedelta(minutes=1)
"""How exactly it is kept when somebody was last seen."""

_TABLE = tables.web_session
_FIND = select(_TABLE).where(_TABLE.c.key == bindparam("wanted"))
_SEEN = update(_TABLE).where(_TABLE.c.key == bindparam("wanted")).values(seen_at=bindparam("now"))
_END = (
    update(_TABLE)
    .where(and_(_TABLE.c.key == bindparam("wanted"), _TABLE.c.ended_at.is_(None)))
    .values(ended_at=bindparam("now"))
)
_END_ALL = (
    update(_TABLE)
    .where(and_(_TABLE.c.account == bindparam("of_account"), _TABLE.c.ended_at.is_(None)))
    .values(ended_at=bindparam("now"))
)
_FORGET = delete(_TABLE).where(_TABLE.c.began_at < bindparam("too_long_ago"))


class WebSessionStore:
    """Sessions, held durably, so that every process knows of each and one that ended is over for all."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def cookie_key(self) -> bytes:
        """The key that vouches for what the pages put into a browser."""
        return self._database.read(lambda connection: vault_of(connection).cookie_key)

    def begin(self, entry: AuditEntry, longest: timedelta) -> str:
        """Signs the actor of ``entry`` in. Gives what their browser must hold.

        longest: how long a session lasts
        """
        token = secrets.token_urlsafe(TOKEN_BYTES)

        def work(connection: Connection) -> str:
            connection.execute(_FORGET, {"too_long_ago": utc_text(entry.at - longest)})
            now = utc_text(entry.at)
            row = {
                "key": _key(connection, token),
                "account": entry.actor.name,
                "role": entry.actor.role.value,
            }
            connection.execute(insert(_TABLE), {**row, "began_at": now, "seen_at": now})
            add_entry(connection, entry)
            return token

        return self._database.write(work)

    def reader(self, token: str, now: datetime, idle: timedelta, longest: timedelta) -> Actor | None:
        """Who is signed in with this; None where nobody is, or is no longer.

        idle: how long somebody may do nothing
        longest: how long a session lasts whatever they do
        """
        row = self._database.read(lambda connection: _row(connection, token))
        if row is None or row.ended_at is not None:
            return None
        began, seen = text_to_moment(row.began_at), text_to_moment(row.seen_at)
        if not (began <= now < began + longest and now < seen + idle):
            return None
        if now - seen >= SEEN_EVERY:
            self._database.write(lambda connection: _see(connection, token, now))
        return Actor(row.account, Role(row.role))

    def end(self, token: str, entry: AuditEntry) -> None:
        """Signs the actor of ``entry`` out, if they are in."""

        def work(connection: Connection) -> None:
            ended = connection.execute(_END, {"wanted": _key(connection, token), "now": utc_text(entry.at)})
            if ended.rowcount:
                add_entry(connection, entry)

        self._database.write(work)

    def end_all(self, account: str, entry: AuditEntry) -> int:
        """Signs this account out everywhere. Gives how many sessions that ended; recorded in any case."""

        def work(connection: Connection) -> int:
            ended = connection.execute(_END_ALL, {"of_account": account, "now": utc_text(entry.at)})
            add_entry(connection, replace(entry, detail=str(ended.rowcount)))
            return ended.rowcount

        return self._database.write(work)


def _row(connection: Connection, token: str) -> Row[Any] | None:
    return connection.execute(_FIND, {"wanted": _key(connection, token)}).one_or_none()


def _see(connection: Connection, token: str, now: datetime) -> None:
    connection.execute(_SEEN, {"wanted": _key(connection, token), "now": utc_text(now)})


def _key(connection: Connection, token: str) -> str:
    return vault_of(connection).indexed(token, "web session")
