import numpy as np
import numpy.typing as npt
import pytest

from training.evaluation import metrics
from training.evaluation.performance import Performance, performance
from training.evaluation.resampling import resampled


def measured(count: int, seed: int = 0, twice: bool = False) -> Performance:
    generator = np.random.default_rng(seed)
    said = generator.beta(2, 5, count)
    happened = generator.random(count) < said
    person: npt.NDArray[np.int_] = np.arange(count)
    if twice:
        said, happened, person = np.tile(said, 2), np.tile(happened, 2), np.tile(person, 2)
    return performance(said, happened, person, resampled(person, 300, 0))


def test_every_measure_is_the_one_of_that_name() -> None:
    generator = np.random.default_rng(0)
    said = generator.beta(2, 5, 700)
    happened = generator.random(700) < said
    found = measured(700)
    assert found.events == happened.sum()
    for estimated, measure in (
        (found.auc, metrics.auc),
        (found.brier, metrics.brier),
        (found.brier_skill, metrics.brier_skill),
        (found.gap, metrics.gap),
    ):
        assert estimated.value == pytest.approx(measure(said, happened))
        assert estimated.low < estimated.value < estimated.high
    assert found.log_loss == metrics.log_loss(said, happened)
    assert found.calibration_error == metrics.calibration_error(said, happened)
    assert 0 < found.error_floor < found.error_floor_high


@pytest.mark.parametrize("estimated", ["auc", "brier", "brier_skill", "gap"])
def test_the_same_people_twice_make_nothing_surer(estimated: str) -> None:
    once, twice = (getattr(measured(500, twice=each), estimated) for each in (False, True))
    assert twice.value == pytest.approx(once.value)
    assert twice.high - twice.low == pytest.approx(once.high - once.low, rel=0.05)


def test_most_intervals_hold_what_is_true() -> None:
    held = [measured(300, seed).gap for seed in range(60)]
    assert np.mean([each.low <= 0 <= each.high for each in held]) > 0.85


@pytest.mark.parametrize("events", [9, 291])
def test_too_few_of_either_outcome_are_refused(events: int) -> None:
    happened = np.arange(300) < events
    with pytest.raises(ValueError, match="of either outcome"):
        performance(np.full(300, 0.5), happened, np.arange(300), np.ones((2, 300), dtype=np.uint8))
