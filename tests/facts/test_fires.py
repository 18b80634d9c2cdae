"""Which records show a fire, and when a single one says little today."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from riskflag.casebook import (
    EX_PARTNER,
    HIM,
    Case,
    abuse,
    alert,
    assessment,
    case,
    conviction,
    custody,
    registration,
)
from riskflag.facts.fires import fire_records, quoted, single_fire_of_a_child, single_old_and_assessed
from riskflag.records import (
    AbuseRole,
    Conviction,
    ConvictionOutcome,
    CustodyEventKind,
    DomesticAbuseKind,
    Record,
)

ARSON = conviction("05602", "Arson", on=date(2016, 11, 21))
ASSESSED = replace(assessment(), fire_setting=False)
BORN = HIM.date_of_birth
DAMAGE = conviction("00900", "Criminal damage")


@pytest.mark.parametrize(
    ("record", "shown"),
    [
        pytest.param(ARSON, True, id="arson"),
        pytest.param(replace(ARSON, outcome=ConvictionOutcome.PENDING), False, id="charged with arson"),
        pytest.param(replace(ARSON, outcome=ConvictionOutcome.CAUTIONED), True, id="cautioned for arson"),
        pytest.param(DAMAGE, False, id="damage"),
        pytest.param(replace(DAMAGE, method="threw a petrol bomb"), True, id="damage by a petrol bomb"),
        pytest.param(
            replace(DAMAGE, method="set a fire", outcome=ConvictionOutcome.ACQUITTED), False, id="acquitted"
        ),
        pytest.param(replace(DAMAGE, method="no fire-setting"), False, id="the method denies it"),
        pytest.param(alert("XA"), True, id="an arsonist by alert"),
        pytest.param(alert("XA", active_to=date(2026, 11, 21)), False, id="by an alert closed yesterday"),
        pytest.param(alert("XVL", "threatens to burn down the wing"), True, id="an alert about a threat"),
        pytest.param(
            alert("XVL", "set fire to his cell", active_to=date(2026, 1, 1)), False, id="that was closed"
        ),
        pytest.param(
            replace(registration("AV2S", "Risk to Staff"), notes="arsonist"), True, id="notes on a register"
        ),
        pytest.param(replace(ASSESSED, fire_setting=True), True, id="assessed so"),
        pytest.param(ASSESSED, False, id="assessed and not found"),
        pytest.param(assessment(words="set light to her car"), True, id="words of an assessment"),
        pytest.param(
            custody(CustodyEventKind.VIOLENCE, date(2026, 3, 2), "set alight a mattress"), True, id="custody"
        ),
        pytest.param(
            abuse(DomesticAbuseKind.THREATS, EX_PARTNER, words="said he would burn her house"),
            True,
            id="he threatened to burn her house",
        ),
        pytest.param(
            abuse(DomesticAbuseKind.THREATS, EX_PARTNER, words="burn the house", role=AbuseRole.VICTIM),
            False,
            id="she threatened him",
        ),
        pytest.param(
            conviction("00301", "Threats to kill", EX_PARTNER, method="petrol bomb"),
            True,
            id="of his partner",
        ),
        pytest.param(alert("XVL", "fire alarm tested"), False, id="a fire alarm"),
    ],
)
def test_what_shows_a_fire(record: Record, shown: bool) -> None:
    assert bool(fire_records(case(record).facts)) is shown


def test_one_record_is_told_once() -> None:
    arson = replace(ARSON, method="set fire to her door", victims=(EX_PARTNER,))
    assert len(fire_records(case(arson).facts)) == 1


def old(of: Case) -> bool:
    return single_old_and_assessed(fire_records(of.facts), of.facts)


@pytest.mark.parametrize(
    ("of", "history"),
    [
        pytest.param(case(ARSON, ASSESSED), True, id="over ten years ago, assessed since"),
        pytest.param(
            case(replace(ARSON, happened_on=date(2016, 11, 22)), ASSESSED), False, id="ten years to the day"
        ),
        pytest.param(
            case(replace(ARSON, happened_on=None, convicted_on=date(2015, 5, 5)), ASSESSED),
            True,
            id="by the day of conviction",
        ),
        pytest.param(
            case(replace(ARSON, happened_on=None, convicted_on=None), ASSESSED), False, id="nobody dated it"
        ),
        pytest.param(case(ARSON, assessment()), False, id="the assessment does not say"),
        pytest.param(
            case(ARSON, replace(ASSESSED, happened_on=date(2010, 1, 1))), False, id="made before it"
        ),
        pytest.param(
            case(ARSON, replace(ASSESSED, happened_on=ARSON.happened_on)), False, id="made the same day"
        ),
        pytest.param(case(ARSON, routine=False), False, id="nobody assessed him"),
        pytest.param(
            case(ARSON, ASSESSED, replace(assessment(), happened_on=date(2026, 11, 3))),
            False,
            id="the newest assessment does not say",
        ),
        pytest.param(case(ARSON, ARSON, ASSESSED), False, id="two fires"),
        pytest.param(case(alert("XA"), ASSESSED), False, id="an alert, which dates no fire"),
        pytest.param(case(ARSON, alert("XA"), ASSESSED), False, id="a fire and an alert"),
    ],
)
def test_a_single_fire_long_ago_and_assessed_since(of: Case, history: bool) -> None:
    assert old(of) is history


def of_a_child(offence: Conviction, born: date | None = BORN) -> bool:
    facts = case(offence, person=replace(HIM, date_of_birth=born)).facts
    return single_fire_of_a_child(fire_records(facts), facts)


@pytest.mark.parametrize(
    ("changes", "child"),
    [
        pytest.param({"happened_on": date(2002, 3, 13)}, True, id="fourteen the next day"),
        pytest.param({"happened_on": date(2002, 3, 14)}, False, id="fourteen that day"),
        pytest.param({"happened_on": None}, False, id="nobody knows when"),
        pytest.param(
            {"happened_on": date(2000, 1, 1), "offence_code": "05601"}, False, id="endangering life by code"
        ),
        pytest.param(
            {"happened_on": date(2000, 1, 1), "description": "Arson endangering life"}, False, id="in words"
        ),
        pytest.param(
            {"happened_on": date(2000, 1, 1), "description": "Arson, s.1(2) and (3)"}, False, id="by section"
        ),
        pytest.param(
            {"happened_on": date(2000, 1, 1), "description": "Arson not endangering life"}, True, id="not so"
        ),
        pytest.param(
            {"happened_on": date(2000, 1, 1), "method": "set fire to a door, endangering those asleep"},
            False,
            id="endangering life by how it was done",
        ),
    ],
)
def test_a_single_fire_of_a_young_child(changes: dict[str, Any], child: bool) -> None:
    assert of_a_child(replace(ARSON, **changes)) is child


@pytest.mark.parametrize(
    ("born", "child"),
    [
        pytest.param(None, False, id="nobody knows when he was born"),
        pytest.param(date(2016, 11, 22), False, id="born after the fire, which cannot be"),
        pytest.param(date(2004, 1, 1), True, id="twelve years old"),
        pytest.param(date(1990, 1, 1), False, id="a grown man"),
    ],
)
def test_his_age_on_the_day_counts(born: date | None, child: bool) -> None:
    assert of_a_child(ARSON, born) is child


def test_no_fire_is_no_single_fire() -> None:
    facts = case(ASSESSED).facts
    assert not single_old_and_assessed((), facts)
    assert not single_fire_of_a_child((), facts)


def test_two_fires_of_a_child_are_no_single_fire() -> None:
    young = replace(ARSON, happened_on=date(2000, 1, 1))
    facts = case(young, young).facts
    assert not single_fire_of_a_child(fire_records(facts), facts)


@pytest.mark.parametrize(
    ("record", "says"),
    [
        pytest.param(ARSON, "Arson (convicted)", id="an offence"),
        pytest.param(replace(ARSON, method="lit a bin"), "Arson (convicted): lit a bin", id="and how"),
        pytest.param(
            replace(assessment(), fire_setting=True),
            "OASys layer 3: fire-setting is recorded",
            id="an assessment without words",
        ),
        pytest.param(assessment(words="set a fire in 2019"), "set a fire in 2019", id="one with words"),
        pytest.param(alert("XA", "two cells"), "alert XA two cells", id="an alert"),
    ],
)
def test_what_evidence_quotes(record: Record, says: str) -> None:
    assert quoted(record) == says
