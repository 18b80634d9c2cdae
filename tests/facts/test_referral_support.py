"""Support that is about to end, and whether the person's risk rests on it."""

from dataclasses import replace
from datetime import date

import pytest

from riskflag.casebook import MENTORED, REFERRED, assessment, breach, case, health, registration
from riskflag.enquiry import ProposalStatus, ReferralEnquiry
from riskflag.facts.referral_support import ending, may_be_ending, rests_on_support
from riskflag.records import HealthAndCareKind, RecipientKind, Record, ReferralStatus

THIRD, TENTH = date(2026, 11, 3), date(2026, 11, 10)
MISSED = "The person missed 2 appointments, the last on 10 November 2026."
CLOSING = "The provider has ended its support, or has said that it will."
PLAN = assessment(words="The mentor and the drug service are what keep him steady.")
TWICE = (breach(date(2026, 1, 5)), breach(date(2025, 6, 5)))
HIGH = registration("RVHR", "Very High RoSH")
HOMELESS = replace(MENTORED, address_status=ProposalStatus.NONE, address_confirmed_on=None)


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        pytest.param(MENTORED, [], id="it goes on"),
        pytest.param(replace(MENTORED, missed_on=(TENTH,)), [], id="one missed"),
        pytest.param(replace(MENTORED, missed_on=(TENTH, THIRD)), [MISSED], id="two missed"),
        pytest.param(replace(MENTORED, missed_on=(TENTH, TENTH)), [], id="one written down twice"),
        pytest.param(replace(MENTORED, missed_on=(THIRD, date(2027, 1, 1))), [], id="one is still to come"),
        pytest.param(replace(MENTORED, provider_will_close=True), [CLOSING], id="the provider will close it"),
        pytest.param(replace(MENTORED, status=ReferralStatus.WITHDRAWN), [CLOSING], id="it was withdrawn"),
        pytest.param(
            replace(MENTORED, outcome="Shelter may suspend him from the scheme"),
            [CLOSING],
            id="the outcome says so",
        ),
        pytest.param(replace(MENTORED, outcome="will not close the case"), [], id="the outcome denies it"),
        pytest.param(
            replace(MENTORED, missed_on=(TENTH, THIRD), provider_will_close=True),
            [MISSED, CLOSING],
            id="both",
        ),
    ],
)
def test_signs_that_it_ends(asked: ReferralEnquiry, expected: list[str]) -> None:
    assert list(ending(case(asked=asked).facts)) == expected


@pytest.mark.parametrize(
    ("asked", "records", "rests"),
    [
        pytest.param(MENTORED, (), 0, id="nothing"),
        pytest.param(MENTORED, (PLAN,), 1, id="the plan names the mentor"),
        pytest.param(replace(MENTORED, recipient=RecipientKind.EMPLOYER), (PLAN,), 0, id="and not the job"),
        pytest.param(
            replace(MENTORED, recipient=RecipientKind.SUBSTANCE_MISUSE_SERVICE),
            (PLAN,),
            1,
            id="but treatment",
        ),
        pytest.param(replace(MENTORED, recipient=RecipientKind.OTHER), (PLAN,), 0, id="an unknown recipient"),
        pytest.param(
            MENTORED, (assessment(words="No mentor is needed."),), 0, id="the plan does without one"
        ),
        pytest.param(
            MENTORED, (PLAN, assessment(on=date(2026, 11, 20))), 1, id="a later assessment without words"
        ),
        pytest.param(MENTORED, TWICE, 2, id="two breaches"),
        pytest.param(MENTORED, TWICE[:1], 0, id="one breach"),
        pytest.param(
            MENTORED, (health(HealthAndCareKind.LEARNING_DISABILITY),), 1, id="a learning disability"
        ),
        pytest.param(MENTORED, (HIGH,), 0, id="a high risk and a home"),
        pytest.param(HOMELESS, (HIGH,), 1, id="a high risk and no home"),
    ],
)
def test_whether_risk_rests_on_it(asked: ReferralEnquiry, records: tuple[Record, ...], rests: int) -> None:
    assert len(rests_on_support(case(*records, asked=asked).facts)) == rests


@pytest.mark.parametrize(
    ("asked", "open_question"),
    [
        pytest.param(MENTORED, False, id="the provider goes on"),
        pytest.param(replace(MENTORED, provider_will_close=None), True, id="nobody says"),
        pytest.param(
            replace(MENTORED, provider_will_close=None, status=ReferralStatus.SENT),
            False,
            id="it has not begun",
        ),
        pytest.param(
            replace(
                REFERRED, provider_will_close=None, status=ReferralStatus.COMPLETE, confirmed_start_on=THIRD
            ),
            True,
            id="it began this month",
        ),
    ],
)
def test_when_somebody_must_ask_the_provider(asked: ReferralEnquiry, open_question: bool) -> None:
    assert may_be_ending(case(asked=asked).facts) is open_question


def test_an_address_is_no_support() -> None:
    facts = case(PLAN, *TWICE).facts
    assert list(ending(facts)) == []
    assert not may_be_ending(facts)
