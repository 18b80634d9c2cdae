import numpy as np
import pytest

from training.evaluation import metrics
from training.evaluation.against_truth import AgainstTruth, against_truth

GENERATOR = np.random.default_rng(0)
TRUTH = GENERATOR.beta(2, 6, 3000)
HAPPENED = GENERATOR.random(3000) < TRUTH


def beside(said: np.ndarray, truth: np.ndarray = TRUTH) -> AgainstTruth | None:
    return against_truth(said, truth, HAPPENED, np.arange(3000))


def test_the_truth_itself_is_at_no_distance() -> None:
    found = beside(TRUTH)
    assert found is not None
    assert (found.line.slope, found.distance, found.correlation) == pytest.approx((1, 0, 1))
    assert found.best_brier == metrics.brier(TRUTH, HAPPENED)


@pytest.mark.parametrize("spread", [0.5, 2.0])
def test_a_slope_against_the_truth_needs_no_luck(spread: float) -> None:
    said = 1 / (1 + np.exp(-spread * metrics.log_odds(TRUTH)))
    found = beside(said)
    assert found is not None
    assert found.line.slope == pytest.approx(1 / spread)
    assert found.line.slope_error < 1e-6
    assert found.correlation == pytest.approx(1)
    assert found.distance > 0.02


def test_one_answer_for_everybody_does_not_follow_the_truth() -> None:
    found = beside(np.full(3000, 0.25))
    assert found is not None
    assert found.correlation == 0.0
    assert found.best_auc > 0.65
    assert np.isfinite([found.line.slope_error, found.line.intercept_error]).all()


def test_of_real_people_there_is_no_truth() -> None:
    assert beside(TRUTH, np.full(3000, np.nan)) is None
