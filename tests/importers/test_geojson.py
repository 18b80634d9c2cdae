"""Geometry as GeoJSON: what is read, and everything for which it is refused by name."""

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riskflag.errors import BadInput
from riskflag.importers.geojson import LONGEST_RADIUS_METRES, MOST_CORNERS, MOST_PARTS, zone_from_geojson
from riskflag.matching.place import ZonePosition, locate_in_zone
from riskflag.records.base import Point
from riskflag.records.orders import Zone

GRID: dict[str, Any] = {"crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::27700"}}}
LAMBETH = [-0.11992557180, 51.48936564950]
TOWN = [[400_000, 300_000], [402_000, 300_000], [402_000, 302_000], [400_000, 302_000], [400_000, 300_000]]
COURT = [[400_900, 300_900], [401_100, 300_900], [401_100, 301_100], [400_900, 301_100], [400_900, 300_900]]
VILLAGE = [[410_000, 310_000], [411_000, 310_000], [411_000, 311_000], [410_000, 310_000]]
BOW_TIE = [[400_000, 300_000], [402_000, 302_000], [402_000, 300_000], [400_000, 302_000], [400_000, 300_000]]
LINE = [[400_000, 300_000], [401_000, 300_000], [402_000, 300_000], [400_000, 300_000]]


def geometry(kind: str, coordinates: object, **more: object) -> dict[str, Any]:
    return {"type": kind, "coordinates": coordinates, **GRID, **more}


def feature(inner: object, **properties: object) -> dict[str, Any]:
    return {"type": "Feature", "geometry": inner, "properties": properties}


def at(easting: int, northing: int) -> Point:
    return Point(easting, northing, 5)


INSIDE, OUTSIDE = ZonePosition.INSIDE, ZonePosition.OUTSIDE


@pytest.mark.parametrize(
    ("drawn", "point", "position"),
    [
        pytest.param(geometry("Polygon", [TOWN]), at(401_000, 301_000), INSIDE, id="in a polygon"),
        pytest.param(geometry("Polygon", [TOWN]), at(403_000, 301_000), OUTSIDE, id="beside a polygon"),
        pytest.param(geometry("Polygon", [TOWN, COURT]), at(401_000, 301_000), OUTSIDE, id="in its hole"),
        pytest.param(geometry("Polygon", [TOWN, COURT]), at(400_500, 300_500), INSIDE, id="not in its hole"),
        pytest.param(
            geometry("Polygon", [TOWN, COURT]),
            at(401_090, 301_000),
            ZonePosition.TOO_CLOSE_TO_CALL,
            id="at the edge of its hole",
        ),
        pytest.param(
            geometry("MultiPolygon", [[TOWN], [VILLAGE]]), at(410_800, 310_400), INSIDE, id="in a second piece"
        ),
        pytest.param(
            geometry("MultiPolygon", [[TOWN], [VILLAGE]]), at(405_000, 305_000), OUTSIDE, id="between pieces"
        ),
        pytest.param(
            feature(geometry("Point", [401_000, 301_000]), radius_metres=500),
            at(401_300, 301_000),
            INSIDE,
            id="in a circle",
        ),
        pytest.param(
            geometry("Point", [401_000, 301_000, 35.5], radius_metres=500),
            at(402_000, 301_000),
            OUTSIDE,
            id="beside a circle, the height not read",
        ),
        pytest.param(
            feature({"type": "Point", "coordinates": LAMBETH}, radius_metres=200),
            at(530_625, 178_388),
            INSIDE,
            id="longitude and latitude",
        ),
        pytest.param(
            {"type": "Point", "coordinates": LAMBETH, "radius_metres": 200, "crs": {"properties": {"name": "EPSG:4326"}}},
            at(530_900, 178_388),
            OUTSIDE,
            id="longitude and latitude, said to be",
        ),
        pytest.param(
            {**feature({"type": "Polygon", "coordinates": [TOWN]}), **GRID}, at(401_000, 301_000), INSIDE,
            id="the system named on the feature",
        ),
    ],
)  # fmt: skip
def test_what_is_drawn_is_what_is_read(drawn: dict[str, Any], point: Point, position: ZonePosition) -> None:
    assert locate_in_zone(zone_from_geojson("the town", drawn), point).position is position


