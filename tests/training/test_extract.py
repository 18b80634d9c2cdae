"""To learn from an extract is to learn from people: the same rows come of it as of the people themselves."""

from collections.abc import Callable
from dataclasses import fields, replace
from datetime import date, timedelta
from itertools import count
from pathlib import Path

import numpy as np
import pytest

from riskflag.classifier.harm import Harm
from riskflag.errors import BadInput
from riskflag.importers.case_file import CaseFile
from riskflag.records import Alert, Conviction
from riskflag.vocabulary import OffenceCode, Source, SourceRecordId, SourceSystem
from tests.training.extracts import (
    ANSWERED,
    COHORT,
    FOLLOWED_TO,
    case_of,
    people,
    releases,
    write_extract,
    write_follow_up,
)
from training.config import SplitConfig
from training.dataset import SimulatedPeople, build_table
from training.extract import ExtractPeople
from training.table import HARMS, NOT_STATED, Outcome, Table

SPLIT = SplitConfig(date(2016, 1, 1), date(2020, 1, 1))
IDS = count(1)


@pytest.fixture(scope="module")
def from_people() -> Table:
    return build_table(SimulatedPeople(COHORT), SPLIT)


@pytest.fixture(scope="module")
def from_extract(tmp_path_factory: pytest.TempPathFactory) -> Table:
    folder = write_extract(tmp_path_factory.mktemp("whole"), [case_of(*each) for each in releases()])
    return build_table(ExtractPeople(folder), SPLIT)


SAME = [each.name for each in fields(Table) if each.name not in {"truth", "outcomes", "region"}]


@pytest.mark.parametrize("column", SAME)
def test_both_ways_give_the_same_rows(column: str, from_people: Table, from_extract: Table) -> None:
    np.testing.assert_array_equal(getattr(from_extract, column), getattr(from_people, column))


def test_both_ways_give_the_same_outcomes_where_the_convictions_were_all_there(
    from_people: Table, from_extract: Table
) -> None:
    in_part = {person.number for person in people() if Source.CONVICTIONS in person.unanswered}
    partly = np.isin(from_extract.person, list(in_part))
    np.testing.assert_array_equal(from_extract.outcomes[~partly], from_people.outcomes[~partly])
    assert 0 < partly.sum() < len(from_people) / 2
    happened = from_people.outcomes[partly] == Outcome.HAPPENED
    np.testing.assert_array_equal(
        from_extract.outcomes[partly], np.where(happened, Outcome.HAPPENED, Outcome.OPEN)
    )


def test_nobody_knows_the_truth_of_real_people(from_people: Table, from_extract: Table) -> None:
    assert np.isnan(from_extract.truth).all()
    assert not np.isnan(from_people.truth).any()


def test_groups_are_those_of_the_follow_up(from_extract: Table) -> None:
    assert set(from_extract.region) == {"North Invented"}
    assert set(from_extract.ethnicity) == {NOT_STATED}


def test_the_table_is_the_same_however_many_work_at_it(tmp_path: Path, from_extract: Table) -> None:
    folder = write_extract(tmp_path, [case_of(*each) for each in releases()])
    table = build_table(ExtractPeople(folder, jobs=2), SPLIT, jobs=2)
    np.testing.assert_array_equal(table.vectors, from_extract.vectors)


ONE = next(
    (person, release)
    for person, release in releases()
    if not person.unanswered and release.on > SPLIT.test_from and not any(release.happened_on.values())
)
RELEASED = ONE[1].on


def convicted(happened_on: date, convicted_on: date, recorded_on: date) -> Conviction:
    """A conviction of an assault."""
    return Conviction(
        source_system=SourceSystem.COURT,
        source_id=SourceRecordId(f"LATER-{next(IDS)}"),
        recorded_on=recorded_on,
        happened_on=happened_on,
        offence_code=OffenceCode("00801"),
        description="an assault",
        convicted_on=convicted_on,
    )


def row_of(folder: Path, change: Callable[[CaseFile], CaseFile] = lambda case: case) -> Table:
    """The row of one release, its case changed before it is written."""
    return build_table(ExtractPeople(write_extract(folder, [change(case_of(*ONE))])), SPLIT)


def with_records(*records: Conviction | Alert) -> Callable[[CaseFile], CaseFile]:
    """Adds records to a case."""

    def change(case: CaseFile) -> CaseFile:
        return replace(case, dossier=replace(case.dossier, records=(*case.dossier.records, *records)))

    return change


def after(days: int) -> date:
    """A day so many days after the release."""
    return RELEASED + timedelta(days=days)


