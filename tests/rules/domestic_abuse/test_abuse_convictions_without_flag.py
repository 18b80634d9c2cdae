"""Convictions that look like domestic abuse where nothing flags it."""

from dataclasses import replace
from datetime import date

import pytest

from riskflag.casebook import (
    EX_PARTNER,
    FRIEND,
    MOTHER,
    NEIGHBOUR,
    Case,
    alert,
    assessment,
    breach,
    case,
    conviction,
    order,
    registration,
    term,
)
from riskflag.records import BreachOutcome, Conviction, ConvictionOutcome, NamedPerson, OrderBreach, Record
from riskflag.rules.domestic_abuse.abuse_convictions_without_flag import RULE
from riskflag.vocabulary import OrderType, ProhibitionKind, Relationship, Source
from tests.rules.answers import ACT, CANNOT_TELL, CLEAR, answer

SHOPKEEPER = NamedPerson("Jo Sample", Relationship.ACQUAINTANCE)
SOMEBODY = NamedPerson("Kit Sample")
SAME_SURNAME = NamedPerson("Lee Example")
BROKEN = conviction("00831", "breach of restraining order", on=date(2026, 2, 1))
NO_CONTACT = term(ProhibitionKind.NO_CONTACT)


def assault(
    *victims: NamedPerson,
    method: str = "",
    code: str = "10501",
    outcome: ConvictionOutcome = ConvictionOutcome.CONVICTED,
) -> Conviction:
    return conviction(code, "common assault", *victims, method=method, outcome=outcome)


def broke(outcome: BreachOutcome = BreachOutcome.CONVICTION) -> OrderBreach:
    return breach(date(2026, 2, 1), outcome=outcome)


def protecting(*people: NamedPerson, kind: OrderType = OrderType.RESTRAINING_ORDER) -> Record:
    return order(NO_CONTACT, protects=people, kind=kind)


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        pytest.param(case(assault(MOTHER)), ACT, id="an assault on his mother"),
        pytest.param(case(assault(EX_PARTNER, code="04900")), ACT, id="theft from a former partner"),
        pytest.param(case(assault(FRIEND)), CLEAR, id="an assault on a friend"),
        pytest.param(case(assault()), CLEAR, id="nobody recorded the victim, and the method is silent"),
        pytest.param(
            case(assault(method="pushed his ex-partner downstairs")), ACT, id="the method names an ex"
        ),
        pytest.param(case(assault(method="no partner involved")), CLEAR, id="the method denies it"),
        pytest.param(
            case(assault(SHOPKEEPER, method="in front of his wife")), CLEAR, id="the victim is a shopkeeper"
        ),
        pytest.param(case(assault(SAME_SURNAME)), ACT, id="an unexplained victim has his surname"),
        pytest.param(case(assault(SOMEBODY)), CLEAR, id="an unexplained victim has another surname"),
        pytest.param(case(assault(MOTHER, outcome=ConvictionOutcome.PENDING)), CLEAR, id="only charged"),
        pytest.param(case(assault(MOTHER, outcome=ConvictionOutcome.QUASHED)), CLEAR, id="quashed"),
        pytest.param(
            case(conviction("00867", "controlling behaviour")), ACT, id="coercive control by its nature"
        ),
        pytest.param(
            case(conviction("06639", "breach of non-molestation")), ACT, id="non-molestation order broken"
        ),
        pytest.param(
            case(replace(assault(SHOPKEEPER), domestic_abuse_found=True)),
            ACT,
            id="the court found domestic abuse",
        ),
    ],
)
def test_offences(of: Case, expected: str) -> None:
    assert answer(RULE, of) == expected


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        pytest.param(case(BROKEN, protecting(EX_PARTNER)), ACT, id="it protects a former partner"),
        pytest.param(case(BROKEN, protecting(MOTHER)), ACT, id="it protects his mother"),
        pytest.param(case(BROKEN, protecting(NEIGHBOUR)), CLEAR, id="it protects a neighbour"),
        pytest.param(case(BROKEN, protecting(SHOPKEEPER)), CLEAR, id="it protects a shopkeeper"),
        pytest.param(case(BROKEN, protecting(SOMEBODY)), CANNOT_TELL, id="nobody says what she is to him"),
        pytest.param(case(BROKEN), CANNOT_TELL, id="the order is not on record"),
        pytest.param(
            case(conviction("00831", "breach", EX_PARTNER), protecting(NEIGHBOUR)),
            ACT,
            id="the conviction names a former partner",
        ),
        pytest.param(case(broke(), protecting(EX_PARTNER)), ACT, id="a breach record, a former partner"),
        pytest.param(case(broke(), protecting(NEIGHBOUR)), CLEAR, id="a breach record, a neighbour"),
        pytest.param(case(broke()), CANNOT_TELL, id="a breach record and no order"),
        pytest.param(case(broke(BreachOutcome.ALLEGED), protecting(EX_PARTNER)), CLEAR, id="alleged only"),
        pytest.param(
            case(broke(), protecting(kind=OrderType.NON_MOLESTATION_ORDER)), ACT, id="a family court order"
        ),
        pytest.param(
            case(broke(), protecting(kind=OrderType.CRIMINAL_BEHAVIOUR_ORDER)), CLEAR, id="a behaviour order"
        ),
    ],
)
def test_broken_orders(of: Case, expected: str) -> None:
    assert answer(RULE, of) == expected


def test_a_breach_is_read_with_its_own_order() -> None:
    mine = replace(broke(), order_id="EXAMPLE-2")
    assert answer(RULE, case(mine, protecting(NEIGHBOUR), protecting(EX_PARTNER))) == CLEAR
    assert answer(RULE, case(mine, protecting(EX_PARTNER), protecting(NEIGHBOUR))) == ACT


@pytest.mark.parametrize(
    ("flag", "expected"),
    [
        pytest.param(registration("ADVP", "Domestic Abuse Perpetrator"), CLEAR, id="registered"),
        pytest.param(registration("REG30", "Domestic Abuse History"), CLEAR, id="registered history"),
        pytest.param(alert("RDV"), CLEAR, id="prison alert"),
        pytest.param(replace(assessment(), domestic_abuse_perpetrator=True), CLEAR, id="assessed"),
        pytest.param(
            registration("ADVP", "", ended_on=date(2026, 1, 1)), ACT, id="the registration was closed"
        ),
        pytest.param(registration("ADVV", "Domestic Abuse Victim"), ACT, id="flagged as a victim"),
        pytest.param(replace(assessment(), domestic_abuse_victim=True), ACT, id="assessed as a victim"),
    ],
)
def test_a_flag_answers_it(flag: Record, expected: str) -> None:
    assert answer(RULE, case(assault(MOTHER), flag)) == expected


@pytest.mark.parametrize(
    "source",
    [Source.ALERTS, Source.REGISTRATIONS, Source.RISK_ASSESSMENTS],
    ids=lambda source: f"{source.value} not asked",
)
def test_no_flag_seen_is_not_no_flag(source: Source) -> None:
    assert answer(RULE, case(assault(MOTHER), not_asked=(source,))) == CANNOT_TELL
