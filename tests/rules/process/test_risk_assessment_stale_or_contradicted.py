"""When the assessment has to be looked at again before anybody decides."""

from dataclasses import replace
from datetime import date

import pytest

from riskflag.casebook import Case, alert, assessment, case, conviction, note, registration
from riskflag.rules.process.risk_assessment_stale_or_contradicted import RULE
from riskflag.vocabulary import RiskLevel, Source
from tests.rules.answers import ACT, CANNOT_TELL, CLEAR, answer, findings

BLADE = conviction("00826", "Having an article with a blade", on=date(2026, 5, 1))
OVERDUE = replace(registration("ADVP", "Domestic Abuse Perpetrator"), review_due_on=date(2026, 8, 1))


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        pytest.param(case(), CLEAR, id="three weeks old, and nothing against it"),
        pytest.param(case(routine=False), ACT, id="none on record"),
        pytest.param(case(assessment(None)), ACT, id="one that states no level"),
        pytest.param(case(assessment(on=date(2025, 11, 22))), CLEAR, id="a year old to the day"),
        pytest.param(case(assessment(on=date(2025, 11, 21))), ACT, id="a year and a day old"),
        pytest.param(case(assessment(on=date(2026, 4, 1)), BLADE), ACT, id="a blade since"),
        pytest.param(case(assessment(RiskLevel.HIGH), BLADE), CLEAR, id="high, after the blade"),
        pytest.param(
            case(
                assessment(RiskLevel.MEDIUM, weapon_considered=True, words="Medium: one blade, no use."),
                BLADE,
            ),
            CLEAR,
            id="medium, with the blade and the reasons",
        ),
        pytest.param(case(OVERDUE), ACT, id="a register entry overdue for review"),
        pytest.param(
            case(note("not suitable"), note("settled")), ACT, id="an address both unsuitable and settled"
        ),
        pytest.param(
            case(not_asked=[Source.RISK_ASSESSMENTS]), CANNOT_TELL, id="nobody asked for assessments"
        ),
        pytest.param(case(not_asked=[Source.CONVICTIONS]), CANNOT_TELL, id="nobody asked for convictions"),
        pytest.param(case(alert("P77"), not_asked=[Source.CONVICTIONS]), ACT, id="but level 2 is certain"),
    ],
)
def test_an_assessment_must_be_recent_and_agree_with_the_record(of: Case, expected: str) -> None:
    assert answer(RULE, of) == expected


def test_both_statements_are_cited() -> None:
    (found,) = findings(RULE, case(note("not suitable"), note("settled")))

    assert [evidence.says for evidence in found.evidence] == ["not suitable", "settled"]
