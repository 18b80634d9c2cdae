"""Threats and violence to those who work with the person, wherever they were written down."""

from dataclasses import replace

import pytest

from riskflag.casebook import ASKED, Case, alert, assessment, case, registration
from riskflag.rules.public.threats_or_violence_to_staff import RULE
from riskflag.vocabulary import Source
from tests.rules.answers import ACT, CANNOT_TELL, CLEAR, answer, findings

EVICTED = "He was settled. Evicted in December 2025 for threatening behaviour and drug use. He is sorry."
NOWHERE = replace(ASKED, address=None, no_fixed_abode=True)


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        pytest.param(case(), CLEAR, id="nothing on record"),
        pytest.param(case(assessment(words=EVICTED)), ACT, id="evicted for threats"),
        pytest.param(case(assessment(words=EVICTED), asked=NOWHERE), ACT, id="and no address is proposed"),
        pytest.param(case(assessment(words="Evicted for rent arrears.")), CLEAR, id="evicted for arrears"),
        pytest.param(case(assessment(words="Threw hot water at staff.")), ACT, id="threw hot water at staff"),
        pytest.param(case(assessment(words="Threw a cup at the wall.")), CLEAR, id="threw a cup at the wall"),
        pytest.param(case(registration("AV2S", "Risk to Staff")), ACT, id="registered"),
        pytest.param(case(alert("RNO121")), ACT, id="not to be seen alone"),
        pytest.param(case(not_asked=list(Source)), CANNOT_TELL, id="nothing was asked"),
        pytest.param(
            case(alert("XSA"), not_asked=[Source.REFERRALS]), ACT, id="an alert, whatever is missing"
        ),
        pytest.param(case(not_asked=[Source.REFERRALS]), CANNOT_TELL, id="referrals were not asked for"),
    ],
)
def test_threats_to_staff(of: Case, expected: str) -> None:
    assert answer(RULE, of) == expected


def test_only_the_sentence_that_tells_of_it_is_quoted() -> None:
    (finding,) = findings(RULE, case(assessment(words=EVICTED)))

    (evidence,) = finding.evidence
    assert evidence.says == "Evicted in December 2025 for threatening behaviour and drug use."
