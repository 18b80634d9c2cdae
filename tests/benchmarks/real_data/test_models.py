import numpy as np

from benchmarks.real_data.models import ours
from benchmarks.real_data.task import Task
from training.additive import EITHER


def test_a_charge_that_few_people_face_is_heard_where_people_are_few() -> None:
    charged = np.arange(300) < 25
    outcome = np.where(charged, np.arange(300) % 2 == 0, np.arange(300) % 20 == 0)
    task = Task("Invented", ("charged",), (EITHER,), charged[:, None].astype(np.float64), outcome, {}, {})
    uncharged, facing_it = ours(task, np.array([[0.0], [1.0]]), 1)
    assert facing_it > 3 * uncharged, "25 people are fewer than the fewest that a leaf of many may hold"
