"""House numbers and units against each other."""

import pytest

from riskflag.matching.address_parts import AddressParts
from riskflag.matching.address_position import WORDING, Position, compare_positions


def at(*numbers: int, units: str = "", floors: str = "", slash: str = "") -> AddressParts:
    """Parts with these units, floors and numbers around a slash, one word each, and this number or range."""
    span = (numbers[0], numbers[-1]) if numbers else None
    return AddressParts(
        frozenset(units.split()), frozenset(floors.split()), span, around_slash=frozenset(slash.split())
    )


@pytest.mark.parametrize(
    ("left", "right", "position"),
    [
        pytest.param(at(12), at(12), Position.EQUAL, id="one house"),
        pytest.param(at(12, units="a"), at(12, units="a"), Position.EQUAL, id="one flat"),
        pytest.param(at(units="9"), at(units="9"), Position.EQUAL, id="flats without a house number"),
        pytest.param(at(51), at(units="51"), Position.EQUAL, id="a bare number that is the other's flat"),
        pytest.param(at(), at(), Position.NO_NUMBERS, id="house names"),
        pytest.param(at(12), at(10, 14), Position.IN_RANGE, id="inside a range"),
        pytest.param(at(10, 14), at(14, 18), Position.IN_RANGE, id="ranges that touch"),
        pytest.param(
            at(3, units="27", slash="27 3"),
            at(27, units="3"),
            Position.EITHER_WAY_ROUND,
            id="27/3 is flat 3, 27",
        ),
        pytest.param(
            at(3, units="27", slash="27 3"),
            at(29, units="3"),
            Position.NUMBERS_DIFFER,
            id="27/3 is not at 29",
        ),
        pytest.param(at(12), at(), Position.NUMBER_MISSING, id="a house name against a number"),
        pytest.param(at(12), at(units="2"), Position.NUMBER_MISSING, id="a flat in an unnumbered building"),
        pytest.param(at(76), at(39, units="76"), Position.NUMBER_MISSING, id="its only number is the flat's"),
        pytest.param(at(12), at(12, units="a"), Position.UNIT_MISSING, id="12 against 12A"),
        pytest.param(at(12, units="2"), at(12, units="2 a"), Position.UNIT_MISSING, id="part of the unit"),
        pytest.param(at(12), at(12, floors="first"), Position.UNIT_MISSING, id="the floor left out"),
        pytest.param(at(12, units="2"), at(12, units="b"), Position.UNITS_NOT_COMPARABLE, id="2 against B"),
        pytest.param(
            at(12, units="a"), at(12, floors="top"), Position.UNITS_NOT_COMPARABLE, id="A against top"
        ),
        pytest.param(
            at(12, floors="top"),
            at(12, floors="top first"),
            Position.UNITS_NOT_COMPARABLE,
            id="floors overlap",
        ),
        pytest.param(at(12, units="1"), at(12, units="2"), Position.UNITS_DIFFER, id="two flats"),
        pytest.param(at(12, floors="top"), at(12, floors="ground"), Position.UNITS_DIFFER, id="two floors"),
        pytest.param(
            at(12, units="1", floors="top"),
            at(12, floors="ground"),
            Position.UNITS_DIFFER,
            id="a floor apart",
        ),
        pytest.param(
            at(12, units="1"), at(units="2"), Position.UNITS_DIFFER, id="flats, one number left out"
        ),
        pytest.param(at(12), at(14), Position.NUMBERS_DIFFER, id="neighbours"),
        pytest.param(
            at(12, units="1"), at(14, units="1"), Position.NUMBERS_DIFFER, id="flat 1 of two houses"
        ),
    ],
)
def test_positions(left: AddressParts, right: AddressParts, position: Position) -> None:
    assert compare_positions(left, right) is position
    assert compare_positions(right, left) is position


def test_every_position_has_its_wording() -> None:
    assert set(WORDING) == set(Position)
