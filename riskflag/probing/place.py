"""What is kept of an address that was asked about, so that enquiries can be set beside each other quickly.

Two spellings of one property should come to one text without comparing them, because a store can look up only
what is equal. So what is likely to be written in two ways is left out (the street, where postcode and number
say enough), written out (abbreviations), or reduced to how it sounds.
"""

from dataclasses import dataclass, field, replace

from riskflag.matching.address_parts import AddressParts, Words, take_apart
from riskflag.matching.address_words import EMPTY_WORDS, STREET_TYPES, clean
from riskflag.matching.postcode import outward_code, postcode_sector
from riskflag.records.base import Address, Point

SPOT_METRES = 250
"""Two locations in one square of this size are one spot."""
_SOUNDS = {
    letter: str(sound)
    for sound, letters in enumerate(("bfpv", "cgjkqsxz", "dt", "l", "mn", "r"), 1)
    for letter in letters
}
"""The consonants that are heard, and written, in each other's place (the classes of Soundex)."""


@dataclass(frozen=True, slots=True)
class Place:
    """An address as the counting needs it. Nothing of it is printed; a store keeps it sealed.

    canonical: what `canonical_place` says
    door: house number or building's name, and the street's sound: where two spellings of one address meet
    said: what is said beside it: unit, postcode, town, UPRN and spot, each empty where nothing is said
    street: the street, in its postcode sector or town; empty where none is named
    postcode: "ab1 2cd", or "ab1", or empty
    point: where it is, when it has been located
    written: the text as written, without case and punctuation
    """

    canonical: str = field(repr=False)
    door: str = field(repr=False)
    said: tuple[str, str, str, str, str] = field(repr=False)
    street: str = field(repr=False)
    postcode: str = field(repr=False)
    point: Point | None = field(repr=False)
    written: str = field(repr=False)

    @property
    def unit(self) -> str:
        """Flat, room or floor; empty where none is given."""
        return self.said[0]


def place_of(address: Address) -> Place:
    """What is kept of an address."""
    parts = _house_first(take_apart(address))
    sound = _street_sound(parts)
    postcode = parts.postcode if " " in parts.postcode else ""
    town = "" if postcode else _town(parts)
    number = _number(parts)
    written = _squeezed(address.text)
    area = postcode_sector(postcode) or outward_code(parts.postcode) or town
    return Place(
        canonical=_canonical(address, parts),
        door=f"{number} {sound}" if number or sound else written,
        said=(_unit(parts), postcode, town, _uprn(address), _spot(address.point)),
        street=f"{sound} {area}" if sound else "",
        postcode=parts.postcode,
        point=address.point,
        written=written,
    )


def canonical_place(address: Address) -> str:
    """One stable text for one property: its UPRN where that is given, else its parts in one order.

    Made for a keyed index, so equal or nothing: a misspelt street is still found by postcode and number, and
    a misspelt postcode makes another text. Never to be logged or kept unsealed.
    """
    return _canonical(address, _house_first(take_apart(address)))


def canonical_building(address: Address) -> str:
    """The same for the building, whichever flat or room of it is meant: for the list of known premises."""
    parts = _house_first(take_apart(address))
    return _canonical(Address(address.text), replace(parts, units=frozenset(), floors=frozenset()))


def _canonical(address: Address, parts: AddressParts) -> str:
    if _uprn(address):
        return f"uprn {_uprn(address)}"
    number = _number(parts)
    unit = _unit(parts)
    if number and " " in parts.postcode:
        return f"door {parts.postcode.replace(' ', '')} {number} {unit}".rstrip()
    words = " ".join(parts.street if number else parts.line)
    where = parts.postcode or " ".join(_telling(parts.locality))
    said = " / ".join((number, unit, words, where))
    return f"text {said}" if said.strip(" /") else f"text {_squeezed(address.text)}"


def _house_first(parts: AddressParts) -> AddressParts:
    """The parts with house and flat in one order: "51 Lark Lodge" is a flat of it, "27/3" is "3/27"."""
    bare = next(iter(parts.units)) if len(parts.units) == 1 else ""
    if not bare.isdecimal():
        return parts
    unit = int(bare)
    if parts.numbers is None:
        return _renumbered(parts, unit, frozenset()) if parts.line else parts
    house = parts.numbers[0]
    if parts.around_slash and house == parts.numbers[1] and unit > house:
        return _renumbered(parts, unit, frozenset({str(house)}))
    return parts


def _renumbered(parts: AddressParts, number: int, units: frozenset[str]) -> AddressParts:
    street = parts.street or parts.name
    return AddressParts(
        units, parts.floors, (number, number), (), street, False, parts.locality, parts.postcode
    )


def _number(parts: AddressParts) -> str:
    return "-".join(dict.fromkeys(map(str, parts.numbers or ())))


def _unit(parts: AddressParts) -> str:
    return " ".join(sorted(parts.units) or sorted(parts.floors))


def _uprn(address: Address) -> str:
    return (address.uprn or "").strip().lstrip("0")


def _spot(point: Point | None) -> str:
    return f"{point.easting // SPOT_METRES} {point.northing // SPOT_METRES}" if point else ""


def _town(parts: AddressParts) -> str:
    """How the last word of the locality sounds, where the post town usually stands."""
    telling = _telling(parts.locality)
    return _sound(telling[-1]) if telling else ""


def _street_sound(parts: AddressParts) -> str:
    """How the street's name sounds, and its kind; without a kind its first word: the rest may be a town."""
    words = _telling(parts.street if parts.numbers else parts.line) or _telling(parts.name)
    ends = next((place for place, word in enumerate(words) if place and word in STREET_TYPES), 0)
    if not ends:
        return _sound(words[0]) if words else ""
    return " ".join((*map(_sound, words[:ends]), words[ends]))


def _telling(words: Words) -> Words:
    return tuple(word for word in words if word not in EMPTY_WORDS)


def _sound(word: str) -> str:
    """A word's first letter and the kinds of consonants after it, in no order: slips leave it as it is."""
    return word[:1] + "".join(sorted({_SOUNDS[letter] for letter in word[1:] if letter in _SOUNDS}))


def _squeezed(text: str) -> str:
    return "".join(character for character in clean(text) if character.isalnum())
