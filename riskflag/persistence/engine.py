"""Connections and transactions. A write that returns is on the disk; a failure is one error, without words.

SQLite keeps its log ahead of its pages and flushes at every commit, writers queue instead of failing, and
what is deleted is overwritten. The database answers each of these settings back before it is used.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar

import structlog
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry

from riskflag.errors import BadInput, RiskflagError, StoreUnavailable

T = TypeVar("T")

BUSY_MILLISECONDS = 5000
PRAGMAS: Mapping[str, tuple[str, object]] = {
    "busy_timeout": (str(BUSY_MILLISECONDS), BUSY_MILLISECONDS),
    "journal_mode": ("WAL", "wal"),
    "synchronous": ("FULL", 2),
    "foreign_keys": ("ON", 1),
    "secure_delete": ("ON", 1),
    "temp_store": ("MEMORY", 2),
    "trusted_schema": ("OFF", 0),
}
"""What each connection is told, and what it must answer when asked."""

log = structlog.get_logger()


class Database:
    """A database that is read and written in whole transactions."""

    def __init__(self, engine: Engine) -> None:
        self._writing = engine
        self._reading = engine.execution_options(transaction="DEFERRED")

    def read(self, work: Callable[[Connection], T]) -> T:
        """What ``work`` reads, all as it stood at one moment. Raises StoreUnavailable."""
        return _attempt(self._reading, work, "read")

    def write(self, work: Callable[[Connection], T]) -> T:
        """What ``work`` gives, once everything it wrote is on the disk. Raises StoreUnavailable, and then
        nothing of it is."""
        return _attempt(self._writing, work, "write")

    def close(self) -> None:
        """Closes every connection."""
        self._writing.dispose()


def open_database(url: str) -> Database:
    """The database of that URL. An SQLite file is made if there is none; it is for its owner's eyes only.

    Raises BadInput when the URL names something else than an SQLite file.
    """
    return Database(make_engine(url))


def make_engine(url: str) -> Engine:
    """The engine beneath ``Database``: for migrations, tests and benchmarks."""
    file = _sqlite_file(url)
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        file.touch(mode=0o600)
        # One that was put there by hand, or restored, may lie open; its log would be made as open as it is.
        if file.stat().st_mode & 0o077:
            file.chmod(0o600)
    except OSError:
        raise BadInput({"RISKFLAG_DATABASE_URL": "its folder cannot be written to"}) from None
    engine = create_engine(f"sqlite:///{file}", hide_parameters=True)
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "begin", _begin)
    return engine


def _sqlite_file(url: str) -> Path:
    try:
        parsed = make_url(url)
    except Exception:  # the URL may hold a password, so what the parser says of it is not passed on
        parsed = None
    if parsed is None or parsed.drivername not in ("sqlite", "sqlite+pysqlite"):
        raise BadInput({"RISKFLAG_DATABASE_URL": "must be sqlite:/// and a path"})
    if parsed.database in (None, "", ":memory:"):
        raise BadInput({"RISKFLAG_DATABASE_URL": "must name a file, for what is held must last"})
    return Path(str(parsed.database)).absolute()


def _set_up(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
    # Python's driver would otherwise begin and commit where it sees fit.
    connection.isolation_level = None
    cursor = connection.cursor()
    for name, (setting, expected) in PRAGMAS.items():
        cursor.execute(f"PRAGMA {name}={setting}")
        cursor.execute(f"PRAGMA {name}")
        if cursor.fetchone() != (expected,):
            raise StoreUnavailable(f"the database did not accept {name}")
    cursor.close()


def _begin(connection: Connection) -> None:
    """A writer takes its turn before it reads, or two could each read and then both write over the other."""
    mode = connection.get_execution_options().get("transaction", "IMMEDIATE")
    connection.connection.cursor().execute(f"BEGIN {mode}")


def _attempt(engine: Engine, work: Callable[[Connection], T], doing: str) -> T:
    try:
        with engine.begin() as connection:
            return work(connection)
    except RiskflagError:
        raise
    except Exception as error:  # its text may hold personal data: only its type is told
        log.error("store_unavailable", doing=doing, error=type(error).__name__)
    # Raised out here, so that not even the chain of causes holds the underlying error.
    raise StoreUnavailable(f"the store could not be {'read' if doing == 'read' else 'written'}")
