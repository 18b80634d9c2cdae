"""Risk of serious harm, domestic abuse and predictor scores, from every place that shows them."""

from datetime import date
from typing import Any

import pytest

from riskflag.importers.fields import Fields, Notes
from riskflag.importers.levels import Levels, by_group, by_level, highest, level
from riskflag.records import (
    AccessLimitation,
    HealthAndCareKind,
    HealthAndCareRecord,
    Predictor,
    PredictorScore,
    RiskAssessment,
)
from riskflag.vocabulary import RiskLevel, Visibility
from tests.importers.payloads import NOW, content, of, read, rejected

LOW, MEDIUM, HIGH, VERY_HIGH = RiskLevel
FIRST_OF_SEPTEMBER = date(2026, 9, 1)


def fields(held: object, notes: Notes | None = None) -> Fields:
    return Fields(held, "", NOW.date(), notes or Notes())


def levels(assessment: RiskAssessment) -> tuple[RiskLevel | None, ...]:
    of = assessment
    return of.overall, of.to_public, of.to_known_adult, of.to_children, of.to_staff


def test_groups_by_level() -> None:
    came = read(content("rosh_risks"), "rosh-risks")
    (assessment,) = of(came, RiskAssessment)
    assert levels(assessment) == (VERY_HIGH, MEDIUM, VERY_HIGH, HIGH, LOW)
    assert (assessment.happened_on, assessment.recorded_on) == (FIRST_OF_SEPTEMBER, FIRST_OF_SEPTEMBER)
    assert assessment.words == "A former partner\nAssault in the home\nOn release"
    assert [carried for _, carried in rejected(came)] == [True] * 3
    assert [each.what for each in came.contradictions] == ["names a group that another level names as well"]


def test_a_risk_to_the_person_themself_is_a_concern_only_where_somebody_says_so() -> None:
    (concern,) = of(read(content("rosh_risks"), "rosh-risks"), HealthAndCareRecord)
    assert (concern.kind, concern.words) == (HealthAndCareKind.SELF_HARM_CONCERN, "suicide: a risk")
    assert (concern.happened_on, concern.mental_health) == (FIRST_OF_SEPTEMBER, True)


@pytest.mark.parametrize(
    ("asked", "answers", "kept", "gaps"),
    [
        pytest.param(
            "selfHarm",
            {"risk": "Yes", "current": "Yes", "currentConcernsText": "cuts"},
            (HealthAndCareKind.SELF_HARM_CONCERN, "self-harm: current\ncuts"),
            0,
            id="now",
        ),
        pytest.param(
            "suicide",
            {"risk": "No", "current": "No", "previous": "Yes"},
            (HealthAndCareKind.SELF_HARM_CONCERN, "suicide: previous"),
            0,
            id="before",
        ),
        pytest.param(
            "hostelSetting",
            {"current": "Yes", "previous": "Yes"},
            (HealthAndCareKind.VULNERABILITY, "coping in a hostel: current and previous"),
            0,
            id="in a hostel",
        ),
        pytest.param("suicide", {"risk": "No", "current": "No", "previous": "No"}, None, 0, id="denied"),
        pytest.param("suicide", {"risk": "Don't know"}, None, 1, id="not known leaves the source incomplete"),
        pytest.param("astrology", {"risk": "Yes"}, None, 0, id="a risk of another kind"),
    ],
)
def test_risks_to_the_person_themself(
    asked: str, answers: dict[str, object], kept: tuple[HealthAndCareKind, str] | None, gaps: int
) -> None:
    payload: Any = content("rosh_risks")
    came = read({**payload, "riskToSelf": {asked: answers}, "otherRisks": {}}, "rosh-risks")
    assert [(each.kind, each.words) for each in of(came, HealthAndCareRecord)] == ([kept] if kept else [])
    assert (len(came.gaps), came.unreadable) == (gaps, 0)


def test_levels_by_group() -> None:
    (assessment,) = of(read(content("rosh_widget"), "rosh-widget"), RiskAssessment)
    assert levels(assessment) == (HIGH, MEDIUM, HIGH, LOW, LOW)


def test_the_overall_level_is_the_highest_in_the_community() -> None:
    came = read(content("oasys_rosh_summary"), "oasys-rosh-summary")
    (assessment,) = of(came, RiskAssessment)
    assert levels(assessment) == (VERY_HIGH, MEDIUM, VERY_HIGH, None, LOW)
    assert [gap.path for gap in came.gaps] == ["assessments[0].laterWIPAssessmentExists"]
    (limited,) = of(came, AccessLimitation)
    assert (limited.limited, limited.restricted, limited.visibility) == (True, None, Visibility.PROTECTED)


