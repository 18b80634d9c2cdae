"""``riskflag import --ask``: what example cases ask is asked, so that there is something to decide."""

from contextlib import closing
from pathlib import Path

import pytest

from riskflag.service import Actor, open_service
from riskflag.settings import load_settings
from riskflag.tokens import DEVELOPMENT_READER
from riskflag.vocabulary import Role
from tests.terminal import Run

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("S*.json"))
OFFICER = Actor(DEVELOPMENT_READER, Role.RESPONSIBLE_OFFICER)
STAFF = Actor(DEVELOPMENT_READER, Role.RESETTLEMENT_STAFF)


@pytest.fixture
def development(run: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setenv("RISKFLAG_ENVIRONMENT", "development")
    monkeypatch.setenv("RISKFLAG_MODELS", "off")
    assert run("database", "upgrade")[0] == 0
    return run


def lists() -> tuple[int, int]:
    """How many answers wait for the officer, and how many staff see that they asked."""
    with closing(open_service(load_settings())) as service:
        return len(service.caseload.awaiting_decision(OFFICER)), len(service.caseload.enquiries_of(STAFF))


def test_every_example_is_asked_once_however_often_it_is_loaded(development: Run) -> None:
    for _ in range(2):
        status, out, _ = development("import", "--as-if-asked-now", "--ask", *EXAMPLES)
        assert status == 0
        assert out.endswith(f"{len(EXAMPLES)} of them asked and answered\n")
    waiting, asked = lists()
    assert asked == len(EXAMPLES)
    assert 0 < waiting <= asked


def test_without_it_nothing_is_asked(development: Run) -> None:
    assert development("import", "--as-if-asked-now", *EXAMPLES)[0] == 0
    assert lists() == (0, 0)


def test_it_is_for_development_only(run: Run) -> None:
    status, _, err = run("import", "--ask", *EXAMPLES)
    assert status == 2
    assert "--ask: is for development only" in err
