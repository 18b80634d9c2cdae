"""How somebody lives counts as the newest assessment with answers tells it, and otherwise is not known."""

from dataclasses import replace
from datetime import date

import pytest

from riskflag.casebook import Case, assessment, case
from riskflag.classifier.feature import Direction
from riskflag.classifier.features.answers import FEATURES
from riskflag.classifier.instrument_results import Basis, Instrument
from riskflag.classifier.instrument_tables import predictor_coefficients
from riskflag.records import Drug, Motivation, OasysAnswers, ProblemLevel, RiskAssessment
from riskflag.vocabulary import Source
from tests.classifier.features.values import value_of

NONE, SOME, SIGNIFICANT = ProblemLevel
EVERYTHING = OasysAnswers(
    weapon_carried_or_used=True,
    accommodation=SIGNIFICANT,
    unemployed=True,
    relationship_problems=SOME,
    activities_encourage_offending=SIGNIFICANT,
    drugs_in_use=(Drug.CRACK_COCAINE,),
    motivation_to_tackle_drug_misuse=Motivation.FULL,
    chronic_drinking=SOME,
    binge_drinking=SIGNIFICANT,
    impulsivity=NONE,
    temper_control=SOME,
    pro_criminal_attitudes=NONE,
)
VALUES = {
    "chronic_drinking": 1,
    "binge_drinking": 2,
    "temper_control": 1,
    "impulsivity": 0,
    "pro_criminal_attitudes": 0,
    "activities_encourage_offending": 2,
    "relationship_problems": 1,
    "accommodation": 2,
    "unemployed": 1,
    "weapon_carried_or_used": 1,
    "drugs_weight_for_violence": 0.0903,
}


def made(answers: OasysAnswers, on: date = date(2026, 5, 4)) -> RiskAssessment:
    return replace(assessment(on=on), answers=answers)


def test_every_answer_that_is_a_feature_is_read() -> None:
    assert {feature.name: value_of(feature.name, case(made(EVERYTHING))) for feature in FEATURES} == VALUES


@pytest.mark.parametrize("name", VALUES)
@pytest.mark.parametrize(
    "of",
    [
        pytest.param(case(routine=False), id="no assessment"),
        pytest.param(case(made(OasysAnswers())), id="nobody answered"),
        pytest.param(case(made(EVERYTHING), not_asked=(Source.RISK_ASSESSMENTS,)), id="a newer one may be on record"),
        pytest.param(
            case(made(EVERYTHING, date(2024, 5, 4)), made(OasysAnswers(motivation_to_tackle_drug_misuse=Motivation.FULL))),
            id="the newer one answers something else",
        ),
    ],
)  # fmt: skip
def test_what_nobody_answered_is_not_known(name: str, of: Case) -> None:
    assert value_of(name, of) is None


@pytest.mark.parametrize(
    ("level", "value"),
    [pytest.param(NONE, 0, id="none"), pytest.param(SOME, 1, id="some"), pytest.param(SIGNIFICANT, 2, id="significant")],
)  # fmt: skip
def test_a_level_counts_by_its_height(level: ProblemLevel, value: int) -> None:
    assert value_of("temper_control", case(made(OasysAnswers(temper_control=level)))) == value


@pytest.mark.parametrize(
    ("drugs", "weight"),
    [
        pytest.param((), 0, id="none, which is an answer"),
        pytest.param((Drug.CRACK_COCAINE, Drug.POWDER_COCAINE), 0.1776, id="two add up"),
        pytest.param((Drug.SPICE, Drug.SOLVENTS), 0.1501, id="two that count as other drugs count once"),
        pytest.param((Drug.HEROIN,), 0, id="one that the predictor has no weight for"),
        pytest.param(tuple(Drug), 1.0025, id="every drug there is"),
    ],
)
def test_drugs_weigh_what_is_published(drugs: tuple[Drug, ...], weight: float) -> None:
    assert value_of("drugs_weight_for_violence", case(made(OasysAnswers(drugs_in_use=drugs)))) == weight


def test_no_answer_lowers_a_published_predictor() -> None:
    """So each may only raise the probability as it grows."""
    assert {feature.direction for feature in FEATURES} == {Direction.RISES}
    weights = {
        each.term: each.value
        for instrument in (Instrument.SVRP, Instrument.VRP)
        for each in predictor_coefficients(instrument, Basis.DYNAMIC)
    }
    assert all(weights[name] > 0 for name in VALUES if name in weights)
    assert all(weights[drug] > 0 for drug in Drug if drug in weights)
