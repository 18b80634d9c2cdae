"""As many invented addresses as are wanted: none is a real one, since no postcode area begins with Z.

They are as crowded as real ones: houses of one street share postcodes, streets of one name lie in many towns,
and one home in seven is a flat.
"""

from itertools import product
from string import ascii_uppercase

from riskflag.records import Address

HOMES_TO_A_POSTCODE = 15
POSTCODES_TO_A_STREET = 3
STREETS_TO_A_TOWN = 200
FLATS_TO_A_BUILDING = 6
_FIRST = (
    "Alder Birch Cedar Elder Fern Gorse Hazel Ivy Juniper Larch Maple Oak Poplar Rowan Sorrel Willow".split()
)
_SECOND = "bank beck brook combe croft dale field ford gate grove ham holt ley mead ridge stead wick".split()
_TYPES = "Road Street Avenue Close Lane Drive Terrace Court Way Gardens Crescent Place".split()
_STREETS = [f"{one}{two} {kind}" for one, two, kind in product(_FIRST, _SECOND, _TYPES)]
_TOWNS = [f"{one}{two}{end}" for one, two, end in product(_FIRST, _SECOND, ("", " Sands", " Green", " Vale"))]
_UNITS = [f"{one}{two}" for one, two in product("ABDEFGHJLNPQRSTUWXYZ", repeat=2)]


def invented(number: int) -> Address:
    """The address of this number, from 0 on; each number has its own.

    Beyond about 17 million they begin to repeat.
    """
    place, home = divmod(number, HOMES_TO_A_POSTCODE)
    street_number, part = divmod(place, POSTCODES_TO_A_STREET)
    town_number, _ = divmod(street_number, STREETS_TO_A_TOWN)
    street = _STREETS[street_number * 613 % len(_STREETS)]
    town = _TOWNS[town_number * 7 % len(_TOWNS)]
    house = str(part * HOMES_TO_A_POSTCODE + home + 1)
    flat = f"Flat {home % FLATS_TO_A_BUILDING + 1}, " if street_number % 7 == 0 else ""
    if flat:
        house = str(part * 3 + home // FLATS_TO_A_BUILDING + 1)
    postcode = _postcode(place)
    return Address(f"{flat}{house} {street}, {town}, {postcode}", postcode=postcode)


def _postcode(place: int) -> str:
    sector, unit = divmod(place, len(_UNITS))
    district, inward = divmod(sector, 9)
    area, outward = divmod(district, 99)
    return f"Z{ascii_uppercase[area % 26]}{outward + 1} {inward + 1}{_UNITS[unit]}"
