import numpy as np
import pytest
from sklearn.metrics import roc_auc_score

from benchmarks.real_data import measures
from benchmarks.real_data.intervals import auc_difference, brier_difference, resampled


def calibrated(count: int, seed: int = 0) -> tuple[np.ndarray, np.ndarray]:
    """Probabilities that are true, and outcomes drawn from them."""
    generator = np.random.default_rng(seed)
    probabilities = generator.uniform(0.05, 0.6, count)
    return probabilities, generator.random(count) < probabilities


@pytest.mark.parametrize(
    ("measure", "expected", "within"),
    [
        pytest.param(measures.slope, 1, 0.1, id="slope"),
        pytest.param(measures.intercept, 0, 0.1, id="intercept"),
        pytest.param(measures.gap, 0, 0.01, id="gap"),
    ],
)
def test_true_probabilities_are_found_calibrated(
    measure: measures.Measure, expected: float, within: float
) -> None:
    assert measure(*calibrated(20_000)) == pytest.approx(expected, abs=within)


def test_calibration_error_of_true_probabilities_is_near_its_floor_and_not_zero() -> None:
    probabilities, outcome = calibrated(2000)
    floor = measures.calibration_floor(probabilities, outcome)
    assert 0.01 < floor < 0.04
    assert measures.calibration_error(probabilities, outcome) < 2 * floor
    assert measures.calibration_error(np.clip(probabilities + 0.1, 0, 1), outcome) > 3 * floor


def test_calibration_error_by_hand() -> None:
    probabilities, outcome = np.repeat([0.2, 0.8], [10, 20]), np.repeat([False, True], [10, 20])
    assert measures.calibration_error(probabilities, outcome) == pytest.approx(0.2)


def test_the_challenges_scores_by_hand() -> None:
    outcome = np.array([False, False, True, False])
    probabilities = np.array([0.6, 0.4, 0.5, 0.1])
    race = np.array(["BLACK", "BLACK", "WHITE", "WHITE"])
    brier = measures.brier(probabilities, outcome)
    assert brier == pytest.approx((0.36 + 0.16 + 0.25 + 0.01) / 4)
    assert measures.fair_and_accurate(probabilities, outcome, race) == pytest.approx((1 - brier) * 0.5)
    sex = np.array(["F", "F", "F", "M"])
    averaged = measures.by_sex(measures.brier, sex)(probabilities, outcome)
    assert averaged == pytest.approx(((0.36 + 0.16 + 0.25) / 3 + 0.01) / 2)


def test_certainty_has_finite_log_odds() -> None:
    assert np.isfinite(measures.log_odds(np.array([0.0, 1.0]))).all()


def test_a_draw_keeps_as_many_people_with_the_outcome() -> None:
    outcome = np.arange(50) < 3
    weights = resampled(outcome, 20, seed=0)
    assert (weights[:, outcome].sum(axis=1) == 3).all()
    assert (weights[:, ~outcome].sum(axis=1) == 47).all()


def test_a_bootstrapped_difference_is_that_of_the_people_drawn() -> None:
    probabilities, outcome = calibrated(200)
    rounded = probabilities.round(1)
    weights = resampled(outcome, 1, seed=0)
    drawn = np.repeat(np.arange(200), weights[0].astype(int))
    sides = [roc_auc_score(outcome[drawn], each[drawn]) for each in (probabilities, rounded)]
    found = auc_difference(probabilities[None], rounded[None], outcome, weights)
    assert found.low == pytest.approx(sides[0] - sides[1])
    whole = roc_auc_score(outcome, probabilities) - roc_auc_score(outcome, rounded)
    assert found.difference == pytest.approx(whole)


def test_a_better_model_is_found_better_and_a_model_no_better_than_itself() -> None:
    probabilities, outcome = calibrated(2000)
    poor = np.full_like(probabilities, outcome.mean())
    weights = resampled(outcome, 200, seed=0)
    assert auc_difference(probabilities[None], poor[None], outcome, weights).low > 0
    assert brier_difference(probabilities[None], poor[None], outcome, weights).high < 0
    same = brier_difference(probabilities[None], probabilities[None], outcome, weights)
    assert (same.difference, same.low, same.high) == (0, 0, 0)
