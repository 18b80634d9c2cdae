"""Two addresses that are alike: what both give and tells them apart, and what somebody must still check."""

import pytest

from riskflag.matching.address import compare_addresses
from riskflag.records.base import Address
from riskflag.vocabulary import AddressBand

POSSIBLE = AddressBand.POSSIBLE
DIFFERENT = AddressBand.DIFFERENT
CANNOT_TELL = AddressBand.CANNOT_TELL


@pytest.mark.parametrize(
    ("left", "right", "band", "reason"),
    [
        pytest.param(
            "14 Mill Lane, Felby AB1 2CD",
            "14 Mill Lane, Brackford AB1 9XY",
            DIFFERENT,
            "the towns are not alike",
            id="two towns",
        ),
        pytest.param(
            "Elm Road, Felby AB1 2CD",
            "12 Elm Hill, Felby AB1 9XY",
            DIFFERENT,
            "the kinds of street differ",
            id="Elm Road and Elm Hill",
        ),
        pytest.param(
            "2 Elm Road, Felby AB1 2CD",
            "Flat 2, 12 Elm Road, Felby AB1 9XY",
            DIFFERENT,
            "one house number is the other's flat",
            id="number 2, and flat 2 of number 12",
        ),
        pytest.param(
            "2 Elm Road, Felby AB1 2CD",
            "Flat 2, 12 Elm Road, Felby AB1 2CE",
            DIFFERENT,
            "one house number is the other's flat",
            id="the same in the next postcode",
        ),
        pytest.param(
            "42 Moorfield Road, Felby AB1 2CD",
            "42 Dronfield Road, Felby AB1 9XY",
            DIFFERENT,
            "each gives another street",
            id="one number in two streets a little alike",
        ),
        pytest.param(
            "Alderway Lane, Upper Felby, Felby, Borsetshire AB1 2CD",
            "14 Larch Close, Upper Felby, Felby AB1 2CE",
            CANNOT_TELL,
            "each gives another street",
            id="two streets of a village in neighbouring postcodes",
        ),
        pytest.param(
            "Thistle Cottage, Mill Lane, Upper Felby, Felby AB1 2CD",
            "Larkswood Farm, Mill Lane, Upper Felby, Felby AB1 2CE",
            CANNOT_TELL,
            "each names another building",
            id="two houses by their names in neighbouring postcodes",
        ),
    ],
)
def test_what_both_give_tells_apart(left: str, right: str, band: AddressBand, reason: str) -> None:
    match = compare_addresses(Address(left), Address(right))
    assert match.band is band
    assert match.because.endswith(f", {reason}")
    assert compare_addresses(Address(right), Address(left)) == match


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param(
            "Mill Lane, Felby AB1 2CD", "14 Mill Lane, Felby AB1 9XY", id="a number that is not said"
        ),
        pytest.param(
            "Rose Cottage, Mill Lane, Felby AB1 2CD",
            "14 Mill Lane, Felby AB1 2CE",
            id="a name in one and a number in the other",
        ),
        pytest.param(
            "Mill View, Elm Mews, Felby AB1 2CE",
            "14 Elm Mews, Felby AB1 2CD",
            id="a house called View is no street",
        ),
        pytest.param(
            "2 Lark Lodge, Elm Road, Felby AB1 2CE",
            "Flat 2, Lark Lodge, 12 Elm Road, Felby AB1 2CD",
            id="a flat's number before its building",
        ),
        pytest.param(
            "2 Elm Road, Felby AB1 2CD",
            "Flat 2, 12 Elm Road, Felby AB1 2CD",
            id="a flat or a house in one postcode",
        ),
        pytest.param(
            "2 Elm Road, Felby", "Flat 2, 12 Elm Road, Felby AB1 2CD", id="a flat or a house, no postcode"
        ),
        pytest.param(
            "2 Elm Road, Felby AB1", "Flat 2, 12 Elm Road, Felby AB1 2CD", id="a flat or a house, a district"
        ),
        pytest.param(
            "Elm Lane, Felby AB1 2CE",
            "12 Elm Road, Felby AB1 2CD",
            id="the kind of street and one letter of the postcode",
        ),
        pytest.param("Elm Lane, Felby", "12 Elm Road, Felby AB1 2CD", id="the kind of street, no postcode"),
        pytest.param(
            "12 Elm Lane, Felby AB1 9XY",
            "12 Elm Road, Felby AB1 2CD",
            id="one number, kind of street and postcode wrong",
        ),
        pytest.param(
            "12 Elmwood Road, Felby AB1 9XY",
            "12 Elmwod Road, Felby AB1 2CD",
            id="one number, street mistyped and postcode wrong",
        ),
        pytest.param(
            "Thistle Cottage, Mill Lane, Upper Felby, Felby AB1 2CD",
            "Larkswood Farm, Mill Lane, Upper Felby, Felby AB1 2CD",
            id="two names in one postcode",
        ),
        pytest.param(
            "Alderway Lane, Upper Felby, Felby AB1 2CD",
            "14 Larch Close, Upper Felby, Felby AB1 2CD",
            id="two streets in one postcode",
        ),
        pytest.param(
            "Larkswood Clinic, Elm Drive, Upper Felby, Felby AB1 2CD",
            "Larkswood Clinic, Mill Road, Upper Felby, Felby AB1 2CE",
            id="a clinic at two gates",
        ),
    ],
)
def test_what_is_not_said_or_is_a_slip_tells_nothing_apart(left: str, right: str) -> None:
    match = compare_addresses(Address(left), Address(right))
    assert match.band is POSSIBLE, match.because
    assert compare_addresses(Address(right), Address(left)) == match
