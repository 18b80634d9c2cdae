"""The geometry of an order or a licence, as GeoJSON -> a Zone on the National Grid.

Read strictly, because a zone that is drawn wrongly tells somebody that a home is outside it: nothing is
mended, and the first thing that is wrong refuses the whole, by its place in the geometry and in words, never
with a coordinate. What is read:

    Polygon, MultiPolygon      holes too; each ring closed, and crossing neither itself nor another
    Point                      with the property ``radius_metres``: a circle
    Feature                    of one of these; its ``properties`` may hold ``radius_metres``, and
                               ``precision_metres``: how far the true boundary may lie from the drawn one

Coordinates are WGS84 longitude and latitude, as GeoJSON has them (RFC 7946), unless the older ``crs`` member
names EPSG:27700: then they are easting and northing. Any other system is refused.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil, isfinite
from typing import TypeGuard

from riskflag.errors import BadInput
from riskflag.matching.national_grid import FARTHEST_EAST, FARTHEST_NORTH, on_the_grid
from riskflag.matching.zones import shape_of
from riskflag.records.base import Point
from riskflag.records.orders import Zone, ZoneHole, ZonePart
from riskflag.schema.fields import LONGEST_LIST

LONGEST_RADIUS_METRES = 200_000
DRAWN_WITHIN_METRES = 10
"""How far the true boundary may lie from the drawn one, where nobody says."""
MOST_CORNERS = LONGEST_LIST + 1
"""With the one that closes the ring."""
MOST_PARTS = 500

GRID = frozenset({"EPSG:27700", "urn:ogc:def:crs:EPSG::27700"})
DEGREES = frozenset({"EPSG:4326", "urn:ogc:def:crs:OGC:1.3:CRS84", "urn:ogc:def:crs:OGC::CRS84"})
_RADIUS = "radius_metres"
_PRECISION = "precision_metres"


@dataclass(frozen=True, slots=True)
class _Reader:
    """How coordinates are read.

    grid: whether they are easting and northing
    precision_metres: how far the true place may lie from where it is drawn
    """

    grid: bool
    precision_metres: int

    def point(self, position: object, where: str) -> Point:
        """One position."""
        first, second = _two_numbers(position, where)
        if not self.grid:
            found = on_the_grid(first, second, self.precision_metres)
        elif 0 <= first <= FARTHEST_EAST and 0 <= second <= FARTHEST_NORTH:
            found = Point(round(first), round(second), max(1, self.precision_metres))
        else:
            found = None
        if found is None:
            raise _bad(where, "is not in Great Britain: is it in another system, or the wrong way round?")
        return found

    def ring(self, positions: object, where: str) -> tuple[Point, ...]:
        """One closed ring, without the position that closes it."""
        corners = [
            self.point(each, f"{where}.{place}")
            for place, each in enumerate(_listed(positions, where, MOST_CORNERS))
        ]
        if len(corners) < 4:
            raise _bad(where, "must have four positions or more")
        if corners[0] != corners[-1]:
            raise _bad(where, "must end where it begins")
        return tuple(corners[:-1])

    def part(self, rings: object, where: str) -> ZonePart:
        """One polygon, every ring of which encloses something."""
        boundary, *holes = (
            self.ring(each, f"{where}.{place}")
            for place, each in enumerate(_listed(rings, where, MOST_PARTS))
        )
        for place, ring in enumerate((boundary, *holes)):
            shape = shape_of(ZonePart(ring))
            if shape is None or not shape.sound:
                raise _bad(
                    f"{where}.{place}", "must be a ring that encloses an area and does not cross itself"
                )
        part = ZonePart(boundary, tuple(map(ZoneHole, holes)))
        whole = shape_of(part)
        if whole is None or not whole.sound:
            raise _bad(where, "must have its holes inside it, and none that cross or hold one another")
        return part


def zone_from_geojson(description: str, geojson: Mapping[str, object]) -> Zone:
    """A zone as it is drawn.

    description: the area in the order's words
    geojson: the geometry, or a feature with one, as parsed from JSON
    Raises BadInput, naming the part that is wrong and no coordinate.
    """
    properties: Mapping[str, object] = {}
    where = "geometry"
    geometry = geojson
    if geojson.get("type") == "Feature":
        geometry = _object(geojson.get("geometry"), where)
        properties = _object(geojson.get("properties") or {}, "properties")
    reader = _Reader(_on_grid(geojson, geometry), _metres(properties.get(_PRECISION, DRAWN_WITHIN_METRES)))
    where = f"{where}.coordinates"
    coordinates = geometry.get("coordinates")
    match geometry.get("type"):
        case "Polygon":
            return _of_parts(description, (reader.part(coordinates, where),))
        case "MultiPolygon":
            listed = _listed(coordinates, where, MOST_PARTS)
            parts = (reader.part(each, f"{where}.{place}") for place, each in enumerate(listed))
            return _of_parts(description, tuple(parts))
        case "Point":
            radius = _radius(properties, geometry)
            return Zone(description, reader.point(coordinates, where), radius)
    raise _bad("geometry.type", "must be Polygon, MultiPolygon or Point")


def _of_parts(description: str, parts: tuple[ZonePart, ...]) -> Zone:
    """One polygon without holes is the zone's boundary, and anything else its parts."""
    if len(parts) == 1 and not parts[0].holes:
        return Zone(description, boundary=parts[0].boundary)
    return Zone(description, parts=parts)


