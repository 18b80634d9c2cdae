"""A zone's polygons as shapes of the geometry library, and many zones searched at once.

Everything is on the British National Grid, where a straight line is a distance. A circle is not turned into
a polygon: distance from its centre is exact.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import shapely

from riskflag.records.base import Point
from riskflag.records.orders import Zone, ZonePart

CORNERS = 3
"""Fewer corners than these enclose nothing."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A polygon of a zone.

    area: what it encloses; where its boundary crosses itself, what lies within an odd number of turns
    edge: every boundary, as drawn
    precision_metres: how far its corners may lie from where they are drawn
    sound: whether the boundary encloses one area, as whoever drew it must have meant
    """

    area: shapely.Geometry
    edge: shapely.Geometry
    precision_metres: int
    sound: bool

    def holds(self, point: Point) -> bool:
        """Whether a point is in it, or on its edge."""
        return self.area.covers(shapely.Point(point.easting, point.northing))

    def metres_to_edge(self, point: Point) -> float:
        """Distance from a point to the nearest edge, from inside or outside."""
        return self.edge.distance(shapely.Point(point.easting, point.northing))


def shape_of(part: ZonePart) -> Shape | None:
    """One piece of a zone as a shape; None where any of its boundaries has too few corners."""
    rings = (part.boundary, *(hole.boundary for hole in part.holes))
    if any(len(set(_corners(ring))) < CORNERS for ring in rings):
        return None
    shell, *holes = map(_corners, rings)
    polygon = shapely.Polygon(shell, holes)
    sound = polygon.is_valid
    precision = max(corner.precision_metres for ring in rings for corner in ring)
    return Shape(polygon if sound else shapely.make_valid(polygon), polygon.boundary, precision, sound)


def _corners(ring: Sequence[Point]) -> list[tuple[float, float]]:
    return [(corner.easting, corner.northing) for corner in ring]


def pieces(zone: Zone) -> tuple[ZonePart, ...]:
    """Every polygon of a zone, the one that it may have of its own first."""
    return (ZonePart(zone.boundary), *zone.parts) if zone.boundary else zone.parts


class ZoneIndex:
    """Many zones, of which those that may hold a point are found without looking at each."""

    def __init__(self, zones: Sequence[Zone]) -> None:
        """Zones are known by their places in ``zones``."""
        reaches = [_reach(zone) for zone in zones]
        self._anywhere = tuple(place for place, reach in enumerate(reaches) if reach is None)
        self._drawn = [(place, reach) for place, reach in enumerate(reaches) if reach is not None]
        self._tree = shapely.STRtree([reach for _, reach in self._drawn])

    def near(self, point: Point) -> tuple[int, ...]:
        """The places, in order, of zones that the point may be in: every one that is not surely elsewhere,
        and so every one of which it is not known where it is."""
        found = self._tree.query(_square(point, point.precision_metres))
        return tuple(sorted((*self._anywhere, *(self._drawn[int(each)][0] for each in found))))


def _reach(zone: Zone) -> shapely.Geometry | None:
    """A rectangle that holds all of a zone with its imprecision; None for one that is not wholly drawn."""
    shapes = [shape_of(piece) for piece in pieces(zone)]
    half_drawn = (zone.centre is None) != (zone.radius_metres is None)
    no_extent = zone.radius_metres is not None and zone.radius_metres <= 0
    if half_drawn or no_extent or not zone.placed or not all(shape and shape.sound for shape in shapes):
        return None
    bounds = [_square(point, metres).bounds for point, metres in _outermost(zone)]
    west, south, east, north = zip(*bounds, strict=True)
    return shapely.box(min(west), min(south), max(east), max(north))


def _outermost(zone: Zone) -> Iterator[tuple[Point, int]]:
    """Points of a zone, each with how far around it the zone, or its imprecision, may reach."""
    if zone.centre is not None and zone.radius_metres is not None:
        yield zone.centre, zone.radius_metres + zone.centre.precision_metres
    for piece in pieces(zone):
        rings = (piece.boundary, *(hole.boundary for hole in piece.holes))
        precision = max(corner.precision_metres for ring in rings for corner in ring)
        yield from ((corner, precision) for corner in piece.boundary)


def _square(point: Point, metres: int) -> shapely.Geometry:
    east, north = point.easting, point.northing
    return shapely.box(east - metres, north - metres, east + metres, north + metres)
