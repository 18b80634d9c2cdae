"""A knife that the assessment has never heard of."""

from datetime import date

import pytest

from riskflag.casebook import Case, assessment, case, conviction, custody, registration
from riskflag.records import CustodyEventKind
from riskflag.rules.public.weapon_not_in_risk_assessment import RULE
from riskflag.vocabulary import RiskLevel, Source
from tests.rules.answers import ACT, CANNOT_TELL, CLEAR, answer, findings

BLADE = conviction("00826", "Having an article with a blade", on=date(2026, 5, 1))
LOW_IN_2024 = assessment(on=date(2024, 11, 1), weapon_considered=False)
IN_HIS_CELL = custody(CustodyEventKind.WEAPON_FOUND, date(2026, 9, 1), "a sharpened toothbrush")


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        pytest.param(case(), CLEAR, id="no weapon"),
        pytest.param(case(BLADE, LOW_IN_2024), ACT, id="low in 2024, a knife in 2026"),
        pytest.param(case(BLADE, assessment(weapon_considered=True)), CLEAR, id="considered since"),
        pytest.param(case(IN_HIS_CELL), ACT, id="found in his cell, and assessed as low since"),
        pytest.param(
            case(
                conviction("00826", "Having a blade", on=date(1999, 6, 1)), assessment(weapon_considered=True)
            ),
            CLEAR,
            id="a pocket knife in 1999, considered since",
        ),
        pytest.param(case(registration("WEAP", "Weapons")), ACT, id="registered, and assessed as low"),
        pytest.param(
            case(BLADE, registration("WEAP", "Weapons"), assessment(RiskLevel.HIGH, words="A knife in May.")),
            CLEAR,
            id="registered, assessed as high, with the knife",
        ),
        pytest.param(
            case(
                conviction("00826", "Having a blade", on=date(1999, 6, 1)),
                assessment(words="Pocket knife of 1999 considered: long ago, low."),
            ),
            CLEAR,
            id="a pocket knife in 1999, considered in words",
        ),
        pytest.param(case(BLADE, assessment(words="The knife was not considered.")), ACT, id="words deny it"),
        pytest.param(
            case(BLADE, assessment(words="Alcohol was considered. Knife in May.")), ACT, id="words of alcohol"
        ),
        pytest.param(
            case(IN_HIS_CELL, assessment(on=date(2026, 8, 1), words="Knife of 1999 considered.")),
            ACT,
            id="considered, and found after it",
        ),
        pytest.param(case(assessment(words="Weapon: yes.")), ACT, id="only OASys says that there was one"),
        pytest.param(case(assessment(words="Used a knife in the assault.")), ACT, id="OASys says used, low"),
        pytest.param(case(assessment(words="He carries a blade.")), ACT, id="OASys says carried, low"),
        pytest.param(case(assessment(words="Threatened him with a hammer.")), ACT, id="a hammer"),
        pytest.param(
            case(assessment(words="Used a knife; this was considered with the knife of 1999.")),
            CLEAR,
            id="used, and considered",
        ),
        pytest.param(case(assessment(words="No weapon was used.")), CLEAR, id="OASys says none was used"),
        pytest.param(case(assessment(words="He was threatened with a knife.")), CLEAR, id="done to him"),
        pytest.param(case(assessment(words="Used a blade to harm himself.")), CLEAR, id="himself"),
        pytest.param(case(assessment(words="Not carrying a knife.")), CLEAR, id="not carrying one"),
        pytest.param(
            case(BLADE, not_asked=[Source.RISK_ASSESSMENTS]), CANNOT_TELL, id="assessments not asked for"
        ),
        pytest.param(case(not_asked=[Source.CUSTODY]), CANNOT_TELL, id="nobody asked for finds in custody"),
        pytest.param(
            case(BLADE, LOW_IN_2024, not_asked=[Source.CUSTODY]), ACT, id="the blade is certain all the same"
        ),
    ],
)
def test_a_weapon_must_be_in_the_assessment(of: Case, expected: str) -> None:
    assert answer(RULE, of) == expected


def test_the_weapon_and_the_assessment_are_both_cited() -> None:
    (found,) = findings(RULE, case(BLADE, LOW_IN_2024))

    assert [evidence.says for evidence in found.evidence] == [
        "Having an article with a blade (convicted)",
        "OASys layer 3: overall level low",
    ]
