"""Where in a street two addresses are: house numbers, ranges of them, and units within a building."""

from enum import StrEnum

from rapidfuzz import fuzz

from riskflag.matching.address_doors import Doors
from riskflag.matching.address_parts import AddressParts
from riskflag.matching.address_words import telling

Door = Doors | AddressParts

ALIKE = 75
"""Likeness, of a hundred, from which the beginnings of two lines are one, mistyped."""


class Position(StrEnum):
    """How two house numbers and units stand to each other."""

    EQUAL = "equal"
    NO_NUMBERS = "no_numbers"
    IN_RANGE = "in_range"
    EITHER_WAY_ROUND = "either_way_round"
    NUMBER_MISSING = "number_missing"
    UNIT_MISSING = "unit_missing"
    UNITS_NOT_COMPARABLE = "units_not_comparable"
    UNITS_DIFFER = "units_differ"
    NUMBERS_DIFFER = "numbers_differ"


WORDING = {
    Position.EQUAL: "the numbers are equal",
    Position.NO_NUMBERS: "neither address has a number",
    Position.IN_RANGE: "one house number lies in the range that the other address gives",
    Position.EITHER_WAY_ROUND: "the numbers are equal and may be house and unit either way round",
    Position.NUMBER_MISSING: "one address has no house number",
    Position.UNIT_MISSING: "the house numbers are equal and only one address gives a unit",
    Position.UNITS_NOT_COMPARABLE: "the house numbers are equal and the units cannot be compared",
    Position.UNITS_DIFFER: "the units differ",
    Position.NUMBERS_DIFFER: "the house numbers differ",
}


def compare_positions(left: AddressParts, right: AddressParts) -> Position:
    """Compare house numbers first, then units."""
    if left.numbers and right.numbers:
        return _both_numbered(left, right, left.numbers, right.numbers)
    if left.numbers or right.numbers:
        return _one_numbered(left, right) if left.numbers else _one_numbered(right, left)
    units = _compare_units(left, right)
    has_units = bool(left.units or left.floors or right.units or right.floors)
    return units if has_units else Position.NO_NUMBERS


def differ_in_number(left: Doors, right: Doors) -> bool:
    """Whether both have house numbers, and these differ whatever else is read of the two."""
    if not left.numbers or not right.numbers:
        return False
    return _both_numbered(left, right, left.numbers, right.numbers) is Position.NUMBERS_DIFFER


def _both_numbered(
    left: Door, right: Door, left_span: tuple[int, int], right_span: tuple[int, int]
) -> Position:
    if left_span == right_span:
        return _compare_units(left, right)
    if left_span[0] <= right_span[1] and right_span[0] <= left_span[1]:
        return Position.IN_RANGE
    if _is_unit_of(left, right) or _is_unit_of(right, left):
        return Position.NUMBER_MISSING
    if _has_both_of(left, right) or _has_both_of(right, left):
        return Position.EITHER_WAY_ROUND
    return Position.NUMBERS_DIFFER


def _has_both_of(slashed: Door, other: Door) -> bool:
    """Whether the house number that one address writes with a slash, and what it parts from it, occur in
    the other."""
    if not slashed.around_slash:
        return False
    house, others = ({str(number) for number in parts.numbers or ()} for parts in (slashed, other))
    return bool(slashed.around_slash & house) and slashed.around_slash <= other.units | others


def _one_numbered(numbered: AddressParts, other: AddressParts) -> Position:
    """A bare number may be a flat's: "51 Kenton Lodge" against "Apartment 51, Kenton Lodge". Where the flat's
    building is not the one named, it may as well be a house's in the same street."""
    if _is_unit_of(numbered, other):
        return Position.EQUAL if _names_the_building(numbered, other) else Position.EITHER_WAY_ROUND
    units = _compare_units(numbered, other)
    return units if units is Position.UNITS_DIFFER else Position.NUMBER_MISSING


def _is_unit_of(bare: Door, other: Door) -> bool:
    """Whether one side's only number is the other side's unit."""
    if bare.units or not bare.numbers or bare.numbers[0] != bare.numbers[1]:
        return False
    return other.units == {str(bare.numbers[0])}


def _names_the_building(numbered: AddressParts, other: AddressParts) -> bool:
    """Whether the words after the number begin as the flat's building does, spelling apart."""
    words, name = telling(numbered.line)[:2], telling(other.line)[:2]
    shared = min(len(words), len(name))
    return fuzz.ratio("".join(words[:shared]), "".join(name[:shared])) >= ALIKE


def _compare_units(left: Door, right: Door) -> Position:
    """Compare flats, and floors where there are no flats to compare."""
    if left.units and right.units:
        return _compare_flats(left.units, right.units)
    if not left.units and not right.units:
        return _compare_floors(left.floors, right.floors)
    if left.floors and right.floors and not left.floors & right.floors:
        return Position.UNITS_DIFFER
    both_give_one = (left.units or left.floors) and (right.units or right.floors)
    return Position.UNITS_NOT_COMPARABLE if both_give_one else Position.UNIT_MISSING


def _compare_flats(left: frozenset[str], right: frozenset[str]) -> Position:
    if left == right:
        return Position.EQUAL
    if left < right or right < left:
        return Position.UNIT_MISSING
    schemes = {unit.isdigit() for unit in left}, {unit.isdigit() for unit in right}
    return Position.UNITS_DIFFER if schemes[0] == schemes[1] else Position.UNITS_NOT_COMPARABLE


def _compare_floors(left: frozenset[str], right: frozenset[str]) -> Position:
    if left == right:
        return Position.EQUAL
    if not left or not right:
        return Position.UNIT_MISSING
    return Position.UNITS_NOT_COMPARABLE if left & right else Position.UNITS_DIFFER
