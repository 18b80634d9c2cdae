"""A model fitted to simulated people, asked of people whom it never saw: exact and monotone."""

import pytest

from riskflag.classifier.feature import Direction, Feature
from riskflag.classifier.features import FEATURES, NAMES
from riskflag.classifier.scorer import ModelUse, Scorer
from tests.training.cohort.people import their_releases
from tests.training.small import small_model, small_table
from training.cohort import facts_at
from training.table import Part

STEPS = 6
CONSTRAINED = [feature for feature in FEATURES if feature.direction is not Direction.EITHER]


def never_seen() -> list[list[float]]:
    """The features of people from after those that it learned from."""
    vectors: list[list[float]] = small_table().of(Part.TEST).vectors.tolist()
    return vectors[:60]


def test_what_each_feature_contributes_adds_up_to_the_log_odds() -> None:
    model = small_model().model
    for vector in never_seen():
        for score in model.score(vector):
            assert abs(score.intercept + sum(score.contributions) - score.log_odds) <= 1e-9
            assert 0 <= score.low <= score.probability <= score.high <= 1


@pytest.mark.parametrize("feature", CONSTRAINED, ids=lambda feature: feature.name)
def test_more_never_moves_a_person_the_wrong_way(feature: Feature) -> None:
    model, at = small_model().model, NAMES.index(feature.name)
    sign = 1 if feature.direction is Direction.RISES else -1
    bins = model.bins[at]
    if bins.lowest is None or bins.highest is None:
        return
    width = (bins.highest - bins.lowest or 1.0) / STEPS
    for vector in never_seen():
        values = [bins.lowest + width * step for step in range(-1, STEPS + 2)]
        said = [model.score([*vector[:at], value, *vector[at + 1 :]]) for value in values]
        for of_harm in zip(*said, strict=True):
            probabilities = [sign * score.probability for score in of_harm]
            assert probabilities == sorted(probabilities)


def test_breaches_are_among_what_may_only_raise_it() -> None:
    rising = {feature.name for feature in CONSTRAINED if feature.direction is Direction.RISES}
    assert any("breach" in name for name in rising)


def test_the_service_says_of_a_persons_facts_what_the_model_says_of_the_row() -> None:
    model = small_model().model
    scorer = Scorer(ModelUse.IN_USE, model)
    for person, release in their_releases(25):
        learned = scorer.run(facts_at(person, release)).learned
        assert learned is not None
        vector = [float("nan") if value is None else value for value in learned.values]
        assert learned.scores == model.score(vector)
