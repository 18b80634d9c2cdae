"""What shows a risk to children, and what children's services must have said to support an address."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from riskflag.casebook import (
    ASKED,
    CHILD_OF_NINE,
    EX_PARTNER,
    FRIEND,
    HIM,
    OTHER_TOWN,
    Case,
    abuse,
    alert,
    assessment,
    case,
    check,
    conviction,
    note,
    registration,
)
from riskflag.facts.risk_to_children import pregnancy, signs_of_risk_to_children, supporting_assessment
from riskflag.records import (
    AbuseRole,
    Address,
    Check,
    CheckKind,
    ConvictionOutcome,
    DomesticAbuseKind,
    NamedPerson,
    Record,
)
from riskflag.vocabulary import Relationship, RiskLevel
from tests.facts.bands import FLAT_IN_IT, NO_NUMBER

HURT_A_CHILD = conviction("00806", "ABH", CHILD_OF_NINE)
THREATENED = abuse(DomesticAbuseKind.THREATS, CHILD_OF_NINE)
SON = NamedPerson("Hal Sample", Relationship.CHILD)
SERVICES = replace(check(CheckKind.CHILDRENS_SERVICES), result="assessed: the address can go ahead")


def signs(*records: Record) -> bool:
    return bool(signs_of_risk_to_children(case(*records).facts))


@pytest.mark.parametrize(
    ("record", "shown"),
    [
        pytest.param(alert("RCC"), True, id="an alert"),
        pytest.param(alert("RCC", active_to=date(2026, 11, 21)), False, id="an alert closed yesterday"),
        pytest.param(registration("RCHD", "Risk to Children"), True, id="a register"),
        pytest.param(
            conviction("01612", "A sexual offence"), True, id="an offence against a child by nature"
        ),
        pytest.param(
            conviction("00102", "Murder of an infant"), True, id="violence against a child by nature"
        ),
        pytest.param(HURT_A_CHILD, True, id="violence, and the victim is a child"),
        pytest.param(
            replace(HURT_A_CHILD, outcome=ConvictionOutcome.PENDING), False, id="a charge that is pending"
        ),
        pytest.param(conviction("00806", "ABH", FRIEND), False, id="violence to a grown man"),
        pytest.param(conviction("00806", "ABH", SON), True, id="violence to his son of unknown age"),
        pytest.param(
            conviction("00806", "ABH", replace(SON, is_child=False)), False, id="violence to his grown son"
        ),
        pytest.param(
            conviction("00806", "ABH", replace(SON, relationship=Relationship.FRIEND)),
            False,
            id="violence to a friend of unknown age",
        ),
        pytest.param(THREATENED, True, id="abuse of a child"),
        pytest.param(replace(THREATENED, person_is=AbuseRole.VICTIM), False, id="abuse by a child"),
        pytest.param(replace(THREATENED, other=EX_PARTNER), False, id="abuse of a grown woman"),
        pytest.param(alert("XA"), False, id="an arsonist"),
    ],
)
def test_what_shows_a_risk_to_children(record: Record, shown: bool) -> None:
    assert signs(record) is shown


BORN_2000 = replace(FRIEND, date_of_birth=date(2000, 6, 1))


@pytest.mark.parametrize(
    ("changes", "born", "shown"),
    [
        pytest.param({"happened_on": date(2018, 5, 31)}, HIM.date_of_birth, True, id="eighteen the next day"),
        pytest.param({"happened_on": date(2018, 6, 1)}, HIM.date_of_birth, False, id="eighteen that day"),
        pytest.param(
            {"happened_on": None, "convicted_on": date(2018, 5, 31)}, HIM.date_of_birth, True, id="by verdict"
        ),
        pytest.param(
            {"happened_on": None, "convicted_on": None, "recorded_on": date(2018, 5, 31)},
            HIM.date_of_birth,
            True,
            id="by the day it was written down",
        ),
        pytest.param(
            {"happened_on": date(2015, 1, 1)}, date(1997, 1, 1), True, id="he was eighteen that day"
        ),
        pytest.param({"happened_on": date(2015, 1, 1)}, date(1997, 1, 2), False, id="he was seventeen"),
        pytest.param({"happened_on": date(2015, 1, 1)}, None, True, id="nobody knows how old he was"),
        pytest.param(
            {"happened_on": date(2015, 1, 1), "offence_code": "01612"},
            date(1997, 1, 2),
            True,
            id="he was seventeen, and the offence is against children",
        ),
    ],
)
def test_who_was_a_child_on_the_day(changes: dict[str, Any], born: date | None, shown: bool) -> None:
    hurt = replace(conviction("00806", "ABH", BORN_2000), **changes)
    facts = case(hurt, person=replace(HIM, date_of_birth=born)).facts
    assert bool(signs_of_risk_to_children(facts)) is shown


@pytest.mark.parametrize(
    ("levels", "shown"),
    [
        pytest.param([RiskLevel.LOW], False, id="low"),
        pytest.param([RiskLevel.MEDIUM], True, id="medium"),
        pytest.param([RiskLevel.HIGH], True, id="high"),
        pytest.param([RiskLevel.VERY_HIGH], True, id="very high"),
        pytest.param([None], False, id="not stated"),
        pytest.param([RiskLevel.HIGH, RiskLevel.LOW], False, id="high, since low"),
        pytest.param([RiskLevel.HIGH, None], True, id="high, since not stated"),
    ],
)
def test_the_newest_level_that_is_stated_counts(levels: list[RiskLevel | None], shown: bool) -> None:
    made = (
        replace(assessment(on=date(2026, 5, day)), to_children=level)
        for day, level in enumerate(levels, start=1)
    )
    assert signs(*made) is shown


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        pytest.param({"concerns": True, "result": "known"}, ["known"], id="a concern, in their words"),
        pytest.param(
            {"concerns": True, "result": ""}, ["children's services raise a concern"], id="without words"
        ),
        pytest.param({"concerns": False}, [], id="none"),
        pytest.param({"concerns": None}, [], id="not known"),
        pytest.param({"concerns": True, "kind": CheckKind.POLICE_DOMESTIC_ABUSE}, [], id="the police's"),
        pytest.param({"concerns": True, "address": OTHER_TOWN}, [], id="about another address"),
    ],
)
def test_a_concern_of_childrens_services_is_a_sign(changes: dict[str, Any], says: list[str]) -> None:
    found = signs_of_risk_to_children(case(replace(SERVICES, **changes)).facts)
    assert [words for _, words in found] == says


@pytest.mark.parametrize(
    ("words", "pregnant"),
    [
        pytest.param("his partner is pregnant", True, id="pregnant"),
        pytest.param("Pregnancy confirmed", True, id="pregnancy"),
        pytest.param("she is expecting a baby", True, id="expecting a baby"),
        pytest.param("expecting their child in May", True, id="expecting their child"),
        pytest.param("she is not pregnant", False, id="not pregnant"),
        pytest.param("no pregnancy", False, id="denied"),
        pytest.param("expecting a visit", False, id="expecting something else"),
        pytest.param("", False, id="nothing is written"),
    ],
)
def test_a_pregnancy_that_somebody_wrote_down(words: str, pregnant: bool) -> None:
    assert pregnancy(case(note(words)).facts) is pregnant
    assert pregnancy(case(asked=replace(ASKED, notes=words)).facts) is pregnant


@pytest.mark.parametrize(
    ("address", "found"),
    [
        pytest.param(None, True, id="the address in question"),
        pytest.param(NO_NUMBER, True, id="perhaps the address"),
        pytest.param(FLAT_IN_IT, False, id="a flat in the building"),
        pytest.param(OTHER_TOWN, False, id="another address"),
    ],
)
def test_a_pregnancy_at_the_address(address: Address | None, found: bool) -> None:
    assert pregnancy(case(note("she is pregnant", address=address)).facts) is found


@pytest.mark.parametrize(
    ("changes", "supports"),
    [
        pytest.param({}, True, id="assessed this month, no concerns"),
        pytest.param({"returned_on": date(2026, 8, 23)}, True, id="91 days ago"),
        pytest.param({"returned_on": date(2026, 8, 22)}, False, id="92 days ago"),
        pytest.param({"returned_on": date(2026, 11, 22)}, True, id="today"),
        pytest.param({"returned_on": date(2026, 11, 23)}, False, id="tomorrow, which cannot be"),
        pytest.param({"returned_on": None}, False, id="outstanding"),
        pytest.param({"concerns": True}, False, id="a concern"),
        pytest.param({"concerns": None}, False, id="nobody says whether there is a concern"),
        pytest.param({"result": "no trace"}, False, id="an answer to a routine enquiry"),
        pytest.param({"result": "no assessment has been made"}, False, id="an assessment that was not made"),
        pytest.param({"result": "see Assessment of 2 November"}, True, id="an assessment is referred to"),
        pytest.param({"kind": CheckKind.POLICE_DOMESTIC_ABUSE}, False, id="the police, not the services"),
        pytest.param({"address": OTHER_TOWN}, False, id="about another address"),
    ],
)
def test_an_assessment_that_supports_the_address(changes: dict[str, Any], supports: bool) -> None:
    assert (supporting_assessment(case(replace(SERVICES, **changes)).facts) is not None) is supports


@pytest.mark.parametrize(
    ("other", "supports"),
    [
        pytest.param(
            replace(SERVICES, concerns=True, returned_on=date(2026, 11, 11)),
            False,
            id="a concern a day later",
        ),
        pytest.param(replace(SERVICES, concerns=True), False, id="a concern on the same day"),
        pytest.param(
            replace(SERVICES, concerns=True, returned_on=date(2026, 11, 9)),
            True,
            id="a concern since settled",
        ),
        pytest.param(
            replace(SERVICES, concerns=True, returned_on=date(2026, 11, 11), recorded_on=date(2026, 10, 1)),
            False,
            id="a later concern, asked for earlier",
        ),
        pytest.param(
            replace(SERVICES, result="no trace", returned_on=date(2026, 11, 11)), False, id="a later routine"
        ),
        pytest.param(replace(SERVICES, returned_on=None), True, id="another that is outstanding"),
    ],
)
def test_their_last_answer_counts(other: Check, supports: bool) -> None:
    of: Case = case(SERVICES, other)
    assert (supporting_assessment(of.facts) is not None) is supports
