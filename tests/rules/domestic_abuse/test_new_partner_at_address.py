"""A new partner of somebody who has abused before."""

from dataclasses import replace
from datetime import date

import pytest

from riskflag.casebook import (
    CHILD_OF_NINE,
    EX_PARTNER,
    FRIEND,
    MOTHER,
    PARTNER,
    Case,
    abuse,
    alert,
    assessment,
    case,
    check,
    contact,
    conviction,
    order,
    registration,
    term,
)
from riskflag.records import AbuseRole, Check, CheckKind, DomesticAbuseKind, NamedPerson
from riskflag.rules.domestic_abuse.new_partner_at_address import RULE
from riskflag.vocabulary import OrderType, ProhibitionKind, Relationship
from tests.rules.answers import ACT, CANNOT_TELL, CLEAR, answer

FLAG = registration("ADVP", "Domestic Abuse Perpetrator")
NO_CONTACT = term(ProhibitionKind.NO_CONTACT)
VIOLENCE = DomesticAbuseKind.PHYSICAL_VIOLENCE
ON_ACQUITTAL = OrderType.RESTRAINING_ORDER_ON_ACQUITTAL
SOMEBODY = NamedPerson("Ivy Sample")
SAME_NAME = NamedPerson("Alice Sample")


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        pytest.param(case(FLAG, lives_with=(PARTNER,)), ACT, id="flagged by probation"),
        pytest.param(case(alert("RDV"), lives_with=(PARTNER,)), ACT, id="flagged by the prison"),
        pytest.param(
            case(replace(assessment(), domestic_abuse_perpetrator=True), lives_with=(PARTNER,)),
            ACT,
            id="assessed as a perpetrator",
        ),
        pytest.param(
            case(conviction("10501", "common assault", EX_PARTNER), lives_with=(PARTNER,)),
            ACT,
            id="convicted of assaulting an earlier partner",
        ),
        pytest.param(
            case(conviction("10501", "common assault", MOTHER), lives_with=(PARTNER,)),
            ACT,
            id="convicted of assaulting his mother",
        ),
        pytest.param(
            case(
                order(NO_CONTACT, protects=(EX_PARTNER,), expires_on=date(2024, 1, 1)), lives_with=(PARTNER,)
            ),
            ACT,
            id="an order once protected an earlier partner",
        ),
        pytest.param(
            case(order(NO_CONTACT, kind=ON_ACQUITTAL), lives_with=(PARTNER,)),
            CLEAR,
            id="an order made on acquittal shows no abuse",
        ),
        pytest.param(
            case(abuse(VIOLENCE, EX_PARTNER, corroborated=False), lives_with=(PARTNER,)),
            CLEAR,
            id="one unsupported report",
        ),
        pytest.param(
            case(abuse(VIOLENCE, EX_PARTNER, role=AbuseRole.VICTIM), lives_with=(PARTNER,)),
            CLEAR,
            id="the person was the one abused",
        ),
        pytest.param(
            case(registration("ADVP", "", date(2026, 1, 1)), lives_with=(PARTNER,)), CLEAR, id="closed"
        ),
        pytest.param(
            case(conviction("10501", "common assault", PARTNER), lives_with=(PARTNER,)),
            CLEAR,
            id="the partner is the earlier victim: another rule",
        ),
        pytest.param(
            case(order(NO_CONTACT, protects=(PARTNER,)), lives_with=(PARTNER,)),
            CLEAR,
            id="the partner is protected by the order",
        ),
        pytest.param(
            case(FLAG, order(NO_CONTACT, protects=(SAME_NAME,)), lives_with=(PARTNER,)),
            CLEAR,
            id="the partner may be the protected person: another rule asks",
        ),
        pytest.param(case(FLAG, lives_with=(MOTHER,)), CLEAR, id="he would live with his mother"),
        pytest.param(case(FLAG, lives_with=(FRIEND, CHILD_OF_NINE)), CLEAR, id="a friend and a child"),
        pytest.param(
            case(FLAG, contact(FRIEND, note="pen-friend since last year"), lives_with=(FRIEND,)),
            ACT,
            id="the friend is a pen-friend",
        ),
        pytest.param(
            case(FLAG, contact(replace(FRIEND, relationship=Relationship.PARTNER)), lives_with=(FRIEND,)),
            ACT,
            id="a contact record calls the friend a partner",
        ),
        pytest.param(case(FLAG, lives_with=(SOMEBODY,)), CANNOT_TELL, id="nobody says what they are to him"),
        pytest.param(case(lives_with=(SOMEBODY,)), CLEAR, id="nobody says, and there is no history"),
    ],
)
def test_a_new_partner_is_told_by_the_police(of: Case, expected: str) -> None:
    assert answer(RULE, of) == expected


def answered(on: date, result: str) -> Check:
    return replace(check(CheckKind.OTHER, returned_on=on), result=result)


@pytest.mark.parametrize(
    ("disclosure", "expected"),
    [
        pytest.param(answered(date(2026, 5, 1), "disclosure scheme: partner told"), CLEAR, id="told in May"),
        pytest.param(answered(date(2026, 5, 1), "DVDS: partner declined"), CLEAR, id="offered, declined"),
        pytest.param(
            answered(date(2025, 5, 1), "disclosure scheme: partner told"), ACT, id="a year and a half"
        ),
        pytest.param(answered(date(2026, 5, 1), "no disclosure decision yet"), ACT, id="not decided"),
        pytest.param(answered(date(2026, 5, 1), "landlord confirmed"), ACT, id="about something else"),
    ],
)
def test_a_decision_on_disclosure_stands_for_a_year(disclosure: Check, expected: str) -> None:
    assert answer(RULE, case(FLAG, disclosure, lives_with=(PARTNER,))) == expected
