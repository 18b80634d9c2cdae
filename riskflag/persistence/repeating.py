"""Writes that may be sent again: the same key and request come to what they came to the first time."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, and_, bindparam, delete, insert, select

from riskflag.errors import Conflict
from riskflag.persistence import tables
from riskflag.persistence.codec import utc_text
from riskflag.persistence.vault import vault_of

KEPT = timedelta(hours=24)
"""How long a request may be repeated."""

_TABLE = tables.repeatable
_FIND = select(_TABLE.c.request, _TABLE.c.outcome).where(
    and_(_TABLE.c.account == bindparam("of_account"), _TABLE.c.key == bindparam("of_key"))
)
_FORGET = delete(_TABLE).where(_TABLE.c.done_at < bindparam("before"))


@dataclass(frozen=True, slots=True)
class Once:
    """A request that is to be done once, however often it arrives.

    account: who sends it
    key: what the sender calls it
    request: all that was asked, as one text
    """

    account: str
    key: str
    request: str


def earlier_outcome(connection: Connection, once: Once, now: datetime) -> str | None:
    """What this request came to before; None where it is new. Raises Conflict for another under its key."""
    connection.execute(_FORGET, {"before": utc_text(now - KEPT)})
    key, request = _indexed(connection, once)
    row = connection.execute(_FIND, {"of_account": once.account, "of_key": key}).one_or_none()
    if row is None:
        return None
    if row.request != request:
        raise Conflict("this key was used for another request")
    return str(row.outcome)


def remember(connection: Connection, once: Once, outcome: str, now: datetime) -> None:
    """Writes what the request came to, in the transaction in which it is done."""
    key, request = _indexed(connection, once)
    row = {"account": once.account, "key": key, "request": request, "outcome": outcome}
    connection.execute(insert(_TABLE), {**row, "done_at": utc_text(now)})


def _indexed(connection: Connection, once: Once) -> tuple[str, str]:
    vault = vault_of(connection)
    return vault.indexed(once.key, "repeated key"), vault.indexed(once.request, "repeated request")
