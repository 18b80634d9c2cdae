"""Offences and abuse located at the proposed address."""

from dataclasses import replace
from datetime import date

import pytest

from riskflag.casebook import (
    HER,
    NEIGHBOUR,
    OTHER_TOWN,
    PARTNER,
    PROPOSED,
    SAME_STREET,
    Case,
    abuse,
    case,
    check,
    conversation,
    conviction,
    decision,
)
from riskflag.records import (
    AbuseRole,
    Address,
    CheckKind,
    ConvictionOutcome,
    DecisionKind,
    DomesticAbuseKind,
    NamedPerson,
    Record,
)
from riskflag.rules.domestic_abuse.offence_took_place_at_address import RULE
from riskflag.vocabulary import Uprn
from tests.rules.answers import ACT, CLEAR, STOP, answer

SHOP_BELOW = replace(
    PROPOSED,
    text="Ground floor, 5 Elder Row, Fernhill, ZZ1 1AA",
    uprn=Uprn("990000000009"),
    unit="Ground floor",
)
FLAT_ABOVE = replace(
    PROPOSED, text="Flat 2, 5 Elder Row, Fernhill, ZZ1 1AA", uprn=Uprn("990000000008"), unit="Flat 2"
)
STREET_ONLY = Address("Elder Row, Fernhill", street="Elder Row", town="Fernhill")
ONLY_A_NAME = NamedPerson("Alice Sample")


def assault(
    at: Address | None = PROPOSED,
    outcome: ConvictionOutcome = ConvictionOutcome.CONVICTED,
    *victims: NamedPerson,
) -> Record:
    return conviction("10501", "common assault", *victims, location=at, outcome=outcome)


def event(role: AbuseRole, at: Address | None = PROPOSED) -> Record:
    return replace(abuse(DomesticAbuseKind.DAMAGE, PARTNER, role=role), at=at)


WITH_VICTIM = assault(PROPOSED, ConvictionOutcome.CONVICTED, PARTNER)


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        pytest.param(case(assault()), ACT, id="an assault at this very address"),
        pytest.param(case(WITH_VICTIM), ACT, id="the victim is not said to live there"),
        pytest.param(case(WITH_VICTIM, lives_with=(PARTNER,)), STOP, id="the victim still lives there"),
        pytest.param(
            case(WITH_VICTIM, lives_with=(ONLY_A_NAME,)), ACT, id="somebody of her name lives there"
        ),
        pytest.param(case(WITH_VICTIM, lives_with=(NEIGHBOUR,)), ACT, id="somebody else lives there now"),
        pytest.param(case(assault(outcome=ConvictionOutcome.PENDING)), ACT, id="charged, not yet tried"),
        pytest.param(case(assault(outcome=ConvictionOutcome.ACQUITTED)), CLEAR, id="acquitted"),
        pytest.param(case(assault(outcome=ConvictionOutcome.QUASHED)), CLEAR, id="quashed"),
        pytest.param(case(assault(SAME_STREET)), CLEAR, id="two doors away"),
        pytest.param(case(assault(OTHER_TOWN)), CLEAR, id="in another town"),
        pytest.param(case(assault(None)), CLEAR, id="nobody recorded where"),
        pytest.param(case(assault(STREET_ONLY)), ACT, id="somewhere in the street: confirm"),
        pytest.param(case(assault(FLAT_ABOVE)), ACT, id="an assault in the flat above"),
        pytest.param(
            case(conviction("04600", "shoplifting", location=SHOP_BELOW)),
            CLEAR,
            id="theft from the shop below",
        ),
        pytest.param(
            case(conviction("99999", "unknown", location=SHOP_BELOW)), ACT, id="an offence nobody can look up"
        ),
        pytest.param(
            case(conviction("04600", "shoplifting", location=PROPOSED)), ACT, id="theft at this address"
        ),
        pytest.param(case(event(AbuseRole.PERPETRATOR)), ACT, id="abuse at this address, no conviction"),
        pytest.param(
            case(event(AbuseRole.PERPETRATOR), lives_with=(PARTNER,)), STOP, id="and she still lives there"
        ),
        pytest.param(case(event(AbuseRole.VICTIM), person=HER), CLEAR, id="it was done to the person"),
        pytest.param(case(event(AbuseRole.PERPETRATOR, OTHER_TOWN)), CLEAR, id="abuse somewhere else"),
    ],
)
def test_where_it_happened(of: Case, expected: str) -> None:
    assert answer(RULE, of) == expected


CHECKS = (check(CheckKind.POLICE_DOMESTIC_ABUSE), check(CheckKind.CHILDRENS_SERVICES))
APPROVED = replace(
    decision(DecisionKind.APPROVED, "may live there"),
    happened_on=date(2026, 11, 15),
    victim_contact_plan="a number to ring at night",
)
SPOKEN_TO = conversation(PARTNER)


@pytest.mark.parametrize(
    ("records", "expected"),
    [
        pytest.param((WITH_VICTIM, APPROVED, SPOKEN_TO), ACT, id="she agreed, and a senior officer approved"),
        pytest.param((WITH_VICTIM, APPROVED), STOP, id="approved, and nobody spoke to her"),
        pytest.param((WITH_VICTIM, SPOKEN_TO), STOP, id="she agreed, and nobody decided"),
        pytest.param(
            (WITH_VICTIM, replace(APPROVED, victim_contact_plan=""), SPOKEN_TO),
            STOP,
            id="approved without a plan by which she can reach help",
        ),
        pytest.param(
            (WITH_VICTIM, replace(APPROVED, decided_by="probation officer"), SPOKEN_TO),
            STOP,
            id="approved by somebody too junior",
        ),
        pytest.param(
            (replace(WITH_VICTIM, happened_on=date(2026, 11, 18)), APPROVED, SPOKEN_TO),
            STOP,
            id="he hit her after the approval",
        ),
        pytest.param(
            (WITH_VICTIM, assault(PROPOSED, ConvictionOutcome.PENDING, PARTNER), APPROVED, SPOKEN_TO),
            STOP,
            id="a new charge there, which the approval did not weigh",
        ),
    ],
)
def test_a_senior_decision_about_her_holds_here_too(records: tuple[Record, ...], expected: str) -> None:
    assert answer(RULE, case(*records, *CHECKS, lives_with=(PARTNER,))) == expected
