import numpy as np
import pytest

from benchmarks.real_data.models import MODELS, Predict
from benchmarks.real_data.protocol import cross_validated, held_out
from benchmarks.real_data.task import Task


def people(count: int = 100) -> Task:
    """People numbered from 0 in their only feature, one in five with the outcome."""
    numbered = np.arange(count, dtype=np.float64)
    return Task("Invented", ("number",), (1,), numbered[:, None], numbered % 5 == 0, {}, {})


def silent(said: str) -> None:
    """Nobody is told of the progress."""


def test_nobody_is_judged_by_a_model_that_was_fitted_to_them() -> None:
    task, bases = people(), []

    def share_seen(fitted: Task, matrix: np.ndarray, jobs: int) -> np.ndarray:
        bases.append(fitted.outcome.mean())
        return np.isin(matrix[:, 0], fitted.matrix[:, 0]).astype(np.float64)

    judged = cross_validated(task, {"seen": share_seen}, repeats=2, jobs=1, seed=0, say=silent)
    assert judged.predictions["seen"].tolist() == [[0.0] * 100] * 2
    assert set(bases) == {0.2}, "each part holds as many with the outcome"


def test_repeats_are_parted_anew_and_a_seed_parts_alike() -> None:
    def first_fitted(fitted: Task, matrix: np.ndarray, jobs: int) -> np.ndarray:
        return np.full(len(matrix), fitted.matrix[:, 0].sum())

    runs = [cross_validated(people(), {"sum": first_fitted}, 2, 1, seed, silent) for seed in (0, 0, 5)]
    once, again, other = (run.predictions["sum"] for run in runs)
    assert (once == again).all()
    assert (once != other).any()
    assert (once[0] != once[1]).any()


@pytest.mark.parametrize("predict", [pytest.param(each, id=name) for name, each in MODELS.items()])
def test_held_out_people_get_the_probability_that_was_learned_from_others(predict: Predict) -> None:
    train = people(200)
    rising = Task("Invented", ("number",), (1,), train.matrix, train.matrix[:, 0] > 120, {}, {})
    judged = held_out(rising, rising.only(rising.matrix[:, 0] > 180), "later", {"one": predict}, 1, silent)
    assert judged.predictions["one"].shape == (1, 19)
    assert (judged.predictions["one"] > 0.8).all()
    assert (judged.predictions["one"] < 1).all()
