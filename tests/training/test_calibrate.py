import numpy as np
import pytest

from training.calibrate import Method, choose_calibration, fitted_line


def people(slope: float, intercept: float, count: int, seed: int = 0) -> tuple[np.ndarray, np.ndarray]:
    """Log-odds, and outcomes whose true log-odds are a line on them."""
    generator = np.random.default_rng(seed)
    log_odds = generator.normal(-1, 1, count)
    return log_odds, generator.random(count) < 1 / (1 + np.exp(-(intercept + slope * log_odds)))


@pytest.mark.parametrize(
    ("slope", "intercept", "count", "method"),
    [
        pytest.param(1, 0, 5000, Method.NONE, id="already calibrated"),
        pytest.param(0.5, 0, 5000, Method.SIGMOID, id="too sure of itself"),
        pytest.param(1, 1, 5000, Method.SIGMOID, id="too low throughout"),
        pytest.param(0.9, 0.05, 200, Method.NONE, id="a little wrong, on too few people to say so"),
        pytest.param(-1, 0, 5000, Method.NONE, id="upside down, which no line may put right"),
    ],
)
def test_a_line_is_used_only_where_it_is_better_beyond_noise(
    slope: float, intercept: float, count: int, method: Method
) -> None:
    assert choose_calibration(*people(slope, intercept, count)).method is method


def test_the_line_is_the_true_one() -> None:
    assert fitted_line(*people(0.5, 0.3, 100_000)) == pytest.approx((0.5, 0.3), abs=0.03)


def test_calibrated_log_odds_lie_on_the_line() -> None:
    log_odds, outcome = people(0.5, 0.3, 5000)
    chosen = choose_calibration(log_odds, outcome)
    slope, intercept = fitted_line(log_odds, outcome)
    np.testing.assert_array_equal(chosen.applied(log_odds), intercept + slope * log_odds)
    assert chosen.gain > 1.96 * chosen.gain_error > 0


def test_nothing_leaves_the_log_odds_as_they_are() -> None:
    log_odds, outcome = people(1, 0, 5000)
    np.testing.assert_array_equal(choose_calibration(log_odds, outcome).applied(log_odds), log_odds)


def test_too_few_events_are_refused() -> None:
    with pytest.raises(ValueError, match="5 people"):
        choose_calibration(np.zeros(100), np.arange(100) < 4)
