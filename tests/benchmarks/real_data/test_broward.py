from pathlib import Path

import pytest

from benchmarks.real_data.broward import followed, screened_early, tasks
from tests.benchmarks.real_data.invented import broward_rows, written


def test_there_is_a_task_for_each_outcome_on_the_same_features() -> None:
    frame = broward_rows().assign(order2y=0)
    read = list(tasks(frame))
    assert [int(each.outcome.sum()) for each in read] == [20, 20, 0, 20]
    assert {each.features for each in read} == {read[0].features}
    assert all(len(each.directions) == each.matrix.shape[1] for each in read)


def test_neither_race_compas_nor_what_came_later_predicts() -> None:
    features = next(tasks(broward_rows().assign(is_recid=1, two_year_recid=1))).features
    assert not [name for name in features if "compas" in name or "recid" in name or "race" in name]
    assert {"male", "age", "c_order"} <= set(features)


def test_days_far_from_the_arrest_are_drawn_in() -> None:
    read = next(tasks(broward_rows()))
    days = read.matrix[:, read.features.index("days_b_screening_arrest")]
    assert (days.min(), days.max()) == (-30, 30)


def test_only_people_followed_for_two_years_are_read(tmp_path: Path) -> None:
    frame = broward_rows()
    frame.loc[:9, "full_window"] = 0
    assert len(followed(written(frame, tmp_path / "all.csv"))) == 70


def test_nobody_is_judged_who_was_trained_on(tmp_path: Path) -> None:
    train = written(broward_rows()[:60], tmp_path / "train.csv")
    full = written(broward_rows(), tmp_path / "full.csv")
    assert followed(full, without=train)["id"].tolist() == list(range(61, 81))
    with pytest.raises(ValueError, match="nobody"):
        followed(train, without=train)


def test_a_split_by_time_trains_up_to_and_including_its_last_day() -> None:
    assert screened_early(broward_rows()).tolist() == [True] * 40 + [False] * 40
