"""Connections and transactions. A write that returns is on the disk; a failure is one error without words."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import structlog
from sqlalchemy import URL, Connection, Engine
from sqlalchemy.engine import make_url

from riskflag.errors import BadInput, RiskflagError, StoreUnavailable
from riskflag.persistence import postgresql, sqlite
from riskflag.persistence.together import Together
from riskflag.persistence.vault import OPTION, Vault

T = TypeVar("T")

SQLITE = "sqlite"
SERVED = {SQLITE, "sqlite+pysqlite", "postgresql", "postgresql+psycopg"}
"""What a URL may begin with."""

log = structlog.get_logger()


class Database:
    """A database that is read and written in whole transactions."""

    def __init__(self, engine: Engine) -> None:
        self._writing = engine
        self._vault: Vault = engine.get_execution_options()[OPTION]
        kind = sqlite if engine.dialect.name == SQLITE else postgresql
        self._reading = kind.reading(engine)
        self._together = Together(engine)

    def read(self, work: Callable[[Connection], T]) -> T:
        """What ``work`` reads, all as it stood at one moment. Raises StoreUnavailable."""
        return _attempt(self._reading, work, "read")

    def write(self, work: Callable[[Connection], T]) -> T:
        """What ``work`` gives, once everything it wrote is on the disk. Raises StoreUnavailable, and then
        nothing of it is; save where the disk failed and then the machine: all of it, or nothing, is there."""
        return _attempt(self._writing, work, "written")

    def write_together(self, work: Callable[[Connection], T]) -> T:
        """The same, in one transaction with others who write so at that time, for what is written often."""
        return _told_apart(lambda: self._together.write(work), "written")

    def prepare(self, work: Callable[[Vault], T]) -> T:
        """What ``work`` makes ready to be written, before whoever writes it takes their turn. Raises
        StoreUnavailable."""
        return _told_apart(lambda: work(self._vault), "prepared")

    def leave_no_trace(self) -> None:
        """Leaves nothing in the database's file of what was deleted from it. A server does so by itself."""
        if self._writing.dialect.name == SQLITE:
            sqlite.leave_no_trace(self._writing)

    def close(self) -> None:
        """Closes every connection."""
        self._writing.dispose()


def open_database(url: str, vault: Vault) -> Database:
    """The database of that URL. An SQLite file is made if there is none; it is for its owner's eyes only.

    Raises BadInput when the URL names neither an SQLite file nor a PostgreSQL server.
    """
    return Database(make_engine(url, vault))


def make_engine(url: str, vault: Vault) -> Engine:
    """The engine beneath ``Database``: for migrations, tests and benchmarks."""
    parsed = _parsed(url)
    kind = parsed.get_backend_name()
    return (
        sqlite.sqlite_engine(parsed, vault) if kind == SQLITE else postgresql.postgresql_engine(parsed, vault)
    )


def file_of(url: str) -> Path:
    """Where an embedded database lies, whether it is made yet or not. Raises BadInput for a server's URL."""
    parsed = _parsed(url)
    if parsed.get_backend_name() != SQLITE:
        raise BadInput({"RISKFLAG_DATABASE_URL": "names a server: use pg_basebackup or pg_dump"})
    return sqlite.file_named(parsed)


def _parsed(url: str) -> URL:
    try:
        parsed = make_url(url)
    except Exception:  # the URL may hold a password, so what the parser says of it is not passed on
        parsed = None
    if parsed is None or parsed.drivername not in SERVED:
        raise BadInput({"RISKFLAG_DATABASE_URL": "must be sqlite:/// and a path, or postgresql:// and so on"})
    return parsed


def _attempt(engine: Engine, work: Callable[[Connection], T], doing: str) -> T:
    def transaction() -> T:
        with engine.begin() as connection:
            return work(connection)

    return _told_apart(transaction, doing)


def _told_apart(work: Callable[[], T], doing: str) -> T:
    """What ``work`` gives. Raises what this project raises, and StoreUnavailable for whatever else fails."""
    try:
        return work()
    except RiskflagError:
        raise
    except Exception as error:  # its text may hold personal data: only its type is told
        log.error("store_unavailable", doing=doing, error=type(error).__name__)
    # Raised out here, so that not even the chain of causes holds the underlying error.
    raise StoreUnavailable(f"the store could not be {doing}")
