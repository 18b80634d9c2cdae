"""A write that returns is on the disk; one that fails leaves nothing, and an error that says nothing."""

import sqlite3
import stat
import threading
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import cast

import pytest
from sqlalchemy import Connection, Engine, event, text
from sqlalchemy.engine.interfaces import DBAPIConnection
from structlog.testing import capture_logs

from riskflag.errors import BadInput, Conflict, StoreUnavailable
from riskflag.persistence.engine import Database, file_of, make_engine, open_database
from riskflag.persistence.migrations import upgrade
from riskflag.persistence.sqlite import PRAGMAS
from riskflag.persistence.vault import Vault
from tests.keys import VAULT

CANARY = "canary-9d24"
COUNT = text("SELECT count(*) FROM person")


def add(name: str) -> Callable[[Connection], None]:
    def work(connection: Connection) -> None:
        connection.execute(
            text("INSERT INTO person (id, noms_number, body) VALUES (:i, :i, '{}')"), {"i": name}
        )

    return work


def count(database: Database) -> int:
    return int(database.read(lambda connection: connection.execute(COUNT).scalar_one()))


@pytest.mark.parametrize("name", PRAGMAS)
def test_each_connection_is_set_up_for_durability(engine: Engine, name: str) -> None:
    with engine.connect() as connection:
        assert connection.exec_driver_sql(f"PRAGMA {name}").scalar() == PRAGMAS[name][1]


