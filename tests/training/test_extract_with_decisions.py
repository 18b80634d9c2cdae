"""An extract with officers' decisions: the outcomes that they change, and no other thing of any row."""

import csv
from dataclasses import fields
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import pytest

from riskflag.classifier.harm import Harm
from tests.training.extracts import case_of, releases, write_extract
from training.config import SplitConfig
from training.dataset import build_table
from training.extract import ExtractPeople
from training.officers import COLUMNS, DECISIONS
from training.table import HARMS, Outcome, Table

SPLIT = SplitConfig(date(2016, 1, 1), date(2020, 1, 1))
ABUSE = HARMS.index(Harm.DOMESTIC_ABUSE)
DAY = timedelta(days=1)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_extract(tmp_path_factory.mktemp("whole"), [case_of(*each) for each in releases()])


@pytest.fixture(scope="module")
def by_records(folder: Path) -> Table:
    return build_table(ExtractPeople(folder), SPLIT)


def decide(folder: Path, after: timedelta, said: str = "confirmed") -> Table:
    """The table where an officer decided the same of everybody, so long after the release."""
    with (folder / DECISIONS).open("w", encoding="utf-8", newline="") as file:
        lines = csv.writer(file)
        lines.writerow(COLUMNS)
        for number, (_, release) in enumerate(releases(), start=1):
            decided_on = (release.on + after).isoformat()
            lines.writerow([f"{number}.json", decided_on, "DA-HIST-01", "domestic_abuse", said])
    return build_table(ExtractPeople(folder, decisions=True), SPLIT)


def test_a_harm_that_was_confirmed_counts_where_none_was_proved_and_nothing_else_changes(
    folder: Path, by_records: Table
) -> None:
    table = decide(folder, 30 * DAY)
    before, after = by_records.outcomes[:, ABUSE], table.outcomes[:, ABUSE]
    not_proved = before == Outcome.DID_NOT_HAPPEN
    assert 0 < not_proved.sum() < len(before)
    assert (after[not_proved] == Outcome.HAPPENED).all()
    np.testing.assert_array_equal(after[~not_proved], before[~not_proved])
    others = [place for place in range(len(HARMS)) if place != ABUSE]
    np.testing.assert_array_equal(table.outcomes[:, others], by_records.outcomes[:, others])
    for each in fields(Table):
        if each.name != "outcomes":
            np.testing.assert_array_equal(getattr(table, each.name), getattr(by_records, each.name))


@pytest.mark.parametrize(
    ("after", "said"),
    [
        pytest.param(30 * DAY, "not_applicable", id="denied"),
        pytest.param(30 * DAY, "action_taken", id="acted on"),
        pytest.param(0 * DAY, "confirmed", id="on the morning of the release"),
        pytest.param(-30 * DAY, "confirmed", id="before the release"),
        pytest.param(731 * DAY, "confirmed", id="after its time"),
    ],
)
def test_what_does_not_count_changes_nothing(
    folder: Path, by_records: Table, after: timedelta, said: str
) -> None:
    np.testing.assert_array_equal(decide(folder, after, said).outcomes, by_records.outcomes)
