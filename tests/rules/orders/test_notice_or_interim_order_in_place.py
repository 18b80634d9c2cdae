"""What a court has still to decide: notices never end by themselves, interim orders, bail and hearings."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from riskflag.casebook import (
    ASKED,
    EX_PARTNER,
    FRIEND,
    MOTHER,
    OTHER_TOWN,
    PROPOSED,
    RELEASE,
    TODAY,
    Case,
    case,
    order,
    protected_place,
    term,
)
from riskflag.records import NamedPerson, Prohibition, ProtectiveOrder
from riskflag.rules.orders.notice_or_interim_order_in_place import RULE
from riskflag.vocabulary import OrderType, ProhibitionKind
from tests.rules.answers import ACT, CLEAR, STOP, answer

NO_CONTACT = term(ProhibitionKind.NO_CONTACT, "not to contact her")
NO_ATTEND = term(ProhibitionKind.NO_ATTEND_ADDRESS, "not to attend the house", PROPOSED)
VIOLENCE_NOTICE = OrderType.DOMESTIC_VIOLENCE_PROTECTION_NOTICE
VIOLENCE_ORDER = OrderType.DOMESTIC_VIOLENCE_PROTECTION_ORDER
ABUSE_NOTICE = OrderType.DOMESTIC_ABUSE_PROTECTION_NOTICE
ABUSE_ORDER = OrderType.DOMESTIC_ABUSE_PROTECTION_ORDER


def notice(days_ago: int, kind: OrderType = VIOLENCE_NOTICE) -> ProtectiveOrder:
    """A notice served so many days ago, with the end that its form prints."""
    served_on = TODAY - timedelta(days=days_ago)
    return order(NO_CONTACT, kind=kind, made_on=served_on, expires_on=served_on + timedelta(days=2))


def hearing(on: date, dismissed: str | None = None) -> ProtectiveOrder:
    """An order that has ended, with a hearing; ``dismissed`` shows that there is nothing left to hear."""
    ended = order(NO_CONTACT, expires_on=date(2026, 9, 9))
    return replace(
        ended, hearing_on=on, discharged_on=TODAY if dismissed else None, discharge_evidence=dismissed
    )


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        pytest.param(case(notice(1)), STOP, id="served yesterday"),
        pytest.param(case(notice(4)), STOP, id="served before the weekend, its printed end has passed"),
        pytest.param(case(notice(4, ABUSE_NOTICE)), STOP, id="the same for a domestic abuse notice"),
        pytest.param(case(notice(28)), STOP, id="four weeks ago and no decision on record"),
        pytest.param(case(notice(29)), ACT, id="so long ago that any order has ended: what became of it?"),
        pytest.param(
            case(
                replace(notice(4), discharged_on=TODAY, discharge_evidence="withdrawn by the superintendent")
            ),
            CLEAR,
            id="shown to be withdrawn",
        ),
        pytest.param(case(replace(notice(4), discharged_on=TODAY)), STOP, id="said to be withdrawn"),
        pytest.param(
            case(
                notice(40),
                order(kind=VIOLENCE_ORDER, made_on=date(2026, 10, 15), expires_on=date(2026, 11, 1)),
            ),
            CLEAR,
            id="an order followed it and has ended",
        ),
        pytest.param(
            case(
                notice(4),
                order(kind=VIOLENCE_ORDER, made_on=date(2026, 10, 15), expires_on=date(2026, 11, 1)),
            ),
            STOP,
            id="the order on record is older than the notice",
        ),
        pytest.param(
            case(notice(4), order(NO_CONTACT, kind=VIOLENCE_ORDER, made_on=TODAY)),
            CLEAR,
            id="the court made the order today: it takes the notice's place",
        ),
        pytest.param(
            case(notice(4, ABUSE_NOTICE), order(NO_CONTACT, kind=ABUSE_ORDER, made_on=TODAY)),
            CLEAR,
            id="the same under the other Act",
        ),
        pytest.param(
            case(notice(4), order(kind=ABUSE_ORDER, made_on=TODAY)),
            ACT,
            id="an order of the other Act followed: is the notice spent?",
        ),
        pytest.param(
            case(notice(4), order(kind=VIOLENCE_ORDER, made_on=TODAY, protects=(MOTHER,))),
            ACT,
            id="an order for somebody else followed: is the notice spent?",
        ),
        pytest.param(
            case(notice(4), order(kind=VIOLENCE_ORDER, made_on=TODAY, interim=True)),
            STOP,
            id="only an interim order followed",
        ),
        pytest.param(case(order(NO_CONTACT, kind=ABUSE_ORDER)), CLEAR, id="a full order is for other rules"),
        pytest.param(case(order(NO_CONTACT, interim=True)), STOP, id="an interim order"),
        pytest.param(
            case(order(NO_CONTACT, interim=True, expires_on=date(2026, 10, 1))),
            CLEAR,
            id="an interim order that ended",
        ),
        pytest.param(case(order(NO_CONTACT)), CLEAR, id="a final order"),
    ],
)
def test_notices_and_interim_orders(of: Case, expected: str) -> None:
    assert answer(RULE, of) == expected


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        pytest.param(hearing(TODAY), STOP, id="today"),
        pytest.param(hearing(RELEASE + timedelta(days=14)), STOP, id="two weeks after release"),
        pytest.param(hearing(RELEASE + timedelta(days=15)), CLEAR, id="later than that"),
        pytest.param(hearing(TODAY - timedelta(days=1)), CLEAR, id="it was yesterday"),
        pytest.param(hearing(TODAY, "application dismissed"), CLEAR, id="the application was dismissed"),
    ],
)
def test_hearings(of: ProtectiveOrder, expected: str) -> None:
    assert answer(RULE, case(of)) == expected


def test_without_a_release_date_every_hearing_is_close() -> None:
    of = case(hearing(date(2027, 8, 1)), asked=replace(ASKED, release_date=None))
    assert answer(RULE, of) == STOP


@pytest.mark.parametrize("kind", [OrderType.COURT_BAIL, OrderType.POLICE_BAIL])
@pytest.mark.parametrize(
    ("bail", "lives_with", "expected"),
    [
        pytest.param(NO_CONTACT, EX_PARTNER, STOP, id="no contact with her, and she lives there"),
        pytest.param(NO_CONTACT, NamedPerson("Beth Sample"), ACT, id="no contact, and a name agrees"),
        pytest.param(NO_CONTACT, FRIEND, CLEAR, id="no contact with her, and a friend lives there"),
        pytest.param(NO_ATTEND, FRIEND, STOP, id="the house is barred"),
    ],
)
def test_bail_counts_where_it_reaches(
    kind: OrderType, bail: Prohibition, lives_with: NamedPerson, expected: str
) -> None:
    of = case(order(bail, kind=kind), protected_place(EX_PARTNER, OTHER_TOWN), lives_with=(lives_with,))
    assert answer(RULE, of) == expected
