"""What every test shares: the same invented examples on every run, no verdict from a stopwatch, and no log as
another test set it up."""

import gc
import os
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
import structlog
from hypothesis import settings

from riskflag.cli import main
from tests.keys import keys_file
from tests.memory import keep_files_in_memory
from tests.terminal import Run

pytest_plugins = ["tests.postgresql"]
EXAMPLES = int(os.environ.get("RISKFLAG_EXAMPLES", "100"))
"""How many examples a property is tried on that does not say so itself."""

settings.register_profile("riskflag", derandomize=True, deadline=None, print_blob=True, max_examples=EXAMPLES)
settings.load_profile("riskflag")
keep_files_in_memory()


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Tens of thousands of tests stay until the end: whoever collects garbage need not go over them, which takes
    seconds, and comes at any moment, even in a test that counts them."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.enable()


@pytest.fixture(autouse=True)
def logs_as_they_were() -> Iterator[None]:
    """A command sets up the log of its process, which here is that of every later test too."""
    before = structlog.get_config()
    yield
    structlog.configure(**before)


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    monkeypatch.setenv("RISKFLAG_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("RISKFLAG_KEYS_FILE", str(keys_file(tmp_path)))
    monkeypatch.delenv("RISKFLAG_ENVIRONMENT", raising=False)

    def _run(*arguments: object) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as ended:
            main([str(argument) for argument in arguments])
        printed = capsys.readouterr()
        return int(str(ended.value.code)), printed.out, printed.err

    return _run
