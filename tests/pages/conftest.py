"""A desk over a service of its own, and a real browser before a real service with the example caseload."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.api.serving import Served
from tests.api.world import World, make_world
from tests.keys import keys_file
from tests.pages.browser import Chromium, chromium, served_examples
from tests.pages.desk import Desk


@pytest.fixture(scope="session")
def key_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the development key: making one takes longer than most tests."""
    return tmp_path_factory.mktemp("key")


@pytest.fixture
def world(tmp_path: Path, key_home: Path) -> Iterator[World]:
    made = make_world(tmp_path, key_home)
    yield made
    made.service.close()


@pytest.fixture
def desk(world: World) -> Desk:
    return Desk(world)


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The service as `make serve` starts it, with the example caseload."""
    home = tmp_path_factory.mktemp("served")
    keys_file(home)
    with served_examples(home) as running:
        yield running


@pytest.fixture(scope="session")
def browser(served: Served) -> Iterator[Chromium]:
    """One browser for all tests that need one; each opens a window of its own."""
    with chromium(served) as opened:
        yield opened
