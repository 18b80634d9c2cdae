"""Zones and nearness: every answer by a story a row, and nothing that would give a home away."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riskflag.matching.place import Nearness, ZonePosition, distance_metres, how_near, locate_in_zone
from riskflag.records.base import Address, Point
from riskflag.records.orders import Zone

INSIDE = ZonePosition.INSIDE
OUTSIDE = ZonePosition.OUTSIDE
TOO_CLOSE = ZonePosition.TOO_CLOSE_TO_CALL
CANNOT_TELL = ZonePosition.CANNOT_TELL


def at(easting: int, northing: int = 0, precision: int = 10) -> Point:
    return Point(400_000 + easting, 300_000 + northing, precision)


CIRCLE = Zone("within a mile of the school", centre=at(0), radius_metres=1600)
SQUARE = Zone("the town centre", boundary=(at(0, 0), at(1000, 0), at(1000, 1000), at(0, 1000)))
HOLLOW = Zone(
    "two streets and the road between them",
    boundary=(at(0, 0), at(1000, 0), at(1000, 1000), at(700, 1000), at(700, 300), at(300, 300), at(300, 1000),
              at(0, 1000)),
)  # fmt: skip
BOTH = Zone("the school and the town", centre=at(5000), radius_metres=500, boundary=SQUARE.boundary)


def test_distance_is_straight() -> None:
    assert distance_metres(at(0, 0), at(300, 400)) == 500.0


@pytest.mark.parametrize(
    ("zone", "point", "position"),
    [
        pytest.param(CIRCLE, at(100), INSIDE, id="well inside a circle"),
        pytest.param(CIRCLE, at(2000), OUTSIDE, id="well outside a circle"),
        pytest.param(CIRCLE, at(1590), TOO_CLOSE, id="just inside, within the precision of the two points"),
        pytest.param(CIRCLE, at(1620), TOO_CLOSE, id="outside by exactly the precision"),
        pytest.param(CIRCLE, at(1621), OUTSIDE, id="outside by more than the precision"),
        pytest.param(CIRCLE, at(1000, precision=700), TOO_CLOSE, id="a postcode's centre, poorly known"),
        pytest.param(SQUARE, at(500, 500), INSIDE, id="the middle of a square"),
        pytest.param(SQUARE, at(1500, 500), OUTSIDE, id="east of a square"),
        pytest.param(SQUARE, at(-500, 500), OUTSIDE, id="west of a square"),
        pytest.param(SQUARE, at(500, 1015), TOO_CLOSE, id="beside an edge"),
        pytest.param(SQUARE, at(1005, 1005), TOO_CLOSE, id="beside a corner"),
        pytest.param(HOLLOW, at(500, 700), OUTSIDE, id="in the hollow of a horseshoe"),
        pytest.param(HOLLOW, at(150, 700), INSIDE, id="in the arm of a horseshoe"),
        pytest.param(BOTH, at(500, 500), INSIDE, id="in the polygon of a zone drawn as both"),
        pytest.param(BOTH, at(5000), INSIDE, id="in the circle of a zone drawn as both"),
        pytest.param(BOTH, at(3000), OUTSIDE, id="in neither"),
        pytest.param(Zone("the estate"), at(0), CANNOT_TELL, id="a zone in words only"),
        pytest.param(CIRCLE, None, CANNOT_TELL, id="an address that is not located"),
        pytest.param(Zone("a mile", radius_metres=1600), at(0), CANNOT_TELL, id="a radius around nothing"),
        pytest.param(Zone("a school", centre=at(0)), at(0), CANNOT_TELL, id="a centre without a radius"),
        pytest.param(Zone("a line", boundary=(at(0), at(9))), at(0), CANNOT_TELL, id="two corners"),
        pytest.param(
            Zone("half drawn", centre=at(0), boundary=SQUARE.boundary), at(9000), CANNOT_TELL,
            id="outside the polygon, and the circle has no radius",
        ),
    ],
)  # fmt: skip
def test_zones(zone: Zone, point: Point | None, position: ZonePosition) -> None:
    assert locate_in_zone(zone, point).position is position


@pytest.mark.parametrize(
    ("left", "right", "nearness"),
    [
        pytest.param(
            Address("14 Larch Close, Dorley"), Address("14 Larch Cl, Dorley"), Nearness.NEAR, id="one property"
        ),
        pytest.param(
            Address("Flat 1, 2 Elm Road, Dorley"), Address("Flat 2, 2 Elm Road, Dorley"), Nearness.NEAR,
            id="one building",
        ),
        pytest.param(
            Address("2 Elm Road AB1 2CD"), Address("9 Mill Yard AB1 2CD"), Nearness.NEAR, id="one postcode"
        ),
        pytest.param(
            Address("2 Elm Road, Dorley"), Address("94 Elm Road, Dorley"), Nearness.NEAR, id="one street of one town"
        ),
        pytest.param(
            Address("Rose Cottage, Elm Road, Dorley"), Address("94 Elm Road, Dorley"), Nearness.NEAR,
            id="one street, one house without a number",
        ),
        pytest.param(
            Address("here", point=at(0)), Address("there", point=at(900)), Nearness.NEAR, id="within the distance"
        ),
        pytest.param(
            Address("here", point=at(0)), Address("there", point=at(1015)), Nearness.NEAR, id="too close to call"
        ),
        pytest.param(
            Address("2 Elm Road, Dorley", point=at(0)), Address("9 Mill Yard, Dorley", point=at(3000)),
            Nearness.NOT_NEAR, id="beyond the distance",
        ),
        pytest.param(
            Address("2 Elm Road, Dorley"), Address("9 Mill Yard, Felby"), Nearness.CANNOT_TELL, id="two towns, which may touch"
        ),
        pytest.param(
            Address("2 Elm Road AB1 2CD"), Address("9 Mill Yard ZE9 8YX"), Nearness.CANNOT_TELL, id="two postcode areas, which may touch"
        ),
        pytest.param(
            Address("2 Elm Road, Dorley AB1 2CD"), Address("9 Mill Yard, Felby AB1 9XY"), Nearness.CANNOT_TELL,
            id="two towns in one postcode district",
        ),
        pytest.param(
            Address("2 Elm Road"), Address("9 Mill Yard"), Nearness.CANNOT_TELL, id="towns not given"
        ),
        pytest.param(
            Address("2 Elm Road, Dorley"), Address("9 Mill Yard, Dorley"), Nearness.CANNOT_TELL, id="one town"
        ),
        pytest.param(
            Address("2 Elm Road, Dorley"), Address("no fixed abode"), Nearness.CANNOT_TELL, id="no fixed abode"
        ),
        pytest.param(
            Address("2 Elm Road", point=at(0)), Address("2 Elm Road, Dorley", point=at(90_000)), Nearness.CANNOT_TELL,
            id="perhaps one address, wrongly located",
        ),
    ],
)  # fmt: skip
def test_nearness(left: Address, right: Address, nearness: Nearness) -> None:
    assert how_near(left, right, 1000).nearness is nearness
    assert how_near(right, left, 1000) == how_near(left, right, 1000)


points = st.builds(at, st.integers(-3000, 3000), st.integers(-3000, 3000), st.integers(0, 300))


@given(st.sampled_from([CIRCLE, SQUARE, HOLLOW, BOTH]), points)
def test_knowing_a_place_less_precisely_never_moves_it_across_the_edge(zone: Zone, point: Point) -> None:
    known = locate_in_zone(zone, point).position
    vague = locate_in_zone(zone, Point(point.easting, point.northing, point.precision_metres + 200)).position
    assert vague in (known, TOO_CLOSE)


@given(points, points, st.integers(0, 5000))
def test_a_reason_never_holds_a_figure_or_a_direction(left: Point, right: Point, near_metres: int) -> None:
    reasons = [how_near(Address("a", point=left), Address("b", point=right), near_metres).because]
    reasons += [locate_in_zone(zone, left).because for zone in (CIRCLE, SQUARE)]
    for because in reasons:
        assert not re.search(r"\d|north|south|east\b|west|metre|mile", because)
