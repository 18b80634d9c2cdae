"""A clock that stands, and a database of this version in a folder of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from riskflag.persistence.engine import make_engine
from riskflag.persistence.migrations import upgrade
from tests.keys import VAULT
from tests.service.world import Clock


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    url = f"sqlite:///{tmp_path}/riskflag.sqlite3"
    upgrade(url, VAULT)
    made = make_engine(url, VAULT)
    yield made
    made.dispose()
