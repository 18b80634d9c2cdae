import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.evaluation import metrics
from training.evaluation.resampling import (
    auc_difference,
    auc_estimate,
    auc_under,
    brier_difference,
    mean_under,
    resampled,
)


def scored(count: int = 1500, seed: int = 0) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """True probabilities, worse ones, and what happened."""
    generator = np.random.default_rng(seed)
    truth = generator.beta(1.5, 4, count)
    worse = np.clip(truth + generator.normal(0, 0.25, count), 0.01, 0.99)
    return truth, worse, generator.random(count) < truth


@given(st.lists(st.tuples(st.integers(0, 5), st.booleans(), st.integers(0, 3)), min_size=2, max_size=40))
def test_a_draw_is_the_same_as_so_many_copies(people: list[tuple[int, bool, int]]) -> None:
    scores, happened, weights = (np.array(column) for column in zip(*people, strict=True))
    copies = np.repeat(np.arange(len(people)), weights)
    drawn = auc_under(scores.astype(float), happened, weights[None, :].astype(np.uint8))[0]
    if len(set(happened[copies])) < 2:
        assert np.isnan(drawn)
    else:
        assert drawn == pytest.approx(metrics.auc(scores[copies], happened[copies]))


def test_each_draw_holds_as_many_people_as_there_are() -> None:
    weights = resampled(np.arange(300), 120, seed=3)
    np.testing.assert_array_equal(weights.sum(axis=1), 300)
    assert len(np.unique(weights, axis=0)) == 120
    np.testing.assert_array_equal(weights, resampled(np.arange(300), 120, seed=3))


def test_a_person_is_drawn_with_all_their_releases() -> None:
    weights = resampled(np.array([7, 7, 9, 4, 4, 4]), 50, 0)
    np.testing.assert_array_equal(weights[:, 0], weights[:, 1])
    assert (weights[:, 3:] == weights[:, [3]]).all()
    np.testing.assert_array_equal(weights[:, [0, 2, 3]].sum(axis=1), 3)


def test_the_base_rate_varies_as_it_would_among_other_people() -> None:
    happened = np.arange(400) < 80
    rates = mean_under(happened.astype(float), resampled(np.arange(400), 800, 0))
    assert rates.std() == pytest.approx(np.sqrt(0.2 * 0.8 / 400), rel=0.1)


def test_draws_in_which_it_happened_to_nobody_are_left_out() -> None:
    weights = np.array([[0, 1, 1], [1, 1, 1], [1, 0, 1]], dtype=np.uint8)
    found = auc_estimate(np.array([0.9, 0.1, 0.2]), np.array([True, False, False]), weights)
    assert (found.low, found.value, found.high) == (1.0, 1.0, 1.0)


def test_the_interval_is_as_wide_as_the_measure_varies() -> None:
    seen = [metrics.auc(truth, happened) for truth, _, happened in (scored(600, seed) for seed in range(200))]
    truth, _, happened = scored(600)
    interval = auc_estimate(truth, happened, resampled(np.arange(len(happened)), 400, 0))
    assert interval.low < interval.value < interval.high
    assert (interval.high - interval.low) / 3.92 == pytest.approx(np.std(seen), rel=0.2)


def test_the_better_model_is_better_whichever_is_named_first() -> None:
    truth, worse, happened = scored()
    weights = resampled(np.arange(len(happened)), 300, 0)
    ahead, behind = (
        auc_difference(truth, worse, happened, weights),
        auc_difference(worse, truth, happened, weights),
    )
    assert ahead.low > 0 > behind.high
    assert (
        ahead.value
        == pytest.approx(-behind.value)
        == metrics.auc(truth, happened) - metrics.auc(worse, happened)
    )
    nearer = brier_difference(truth, worse, happened, weights)
    assert nearer.high < 0
    assert nearer.value == pytest.approx(metrics.brier(truth, happened) - metrics.brier(worse, happened))


def test_what_is_hard_for_both_models_cancels_out() -> None:
    truth, _, happened = scored()
    weights = resampled(np.arange(len(happened)), 200, 0)
    same = auc_difference(truth, truth, happened, weights)
    assert (same.low, same.value, same.high) == (0, 0, 0)


def test_means_are_of_those_drawn() -> None:
    weights = np.array([[2, 0, 1], [0, 3, 0]], dtype=np.uint8)
    np.testing.assert_allclose(mean_under(np.array([1.0, 2.0, 4.0]), weights), [2.0, 2.0])
