"""A clock that stands, and where the database of a test is."""

from pathlib import Path

import pytest

from tests.service.world import Clock


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path}/riskflag.sqlite3"
