"""Close to release there must be an address that somebody has verified."""

from dataclasses import replace
from datetime import date

import pytest

from riskflag.casebook import ASKED, FRIEND, OTHER_TOWN, Case, case, decision, referral
from riskflag.enquiry import ProposalStatus
from riskflag.records import Address, DecisionKind
from riskflag.rules.process.address_unsettled_close_to_release import RULE
from riskflag.vocabulary import Source
from tests.rules.answers import ACT, CANNOT_TELL, CLEAR, answer, findings

NOWHERE = replace(ASKED, no_fixed_abode=True)
PROPOSED_ONLY = replace(ASKED, status=ProposalStatus.PROPOSED, confirmed_on=None)
FRIENDS = replace(PROPOSED_ONLY, status=ProposalStatus.MENTIONED)
MARCH = date(2027, 3, 1)
REFUSED = decision(DecisionKind.REFUSED, "the landlord changed his mind")


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        pytest.param(case(), CLEAR, id="confirmed"),
        pytest.param(case(asked=NOWHERE), ACT, id="no fixed abode"),
        pytest.param(case(asked=replace(ASKED, address=None)), ACT, id="no address"),
        pytest.param(case(asked=replace(NOWHERE, release_date=MARCH)), CLEAR, id="no address, months before"),
        pytest.param(case(asked=replace(NOWHERE, release_date=date(2026, 12, 20))), ACT, id="28 days before"),
        pytest.param(
            case(asked=replace(NOWHERE, release_date=date(2026, 12, 21))), CLEAR, id="29 days before"
        ),
        pytest.param(
            case(asked=replace(NOWHERE, release_date=date(2026, 11, 20))), ACT, id="released on Friday"
        ),
        pytest.param(case(asked=replace(NOWHERE, release_date=None)), CANNOT_TELL, id="nobody knows when"),
        pytest.param(case(asked=FRIENDS, lives_with=(FRIEND,)), ACT, id="'may go to a friend's'"),
        pytest.param(case(asked=PROPOSED_ONLY), CLEAR, id="proposed, and checks on it came back"),
        pytest.param(
            case(asked=PROPOSED_ONLY, routine=False), CANNOT_TELL, id="proposed, and no check noted"
        ),
        pytest.param(
            case(referral(), asked=PROPOSED_ONLY, routine=False), ACT, id="and housing has not answered"
        ),
        pytest.param(case(REFUSED), ACT, id="confirmed by the landlord, and refused"),
        pytest.param(case(replace(REFUSED, address=OTHER_TOWN)), CLEAR, id="another home was refused"),
        pytest.param(
            case(replace(REFUSED, address=Address("Elder Row, Fernhill, ZZ1 1AA"))),
            CANNOT_TELL,
            id="a home was refused that may be this one",
        ),
        pytest.param(
            case(referral()), CLEAR, id="an old request for housing, and an address since confirmed"
        ),
        pytest.param(case(not_asked=[Source.REFERRALS]), CANNOT_TELL, id="nobody asked for referrals"),
        pytest.param(
            case(asked=NOWHERE, not_asked=list(Source)), ACT, id="no address is certain whatever is missing"
        ),
    ],
)
def test_an_address_is_needed_in_the_last_four_weeks(of: Case, expected: str) -> None:
    assert answer(RULE, of) == expected


def test_the_request_that_nobody_answered_is_cited() -> None:
    none_proposed, unanswered = findings(RULE, case(referral(), asked=NOWHERE))

    assert none_proposed.evidence == ()
    assert [evidence.says for evidence in unanswered.evidence] == ["sent, sent 1 November 2026"]
