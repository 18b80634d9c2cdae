"""What the addresses asked about for one person look like: every pattern, and what comes near to one."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from riskflag.probing.asked import AlertKind, AskedPlace, Subject
from riskflag.records.base import Address
from riskflag.vocabulary import EnquiryKind, Uprn
from tests.probing.asking import asked, judged, there

AREA, BUILDING, CLOSING_IN = AlertKind.ONE_AREA, AlertKind.ONE_BUILDING, AlertKind.CLOSING_IN
EVENLY, ONE_ACCOUNT, TURNS = AlertKind.EVENLY_SPACED, AlertKind.ONE_ACCOUNT, AlertKind.TAKING_TURNS
BOTH_KINDS, SPELLINGS, SLOW = AlertKind.BOTH_KINDS, AlertKind.MANY_SPELLINGS, AlertKind.SLOW_SEARCH
SOFT, HARD = AlertKind.SOFT_CAP, AlertKind.HARD_CAP
REFERRAL = EnquiryKind.REFERRAL
LARCH = "14 Larch Close, Dorley, AB1 2CD"
WRITTEN = ("14 Larch Cl AB1 2CD", "14 Larsh Close AB1 2CD", "14 Larch Close", "14 LARCH CLOSE, DORLEY", LARCH)


def run(*each: AskedPlace | Address | str | int) -> list[AskedPlace]:
    """Enquiries in this order, one each day, the last of them now."""
    made = [one if isinstance(one, AskedPlace) else asked(one) for one in each]
    last = len(made) - 1
    return [replace(one, asked_at=asked(0, days_ago=last - place).asked_at) for place, one in enumerate(made)]


def kinds(enquiries: Sequence[AskedPlace]) -> set[AlertKind]:
    return {alert.kind for alert in judged(*enquiries).alerts}


@pytest.mark.parametrize(
    ("enquiries", "expected"),
    [
        pytest.param(run(0), set(), id="one address"),
        pytest.param(run(0, 1, 2, 3), set(), id="four addresses in four towns"),
        pytest.param(run(0, 1, 2, 3, 0, 1, 2, 3), set(), id="four addresses, each asked again"),
        pytest.param(run(0, 1, 2, 3, 4), {SOFT, SLOW, ONE_ACCOUNT}, id="the fifth address"),
        pytest.param(
            run(0, 1, 2, asked(3, by="bob"), 4), {SOFT, SLOW}, id="the fifth address, two who plan it"
        ),
        pytest.param(
            run(*(asked(n, premises=True) for n in range(5))), {SOFT, SLOW, ONE_ACCOUNT}, id="five hostels are five addresses"
        ),
        pytest.param(
            run(asked(0, premises=True), asked(1, premises=True), 2, 3, 4), {SOFT, SLOW, ONE_ACCOUNT}, id="two hostels among five"
        ),
        pytest.param(run(*range(11)), {SOFT, HARD, SLOW, ONE_ACCOUNT}, id="the eleventh address"),
        pytest.param(
            run(*(f"{n} Larch Close, AB1 2CD" for n in (2, 9, 30))), {AREA}, id="three doors of one street"
        ),
        pytest.param(
            run("2 Larch Close, AB1 2CD", 1, "9 Larch Close, AB1 2CD", 2, "30 Larch Close, AB1 2CD")[:4],
            set(),
            id="two doors of one street",
        ),
        pytest.param(run(there(0, 0), there(250, 0), there(0, 280)), {AREA}, id="three within 300 metres"),
        pytest.param(
            run(there(0, 0), there(250, 0), there(500, 0)), {AREA}, id="three in a row, the middle one near both"
        ),
        pytest.param(run(there(0, 0), there(400, 0), there(0, 400)), set(), id="three within a walk"),
        pytest.param(run(*(f"Flat {n}, {LARCH}" for n in (1, 2, 3))), {AREA, BUILDING}, id="three flats"),
        pytest.param(
            run(*(asked(f"Room {n}, {LARCH}", premises=True) for n in (1, 2, 3))), {AREA, BUILDING}, id="three hostel rooms"
        ),
        pytest.param(
            run(there(0, 0), there(3000, 0), there(1400, 0), there(2200, 0)), {CLOSING_IN}, id="halving the way"
        ),
        pytest.param(
            run(there(0, 900), there(900, 0), there(0, -900), there(-900, 0)), {EVENLY}, id="the four winds"
        ),
        pytest.param(run(*WRITTEN), {SPELLINGS}, id="one house, five spellings"),
        pytest.param(run(*WRITTEN[:4], WRITTEN[0]), set(), id="one house, four spellings"),
    ],
)  # fmt: skip
def test_what_one_persons_addresses_look_like(enquiries: list[AskedPlace], expected: set[AlertKind]) -> None:
    assert kinds(enquiries) == expected


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        pytest.param(
            ("ann", "bob", "cay", "dee", "eve"), {TURNS, SOFT, SLOW}, id="five addresses by five accounts"
        ),
        pytest.param(("ann", "bob", "cay", "ann", "bob"), {TURNS, SOFT, SLOW}, id="by three"),
        pytest.param(("ann", "bob", "ann", "bob", "ann"), {SOFT, SLOW}, id="by two, as staff and officer do"),
        pytest.param(("ann", "bob", "cay", "dee"), set(), id="four addresses are few"),
    ],
)
def test_accounts_that_take_turns(by: tuple[str, ...], expected: set[AlertKind]) -> None:
    assert kinds(run(*(asked(number, by=account) for number, account in enumerate(by)))) == expected


def test_colleagues_who_ask_about_one_and_the_same_address_take_no_turns() -> None:
    others = [asked(0, by=account) for account in ("ann", "bob", "cay")]
    assert TURNS not in kinds(run(*others, 1, 2, 3, 4))


@pytest.mark.parametrize(
    ("referred", "found"),
    [
        pytest.param((1, 3), True, id="by turns"),
        pytest.param((0, 1, 2), True, id="referrals first"),
        pytest.param((3,), False, id="one referral"),
        pytest.param((0, 1, 2, 3, 4), False, id="referrals alone"),
    ],
)
def test_enquiries_and_referrals_by_turns(referred: tuple[int, ...], found: bool) -> None:
    every = [asked(n, kind=REFERRAL if n in referred else EnquiryKind.ADDRESS) for n in range(5)]
    assert (BOTH_KINDS in kinds(run(*every))) is found
    assert BOTH_KINDS not in kinds(run(*every[:4]))


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        pytest.param((80, 60, 40, 20, 0), {SLOW}, id="five in 80 days, never two in a fortnight"),
        pytest.param((95, 60, 40, 20, 0), set(), id="the first is out of sight"),
        pytest.param((92, 69, 46, 23, 0), set(), id="one in 23 days gets through"),
        pytest.param((31, 25, 20, 10, 0), {SLOW}, id="a day too slow for the soft cap"),
        pytest.param((29, 25, 20, 10, 0), {SLOW, SOFT, ONE_ACCOUNT}, id="within thirty days"),
        pytest.param(
            (-1, -1, -1, -1, 0), {SLOW, SOFT, ONE_ACCOUNT}, id="dated later by a clock that is wrong"
        ),
    ],
)
def test_slow_searches(days: tuple[int, ...], expected: set[AlertKind]) -> None:
    assert kinds([asked(number, days_ago=ago) for number, ago in enumerate(days)]) == expected


def test_a_borrowed_uprn_does_not_hide_five_houses() -> None:
    five = [replace_uprn(there(number * 3000, 0)) for number in range(5)]
    assert SOFT in kinds(run(*five))


def replace_uprn(address: Address) -> Address:
    return replace(address, uprn=Uprn("990000000001"))


def test_an_alert_names_people_and_accounts_and_no_place() -> None:
    alerts = judged(*run(0, asked(1, by="bob"), 2, 3, 4)).alerts
    assert {(a.subject, a.count, a.people, a.accounts) for a in alerts} == {
        (Subject.PERSON, 5, ("a person",), ("ann", "bob"))
    }
    for word in ("larch", "elm", "zz", "14"):
        assert word not in repr(alerts).lower()
