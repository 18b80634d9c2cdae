"""The database for many users: a PostgreSQL server. It behaves as the embedded one: writers queue, readers
see all as it stood at one moment, a commit that returns is on the disk. It answers that before it is used.
"""

from collections.abc import Mapping

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry

from riskflag.errors import StoreUnavailable
from riskflag.persistence.vault import OPTION, Vault

WRITERS_TURN = 0x7269736B
"""The lock that every writer takes first. The chain of the audit, and the caps on what may be asked, rest on
writers who come one after the other."""
SETTINGS: Mapping[str, str] = {
    "lock_timeout": "5s",
    "statement_timeout": "60s",
    "idle_in_transaction_session_timeout": "60s",
    "synchronous_commit": "on",
}
"""What each session is told."""
EXPECTED: Mapping[str, str] = {
    "fsync": "on",
    "full_page_writes": "on",
    "synchronous_commit": "on",
    "server_encoding": "UTF8",
}
"""What the server must answer: anything else could lose what was accepted."""
CONNECTIONS = 8


def postgresql_engine(url: URL, vault: Vault) -> Engine:
    """The engine for a server."""
    engine = create_engine(
        url.set(drivername="postgresql+psycopg"),
        hide_parameters=True,
        execution_options={OPTION: vault},
        connect_args={"options": " ".join(f"-c {name}={value}" for name, value in SETTINGS.items())},
        pool_size=CONNECTIONS,
        pool_pre_ping=True,
    )
    event.listen(engine, "connect", _check)
    event.listen(engine, "begin", _begin)
    return engine


def reading(engine: Engine) -> Engine:
    """The same engine, for transactions that read all as it stood at one moment."""
    return engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)


def _check(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
    cursor = connection.cursor()
    for name, expected in EXPECTED.items():
        cursor.execute("SELECT current_setting(%s)", (name,))
        if cursor.fetchone() != (expected,):
            raise StoreUnavailable(f"the database is not set up to keep what it accepts: {name}")
    cursor.close()
    connection.commit()


def _begin(connection: Connection) -> None:
    if connection.get_execution_options().get("postgresql_readonly"):
        return
    connection.exec_driver_sql("SELECT pg_advisory_xact_lock(%s)", (WRITERS_TURN,))
