"""Whether a place lies in a zone, and whether two addresses are near each other.

Everything is on the British National Grid, where a straight line is a distance. A located address is only as
good as its precision: a postcode's centre may be some hundred metres from the door, and a place nearer to a
boundary than that is too close to call.

No `because` carries a distance, a direction or an area. Three distances to a home are enough to find it.
"""

from dataclasses import dataclass, replace
from enum import StrEnum
from math import hypot

from riskflag.matching.address import compare_addresses
from riskflag.matching.address_likeness import compare_words
from riskflag.matching.address_parts import AddressParts, take_apart
from riskflag.matching.located import locate
from riskflag.matching.postcode import PostcodeRelation, compare_postcodes
from riskflag.matching.zones import pieces, shape_of
from riskflag.records.base import Address, Point
from riskflag.records.orders import Zone, ZonePart
from riskflag.vocabulary import AddressBand

ALIKE = 0.9
"""Street and town likeness from which two addresses are in one street of one town."""
BY_POSTCODE = "the address may be inside the zone: its postcode is, and nobody located its door"
CONTRADICTED = "a postcode is far from where the address was located, so that one of the two is wrong"


class ZonePosition(StrEnum):
    """Where a place is, seen from a zone."""

    INSIDE = "inside"
    OUTSIDE = "outside"
    TOO_CLOSE_TO_CALL = "too_close_to_call"
    CANNOT_TELL = "cannot_tell"


class Nearness(StrEnum):
    """Whether two addresses are near each other."""

    NEAR = "near"
    NOT_NEAR = "not_near"
    CANNOT_TELL = "cannot_tell"


@dataclass(frozen=True, slots=True)
class ZoneMatch:
    """Where a place is, seen from a zone, and why that is so."""

    position: ZonePosition
    because: str


@dataclass(frozen=True, slots=True)
class NearnessMatch:
    """Whether two addresses are near each other, and why that is so."""

    nearness: Nearness
    because: str


def distance_metres(left: Point, right: Point) -> float:
    """Straight-line distance, in metres."""
    return hypot(left.easting - right.easting, left.northing - right.northing)


def locate_in_zone(zone: Zone, point: Point | None) -> ZoneMatch:
    """Say where a point is, seen from a zone; a zone drawn as circle and polygons is all of them."""
    if point is None:
        return ZoneMatch(ZonePosition.CANNOT_TELL, "the address has not been located")
    positions = {_in_circle(zone, point), *(_in_piece(piece, point) for piece in pieces(zone))} - {None}
    if ZonePosition.INSIDE in positions:
        return ZoneMatch(ZonePosition.INSIDE, "the address is inside the zone")
    if ZonePosition.TOO_CLOSE_TO_CALL in positions:
        return ZoneMatch(
            ZonePosition.TOO_CLOSE_TO_CALL,
            "the address is closer to the zone's edge than it is precisely located",
        )
    if ZonePosition.CANNOT_TELL in positions or not positions:
        return ZoneMatch(ZonePosition.CANNOT_TELL, "the zone is not drawn, or only in part")
    return ZoneMatch(ZonePosition.OUTSIDE, "the address is outside the zone")


def locate_in_zone_by_address(zone: Zone, address: Address, around: Address | None = None) -> ZoneMatch:
    """Say where an address is, seen from a zone, by its postcode where nobody located it.

    around: whose place is the zone's centre, for a zone of which only the radius is given
    By a postcode alone nothing is inside: the door may be on the other side of the edge.
    """
    place, centre = locate(address), locate(around) if around else None
    if around is not None:
        zone = replace(zone, centre=centre.point if centre else None)
    match = locate_in_zone(zone, place.point if place else None)
    found = [each for each in (place, centre) if each]
    if match.position is ZonePosition.INSIDE and any(each.by_postcode for each in found):
        return ZoneMatch(ZonePosition.TOO_CLOSE_TO_CALL, BY_POSTCODE)
    if match.position is ZonePosition.OUTSIDE and any(each.contradicted for each in found):
        return ZoneMatch(ZonePosition.CANNOT_TELL, CONTRADICTED)
    return match


