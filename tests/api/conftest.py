"""A service with an empty database, for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.api.world import World, make_world


@pytest.fixture(scope="session")
def key_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the development key: making one takes longer than most tests."""
    return tmp_path_factory.mktemp("key")


@pytest.fixture
def world(tmp_path: Path, key_home: Path) -> Iterator[World]:
    made = make_world(tmp_path, key_home)
    yield made
    made.service.close()
