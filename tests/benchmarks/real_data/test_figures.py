from dataclasses import replace

import numpy as np
import pytest

from benchmarks.real_data.figures import broward_figures, georgia_figures
from benchmarks.real_data.models import LOGISTIC, OURS
from benchmarks.real_data.protocol import Judged
from benchmarks.real_data.task import Task


def judged(**predictions: np.ndarray) -> Judged:
    """20,000 invented people whose true probabilities are known; ours are those, unless said otherwise."""
    generator = np.random.default_rng(0)
    true = generator.uniform(0.05, 0.6, 20_000)
    task = Task(
        name="Invented (order2y)",
        features=("one",),
        directions=(0,),
        matrix=true[:, None],
        outcome=generator.random(20_000) < true,
        groups={"sex": np.tile(["F", "M"], 10_000)},
        incumbents={"a guess": generator.random(20_000)},
    )
    given = {OURS: true, LOGISTIC: true, **predictions}
    return Judged(task, "invented", {name: each[None, :] for name, each in given.items()}, {})


TRUE = judged().predictions[OURS][0]
NOISE = np.random.default_rng(1).normal(0, 0.15, 20_000)
WORSE = np.clip(TRUE + NOISE, 0.01, 0.99)


@pytest.mark.parametrize(
    ("ours", "not_met"),
    [
        pytest.param(TRUE, [], id="as good as can be"),
        pytest.param(WORSE, ["Brier", "AUC", "slope"], id="noisier than a peer"),
        pytest.param(TRUE * 0.8, ["Brier", "slope", "mean"], id="too low throughout"),
    ],
)
def test_georgias_figures_are_met_or_not(ours: np.ndarray, not_met: list[str]) -> None:
    found = list(georgia_figures(judged(**{OURS: ours, "XGBoost": TRUE})))
    assert [each.asked.split()[0] for each in found] == ["Brier", "AUC", "slope", "mean"]
    assert [each.asked.split()[0] for each in found if not each.met] == not_met


def test_without_peers_nothing_is_said_to_be_as_good_as_theirs() -> None:
    assert [each.asked.split()[0] for each in georgia_figures(judged())] == ["slope", "mean"]


@pytest.mark.parametrize(
    ("ours", "met"),
    [
        pytest.param(TRUE, [True, True, True], id="as good as the best"),
        pytest.param(WORSE, [False, False, True], id="worse than the best beyond the interval, but no guess"),
        pytest.param(np.full(20_000, 0.3), [False, False, False], id="telling nobody apart"),
    ],
)
def test_browards_figures_are_met_or_not(ours: np.ndarray, met: list[bool]) -> None:
    assert [each.met for each in broward_figures(judged(**{OURS: ours}))] == met


def test_the_incumbent_need_only_be_beaten_where_that_was_agreed() -> None:
    violence = judged()
    named = replace(violence, task=replace(violence.task, name="Invented (viol2y)"))
    assert len(list(broward_figures(named))) == 2
