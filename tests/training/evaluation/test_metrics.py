"""Each measure against an answer worked out by hand, or known beforehand."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.evaluation import metrics


def probabilities_that_are_true(count: int, seed: int = 0) -> tuple[np.ndarray, np.ndarray]:
    generator = np.random.default_rng(seed)
    truth = generator.beta(1.5, 5, count)
    return truth, generator.random(count) < truth


@pytest.mark.parametrize(
    ("scores", "happened", "expected"),
    [
        pytest.param([0.1, 0.4, 0.35, 0.8], [0, 0, 1, 1], 0.75, id="three of four pairs in order"),
        pytest.param([0.1, 0.2, 0.3, 0.4], [0, 0, 1, 1], 1.0, id="all in order"),
        pytest.param([0.5, 0.5, 0.5, 0.5], [0, 0, 1, 1], 0.5, id="all alike"),
        pytest.param([0.9, 0.1, 0.5], [0, 1, 1], 0.0, id="upside down"),
        pytest.param([0.2, 0.2, 0.6], [0, 1, 1], 0.75, id="one pair alike, one in order"),
    ],
)
def test_auc_counts_pairs(scores: list[float], happened: list[int], expected: float) -> None:
    assert metrics.auc(np.array(scores), np.array(happened, dtype=bool)) == expected


@pytest.mark.parametrize(
    ("measure", "expected"),
    [
        pytest.param(metrics.brier, (0.04 + 0.36 + 0.01 + 0.09) / 4, id="brier"),
        pytest.param(metrics.brier_skill, 1 - 0.125 / 0.25, id="skill against a base rate of a half"),
        pytest.param(
            metrics.log_loss,
            -np.log(0.8 * 0.4 * 0.9 * 0.7) / 4,
            id="log loss is the mean of minus the logarithms",
        ),
        pytest.param(metrics.gap, (0.2 + 0.6 + 0.9 + 0.7) / 4 - 0.5, id="mean probability less base rate"),
        pytest.param(metrics.calibration_error, (0.2 + 0.6 + 0.1 + 0.3) / 4, id="each in a bin of its own"),
    ],
)
def test_four_people_by_hand(measure: object, expected: float) -> None:
    said = np.array([0.2, 0.6, 0.9, 0.7])
    happened = np.array([False, False, True, True])
    assert callable(measure)
    assert measure(said, happened) == pytest.approx(expected)


def test_errors_either_way_cancel_within_a_bin_and_not_between_bins() -> None:
    said = np.concatenate([np.full(15, each) for each in np.linspace(0.1, 0.8, 15)])
    happened = np.tile(np.arange(15) < 5, 15)
    expected = np.abs(np.linspace(0.1, 0.8, 15) - 1 / 3).mean()
    assert metrics.calibration_error(said, happened) == pytest.approx(expected)


@pytest.mark.parametrize("distortion", [0.5, 1.0, 2.0])
def test_the_slope_undoes_what_was_done_to_true_probabilities(distortion: float) -> None:
    truth, happened = probabilities_that_are_true(60_000)
    odds = distortion * metrics.log_odds(truth) + 0.3
    said = 1 / (1 + np.exp(-odds))
    assert metrics.slope(said, happened) == pytest.approx(1 / distortion, rel=0.03)
    assert metrics.intercept(said, happened) == pytest.approx(-0.3 / distortion, abs=0.05)


def test_true_probabilities_show_no_more_error_than_the_floor_and_wrong_ones_do() -> None:
    truth, happened = probabilities_that_are_true(5000)
    floor = metrics.simulated_errors(truth, seed=1)
    assert floor.min() < metrics.calibration_error(truth, happened) < floor.max()
    assert metrics.calibration_floor(truth, happened) == pytest.approx(floor.mean(), rel=0.1)
    said = np.clip(truth + 0.1, 0, 1)
    assert metrics.calibration_error(said, happened) > 2 * metrics.simulated_errors(said).max()


def test_the_floor_falls_with_the_square_root_of_the_people() -> None:
    few, many = (metrics.calibration_floor(*probabilities_that_are_true(count)) for count in (1000, 16_000))
    assert few / many == pytest.approx(4, rel=0.15)


def test_the_same_seed_gives_the_same_floor() -> None:
    truth, _ = probabilities_that_are_true(300)
    np.testing.assert_array_equal(metrics.simulated_errors(truth, 7), metrics.simulated_errors(truth, 7))
    assert metrics.simulated_errors(truth, 7).mean() != metrics.simulated_errors(truth, 8).mean()


@given(st.lists(st.floats(0, 1), min_size=1, max_size=60))
def test_bins_hold_everybody_once_and_about_equally_many(said: list[float]) -> None:
    bins = metrics.equal_bins(np.array(said))
    assert sorted(np.concatenate(bins).tolist()) == list(range(len(said)))
    assert max(map(len, bins)) - min(map(len, bins)) <= 1
    assert len(bins) == min(len(said), 15)


def test_certainty_that_was_wrong_costs_much_but_not_everything() -> None:
    assert 20 < metrics.log_loss(np.array([0.0, 1.0]), np.array([True, False])) < 21
