"""What a court has still to decide, on the days around each limit."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from riskflag.casebook import ASKED, EX_PARTNER, MOTHER, RELEASE, TODAY, Case, case, order, term
from riskflag.facts.undecided import UndecidedKind
from riskflag.records import NamedPerson, OrderRole, ProtectiveOrder
from riskflag.vocabulary import OrderType, ProhibitionKind

NOTICE, TO_CONFIRM = UndecidedKind.NOTICE, UndecidedKind.NOTICE_TO_CONFIRM
INTERIM, HEARING = UndecidedKind.INTERIM_ORDER, UndecidedKind.HEARING
NO_CONTACT = term(ProhibitionKind.NO_CONTACT)
OLD_LAW, OLD_ORDER = (
    OrderType.DOMESTIC_VIOLENCE_PROTECTION_NOTICE,
    OrderType.DOMESTIC_VIOLENCE_PROTECTION_ORDER,
)
NEW_LAW, NEW_ORDER = OrderType.DOMESTIC_ABUSE_PROTECTION_NOTICE, OrderType.DOMESTIC_ABUSE_PROTECTION_ORDER
SERVED = TODAY - timedelta(days=3)


def kinds(of: Case) -> list[UndecidedKind]:
    return [each.kind for each in of.facts.undecided]


@pytest.mark.parametrize(
    "type_of_notice", [pytest.param(OLD_LAW, id="2010"), pytest.param(NEW_LAW, id="2021")]
)
@pytest.mark.parametrize(
    ("made_on", "expected"),
    [
        pytest.param(TODAY, [NOTICE], id="given today"),
        pytest.param(TODAY - timedelta(days=28), [NOTICE], id="given 28 days ago"),
        pytest.param(TODAY - timedelta(days=29), [TO_CONFIRM], id="given 29 days ago"),
        pytest.param(None, [NOTICE], id="nobody knows when it was given"),
    ],
)
def test_a_notice_without_a_decision(
    type_of_notice: OrderType, made_on: date | None, expected: list[UndecidedKind]
) -> None:
    assert kinds(case(order(NO_CONTACT, kind=type_of_notice, made_on=made_on))) == expected


def test_the_recorded_end_of_a_notice_does_not_end_it() -> None:
    over = order(NO_CONTACT, kind=NEW_LAW, made_on=SERVED, expires_on=SERVED + timedelta(days=2))
    assert kinds(case(over)) == [NOTICE]


@pytest.mark.parametrize(
    ("decision", "expected"),
    [
        pytest.param(order(NO_CONTACT, kind=NEW_ORDER, made_on=SERVED), [], id="an order the same day"),
        pytest.param(order(NO_CONTACT, kind=NEW_ORDER, made_on=TODAY), [], id="an order since"),
        pytest.param(
            order(NO_CONTACT, kind=OLD_ORDER, made_on=TODAY), [TO_CONFIRM], id="an order of the other Act"
        ),
        pytest.param(
            order(NO_CONTACT, kind=OLD_ORDER, made_on=SERVED, expires_on=TODAY - timedelta(days=1)),
            [TO_CONFIRM],
            id="an order of the other Act, which has ended",
        ),
        pytest.param(
            order(NO_CONTACT, kind=NEW_ORDER, made_on=TODAY, protects=(MOTHER,)),
            [TO_CONFIRM],
            id="an order for somebody else",
        ),
        pytest.param(
            order(NO_CONTACT, kind=NEW_ORDER, made_on=TODAY, protects=(MOTHER, EX_PARTNER)),
            [],
            id="an order for her and somebody else",
        ),
        pytest.param(
            order(NO_CONTACT, kind=NEW_ORDER, made_on=TODAY, protects=(NamedPerson("Beth Sample"),)),
            [TO_CONFIRM],
            id="an order for somebody who has only her name",
        ),
        pytest.param(
            order(NO_CONTACT, kind=NEW_ORDER, made_on=TODAY, interim=True),
            [TO_CONFIRM, INTERIM],
            id="an interim order",
        ),
        pytest.param(
            order(NO_CONTACT, kind=NEW_ORDER, made_on=SERVED - timedelta(days=1)),
            [NOTICE],
            id="an order made the day before the notice",
        ),
        pytest.param(
            order(NO_CONTACT, kind=NEW_ORDER, made_on=None), [NOTICE], id="an order nobody can date"
        ),
        pytest.param(
            order(NO_CONTACT, kind=NEW_ORDER, made_on=SERVED, expires_on=TODAY - timedelta(days=1)),
            [],
            id="an order since, which has ended",
        ),
        pytest.param(
            order(NO_CONTACT, kind=OrderType.NON_MOLESTATION_ORDER, made_on=TODAY),
            [NOTICE],
            id="an order of another kind decides nothing",
        ),
        pytest.param(
            replace(order(NO_CONTACT, kind=NEW_ORDER, made_on=TODAY), person_is=OrderRole.PROTECTED),
            [NOTICE],
            id="an order that protects the person",
        ),
    ],
)
def test_an_order_after_the_notice(decision: ProtectiveOrder, expected: list[UndecidedKind]) -> None:
    assert kinds(case(order(NO_CONTACT, kind=NEW_LAW, made_on=SERVED), decision)) == expected


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        pytest.param({}, [INTERIM], id="interim"),
        pytest.param({"interim": False}, [], id="final"),
        pytest.param({"expires_on": TODAY, "duration_wording": None}, [INTERIM], id="on its last day"),
        pytest.param(
            {"expires_on": TODAY - timedelta(days=1), "duration_wording": None}, [], id="ended yesterday"
        ),
        pytest.param({"order_type": OrderType.COURT_BAIL}, [], id="bail is always interim"),
        pytest.param({"order_type": OrderType.POLICE_BAIL}, [], id="so is police bail"),
        pytest.param({"discharged_on": TODAY}, [INTERIM], id="said to be discharged"),
        pytest.param(
            {"discharged_on": TODAY, "discharge_evidence": "sealed order"}, [], id="discharged with evidence"
        ),
        pytest.param({"person_is": OrderRole.PROTECTED}, [], id="it protects the person"),
    ],
)
def test_an_interim_order(changes: dict[str, Any], expected: list[UndecidedKind]) -> None:
    assert kinds(case(replace(order(NO_CONTACT, interim=True), **changes))) == expected


@pytest.mark.parametrize(
    ("hearing", "release", "close"),
    [
        pytest.param(RELEASE, RELEASE, True, id="on the day of release"),
        pytest.param(RELEASE + timedelta(days=14), RELEASE, True, id="two weeks after release"),
        pytest.param(RELEASE + timedelta(days=15), RELEASE, False, id="fifteen days after"),
        pytest.param(TODAY, TODAY + timedelta(days=14), True, id="today, two weeks before release"),
        pytest.param(TODAY, TODAY + timedelta(days=15), False, id="today, fifteen days before"),
        pytest.param(TODAY - timedelta(days=1), TODAY, False, id="it was yesterday"),
        pytest.param(TODAY + timedelta(days=300), None, True, id="nobody knows the day of release"),
        pytest.param(
            TODAY + timedelta(days=14),
            TODAY - timedelta(days=200),
            True,
            id="released long ago: two weeks from now",
        ),
        pytest.param(
            TODAY + timedelta(days=15),
            TODAY - timedelta(days=200),
            False,
            id="released long ago: fifteen days from now",
        ),
    ],
)
def test_a_hearing_close_to_release(hearing: date, release: date | None, close: bool) -> None:
    heard = replace(order(NO_CONTACT), hearing_on=hearing)
    of = case(heard, asked=replace(ASKED, release_date=release))
    assert kinds(of) == ([HEARING] if close else [])


def test_a_notice_that_an_order_decided_is_not_interim_either() -> None:
    notice = order(NO_CONTACT, kind=NEW_LAW, made_on=SERVED, interim=True)
    assert kinds(case(notice, order(NO_CONTACT, kind=NEW_ORDER, made_on=TODAY))) == []


def test_a_hearing_that_is_still_to_come_counts_although_an_order_was_made() -> None:
    notice = replace(order(NO_CONTACT, kind=NEW_LAW, made_on=SERVED), hearing_on=RELEASE)
    assert kinds(case(notice, order(NO_CONTACT, kind=NEW_ORDER, made_on=TODAY))) == [HEARING]


def test_one_order_may_be_undecided_in_every_way() -> None:
    notice = replace(order(NO_CONTACT, kind=NEW_LAW, made_on=SERVED, interim=True), hearing_on=TODAY)
    assert kinds(case(notice)) == [NOTICE, INTERIM, HEARING]
