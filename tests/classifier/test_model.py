"""A model adds up what its tables say: exactly, for one person as for many."""

from dataclasses import replace
from math import inf, isclose, log, nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riskflag.classifier.bins import Bins
from riskflag.classifier.harm import Harm
from riskflag.classifier.log_odds import probability_of
from riskflag.classifier.model import Model
from tests.classifier.models import AGE, BREACHES, STEPS, THRESHOLD, a_model, models, vectors


@pytest.mark.parametrize(
    ("vector", "log_odds"),
    [
        pytest.param([25.0, 0.0], -1.75, id="between two edges"),
        pytest.param([20.0, 0.0], -1.25, id="on an edge belongs to the bin below it"),
        pytest.param([20.1, 0.0], -1.75, id="just above the edge"),
        pytest.param([nan, 0.0], -1.75, id="age unknown"),
        pytest.param([80.0, nan], -1.875, id="breaches unknown are not no breaches"),
        pytest.param([18.0, 9.0], 0.25, id="more than training saw counts as the most"),
        pytest.param([-inf, inf], 0.25, id="without end on both sides"),
    ],
)
def test_the_steps_are_added_up(vector: list[float], log_odds: float) -> None:
    score = a_model().score(vector)[0]
    assert score.log_odds == log_odds
    assert isclose(log(score.probability / (1 - score.probability)), log_odds, abs_tol=1e-12)


@given(st.data())
def test_contributions_and_intercept_are_the_log_odds_for_any_model(data: st.DataObject) -> None:
    model = data.draw(models())
    for score in model.score(data.draw(vectors(model))):
        assert abs(score.intercept + sum(score.contributions) - score.log_odds) <= 1e-9
        assert 0 <= score.low <= score.probability <= score.high <= 1


@pytest.mark.parametrize(
    ("vector", "unlike"),
    [
        pytest.param([25.0, 1.0], (), id="the like of it was seen"),
        pytest.param([17.0, 1.0], ("age",), id="younger than anybody"),
        pytest.param([81.0, 5.0], ("age", "breaches"), id="older, and more breaches, than anybody"),
        pytest.param([nan, 1.0], ("age",), id="age was never unknown"),
        pytest.param([25.0, nan], (), id="breaches were unknown of some"),
    ],
)
def test_what_training_never_saw_is_named(vector: list[float], unlike: tuple[str, ...]) -> None:
    assert a_model().unlike_training(vector) == unlike


def test_a_feature_of_which_training_saw_no_value_supports_none() -> None:
    never = Bins((), None, None, unknown_seen=True)
    assert not never.supports(0.0)
    assert never.supports(nan)


@pytest.mark.parametrize("log_odds", [-800.0, -30.0, -1.0, 0.0, 2.5, 40.0, 800.0])
def test_no_log_odds_are_too_great_for_a_probability(log_odds: float) -> None:
    assert 0 <= probability_of(log_odds) <= 1
    assert isclose(probability_of(log_odds) + probability_of(-log_odds), 1)


@pytest.mark.parametrize(
    ("steps", "wrong"),
    [
        pytest.param((STEPS[0],), "one step for each bin", id="a feature without steps"),
        pytest.param((STEPS[0], STEPS[1][:3]), "one step for each bin", id="no step for unknown"),
        pytest.param((STEPS[0], (*STEPS[1][:3], nan)), "finite", id="a step that is no number"),
        pytest.param((STEPS[0], (*STEPS[1][:3], inf)), "finite", id="a step without end"),
    ],
)
def test_a_model_that_cannot_be_added_up_is_not_made(
    steps: tuple[tuple[float, ...], ...], wrong: str
) -> None:
    with pytest.raises(ValueError, match=wrong):
        a_model(steps=steps)


@pytest.mark.parametrize("edges", [(30.0, 30.0), (30.0, 20.0), (20.0, nan), (nan,), (20.0, inf)])
def test_edges_must_be_numbers_that_ascend(edges: tuple[float, ...]) -> None:
    with pytest.raises(ValueError, match="ascend"):
        Bins(edges, 18.0, 80.0, unknown_seen=False)


@pytest.mark.parametrize("ends", [(None, 80.0), (18.0, None)])
def test_a_feature_with_a_least_value_has_a_greatest(ends: tuple[float | None, float | None]) -> None:
    with pytest.raises(ValueError, match="or neither"):
        Bins((), *ends, unknown_seen=False)


@pytest.mark.parametrize(
    ("stated", "wrong"),
    [
        pytest.param({"probability": 0.0}, "threshold", id="everybody is flagged"),
        pytest.param({"probability": 1.0}, "threshold", id="only certainty is flagged"),
        pytest.param({"recall": 1.5}, "shares", id="finds more than there are"),
        pytest.param({"precision": nan}, "shares", id="a precision that is no number"),
    ],
)
def test_a_threshold_that_makes_no_sense_is_refused(stated: dict[str, float], wrong: str) -> None:
    whole = a_model()
    one = replace(whole.harms[Harm.VIOLENCE], threshold=replace(THRESHOLD, **stated))
    with pytest.raises(ValueError, match=wrong):
        replace(whole, harms={**whole.harms, Harm.VIOLENCE: one})


def test_every_harm_needs_its_model() -> None:
    whole = a_model()
    with pytest.raises(ValueError, match="each harm"):
        Model(
            version=whole.version,
            demonstration=True,
            learned_from=whole.learned_from,
            learned_to=whole.learned_to,
            schema=whole.schema,
            features=whole.features,
            bins=(AGE, BREACHES),
            harms={Harm.VIOLENCE: whole.harms[Harm.VIOLENCE]},
        )


def test_every_feature_has_one_name() -> None:
    whole = a_model()
    with pytest.raises(ValueError, match="one name"):
        replace(whole, features=(whole.features[0], whole.features[0]))


def test_people_with_other_features_are_refused() -> None:
    with pytest.raises(ValueError, match="zip"):
        a_model().score([1.0])
