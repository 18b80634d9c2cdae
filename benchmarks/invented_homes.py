"""As many invented homes as are wanted, as unevenly spread as homes are.

Some 600 towns and 900 street names; a few towns are large and a few names common, so that many homes have a
street or a number in common, and neighbours a postcode. One in ten is a flat. Of those whose homes are asked
for, one in sixty lives in a hostel of forty.
"""

from hashlib import blake2b
from itertools import product

from riskflag.records import Address
from riskflag.vocabulary import Uprn

_STREETS = [
    f"{one}{two} {kind}"
    for kind, one, two in product(
        "Road Street Avenue Close Lane Drive Way Court Gardens".split(),
        "Ash Birch Cedar Dale Elm Fir Haw Lime Mill Rowan".split(),
        ["", *"brook cliff dene field grove hurst moor thorn wood".split()],
    )
]
_TOWNS = [
    f"{one}{two}"
    for one, two in product(
        "Aldin Barns Cald Drax Ever Fern Hart Ilm Kes Lang Marl Nor Osw Pen Quar Ros Sax Tarn Wex".split(),
        """beck borough bridge bury by castle cliffe combe dale den field ford gate ham haven ley minster moor
        mouth pool port sands stead stoke ton wick wold worth""".split(),
    )
]
_NEIGHBOURS = 30
"""How many houses of a street share a postcode."""
_HOSTEL, _IN_A_HOSTEL = 2400, 60
_LETTERS = "ABDEFGHJLNPQRSTUWXYZ"


def home(number: int, which: int = 0) -> Address:
    """The home of this number.

    which: of one person's homes
    """
    if which and number % _IN_A_HOSTEL == 0:
        return _hostel(number // _HOSTEL)
    chance = int.from_bytes(blake2b(f"{number} {which}".encode(), digest_size=16).digest(), "big")
    chance, town = _uneven(chance, len(_TOWNS))
    chance, street = _uneven(chance, len(_STREETS))
    chance, house = _uneven(chance, 160)
    flat = f"Flat {chance % 12 + 1}, " if chance // 12 % 10 == 0 else ""
    return _address(town, street, house + 1, flat, Uprn(str(10**11 + number * 10 + which)))


def _hostel(number: int) -> Address:
    chance = int.from_bytes(blake2b(f"hostel {number}".encode(), digest_size=8).digest(), "big")
    return _address(
        chance % len(_TOWNS),
        chance // 1000 % len(_STREETS),
        2,
        "Haven House, ",
        Uprn(str(2 * 10**11 + number)),
    )


def _uneven(chance: int, many: int) -> tuple[int, int]:
    """What is left of the chance, and one of many, the first of them the most often."""
    chance, one = divmod(chance, 2**16)
    return chance, int((one / 2**16) ** 2 * many)


def _address(town: int, street: int, house: int, within: str, uprn: Uprn) -> Address:
    postcode = _postcode(town, street, house)
    road = _STREETS[street]
    text = f"{within}{house} {road}, {_TOWNS[town]}, {postcode}"
    return Address(text, uprn, number=str(house), street=road, town=_TOWNS[town], postcode=postcode)


def _postcode(town: int, street: int, house: int) -> str:
    """Of a town one district, or of a large one some; of a street one unit for each of its parts."""
    area = _LETTERS[town // 7 % 20] + _LETTERS[town // 140 % 20]
    part = street * 8 + house // _NEIGHBOURS
    district = town % 7 * 10 + part % (3 if town < 60 else 1) + 1
    unit = part // 9
    return f"{area}{district} {part % 9 + 1}{_LETTERS[unit % 20]}{_LETTERS[unit // 20 % 20]}"
