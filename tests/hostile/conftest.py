"""One service for everything that is thrown at it, and a person whom it holds."""

from collections.abc import Iterator
from pathlib import Path
from time import thread_time

import pytest

from tests.hostile.calling import Target, make_target


@pytest.fixture(scope="session")
def key_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the development key: making one takes longer than most tests."""
    return tmp_path_factory.mktemp("key")


@pytest.fixture(scope="module")
def target(tmp_path_factory: pytest.TempPathFactory, key_home: Path) -> Iterator[Target]:
    with pytest.MonkeyPatch.context() as patch:
        # A rule that waits for a processor is not slow; one that works for too long still is.
        patch.setattr("riskflag.rulebook.perf_counter", thread_time)
        made = make_target(tmp_path_factory.mktemp("target"), key_home)
        yield made
        made.world.service.close()
