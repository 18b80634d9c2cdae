"""Scores: each with its contributions; a failure is told as one and stops nothing else."""

import pytest

from riskflag.casebook import Case, case
from riskflag.classifier.bins import Bins
from riskflag.classifier.features import NAMES, SCHEMA_HASH, feature_vector
from riskflag.classifier.instrument_results import Instrument
from riskflag.classifier.model import Model
from riskflag.classifier.scorer import NO_MODEL, UNUSABLE_MODEL, ModelUse, Scorer
from riskflag.facts import Facts, derive_facts
from tests.classifier.models import a_model


def facts_of(given: Case) -> Facts:
    return derive_facts(given.dossier, given.enquiry, given.place)


def a_served_model(intercept: float = -1.5) -> Model:
    """A model on the features that are served, in which each adds the same."""
    bins = [Bins((0.5,), 0.0, 100.0, unknown_seen=True)] * len(NAMES)
    steps = [(0.0, 0.01, 0.02)] * len(NAMES)
    return a_model(bins, steps, schema=SCHEMA_HASH, intercept=intercept, features=NAMES)


def test_what_is_told_is_what_the_model_says_of_the_persons_features() -> None:
    facts, model = facts_of(case()), a_served_model()
    learned = Scorer(ModelUse.IN_USE, model).run(facts).learned
    assert learned is not None
    assert learned.scores == model.score(feature_vector(facts))
    assert learned.features == NAMES
    assert learned.demonstration
    unknown = [value != value for value in feature_vector(facts)]
    assert [value is None for value in learned.values] == unknown
    assert any(unknown)


@pytest.mark.parametrize(
    ("scorer", "use"),
    [
        pytest.param(NO_MODEL, ModelUse.OFF, id="off"),
        pytest.param(UNUSABLE_MODEL, ModelUse.UNUSABLE, id="unusable"),
    ],
)
def test_the_instruments_speak_whether_or_not_a_model_does(scorer: Scorer, use: ModelUse) -> None:
    scores = scorer.run(facts_of(case()))
    assert [each.instrument for each in scores.instruments] == list(Instrument)
    assert scores.model is use
    assert scores.learned is None


def test_an_instrument_that_refuses_says_why_and_gives_no_number() -> None:
    for each in NO_MODEL.run(facts_of(case())).instruments:
        assert each.percentage is None
        assert each.refused_for


def test_a_model_of_other_features_is_told_as_unusable() -> None:
    scores = Scorer(ModelUse.IN_USE, a_model()).run(facts_of(case()))
    assert scores.model is ModelUse.UNUSABLE
    assert scores.learned is None
