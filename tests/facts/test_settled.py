"""When an address counts as settled."""

from dataclasses import replace
from datetime import date

import pytest

from riskflag.casebook import (
    ASKED,
    FRIEND,
    OTHER_TOWN,
    PROPOSED,
    RELEASE,
    Case,
    case,
    conversation,
    decision,
    own_address,
    referral,
)
from riskflag.casebook import check as checked
from riskflag.enquiry import AddressEnquiry, ProposalStatus
from riskflag.facts.settled import Settled, how_settled, unanswered_housing_referrals
from riskflag.records import (
    AddressUse,
    CheckKind,
    Consent,
    DecisionKind,
    RecipientKind,
    Record,
    ReferralStatus,
)
from riskflag.vocabulary import Source

TENANT = own_address(PROPOSED, AddressUse.MAIN, tenant=True)


def unconfirmed(
    status: ProposalStatus, occupants_stated: bool | None = True, release_date: date = RELEASE
) -> AddressEnquiry:
    """An enquiry without written confirmation."""
    return replace(
        ASKED,
        status=status,
        confirmed_on=None,
        occupants_stated=occupants_stated,
        release_date=release_date,
    )


def asked(
    *records: Record,
    status: ProposalStatus = ProposalStatus.PROPOSED,
    occupants_stated: bool | None = True,
    release_date: date = RELEASE,
) -> Case:
    """A case in which no routine check has answered for the address."""
    return case(*records, asked=unconfirmed(status, occupants_stated, release_date), routine=False)


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        pytest.param(case(), Settled.SETTLED, id="confirmed in writing six days ago"),
        pytest.param(
            case(asked=replace(ASKED, confirmed_on=date(2026, 10, 23))), Settled.SETTLED, id="thirty days ago"
        ),
        pytest.param(
            case(asked=replace(ASKED, confirmed_on=date(2026, 10, 22))), Settled.OUT_OF_DATE, id="31 days ago"
        ),
        pytest.param(
            case(TENANT, asked=replace(ASKED, confirmed_on=date(2026, 1, 5))),
            Settled.SETTLED,
            id="long ago, but it is the person's own tenancy",
        ),
        pytest.param(
            case(asked=replace(ASKED, no_fixed_abode=True)), Settled.NO_ADDRESS, id="no fixed abode"
        ),
        pytest.param(asked(status=ProposalStatus.NONE), Settled.NOT_VERIFIED, id="none"),
        pytest.param(
            asked(status=ProposalStatus.MENTIONED), Settled.NOT_VERIFIED, id="'going to a friend's'"
        ),
        pytest.param(
            asked(status=ProposalStatus.PREVIOUS_ADDRESS), Settled.NOT_VERIFIED, id="where he was before"
        ),
        pytest.param(
            asked(status=ProposalStatus.NOT_STATED), Settled.NOT_VERIFIED, id="nobody says how far it is"
        ),
        pytest.param(
            asked(conversation(FRIEND), status=ProposalStatus.MENTIONED),
            Settled.NOT_VERIFIED,
            id="mentioned, and a friend agreed, but nobody has proposed it",
        ),
        pytest.param(asked(conversation(FRIEND)), Settled.SETTLED, id="proposed, and the occupier was asked"),
        pytest.param(
            asked(conversation(FRIEND, consent=Consent.NOT_ASKED), occupants_stated=None),
            Settled.NOT_VERIFIED,
            id="proposed, and the occupier was not asked",
        ),
        pytest.param(
            asked(checked(CheckKind.POLICE_DOMESTIC_ABUSE)),
            Settled.SETTLED,
            id="proposed, and a check came back",
        ),
        pytest.param(
            asked(checked(CheckKind.POLICE_DOMESTIC_ABUSE, returned_on=None)),
            Settled.CANNOT_TELL,
            id="proposed, and a check is still out",
        ),
        pytest.param(
            asked(decision(DecisionKind.APPROVED, "yes")), Settled.SETTLED, id="proposed and approved"
        ),
        pytest.param(
            asked(decision(DecisionKind.PENDING, "")), Settled.CANNOT_TELL, id="proposed, decision pending"
        ),
        pytest.param(asked(TENANT), Settled.SETTLED, id="the person's own tenancy"),
        pytest.param(
            asked(own_address(OTHER_TOWN, AddressUse.MAIN, tenant=True)),
            Settled.CANNOT_TELL,
            id="the person's own tenancy is somewhere else",
        ),
        pytest.param(
            asked(), Settled.CANNOT_TELL, id="proposed with its household named; nobody noted a check"
        ),
        pytest.param(
            asked(occupants_stated=None), Settled.NOT_VERIFIED, id="proposed, and nobody knows who is there"
        ),
        pytest.param(
            asked(release_date=date(2026, 11, 29)),
            Settled.NOT_VERIFIED,
            id="the household is named; a week is left",
        ),
        pytest.param(
            asked(status=ProposalStatus.CONFIRMED), Settled.CANNOT_TELL, id="confirmed, nobody says when"
        ),
    ],
)
def test_an_address_is_settled_when_somebody_has_verified_it(of: Case, expected: Settled) -> None:
    assert how_settled(of.facts) is expected


@pytest.mark.parametrize(
    "source",
    [pytest.param(s, id=s.value) for s in (Source.HOUSEHOLD_ENQUIRIES, Source.ADDRESSES, Source.CHECKS)],
)
def test_what_could_not_be_read_may_hold_the_verification(source: Source) -> None:
    asked_of = unconfirmed(ProposalStatus.PROPOSED, occupants_stated=None)

    assert how_settled(case(asked=asked_of, routine=False, not_asked=[source]).facts) is Settled.CANNOT_TELL


@pytest.mark.parametrize(
    ("record", "unanswered"),
    [
        pytest.param(referral(), True, id="sent three weeks ago"),
        pytest.param(referral(sent_on=date(2026, 11, 16)), False, id="sent on Monday"),
        pytest.param(
            referral(sent_on=None, status=ReferralStatus.DRAFTED), True, id="written and never sent"
        ),
        pytest.param(referral(status=ReferralStatus.ACKNOWLEDGED), False, id="acknowledged"),
        pytest.param(referral(recipient=RecipientKind.EMPLOYER), False, id="not about housing"),
    ],
)
def test_a_request_for_housing_waits_five_working_days(record: Record, unanswered: bool) -> None:
    assert bool(unanswered_housing_referrals(case(record).facts)) is unanswered
