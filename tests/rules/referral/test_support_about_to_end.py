"""Support on which risk rests, and which is about to end."""

from dataclasses import replace
from datetime import date

import pytest

from riskflag.casebook import MENTORED, Case, assessment, breach, case
from riskflag.records import ReferralStatus
from riskflag.rules.referral.support_about_to_end import RULE
from riskflag.vocabulary import Source
from tests.rules.answers import CANNOT_TELL, CLEAR, INFORM, answer, findings

PLAN = assessment(words="The mentor scheme is what keeps him in touch.")
BREACHES = (breach(date(2026, 1, 5)), breach(date(2025, 6, 5)))
MISSED = replace(MENTORED, missed_on=(date(2026, 11, 3), date(2026, 11, 10)))
CLOSING = replace(MENTORED, provider_will_close=True)


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        pytest.param(case(PLAN, asked=MISSED), INFORM, id="two missed, and the mentor is the plan"),
        pytest.param(case(*BREACHES, asked=MISSED), INFORM, id="two missed, and two breaches"),
        pytest.param(case(PLAN, asked=CLOSING), INFORM, id="the provider will close the case"),
        pytest.param(case(asked=CLOSING), CLEAR, id="and nothing rests on it"),
        pytest.param(case(PLAN, asked=MENTORED), CLEAR, id="it goes on"),
        pytest.param(
            case(PLAN, asked=replace(MENTORED, missed_on=MISSED.missed_on[:1])),
            CLEAR,
            id="one missed and rebooked",
        ),
        pytest.param(
            case(PLAN, asked=replace(MENTORED, provider_will_close=None)), CANNOT_TELL, id="nobody says"
        ),
        pytest.param(
            case(PLAN, asked=replace(MISSED, provider_will_close=None)),
            INFORM,
            id="two missed, and nobody says",
        ),
        pytest.param(
            case(PLAN, asked=replace(MENTORED, status=ReferralStatus.WITHDRAWN)),
            INFORM,
            id="already withdrawn",
        ),
        pytest.param(
            case(asked=MISSED, not_asked=[Source.RISK_ASSESSMENTS]),
            CANNOT_TELL,
            id="nobody asked for the plan",
        ),
    ],
)
def test_when_support_ends(of: Case, expected: str) -> None:
    assert answer(RULE, of) == expected


def test_the_day_and_the_reason_are_cited() -> None:
    (finding,) = findings(RULE, case(PLAN, asked=MISSED))
    assert "10 November 2026" in finding.because
    assert [evidence.says for evidence in finding.evidence] == [PLAN.words]
