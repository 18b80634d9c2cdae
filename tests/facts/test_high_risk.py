"""What shows a high risk, who said no to the address, and what became of requests for housing."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from riskflag.casebook import (
    ASKED,
    FRIEND,
    MOTHER,
    OTHER_TOWN,
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
)
from riskflag.enquiry import PlacementKind
from riskflag.facts.high_risk import housing_referrals, refused_by, shows_high_risk
from riskflag.records import Consent, DecisionKind, RecipientKind, Record, ReferralStatus
from riskflag.vocabulary import OrderType, RiskLevel
from tests.facts.bands import FLAT_IN_IT, NO_NUMBER

UNLEVELLED = replace(assessment(None, on=date(2026, 11, 9)), to_public=None)
REFUSED = conversation(MOTHER, Consent.REFUSES)
TOLD_NO = decision(DecisionKind.REFUSED, "not suitable")


def says(of: Case) -> list[str]:
    return [words for _, words in shows_high_risk(of.facts)]


@pytest.mark.parametrize(
    ("record", "shown"),
    [
        pytest.param(alert("SOR"), True, id="a registered sex offender"),
        pytest.param(conviction("01602", "A sexual offence"), True, id="a sexual offence nobody speaks of"),
        pytest.param(order(kind=OrderType.SEXUAL_HARM_PREVENTION_ORDER), True, id="an order in force"),
        pytest.param(alert("ROH"), True, id="an alert: high"),
        pytest.param(alert("ROV"), True, id="an alert: very high"),
        pytest.param(alert("ROM"), False, id="an alert: medium"),
        pytest.param(alert("ROV", active_to=date(2026, 11, 21)), False, id="an alert closed yesterday"),
        pytest.param(registration("RHRH", "High RoSH"), True, id="a register: high"),
        pytest.param(registration("RMRH", "Medium RoSH"), False, id="a register: medium"),
        pytest.param(registration("MAPP", "MAPPA"), True, id="public protection arrangements"),
        pytest.param(conviction("00806", "ABH"), False, id="violence"),
        pytest.param(order(), False, id="a restraining order"),
    ],
)
def test_what_shows_a_high_risk(record: Record, shown: bool) -> None:
    assert bool(says(case(record))) is shown


@pytest.mark.parametrize("level", [pytest.param(level, id=level.value) for level in RiskLevel])
@pytest.mark.parametrize("to_whom", ["overall", "to_public", "to_known_adult", "to_children", "to_staff"])
def test_a_high_level_to_anybody_counts(to_whom: str, level: RiskLevel) -> None:
    changes: dict[str, Any] = {to_whom: level}
    shown = says(case(replace(assessment(), **changes)))
    high = level in (RiskLevel.HIGH, RiskLevel.VERY_HIGH)
    assert shown == ["OASys layer 3: high or very high risk of serious harm"] * high


@pytest.mark.parametrize(
    ("records", "shown"),
    [
        pytest.param((assessment(RiskLevel.HIGH),), True, id="high"),
        pytest.param(
            (assessment(RiskLevel.HIGH, on=date(2025, 1, 6)), assessment(RiskLevel.LOW)),
            False,
            id="high once, low since",
        ),
        pytest.param(
            (assessment(RiskLevel.LOW, on=date(2025, 1, 6)), assessment(RiskLevel.HIGH)),
            True,
            id="low once, high since",
        ),
        pytest.param(
            (assessment(RiskLevel.HIGH), UNLEVELLED), True, id="high, and a newer one that states no level"
        ),
        pytest.param((UNLEVELLED,), False, id="no level at all"),
    ],
)
def test_the_newest_assessment_that_states_a_level_counts(records: tuple[Record, ...], shown: bool) -> None:
    assert bool(says(case(*records))) is shown


def test_each_record_is_told_once_for_each_thing_it_says() -> None:
    found = shows_high_risk(case(alert("P22")).facts)
    assert len(found) == len(set(found)) == 1


@pytest.mark.parametrize(
    ("of", "refused"),
    [
        pytest.param(case(TOLD_NO), 1, id="a decision refuses it"),
        pytest.param(case(replace(TOLD_NO, address=NO_NUMBER)), 1, id="a decision that may be about it"),
        pytest.param(case(replace(TOLD_NO, address=FLAT_IN_IT)), 0, id="a decision about another flat"),
        pytest.param(case(replace(TOLD_NO, address=OTHER_TOWN)), 0, id="a decision about another address"),
        pytest.param(case(decision(DecisionKind.APPROVED, "yes")), 0, id="a decision approves it"),
        pytest.param(case(decision(DecisionKind.PENDING, "")), 0, id="a decision is pending"),
        pytest.param(
            case(TOLD_NO, replace(decision(DecisionKind.APPROVED, "yes"), happened_on=date(2026, 11, 9))),
            0,
            id="refused, and since approved",
        ),
        pytest.param(case(REFUSED, asked=replace(ASKED, confirmed_on=None)), 1, id="the occupier refuses"),
        pytest.param(case(TOLD_NO, REFUSED, asked=replace(ASKED, confirmed_on=None)), 2, id="both refuse"),
        pytest.param(
            case(TOLD_NO, REFUSED, asked=replace(ASKED, address=None, no_fixed_abode=True)),
            0,
            id="no address is proposed",
        ),
        pytest.param(
            case(
                REFUSED,
                asked=replace(ASKED, confirmed_on=None, placement=PlacementKind.APPROVED_PREMISES),
            ),
            0,
            id="approved premises have no occupier to ask",
        ),
        pytest.param(
            case(TOLD_NO, asked=replace(ASKED, placement=PlacementKind.APPROVED_PREMISES)),
            1,
            id="approved premises can be refused by decision",
        ),
    ],
)
def test_who_said_no(of: Case, refused: int) -> None:
    assert len(refused_by(of.facts)) == refused


@pytest.mark.parametrize(
    ("said_on", "refused"),
    [
        pytest.param(date(2026, 11, 15), False, id="no, and confirmed in writing the day after"),
        pytest.param(date(2026, 11, 16), True, id="no, on the day of the confirmation"),
        pytest.param(date(2026, 11, 17), True, id="no, after the confirmation"),
    ],
)
def test_a_later_confirmation_in_writing_takes_a_refusal_back(said_on: date, refused: bool) -> None:
    assert bool(refused_by(case(replace(REFUSED, happened_on=said_on)).facts)) is refused


@pytest.mark.parametrize(
    ("changes", "refused"),
    [
        pytest.param({"consent": Consent.AGREES, "happened_on": date(2026, 11, 9)}, False, id="since agreed"),
        pytest.param({"consent": Consent.AGREES, "happened_on": date(2026, 10, 9)}, True, id="agreed before"),
        pytest.param(
            {"consent": Consent.RELUCTANT, "happened_on": date(2026, 11, 9)}, False, id="since reluctant"
        ),
        pytest.param(
            {"consent": Consent.AGREES, "happened_on": date(2026, 11, 9), "occupier": FRIEND},
            True,
            id="another occupier since agreed",
        ),
    ],
)
def test_the_occupiers_last_word_counts(changes: dict[str, Any], refused: bool) -> None:
    unconfirmed = replace(ASKED, confirmed_on=None)
    given = case(REFUSED, replace(REFUSED, **changes), asked=unconfirmed)
    assert bool(refused_by(given.facts)) is refused


@pytest.mark.parametrize("recipient", [pytest.param(each, id=each.value) for each in RecipientKind])
def test_requests_for_housing_are_told_from_others(recipient: RecipientKind) -> None:
    housing = {RecipientKind.HOUSING_PROVIDER, RecipientKind.APPROVED_PREMISES}
    found = housing_referrals(case(referral(recipient=recipient)).facts)
    assert bool(found) is (recipient in housing)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        pytest.param({}, "referral to housing provider: sent, no outcome recorded", id="sent"),
        pytest.param(
            {"status": ReferralStatus.DECLINED, "outcome": "no rooms"},
            "referral to housing provider: declined, no rooms",
            id="declined",
        ),
        pytest.param(
            {"outcome": "a shared room", "suitable": False},
            "referral to housing provider: sent, a shared room, not suitable",
            id="not suitable",
        ),
        pytest.param(
            {"outcome": "a room", "suitable": True},
            "referral to housing provider: sent, a room",
            id="suitable",
        ),
    ],
)
def test_what_became_of_a_request(changes: dict[str, Any], words: str) -> None:
    ((_, told),) = housing_referrals(case(replace(referral(), **changes)).facts)
    assert told == words
