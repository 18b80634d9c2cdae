"""From a config to a model in service, as a data scientist does it, on a few simulated people."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from shutil import copytree

import pytest

from riskflag.casebook import case
from riskflag.classifier.scorer import ModelUse
from riskflag.facts import derive_facts
from riskflag.persistence.migrations import upgrade
from riskflag.service import Actor, open_service, scorer_from
from riskflag.settings import load_settings
from riskflag.vocabulary import Role
from tests.classifier.models import a_model
from tests.keys import VAULT, keys_file
from training.__main__ import main
from training.stages import NOT_COMPARED, in_service_beside

CONFIG = """
version = "{version}"
[cohort]
people = {people}
seed = 5
first = 2010-01-01
last = 2023-12-31
followed_to = 2026-10-31
[split]
calibrate_from = 2015-01-01
test_from = 2020-01-01
[fit]
samples = 2
rounds = 40
seed = {seed}
[thresholds]
domestic_abuse = 0.03
order_breach = 0.05
violence = 0.25
"""
PEOPLE = 700
Say = Callable[..., tuple[int, str]]


@pytest.fixture
def say(capsys: pytest.CaptureFixture[str]) -> Say:
    """Runs a command: its exit status, and all that it said."""

    def _say(*arguments: object) -> tuple[int, str]:
        status = 0
        try:
            main([str(argument) for argument in arguments])
        except SystemExit as left:
            status = int(left.code or 0)
        said = capsys.readouterr()
        return status, said.out + said.err

    return _say


def config(folder: Path, version: str = "first-1", seed: int = 0) -> Path:
    path = folder / f"{version}.toml"
    path.write_text(CONFIG.format(version=version, seed=seed, people=PEOPLE), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a whole run, with nothing in service."""
    folder = tmp_path_factory.mktemp("first")
    main(["run", str(config(folder)), "--run", str(folder / "run"), "--models", str(folder / "models")])
    return folder / "run"


def passed(run: Path, reasons: str = "[]") -> Path:
    """A run whose gates say this: so few people pass or fail by chance."""
    (run / "gates.json").write_text(reasons, encoding="utf-8")
    return run


def test_one_command_trains_and_another_puts_into_service(first: Path, tmp_path: Path, say: Say) -> None:
    run, models = passed(first), tmp_path / "models"
    assert "emonstration" in (run / "report.html").read_text(encoding="utf-8")
    published = say("publish", "--run", run, "--models", models, "--serve")
    assert published == (0, "published as first-1, and in service\n")
    scorer, given = scorer_from(models), case()
    assert scorer.use is ModelUse.IN_USE
    learned = scorer.run(derive_facts(given.dossier, given.enquiry, given.place)).learned
    assert learned is not None
    assert (learned.version, learned.demonstration) == ("first-1", True)
    status, said = say("publish", "--run", run, "--models", models)
    assert (status, "never changed" in said) == (2, True)


def test_a_second_model_is_set_beside_the_first_and_one_command_goes_back(
    first: Path, tmp_path: Path, say: Say
) -> None:
    models, run = tmp_path / "models", tmp_path / "second"
    assert say("publish", "--run", passed(first), "--models", models, "--serve")[0] == 0
    status, said = say("run", config(tmp_path, "second-1", seed=1), "--run", run, "--models", models)
    assert status == 0
    assert f"{PEOPLE} of {PEOPLE} people" in said
    assert "violence: AUC 0." in said
    assert "first-1" in (run / "metrics.json").read_text(encoding="utf-8")
    assert say("publish", "--run", passed(run), "--models", models, "--serve")[0] == 0
    assert (models / "CURRENT").read_text(encoding="ascii").startswith("second-1 ")
    assert say("serve", "first-1", "--models", models)[0] == 0
    assert (models / "CURRENT").read_text(encoding="ascii").startswith("first-1 ")


def test_a_model_that_a_gate_refuses_is_not_published(first: Path, tmp_path: Path, say: Say) -> None:
    run = passed(first, '["violence: ranks worse than the model in service"]')
    status, said = say("publish", "--run", run, "--models", tmp_path / "models", "--serve")
    assert status == 2
    assert "gate 1: violence: ranks worse" in said
    assert not (tmp_path / "models").exists()


