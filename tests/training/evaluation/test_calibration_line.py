import numpy as np
import pytest

from training.calibrate import fitted_line
from training.evaluation.calibration_line import line_through


def people(slope: float, intercept: float, count: int, seed: int = 0) -> tuple[np.ndarray, np.ndarray]:
    generator = np.random.default_rng(seed)
    log_odds = generator.normal(-1, 1, count)
    return log_odds, generator.random(count) < 1 / (1 + np.exp(-(intercept + slope * log_odds)))


@pytest.mark.parametrize(("slope", "intercept"), [(1, 0), (0.5, 0.4), (1.6, -0.5)])
def test_it_is_the_likeliest_line(slope: float, intercept: float) -> None:
    log_odds, happened = people(slope, intercept, 4000)
    line = line_through(log_odds, happened)
    assert (line.slope, line.intercept) == pytest.approx(fitted_line(log_odds, happened), abs=1e-5)


def test_its_errors_are_those_seen_when_it_is_done_again_and_again() -> None:
    lines = [line_through(*people(1, 0, 800, seed)) for seed in range(300)]
    for number, error in (("slope", "slope_error"), ("intercept", "intercept_error")):
        seen = np.std([getattr(line, number) for line in lines])
        assert np.mean([getattr(line, error) for line in lines]) == pytest.approx(seen, rel=0.15)


def test_releases_of_one_person_count_as_one() -> None:
    log_odds, happened = people(1, 0, 500)
    alone = line_through(log_odds, happened)
    thrice = np.tile(log_odds, 3), np.tile(happened, 3)
    together = line_through(*thrice, person=np.tile(np.arange(500), 3))
    assert together.slope == pytest.approx(alone.slope)
    assert together.slope_error == pytest.approx(alone.slope_error)
    assert line_through(*thrice).slope_error == pytest.approx(alone.slope_error / np.sqrt(3))


def test_true_probabilities_give_the_line_without_chance() -> None:
    log_odds, _ = people(1, 0, 200)
    line = line_through(log_odds, 1 / (1 + np.exp(-(0.2 + 0.8 * log_odds))))
    assert (line.slope, line.intercept) == pytest.approx((0.8, 0.2))
    assert line.slope_error == pytest.approx(0, abs=1e-9)


def test_a_score_that_is_the_same_for_all_has_a_line() -> None:
    line = line_through(np.full(100, -1.0), np.arange(100) < 20)
    assert np.isfinite([line.slope, line.intercept, line.slope_error, line.intercept_error]).all()
