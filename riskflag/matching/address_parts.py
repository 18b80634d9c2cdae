"""An address taken apart: unit, floor, house number, name, street, locality and postcode.

Form fields win over what can be read from the text, because digits in free text are easily taken for the
wrong thing. What is read is read the same way on both sides, so an odd reading compares equal to itself.
"""

import re
from dataclasses import dataclass

from riskflag.matching.address_doors import NO_NAMES, Doors, read_doors
from riskflag.matching.address_numbers import take_number
from riskflag.matching.address_words import ABBREVIATIONS, STREET_TYPES, clean
from riskflag.matching.memory import remembered
from riskflag.records.base import Address
from riskflag.reference.look_alikes import doubtful_words

Words = tuple[str, ...]

_PIECES = re.compile(r"\d+|[a-z]+")
_DIRECTIONS = frozenset({"north", "south", "east", "west", "upper", "lower"})


@dataclass(frozen=True, slots=True)
class AddressParts:
    """What an address says, in lower case and in full words.

    units: what tells it from its neighbours in the building: flat numbers, and the A of 12A
    floors: floors it is on
    around_slash: numbers written with slashes, "27/3": house and flat either way round, or a range
    numbers: lowest and highest house number; the same twice unless it is a range
    name: words before the number, where a building's name stands
    street: words of the street; without a number, of the whole line up to and including the street
    street_is_open: nothing showed where the street ends, so it may run on into the locality
    locality: the words after the street
    postcode: "ab1 2cd", or "ab1", or empty
    """

    units: frozenset[str] = frozenset()
    floors: frozenset[str] = frozenset()
    numbers: tuple[int, int] | None = None
    name: Words = ()
    street: Words = ()
    street_is_open: bool = False
    locality: Words = ()
    postcode: str = ""
    around_slash: frozenset[str] = frozenset()

    @property
    def empty(self) -> bool:
        """Whether nothing usable was given."""
        return not (self.numbers or self.units or self.name or self.street or self.postcode)

    @property
    def line(self) -> Words:
        """Building and street together, as they stand in an address without a number."""
        return self.name + self.street


@remembered
def take_apart(address: Address) -> AddressParts:
    """Read an address; its form fields win over its text."""
    return with_words(read_doors(address), address)


def with_words(doors: Doors, address: Address) -> AddressParts:
    """The rest of an address of which the numbers are read."""
    if doors.nowhere:
        return AddressParts()
    street, is_open, locality = _words_of(doors, address)
    return AddressParts(
        doors.units,
        doors.floors,
        doors.numbers,
        _flat(_segments(doors.before)) if doors.before else (),
        street,
        is_open,
        locality,
        doors.postcode,
        doors.around_slash,
    )


def _words_of(doors: Doors, address: Address) -> tuple[Words, bool, Words]:
    """The street, whether its end is unknown, and the locality."""
    street, is_open, locality = _take_street(_segments(doors.after), doors.numbered_in_text)
    if address.street:
        street, is_open = _flat(_segments(take_number(clean(address.street))[3])), False
    if address.town:
        locality = _flat(_segments(clean(address.town)))
    return street, is_open, locality


def identifies_one_property(address: Address) -> bool:
    """Whether this can mean only one property: a UPRN, or a full postcode with a number or a name.

    What is written with letters or digits that only look like ours may mean another than it seems to.
    """
    if address.uprn:
        return True
    if doubtful_words(*texts_of(address)):
        return False
    parts = take_apart(address)
    return " " in parts.postcode and bool(parts.numbers or parts.name)


def texts_of(address: Address) -> tuple[str | None, ...]:
    """Everything that somebody wrote of an address; the same places, whatever was filled in."""
    return address.text, address.unit, address.number, address.street, address.town, address.postcode


def _segments(text: str) -> list[Words]:
    """The words between commas, abbreviations written out; empty segments dropped."""
    return [words for words in map(_words, text.split(",")) if words]


def _words(segment: str) -> Words:
    """The words of a phrase, written out."""
    words = [ABBREVIATIONS.get(word, word) for word in _PIECES.findall(segment) if word not in NO_NAMES]
    if "st" in words:
        words = [_saint_or_street(words, place) if word == "st" else word for place, word in enumerate(words)]
    return tuple(words)


def _saint_or_street(words: list[str], place: int) -> str:
    """ "St" is a saint where a phrase starts and where a street has just ended, and a street elsewhere."""
    follows_a_street = place > 1 and words[place - 1] in STREET_TYPES and place + 1 < len(words)
    return "saint" if place == 0 or follows_a_street else "street"


def _flat(segments: list[Words]) -> Words:
    return tuple(word for segment in segments for word in segment)


def _take_street(segments: list[Words], numbered: bool) -> tuple[Words, bool, Words]:
    """The street, whether its end is unknown, and the words after it.

    It ends with a street type, in the first phrase or in one of the next two ("1, The Larches, Busty Bank").
    """
    for place, segment in enumerate(segments[:3]):
        end = _street_end(segment, numbered)
        if end:
            street = _flat(segments[:place]) + segment[:end]
            return street, False, segment[end:] + _flat(segments[place + 1 :])
    if not segments:
        return (), False, ()
    return segments[0], len(segments) == 1, _flat(segments[1:])


def _street_end(words: Words, numbered: bool) -> int:
    """Where the street ends in a phrase: after its last street type in a row, and a direction; 0 for nowhere.

    Without a house number a court is a building, and the street is still to come.
    """
    for place in range(1, len(words)):
        following = words[place + 1] if place + 1 < len(words) else ""
        ends = words[place] in STREET_TYPES and (numbered or words[place] != "court")
        if ends and following not in STREET_TYPES:
            return place + 2 if following in _DIRECTIONS else place + 1
    return 0
