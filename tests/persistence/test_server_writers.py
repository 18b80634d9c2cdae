"""Several writers over one PostgreSQL server: they queue, none is lost, and whatever fails fails as a whole."""

from collections.abc import Iterator
from functools import partial
from threading import Thread

import psycopg
import pytest
from sqlalchemy import Connection, Engine

from riskflag.errors import StoreUnavailable
from riskflag.persistence import postgresql
from riskflag.persistence.audit import add_entry
from riskflag.persistence.engine import Database, make_engine
from riskflag.persistence.store import Store, open_store
from tests.durability.servers import a_server
from tests.keys import VAULT
from tests.persistence.processes import run_together
from tests.persistence.rows import rows
from tests.persistence.tampering import entry

WRITERS = 8
WRITES = 6
OTHERS = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"


@pytest.fixture
def server(postgresql_url: str) -> Iterator[Engine]:
    made = make_engine(postgresql_url, VAULT)
    yield made
    made.dispose()


def add_entries(url: str) -> None:
    """Adds entries to the audit, each in a transaction of its own."""
    store = open_store(url, VAULT)
    for number in range(WRITES):
        store.record(entry(number))
    store.close()


def add_one(number: int, connection: Connection) -> None:
    add_entry(connection, entry(number))


def test_the_chain_stays_whole_under_writers_in_processes_of_their_own(
    postgresql_url: str, server: Engine
) -> None:
    assert run_together(*[partial(add_entries, postgresql_url)] * WRITERS) == [0] * WRITERS
    checked = Store(Database(server)).check_audit(None)
    assert (checked.broken, checked.newest.sequence) == (None, WRITERS * WRITES)


def test_a_reader_sees_all_as_it_stood_at_one_moment(server: Engine) -> None:
    database = Database(server)
    database.write(partial(add_one, 0))

    def count(connection: Connection) -> int:
        return int(connection.exec_driver_sql("SELECT count(*) FROM audit_entry").scalar_one())

    def look_twice(connection: Connection) -> tuple[int, int]:
        before = count(connection)
        writer = Thread(target=lambda: database.write(partial(add_one, 1)))
        writer.start()
        writer.join()
        return before, count(connection)

    assert database.read(look_twice) == (1, 1)
    assert database.read(count) == 2


def test_a_reader_cannot_write(server: Engine) -> None:
    with pytest.raises(StoreUnavailable):
        Database(server).read(partial(add_one, 0))
    assert rows(server, "audit_entry") == []


def test_who_waits_too_long_for_their_turn_is_told_and_loses_nothing(
    postgresql_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(postgresql, "SETTINGS", {**postgresql.SETTINGS, "lock_timeout": "100ms"})
    impatient = make_engine(postgresql_url, VAULT)
    with psycopg.connect(postgresql_url) as other:
        other.execute("SELECT pg_advisory_xact_lock(%s)", (postgresql.WRITERS_TURN,))
        with pytest.raises(StoreUnavailable):
            Database(impatient).write(partial(add_one, 0))
        assert (
            Database(impatient).read(lambda connection: connection.exec_driver_sql("SELECT 1").scalar_one())
            == 1
        )
    Database(impatient).write(partial(add_one, 0))
    assert len(rows(impatient, "audit_entry")) == 1
    impatient.dispose()


def test_a_connection_that_the_server_ended_is_made_anew(postgresql_url: str, server: Engine) -> None:
    Database(server).write(partial(add_one, 0))
    with psycopg.connect(postgresql_url, autocommit=True) as other:
        other.execute(OTHERS)
    Database(server).write(partial(add_one, 1))
    assert len(rows(server, "audit_entry")) == 2


def test_a_connection_that_ends_in_the_middle_leaves_nothing_half_done(
    postgresql_url: str, server: Engine
) -> None:
    def ended(connection: Connection) -> None:
        add_one(0, connection)
        with psycopg.connect(postgresql_url, autocommit=True) as other:
            other.execute(OTHERS)

    with pytest.raises(StoreUnavailable):
        Database(server).write(ended)
    assert rows(server, "audit_entry") == []


def test_without_its_server_the_store_says_so_and_works_once_it_is_back() -> None:
    with a_server() as own:
        engine = make_engine(own.url, VAULT)
        database = Database(engine)
        database.write(lambda connection: connection.exec_driver_sql("CREATE TABLE kept (one int)"))
        own.stop()
        for attempt in (database.read, database.write):
            with pytest.raises(StoreUnavailable):
                attempt(lambda connection: connection.exec_driver_sql("SELECT 1"))
        own.start()
        database.write(lambda connection: connection.exec_driver_sql("INSERT INTO kept VALUES (1)"))
        assert [row["one"] for row in rows(engine, "kept")] == [1]
        engine.dispose()


@pytest.mark.parametrize("name", ["fsync", "full_page_writes", "synchronous_commit"])
def test_a_server_that_could_lose_what_it_accepted_is_not_used(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with a_server() as own:
        own.set_up(**{name: "off"})
        own.stop()
        own.start()
        # What a session may say for itself it says; here it does not, so that the server's own answer counts.
        told = {each: value for each, value in postgresql.SETTINGS.items() if each != "synchronous_commit"}
        monkeypatch.setattr(postgresql, "SETTINGS", told)
        with pytest.raises(StoreUnavailable):
            open_store(own.url, VAULT)