def _on_grid(*members: Mapping[str, object]) -> bool:
    """Whether the coordinates are easting and northing, by whichever member names a system."""
    named = {_system(member["crs"]) for member in members if "crs" in member}
    if not named <= GRID | DEGREES or len({name in GRID for name in named}) > 1:
        raise _bad("crs", "must name EPSG:27700, or be left out for longitude and latitude (WGS84)")
    return bool(named & GRID)


def _system(crs: object) -> str:
    """The name of a coordinate reference system; empty for what names none."""
    properties = crs.get("properties") if isinstance(crs, Mapping) else None
    name = properties.get("name") if isinstance(properties, Mapping) else None
    return name if isinstance(name, str) else ""


def _radius(properties: Mapping[str, object], geometry: Mapping[str, object]) -> int:
    """The radius of a circle, in whole metres, rounded up so that nobody in it is left out."""
    radius = properties.get(_RADIUS, geometry.get(_RADIUS))
    if not _is_number(radius) or not 0 < radius <= LONGEST_RADIUS_METRES:
        raise _bad(f"properties.{_RADIUS}", "must be metres above nought, for a point to be an area")
    return ceil(radius)


def _metres(precision: object) -> int:
    """How far the true boundary may lie from the drawn one, in whole metres, rounded up."""
    if not _is_number(precision) or not 0 <= precision <= LONGEST_RADIUS_METRES:
        raise _bad(f"properties.{_PRECISION}", "must be metres, nought or more")
    return ceil(precision)


def _two_numbers(position: object, where: str) -> tuple[float, float]:
    """Two numbers; a third, the height, is not read."""
    numbers = _listed(position, where, 3)
    if len(numbers) < 2:
        raise _bad(where, "must be two numbers")
    first, second = numbers[:2]
    if not _is_number(first) or not _is_number(second):
        raise _bad(where, "must be two numbers")
    return first, second


def _is_number(value: object) -> TypeGuard[float]:
    return isinstance(value, int | float) and not isinstance(value, bool) and isfinite(value)


def _listed(value: object, where: str, most: int) -> Sequence[object]:
    if not isinstance(value, list | tuple) or not value:
        raise _bad(where, "must be a list with something in it")
    if len(value) > most:
        raise _bad(where, f"must not hold more than {most}")
    return value


def _object(value: object, where: str) -> Mapping[str, object]:
    if not isinstance(value, Mapping):
        raise _bad(where, "must be an object")
    return value


def _bad(where: str, why: str) -> BadInput:
    return BadInput({where: why})
