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
FOUND_BY_COURT = replace(conviction("00806", "ABH"), domestic_abuse_found=True)
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
        pytest.param(conviction("00806", "ABH"), False, id="hurting nobody knows whom"),
        pytest.param(FOUND_BY_COURT, True, id="hurting nobody knows whom, and a court found abuse"),
        pytest.param(
            replace(FOUND_BY_COURT, outcome=ConvictionOutcome.QUASHED), False, id="found, and quashed"
        ),
        pytest.param(replace(FOUND_BY_COURT, domestic_abuse_found=False), False, id="the court found none"),
        pytest.param(conviction("00867", "coercion"), True, id="control of nobody knows whom"),
        pytest.param(
            conviction("00867", "coercion", outcome=ConvictionOutcome.PENDING), False, id="charged with it"
        ),
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


def test_abuse_found_by_a_court_is_told_once() -> None:
    of = case(replace(FOUND_BY_COURT, victims=(EX_PARTNER,)))
    assert len(shows_perpetrator(of.facts)) == 1


def test_abuse_of_nobody_knows_whom_is_no_abuse_of_an_occupant() -> None:
    facts = case(FOUND_BY_COURT, lives_with=(EX_PARTNER,)).facts
    assert facts.history.abuse_by_person == ()
    assert facts.household.links == ()


def test_every_record_that_shows_it_is_told() -> None:
    of: Case = case(order(NO_CONTACT), THREATS, alert("RDV"), assessment())
    assert [type(record).__name__ for record in shows_perpetrator(of.facts)] == [
        "Alert",
        "DomesticAbuseEvent",
        "ProtectiveOrder",
    ]
