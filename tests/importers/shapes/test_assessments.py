"""Risk of serious harm, domestic abuse and predictor scores, from every place that shows them."""

from datetime import date
from typing import Any

import pytest

from riskflag.importers.fields import Fields, Notes
from riskflag.importers.levels import Levels, by_group, by_level, highest, level
from riskflag.records import AccessLimitation, Predictor, PredictorScore, RiskAssessment
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
    assert [carried for _, carried in rejected(came)] == [True] * 4
    assert [each.what for each in came.contradictions] == ["names a group that another level names as well"]


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


def test_section_6_says_whose_the_abuse_was() -> None:
    came = read(content("oasys_relationships"), "oasys-section-6")
    assert [(e.domestic_abuse_perpetrator, e.domestic_abuse_victim) for e in of(came, RiskAssessment)] == [
        (True, False),
        (True, False),
        (None, False),
    ]
    assert of(came, RiskAssessment)[0].words.endswith("towards a partner: High")
    assert [each.path for each in came.contradictions] == ["assessments[1].prevOrCurrentDomesticAbuse"]


@pytest.mark.parametrize(
    ("answers", "done", "suffered"),
    [
        pytest.param({"prevOrCurrentDomesticAbuse": "No"}, False, False, id="none at all"),
        pytest.param({"prevOrCurrentDomesticAbuse": None}, None, None, id="not answered"),
        pytest.param({"prevOrCurrentDomesticAbuse": "Yes"}, None, None, id="some, and nobody says whose"),
        pytest.param(
            {"prevOrCurrentDomesticAbuse": "Yes", "victimOfFamily": "Yes", "perpAgainstFamily": "No"},
            None,
            True,
            id="half of the answers leave it open",
        ),
        pytest.param(
            {"prevOrCurrentDomesticAbuse": "Yes", "perpAgainstPartner": "No", "perpAgainstFamily": "No"},
            False,
            None,
            id="both denied",
        ),
    ],
)
def test_what_section_6_answers(answers: dict[str, object], done: bool | None, suffered: bool | None) -> None:
    (found,) = of(read({"assessments": [answers]}, "oasys-section-6"), RiskAssessment)
    assert (found.domestic_abuse_perpetrator, found.domestic_abuse_victim) == (done, suffered)
    assert (found.overall, found.recorded_on, found.happened_on) == (None, NOW.date(), None)


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


def test_a_plan_is_counted_though_no_record_holds_it() -> None:
    came = read(content("risk_management_plan"), "risk-management-plan")
    assert rejected(came) == [("riskManagementPlan[0]", True), ("riskManagementPlan[1]", False)]
    assert came.records == ()


@pytest.mark.parametrize(
    ("limits", "limited", "restricted"),
    [
        pytest.param({}, False, False, id="nobody is kept out"),
        pytest.param(
            {"excludedFrom": [{"email": "a.sample@probation.example"}]}, True, False, id="one is kept out"
        ),
        pytest.param(
            {"restrictedTo": [{"email": "a.sample@probation.example"}]}, True, True, id="one may see it"
        ),
        pytest.param(
            {"restrictionMessage": "Restricted"}, True, True, id="it is restricted, and nobody says to whom"
        ),
    ],
)
def test_who_may_see_a_case(limits: dict[str, object], limited: bool, restricted: bool) -> None:
    payload = {"excludedFrom": [], "restrictedTo": [], **limits}
    (found,) = of(read(payload, "access-limitations"), AccessLimitation)
    assert (found.limited, found.restricted, found.visibility) == (limited, restricted, Visibility.PROTECTED)


def test_an_entry_that_cannot_be_read_makes_the_whole_of_the_limits_unusable() -> None:
    came = read({"excludedFrom": [{"name": "somebody"}], "restrictedTo": []}, "access-limitations")
    assert (came.records, came.unreadable) == ((), 1)


def test_an_event_says_that_something_changed_and_not_to_what() -> None:
    came = read(content("domain_event"), "domain-event")
    assert rejected(came) == [("Message", True)]
    assert [gap.what for gap in came.gaps] == [
        "says that something has changed, which must be asked for again"
    ]
    assert len(came.named) == 2


@pytest.mark.parametrize("message", ["", "{", "[]", None, 7, '{"no": "type"}', '{"eventType": 7}'])
def test_an_event_that_cannot_be_read_is_a_reject(message: object) -> None:
    payload: Any = content("domain_event")
    came = read({**payload, "Message": message}, "domain-event")
    assert (came.elements, came.unreadable) == (1, 1)