@pytest.mark.parametrize(
    ("record", "violence"),
    [
        pytest.param(convicted(after(1), after(90), after(91)), Outcome.HAPPENED, id="the day after"),
        pytest.param(convicted(after(730), after(800), after(801)), Outcome.HAPPENED, id="on the last day"),
        pytest.param(
            convicted(after(731), after(800), after(801)), Outcome.DID_NOT_HAPPEN, id="a day too late"
        ),
        pytest.param(
            convicted(after(0), after(90), after(91)),
            Outcome.DID_NOT_HAPPEN,
            id="before the release that day",
        ),
        pytest.param(
            convicted(after(9), FOLLOWED_TO + timedelta(days=1), after(60)),
            Outcome.DID_NOT_HAPPEN,
            id="charged in time, convicted only after the records were followed",
        ),
        pytest.param(
            convicted(after(9), FOLLOWED_TO, FOLLOWED_TO + timedelta(days=1)),
            Outcome.DID_NOT_HAPPEN,
            id="recorded only after the records were followed",
        ),
    ],
)
def test_what_counts_is_what_was_proved_within_its_time(
    tmp_path: Path, record: Conviction, violence: Outcome
) -> None:
    table = row_of(tmp_path, with_records(record))
    assert table.outcomes[0, HARMS.index(Harm.VIOLENCE)] == violence


def test_what_is_recorded_after_the_release_changes_no_feature(tmp_path: Path) -> None:
    later = Alert(
        source_system=SourceSystem.NOMIS, source_id=SourceRecordId("LATER"), recorded_on=after(1), code="OHCO"
    )
    conviction = convicted(after(3), after(90), after(91))
    before = row_of(tmp_path / "before")
    changed = row_of(tmp_path / "after", with_records(later, conviction))
    np.testing.assert_array_equal(changed.vectors, before.vectors)
    np.testing.assert_array_equal(changed.recognised, before.recognised)
    assert (changed.outcomes != before.outcomes).any()


def test_a_charge_that_became_a_conviction_is_a_charge_on_the_morning(tmp_path: Path) -> None:
    pending = convicted(after(-40), after(30), after(-30))
    before = row_of(tmp_path / "before")
    np.testing.assert_array_equal(row_of(tmp_path / "after", with_records(pending)).vectors, before.vectors)


@pytest.mark.parametrize(
    ("source", "open_harms"),
    [
        pytest.param(Source.CONVICTIONS, set(Harm), id="convictions"),
        pytest.param(Source.ORDER_BREACHES, {Harm.ORDER_BREACH}, id="breaches of orders"),
        pytest.param(Source.ALERTS, set(), id="a source that proves nothing"),
    ],
)
def test_it_did_not_happen_only_where_everything_that_proves_it_was_there(
    tmp_path: Path, source: Source, open_harms: set[Harm]
) -> None:
    def in_part(case: CaseFile) -> CaseFile:
        coverage = {**case.dossier.coverage, source: replace(ANSWERED, complete=False)}
        return replace(case, dossier=replace(case.dossier, coverage=coverage))

    outcomes = row_of(tmp_path, in_part).outcomes[0]
    assert {harm for harm, one in zip(HARMS, outcomes, strict=True) if one == Outcome.OPEN} == open_harms


def test_releases_of_one_person_are_found_by_any_number(tmp_path: Path) -> None:
    person = next(
        person
        for person in people()
        if person is not ONE[0]
        and len({release.on for release in person.releases}) == len(person.releases) > 1
    )
    cases = [case_of(person, release) for release in person.releases]
    assert ExtractPeople(write_extract(tmp_path / "one", cases)).count == 1
    assert ExtractPeople(write_extract(tmp_path / "two", [case_of(*ONE), *cases])).count == 2
    assert person.releases[0].on == min(release.on for release in person.releases)


def test_groups_are_audited_by_and_never_features(tmp_path: Path) -> None:
    folder = write_extract(tmp_path, [case_of(*ONE)])
    before = build_table(ExtractPeople(folder), SPLIT)
    headings = ["region", "case", "ethnicity", "followed_to"]
    write_follow_up(folder, [headings, ["", "1.json", " Mixed ", FOLLOWED_TO.isoformat()]])
    table = build_table(ExtractPeople(folder), SPLIT)
    assert (table.ethnicity[0], table.region[0]) == ("Mixed", NOT_STATED)
    np.testing.assert_array_equal(table.vectors, before.vectors)


def test_no_row_is_made_of_an_extract_that_is_wrong(tmp_path: Path) -> None:
    folder = write_extract(tmp_path, [case_of(*ONE)])
    (folder / "cases" / "2.json").write_text("{}", encoding="utf-8")
    with pytest.raises(BadInput) as refused:
        ExtractPeople(folder)
    assert set(refused.value.problems) == {"cases/2.json"}