def test_a_database_that_will_not_keep_a_log_is_refused(monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    monkeypatch.setattr("riskflag.persistence.sqlite.PRAGMAS", {"journal_mode": ("DELETE", "wal")})
    with pytest.raises(StoreUnavailable, match="journal_mode"):
        open_database(url, VAULT).read(lambda connection: connection)


def test_only_its_owner_can_read_the_database(engine: Engine, tmp_path: Path) -> None:
    add_one = Database(engine)
    add_one.write(add("A"))
    held = tmp_path / "held"
    assert stat.S_IMODE(held.stat().st_mode) == 0o700
    assert {stat.S_IMODE(file.stat().st_mode) for file in held.iterdir()} == {0o600}


@pytest.mark.parametrize(
    "url",
    [
        pytest.param("sqlite://", id="a database in memory would not last"),
        pytest.param("sqlite:///:memory:", id="nor would this one"),
        pytest.param(f"mysql+pymysql://riskflag:{CANARY}@db.example/held", id="another database"),
        pytest.param(f"{CANARY}", id="not a URL"),
        pytest.param(f"sqlite:////dev/null/{CANARY}/x", id="a folder that cannot be made"),
    ],
)
def test_a_url_that_cannot_be_served_is_refused_without_repeating_it(url: str) -> None:
    with pytest.raises(BadInput, match="RISKFLAG_DATABASE_URL") as caught:
        make_engine(url, VAULT)
    assert CANARY not in str(caught.value)


def test_what_is_written_is_there_for_the_next_connection(engine: Engine, url: str) -> None:
    Database(engine).write(add("A"))
    other = open_database(url, VAULT)
    assert count(other) == 1
    other.close()


def fails_midway(connection: Connection) -> None:
    add(CANARY)(connection)
    raise ValueError(CANARY)


def breaks_a_constraint(connection: Connection) -> None:
    add(CANARY)(connection)
    add(CANARY)(connection)


def asks_for_no_table(connection: Connection) -> None:
    add(CANARY)(connection)
    connection.exec_driver_sql("SELECT * FROM nowhere WHERE name = ?", (CANARY,))


@pytest.mark.parametrize("work", [fails_midway, breaks_a_constraint, asks_for_no_table])
def test_a_failure_leaves_nothing_behind_and_says_nothing(
    engine: Engine, work: Callable[[Connection], None]
) -> None:
    database = Database(engine)
    with capture_logs() as logs, pytest.raises(StoreUnavailable) as caught:
        database.write(work)
    assert count(database) == 0
    assert caught.value.__context__ is None
    assert caught.value.__cause__ is None
    assert CANARY not in f"{caught.value!r}{logs}"
    assert [each["event"] for each in logs] == ["store_unavailable"]


def fails_to_seal(vault: Vault) -> str:
    raise ValueError(CANARY)


def refuses_to_seal(vault: Vault) -> str:
    raise Conflict("another has it")


def test_what_is_made_ready_keeps_nobody_from_their_turn_and_its_failure_says_nothing(engine: Engine) -> None:
    database = Database(engine)
    sealed = database.write(lambda _: database.prepare(lambda vault: vault.seal("words", "here")))
    assert database.prepare(lambda vault: vault.open(sealed, "here")) == "words"
    with capture_logs() as logs, pytest.raises(StoreUnavailable) as caught:
        database.prepare(fails_to_seal)
    assert (caught.value.__context__, caught.value.__cause__) == (None, None)
    assert CANARY not in f"{caught.value!r}{logs}"
    with pytest.raises(Conflict):
        database.prepare(refuses_to_seal)


def test_a_commit_that_fails_is_a_failure(engine: Engine) -> None:
    database = Database(engine)

    def refuse(connection: Connection) -> None:
        raise OSError("no space left")

    event.listen(engine, "commit", refuse)
    with pytest.raises(StoreUnavailable):
        database.write(add("A"))
    event.remove(engine, "commit", refuse)
    assert count(database) == 0


def test_what_a_use_case_refuses_is_told_as_it_is_and_leaves_nothing(engine: Engine) -> None:
    database = Database(engine)

    def refuses(connection: Connection) -> None:
        add("A")(connection)
        raise Conflict("two people")

    with pytest.raises(Conflict, match="two people"):
        database.write(refuses)
    assert count(database) == 0


def test_a_reader_sees_one_moment_while_others_write(engine: Engine) -> None:
    database = Database(engine)

    def work(connection: Connection) -> tuple[int, int]:
        before = connection.execute(COUNT).scalar_one()
        writer = threading.Thread(target=database.write, args=(add("A"),))
        writer.start()
        writer.join()
        return before, connection.execute(COUNT).scalar_one()

    assert database.read(work) == (0, 0)
    assert count(database) == 1


def test_writers_queue_and_none_is_lost(engine: Engine) -> None:
    database = Database(engine)

    def write_many(writer: int) -> None:
        for number in range(50):
            database.write(partial(read_then_add, name=f"{writer}-{number}"))

    def read_then_add(connection: Connection, name: str) -> None:
        connection.execute(COUNT).scalar_one()
        add(name)(connection)

    writers = [threading.Thread(target=write_many, args=(number,)) for number in range(4)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert count(database) == 200


def test_the_driver_leaves_transactions_to_us(engine: Engine) -> None:
    levels: list[object] = []

    def note(connection: DBAPIConnection, _: object, __: object) -> None:
        levels.append(connection.isolation_level)

    event.listen(engine, "checkout", note)
    count(Database(engine))
    assert levels == [None]


@pytest.mark.parametrize(
    "beginning",
    [pytest.param("BEGIN", id="somebody reads"), pytest.param("BEGIN IMMEDIATE", id="somebody writes")],
)
def test_what_was_deleted_is_not_said_to_be_gone_while_somebody_holds_on_to_it(
    monkeypatch: pytest.MonkeyPatch, url: str, beginning: str
) -> None:
    monkeypatch.setitem(cast("dict[str, object]", PRAGMAS), "busy_timeout", ("50", 50))
    upgrade(url, VAULT)
    database, file = open_database(url, VAULT), file_of(url)
    database.write(add(CANARY))
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute(beginning)
        assert other.execute("SELECT id FROM person").fetchall() == [(CANARY,)]
        if beginning == "BEGIN":
            database.write(lambda connection: connection.execute(text("DELETE FROM person")))
        with pytest.raises(StoreUnavailable, match="still in the database's file"):
            database.leave_no_trace()
        other.execute("COMMIT")
    database.write(lambda connection: connection.execute(text("DELETE FROM person")))
    database.leave_no_trace()
    held = b"".join(each.read_bytes() for each in file.parent.iterdir())
    assert CANARY.encode() not in held
    database.close()
