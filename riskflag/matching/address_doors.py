"""What is read of an address before its words: house number, unit, floor and postcode.

Most of the addresses that share a street or a district with one are told from it by their numbers alone, and
their words need not be read.
"""

import re
from dataclasses import dataclass

from riskflag.matching.address_numbers import take_number, take_units
from riskflag.matching.address_words import NUMBER_WORDS, UNIT_WORDS, clean, repair_words
from riskflag.matching.memory import remembered
from riskflag.matching.postcode import take_postcode
from riskflag.records.base import Address

NO_NAMES = UNIT_WORDS | {"floor"}
"""Words that say what kind of unit it is, and never what a place is called."""
_HYPHEN_IN_NAME = re.compile(r"(?<=[a-z])-(?=[a-z])")
_SLASHED = re.compile(r"(?<!\d)\d{1,4}[a-z]?(?:\s?/\s?\d{1,4}[a-z]?(?![a-z0-9]))+")
_DIGITS = re.compile(r"\d+")
_PIECES = re.compile(r"\d+|[a-z]+")
_NO_FIXED_ABODE = re.compile(
    r"^\W*(?:n\W?f\W?a|no fixed (?:abode|address)|homeless|unknown|not known|none)\b\D*$"
)


@dataclass(frozen=True, slots=True)
class Doors:
    """Where in a street an address is, with the text that is left to be read.

    units: what tells it from its neighbours in the building: flat numbers, and the A of 12A
    floors: floors it is on
    around_slash: numbers written with slashes, "27/3": house and flat either way round, or a range
    numbers: lowest and highest house number; the same twice unless it is a range
    postcode: "ab1 2cd", or "ab1", or empty
    before: the text before the house number
    after: the text after it
    numbered_in_text: whether the text has a house number, whatever the form's fields have
    nowhere: whether it says that there is no address
    """

    units: frozenset[str] = frozenset()
    floors: frozenset[str] = frozenset()
    around_slash: frozenset[str] = frozenset()
    numbers: tuple[int, int] | None = None
    postcode: str = ""
    before: str = ""
    after: str = ""
    numbered_in_text: bool = False
    nowhere: bool = False


@remembered
def read_doors(address: Address) -> Doors:
    """Read numbers and postcode; the form's fields win over the text."""
    text = clean(address.text) or clean(", ".join(filter(None, _fields(address))))
    if not address.postcode and _NO_FIXED_ABODE.match(text):
        return Doors(nowhere=True)
    text, postcode = take_postcode(text)
    around_slash = _around_slash(text)
    text, units, floors = take_units(repair_words(text).replace(".", " ").replace(";", ","))
    numbers, suffix, before, after = take_number(_HYPHEN_IN_NAME.sub(" ", text) if "-" in text else text)
    numbered_in_text = numbers is not None
    units = units | suffix if suffix else units
    if address.number:
        around_slash = around_slash or _around_slash(clean(address.number))
        field, suffix, _, _ = take_number(clean(address.number))
        numbers, units = field or numbers, units | suffix if field else units
    if address.unit:
        units, floors = _read_unit(address.unit, units, floors)
    if address.postcode:
        postcode = take_postcode(clean(address.postcode))[1] or postcode
    return Doors(units, floors, around_slash, numbers, postcode, before, after, numbered_in_text)


def _fields(address: Address) -> tuple[str | None, ...]:
    unit = f"flat {address.unit}" if address.unit and len(address.unit) < 4 else address.unit
    return unit, f"{address.number or ''} {address.street or ''}".strip(), address.town, address.postcode


def _around_slash(text: str) -> frozenset[str]:
    """The numbers of the first run that is written with slashes."""
    found = _SLASHED.search(text) if "/" in text else None
    if not found:
        return frozenset()
    return frozenset(number.lstrip("0") for number in _DIGITS.findall(found.group()))


def _read_unit(
    field: str, units: frozenset[str], floors: frozenset[str]
) -> tuple[frozenset[str], frozenset[str]]:
    """Units and floors from the form's field, which may hold "Flat 2", "2" or "first floor"."""
    rest, read, on_floors = take_units(clean(field))
    bare = frozenset(NUMBER_WORDS.get(word, word) for word in _PIECES.findall(rest) if word not in NO_NAMES)
    return (read | bare or units), (on_floors or floors)
