"""How the address of a protected place compares with another. Of all facts these alone open it; what they
give back is a band, a nearness or a position, never the address, a distance or a direction."""

from riskflag.facts.one_area import in_one_area
from riskflag.facts.places_named import gives_away
from riskflag.matching.address import AddressMatch, compare_addresses
from riskflag.matching.place import Nearness, ZoneMatch, how_near, locate_in_zone_by_address
from riskflag.records import Address, ProtectedPlace, Zone


def set_against(place: ProtectedPlace, address: Address | None) -> AddressMatch | None:
    """Whether the two are one place; None where its address is withheld or there is nothing to compare."""
    known = _known(place)
    return None if known is None or address is None else compare_addresses(known, address)


def nearness_of(place: ProtectedPlace, address: Address | None, near_metres: int) -> Nearness:
    """Whether it is near; CANNOT_TELL where its address is withheld or there is nothing to compare."""
    known = _known(place)
    if known is None or address is None:
        return Nearness.CANNOT_TELL
    return how_near(known, address, near_metres).nearness


def shares_an_area(place: ProtectedPlace, address: Address) -> bool:
    """Whether the two are in one area, withheld or not."""
    return place.address is not None and in_one_area(place.address.reveal(), address)


def within_zone_around(place: ProtectedPlace, zone: Zone, address: Address) -> ZoneMatch | None:
    """Where the address lies in a zone that is drawn around the place; None where that is withheld."""
    known = _known(place)
    return None if known is None else locate_in_zone_by_address(zone, address, around=known)


def is_given_away(place: ProtectedPlace, text: str, site: Address | None) -> bool:
    """Whether a text tells where it is, withheld or not: what is withheld from us can be told to others."""
    return place.address is not None and gives_away(place.address.reveal(), text, site)


def _known(place: ProtectedPlace) -> Address | None:
    return None if place.withheld or place.address is None else place.address.reveal()
