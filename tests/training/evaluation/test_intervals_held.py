from dataclasses import replace

import numpy as np
import pytest

from riskflag.classifier.harm import Harm
from riskflag.classifier.venn_abers import VennAbers
from tests.training.evaluation.made_up import a_table, a_true_model
from training.evaluation.intervals_held import IntervalsHeld, intervals_held
from training.scoring import score_many

MODEL = a_true_model()


def held(shifted: float = 0.0, simulated: bool = True, seed: int = 1) -> IntervalsHeld:
    """Whether the intervals hold, once they are moved up by so much."""
    table = a_table(MODEL, seed=seed, simulated=simulated)
    scores = score_many(MODEL, table.vectors)[Harm.VIOLENCE]
    curve = MODEL.harms[Harm.VIOLENCE].venn_abers
    moved = VennAbers(
        curve.edges,
        tuple(min(1.0, each + shifted) for each in curve.lower),
        tuple(min(1.0, each + shifted) for each in curve.upper),
    )
    scores = replace(scores, low=scores.low + shifted, high=scores.high + shifted)
    return intervals_held(moved, scores, table.happened(Harm.VIOLENCE), table.truth[:, -1])


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_intervals_of_a_true_model_hold_as_often_as_they_should(seed: int) -> None:
    found = held(seed=seed)
    assert found.observed >= 0.85
    assert found.true is not None
    assert found.true >= 0.85


@pytest.mark.parametrize("shifted", [0.15, 0.2])
def test_intervals_that_lie_elsewhere_do_not_hold(shifted: float) -> None:
    found = held(shifted)
    assert found.observed <= 0.3
    assert found.true is not None
    assert found.true <= 0.3


def test_of_real_people_the_truth_is_not_known() -> None:
    found = held(simulated=False)
    assert found.true is None
    assert {each.true_held for each in found.groups} == {None}


def test_each_group_says_where_its_interval_lies() -> None:
    groups = held().groups
    assert len(groups) == 20
    assert all(0 <= each.low <= each.high <= 1 for each in groups)
    np.testing.assert_array_equal(np.diff([each.low for each in groups]) >= 0, True)
