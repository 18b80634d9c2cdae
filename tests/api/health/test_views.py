"""Alive, ready, and what is running."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from shutil import rmtree

import pytest

from api.app import create_app
from api.health.checks import CHECKS
from api.wiring import Wiring
from riskflag.classifier.scorer import NO_MODEL, UNUSABLE_MODEL, ModelUse, Scorer
from riskflag.dossier import Dossier
from riskflag.errors import StoreUnavailable
from riskflag.reference.tables import provenance
from riskflag.rulebook import Rulebook, build_rulebook, load_rulebook
from riskflag.settings import Environment
from tests.api.world import World, json_of
from tests.classifier.test_scorer import a_served_model
from tests.persistence.test_published_models import publish
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
            {"known_flag", "known_incomplete"},
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
    assert {problem["field"] for problem in json_of(answer)["errors"]} == failed


def test_it_is_not_ready_when_staff_would_be_told_what_is_hidden(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Dossier, "known_part", lambda dossier: dossier)
    answer = world.ask("GET", "/health/readiness", role=None)
    assert [problem["field"] for problem in json_of(answer)["errors"]] == ["known_hidden"]


@pytest.mark.parametrize(
    ("damage", "ready"),
    [
        pytest.param(lambda published: None, True, id="as published"),
        pytest.param(rmtree, False, id="no longer there to compare"),
        pytest.param(
            lambda published: (published / "manifest.json").write_bytes(b"{}"), False, id="no known answers"
        ),
    ],
)
def test_it_is_not_ready_when_its_model_cannot_be_shown_to_answer_as_it_did(
    world: World, tmp_path: Path, damage: Callable[[Path], object], ready: bool
) -> None:
    model = a_served_model()
    publish(tmp_path / "models", model)
    world.service.scorer = Scorer(ModelUse.IN_USE, model)
    damage(tmp_path / "models" / model.version)
    app = create_app(replace(world.settings, models=tmp_path / "models"), world.service)
    answer = replace(world, app=app).ask("GET", "/health/readiness", role=None)
    assert answer.status_code == (200 if ready else 503)
    assert ready or [problem["field"] for problem in json_of(answer)["errors"]] == ["known_score"]


def test_it_is_not_ready_when_its_model_answers_otherwise(world: World, tmp_path: Path) -> None:
    publish(tmp_path / "models", a_served_model())
    world.service.scorer = Scorer(ModelUse.IN_USE, a_served_model(intercept=-1.4))
    app = create_app(replace(world.settings, models=tmp_path / "models"), world.service)
    answer = replace(world, app=app).ask("GET", "/health/readiness", role=None)
    assert [problem["field"] for problem in json_of(answer)["errors"]] == ["known_score"]


@pytest.mark.parametrize(
    "scorer", [pytest.param(NO_MODEL, id="off"), pytest.param(UNUSABLE_MODEL, id="unusable")]
)
def test_rules_are_ready_without_a_model(world: World, scorer: Scorer) -> None:
    world.service.scorer = scorer
    assert world.ask("GET", "/health/readiness", role=None).status_code == 200


def test_it_is_not_ready_without_its_database(world: World, tmp_path: Path) -> None:
    elsewhere = replace(world.settings, database_url=f"sqlite:///{tmp_path / 'empty.sqlite3'}")
    app = create_app(elsewhere, world.service)
    answer = replace(world, app=app).ask("GET", "/health/readiness", role=None)
    assert [problem["field"] for problem in json_of(answer)["errors"]] == ["database"]
    assert replace(world, app=app).ask("GET", "/health/liveness", role=None).status_code == 200


def test_a_check_that_fails_says_nothing_of_why(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(_: Wiring) -> bool:
        raise StoreUnavailable("the password is swordfish")

    monkeypatch.setitem(CHECKS, "database", ("cannot be reached", fails))
    answer = world.ask("GET", "/health/readiness", role=None)
    assert answer.status_code == 503
    assert "swordfish" not in answer.text


def test_it_says_what_is_running(world: World) -> None:
    seen = json_of(world.ask("GET", "/info", role=None))
    assert (seen["name"], seen["environment"]) == ("riskflag", Environment.DEVELOPMENT)
    assert (seen["rulebook"], seen["rules"]) == (load_rulebook().fingerprint, len(load_rulebook().rules))
    assert {table["file"] for table in seen["reference_data"]} == set(provenance())