def how_near(left: Address, right: Address, near_metres: int) -> NearnessMatch:
    """Say whether two addresses are near each other.

    near_metres: the local near-distance. Points closer to it than their precision count as near. An address
        that nobody located is as near as its postcode.
    """
    band = compare_addresses(left, right).band
    if band in (AddressBand.SAME_PROPERTY, AddressBand.SAME_BUILDING):
        return NearnessMatch(Nearness.NEAR, "they are in the same building")
    one, other = take_apart(left), take_apart(right)
    if compare_postcodes(one.postcode, other.postcode) is PostcodeRelation.EQUAL:
        return NearnessMatch(Nearness.NEAR, "the postcodes are equal")
    if _in_one_street(one, other):
        return NearnessMatch(Nearness.NEAR, "they are in the same street of the same town")
    by_place = _near_by_place(left, right, near_metres)
    if band is AddressBand.POSSIBLE and by_place.nearness is Nearness.NOT_NEAR:
        return NearnessMatch(Nearness.CANNOT_TELL, "they may be one address, wrongly written or located")
    return by_place


def _in_circle(zone: Zone, point: Point) -> ZonePosition | None:
    """Where the point is by the circle; None when no circle is drawn."""
    if zone.centre is None and zone.radius_metres is None:
        return None
    if zone.centre is None or not zone.radius_metres or zone.radius_metres < 0:
        return ZonePosition.CANNOT_TELL
    beyond = distance_metres(zone.centre, point) - zone.radius_metres
    return _position(beyond <= 0, abs(beyond), zone.centre.precision_metres + point.precision_metres)


def _in_piece(piece: ZonePart, point: Point) -> ZonePosition:
    """Where the point is by one polygon. Outside of one whose boundary crosses itself, there is no telling:
    whoever drew it meant something else."""
    shape = shape_of(piece)
    if shape is None:
        return ZonePosition.CANNOT_TELL
    precision = shape.precision_metres + point.precision_metres
    position = _position(shape.holds(point), shape.metres_to_edge(point), precision)
    unsound = position is ZonePosition.OUTSIDE and not shape.sound
    return ZonePosition.CANNOT_TELL if unsound else position


def _position(inside: bool, margin: float, precision: int) -> ZonePosition:
    if margin <= precision:
        return ZonePosition.TOO_CLOSE_TO_CALL
    return ZonePosition.INSIDE if inside else ZonePosition.OUTSIDE


def _near_by_place(left: Address, right: Address, near_metres: int) -> NearnessMatch:
    """Near or not by where they are located. Only a location can say "not near": two towns, or two postcode
    areas, may meet in the middle of a street."""
    one, other = locate(left), locate(right)
    if one is None or other is None:
        return NearnessMatch(Nearness.CANNOT_TELL, "one of them is not located")
    precision = one.point.precision_metres + other.point.precision_metres
    least = distance_metres(one.point, other.point) - precision
    if least <= near_metres:
        return NearnessMatch(Nearness.NEAR, "they are, or may be, within the local near-distance")
    if one.contradicted or other.contradicted:
        return NearnessMatch(Nearness.CANNOT_TELL, CONTRADICTED)
    return NearnessMatch(Nearness.NOT_NEAR, "they are beyond the local near-distance")


def _in_one_street(one: AddressParts, other: AddressParts) -> bool:
    words = compare_words(_street_only(one, other), _street_only(other, one))
    return words.street >= ALIKE and not words.street_types_differ and (words.locality or 0.0) >= ALIKE


def _street_only(parts: AddressParts, other: AddressParts) -> AddressParts:
    """Without the building's name, which stands before the street where there is no number."""
    longest = len(other.street) if parts.numbers is None and other.street else len(parts.street)
    return replace(parts, name=(), street=parts.street[-longest:])
