"""Alive, ready, and what is running."""

from dataclasses import replace
from pathlib import Path

import pytest

from api.app import create_app
from api.health.checks import CHECKS
from api.wiring import Wiring
from riskflag.errors import StoreUnavailable
from riskflag.reference.tables import provenance
from riskflag.rulebook import Rulebook, build_rulebook, load_rulebook
from riskflag.settings import Environment
from tests.api.world import World
from tests.test_rulebook import FOUND, NOTHING, a_rule, explodes


def test_it_is_alive_and_ready(world: World) -> None:
    assert world.ask("GET", "/health/liveness", role=None).json == {"status": "alive"}
    ready = world.ask("GET", "/health/readiness", role=None)
    assert (ready.status_code, ready.json) == (200, {"status": "ready", "checked": list(CHECKS)})


@pytest.mark.parametrize(
    ("rulebook", "failed"),
    [
        pytest.param(
            build_rulebook([a_rule(lambda _: NOTHING)], ""), {"known_flag"}, id="rules that find nothing"
        ),
        pytest.param(
            build_rulebook([a_rule(lambda _: FOUND)], ""),
            {"known_incomplete"},
            id="rules that flag everybody",
        ),
        pytest.param(build_rulebook([a_rule(explodes)], ""), {"known_flag"}, id="rules that break"),
    ],
)
def test_it_is_not_ready_when_known_answers_come_out_otherwise(
    world: World, rulebook: Rulebook, failed: set[str]
) -> None:
    app = create_app(world.settings, world.service, rulebook=rulebook)
    answer = replace(world, app=app).ask("GET", "/health/readiness", role=None)
    assert answer.status_code == 503
    assert {problem["field"] for problem in answer.json["errors"]} == failed


def test_it_is_not_ready_without_its_database(world: World, tmp_path: Path) -> None:
    elsewhere = replace(world.settings, database_url=f"sqlite:///{tmp_path / 'empty.sqlite3'}")
    app = create_app(elsewhere, world.service)
    answer = replace(world, app=app).ask("GET", "/health/readiness", role=None)
    assert [problem["field"] for problem in answer.json["errors"]] == ["database"]
    assert replace(world, app=app).ask("GET", "/health/liveness", role=None).status_code == 200


def test_a_check_that_fails_says_nothing_of_why(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(_: Wiring) -> bool:
        raise StoreUnavailable("the password is swordfish")

    monkeypatch.setitem(CHECKS, "database", ("cannot be reached", fails))
    answer = world.ask("GET", "/health/readiness", role=None)
    assert answer.status_code == 503
    assert "swordfish" not in answer.text


def test_it_says_what_is_running(world: World) -> None:
    seen = world.ask("GET", "/info", role=None).json
    assert (seen["name"], seen["environment"]) == ("riskflag", Environment.DEVELOPMENT)
    assert (seen["rulebook"], seen["rules"]) == (load_rulebook().fingerprint, len(load_rulebook().rules))
    assert {table["file"] for table in seen["reference_data"]} == set(provenance())
