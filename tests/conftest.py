"""What every test shares: the same invented examples on every run, no verdict from a stopwatch, and no log as
another test set it up."""

from collections.abc import Iterator

import pytest
import structlog
from hypothesis import settings

settings.register_profile("riskflag", derandomize=True, deadline=None, print_blob=True)
settings.load_profile("riskflag")


@pytest.fixture(autouse=True)
def logs_as_they_were() -> Iterator[None]:
    """A command sets up the log of its process, which here is that of every later test too."""
    before = structlog.get_config()
    yield
    structlog.configure(**before)
