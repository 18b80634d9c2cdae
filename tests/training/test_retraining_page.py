"""What the page for data scientists shows can be used as it stands."""

import csv
import re
from pathlib import Path

import pytest

from riskflag.classifier.harm import OUTCOMES, Harm
from training.config import read_config
from training.extract_case import CASES
from training.follow_up import COLUMNS, FOLLOW_UP
from training.labels import SETTLED_AFTER
from training.officers import DECISIONS, read_decisions
from training.problems import MOST_TOLD

PAGE = (Path(__file__).parents[2] / "docs" / "retraining.md").read_text(encoding="utf-8")


def example(language: str, place: int = 0) -> str:
    """The example in one language; of several the one at this place."""
    found: list[str] = re.findall(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)
    return found[place]


def test_the_config_can_be_read(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text(example("toml"), encoding="utf-8")
    config = read_config(file)
    assert config.extract is not None
    assert not config.demonstration


def test_the_follow_up_has_the_columns_that_are_asked_for() -> None:
    headings, *rows = csv.reader(example("csv").splitlines())
    assert tuple(headings) == COLUMNS
    assert all(len(row) == len(COLUMNS) for row in rows)


def test_the_decisions_can_be_read_as_they_are_shown(tmp_path: Path) -> None:
    (tmp_path / DECISIONS).write_text(example("csv", 1), encoding="utf-8")
    decisions, wrong = read_decisions(tmp_path)
    assert (len(decisions), wrong) == (2, [])


@pytest.mark.parametrize("harm", Harm)
def test_each_harm_is_told_with_its_time(harm: Harm) -> None:
    told = harm.value.replace("_", " ")
    assert re.search(rf"^\| {told} \|.*\| {OUTCOMES[harm].within_days} days \|$", PAGE, re.MULTILINE)


@pytest.mark.parametrize(
    "said",
    [
        pytest.param(f"`{FOLLOW_UP}`", id="the follow-up by its name"),
        pytest.param(f"`{DECISIONS}`", id="the decisions by theirs"),
        pytest.param(f"`{CASES}/1.json`", id="the cases by their folder"),
        pytest.param(f"go on for {SETTLED_AFTER.days} days", id="how long records must go on"),
        pytest.param({50: "beyond fifty problems"}[MOST_TOLD], id="how many problems are told"),
    ],
)
def test_names_and_numbers_are_those_of_the_code(said: str) -> None:
    assert said in PAGE
