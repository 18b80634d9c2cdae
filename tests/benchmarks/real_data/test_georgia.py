from pathlib import Path

import numpy as np
import pytest

from benchmarks.real_data.georgia import held_out_part, task, train_part
from tests.benchmarks.real_data.invented import georgia_rows, written

LATER = (
    "DrugTests",
    "Violations",
    "Delinquency",
    "Percent_Days",
    "Jobs",
    "Program",
    "Residence",
    "Employment",
)


def test_neither_sex_race_area_nor_anything_after_release_predicts() -> None:
    features = task(
        georgia_rows().assign(Residence_PUMA=1, DrugTests_THC_Positive=1, Jobs_Per_Year=1)
    ).features
    assert not [name for name in features if name.startswith(("Gender", "Race", *LATER))]
    assert len(features) == 37


def test_outcome_groups_and_incumbent_are_those_of_the_file() -> None:
    frame = georgia_rows()
    read = task(frame)
    assert read.outcome.tolist() == frame["Recidivism_Arrest_Year1"].eq(1).tolist()
    assert read.groups["sex"].tolist() == frame["Gender"].tolist()
    assert (
        read.incumbents["Georgia's supervision score"].tolist()
        == frame["Supervision_Risk_Score_First"].tolist()
    )


def test_a_kind_of_offence_is_one_column_each_and_one_for_not_recorded() -> None:
    frame = georgia_rows()
    frame.loc[0, "Prison_Offense"], frame.loc[1, "Prison_Offense"] = None, "Drug"
    read = task(frame)
    kinds = [place for place, name in enumerate(read.features) if name.startswith("Prison_Offense")]
    assert [read.features[place].split(": ")[1] for place in kinds][::5] == ["Drug", "not recorded"]
    assert read.matrix[:2, kinds].tolist() == [[0, 0, 0, 0, 0, 1], [1, 0, 0, 0, 0, 0]]
    assert len(read.directions) == len(read.features) == read.matrix.shape[1]


def test_the_public_file_in_words_reads_as_the_one_in_numbers() -> None:
    numbers = georgia_rows()
    words = numbers.copy()
    words["Gang_Affiliated"] = numbers["Gang_Affiliated"].clip(upper=1).map({0: "false", 1: "true"})
    words["Dependents"] = numbers["Dependents"].map({0: "0", 1: "1", 2: "2 or more"})
    numbers["Gang_Affiliated"] = numbers["Gang_Affiliated"].clip(upper=1)
    np.testing.assert_array_equal(task(words).matrix, task(numbers).matrix)


def test_a_full_file_is_parted_as_it_is_marked(tmp_path: Path) -> None:
    frame = georgia_rows()
    frame.loc[40:, "Training_Sample"] = 0
    path = written(frame, tmp_path / "full.csv")
    assert len(train_part(path).outcome) == 40
    assert len(held_out_part(path, path).outcome) == 20


def test_in_an_unmarked_file_whoever_was_trained_on_or_has_no_number_is_not_judged(tmp_path: Path) -> None:
    train = written(georgia_rows()[:40], tmp_path / "train.csv")
    other = georgia_rows().drop(columns="Training_Sample")
    other.loc[59, "ID"] = None
    assert len(held_out_part(written(other, tmp_path / "other.csv"), train).outcome) == 19


def test_a_file_with_nobody_new_is_refused(tmp_path: Path) -> None:
    train = written(georgia_rows(), tmp_path / "train.csv")
    with pytest.raises(ValueError, match="nobody"):
        held_out_part(train, train)


def test_an_outcome_that_is_empty_for_somebody_is_refused() -> None:
    frame = georgia_rows().astype({"Recidivism_Arrest_Year1": float})
    frame.loc[3, "Recidivism_Arrest_Year1"] = None
    with pytest.raises(ValueError, match="Recidivism_Arrest_Year1: empty"):
        task(frame)
