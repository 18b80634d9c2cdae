"""Protected homes: how old, how near, and which of two is still hers."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from riskflag.casebook import (
    EX_PARTNER,
    MOTHER,
    OTHER_TOWN,
    PROPOSED,
    TODAY,
    abuse,
    case,
    conviction,
    decision,
    incident,
    note,
    protected_place,
)
from riskflag.matching.place import Nearness
from riskflag.records import (
    Address,
    DecisionKind,
    DomesticAbuseKind,
    NamedPerson,
    PlaceIncidentKind,
    Point,
    ProtectedPlaceKind,
)
from tests.facts.bands import ELSEWHERE, FLAT_IN_IT, NAME_ALONE, NO_NUMBER, NOT_READABLE, REMARRIED

MAY, OCTOBER = date(2026, 5, 4), date(2026, 10, 5)
HOME, WORK = ProtectedPlaceKind.HOME, ProtectedPlaceKind.WORK


@pytest.mark.parametrize(
    ("days_ago", "current"),
    [
        pytest.param(183, True, id="six months ago"),
        pytest.param(184, False, id="a day longer ago"),
        pytest.param(0, True, id="today"),
        pytest.param(-1, False, id="tomorrow, which cannot be"),
    ],
)
def test_a_home_confirmed_in_six_months_is_current(days_ago: int, current: bool) -> None:
    verified_on = TODAY - timedelta(days=days_ago)
    (fact,) = case(protected_place(EX_PARTNER, OTHER_TOWN, verified_on)).facts.place.protected
    assert fact.current is current


@pytest.mark.parametrize(
    ("who", "kind", "verified_on", "superseded"),
    [
        pytest.param(EX_PARTNER, HOME, OCTOBER, True, id="another home of hers, confirmed later"),
        pytest.param(REMARRIED, HOME, OCTOBER, True, id="under her new name"),
        pytest.param(EX_PARTNER, HOME, MAY, False, id="confirmed on the same day: both may be hers"),
        pytest.param(EX_PARTNER, HOME, date(2026, 5, 3), False, id="confirmed earlier"),
        pytest.param(EX_PARTNER, HOME, None, False, id="never confirmed"),
        pytest.param(EX_PARTNER, HOME, TODAY, True, id="confirmed today"),
        pytest.param(EX_PARTNER, HOME, TODAY + timedelta(days=1), False, id="dated tomorrow: shows nothing"),
        pytest.param(EX_PARTNER, WORK, OCTOBER, False, id="where she works"),
        pytest.param(NAME_ALONE, HOME, OCTOBER, False, id="the home of somebody of her name"),
        pytest.param(MOTHER, HOME, OCTOBER, False, id="the home of somebody else"),
    ],
)
def test_a_home_is_left_once_another_is_confirmed_later(
    who: NamedPerson, kind: ProtectedPlaceKind, verified_on: date | None, superseded: bool
) -> None:
    other = protected_place(who, ELSEWHERE, verified_on, kind)
    place = case(protected_place(EX_PARTNER, PROPOSED, MAY), other).facts.place
    assert place.protected[0].superseded is superseded
    assert not place.protected[1].superseded or verified_on == date(2026, 5, 3) or verified_on is None


def test_a_home_never_confirmed_gives_way_to_one_that_is() -> None:
    never, confirmed = protected_place(EX_PARTNER, PROPOSED, None), protected_place(EX_PARTNER, ELSEWHERE)
    assert [f.superseded for f in case(never, confirmed).facts.place.protected] == [True, False]
    only = case(never).facts.place.protected
    assert [f.superseded for f in only] == [False]


def test_her_workplace_is_not_left_when_she_moves() -> None:
    work, home = protected_place(EX_PARTNER, PROPOSED, MAY, WORK), protected_place(EX_PARTNER, ELSEWHERE)
    assert [f.superseded for f in case(work, home).facts.place.protected] == [False, False]


@pytest.mark.parametrize(
    ("who", "found"),
    [
        pytest.param(EX_PARTNER, 1, id="she"),
        pytest.param(REMARRIED, 1, id="she under her new name"),
        pytest.param(NAME_ALONE, 0, id="somebody of her name"),
        pytest.param(MOTHER, 0, id="somebody else"),
    ],
)
def test_where_somebody_can_be_found(who: NamedPerson, found: int) -> None:
    place = case(protected_place(EX_PARTNER, OTHER_TOWN)).facts.place
    assert len(place.places_of(who)) == found


@pytest.mark.parametrize(
    ("metres", "nearness"),
    [
        pytest.param(520, Nearness.NEAR, id="500 metres, as precisely as both are located"),
        pytest.param(521, Nearness.NOT_NEAR, id="a metre farther"),
    ],
)
def test_near_is_half_a_kilometre(metres: int, nearness: Nearness) -> None:
    away = replace(OTHER_TOWN, point=Point(400000 + metres, 300000, 10))
    (fact,) = case(protected_place(EX_PARTNER, away)).facts.place.protected
    assert fact.nearness is nearness


@pytest.mark.parametrize(
    ("address", "nearness"),
    [
        pytest.param(FLAT_IN_IT, Nearness.NEAR, id="a flat in the building"),
        pytest.param(NO_NUMBER, Nearness.NEAR, id="somewhere in the street"),
        pytest.param(NOT_READABLE, Nearness.CANNOT_TELL, id="an address nobody can read"),
        pytest.param(
            Address("31 Quay Street, Marlow Sands, ZY9 4BB"), Nearness.CANNOT_TELL, id="not located"
        ),
    ],
)
def test_a_home_that_nobody_can_locate_is_not_far(address: Address, nearness: Nearness) -> None:
    (fact,) = case(protected_place(EX_PARTNER, address)).facts.place.protected
    assert fact.nearness is nearness


@pytest.mark.parametrize(
    ("address", "found"),
    [
        pytest.param(PROPOSED, [True], id="the address"),
        pytest.param(FLAT_IN_IT, [False], id="a flat in the building"),
        pytest.param(NO_NUMBER, [False], id="perhaps the address"),
        pytest.param(NOT_READABLE, [False], id="an address nobody can read"),
        pytest.param(ELSEWHERE, [], id="another address"),
    ],
)
def test_what_is_said_of_a_place_counts_unless_it_is_another(address: Address, found: list[bool]) -> None:
    place = case(
        conviction("10501", "common assault", location=address),
        replace(abuse(DomesticAbuseKind.THREATS, EX_PARTNER), at=address),
        note("noted", address=address),
        replace(decision(DecisionKind.PENDING, ""), address=address),
        place=(incident(PlaceIncidentKind.DRUG_USE, address=address),),
    ).facts.place
    for said in (place.notes, place.decisions, place.incidents):
        assert [each.sure for each in said] == found
    assert [each.sure for each in place.offences] == found * 2
