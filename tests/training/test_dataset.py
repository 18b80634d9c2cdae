"""A table of simulated people: the truth that was simulated, and the same however the work is shared out."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from riskflag.classifier.features import feature_vector
from tests.training.small import COHORT, SPLIT, small_table
from training import dataset
from training.cohort import Release, SimulatedPerson, Window, facts_at, simulate_person
from training.dataset import SimulatedPeople, build_table
from training.rows import EPOCH
from training.split import parts_of
from training.table import HARMS, Outcome, Part, Table

FEW = 120


def written(table: Table, path: Path) -> bytes:
    table.write(path)
    return path.read_bytes()


@pytest.mark.parametrize(
    ("partition", "jobs"),
    [
        pytest.param(37, 1, id="in small portions"),
        pytest.param(1, 1, id="one person at a time"),
        pytest.param(50, 2, id="by two processes"),
    ],
)
def test_the_table_does_not_depend_on_how_the_work_is_shared_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, partition: int, jobs: int
) -> None:
    people = SimulatedPeople(replace(COHORT, people=FEW))
    whole = build_table(people, SPLIT)
    monkeypatch.setattr(dataset, "PARTITION", partition)
    shared = build_table(people, SPLIT, jobs)
    assert written(shared, tmp_path / "shared") == written(whole, tmp_path / "whole")


def test_progress_is_told_after_each_portion(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dataset, "PARTITION", 50)
    told: list[tuple[int, int]] = []
    people = SimulatedPeople(replace(COHORT, people=FEW))
    build_table(people, SPLIT, told=lambda done, of: told.append((done, of)))
    assert told == [(50, 120), (100, 120), (120, 120)]


def used_releases() -> list[tuple[SimulatedPerson, Release, Part]]:
    """The releases of the first people that are used for anything."""
    found = []
    for number in range(FEW):
        person = simulate_person(COHORT.seed, number, Window(COHORT.first, COHORT.last))
        parts = parts_of([release.on for release in person.releases], SPLIT)
        found += [(person, *each) for each in zip(person.releases, parts, strict=True)]
    return [each for each in found if each[2] is not Part.UNUSED]


def test_each_used_release_is_a_row_with_its_truth_and_what_was_known_that_morning() -> None:
    table, releases = small_table(), used_releases()
    assert len(releases) > FEW / 2
    for row, (person, release, part) in enumerate(releases):
        key = (table.person[row], table.released[row], table.part[row])
        assert key == (person.number, (release.on - EPOCH).days, part)
        np.testing.assert_array_equal(table.vectors[row], feature_vector(facts_at(person, release)))
        for column, harm in enumerate(HARMS):
            came_to_pass = release.happened_on[harm] is not None
            assert table.truth[row, column] == release.probability[harm]
            assert bool(table.outcomes[row, column] == Outcome.HAPPENED) is came_to_pass


def test_no_person_is_in_two_parts_and_nothing_unused_is_kept() -> None:
    table = small_table()
    people = [set(table.of(part).person) for part in (Part.TRAIN, Part.CALIBRATE, Part.TEST)]
    assert all(people)
    assert len(set.union(*people)) == sum(map(len, people)) < len(table)
    assert not len(table.of(Part.UNUSED))


def test_each_part_is_of_its_time() -> None:
    table = small_table()
    starts = [date.min, SPLIT.calibrate_from, SPLIT.test_from, date.max]
    days = [EPOCH.fromordinal(EPOCH.toordinal() + int(day)) for day in table.released]
    for part, first, end in zip((Part.TRAIN, Part.CALIBRATE, Part.TEST), starts, starts[1:], strict=False):
        assert all(first <= day < end for day, of in zip(days, table.part, strict=True) if of == part)
