"""Which of many addresses is likeliest to be one address: bands in order, and an order within each band.

A likeness puts candidates into an order and does nothing else. What is done about an address follows from its
band alone, so no threshold on a likeness may hide a candidate whose band says that somebody should look.
"""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from rapidfuzz import fuzz

from riskflag.matching.address import AddressMatch, compare_addresses, text_decides
from riskflag.matching.address_doors import Doors, read_doors
from riskflag.matching.address_parts import AddressParts, take_apart, texts_of, with_words
from riskflag.matching.address_position import Position, differ_in_number
from riskflag.matching.address_text import Comparison, compare_in_full, compare_parts
from riskflag.matching.address_words import NUMBER_WORDS
from riskflag.matching.memory import one_answer, remembered
from riskflag.matching.postcode import PostcodeRelation
from riskflag.records.base import Address
from riskflag.vocabulary import AddressBand

BANDS = (
    AddressBand.DIFFERENT,
    AddressBand.CANNOT_TELL,
    AddressBand.SAME_BUILDING,
    AddressBand.POSSIBLE,
    AddressBand.SAME_PROPERTY,
)
"""From the least to the most like. What may be the property itself comes before its other flats."""

_POSITIONS = {
    Position.EQUAL: 1.0,
    Position.NO_NUMBERS: 0.9,
    Position.EITHER_WAY_ROUND: 0.9,
    Position.IN_RANGE: 0.8,
    Position.UNIT_MISSING: 0.7,
    Position.UNITS_NOT_COMPARABLE: 0.5,
    Position.NUMBER_MISSING: 0.4,
    Position.UNITS_DIFFER: 0.2,
    Position.NUMBERS_DIFFER: 0.0,
}
_POSTCODES = {
    PostcodeRelation.EQUAL: 1.0,
    PostcodeRelation.NEAR: 0.7,
    PostcodeRelation.SAME_OUTWARD_CODE: 0.4,
    PostcodeRelation.MISSING: 0.4,
    PostcodeRelation.ELSEWHERE: 0.0,
}
_LOCALITY_UNKNOWN = 0.5
_POSTCODE = re.compile(r"[0-9oi][a-z0-9]?\s*[0-9oi][a-z]{2}\W*$")
_FIGURE = re.compile(rf"\d+|(?<![a-z'])(?:[a-z]|{'|'.join(NUMBER_WORDS)})(?![a-z])")


@dataclass(frozen=True, slots=True)
class RankedMatch:
    """One of many addresses set against one.

    place: where it stood among those given, from 0
    match: the band, and which parts agreed
    likeness: from 0 to 1; never higher than that of an address in a higher band
    """

    place: int
    match: AddressMatch
    likeness: float


@dataclass(frozen=True, slots=True)
class _Sought:
    """The one address that many are set against.

    doors, parts: what is read of it
    by_text: whether nothing but what is written decides
    """

    address: Address
    doors: Doors
    parts: AddressParts
    by_text: bool


def likeness(left: Address, right: Address) -> float:
    """How alike two addresses are, from 0 to 1, for an order only; symmetric."""
    return compare_with(left, (right,))[0].likeness


def compare_with(
    address: Address, many: Iterable[Address], bands: Collection[AddressBand] = BANDS
) -> list[RankedMatch]:
    """Each of many addresses set against one, the likeliest first and in the order given among equals.

    bands: those that are wanted; what is in another is left out, and costs a fraction of what is in them
    """
    with one_answer():
        sought = _Sought(address, read_doors(address), take_apart(address), text_decides(address))
        compared = ((place, other, _compared(sought, other, bands)) for place, other in enumerate(many))
        ranked = [
            RankedMatch(place, found[0], _likeness(*found, sought, other))
            for place, other, found in compared
            if found is not None
        ]
    return sorted(ranked, key=lambda match: (-match.likeness, match.place))


def _compared(
    sought: _Sought, other: Address, bands: Collection[AddressBand]
) -> tuple[AddressMatch, Comparison] | None:
    """What ``compare_addresses`` says and all that was compared; None where it is in no wanted band."""
    if sought.by_text and text_decides(other):
        doors = read_doors(other)
        if AddressBand.DIFFERENT not in bands and differ_in_number(sought.doors, doors):
            return None
        said, compared = compare_parts(sought.parts, with_words(doors, other))
        return (AddressMatch(*said), compared) if said[0] in bands else None
    match = compare_addresses(sought.address, other)
    return (match, compare_in_full(sought.address, other)[1]) if match.band in bands else None


def _likeness(match: AddressMatch, compared: Comparison, sought: _Sought, other: Address) -> float:
    """Each band has a fifth of the scale, and what was compared places the address within it."""
    within = _within(compared, _in_both(_figures(sought.address), _figures(other)))
    return (BANDS.index(match.band) + within) / len(BANDS)


def _within(compared: Comparison, figures: float) -> float:
    """The weighted mean of what was compared, below 1 so that no band reaches into the next."""
    words = compared.words
    locality = _LOCALITY_UNKNOWN if words.locality is None else words.locality
    mean = (
        0.25 * _POSITIONS[compared.position]
        + 0.25 * figures
        + 0.25 * words.street
        + 0.15 * _POSTCODES[compared.postcodes]
        + 0.05 * locality
        + 0.05 * _whole(compared.left, compared.right)
    )
    return min(mean, 1.0) * 0.999


def _whole(left: AddressParts, right: AddressParts) -> float:
    """How alike all the words are, in whatever order."""
    texts = (" ".join(sorted(parts.line + parts.locality)) for parts in (left, right))
    return fuzz.ratio(*texts) / 100


@remembered
def _figures(address: Address) -> frozenset[str]:
    """Every number, lone letter and number written as a word, wherever it stands: the Seven of "Seven Elm
    Road" and the 15 of "F15" tell one candidate from its neighbours, though they may be part of a name."""
    text = _POSTCODE.sub(" ", " ".join(filter(None, texts_of(address))).lower())
    return frozenset(NUMBER_WORDS.get(found, found) for found in _FIGURE.findall(text))


def _in_both(left: frozenset[str], right: frozenset[str]) -> float:
    """The share of two sets that is in both, 1 for two that are empty."""
    return len(left & right) / len(left | right) if left | right else 1.0