def test_drift_is_read_from_the_answers_that_the_model_scored(
    first: Path, tmp_path: Path, say: Say, monkeypatch: pytest.MonkeyPatch
) -> None:
    models = tmp_path / "models"
    monkeypatch.setenv("RISKFLAG_HOME", str(tmp_path))
    assert say("publish", "--run", passed(first), "--models", models, "--serve")[0] == 0
    monkeypatch.setenv("RISKFLAG_KEYS_FILE", str(keys_file(tmp_path)))
    settings = replace(load_settings(), models=models)
    upgrade(settings.database_url, VAULT)
    assert say("drift", "--models", models) == (2, "database: holds no answer that this model scored\n")
    service = open_service(settings)
    given = case()
    service.check_case(
        given.dossier, given.enquiry, given.place, Actor("p.officer", Role.RESPONSIBLE_OFFICER)
    )
    service.close()
    status, said = say("drift", "--models", models)
    assert status == 0
    assert "Inputs of 1 people served" in said
    assert "read nothing into it yet" in said
    assert "sanction_occasions" in said


def test_what_is_published_was_judged_as_it_is(first: Path, tmp_path: Path, say: Say) -> None:
    again = tmp_path / "again"
    copytree(passed(first), again)
    assert say("calibrate", "--run", again)[0] == 0
    status, said = say("publish", "--run", again, "--models", tmp_path / "models")
    assert (status, "run the stage evaluate first" in said) == (2, True)


def test_a_model_in_service_that_cannot_be_asked_the_same_is_passed_over_only_by_decision(
    first: Path, tmp_path: Path, say: Say
) -> None:
    models, run = tmp_path / "models", passed(first, json.dumps([NOT_COMPARED]))
    status, said = say("publish", "--run", run, "--models", models)
    assert (status, "could not be compared" in said) == (2, True)
    assert say("publish", "--run", run, "--models", models, "--not-compared")[0] == 0


@pytest.mark.parametrize(
    ("stage", "named"),
    [
        pytest.param("fit", "run the stage dataset first", id="nobody to fit to"),
        pytest.param("calibrate", "run the stage fit first", id="nothing to calibrate"),
        pytest.param("evaluate", "run the stage dataset first", id="nobody to judge by"),
        pytest.param("publish", "run the stage evaluate first", id="nothing measured"),
    ],
)
def test_a_stage_says_which_stage_it_waits_for(tmp_path: Path, say: Say, stage: str, named: str) -> None:
    config(tmp_path).rename(tmp_path / "config.toml")
    status, said = say(stage, "--run", tmp_path)
    assert status == 2
    assert named in said


def test_what_is_wrong_is_said_without_a_traceback(tmp_path: Path, say: Say) -> None:
    status, said = say("run", tmp_path / "none.toml", "--run", tmp_path)
    assert (status, said) == (2, "config: there is no such file, or it cannot be read\n")
    status, said = say("serve", "nothing-1", "--models", tmp_path)
    assert (status, said) == (2, "version: is not published\n")
    status, said = say("check-extract", tmp_path)
    assert status == 2
    assert "Traceback" not in said


def test_what_fails_unforeseen_says_where_and_repeats_nothing(
    tmp_path: Path, say: Say, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise ValueError("14 Larch Close")

    monkeypatch.setattr("training.stages.fit", fails)
    status, said = say("fit", "--run", tmp_path)
    assert status == 2
    assert said.rstrip().endswith("training failed: ValueError")
    assert "in fails" in said
    assert "14 Larch Close" not in said.replace('raise ValueError("14 Larch Close")', "")


def test_where_the_model_in_service_is_damaged_that_is_a_reason_and_no_crash(tmp_path: Path) -> None:
    (tmp_path / "CURRENT").write_text("nothing-1 abc\n", encoding="ascii")
    assert in_service_beside(tmp_path, a_model()) == (None, (NOT_COMPARED,))
    assert in_service_beside(tmp_path / "none", a_model()) == (None, ())
