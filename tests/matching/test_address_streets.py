"""Two streets, two kinds of street and two buildings, as two addresses give them."""

import pytest

from riskflag.matching.address_parts import AddressParts, take_apart
from riskflag.matching.address_streets import (
    give_two_buildings,
    give_two_kinds,
    give_two_streets,
    name_one_building,
)
from riskflag.records.base import Address


def parts(left: str, right: str) -> tuple[AddressParts, AddressParts]:
    return take_apart(Address(left)), take_apart(Address(right))


@pytest.mark.parametrize(
    ("left", "right", "two"),
    [
        pytest.param(
            "Alderway Lane, Felby", "36 Felby Rake, Morbeck", True, id="a street called after the town"
        ),
        pytest.param("The Green, Felby", "Alderway Lane, Felby", True, id="one that is called by its kind"),
        pytest.param(
            "122 Morbeck Road, Felby", "Hill House The Street Felby Morbeck", True, id="a town's name"
        ),
        pytest.param("Oak View, Larch Mews, Felby", "7 Larch Mews, Felby", False, id="a house called View"),
        pytest.param("Oak View, Larhc Mews, Felby", "7 Larch Mews, Felby", False, id="its street mistyped"),
        pytest.param("Larchmews, Felby", "7 Larch Mews, Felby", False, id="its street without a space"),
        pytest.param("Lark School, Felby", "Alderway Lane, Felby", False, id="one gives no street"),
        pytest.param("7 Larch Mews", "9 Oak End Felby Morbeck", True, id="numbers are not looked at"),
        pytest.param("Hawthorn", "7 Larch Mews", False, id="one word"),
        pytest.param(
            "1 The Cottages, Elm Road, Felby", "Elm Road, Felby", False, id="a row of cottages in it"
        ),
        pytest.param("Larkswood, Elm Close, Felby", "Larkswood, Mill Road, Felby", False, id="at two gates"),
    ],
)
def test_two_streets(left: str, right: str, two: bool) -> None:
    one, other = parts(left, right)
    assert give_two_streets(one, other) is two
    assert give_two_streets(other, one) is two


@pytest.mark.parametrize(
    ("left", "right", "two"),
    [
        pytest.param("Elm Road, Felby", "12 Elm Hill, Felby", True, id="Road and Hill"),
        pytest.param("Elm Road, Felby", "12 Elm Road, Felby", False, id="one street"),
        pytest.param(
            "Elm Gardens, Elm Road, Felby", "12 Elm Road, Felby", False, id="a building called Gardens"
        ),
        pytest.param("Elmroad, Felby", "12 Elm Road, Felby", False, id="run together"),
        pytest.param(
            "Elm Hill, Elmroad, Felby", "12 Elm Road, Felby", False, id="run together after a building"
        ),
        pytest.param("12 Elm, Felby", "Elm Road, Felby", False, id="a street without its kind"),
    ],
)
def test_two_kinds_of_street(left: str, right: str, two: bool) -> None:
    one, other = parts(left, right)
    assert give_two_kinds(one, other) is two
    assert give_two_kinds(other, one) is two


@pytest.mark.parametrize(
    ("left", "right", "two"),
    [
        pytest.param("Thistle Cottage, Elm Road", "Larkswood House, Elm Road", True, id="two houses"),
        pytest.param(
            "Thistle Cottage, 4 Elm Road", "Larkswood House, Elm Road", True, id="one with a number"
        ),
        pytest.param(
            "Larkswood School, 17 Elm Road", "Little Elm Road", False, id="a word that belongs to the street"
        ),
        pytest.param("Rose Cottage, Elm Road", "Elm Road", False, id="one is not named"),
        pytest.param("Rose Cottage, Elm Road", "4 Elm Road", False, id="one has only a number"),
        pytest.param("Rose Cottage, Elm Road", "Rosie Cottage, Elm Road", False, id="a slip in a name"),
        pytest.param("Clinic, Rose House, Elm Road", "Rose House, Elm Road", False, id="a clinic in a house"),
        pytest.param(
            "Felby Hall, Elm Road, Felby", "The Lodge, Elm Road, Felby", False, id="a town and kinds"
        ),
        pytest.param("Tew Park Road, Felby", "New Park Road, Felby", False, id="a short word mistyped"),
        pytest.param(
            "King Edward Road, Felby", "Larkswood, King Edward Road, Felby", False, id="a long street"
        ),
    ],
)
def test_two_buildings(left: str, right: str, two: bool) -> None:
    one, other = parts(left, right)
    assert give_two_buildings(one, other) is two
    assert give_two_buildings(other, one) is two


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        pytest.param(
            "2 Lark Lodge, Elm Road", "Flat 2, Lark Lodge, 12 Elm Road", True, id="a flat's number first"
        ),
        pytest.param("2 Elm Road", "Flat 2, Lark Lodge, 12 Elm Road", False, id="a house of the street"),
        pytest.param("2 Elm Road", "Flat 2, 12 Elm Road", False, id="no building is named"),
    ],
)
def test_a_building_that_both_name(left: str, right: str, same: bool) -> None:
    one, other = parts(left, right)
    assert name_one_building(one, other) is same
    assert name_one_building(other, one) is same
