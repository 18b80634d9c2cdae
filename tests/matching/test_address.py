"""Two addresses as written: every band, a story a row."""

import pytest

from riskflag.matching.address import compare_addresses
from riskflag.records.base import Address
from riskflag.vocabulary import AddressBand

SAME = AddressBand.SAME_PROPERTY
BUILDING = AddressBand.SAME_BUILDING
POSSIBLE = AddressBand.POSSIBLE
DIFFERENT = AddressBand.DIFFERENT
CANNOT_TELL = AddressBand.CANNOT_TELL


def check(left: str, right: str, band: AddressBand) -> None:
    match = compare_addresses(Address(left), Address(right))
    assert match.band is band, match.because
    assert compare_addresses(Address(right), Address(left)) == match


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param("14 Larch Close, Dorley", "14, LARCH CL., DORLEY", id="case, commas and abbreviation"),
        pytest.param("14 Larch Close AB1 2CD", "14 Larch Close, Dorley, ab12cd", id="the town left out"),
        pytest.param("14 Larch Close ABI 2CD", "14 Larch Close, AB1 2CD", id="letter I typed for a 1"),
        pytest.param("14 Larsh Close, AB1 2CD", "14 Larch Close, AB1 2CD", id="a letter mistyped"),
        pytest.param("14 Larch R0ad AB1 2CD", "14 Larch Road AB1 2CD", id="a scanned 0 in a word"),
        pytest.param("14 Larch Close AB1 2CD", "14 Larch Close AB1 2CE", id="postcode slip, no town"),
        pytest.param(
            "14 Larch Close, Dorley AB1 2CD", "14 Larch Close, Dorley AB1 2CE", id="postcode slip, same town"
        ),
        pytest.param("14 Larch Close, Dorley", "14 Larch Close, Dorley, AB1 2CD", id="one postcode missing"),
        pytest.param("Flat A, 12 Mill Lane, Dorley", "12A Mill Lane, Dorley", id="Flat A, 12 is 12A"),
        pytest.param("Flat B, 36B Elm Road AB1 2CD", "36 B Elm Road AB1 2CD", id="the B given twice"),
        pytest.param("Flat two, 78 Elm Road AB1 2CD", "2/78 Elm Road AB1 2CD", id="number word and slash"),
        pytest.param("78 Elm Road (Flat 2) AB1 2CD", "flt2 78 elm rd AB1 2CD", id="flat in brackets"),
        pytest.param(
            "Lark House, Flat 9, Elm Road AB1 2CD", "Flat 9 Lark House Elm Road AB1 2CD", id="order"
        ),
        pytest.param(
            "51 Lark Lodge, Elm Road AB1 2CD", "Flat 51 Lark Lodge, Elm Road AB1 2CD", id="bare flat"
        ),
        pytest.param("25 to 27 Elm Road, AB1 2CD", "25-27 Elm Road, AB1 2CD", id="a range in words"),
        pytest.param(
            "8 Mill Street, Ashby Vale (nearby town)", "8 Mill St, Ashby Vale", id="a remark ignored"
        ),
        pytest.param("9 Wharf House (private flat via a charity)", "9 Wharf House", id="a remark with flat"),
        pytest.param("c/o Mrs Dunn, 8 Mill Street, Dorley", "8 Mill Street, Dorley", id="care of somebody"),
        pytest.param(
            "Living with his mother at 8 Mill Street, Dorley", "8 Mill Street, Dorley", id="a lead-in"
        ),
        pytest.param(
            "CAS-3 property, 8 Mill Street, Dorley", "8 Mill Street, Dorley", id="a scheme's number"
        ),
        pytest.param(
            "8 Mill Street, Dorley tel 07700 900123", "8 Mill Street, Dorley", id="a telephone number"
        ),
        pytest.param("Rose Cottage, Mill Lane, AB1 2CD", "ROSE COTTAGE MILL LN AB1 2CD", id="a house name"),
        pytest.param("12, AB1 2CD", "12 AB12CD", id="number and postcode are all there is"),
        pytest.param("Café House, 2 Elm Road AB1 2CD", "Cafe House, 2 Elm Road AB1 2CD", id="an accent"),
        pytest.param("3 Elm Road St Agnes", "3 Elm Road, Saint Agnes", id="saint after a street"),
    ],
)
def test_same_property(left: str, right: str) -> None:
    check(left, right, SAME)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param("Flat 1, 12 Mill Lane, Dorley", "Flat 2, 12 Mill Lane, Dorley", id="two flats"),
        pytest.param("12A Mill Lane, AB1 2CD", "12B Mill Lane, AB1 2CD", id="12A and 12B"),
        pytest.param(
            "Ground floor flat, 12 Mill Lane AB1 2CD", "Top flat, 12 Mill Lane AB1 2CD", id="floors"
        ),
        pytest.param("Flat 3, Lark Court AB1 2CD", "Flat 4, Lark Court AB1 2CD", id="no street number"),
    ],
)
def test_same_building(left: str, right: str) -> None:
    check(left, right, BUILDING)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param("Apt two, 8 Elm Road AB1 2CD", "2/8 Elm Road AB1 2CD", id="2/8 may be a range"),
        pytest.param("27/3 Tanners Wk", "Flat 3, 27 Tanner's Walk", id="house slash flat"),
        pytest.param(
            "27/3 Tanners Wk AB1 2CD", "Flat 3, 27 Tanners Walk AB1 2CD", id="house slash flat, same postcode"
        ),
        pytest.param("27/3 Tanners Walk", "3/27 Tanners Walk", id="a slash each way round"),
        pytest.param("Flat 27/3 Tanners Walk", "Flat 3, 27 Tanners Walk", id="house slash flat after 'flat'"),
        pytest.param("27/3A Tanners Walk", "Flat 3A, 27 Tanners Walk", id="house slash flat with a letter"),
        pytest.param("27/2/1 Tanners Walk", "Flat 2/1, 27 Tanners Walk", id="house, stair and flat"),
        pytest.param("27/3 Tanners Walk", "3-27 Tanners Walk", id="a slash, or a range"),
        pytest.param("12A Mill Lane, AB1 2CD", "12 Mill Lane, AB1 2CD", id="12A and 12"),
        pytest.param("Flat 2, 12 Mill Lane, Dorley", "12 Mill Lane, Dorley", id="the flat left out"),
        pytest.param("Flat B, 12 Mill Lane, Dorley", "Flat 2, 12 Mill Lane, Dorley", id="flat B or flat 2"),
        pytest.param("First floor flat 12 Mill Lane AB1 2CD", "Flat A 12 Mill Lane AB1 2CD", id="floor or A"),
        pytest.param("27 Elm Road, AB1 2CD", "25-29 Elm Road, AB1 2CD", id="inside a range"),
        pytest.param("Lark House, 18 Elm Road AB1 2CD", "Lark House, Elm Road AB1 2CD", id="number left out"),
        pytest.param("9 Rainbow Lane, AB1 2CD", "9 Rainbow Road, AB1 2CD", id="another kind of street"),
        pytest.param("9 Rainbow Lane, AB1 2CD", "9 Cutters Yard, AB1 2CD", id="street wrong, postcode right"),
        pytest.param("20 Quarry View", "20 Quarry View, Penthorpe", id="only one names the town"),
        pytest.param("14 Mill Lane, Felby", "14 Mill Lane, Morbeck", id="village or post town"),
        pytest.param("14 Mill Lane, Dorley AB1 2CD", "14 Mill Lane, Dorley ZE9 8YX", id="wrong postcode"),
        pytest.param("Ten Elm Road, AB1 2CD", "10 Elm Road, AB1 2CD", id="a number word may be a name"),
        pytest.param(
            "Lark School, Dorley, Felby AB1 2CD", "Dorley, Felby AB1 2CD", id="a school by its village"
        ),
        pytest.param(
            "Coach House, Higher Dorley, Felby AB1 2CD",
            "17 Higher Dorley, Felby AB1 2CD",
            id="a hamlet's house",
        ),
        pytest.param(
            "Lark School, Dorley, Felby AB1 2CE", "Dorley Lane, Dorley, Felby AB1 2CD", id="the next postcode"
        ),
        pytest.param(
            "3 Quick Silver Way AB1 2CD",
            "Flat 3, Quick Lodge, Quick Silver Way AB1 2CD",
            id="a house or a flat",
        ),
        pytest.param("Flat 16 Lark Court AB1 2CD", "16 Mill Lane AB1 2CD", id="number and postcode agree"),
        pytest.param("AB1 2CD", "12 Mill Lane, AB1 2CD", id="a postcode alone is no more than possible"),
        pytest.param("14 Mill Lane, DO1", "14 Mill Lane, Dolby AB1 2CD", id="a town cut short, an L as a 1"),
        pytest.param("14 Mill Lane, Dorley AB1", "Mill Lane, Dorley AB1 2CD", id="a part of a district"),
        pytest.param(
            "Larkswood, Elm Close, Upper Felby, Felby",
            "Larkswood, Mill Road, Upper Felby, Felby AB1 2CD",
            id="a house by its name, in one village",
        ),
        pytest.param(
            "Larkswood Clinic, Elm Drive, Upper Felby, Felby AB1 2CD",
            "Larkswood Clinic, Mill Road, Upper Felby, Felby AB1 9XY",
            id="a clinic at another of its gates",
        ),
        pytest.param(
            "Mill Lane, Felby AB1 2CD",
            "14 Mill Lane, Felby AB1 9XY",
            id="a number that is not said, and another postcode of the street",
        ),
    ],
)
def test_possible(left: str, right: str) -> None:
    check(left, right, POSSIBLE)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param("14 Larch Close", "114 Larch Close", id="14 is not 114"),
        pytest.param("12 Mill Lane, AB1 2CD", "14 Mill Lane, AB1 2CD", id="next door but one"),
        pytest.param("27/3 Tanners Walk", "Flat 3, 29 Tanners Walk", id="house slash flat, another house"),
        pytest.param(
            "Flat 27, 3 Tanners Walk", "Flat 3, 27 Tanners Walk", id="no slash: flats of two houses"
        ),
        pytest.param("2/1, 27 Tanners Walk", "Flat 1, 2 Tanners Walk", id="a slash within the flat's number"),
        pytest.param("12 Mill Lane, Felby", "7 Canal Terrace, Brackford", id="nothing shared, no postcode"),
        pytest.param("12 Mill Lane, Felby AB1 2CD", "12 Mill Lane, Brackford ZE9 8YX", id="two Mill Lanes"),
        pytest.param("Rose Cottage, Mill Lane AB1 2CD", "7 Canal Terrace ZE9 8YX", id="postcodes tell"),
        pytest.param(
            "14 Mill Lane, Dorling AB1 2CD", "14 Mill Lane, Durlingham ZE9 8YX", id="two towns a little alike"
        ),
        pytest.param(
            "14 Church Lane, Felby AB1 2CD",
            "14 Churchill Lane, Felby ZE9 8YX",
            id="two streets a little alike",
        ),
        pytest.param(
            "14 Mill Lane, Felby AB1 2CD", "14 Mill Lane, Brackford AB1 9XY", id="two villages of a district"
        ),
        pytest.param(
            "14 Mill Lane, Felby AB1 2ND",
            "14 Mill Lane, Brackford ZE9 8ST",
            id="postcodes that end as an ordinal",
        ),
    ],
)
def test_different(left: str, right: str) -> None:
    check(left, right, DIFFERENT)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param("Rose Cottage, Mill Lane, Felby", "7 Canal Terrace, Brackford", id="name v number"),
        pytest.param("Felby", "7 Canal Terrace, Brackford", id="a town alone"),
        pytest.param("Rose Cottage, Felby AB1 2CD", "Ivy House, Upper Lane AB1 2CD", id="nothing in common"),
        pytest.param("", "7 Canal Terrace, Brackford", id="nothing"),
        pytest.param("no fixed abode", "7 Canal Terrace, Brackford", id="no fixed abode"),
        pytest.param("NFA - sofa surfing", "NFA - sofa surfing", id="two without an abode"),
        pytest.param("???", "???", id="punctuation"),
    ],
)
def test_cannot_tell(left: str, right: str) -> None:
    check(left, right, CANNOT_TELL)


def test_the_reason_names_the_numbers_when_only_they_differ() -> None:
    match = compare_addresses(Address("14 Larch Close"), Address("114 Larch Close"))
    assert match.because.startswith("the house numbers differ although the streets are alike")


def test_the_reason_says_why_no_more_than_possible() -> None:
    match = compare_addresses(Address("20 Quarry View"), Address("20 Quarry Road, Penthorpe"))
    assert match.because.endswith("the kinds of street differ, only one address names a town")
