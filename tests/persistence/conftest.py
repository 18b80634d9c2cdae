"""Where the database of a test is, and a store over it."""

from pathlib import Path

import pytest
from sqlalchemy import Engine

from riskflag.persistence.engine import Database
from riskflag.persistence.store import Store


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path}/held/riskflag.sqlite3"


@pytest.fixture
def store(engine: Engine) -> Store:
    return Store(Database(engine))
