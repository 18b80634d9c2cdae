"""The Ordnance Survey's published points, and places that are not on its grid."""

from math import hypot, radians

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riskflag.matching.national_grid import ERROR_METRES, on_the_grid, project
from riskflag.records.base import Point

ROUNDING = 0.75
"""Grid references are whole metres: half a metre each way."""


@pytest.mark.parametrize(
    ("latitude", "longitude", "easting", "northing"),
    [
        pytest.param(49.96006137820, -5.20304609998, 170370.718, 11572.405, id="Lizard Point"),
        pytest.param(50.43885825610, -4.10864563561, 250359.811, 62016.569, id="Plymouth"),
        pytest.param(50.57563665000, -1.29782277240, 449816.371, 75335.861, id="Isle of Wight"),
        pytest.param(51.40078220140, -3.55128349240, 292184.870, 168003.465, id="Nash Point"),
        pytest.param(51.37447025550, 1.44454730409, 639821.835, 169565.858, id="North Foreland"),
        pytest.param(51.42754743020, -2.54407618349, 362269.991, 169978.690, id="Bristol"),
        pytest.param(51.48936564950, -0.11992557180, 530624.974, 178388.464, id="Lambeth"),
        pytest.param(51.85890896400, -4.30852476960, 241124.584, 220332.641, id="Carmarthen"),
        pytest.param(51.89436637350, 0.89724327012, 599445.590, 225722.826, id="Colchester"),
        pytest.param(52.25529381630, -2.15458614387, 389544.190, 261912.153, id="Droitwich"),
        pytest.param(52.25160951230, -0.91248956970, 474335.969, 262047.755, id="Northampton"),
        pytest.param(52.75136687170, 0.40153547065, 562180.547, 319784.995, id="King's Lynn"),
        pytest.param(52.96219109410, -1.19747655922, 454002.834, 340834.943, id="Nottingham"),
        pytest.param(53.34480280190, -2.64049320810, 357455.843, 383290.436, id="Frodsham"),
        pytest.param(53.41628516040, -4.28918069756, 247958.971, 393492.909, id="Anglesey"),
        pytest.param(53.77911025760, -3.04045490691, 331534.564, 431920.794, id="Blackpool"),
        pytest.param(53.80021519630, -1.66379168242, 422242.186, 433818.701, id="Leeds"),
    ],
)
def test_the_published_points(latitude: float, longitude: float, easting: float, northing: float) -> None:
    point = on_the_grid(longitude, latitude, 10)
    assert point is not None
    assert hypot(point.easting - easting, point.northing - northing) <= ERROR_METRES + ROUNDING
    assert point.precision_metres == 10 + ERROR_METRES


def test_the_projection_is_the_guides_own_example() -> None:
    latitude = 52 + 39 / 60 + 27.2531 / 3600
    longitude = 1 + 43 / 60 + 4.5177 / 3600
    assert project(radians(latitude), radians(longitude)) == pytest.approx(
        (651409.903, 313177.270), abs=0.001
    )


@pytest.mark.parametrize(
    ("longitude", "latitude"),
    [
        pytest.param(51.5, -0.1, id="longitude and latitude exchanged"),
        pytest.param(0.0, 0.0, id="where nothing was filled in"),
        pytest.param(2.35, 48.86, id="Paris"),
        pytest.param(2.9, 50.0, id="beside the grid, in France"),
        pytest.param(530_000.0, 180_000.0, id="metres"),
        pytest.param(float("nan"), 51.5, id="no number"),
    ],
)
def test_what_is_not_on_the_grid(longitude: float, latitude: float) -> None:
    assert on_the_grid(longitude, latitude, 10) is None


@given(st.floats(-6, 1.5), st.floats(50, 58), st.floats(0.001, 0.01))
def test_north_is_north_and_east_is_east(longitude: float, latitude: float, step: float) -> None:
    here, north, east = (
        on_the_grid(longitude, latitude, 0),
        on_the_grid(longitude, latitude + step, 0),
        on_the_grid(longitude + step, latitude, 0),
    )
    assert isinstance(here, Point)
    assert isinstance(north, Point)
    assert isinstance(east, Point)
    assert north.northing > here.northing
    assert east.easting > here.easting
    assert abs(north.northing - here.northing - step * 111_300) < step * 600 + 2
