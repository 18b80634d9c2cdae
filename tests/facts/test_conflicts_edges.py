"""Every pair of flags that deny each other, every word that takes one back, and days that may coincide."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from riskflag.casebook import (
    HIM,
    OTHER_TOWN,
    PROPOSED,
    alert,
    case,
    condition,
    conviction,
    order,
    own_address,
    registration,
    term,
)
from riskflag.facts.conflicts import (
    discharged_without_evidence,
    duplicate_records,
    impossible_dates,
    opposite_flags,
    required_and_forbidden,
    taken_back_in_words,
)
from riskflag.records import AddressUse, Prohibition, Record, Variation
from riskflag.vocabulary import ProhibitionKind

ORDER = order(term(ProhibitionKind.NO_CONTACT))
DAY, DAY_BEFORE = date(2025, 3, 3), date(2025, 3, 2)
CLOSED = date(2026, 11, 21)
AWAY = term(ProhibitionKind.NO_CONTACT)
VARIED_TO_END_FIRST = Variation(date(2025, 6, 1), True, (replace(AWAY, ends_on=DAY_BEFORE),))
CURFEW_THERE = term(ProhibitionKind.CURFEW_AT, "to stay in at night", PROPOSED)
KEEP_OUT_OF_IT = term(ProhibitionKind.NO_ENTER_ADDRESS, "not to go there", PROPOSED)
KEEP_OUT_OF_ANOTHER = term(ProhibitionKind.NO_ENTER_ADDRESS, "not to go there", OTHER_TOWN)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(alert("SOR"), alert("SONR"), id="registered, and need not register"),
        pytest.param(
            registration("ARSO", ""), registration("ANSO", ""), id="the same in probation's registers"
        ),
        pytest.param(alert("P77"), registration("NOTMAPPA", ""), id="managed, and not eligible"),
        pytest.param(alert("CC1"), alert("CC4"), id="no contact with children, and no restriction"),
        pytest.param(alert("CC2"), alert("CC4"), id="limited contact with children, and no restriction"),
    ],
)
def test_flags_that_cannot_both_be_right(one: Record, other: Record) -> None:
    assert len(opposite_flags(case(one, other).facts)) == 2
    assert opposite_flags(case(one).facts) == opposite_flags(case(other).facts) == ()


def test_a_flag_in_two_conflicts_is_told_once() -> None:
    found = opposite_flags(case(alert("P22"), alert("SONR"), registration("NOTMAPPA", "")).facts)
    assert len(found) == 3


@pytest.mark.parametrize(
    "words",
    [
        "order lifted",
        "order discharged in May",
        "EXPIRED 2024",
        "licence revoked",
        "charge withdrawn",
        "conviction quashed",
        "no longer a concern",
        "order not in force",
        "entered in error",
    ],
)
def test_words_that_take_a_flag_back(words: str) -> None:
    assert taken_back_in_words(case(alert("OHCO", words)).facts)
    assert taken_back_in_words(case(replace(registration("ADVP", ""), notes=words)).facts)
    assert not taken_back_in_words(case(alert("OHCO", words, active_to=CLOSED)).facts)


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        pytest.param({"discharged_on": DAY, "discharge_evidence": None}, True, id="nothing shows it"),
        pytest.param({"discharged_on": DAY, "discharge_evidence": " "}, True, id="a blank shows nothing"),
        pytest.param({"discharged_on": DAY, "discharge_evidence": "sealed order"}, False, id="it was seen"),
        pytest.param(
            {"discharged_on": DAY, "expires_on": CLOSED, "duration_wording": None}, False, id="over anyhow"
        ),
    ],
)
def test_an_order_merely_said_to_be_over(changes: dict[str, Any], found: bool) -> None:
    assert bool(discharged_without_evidence(case(replace(ORDER, **changes)).facts)) is found


@pytest.mark.parametrize(
    ("record", "found"),
    [
        pytest.param(replace(ORDER, expires_on=DAY), False, id="an order ends on the day it was made"),
        pytest.param(replace(ORDER, expires_on=DAY_BEFORE), True, id="an order ends the day before"),
        pytest.param(replace(ORDER, discharged_on=DAY_BEFORE), True, id="discharged the day before"),
        pytest.param(replace(ORDER, served_on=DAY_BEFORE), True, id="served the day before"),
        pytest.param(replace(ORDER, made_on=None, served_on=DAY_BEFORE), False, id="nobody knows when made"),
        pytest.param(conviction("04600", "theft", on=DAY), False, id="convicted on the day of the offence"),
        pytest.param(
            replace(conviction("04600", "theft", on=DAY), convicted_on=DAY_BEFORE), True, id="a day before it"
        ),
        pytest.param(
            replace(conviction("04600", "theft", on=DAY), convicted_on=None), False, id="nobody knows when"
        ),
        pytest.param(replace(alert("XA"), active_from=DAY, active_to=DAY), False, id="an alert of one day"),
        pytest.param(replace(alert("XA"), active_from=DAY, active_to=DAY_BEFORE), True, id="closed first"),
        pytest.param(
            replace(registration("ADVP", ""), started_on=DAY, ended_on=DAY_BEFORE), True, id="ended first"
        ),
        pytest.param(replace(registration("ADVP", ""), started_on=DAY, ended_on=DAY), False, id="one day"),
        pytest.param(
            order(replace(AWAY, ends_on=DAY_BEFORE), made_on=DAY),
            True,
            id="a term that ended before its order",
        ),
        pytest.param(
            order(replace(AWAY, ends_on=DAY), made_on=DAY), False, id="a term of the order's first day"
        ),
        pytest.param(
            replace(order(AWAY, made_on=DAY), variations=(VARIED_TO_END_FIRST,)), True, id="so in a variation"
        ),
        pytest.param(
            replace(condition(AWAY), starts_on=DAY, ends_on=DAY_BEFORE),
            True,
            id="a condition that ended first",
        ),
        pytest.param(
            replace(condition(replace(AWAY, ends_on=DAY_BEFORE)), starts_on=DAY), True, id="so in its words"
        ),
        pytest.param(
            replace(condition(AWAY), starts_on=DAY, ends_on=DAY), False, id="a condition of one day"
        ),
        pytest.param(
            replace(own_address(PROPOSED, AddressUse.MAIN), starts_on=DAY, ends_on=DAY_BEFORE),
            True,
            id="an address left first",
        ),
        pytest.param(
            replace(own_address(PROPOSED, AddressUse.MAIN), starts_on=DAY, ends_on=DAY), False, id="one night"
        ),
    ],
)
def test_days_may_coincide_and_not_be_turned_round(record: Record, found: bool) -> None:
    assert bool(impossible_dates(case(record).facts)) is found


@pytest.mark.parametrize(
    ("terms", "found"),
    [
        pytest.param((CURFEW_THERE, KEEP_OUT_OF_IT), True, id="a curfew at the house it keeps him out of"),
        pytest.param((KEEP_OUT_OF_IT, CURFEW_THERE), True, id="in the other order"),
        pytest.param((CURFEW_THERE, KEEP_OUT_OF_ANOTHER), False, id="two houses"),
        pytest.param((CURFEW_THERE,), False, id="a curfew alone"),
        pytest.param((CURFEW_THERE, AWAY), False, id="a term that names no house"),
    ],
)
def test_an_order_that_requires_what_it_forbids_gainsays_itself(
    terms: tuple[Prohibition, ...], found: bool
) -> None:
    assert bool(required_and_forbidden(case(order(*terms)).facts)) is found


def test_an_order_that_is_over_may_have_gainsaid_itself() -> None:
    over = order(CURFEW_THERE, KEEP_OUT_OF_IT, expires_on=date(2025, 6, 1))
    assert required_and_forbidden(case(over).facts) == ()


@pytest.mark.parametrize(
    ("born", "found"),
    [
        pytest.param(DAY, False, id="born on the day of the offence, as far as dates go"),
        pytest.param(date(2025, 3, 4), True, id="born the day after"),
    ],
)
def test_nobody_offends_before_birth(born: date, found: bool) -> None:
    of = case(conviction("04600", "theft", on=DAY), person=replace(HIM, date_of_birth=born))
    assert bool(impossible_dates(of.facts)) is found


@pytest.mark.parametrize(
    ("code", "found"),
    [pytest.param("DOFF", True, id="duplicates"), pytest.param("ADVP", False, id="another register")],
)
def test_duplicates_are_told_while_the_entry_is_open(code: str, found: bool) -> None:
    entry = registration(code, "")
    assert bool(duplicate_records(case(entry).facts)) is found
    assert bool(duplicate_records(case(replace(entry, ended_on=date(2026, 11, 22))).facts)) is found
    assert not duplicate_records(case(replace(entry, ended_on=CLOSED)).facts)
