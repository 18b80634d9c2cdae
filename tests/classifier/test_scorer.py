"""Scores: each with its contributions; a failure is told as one and stops nothing else."""

import pytest

from riskflag.casebook import Case, case
from riskflag.classifier import scorer as scorer_module
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


def test_a_model_of_other_features_is_told_as_unusable_and_the_instruments_still_speak() -> None:
    scores = Scorer(ModelUse.IN_USE, a_model()).run(facts_of(case()))
    assert scores.model is ModelUse.UNUSABLE
    assert scores.learned is None
    assert scores.instruments == NO_MODEL.run(facts_of(case())).instruments


def test_instruments_that_fail_leave_what_looks_for_risk_unusable(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(_: Facts) -> None:
        raise ArithmeticError

    monkeypatch.setattr(scorer_module, "actuarial_scores", fails)
    scores = Scorer(ModelUse.IN_USE, a_served_model()).run(facts_of(case()))
    assert (scores.model, scores.instruments, scores.learned) == (ModelUse.UNUSABLE, (), None)


@pytest.mark.parametrize(
    ("use", "model"),
    [
        pytest.param(ModelUse.IN_USE, None, id="in use, and there is none"),
        pytest.param(ModelUse.OFF, a_model(), id="off, and there is one"),
        pytest.param(ModelUse.UNUSABLE, a_model(), id="unusable, and there is one"),
    ],
)
def test_a_model_is_there_if_one_is_in_use_and_only_then(use: ModelUse, model: Model | None) -> None:
    with pytest.raises(ValueError, match="only then"):
        Scorer(use, model)
