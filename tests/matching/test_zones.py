"""Shapes of zones, and many zones searched at once: none that may hold a place is ever left out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riskflag.matching.place import ZonePosition, locate_in_zone
from riskflag.matching.zones import ZoneIndex, shape_of
from riskflag.records.base import Point
from riskflag.records.orders import Zone, ZoneHole, ZonePart


def at(easting: int, northing: int, precision: int = 10) -> Point:
    return Point(400_000 + easting, 300_000 + northing, precision)


def square(east: int, north: int, side: int, precision: int = 10) -> tuple[Point, ...]:
    corners = ((0, 0), (side, 0), (side, side), (0, side))
    return tuple(at(east + x, north + y, precision) for x, y in corners)


TOWN = ZonePart(square(0, 0, 2000), (ZoneHole(square(900, 900, 200)),))
BOW_TIE = (at(0, 0), at(2000, 2000), at(2000, 0), at(0, 2000))
IN_PIECES = Zone("town and village", parts=(TOWN, ZonePart(square(8000, 0, 500))))
CROSSED = Zone("badly drawn", boundary=BOW_TIE)


@pytest.mark.parametrize(
    ("zone", "point", "position"),
    [
        pytest.param(IN_PIECES, at(200, 200), ZonePosition.INSIDE, id="in the first piece"),
        pytest.param(IN_PIECES, at(8200, 200), ZonePosition.INSIDE, id="in the second piece"),
        pytest.param(IN_PIECES, at(1000, 1000), ZonePosition.OUTSIDE, id="in what is left out"),
        pytest.param(
            IN_PIECES, at(1000, 1000, 95), ZonePosition.TOO_CLOSE_TO_CALL, id="poorly known, in what is left out"
        ),
        pytest.param(IN_PIECES, at(5000, 200), ZonePosition.OUTSIDE, id="between the pieces"),
        pytest.param(
            Zone("both", boundary=square(0, 0, 100), parts=(ZonePart(square(5000, 0, 500)),)),
            at(5200, 200), ZonePosition.INSIDE, id="a boundary and another piece",
        ),
        pytest.param(
            Zone("half a hole", parts=(ZonePart(square(0, 0, 900), (ZoneHole((at(1, 1),)),)),)),
            at(100, 100), ZonePosition.CANNOT_TELL, id="what is left out is not drawn",
        ),
        pytest.param(CROSSED, at(400, 1000), ZonePosition.INSIDE, id="enclosed by a line that crosses itself"),
        pytest.param(CROSSED, at(1000, 200), ZonePosition.CANNOT_TELL, id="outside of such a line, as drawn"),
        pytest.param(
            Zone("a line", boundary=(at(0, 0), at(500, 0), at(1000, 0))), at(9, 900), ZonePosition.CANNOT_TELL,
            id="three corners in a row",
        ),
    ],
)  # fmt: skip
def test_pieces(zone: Zone, point: Point, position: ZonePosition) -> None:
    assert locate_in_zone(zone, point).position is position


def test_a_ring_of_too_few_corners_is_no_shape() -> None:
    assert shape_of(ZonePart((at(0, 0), at(1, 1), at(0, 0)))) is None
    shape = shape_of(ZonePart(square(0, 0, 1000, 7)))
    assert shape is not None
    assert (shape.sound, shape.precision_metres) == (True, 7)
    assert (shape.metres_to_edge(at(500, 400)), shape.metres_to_edge(at(500, -30))) == (400.0, 30.0)


HUNDREDS = [Zone(f"{place}", at(place * 1000, 0), 400) for place in range(200)]


@pytest.mark.parametrize(
    ("zones", "point", "near"),
    [
        pytest.param(HUNDREDS, at(7000, 100), (7,), id="one of hundreds"),
        pytest.param(HUNDREDS, at(7500, 0, 200), (7, 8), id="between two, poorly known"),
        pytest.param(HUNDREDS, at(0, 90_000), (), id="far from all"),
        pytest.param([Zone("in words"), *HUNDREDS], at(0, 90_000), (0,), id="one that is not drawn may be anywhere"),
        pytest.param([Zone("none", at(0, 0), 0)], at(0, 90_000), (0,), id="one of no metres around may be anywhere"),
        pytest.param([CROSSED, IN_PIECES], at(0, 90_000), (0,), id="one that is badly drawn may be anywhere"),
        pytest.param([IN_PIECES], at(8100, 100), (0,), id="by its second piece"),
        pytest.param([], at(0, 0), (), id="no zones"),
    ],
)  # fmt: skip
def test_many_zones(zones: list[Zone], point: Point, near: tuple[int, ...]) -> None:
    assert ZoneIndex(zones).near(point) == near


points = st.builds(at, st.integers(-3000, 3000), st.integers(-3000, 3000), st.integers(0, 300))
rings = st.lists(points, max_size=6).map(tuple)
parts = st.builds(ZonePart, rings, st.lists(st.builds(ZoneHole, rings), max_size=1).map(tuple))
zones = st.builds(
    Zone,
    st.just("drawn somehow"),
    st.none() | points,
    st.none() | st.integers(-5, 2000),
    st.just(()) | rings,
    st.just(()) | st.lists(parts, max_size=2).map(tuple),
)


@given(st.lists(zones, max_size=4), points)
def test_no_zone_that_may_hold_a_place_is_left_out(many: list[Zone], point: Point) -> None:
    elsewhere = set(range(len(many))) - set(ZoneIndex(many).near(point))
    assert all(locate_in_zone(many[place], point).position is ZonePosition.OUTSIDE for place in elsewhere)


@given(zones, points)
def test_knowing_a_place_less_precisely_never_moves_it_across_the_edge(zone: Zone, point: Point) -> None:
    known = locate_in_zone(zone, point).position
    vague = Point(point.easting, point.northing, point.precision_metres + 200)
    said = locate_in_zone(zone, vague).position
    assert said is known or said is ZonePosition.TOO_CLOSE_TO_CALL
