import numpy as np
import pytest
from sklearn.metrics import roc_auc_score

from benchmarks.real_data import measures
from benchmarks.real_data.intervals import auc_difference, brier_difference
from training.evaluation import metrics
from training.evaluation.resampling import resampled


def calibrated(count: int, seed: int = 0) -> tuple[np.ndarray, np.ndarray]:
    """Probabilities that are true, and outcomes drawn from them."""
    generator = np.random.default_rng(seed)
    probabilities = generator.uniform(0.05, 0.6, count)
    return probabilities, generator.random(count) < probabilities


def test_the_challenges_scores_by_hand() -> None:
    outcome = np.array([False, False, True, False])
    probabilities = np.array([0.6, 0.4, 0.5, 0.1])
    race = np.array(["BLACK", "BLACK", "WHITE", "WHITE"])
    brier = metrics.brier(probabilities, outcome)
    assert brier == pytest.approx((0.36 + 0.16 + 0.25 + 0.01) / 4)
    assert measures.fair_and_accurate(probabilities, outcome, race) == pytest.approx((1 - brier) * 0.5)
    sex = np.array(["F", "F", "F", "M"])
    averaged = measures.by_sex(metrics.brier, sex)(probabilities, outcome)
    assert averaged == pytest.approx(((0.36 + 0.16 + 0.25) / 3 + 0.01) / 2)


def test_a_bootstrapped_difference_is_that_of_the_people_drawn() -> None:
    probabilities, outcome = calibrated(200)
    rounded = probabilities.round(1)
    weights = resampled(np.arange(len(outcome)), 1, seed=0)
    drawn = np.repeat(np.arange(200), weights[0].astype(int))
    sides = [roc_auc_score(outcome[drawn], each[drawn]) for each in (probabilities, rounded)]
    found = auc_difference(probabilities[None], rounded[None], outcome, weights)
    assert found.low == pytest.approx(sides[0] - sides[1])
    whole = roc_auc_score(outcome, probabilities) - roc_auc_score(outcome, rounded)
    assert found.value == pytest.approx(whole)


def test_a_better_model_is_found_better_and_a_model_no_better_than_itself() -> None:
    probabilities, outcome = calibrated(2000)
    poor = np.full_like(probabilities, outcome.mean())
    weights = resampled(np.arange(len(outcome)), 200, seed=0)
    assert auc_difference(probabilities[None], poor[None], outcome, weights).low > 0
    assert brier_difference(probabilities[None], poor[None], outcome, weights).high < 0
    same = brier_difference(probabilities[None], probabilities[None], outcome, weights)
    assert (same.value, same.low, same.high) == (0, 0, 0)
