"""Where an address is, for zones and distances: where it was located, or else the centre of its postcode.

A postcode stands for some fifteen doors, and its centre may be some hundred metres from any of them. It can
place an address far from a zone, and near it; it never places one inside. Where somebody located an address
in another part of the country than its postcode is in, one of the two is wrong and neither places it anywhere
else than where the other may be.
"""

from dataclasses import dataclass
from math import hypot

from riskflag.matching.address_parts import take_apart
from riskflag.matching.memory import remembered
from riskflag.records.base import Address, Point
from riskflag.reference.postcodes import centre_of

FAR_METRES = 5_000
"""Beyond their precisions, how far a place may be from its postcode's centre before one of them is wrong."""


@dataclass(frozen=True, slots=True)
class Located:
    """Where an address is.

    point: the place, with how far the true one may lie from it
    by_postcode: nobody located the address, and the point is the centre of its postcode
    contradicted: its postcode is far from where somebody located it
    """

    point: Point
    by_postcode: bool = False
    contradicted: bool = False


@remembered
def locate(address: Address) -> Located | None:
    """Where an address is; None for one that is not located and gives no postcode that is known."""
    postcode = take_apart(address).postcode
    centre = centre_of(postcode) if " " in postcode else None
    by_postcode = Point(centre.easting, centre.northing, centre.precision_metres) if centre else None
    if address.point is not None:
        contradicted = by_postcode is not None and _far_apart(address.point, by_postcode)
        return Located(address.point, contradicted=contradicted)
    return Located(by_postcode, by_postcode=True) if by_postcode else None


def _far_apart(one: Point, other: Point) -> bool:
    apart = hypot(one.easting - other.easting, one.northing - other.northing)
    return apart > FAR_METRES + one.precision_metres + other.precision_metres
