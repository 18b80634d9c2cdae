"""What counts as an answer for an address, kind by kind, and the days on which that changes."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from riskflag.casebook import (
    ASKED,
    FRIEND,
    PROPOSED,
    RELEASE,
    TODAY,
    Case,
    case,
    conversation,
    own_address,
    referral,
)
from riskflag.casebook import check as checked
from riskflag.enquiry import ProposalStatus
from riskflag.facts.settled import Settled, how_settled, unanswered_housing_referrals
from riskflag.records import Address, AddressUse, CheckKind, Consent, RecipientKind, ReferralStatus
from tests.facts.bands import AS_WRITTEN, FLAT_IN_IT, NO_NUMBER

PROPOSED_ONLY = replace(ASKED, status=ProposalStatus.PROPOSED, confirmed_on=None)
LONG_AGO = replace(ASKED, confirmed_on=date(2026, 1, 5))


def settled(of: Case) -> Settled:
    return how_settled(of.facts)


@pytest.mark.parametrize(
    ("consent", "expected"),
    [
        pytest.param(Consent.AGREES, Settled.SETTLED, id="agreed"),
        pytest.param(Consent.RELUCTANT, Settled.SETTLED, id="reluctant, which another rule reads"),
        pytest.param(Consent.REFUSES, Settled.CANNOT_TELL, id="refused"),
        pytest.param(Consent.NOT_ASKED, Settled.CANNOT_TELL, id="not asked"),
    ],
)
def test_an_occupier_answers_for_it(consent: Consent, expected: Settled) -> None:
    assert settled(case(conversation(FRIEND, consent), asked=PROPOSED_ONLY, routine=False)) is expected


@pytest.mark.parametrize(
    ("address", "tenant", "expected"),
    [
        pytest.param(PROPOSED, True, Settled.SETTLED, id="his tenancy"),
        pytest.param(AS_WRITTEN, True, Settled.SETTLED, id="his tenancy as somebody wrote it"),
        pytest.param(PROPOSED, False, Settled.OUT_OF_DATE, id="somebody else's tenancy"),
        pytest.param(PROPOSED, None, Settled.OUT_OF_DATE, id="nobody says whose tenancy"),
        pytest.param(NO_NUMBER, True, Settled.OUT_OF_DATE, id="his tenancy, perhaps of another house"),
        pytest.param(FLAT_IN_IT, True, Settled.OUT_OF_DATE, id="his tenancy of another flat"),
    ],
)
def test_a_tenant_need_not_be_confirmed_again(
    address: Address, tenant: bool | None, expected: Settled
) -> None:
    assert settled(case(own_address(address, AddressUse.MAIN, tenant=tenant), asked=LONG_AGO)) is expected


@pytest.mark.parametrize(
    ("confirmed_on", "expected"),
    [
        pytest.param(TODAY, Settled.SETTLED, id="today"),
        pytest.param(TODAY - timedelta(days=30), Settled.SETTLED, id="thirty days ago"),
        pytest.param(TODAY - timedelta(days=31), Settled.OUT_OF_DATE, id="31 days ago"),
        pytest.param(TODAY + timedelta(days=1), Settled.OUT_OF_DATE, id="tomorrow, which cannot be"),
    ],
)
def test_written_confirmation_is_fresh_for_thirty_days(confirmed_on: date, expected: Settled) -> None:
    assert settled(case(asked=replace(ASKED, confirmed_on=confirmed_on))) is expected


@pytest.mark.parametrize(
    ("release", "expected"),
    [
        pytest.param(TODAY + timedelta(days=8), Settled.CANNOT_TELL, id="eight days from now"),
        pytest.param(TODAY + timedelta(days=7), Settled.NOT_VERIFIED, id="a week from now"),
        pytest.param(TODAY - timedelta(days=1), Settled.NOT_VERIFIED, id="yesterday"),
        pytest.param(None, Settled.CANNOT_TELL, id="nobody knows when"),
    ],
)
def test_in_the_last_week_an_unverified_address_is_just_that(release: date | None, expected: Settled) -> None:
    assert settled(case(asked=replace(PROPOSED_ONLY, release_date=release), routine=False)) is expected


@pytest.mark.parametrize("status", [pytest.param(each, id=each.value) for each in ReferralStatus])
@pytest.mark.parametrize("recipient", [pytest.param(each, id=each.value) for each in RecipientKind])
def test_which_referrals_wait_for_an_answer(recipient: RecipientKind, status: ReferralStatus) -> None:
    housing = recipient in (RecipientKind.HOUSING_PROVIDER, RecipientKind.APPROVED_PREMISES)
    waits = status in (ReferralStatus.DRAFTED, ReferralStatus.SENT)
    of = case(referral(status, recipient=recipient))
    assert bool(unanswered_housing_referrals(of.facts)) is (housing and waits)


@pytest.mark.parametrize(
    ("sent_on", "unanswered"),
    [
        pytest.param(date(2026, 11, 13), False, id="a Friday, five working days ago"),
        pytest.param(date(2026, 11, 12), True, id="the Thursday before it"),
    ],
)
def test_five_working_days_are_given(sent_on: date, unanswered: bool) -> None:
    assert bool(unanswered_housing_referrals(case(referral(sent_on=sent_on)).facts)) is unanswered


def test_a_check_answers_once_it_has_come_back() -> None:
    back = checked(CheckKind.OTHER, returned_on=TODAY)
    assert settled(case(back, asked=replace(PROPOSED_ONLY, release_date=RELEASE))) is Settled.SETTLED