@pytest.mark.parametrize(
    ("written", "read_as", "told"),
    [
        pytest.param("VERY_HIGH", VERY_HIGH, 0, id="as a code"),
        pytest.param("Very High", VERY_HIGH, 0, id="in words"),
        pytest.param("very-high", VERY_HIGH, 0, id="with a stroke"),
        pytest.param("Not known", None, 0, id="not known"),
        pytest.param("NOT_APPLICABLE", None, 0, id="not applicable"),
        pytest.param("Severe", None, 1, id="a word that is no level"),
        pytest.param(4, None, 1, id="a number"),
        pytest.param(None, None, 0, id="null"),
    ],
)
def test_a_level_is_read(written: object, read_as: RiskLevel | None, told: int) -> None:
    notes = Notes()
    assert level(fields({"risk": written}, notes), "risk") is read_as
    assert len(notes.gaps) == told


def test_the_highest_of_levels() -> None:
    assert highest((LOW, VERY_HIGH, None, HIGH)) is VERY_HIGH
    assert highest((None,)) is None


@pytest.mark.parametrize(
    ("held", "expected", "told"),
    [
        pytest.param(
            {"Staff": "LOW", "Prisoners": "HIGH"}, Levels(staff=LOW), 0, id="prisoners are not kept"
        ),
        pytest.param({"known_adult": "HIGH"}, Levels(known_adult=HIGH), 0, id="as a code"),
        pytest.param({"Martians": "HIGH"}, Levels(), 1, id="a group that nobody knows"),
        pytest.param({}, Levels(), 0, id="nothing"),
    ],
)
def test_groups_are_known(held: dict[str, object], expected: Levels, told: int) -> None:
    notes = Notes()
    assert by_group(fields(held, notes)) == expected
    assert len(notes.gaps) == told
    assert not any("Martians" in gap.path for gap in notes.gaps)


@pytest.mark.parametrize("groups", [7, "Martians", ["Martians"], [{"a": 1}], None])
def test_groups_that_cannot_be_read_are_told_of(groups: object) -> None:
    notes = Notes()
    assert by_level(fields({"HIGH": groups}, notes)) == Levels()
    assert len(notes.gaps) == 1


def test_every_score_is_one_record() -> None:
    came = read(content("predictors"), "predictors")
    scores = {each.predictor: each for each in of(came, PredictorScore)}
    reconviction = scores[Predictor.GENERAL_RECONVICTION]
    assert (reconviction.in_one_year, reconviction.in_two_years, reconviction.band) == (3100, 4400, MEDIUM)
    serious = scores[Predictor.SERIOUS_RECIDIVISM]
    assert (serious.likelihood, serious.dynamic, serious.band) == (129, True, LOW)
    assert Predictor.INDECENT_IMAGE_SEXUAL not in scores
    assert rejected(came) == [("[0].generalPredictorScore", False)]
    assert came.rejects[0].reason == "ogp1Year: must be from 0 to 100"


@pytest.mark.parametrize("held", [7, "3%", [1], True])
def test_something_else_where_a_score_should_be_is_a_reject(held: object) -> None:
    payload: Any = content("predictors")
    payload[0]["violencePredictorScore"] = held
    assert ("[0].violencePredictorScore", False) in rejected(read(payload, "predictors"))


def test_what_a_plan_says_of_how_things_are_is_kept_and_what_is_intended_is_counted() -> None:
    came = read(content("risk_management_plan"), "risk-management-plan")
    (plan,) = of(came, RiskAssessment)
    assert (plan.words, plan.overall, plan.protected) == ("Through victim liaison", None, True)
    assert rejected(came) == [("riskManagementPlan[0].supervision", True), ("riskManagementPlan[1]", False)]


def test_a_plan_of_intentions_is_counted() -> None:
    payload: Any = content("risk_management_plan")
    del payload["riskManagementPlan"][0]["victimSafetyPlanning"]
    came = read(payload, "risk-management-plan")
    assert came.records == ()
    assert rejected(came)[0] == ("riskManagementPlan[0]", True)


@pytest.mark.parametrize(
    ("name", "shape", "at", "field"),
    [
        pytest.param(
            "oasys_rosh_summary", "oasys-rosh-summary", "assessments", "assessmentStatus", id="summary"
        ),
        pytest.param(
            "risk_management_plan",
            "risk-management-plan",
            "riskManagementPlan",
            "assessmentStatus",
            id="plan",
        ),
        pytest.param("predictors", "predictors", None, "status", id="scores"),
    ],
)
def test_an_assessment_that_nobody_finished_is_a_gap(
    name: str, shape: str, at: str | None, field: str
) -> None:
    payload: Any = content(name)
    (payload[at] if at else payload)[0][field] = "LOCKED_INCOMPLETE"
    assert "says that the assessment was not completed" in [gap.what for gap in read(payload, shape).gaps]
