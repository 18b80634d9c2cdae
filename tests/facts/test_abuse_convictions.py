"""Which offences and breaches look like domestic abuse, and what that rests on."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from riskflag.casebook import (
    EX_PARTNER,
    HIM,
    MOTHER,
    NEIGHBOUR,
    PARTNER,
    Case,
    breach,
    case,
    conviction,
    order,
    term,
)
from riskflag.facts.abuse_convictions import Domestic, abuse_convictions
from riskflag.records import BreachOutcome, Conviction, ConvictionOutcome, NamedPerson, Record
from riskflag.vocabulary import OrderType, ProhibitionKind, Relationship, SourceRecordId

YES, NOT_KNOWN = Domestic.YES, Domestic.NOT_KNOWN
FEBRUARY = date(2026, 2, 1)
BROKE_RESTRAINING_ORDER = conviction("00831", "Breach of Restraining Order", on=FEBRUARY)
NAMESAKE = NamedPerson("Olga Example", Relationship.UNKNOWN)
SOMEBODY = NamedPerson("Pat Stranger", Relationship.UNKNOWN)
NO_CONTACT = term(ProhibitionKind.NO_CONTACT)
FAMILY = "spouse partner ex_spouse ex_partner parent sibling grandparent child stepchild other_relative"


def assault(*victims: NamedPerson, method: str = "", code: str = "00806") -> Conviction:
    return conviction(code, "assault", *victims, method=method)


def looked(of: Case) -> list[Domestic]:
    return [each.domestic for each in abuse_convictions(of.facts)]


@pytest.mark.parametrize("relationship", [pytest.param(each, id=each.value) for each in Relationship])
def test_harm_to_a_partner_or_relative_is_domestic_abuse(relationship: Relationship) -> None:
    hurt = assault(replace(SOMEBODY, relationship=relationship))
    assert looked(case(hurt)) == [YES] * (relationship.value in FAMILY.split())


@pytest.mark.parametrize(
    ("code", "description", "domestic"),
    [
        pytest.param("00806", "actual bodily harm", True, id="violence"),
        pytest.param("00801", "wounding", True, id="serious violence"),
        pytest.param("00865", "stalking", True, id="stalking"),
        pytest.param("00877", "strangulation", True, id="strangulation"),
        pytest.param("00301", "threats to kill", True, id="threats"),
        pytest.param("05602", "arson", True, id="arson"),
        pytest.param("00900", "damage", True, id="criminal damage"),
        pytest.param("01602", "a sexual offence", True, id="a sexual offence"),
        pytest.param("02800", "burglary", True, id="burglary"),
        pytest.param("03401", "robbery", True, id="robbery"),
        pytest.param("00826", "a blade in public", False, id="a blade in public"),
        pytest.param("07751", "drug supply", False, id="drug supply"),
        pytest.param("99999", "something", False, id="a code nobody knows, which is a task of its own"),
    ],
)
def test_which_offences_are_abuse_when_a_partner_is_the_victim(
    code: str, description: str, domestic: bool
) -> None:
    assert looked(case(conviction(code, description, PARTNER))) == [YES] * domestic


@pytest.mark.parametrize(
    ("changes", "domestic"),
    [
        pytest.param({"domestic_abuse_found": True}, [YES], id="the court found it"),
        pytest.param({"domestic_abuse_found": False}, [], id="the court found none, and no victim is named"),
        pytest.param({"domestic_abuse_found": None}, [], id="the court did not say"),
        pytest.param(
            {"domestic_abuse_found": True, "outcome": ConvictionOutcome.ACQUITTED}, [], id="acquitted"
        ),
        pytest.param({"domestic_abuse_found": True, "outcome": ConvictionOutcome.QUASHED}, [], id="quashed"),
        pytest.param({"domestic_abuse_found": True, "outcome": ConvictionOutcome.PENDING}, [], id="pending"),
        pytest.param(
            {"domestic_abuse_found": True, "outcome": ConvictionOutcome.CAUTIONED}, [YES], id="a caution"
        ),
        pytest.param({"offence_code": "00867"}, [YES], id="coercive control is domestic by its nature"),
        pytest.param({"offence_code": "06639"}, [YES], id="so is breach of a non-molestation order"),
        pytest.param({"offence_code": "06697"}, [YES], id="and of a forced marriage protection order"),
    ],
)
def test_what_the_court_or_the_offence_says(changes: dict[str, Any], domestic: list[Domestic]) -> None:
    shoplifting = conviction("04600", "Theft from a shop")
    assert looked(case(replace(shoplifting, **changes))) == domestic


@pytest.mark.parametrize(
    ("victims", "records", "domestic"),
    [
        pytest.param((EX_PARTNER,), (), [YES], id="the victim is his former partner"),
        pytest.param((NEIGHBOUR,), (), [], id="the victim is a neighbour"),
        pytest.param((SOMEBODY,), (), [NOT_KNOWN], id="nobody says what the victim is to him"),
        pytest.param((), (), [NOT_KNOWN], id="nobody is named and no order is on record"),
        pytest.param((), (order(NO_CONTACT),), [YES], id="the order on record protects his former partner"),
        pytest.param(
            (), (order(NO_CONTACT, protects=(NEIGHBOUR,)),), [], id="the order on record protects a neighbour"
        ),
        pytest.param(
            (NEIGHBOUR,), (order(NO_CONTACT),), [], id="the victim, a neighbour, goes before the order"
        ),
        pytest.param(
            (),
            (order(NO_CONTACT, protects=(NEIGHBOUR,)), order(NO_CONTACT, protects=(SOMEBODY,))),
            [NOT_KNOWN],
            id="one of two orders protects nobody knows whom",
        ),
        pytest.param((NEIGHBOUR, EX_PARTNER), (), [YES], id="one of two victims is his former partner"),
    ],
)
def test_breach_of_a_restraining_order_is_abuse_by_whom_it_protects(
    victims: tuple[NamedPerson, ...], records: tuple[Record, ...], domestic: list[Domestic]
) -> None:
    broke = replace(BROKE_RESTRAINING_ORDER, victims=victims)
    assert looked(case(broke, *records)) == domestic


@pytest.mark.parametrize(
    ("record", "domestic"),
    [
        pytest.param(assault(method="punched his partner in the street"), [YES], id="the method names her"),
        pytest.param(assault(method="PUSHED HIS MOTHER"), [YES], id="the method names his mother"),
        pytest.param(assault(method="hit his grandparents"), [YES], id="the method names grandparents"),
        pytest.param(assault(method="no partner involved"), [], id="the method denies it"),
        pytest.param(assault(method="fought a man named Wifely"), [], id="part of another word"),
        pytest.param(assault(method="hit a man in a pub"), [], id="the method names a stranger"),
        pytest.param(assault(NAMESAKE), [YES], id="a victim with his surname"),
        pytest.param(assault(SOMEBODY), [], id="a victim with another surname"),
        pytest.param(
            assault(replace(NAMESAKE, relationship=Relationship.NEIGHBOUR)), [], id="a neighbour of his name"
        ),
        pytest.param(assault(NEIGHBOUR, method="in front of his wife"), [], id="the victim is known"),
        pytest.param(
            assault(NEIGHBOUR, SOMEBODY, method="hit his wife"), [YES], id="one of two victims is not known"
        ),
        pytest.param(
            assault(method="shouted at his wife", code="00826"), [], id="an offence that harms nobody"
        ),
        pytest.param(
            replace(assault(NAMESAKE), outcome=ConvictionOutcome.PENDING), [], id="a charge that is pending"
        ),
    ],
)
def test_the_method_or_the_surname_may_suggest_kin(record: Record, domestic: list[Domestic]) -> None:
    assert looked(case(record)) == domestic


@pytest.mark.parametrize(
    ("name", "domestic"),
    [
        pytest.param("Neil Example", [YES], id="his surname"),
        pytest.param("Neil EXAMPLE", [YES], id="in capitals"),
        pytest.param("Neil Other", [], id="another surname"),
        pytest.param("Example", [], id="one word is no surname"),
    ],
)
def test_surnames_are_compared_by_the_last_word(name: str, domestic: list[Domestic]) -> None:
    assert looked(case(assault(NAMESAKE), person=replace(HIM, name=name))) == domestic


@pytest.mark.parametrize(
    ("records", "domestic"),
    [
        pytest.param((order(NO_CONTACT),), [YES], id="the order protects his former partner"),
        pytest.param((order(NO_CONTACT, protects=(MOTHER,)),), [YES], id="the order protects his mother"),
        pytest.param((order(NO_CONTACT, protects=(NEIGHBOUR,)),), [], id="the order protects a neighbour"),
        pytest.param((order(NO_CONTACT, protects=(SOMEBODY,)),), [NOT_KNOWN], id="nobody says what she is"),
        pytest.param((order(NO_CONTACT, protects=()),), [NOT_KNOWN], id="nobody wrote whom it protects"),
        pytest.param((), [NOT_KNOWN], id="no order is on record"),
        pytest.param(
            (order(NO_CONTACT, kind=OrderType.NON_MOLESTATION_ORDER, protects=()),),
            [YES],
            id="a non-molestation order is between relatives or partners",
        ),
        pytest.param(
            (order(kind=OrderType.CRIMINAL_BEHAVIOUR_ORDER, protects=()),),
            [],
            id="a criminal behaviour order that protects nobody",
        ),
        pytest.param(
            (order(kind=OrderType.CRIMINAL_BEHAVIOUR_ORDER, protects=(PARTNER,)),),
            [YES],
            id="a criminal behaviour order that protects his partner",
        ),
        pytest.param(
            (order(kind=OrderType.CRIMINAL_BEHAVIOUR_ORDER, protects=()), order(NO_CONTACT, protects=())),
            [NOT_KNOWN],
            id="one of two orders was made for somebody nobody wrote down",
        ),
    ],
)
@pytest.mark.parametrize("kind", [pytest.param(o, id=o.value) for o in BreachOutcome])
def test_a_breach_is_abuse_by_whom_the_order_protects(
    kind: BreachOutcome, records: tuple[Record, ...], domestic: list[Domestic]
) -> None:
    broken = breach(FEBRUARY, outcome=kind)
    expected = [] if kind is BreachOutcome.ALLEGED else domestic
    assert looked(case(broken, *records)) == expected


@pytest.mark.parametrize(
    ("kind", "domestic"),
    [
        pytest.param(OrderType.RESTRAINING_ORDER, [NOT_KNOWN], id="restraining order"),
        pytest.param(OrderType.RESTRAINING_ORDER_ON_ACQUITTAL, [NOT_KNOWN], id="on acquittal"),
        pytest.param(OrderType.HARASSMENT_INJUNCTION, [NOT_KNOWN], id="harassment injunction"),
        pytest.param(OrderType.STALKING_PROTECTION_ORDER, [NOT_KNOWN], id="stalking protection order"),
        pytest.param(OrderType.OCCUPATION_ORDER, [YES], id="occupation order"),
        pytest.param(OrderType.SEX_OFFENDER_NOTIFICATION, [], id="notification"),
    ],
)
def test_an_order_made_for_somebody_protects_somebody_though_nobody_is_named(
    kind: OrderType, domestic: list[Domestic]
) -> None:
    assert looked(case(breach(FEBRUARY), order(kind=kind, protects=()))) == domestic


@pytest.mark.parametrize(
    ("order_id", "domestic"),
    [
        pytest.param("EXAMPLE-2", [], id="the order broken protects a neighbour"),
        pytest.param("EXAMPLE-3", [YES], id="the order broken protects his former partner"),
        pytest.param("NOT-ON-RECORD", [YES], id="the order broken is not on record: any of them"),
        pytest.param(None, [YES], id="nobody says which was broken: any of them"),
    ],
)
def test_the_order_that_was_broken_decides(order_id: str | None, domestic: list[Domestic]) -> None:
    broken = replace(breach(FEBRUARY), order_id=order_id and SourceRecordId(order_id))
    given = case(broken, order(NO_CONTACT, protects=(NEIGHBOUR,)), order(NO_CONTACT))
    assert looked(given) == domestic


@pytest.mark.parametrize(
    ("made_on", "who", "domestic"),
    [
        pytest.param(date(2026, 2, 1), NEIGHBOUR, [], id="made the same day, for a neighbour"),
        pytest.param(None, NEIGHBOUR, [], id="nobody knows when it was made"),
        pytest.param(date(2026, 2, 2), NEIGHBOUR, [NOT_KNOWN], id="made only afterwards, for a neighbour"),
        pytest.param(date(2026, 2, 2), EX_PARTNER, [YES], id="made only afterwards, for his former partner"),
    ],
)
@pytest.mark.parametrize(
    "broken",
    [
        pytest.param(BROKE_RESTRAINING_ORDER, id="an offence"),
        pytest.param(breach(FEBRUARY), id="a breach"),
    ],
)
def test_an_order_made_after_the_breach_is_not_the_one_broken(
    broken: Record, made_on: date | None, who: NamedPerson, domestic: list[Domestic]
) -> None:
    assert looked(case(broken, order(NO_CONTACT, protects=(who,), made_on=made_on))) == domestic


def test_the_reason_names_nobody() -> None:
    given = case(assault(EX_PARTNER), replace(BROKE_RESTRAINING_ORDER, victims=(EX_PARTNER,)))
    reasons = " ".join(each.because for each in abuse_convictions(given.facts))
    assert reasons
    assert EX_PARTNER.name not in reasons
