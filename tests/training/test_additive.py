from dataclasses import replace
from itertools import pairwise
from math import nan

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from training.additive import (
    EITHER,
    FALLS,
    RISES,
    AdditiveConfig,
    AdditiveFit,
    bin_numbers,
    decided,
    fit_additive,
    fit_samples,
)
from training.cutting import cut_features

QUICK = AdditiveConfig(samples=2, rounds=30, people_in_leaf=5)
DIRECTIONS = (RISES, FALLS, EITHER)


def people(seed: int, count: int = 300) -> tuple[np.ndarray, np.ndarray]:
    """Three features (a count, a number with many values, a yes or no that is unknown for some) and an outcome."""
    generator = np.random.default_rng(seed)
    matrix = np.column_stack(
        [
            generator.integers(0, 6, count),
            generator.normal(size=count),
            generator.choice([0.0, 1.0, nan], count),
        ]
    )
    log_odds = -1 + 0.4 * matrix[:, 0] - matrix[:, 1] + 3 * np.isnan(matrix[:, 2])
    return matrix, generator.random(count) < 1 / (1 + np.exp(-log_odds))


@pytest.fixture(scope="module")
def fit() -> AdditiveFit:
    return fit_additive(*people(0), DIRECTIONS, QUICK)


@pytest.mark.parametrize("leaves", [pytest.param(2, id="stumps"), pytest.param(4, id="deeper trees")])
@pytest.mark.parametrize(
    "directions",
    [
        pytest.param((RISES, FALLS, EITHER), id="unknown among the steps of no direction"),
        pytest.param((EITHER, FALLS, RISES), id="unknown beside the steps of a direction"),
    ],
)
def test_step_tables_say_what_the_fitted_trees_say(directions: tuple[int, ...], leaves: int) -> None:
    matrix, outcome = people(1)
    config = replace(QUICK, leaves=leaves)
    fit = fit_additive(matrix, outcome, directions, config)
    unseen = people(2)[0] * 1.5
    ids = bin_numbers(fit.cuts, directions, unseen)
    columns = (*directions, EITHER) if directions[2] else directions
    samples = fit_samples(bin_numbers(fit.cuts, directions, matrix), outcome, columns, config, jobs=1)
    assert np.ptp(fit.log_odds(unseen)) > 0.5
    np.testing.assert_allclose(fit.log_odds(unseen), decided(samples, ids, fit.rounds), rtol=0, atol=1e-12)


def test_contributions_and_intercept_add_up_to_the_log_odds(fit: AdditiveFit) -> None:
    matrix, _ = people(3)
    added = fit.intercept + fit.contributions(matrix).sum(axis=1)
    np.testing.assert_allclose(added, fit.log_odds(matrix), rtol=0, atol=1e-9)


def test_a_contribution_is_what_sets_somebody_apart_from_the_people_fitted_to(fit: AdditiveFit) -> None:
    matrix, _ = people(0)
    np.testing.assert_allclose(fit.contributions(matrix).mean(axis=0), 0, atol=1e-12)
    assert fit.intercept == pytest.approx(fit.log_odds(matrix).mean(), abs=1e-12)


@settings(max_examples=25)
@given(
    seed=st.integers(0, 2**32 - 1),
    directions=st.lists(st.sampled_from([RISES, EITHER, FALLS]), min_size=3, max_size=3),
    leaves=st.integers(2, 4),
)
def test_no_step_goes_against_its_direction(seed: int, directions: list[int], leaves: int) -> None:
    generator = np.random.default_rng(seed)
    matrix = generator.integers(0, 8, (120, 3)).astype(np.float64)
    matrix[generator.random(matrix.shape) < 0.1] = nan
    outcome = generator.random(120) < 0.4
    fit = fit_additive(matrix, outcome, directions, replace(QUICK, leaves=leaves, people_in_leaf=3))
    for direction, steps in zip(directions, fit.steps, strict=True):
        assert all(direction * (after - before) >= 0 for before, after in pairwise(steps[:-1]))


def test_a_direction_that_the_people_contradict_leaves_nothing() -> None:
    matrix, outcome = people(0)
    fit = fit_additive(matrix, outcome, (FALLS, RISES, EITHER), QUICK)
    assert np.ptp(fit.steps[0][:-1]) == np.ptp(fit.steps[1][:-1]) == 0


