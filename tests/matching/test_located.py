"""Where an address is: as somebody located it, or as its postcode lies; and what that is good for."""

import pytest

from riskflag.matching.located import Located, locate
from riskflag.matching.place import (
    BY_POSTCODE,
    Nearness,
    ZonePosition,
    how_near,
    locate_in_zone_by_address,
)
from riskflag.records.base import Address, Point
from riskflag.records.orders import Zone
from riskflag.reference.postcodes import centre_of

PARLIAMENT = "SW1A 0AA"
BY_NAME = Address(f"A house, {PARLIAMENT}")
DOOR = Point(530_270, 179_540, 5)
LOCATED = Address(f"A house, {PARLIAMENT}", point=DOOR)
YORK = Address("A house, YO1 7HH")
NOWHERE = Address("A house, ZZ1 1AA")
UNWRITTEN = Address("A house in Dorley")

MISPLACED = Address("A house, YO1 7HH", point=DOOR)

ALL_LONDON = Zone("London", centre=DOOR, radius_metres=20_000)
SQUARE = Zone("the square", centre=DOOR, radius_metres=200)
A_MILE = Zone("a mile around her home", radius_metres=1600)


@pytest.mark.parametrize(
    ("address", "by_postcode"),
    [
        pytest.param(BY_NAME, True, id="by its postcode"),
        pytest.param(Address("A house", postcode="sw1a0aa"), True, id="by the postcode on the form"),
        pytest.param(LOCATED, False, id="somebody located it, which wins"),
        pytest.param(NOWHERE, None, id="a postcode that nobody has"),
        pytest.param(Address("9 Mill Yard, London SW1A"), None, id="half a postcode"),
        pytest.param(UNWRITTEN, None, id="no postcode"),
    ],
)
def test_where_an_address_is(address: Address, by_postcode: bool | None) -> None:
    found = locate(address)
    assert (found and found.by_postcode) is by_postcode
    centre = centre_of(PARLIAMENT)
    assert centre is not None
    if found is not None:
        expected = Point(centre.easting, centre.northing, centre.precision_metres) if by_postcode else DOOR
        assert found == Located(expected, bool(by_postcode))


@pytest.mark.parametrize(
    ("zone", "address", "around", "position"),
    [
        pytest.param(ALL_LONDON, LOCATED, None, ZonePosition.INSIDE, id="located inside"),
        pytest.param(
            ALL_LONDON, BY_NAME, None, ZonePosition.TOO_CLOSE_TO_CALL, id="deep inside by postcode alone"
        ),
        pytest.param(SQUARE, BY_NAME, None, ZonePosition.TOO_CLOSE_TO_CALL, id="at an edge by postcode"),
        pytest.param(ALL_LONDON, YORK, None, ZonePosition.OUTSIDE, id="far away by postcode"),
        pytest.param(
            ALL_LONDON, MISPLACED, None, ZonePosition.INSIDE, id="located inside, postcode elsewhere"
        ),
        pytest.param(
            Zone("far away", centre=Point(400_000, 300_000), radius_metres=900),
            MISPLACED,
            None,
            ZonePosition.CANNOT_TELL,
            id="located outside, and the postcode is somewhere else again",
        ),
        pytest.param(ALL_LONDON, NOWHERE, None, ZonePosition.CANNOT_TELL, id="a postcode that nobody has"),
        pytest.param(ALL_LONDON, UNWRITTEN, None, ZonePosition.CANNOT_TELL, id="no postcode"),
        pytest.param(Zone("the estate"), BY_NAME, None, ZonePosition.CANNOT_TELL, id="a zone in words"),
        pytest.param(
            A_MILE, LOCATED, BY_NAME, ZonePosition.TOO_CLOSE_TO_CALL, id="around a home by its postcode"
        ),
        pytest.param(A_MILE, LOCATED, LOCATED, ZonePosition.INSIDE, id="around a home that was located"),
        pytest.param(A_MILE, YORK, BY_NAME, ZonePosition.OUTSIDE, id="far from a home, both by postcode"),
        pytest.param(
            A_MILE, LOCATED, UNWRITTEN, ZonePosition.CANNOT_TELL, id="around a home that is nowhere"
        ),
    ],
)
def test_zones_by_address(
    zone: Zone, address: Address, around: Address | None, position: ZonePosition
) -> None:
    match = locate_in_zone_by_address(zone, address, around)
    assert match.position is position
    assert not any(character.isdigit() for character in match.because)


def test_deep_inside_by_postcode_says_that_nobody_located_the_door() -> None:
    assert locate_in_zone_by_address(ALL_LONDON, BY_NAME).because == BY_POSTCODE


@pytest.mark.parametrize(
    ("left", "right", "nearness"),
    [
        pytest.param(BY_NAME, YORK, Nearness.NOT_NEAR, id="two towns by their postcodes"),
        pytest.param(LOCATED, YORK, Nearness.NOT_NEAR, id="one located, the other by postcode"),
        pytest.param(
            BY_NAME, Address("9 Mill Yard, SW1A 2AA"), Nearness.NEAR, id="two postcodes that may be near"
        ),
        pytest.param(LOCATED, MISPLACED, Nearness.NEAR, id="near as located, whatever the postcode says"),
        pytest.param(
            MISPLACED,
            Address("9 Mill Yard, LS1 1UR"),
            Nearness.CANNOT_TELL,
            id="located far from its postcode",
        ),
        pytest.param(BY_NAME, UNWRITTEN, Nearness.CANNOT_TELL, id="one without a postcode"),
        pytest.param(BY_NAME, NOWHERE, Nearness.CANNOT_TELL, id="one postcode that nobody has"),
    ],
)
def test_nearness_by_postcode(left: Address, right: Address, nearness: Nearness) -> None:
    assert how_near(left, right, 500).nearness is how_near(right, left, 500).nearness is nearness
