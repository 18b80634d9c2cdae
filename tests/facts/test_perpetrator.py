"""What shows that the person has abused a partner or relative, and what is only a reason to ask."""

from dataclasses import replace
from datetime import date

import pytest

from riskflag.casebook import (
    EX_PARTNER,
    MOTHER,
    NEIGHBOUR,
    Case,
    abuse,
    alert,
    assessment,
    case,
    conviction,
    order,
    registration,
    term,
)
from riskflag.facts.perpetrator import shows_perpetrator
from riskflag.records import AbuseRole, ConvictionOutcome, DomesticAbuseKind, OrderRole, Record
from riskflag.vocabulary import OrderType, ProhibitionKind

NO_CONTACT = term(ProhibitionKind.NO_CONTACT)
THREATS = abuse(DomesticAbuseKind.THREATS, EX_PARTNER)
YESTERDAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("record", "shown"),
    [
        pytest.param(alert("RDV"), True, id="an alert"),
        pytest.param(alert("RDV", active_to=YESTERDAY), False, id="an alert closed yesterday"),
        pytest.param(registration("ADVP", "Domestic Abuse Perpetrator"), True, id="a register"),
        pytest.param(registration("REG30", "Domestic Abuse History"), True, id="a register of history"),
        pytest.param(registration("ADVV", "Domestic Abuse Victim"), False, id="a register as a victim"),
        pytest.param(replace(assessment(), domestic_abuse_perpetrator=True), True, id="an assessment"),
        pytest.param(replace(assessment(), domestic_abuse_perpetrator=False), False, id="one that says no"),
        pytest.param(assessment(), False, id="one that does not say"),
        pytest.param(THREATS, True, id="an event that something supports"),
        pytest.param(replace(THREATS, corroborated=False), False, id="an allegation"),
        pytest.param(replace(THREATS, person_is=AbuseRole.VICTIM), False, id="done to him"),
        pytest.param(replace(THREATS, person_is=AbuseRole.NOT_CLEAR), False, id="nobody says by whom"),
        pytest.param(conviction("00806", "ABH", MOTHER), True, id="a conviction for hurting his mother"),
        pytest.param(
            conviction("00806", "ABH", MOTHER, outcome=ConvictionOutcome.PENDING), False, id="a charge"
        ),
        pytest.param(conviction("00806", "ABH", NEIGHBOUR), False, id="hurting a neighbour"),
        pytest.param(order(NO_CONTACT), True, id="an order that protects his former partner"),
        pytest.param(order(NO_CONTACT, expires_on=YESTERDAY), True, id="one that has ended"),
        pytest.param(order(NO_CONTACT, protects=(NEIGHBOUR,)), False, id="one that protects a neighbour"),
        pytest.param(order(NO_CONTACT, protects=(NEIGHBOUR, MOTHER)), True, id="one that protects two"),
        pytest.param(order(NO_CONTACT, protects=()), False, id="one that names nobody"),
        pytest.param(
            order(NO_CONTACT, kind=OrderType.RESTRAINING_ORDER_ON_ACQUITTAL), False, id="one on acquittal"
        ),
        pytest.param(replace(order(NO_CONTACT), person_is=OrderRole.PROTECTED), False, id="it protects him"),
    ],
)
def test_what_shows_a_perpetrator(record: Record, shown: bool) -> None:
    assert bool(shows_perpetrator(case(record).facts)) is shown


def test_every_record_that_shows_it_is_told() -> None:
    of: Case = case(order(NO_CONTACT), THREATS, alert("RDV"), assessment())
    assert [type(record).__name__ for record in shows_perpetrator(of.facts)] == [
        "Alert",
        "DomesticAbuseEvent",
        "ProtectiveOrder",
    ]
