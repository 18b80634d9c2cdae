"""Somebody of high risk, and no address that stands."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from riskflag.casebook import (
    ASKED,
    FRIEND,
    OTHER_TOWN,
    TODAY,
    Case,
    alert,
    assessment,
    case,
    conversation,
    conviction,
    decision,
    order,
    referral,
    registration,
    term,
)
from riskflag.enquiry import AddressEnquiry, PlacementKind, ProposalStatus
from riskflag.records import (
    AddressDecision,
    Consent,
    ConvictionOutcome,
    DecisionKind,
    RecipientKind,
    Record,
    ReferralStatus,
)
from riskflag.rules.sexual_harm.high_risk_person_without_address import RULE
from riskflag.vocabulary import OrderType, ProhibitionKind, RiskLevel, Source
from tests.rules.answers import ACT, CANNOT_TELL, CLEAR, STOP, answer, findings

REGISTERED = alert("SOR")
NOWHERE = replace(ASKED, no_fixed_abode=True)
MENTIONED = replace(ASKED, status=ProposalStatus.MENTIONED, confirmed_on=None)
REFUSES = conversation(FRIEND, Consent.REFUSES)
ACCUSED = conviction("01908", "rape", outcome=ConvictionOutcome.PENDING)
STEAL = conviction("04600", "shoplifting")


def in_days(days: int, asked: AddressEnquiry = NOWHERE) -> AddressEnquiry:
    return replace(asked, release_date=TODAY + timedelta(days=days))


def confirmed(days_ago: int) -> AddressEnquiry:
    return replace(ASKED, confirmed_on=TODAY - timedelta(days=days_ago))


def turned_down() -> AddressDecision:
    return decision(DecisionKind.REFUSED, "not suitable")


@pytest.mark.parametrize(
    ("records", "expected"),
    [
        pytest.param((REGISTERED, STEAL), STOP, id="registered, in for theft"),
        pytest.param((conviction("01908", "rape"),), STOP, id="a sexual offence of which nobody says"),
        pytest.param((conviction("01908", "rape"), alert("SONR")), CLEAR, id="not required to register"),
        pytest.param((ACCUSED,), CLEAR, id="charged, not yet tried"),
        pytest.param((registration("RHRH", "High RoSH"),), STOP, id="high risk by a flag"),
        pytest.param((alert("ROV"),), STOP, id="very high risk by an alert"),
        pytest.param((registration("RMRH", "Medium RoSH"),), CLEAR, id="medium risk"),
        pytest.param((alert("P77"),), STOP, id="managed by agencies together"),
        pytest.param((alert("P77", active_to=date(2025, 1, 1)),), CLEAR, id="managed once, no longer"),
        pytest.param((registration("NOTMAPPA", "Not MAPPA Eligible"),), CLEAR, id="found not eligible"),
        pytest.param((assessment(RiskLevel.HIGH),), STOP, id="assessed as high"),
        pytest.param((assessment(RiskLevel.VERY_HIGH),), STOP, id="assessed as very high"),
        pytest.param((assessment(RiskLevel.MEDIUM),), CLEAR, id="assessed as medium"),
        pytest.param(
            (replace(assessment(RiskLevel.MEDIUM), to_children=RiskLevel.HIGH),),
            STOP,
            id="high to children only",
        ),
        pytest.param(
            (assessment(RiskLevel.HIGH, date(2024, 1, 1)), assessment()), CLEAR, id="high once, low since"
        ),
        pytest.param(
            (assessment(RiskLevel.HIGH, date(2024, 1, 1)), replace(assessment(None), to_public=None)),
            STOP,
            id="the newest states no level",
        ),
        pytest.param((order(kind=OrderType.SEXUAL_HARM_PREVENTION_ORDER),), STOP, id="a sexual harm order"),
        pytest.param(
            (order(term(ProhibitionKind.NO_CONTACT)),), CLEAR, id="a restraining order and nothing besides"
        ),
        pytest.param((STEAL,), CLEAR, id="low risk, theft, nowhere to go"),
        pytest.param((), CLEAR, id="nothing known against him"),
    ],
)
def test_for_whom_it_matters(records: tuple[Record, ...], expected: str) -> None:
    assert answer(RULE, case(*records, asked=NOWHERE)) == expected


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        pytest.param(in_days(28), STOP, id="four weeks before"),
        pytest.param(in_days(29), ACT, id="a day more: a first alert"),
        pytest.param(in_days(84), ACT, id="twelve weeks before"),
        pytest.param(in_days(85), CLEAR, id="not yet"),
        pytest.param(in_days(0), STOP, id="today"),
        pytest.param(in_days(-3), STOP, id="already out"),
        pytest.param(replace(NOWHERE, release_date=None), CANNOT_TELL, id="nobody knows when"),
        pytest.param(MENTIONED, STOP, id="an address that was only mentioned"),
        pytest.param(in_days(60, MENTIONED), ACT, id="mentioned, two months before"),
        pytest.param(replace(ASKED, address=None, confirmed_on=None), STOP, id="no address in the enquiry"),
        pytest.param(ASKED, CLEAR, id="confirmed in writing"),
        pytest.param(confirmed(30), CLEAR, id="confirmed a month ago"),
        pytest.param(confirmed(31), STOP, id="confirmed longer ago than that"),
        pytest.param(in_days(60, confirmed(31)), CLEAR, id="confirmed long ago, with time to ask again"),
        pytest.param(
            replace(ASKED, placement=PlacementKind.APPROVED_PREMISES), CLEAR, id="a bed confirmed for him"
        ),
    ],
)
def test_when_and_how_far_it_is_settled(asked: AddressEnquiry, expected: str) -> None:
    assert answer(RULE, case(REGISTERED, asked=asked)) == expected


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        pytest.param(case(REGISTERED, turned_down()), STOP, id="refused, though the landlord confirmed it"),
        pytest.param(
            case(REGISTERED, replace(turned_down(), address=OTHER_TOWN)),
            CLEAR,
            id="another address was refused",
        ),
        pytest.param(
            case(
                REGISTERED,
                turned_down(),
                replace(decision(DecisionKind.APPROVED, "fine"), happened_on=date(2026, 11, 10)),
            ),
            CLEAR,
            id="refused, and approved since",
        ),
        pytest.param(
            case(
                REGISTERED, REFUSES, asked=replace(ASKED, status=ProposalStatus.PROPOSED, confirmed_on=None)
            ),
            STOP,
            id="the occupier says no",
        ),
        pytest.param(case(REGISTERED, REFUSES), CLEAR, id="said no, then confirmed in writing"),
        pytest.param(
            case(REGISTERED, replace(REFUSES, happened_on=date(2026, 11, 20))),
            STOP,
            id="confirmed, then said no",
        ),
        pytest.param(
            case(
                REGISTERED,
                replace(REFUSES, happened_on=date(2026, 11, 17)),
                replace(conversation(FRIEND), happened_on=date(2026, 11, 18)),
            ),
            CLEAR,
            id="said no, and yes the day after",
        ),
        pytest.param(
            case(
                REGISTERED,
                replace(REFUSES, happened_on=date(2026, 11, 20)),
                asked=replace(ASKED, placement=PlacementKind.APPROVED_PREMISES),
            ),
            CLEAR,
            id="a friend says no, and it is not his house",
        ),
    ],
)
def test_an_address_that_was_refused_does_not_stand(of: Case, expected: str) -> None:
    assert answer(RULE, of) == expected


def test_it_cannot_tell_while_verification_may_be_on_a_record_that_was_not_asked_for() -> None:
    asked = replace(ASKED, status=ProposalStatus.PROPOSED, confirmed_on=None)
    of = case(REGISTERED, asked=asked, routine=False, not_asked=(Source.CHECKS,))
    assert answer(RULE, of) == CANNOT_TELL


def test_evidence_gives_the_danger_and_every_request_for_housing() -> None:
    bed = replace(
        referral(ReferralStatus.COMPLETE, recipient=RecipientKind.APPROVED_PREMISES),
        outcome="a mattress",
        suitable=False,
    )
    other = referral(recipient=RecipientKind.MENTOR)
    (finding,) = findings(RULE, case(REGISTERED, bed, referral(), other, asked=in_days(10)))
    assert "no address is proposed" in finding.because
    assert "10" in finding.because
    assert [cited.says for cited in finding.evidence] == [
        "Registered sex offender, open",
        "referral to approved premises: complete, a mattress, not suitable",
        "referral to housing provider: sent, no outcome recorded",
    ]