def test_one_plain_polygon_is_the_boundary_and_a_circle_is_rounded_up() -> None:
    corners = tuple(Point(east, north, 3) for east, north in TOWN[:-1])
    assert zone_from_geojson("here", feature(geometry("Polygon", [TOWN]), precision_metres=3)) == Zone(
        "here", boundary=corners
    )
    circle = zone_from_geojson(
        "here", feature(geometry("Point", [401_000.4, 301_000]), radius_metres=99.2, precision_metres=0)
    )
    assert circle == Zone("here", Point(401_000, 301_000, 1), 100)


def test_where_nobody_says_how_precisely_it_is_drawn_it_is_within_ten_metres() -> None:
    zone = zone_from_geojson("here", geometry("Polygon", [TOWN]))
    assert {corner.precision_metres for corner in zone.boundary} == {10}


def test_what_was_converted_is_known_less_precisely() -> None:
    zone = zone_from_geojson(
        "here",
        feature({"type": "Point", "coordinates": LAMBETH}, radius_metres=1, precision_metres=6.2),
    )
    assert zone.centre is not None
    assert zone.centre.precision_metres == 12


@pytest.mark.parametrize(
    ("drawn", "where", "why"),
    [
        pytest.param({}, "geometry.type", "must be Polygon", id="nothing"),
        pytest.param(geometry("LineString", TOWN), "geometry.type", "must be Polygon", id="a line"),
        pytest.param(feature(None), "geometry", "an object", id="a feature without geometry"),
        pytest.param(
            {"type": "FeatureCollection", "features": []}, "geometry.type", "must be", id="several features"
        ),
        pytest.param(geometry("Polygon", []), "geometry.coordinates", "a list", id="no ring"),
        pytest.param(geometry("Polygon", "TOWN"), "geometry.coordinates", "a list", id="words"),
        pytest.param(geometry("Polygon", [TOWN[:3]]), "geometry.coordinates.0", "four", id="three positions"),
        pytest.param(
            geometry("Polygon", [TOWN[:4]]), "geometry.coordinates.0", "end where it begins", id="not closed"
        ),
        pytest.param(
            geometry("Polygon", [BOW_TIE]), "geometry.coordinates.0", "cross itself", id="a ring that crosses itself"
        ),
        pytest.param(geometry("Polygon", [LINE]), "geometry.coordinates.0", "encloses", id="a ring around nothing"),
        pytest.param(
            geometry("Polygon", [TOWN, BOW_TIE]), "geometry.coordinates.1", "cross itself", id="a crossing hole"
        ),
        pytest.param(
            geometry("Polygon", [TOWN, VILLAGE]), "geometry.coordinates", "holes inside", id="a hole outside"
        ),
        pytest.param(
            geometry("MultiPolygon", [[TOWN], [BOW_TIE]]), "geometry.coordinates.1.0", "cross itself",
            id="a second piece that crosses itself",
        ),
        pytest.param(
            geometry("MultiPolygon", [[TOWN]] * (MOST_PARTS + 1)), "geometry.coordinates", "more than", id="too many"
        ),
        pytest.param(
            feature(geometry("Polygon", [TOWN]), precision_metres=-1), "properties.precision_metres", "nought or more",
            id="less than precise",
        ),
        pytest.param(
            feature(geometry("Polygon", [TOWN]), precision_metres="5"), "properties.precision_metres", "metres",
            id="precision as text",
        ),
        pytest.param(
            {**feature(geometry("Polygon", [TOWN])), "properties": ["of it"]}, "properties", "an object",
            id="properties in a list",
        ),
        pytest.param(
            geometry("Polygon", [[TOWN[0]] * (MOST_CORNERS + 1)]), "geometry.coordinates.0", "more than", id="corners"
        ),
        pytest.param(
            geometry("Polygon", [[[400_000], *TOWN]]), "geometry.coordinates.0.0", "two numbers", id="one number"
        ),
        pytest.param(
            geometry("Polygon", [[["4", "3"], *TOWN]]), "geometry.coordinates.0.0", "two numbers", id="texts"
        ),
        pytest.param(
            geometry("Polygon", [[[True, False], *TOWN]]), "geometry.coordinates.0.0", "two numbers", id="yes and no"
        ),
        pytest.param(
            geometry("Polygon", [[[float("nan"), 3], *TOWN]]), "geometry.coordinates.0.0", "two numbers", id="none"
        ),
        pytest.param(
            geometry("Polygon", [[[1, 2, 3, 4], *TOWN]]), "geometry.coordinates.0.0", "more than 3", id="four numbers"
        ),
        pytest.param(
            {"type": "Polygon", "coordinates": [TOWN]}, "geometry.coordinates.0.0", "Great Britain",
            id="metres that are said to be degrees",
        ),
        pytest.param(
            geometry("Polygon", [[LAMBETH, *TOWN]]), "geometry.coordinates.0.0", "Great Britain",
            id="degrees that are said to be metres",
        ),
        pytest.param(
            {"type": "Point", "coordinates": LAMBETH[::-1], "radius_metres": 9}, "geometry.coordinates",
            "wrong way round", id="latitude first",
        ),
        pytest.param(geometry("Point", [401_000, 301_000]), "properties.radius_metres", "metres", id="no radius"),
        pytest.param(
            geometry("Point", [401_000, 301_000], radius_metres=0), "properties.radius_metres", "nought", id="no size"
        ),
        pytest.param(
            geometry("Point", [401_000, 301_000], radius_metres="500"), "properties.radius_metres", "metres", id="words for metres"
        ),
        pytest.param(
            geometry("Point", [401_000, 301_000], radius_metres=LONGEST_RADIUS_METRES + 1),
            "properties.radius_metres", "metres", id="half of the country",
        ),
        pytest.param(
            {**feature(geometry("Point", [401_000, 301_000])), "properties": "500"}, "properties", "an object",
            id="properties in words",
        ),
        pytest.param(
            geometry("Polygon", [TOWN]) | {"crs": {"properties": {"name": "EPSG:3857"}}}, "crs", "27700", id="Mercator"
        ),
        pytest.param(
            geometry("Polygon", [TOWN]) | {"crs": {"properties": {"name": "urn:ogc:def:crs:EPSG::4326"}}}, "crs",
            "27700", id="a system that says latitude first",
        ),
        pytest.param(geometry("Polygon", [TOWN]) | {"crs": None}, "crs", "27700", id="a system that is null"),
        pytest.param(
            {**feature(geometry("Polygon", [TOWN])), "crs": {"properties": {"name": "EPSG:4326"}}}, "crs", "27700",
            id="two systems",
        ),
    ],
)  # fmt: skip
def test_what_is_refused_and_where(drawn: dict[str, Any], where: str, why: str) -> None:
    with pytest.raises(BadInput) as refused:
        zone_from_geojson("the town", drawn)
    assert list(refused.value.problems) == [where]
    assert why in refused.value.problems[where]
    assert not re.search(r"40\d{4}|30\d{4}|51\.4", str(refused.value))


anything = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=5) | st.sampled_from([TOWN, [TOWN]]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(["type", "crs", "geometry"]), inner),
    max_leaves=12,
)  # fmt: skip


@given(st.sampled_from(["Polygon", "MultiPolygon", "Point", "Feature", None]), anything, anything, anything)
def test_whatever_is_sent_is_read_or_refused(
    kind: str | None, one: object, two: object, three: object
) -> None:
    sent = {"type": kind, "coordinates": one, "geometry": two, "properties": three, **GRID}
    try:
        zone = zone_from_geojson("the town", sent)
    except BadInput:
        return
    assert zone.placed
