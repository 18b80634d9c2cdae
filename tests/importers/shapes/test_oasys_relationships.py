"""Section 6 of OASys: whose the abuse was, and what it answers of what the predictors of reoffending ask."""

import pytest

from riskflag.records import OasysAnswers, ProblemLevel, RelationshipStatus, RiskAssessment
from tests.importers.payloads import NOW, content, of, read


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


def test_section_6_tells_what_else_is_a_problem_and_nothing_that_is_none() -> None:
    answers = {
        "prevOrCurrentDomesticAbuse": "No",
        "relLinkedToHarm": "Yes",
        "relParentalResponsibilities": "No",
        "relCloseFamily": "0-No problems",
        "emotionalCongruence": "2-Significant problems",
    }
    (found,) = of(read({"assessments": [answers]}, "oasys-section-6"), RiskAssessment)
    assert found.words.splitlines() == [
        "Linked to risk of serious harm: Yes",
        "Emotional congruence with children: 2-Significant problems",
    ]


@pytest.mark.parametrize(
    ("said", "answers"),
    [
        pytest.param(
            {"relationshipWithPartner": "2-Significant problems"},
            OasysAnswers(relationship_problems=ProblemLevel.SIGNIFICANT_PROBLEMS),
            id="problems with the partner",
        ),
        pytest.param(
            {
                "relationshipWithPartner": "0-No problems",
                "relCurrRelationshipStatus": "Not in a relationship",
            },
            OasysAnswers(
                relationship_problems=ProblemLevel.NO_PROBLEMS,
                relationship_status=RelationshipStatus.NOT_IN_RELATIONSHIP,
            ),
            id="no partner",
        ),
        pytest.param(
            {"relCurrRelationshipStatus": "In a relationship, living together"},
            OasysAnswers(relationship_status=RelationshipStatus.LIVING_TOGETHER),
            id="a partner at home",
        ),
        pytest.param(
            {"relCurrRelationshipStatus": "In a relationship, not living together"},
            OasysAnswers(relationship_status=RelationshipStatus.NOT_LIVING_TOGETHER),
            id="a partner elsewhere",
        ),
        pytest.param({"relationshipWithPartner": "Missing"}, None, id="an answer that is missing"),
        pytest.param(
            {"prevCloseRelationships": "2-Significant problems"}, None, id="a level of something else"
        ),
    ],
)
def test_what_section_6_answers_about_the_partner(
    said: dict[str, object], answers: OasysAnswers | None
) -> None:
    came = read({"assessments": [{"prevOrCurrentDomesticAbuse": "No", **said}]}, "oasys-section-6")
    assert ([each.answers for each in of(came, RiskAssessment)], came.gaps) == ([answers], ())


@pytest.mark.parametrize("name", ["relationshipWithPartner", "relCurrRelationshipStatus"])
@pytest.mark.parametrize("said", ["it is complicated", "3-Great problems", 2])
def test_an_answer_that_is_not_known_is_left_out_and_told_of(name: str, said: object) -> None:
    came = read({"assessments": [{"prevOrCurrentDomesticAbuse": "No", name: said}]}, "oasys-section-6")
    assert [each.answers for each in of(came, RiskAssessment)] == [None]
    assert {gap.path for gap in came.gaps} == {f"assessments[0].{name}"}
