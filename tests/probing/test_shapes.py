"""Shapes on the map: steps that close in, rings and grids; and what only looks like them."""

from itertools import permutations

import pytest

from riskflag.probing.place import place_of
from riskflag.probing.shapes import Visit, closes_in, evenly_spaced, in_one_area
from riskflag.records.base import Address, Point

Spots = list[tuple[int, int]]


def points(spots: Spots) -> list[Point]:
    return [Point(400_000 + east, 300_000 + north, 1) for east, north in spots]


@pytest.mark.parametrize(
    ("spots", "found"),
    [
        pytest.param([(0, 0), (2000, 0), (1000, 0), (1500, 0)], True, id="halving along a line"),
        pytest.param([(0, 0), (3000, 0), (3000, 1600), (2300, 1600)], True, id="halving round corners"),
        pytest.param(
            [(0, 0), (9000, 9000), (2000, 0), (1000, 0), (1500, 0)], True, id="one elsewhere between"
        ),
        pytest.param([(0, 0), (2000, 0), (4000, 0), (6000, 0)], False, id="steps of one length"),
        pytest.param([(0, 0), (500, 0), (1500, 0), (3500, 0)], False, id="steps that grow"),
        pytest.param([(0, 0), (100_000, 0), (50_000, 0), (75_000, 0)], False, id="from town to town"),
        pytest.param([(0, 0), (80, 0), (40, 0), (60, 0)], False, id="neighbours"),
        pytest.param([(0, 0), (2000, 0), (1000, 0)], False, id="too few to say"),
    ],
)
def test_steps_that_close_in(spots: Spots, found: bool) -> None:
    *before, last = points(spots)
    visits = [Visit(point, order, order) for order, point in enumerate(before)]
    assert closes_in(visits, last) is found


def test_an_order_that_was_not_asked_in_does_not_close_in() -> None:
    *before, last = points([(1000, 0), (2000, 0), (0, 0), (1500, 0)])
    assert not closes_in([Visit(point, order, order) for order, point in enumerate(before)], last)


def test_a_place_asked_about_again_stands_at_both_moments() -> None:
    *before, last = points([(0, 0), (2000, 0), (1000, 0), (1500, 0)])
    earlier = [Visit(point, 0 if order == 2 else order + 1, order + 1) for order, point in enumerate(before)]
    assert closes_in(earlier, last)


@pytest.mark.parametrize(
    ("spots", "found"),
    [
        pytest.param([(500, 0), (0, 500), (-500, 0), (0, -500)], True, id="the four winds"),
        pytest.param([(500, 30), (0, 460), (-520, 0), (20, -500)], True, id="about a ring, as houses lie"),
        pytest.param([(0, 0), (600, 0), (600, 400), (0, 400)], True, id="four corners of a grid"),
        pytest.param([(433, 250), (-433, 250), (0, -500), (0, 500)], True, id="unevenly, but all round"),
        pytest.param([(500, 0), (0, 500), (-500, 0), (0, -1500)], False, id="one far off"),
        pytest.param([(500, 0), (470, 171), (383, 321), (250, 433)], False, id="all on one side"),
        pytest.param([(0, 0), (500, 0), (1000, 0), (1500, 0)], False, id="in line"),
        pytest.param([(50, 0), (0, 50), (-50, 0), (0, -50)], False, id="one house's neighbours"),
        pytest.param([(9000, 0), (0, 9000), (-9000, 0), (0, -9000)], False, id="four towns"),
        pytest.param([(500, 0), (0, 500), (-500, 0)], False, id="three are always on a ring"),
    ],
)
def test_places_that_are_evenly_spaced(spots: Spots, found: bool) -> None:
    *before, last = points(spots)
    assert {evenly_spaced(order, last) for order in permutations(before)} == {found}


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        pytest.param(Address("1 Elm Rd", point=Point(0, 0)), Address("2 Oak St", point=Point(0, 290)), True, id="near"),
        pytest.param(Address("1 Elm Rd", point=Point(0, 0)), Address("2 Oak St", point=Point(0, 310)), False, id="far"),
        pytest.param(Address("1 Elm Rd, AB1 2CD"), Address("9 Elm Road, AB1 2CE"), True, id="one street"),
        pytest.param(Address("1 Elm Rd, AB1 2CD"), Address("Rose Cottage, AB1 2CD"), True, id="one postcode"),
        pytest.param(Address("1 Elm Rd, AB1 2CD"), Address("1 Elm Rd, ZZ9 9ZZ"), False, id="another town's street"),
        pytest.param(Address("1 Elm Rd, AB1"), Address("2 Oak St, AB1"), False, id="half a postcode"),
        pytest.param(Address("?"), Address("!"), False, id="nothing said"),
    ],
)  # fmt: skip
def test_what_is_one_area(one: Address, other: Address, found: bool) -> None:
    assert in_one_area(place_of(one), place_of(other), 300) is found
    assert in_one_area(place_of(other), place_of(one), 300) is found
