"""What is read before the words, and that it never tells apart what the whole address does not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riskflag.matching.address import compare_addresses, text_decides
from riskflag.matching.address_doors import Doors, read_doors
from riskflag.matching.address_parts import take_apart
from riskflag.matching.address_position import differ_in_number
from riskflag.records.base import Address
from riskflag.vocabulary import AddressBand, Uprn
from tests.matching.test_address_properties import addresses


@pytest.mark.parametrize(
    ("address", "doors"),
    [
        pytest.param(
            Address("Lark House, 12 Elm Road, Dorley AB1 2CD"),
            Doors(frozenset(), frozenset(), frozenset(), (12, 12), "ab1 2cd", "lark house, ", " elm road, dorley , ", True),
            id="what stands before the number and after it is left to be read",
        ),
        pytest.param(
            Address("Elm Road", number="12B"),
            Doors(frozenset("b"), frozenset(), frozenset(), (12, 12), "", "", "elm road"),
            id="a number from the form, and none in the text",
        ),
        pytest.param(Address("no fixed abode"), Doors(nowhere=True), id="nowhere"),
        pytest.param(Address(""), Doors(), id="nothing"),
    ],
)  # fmt: skip
def test_numbers_are_read_before_words(address: Address, doors: Doors) -> None:
    assert read_doors(address) == doors


@pytest.mark.parametrize(
    ("text", "postcode", "floor"),
    [
        pytest.param("5 Elm Road, Dorley AB12 2ND", "ab12 2nd", "", id="at the end"),
        pytest.param("5 Elm Road Dorley AB12 1ST England", "ab12 1st", "", id="before the country"),
        pytest.param("5 Elm Road, AB12 3RD, Dorley", "ab12 3rd", "", id="before a comma"),
        pytest.param("Flat A1 2nd floor 5 Elm Road", "", "second", id="a floor after a flat"),
        pytest.param("2nd floor, 5 Elm Road AB12 4TH", "ab12 4th", "second", id="both"),
    ],
)
def test_a_postcode_may_end_as_an_ordinal_does(text: str, postcode: str, floor: str) -> None:
    doors = read_doors(Address(text))
    assert (doors.postcode, "".join(doors.floors)) == (postcode, floor)


@pytest.mark.parametrize(
    ("left", "right", "differ"),
    [
        pytest.param("12 Elm Road", "14 Elm Road", True, id="two houses"),
        pytest.param("12 Elm Road", "12 Mill Lane", False, id="one number in two streets"),
        pytest.param("12 Elm Road", "10-14 Elm Road", False, id="within a range"),
        pytest.param("12 Elm Road", "Lark House, Elm Road", False, id="a house without a number"),
        pytest.param("12 Lark House", "Flat 12, 3 Elm Road", False, id="a flat's number"),
        pytest.param("27/3 Elm Road", "Flat 3, 27 Elm Road", False, id="house and flat either way round"),
    ],
)
def test_which_numbers_differ(left: str, right: str, differ: bool) -> None:
    one, other = read_doors(Address(left)), read_doors(Address(right))
    assert differ_in_number(one, other) is differ_in_number(other, one) is differ


@given(addresses)
def test_the_whole_address_has_the_same_numbers(address: Address) -> None:
    doors, parts = read_doors(address), take_apart(address)
    read = doors.units, doors.floors, doors.numbers, doors.postcode, doors.around_slash
    assert read == (parts.units, parts.floors, parts.numbers, parts.postcode, parts.around_slash)


@given(addresses, addresses)
def test_what_differs_in_number_is_different_whatever_else_it_says(left: Address, right: Address) -> None:
    if text_decides(left) and text_decides(right) and differ_in_number(read_doors(left), read_doors(right)):
        assert compare_addresses(left, right).band is AddressBand.DIFFERENT


@pytest.mark.parametrize(
    "address",
    [
        pytest.param(Address("12 Elm Road", uprn=Uprn("990000000001")), id="an identifier"),
        pytest.param(Address("12 Elm Road", parent_uprn=Uprn("990000000001")), id="a building's identifier"),
        pytest.param(Address("l2 Elm Road"), id="an l that may be a 1"),
        pytest.param(Address("Elm Road", number="1O"), id="an O that may be a 0, in a field"),
        pytest.param(Address("12 \u0415lm Road"), id="another script"),
    ],
)
def test_what_may_mean_something_else_is_not_told_apart_by_its_text_alone(address: Address) -> None:
    assert text_decides(Address("12 Elm Road"))
    assert not text_decides(address)


@given(st.text("ab01 ,/-&.flt", max_size=30))
def test_anything_may_be_written(text: str) -> None:
    assert read_doors(Address(text)).numbered_in_text == (read_doors(Address(text)).numbers is not None)