def test_unknown_speaks_where_it_was_seen_and_adds_nothing_where_it_was_not(fit: AdditiveFit) -> None:
    assert [cut.unknown_seen for cut in fit.cuts] == [False, False, True]
    assert fit.steps[0][-1] == fit.steps[1][-1] == 0
    assert fit.steps[2][-1] > max(fit.steps[2][:-1])
    assert fit.log_odds(np.array([[nan, nan, nan]]))[0] == fit.intercept + fit.steps[2][-1]


@pytest.mark.parametrize(
    "column",
    [
        pytest.param(np.full(300, nan), id="unknown for everybody"),
        pytest.param(np.zeros(300), id="the same for everybody"),
        pytest.param(np.r_[1.0, np.full(299, nan)], id="known for one, whom a sample may leave out"),
    ],
)
def test_a_feature_that_tells_nobody_apart_adds_nothing(column: np.ndarray) -> None:
    matrix, outcome = people(0)
    fit = fit_additive(np.column_stack([column, matrix]), outcome, (RISES, *DIRECTIONS), QUICK)
    assert set(fit.steps[0]) == {0.0}


@pytest.mark.parametrize("direction", [RISES, EITHER, FALLS])
@pytest.mark.parametrize("effect", [pytest.param(2, id="above all"), pytest.param(-2, id="below all")])
def test_unknown_may_lie_above_or_below_every_known_step_whatever_the_direction(
    direction: int, effect: int
) -> None:
    generator = np.random.default_rng(0)
    values = generator.choice([0.0, 1.0, nan], 600)
    log_odds = effect * np.isnan(values) + direction * np.nan_to_num(values)
    outcome = generator.random(600) < 1 / (1 + np.exp(-log_odds))
    steps = fit_additive(values[:, None], outcome, (direction,), replace(QUICK, rounds=100)).steps[0]
    assert effect * (steps[-1] - steps[0]) > 0.5
    assert effect * (steps[-1] - steps[1]) > 0.5


def test_the_same_seed_and_people_give_the_same_fit_to_the_bit_on_any_number_of_processes(
    fit: AdditiveFit,
) -> None:
    assert fit_additive(*people(0), DIRECTIONS, QUICK, jobs=2) == fit


def test_another_seed_gives_another_fit(fit: AdditiveFit) -> None:
    assert fit_additive(*people(0), DIRECTIONS, replace(QUICK, seed=1)).steps != fit.steps


def test_trees_that_serve_nobody_who_was_left_out_are_not_used() -> None:
    matrix, _ = people(0)
    by_chance = np.random.default_rng(9).random(300) < 0.3
    assert fit_additive(matrix, by_chance, DIRECTIONS, replace(QUICK, rounds=200)).rounds < 100


def test_harms_may_share_their_bins() -> None:
    matrix, outcome = people(0)
    shared = cut_features(people(4, 1000)[0])
    fit = fit_additive(matrix, outcome, DIRECTIONS, QUICK, cuts=shared)
    assert fit.cuts == shared
    assert [len(steps) for steps in fit.steps] == [len(cut.edges) + 2 for cut in shared]


def test_unknown_that_only_another_harm_saw_adds_nothing() -> None:
    matrix, outcome = people(0)
    other = people(4, 1000)[0]
    other[::3, :2] = nan
    fit = fit_additive(matrix, outcome, DIRECTIONS, QUICK, cuts=cut_features(other))
    assert [cut.unknown_seen for cut in fit.cuts] == [True, True, True]
    assert fit.steps[0][-1] == fit.steps[1][-1] == 0
    assert fit.steps[2][-1] > 0


def test_no_step_is_a_negative_zero() -> None:
    matrix, outcome = people(0)
    fit = fit_additive(np.column_stack([np.zeros(300), matrix]), outcome, (FALLS, *DIRECTIONS), QUICK)
    assert [str(step) for step in fit.steps[0]] == ["0.0", "0.0"]


@pytest.mark.parametrize(
    "happened",
    [pytest.param(0, id="to nobody"), pytest.param(1, id="to one"), pytest.param(300, id="to everybody")],
)
def test_an_outcome_that_cannot_be_learned_is_refused(happened: int) -> None:
    matrix, _ = people(0)
    with pytest.raises(ValueError, match="two people"):
        fit_additive(matrix, np.arange(300) < happened, DIRECTIONS, QUICK)


def test_other_features_than_those_fitted_are_refused(fit: AdditiveFit) -> None:
    with pytest.raises(ValueError, match="not those that were fitted"):
        fit.log_odds(np.zeros((1, 2)))
