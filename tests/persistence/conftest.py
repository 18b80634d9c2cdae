"""A database of this version in a folder of its own, and a store over it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from riskflag.persistence.engine import Database, make_engine
from riskflag.persistence.migrations import upgrade
from riskflag.persistence.store import Store
from tests.keys import VAULT


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path}/held/riskflag.sqlite3"


@pytest.fixture
def engine(url: str) -> Iterator[Engine]:
    upgrade(url, VAULT)
    made = make_engine(url, VAULT)
    yield made
    made.dispose()


@pytest.fixture
def store(engine: Engine) -> Store:
    return Store(Database(engine))
