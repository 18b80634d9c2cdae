import numpy as np
import pytest

from riskflag.classifier.feature import FeatureName
from tests.classifier.models import a_model
from tests.training.evaluation.made_up import AGE, BREACHES, STEPS
from training.evaluation.drift import FeatureDrift, Moved, as_text, bin_counts, drift

MODEL = a_model((AGE, BREACHES), STEPS)
AGES, BREACH = MODEL.features


def people(count: int, seed: int, oldest: float = 70.0, unknown: float = 0.1) -> np.ndarray:
    generator = np.random.default_rng(seed)
    breaches = generator.integers(0, 4, count).astype(float)
    breaches[generator.random(count) < unknown] = np.nan
    return np.column_stack([generator.uniform(18, oldest, count), breaches])


BEFORE = bin_counts(MODEL, people(10_000, 0))


def found(served: np.ndarray) -> dict[str, FeatureDrift]:
    return {each.feature: each for each in drift(MODEL, BEFORE, served)}


def test_every_person_is_counted_once_and_the_unknown_last() -> None:
    counts = bin_counts(MODEL, np.array([[20.0, np.nan], [25.0, 0.0], [26.0, 3.0], [80.0, 3.0]]))
    assert counts == {AGES: (2, 1, 0, 1, 0), BREACH: (1, 0, 0, 2, 1)}


def test_people_like_those_learned_from_have_not_moved() -> None:
    each = found(people(5000, 1))
    assert {one.moved for one in each.values()} == {Moved.STEADY}
    assert all(one.stability < 10 * one.by_chance for one in each.values())


def test_few_people_differ_by_chance_and_that_is_no_drift() -> None:
    indices = [found(people(60, seed))[AGES] for seed in range(200)]
    assert np.mean([one.stability for one in indices]) == pytest.approx(indices[0].by_chance, rel=0.25)
    assert np.mean([one.moved is Moved.STEADY for one in indices]) > 0.9


@pytest.mark.parametrize(
    ("served", "feature", "verdict"),
    [
        pytest.param(people(3000, 2, oldest=35.0), AGES, Moved.MOVED, id="only young people are served"),
        pytest.param(people(3000, 2, oldest=57.0), AGES, Moved.LOOK, id="fewer old people are served"),
        pytest.param(people(3000, 2, unknown=0.9), BREACH, Moved.MOVED, id="a source has stopped answering"),
    ],
)
def test_what_has_moved_is_named_first(served: np.ndarray, feature: str, verdict: Moved) -> None:
    first = drift(MODEL, BEFORE, served)[0]
    assert (first.feature, first.moved) == (feature, verdict)


def test_the_unknown_and_what_training_never_saw_are_told() -> None:
    served = people(1000, 3, unknown=0.5)
    served[:100, 0] = 95.0
    each = found(served)
    assert each[BREACH].unknown_before == pytest.approx(0.1, abs=0.01)
    assert each[BREACH].unknown_now == pytest.approx(0.5, abs=0.05)
    assert (each[AGES].outside, each[BREACH].outside) == (0.1, 0.0)


def test_the_index_by_hand() -> None:
    inputs = {AGES: (60, 40, 0, 0, 0), BREACH: (1, 0, 0, 0, 0)}
    served = np.array([[20.0, 0.0]] * 40 + [[30.0, 0.0]] * 60)
    first = drift(MODEL, inputs, served)[0]
    # Two parts of 60 and 40, then 40 and 60. Half a person a part draws them to 0.5: 60.5 and 40.5 of 101.
    low, high = 40.5 / 101, 60.5 / 101
    assert first.feature == AGES
    assert first.stability == pytest.approx(2 * (high - low) * np.log(high / low))
    assert first.by_chance == pytest.approx(1 / 100 + 1 / 100)


def test_the_text_has_a_line_a_feature_and_nobody_in_it() -> None:
    served = people(200, 4)
    text = as_text(drift(MODEL, BEFORE, served), len(served))
    lines = text.splitlines()
    assert lines[0].startswith("Inputs of 200 people served")
    assert {line.split()[0] for line in lines[2:]} == {AGES, BREACH}
    assert all(f"{value:.3f}" not in text for value in served[:, 0])


@pytest.mark.parametrize(
    ("inputs", "served", "said"),
    [
        pytest.param(BEFORE, np.zeros((0, 2)), "who were served", id="nobody served"),
        pytest.param({AGES: (1, 2)}, people(5, 0), "bins", id="counts of another model"),
    ],
)
def test_what_cannot_be_compared_is_refused(
    inputs: dict[FeatureName, tuple[int, ...]], served: np.ndarray, said: str
) -> None:
    with pytest.raises(ValueError, match=said):
        drift(MODEL, inputs, served)
