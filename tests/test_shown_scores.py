"""Scores as an officer reads them, and as nobody else does."""

from dataclasses import replace

import pytest

from riskflag.assessment import assess
from riskflag.casebook import NOW, Case, assessment, case, conviction
from riskflag.classifier.feature import FeatureName
from riskflag.classifier.harm import Harm
from riskflag.classifier.instrument_results import Instrument
from riskflag.classifier.scorer import NO_MODEL, UNUSABLE_MODEL, ModelUse, Scorer
from riskflag.classifier.words import feature_in_words, of_100_people, weighed
from riskflag.disclosure import ShownAssessment, show
from riskflag.dossier import PlaceKnowledge
from riskflag.records import OasysAnswers
from riskflag.report import render_text
from riskflag.rulebook import load_rulebook
from riskflag.vocabulary import Role
from tests.classifier.histories import EVERY_ANSWER
from tests.classifier.models import a_model
from tests.classifier.test_scorer import a_served_model

RULEBOOK = load_rulebook()
IN_USE = Scorer(ModelUse.IN_USE, a_served_model(intercept=-4.0))


def shown(scorer: Scorer | None, given: Case, role: Role = Role.RESPONSIBLE_OFFICER) -> ShownAssessment:
    full = assess(given.dossier, given.enquiry, given.place, RULEBOOK, scorer)
    known = assess(given.dossier.known_part(), given.enquiry.known_part(), PlaceKnowledge(), RULEBOOK)
    return show(full, known, role, NOW)


def test_resettlement_staff_are_shown_no_score() -> None:
    staff = shown(IN_USE, case(), Role.RESETTLEMENT_STAFF)
    assert staff.scores is None
    assert staff == shown(None, case(), Role.RESETTLEMENT_STAFF)
    assert "100 people" not in render_text(staff)


def test_an_officer_is_shown_each_harm_with_every_contribution() -> None:
    scores = shown(IN_USE, case()).scores
    assert scores is not None
    assert [each.harm for each in scores.harms] == list(Harm)
    for harm in scores.harms:
        adds = [each.log_odds for each in harm.contributions]
        assert adds == sorted(adds, reverse=True)
        assert harm.low <= harm.probability <= harm.high
        assert len(adds) == len(a_served_model().features)
    assert scores.version == "test-1"


@pytest.mark.parametrize(
    ("scorer", "said", "not_said"),
    [
        pytest.param(NO_MODEL, "none is in use here", "demonstration", id="off"),
        pytest.param(UNUSABLE_MODEL, "The learned model failed", "none is in use", id="unusable"),
        pytest.param(IN_USE, "decide nothing by it", "failed", id="a demonstration"),
    ],
)
def test_the_paper_says_whether_a_model_spoke(scorer: Scorer, said: str, not_said: str) -> None:
    text = " ".join(render_text(shown(scorer, case())).split())
    scores = text[text.index("SCORES") : text.index("LOOKED AT")]
    assert said in scores
    assert not_said not in scores


def test_an_instrument_that_refuses_is_never_read_as_a_low_score() -> None:
    text = " ".join(render_text(shown(NO_MODEL, case())).split())
    assert "OGRS3: No score for any proven reoffending: not known:" in text
    assert "That is not a low score." in text


def test_an_instrument_that_speaks_gives_its_number_its_band_and_its_basis() -> None:
    scores = shown(NO_MODEL, case(conviction("04600", "Theft from shops"))).scores
    assert scores is not None
    spoken = [each for each in scores.instruments if each.percentage is not None]
    assert spoken, "a conviction with its dates is enough for the instruments"
    for each in spoken:
        assert f"{each.percentage:g}% within two years" in each.says
        assert "the record alone" in each.says


@pytest.mark.parametrize(
    ("answers", "basis"),
    [
        pytest.param(None, "from the record alone.", id="no assessment answered"),
        pytest.param(
            EVERY_ANSWER,
            "from the record and the OASys answers of 2 November 2026.",
            id="one answered it all",
        ),
        pytest.param(
            replace(EVERY_ANSWER, accommodation=None, temper_control=None),
            "from the record alone, because the OASys answers of 2 November 2026 do not tell: accommodation, "
            "temper control.",
            id="one left two answers open",
        ),
    ],
)
def test_an_officer_is_told_from_which_day_the_answers_are(answers: OasysAnswers | None, basis: str) -> None:
    assessed = replace(assessment(), answers=answers, domestic_abuse_perpetrator=False)
    given = case(conviction("04600", "Theft from shops"), assessed)
    assert basis in " ".join(render_text(shown(NO_MODEL, given)).split())
    assert "OASys" not in render_text(shown(NO_MODEL, given, Role.RESETTLEMENT_STAFF))
    scores = shown(NO_MODEL, given).scores
    assert scores is not None
    (violence,) = (each for each in scores.instruments if each.instrument is Instrument.VRP)
    assert violence.says.endswith(basis)
    assert scores.instruments[0].says.endswith("from the record alone."), "OGRS3 asks for no answers"


@pytest.mark.parametrize(
    ("log_odds", "said"),
    [
        pytest.param(-9.0, "like this, fewer than 1 would", id="hardly any"),
        pytest.param(-1.8, "about 14 would", id="some"),
        pytest.param(9.0, "like this, more than 99 would", id="nearly all"),
    ],
)
def test_a_probability_is_told_as_people_and_never_as_none_or_all(log_odds: float, said: str) -> None:
    score = a_model(intercept=log_odds, steps=((0.0,) * 4, (0.0,) * 4)).score([25.0, 0.0])[0]
    assert said in of_100_people(score)


def test_a_feature_that_this_version_does_not_know_is_told_by_its_name() -> None:
    gone = FeatureName("a_feature_of_old")
    assert feature_in_words(gone, 2.0) == "a feature of old: 2"
    assert feature_in_words(gone, None) == "a feature of old: not known"


def test_what_weighs_most_comes_first() -> None:
    given = case()
    scores = assess(given.dossier, given.enquiry, given.place, RULEBOOK, IN_USE).scores
    assert scores is not None
    assert scores.learned is not None
    one = scores.learned.scores[0]
    steepest = replace(one, contributions=(*one.contributions[:-1], 9.0))
    assert next(iter(weighed(steepest, scores.learned)))[1] == 9.0
