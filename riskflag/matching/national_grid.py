"""WGS84 longitude and latitude -> easting and northing on the British National Grid.

The method is the Ordnance Survey's, as its guide to coordinate systems in Great Britain publishes it: a
Helmert transformation of seven parameters to the Airy ellipsoid, then a transverse Mercator projection. It
is right to about five metres, which is what a place gains in imprecision here; the Ordnance Survey's own test
points hold it to that. Finer work needs its grid of corrections, OSTN15.
"""

from math import atan2, cos, hypot, radians, sin, sqrt, tan

from riskflag.records.base import Point

ERROR_METRES = 5
"""How far a converted place may lie from the true one."""
FARTHEST_EAST, FARTHEST_NORTH = 700_000, 1_300_000
"""Where the grid ends, in metres."""

_WGS84 = (6_378_137.0, 6_356_752.314245)
_AIRY = (6_377_563.396, 6_356_256.909)
_SHIFT = (-446.448, 125.157, -542.060)
_SCALE = 1 + 20.4894e-6
_TURN = tuple(radians(seconds / 3600) for seconds in (-0.1502, -0.2470, -0.8421))
_TRUE_LATITUDE, _TRUE_LONGITUDE = radians(49), radians(-2)
_FALSE_EAST, _FALSE_NORTH = 400_000.0, -100_000.0
_CENTRAL_SCALE = 0.9996012717


def on_the_grid(longitude: float, latitude: float, precision_metres: int) -> Point | None:
    """A place in degrees as one on the grid; None for one that is not on it.

    precision_metres: how far the true place may lie from the one that is given; five metres are added
    """
    if not (-9.5 <= longitude <= 3.0 and 49.0 <= latitude <= 61.5):
        return None
    easting, northing = project(*_to_airy(radians(latitude), radians(longitude)))
    if not (0 <= easting <= FARTHEST_EAST and 0 <= northing <= FARTHEST_NORTH):
        return None
    return Point(round(easting), round(northing), precision_metres + ERROR_METRES)


def _to_airy(latitude: float, longitude: float) -> tuple[float, float]:
    """WGS84 latitude and longitude as those of the Airy ellipsoid, in radians, at sea level."""
    a, b = _WGS84
    squared = 1 - (b / a) ** 2
    radius = a / sqrt(1 - squared * sin(latitude) ** 2)
    x = radius * cos(latitude) * cos(longitude)
    y = radius * cos(latitude) * sin(longitude)
    z = radius * (1 - squared) * sin(latitude)
    (dx, dy, dz), (rx, ry, rz) = _SHIFT, _TURN
    turned_x = dx + x * _SCALE - y * rz + z * ry
    turned_y = dy + x * rz + y * _SCALE - z * rx
    turned_z = dz - x * ry + y * rx + z * _SCALE
    return _latitude(turned_x, turned_y, turned_z), atan2(turned_y, turned_x)


def _latitude(x: float, y: float, z: float) -> float:
    """Latitude on the Airy ellipsoid, by repetition until it stands still."""
    a, b = _AIRY
    squared = 1 - (b / a) ** 2
    out = hypot(x, y)
    latitude = atan2(z, out * (1 - squared))
    for _ in range(8):
        radius = a / sqrt(1 - squared * sin(latitude) ** 2)
        latitude = atan2(z + squared * radius * sin(latitude), out)
    return latitude


def project(latitude: float, longitude: float) -> tuple[float, float]:
    """Easting and northing, in metres, of a latitude and longitude on the Airy ellipsoid, in radians."""
    a, b = _AIRY
    squared = 1 - (b / a) ** 2
    bend = 1 - squared * sin(latitude) ** 2
    nu = a * _CENTRAL_SCALE / sqrt(bend)
    rho = nu * (1 - squared) / bend
    eta = nu / rho - 1
    t, c, s = tan(latitude) ** 2, cos(latitude), sin(latitude)
    away = longitude - _TRUE_LONGITUDE
    north = (
        _meridian(latitude)
        + _FALSE_NORTH
        + away**2 * nu / 2 * s * c
        + away**4 * nu / 24 * s * c**3 * (5 - t + 9 * eta)
        + away**6 * nu / 720 * s * c**5 * (61 - 58 * t + t**2)
    )
    east = (
        _FALSE_EAST
        + away * nu * c
        + away**3 * nu / 6 * c**3 * (nu / rho - t)
        + away**5 * nu / 120 * c**5 * (5 - 18 * t + t**2 + 14 * eta - 58 * t * eta)
    )
    return east, north


def _meridian(latitude: float) -> float:
    """Metres along the central meridian from the true origin."""
    a, b = _AIRY
    n = (a - b) / (a + b)
    less, more = latitude - _TRUE_LATITUDE, latitude + _TRUE_LATITUDE
    return (
        b
        * _CENTRAL_SCALE
        * (
            (1 + n + 1.25 * n**2 + 1.25 * n**3) * less
            - (3 * n + 3 * n**2 + 2.625 * n**3) * sin(less) * cos(more)
            + (1.875 * n**2 + 1.875 * n**3) * sin(2 * less) * cos(2 * more)
            - 35 / 24 * n**3 * sin(3 * less) * cos(3 * more)
        )
    )
