"""Whether places that were asked about lie, or follow each other, as they do when somebody is sought.

Only located places have a shape. Each function looks for a few places among those given that make it, so that
places asked about in between hide nothing. Distances are metres on the British National Grid.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import atan2, degrees, hypot

from riskflag.matching.place import distance_metres
from riskflag.probing.place import Place
from riskflag.records.base import Point

Metres = tuple[float, float]
"""East and north."""

STEP_METRES = 200, 15_000
"""The first step of a search that closes in is neither next door nor across the country."""
SHRINKS = 0.1, 0.75
"""By how much each step of such a search is shorter than the one before."""
RING_METRES = 100, 3_000
"""From what to what radius a ring is looked for."""
OFF_THE_RING = 0.15
"""How far off the ring an address may lie, as a share of its radius."""
RING_GAPS = 35.0, 150.0
"""The least and the greatest angle between neighbours on a ring, in degrees."""


def in_one_area(one: Place, other: Place, metres: int) -> bool:
    """Whether two places are within ``metres``, in one street, or of one postcode."""
    if one.point and other.point and distance_metres(one.point, other.point) <= metres:
        return True
    if one.street and one.street == other.street:
        return True
    return " " in one.postcode and one.postcode == other.postcode


@dataclass(frozen=True, slots=True)
class Visit:
    """A point, with the places in the order of asking at which it was asked about first and last."""

    point: Point
    first: int
    last: int


def closes_in(before: Sequence[Visit], goal: Point) -> bool:
    """Whether three of the earlier points, one after another, lead to the last one by ever shorter steps."""
    for third in before:
        to_goal = distance_metres(third.point, goal)
        shortest, longest = to_goal / SHRINKS[1], to_goal / SHRINKS[0]
        east, north = third.point.easting, third.point.northing
        for second in before:
            step = hypot(second.point.easting - east, second.point.northing - north)
            in_time = second.first <= third.last
            if in_time and shortest <= step <= longest and _led_to(before, second, third, step):
                return True
    return False


def evenly_spaced(others: Sequence[Point], last: Point) -> bool:
    """Whether three of the other points are spread on a ring with the last, as a grid's corners are too."""
    away = [(point.easting - last.easting, point.northing - last.northing) for point in others]
    for number, one in enumerate(away):
        for other in away[number + 1 :]:
            centre = _centre(one, other)
            if centre and any(_on_a_ring(centre, one, other, point) for point in away):
                return True
    return False


def _led_to(before: Sequence[Visit], second: Visit, third: Visit, step: float) -> bool:
    """Whether from an earlier point a longer step led to the second, and not too long a one."""
    shortest, longest = max(STEP_METRES[0], step / SHRINKS[1]), min(STEP_METRES[1], step / SHRINKS[0])
    return any(
        first.first <= second.last
        and first.first <= third.last
        and shortest <= distance_metres(first.point, second.point) <= longest
        for first in before
    )


def _centre(one: Metres, other: Metres) -> Metres | None:
    """The centre of the circle through the last point and two others, seen from the last.

    None where they are in line, or where the ring would be too small or too large.
    """
    twice = 2 * (one[0] * other[1] - one[1] * other[0])
    if not twice:
        return None
    a, b = one[0] * one[0] + one[1] * one[1], other[0] * other[0] + other[1] * other[1]
    centre = (other[1] * a - one[1] * b) / twice, (one[0] * b - other[0] * a) / twice
    return centre if RING_METRES[0] <= hypot(*centre) <= RING_METRES[1] else None


def _on_a_ring(centre: Metres, one: Metres, other: Metres, point: Metres) -> bool:
    """Whether a point is on the ring too, and the four are all round it."""
    radius = hypot(*centre)
    off = hypot(point[0] - centre[0], point[1] - centre[1]) - radius
    return abs(off) <= OFF_THE_RING * radius and _all_round(centre, ((0, 0), one, other, point))


def _all_round(centre: Metres, points: Sequence[Metres]) -> bool:
    angles = sorted(degrees(atan2(point[1] - centre[1], point[0] - centre[0])) for point in points)
    gaps = [later - earlier for earlier, later in pairwise((*angles, angles[0] + 360))]
    return min(gaps) >= RING_GAPS[0] and max(gaps) <= RING_GAPS[1]
