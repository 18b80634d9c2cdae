"""The embedded database: an SQLite file. It keeps its log ahead of its pages, flushes at each commit, writers
queue instead of failing, and what is deleted is overwritten. It answers each of these settings back before it
is used.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from sqlite3 import OperationalError
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry

from riskflag.errors import BadInput, StoreUnavailable
from riskflag.persistence.placing import flush_folder, make_folder
from riskflag.persistence.vault import OPTION, Vault

BUSY_MILLISECONDS = 5000
CACHE_KIBIBYTES = 64 * 1024
"""How much of the file each connection keeps in memory at most: places are looked for all over it."""
PRAGMAS: Mapping[str, tuple[str, object]] = {
    "busy_timeout": (str(BUSY_MILLISECONDS), BUSY_MILLISECONDS),
    "journal_mode": ("WAL", "wal"),
    "synchronous": ("FULL", 2),
    "foreign_keys": ("ON", 1),
    "secure_delete": ("ON", 1),
    "temp_store": ("MEMORY", 2),
    "trusted_schema": ("OFF", 0),
    "cache_size": (str(-CACHE_KIBIBYTES), -CACHE_KIBIBYTES),
}
"""What each connection is told, and what it must answer when asked."""


def sqlite_engine(url: URL, vault: Vault) -> Engine:
    """The engine for a file, which is made if there is none, for its owner's eyes only. Raises BadInput."""
    file = _made(file_named(url))
    named = URL.create("sqlite", database=str(file))
    engine = create_engine(named, hide_parameters=True, execution_options={OPTION: vault})
    event.listen(engine, "connect", _set_up)
    # SQLite flushes its folder too, but does not look whether that worked; its log is lost with its name.
    event.listen(engine, "connect", lambda *_: flush_folder(file.parent))
    event.listen(engine, "begin", _begin)
    return engine


def reading(engine: Engine) -> Engine:
    """The same engine, for transactions that read all as it stood at one moment."""
    return engine.execution_options(transaction="DEFERRED")


def leave_no_trace(engine: Engine) -> None:
    """Writes the file anew: nothing of what was deleted or sealed since is left in its pages or log.

    Raises StoreUnavailable where somebody else holds on to what was there before.
    """
    connection = engine.raw_connection()
    try:
        cursor = connection.cursor()
        cursor.execute("VACUUM")
        # Where a reader keeps it from finishing it raises nothing: it answers that it was kept from it.
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        done = cursor.fetchall()[0][0] == 0
    except OperationalError:
        done = False
    finally:
        connection.close()
    if not done:
        raise StoreUnavailable(
            "what was there before is still in the database's file: stop what uses it, then run"
            " `riskflag database reseal`"
        )


@contextmanager
def any_text_readable(connection: Connection) -> Iterator[None]:
    """Meanwhile text that is not Unicode, which only meddling puts into a file, is read and stops nothing.

    It is read as what no text of ours holds. A server lets none in, so there this does nothing.
    """
    raw: Any = connection.connection.dbapi_connection if connection.dialect.name == "sqlite" else None
    if raw is None:
        yield
        return
    raw.text_factory = lambda held: held.decode("utf-8", "surrogateescape")
    try:
        yield
    finally:
        raw.text_factory = str


def file_named(url: URL) -> Path:
    """The file that the URL names, made or not. Raises BadInput where it names none."""
    if url.database in (None, "", ":memory:"):
        raise BadInput({"RISKFLAG_DATABASE_URL": "must name a file, for what is held must last"})
    return Path(str(url.database)).absolute()


def _made(file: Path) -> Path:
    try:
        make_folder(file.parent)
        file.touch(mode=0o600)
        # One that was put there by hand, or restored, may lie open; its log would be made as open as it is.
        if file.stat().st_mode & 0o077:
            file.chmod(0o600)
    except OSError:
        raise BadInput({"RISKFLAG_DATABASE_URL": "its folder cannot be written to"}) from None
    return file


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
