import numpy as np
import pytest

from training.evaluation.decision import THRESHOLDS, decision_curve, net_benefit


@pytest.mark.parametrize(
    ("acted_on", "threshold", "expected"),
    [
        pytest.param([1, 1, 0, 0], 0.5, 1 / 4 - 1 / 4, id="one found, one needlessly, weighed alike"),
        pytest.param(
            [1, 1, 0, 0], 0.2, 1 / 4 - 1 / 4 / 4, id="four needless checks weigh as much as one missed"
        ),
        pytest.param([0, 0, 0, 0], 0.2, 0.0, id="never"),
        pytest.param([1, 1, 1, 1], 0.2, 2 / 4 - 2 / 4 / 4, id="always"),
    ],
)
def test_net_benefit_by_hand(acted_on: list[int], threshold: float, expected: float) -> None:
    happened = np.array([True, False, True, False])
    assert net_benefit(np.array(acted_on, dtype=bool), happened, threshold) == pytest.approx(expected)


def test_nothing_beats_true_probabilities() -> None:
    generator = np.random.default_rng(0)
    truth = generator.beta(2, 5, 40_000)
    happened, recognised = generator.random(40_000) < truth, generator.random(40_000) < 0.3
    curve = decision_curve(truth, happened, recognised)
    assert [each.threshold for each in curve] == list(THRESHOLDS)
    for each in curve:
        assert each.model >= max(each.everybody, each.rules, 0.0, each.either) - 0.002


def test_rules_are_judged_by_what_they_say() -> None:
    happened = np.array([True, False, True, False])
    at = {each.threshold: each for each in decision_curve(np.full(4, 0.05), happened, happened)}
    assert at[0.5].rules == at[0.5].either == 0.5
    assert at[0.5].model == 0.0
    assert at[0.5].everybody == 0.0
    assert at[0.05].model == at[0.05].everybody == at[0.05].either
