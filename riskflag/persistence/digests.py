"""What an audit entry vouches for besides itself: a keyed code over what was written together with it.

It is made over what rows say, opened, so that sealing them anew changes nothing. A row that was put back as
it once was opens in its place, and has another code. Plain hashes of an address are found by trying them all:
these have the key of the audit (HMAC-SHA256).
"""

import hmac
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Select, Table, type_coerce
from sqlalchemy.sql.sqltypes import NullType

from riskflag.errors import StoreUnavailable
from riskflag.persistence.audit import AuditEntry
from riskflag.persistence.vault import Vault

Row = Mapping[str, Any]

MARK: Final = "vouches:"
OVER: Final = "over:"
OVER_CHARACTERS: Final = 32
PURPOSE: Final = b"riskflag digest\n"
BATCH = 500
"""How many rows are read at a time."""
_VOUCHED = re.compile(
    rf"(?:^| ){MARK}(?P<digest>[0-9a-f]{{64}})(?: {OVER}(?P<over>[0-9a-f]{{{OVER_CHARACTERS}}}))?$"
)


class Digest:
    """Adds rows up to one code.

    what: what it is a digest of; two of different things are never alike
    """

    def __init__(self, vault: Vault, what: str) -> None:
        self._vault = vault
        self._code = hmac.new(vault.audit_key, PURPOSE + what.encode() + b"\n", "sha256")
        self._closed = False

    def add(self, row: Row, sealed: Mapping[str, tuple[str, ...]] | None = None) -> None:
        """Takes in a row, in the order of its columns.

        row: the columns, as the database has them
        sealed: the columns that are sealed, and where what is in each belongs
        """
        opened = {name: self._vault.open(row[name], *place) for name, place in (sealed or {}).items()}
        self._closed |= None in opened.values()
        said = [opened[name] if name in opened else _plain(value) for name, value in row.items()]
        self._code.update(json.dumps(said, ensure_ascii=True, default=repr).encode("ascii") + b"\n")

    def code(self) -> str | None:
        """The code, in hexadecimal; None where something of it cannot be opened with these keys."""
        return None if self._closed else self._code.hexdigest()


def as_they_are(table: Table, names: Iterable[str]) -> list[ColumnElement[Any]]:
    """Columns, to be read as the database has them: nothing that meddling left there stops it."""
    return [type_coerce(table.c[name], NullType()).label(f"{table.name}_{name}") for name in names]


def some_at_a_time(connection: Connection, statement: Select[Any]) -> Iterator[Row]:
    """The rows that it selects, each with its columns."""
    for row in connection.execute(statement, execution_options={"yield_per": BATCH}).mappings():
        yield dict(row)


@dataclass(frozen=True, slots=True)
class Vouched:
    """What the detail of an entry says.

    said: what it says besides
    digest: the digest of what it vouches for; None before there were any
    over: the beginning of the digest of what was there when something was added; None where all was replaced
    """

    said: str
    digest: str | None = None
    over: str | None = None


def vouching(entry: AuditEntry, digest: str | None, over: str = "") -> AuditEntry:
    """The entry, which vouches for what has this digest. Raises StoreUnavailable where there is none: what
    was written a moment ago must open.

    over: what ``over_which`` says of what was there before; empty where all of it was replaced
    """
    if digest is None:
        raise StoreUnavailable("what was just written cannot be read")
    said = (entry.detail, MARK + digest, OVER + over if over else "")
    return replace(entry, detail=" ".join(filter(None, said)))


def over_which(digest: str | None) -> str:
    """What is told of what was there before something was added. What could not be opened is like nothing."""
    return (digest or "0" * OVER_CHARACTERS)[:OVER_CHARACTERS]


def vouched(detail: str) -> Vouched:
    """What an entry vouches for, by its detail."""
    found = _VOUCHED.search(detail)
    return Vouched(detail[: found.start()], found["digest"], found["over"]) if found else Vouched(detail)


def _plain(value: object) -> object:
    """A value as both kinds of database have it."""
    if isinstance(value, bool):
        return int(value)
    return value.isoformat() if isinstance(value, date) else value
