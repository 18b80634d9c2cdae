"""An address taken apart, as people write it."""

import pytest

from riskflag.matching.address_parts import AddressParts, take_apart
from riskflag.records.base import Address


def parts(text: str) -> AddressParts:
    return take_apart(Address(text))


@pytest.mark.parametrize(
    ("text", "units", "numbers"),
    [
        pytest.param("14 Larch Close", set(), (14, 14), id="a house"),
        pytest.param("14A Larch Close", {"a"}, (14, 14), id="number and letter"),
        pytest.param("14 a Larch Close", {"a"}, (14, 14), id="number, space, letter"),
        pytest.param("Flat 2A, 14 Larch Close", {"2", "a"}, (14, 14), id="flat with a letter"),
        pytest.param("Flat no. 3 14 Larch Close", {"3"}, (14, 14), id="flat no."),
        pytest.param("flt02 14 Larch Close", {"2"}, (14, 14), id="flt and a leading zero"),
        pytest.param("Units A & B, 14 Larch Close", {"a", "b"}, (14, 14), id="two units"),
        pytest.param("Room eleven, 14 Larch Close", {"11"}, (14, 14), id="a number word"),
        pytest.param("14 Larch Close flat 5 Dorley", {"5"}, (14, 14), id="the flat after the street"),
        pytest.param("The Willows, 10 Flat 5, Elm Road", {"5"}, (10, 10), id="the flat in the middle"),
        pytest.param("35 Lark House, 10 Elm Road", {"35"}, (10, 10), id="two bare numbers"),
        pytest.param("35 10 Elm Road", {"35"}, (10, 10), id="two bare numbers side by side"),
        pytest.param("2/78 Elm Road", {"2"}, (78, 78), id="flat slash number"),
        pytest.param("76/78 Elm Road", set(), (76, 78), id="a range with a slash"),
        pytest.param("337 339 Elm Road", set(), (337, 339), id="a range with a space"),
        pytest.param("12-16 Elm Road", set(), (12, 16), id="a range with a hyphen"),
        pytest.param("12, 12A, 14 & 16 Elm Road", set(), (12, 16), id="a list"),
        pytest.param("144 and a half Elm Road", {"h"}, (144, 144), id="a half"),
        pytest.param("Flat 9, Lark Court", {"9"}, None, id="a flat without a house number"),
        pytest.param("Three Oaks, Mill Lane", set(), None, id="a number word in a house's name"),
    ],
)
def test_numbers(text: str, units: set[str], numbers: tuple[int, int] | None) -> None:
    found = parts(text)
    assert (set(found.units), found.numbers) == (units, numbers)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        pytest.param("27/3 Elm Road", {"27", "3"}, id="two numbers"),
        pytest.param("27 / 03a Elm Road", {"27", "3"}, id="spaces, a nought and a letter"),
        pytest.param("2/1/27 Elm Road", {"2", "1", "27"}, id="three numbers"),
        pytest.param("Flat 3, 27 Elm Road", set(), id="no slash"),
        pytest.param("A/B Elm Road", set(), id="no numbers"),
    ],
)
def test_what_stands_around_a_slash(text: str, numbers: set[str]) -> None:
    assert parts(text).around_slash == numbers


def test_a_slash_in_the_text_counts_although_the_form_splits_it() -> None:
    split = Address("27/3 Elm Road", unit="27", number="3", street="Elm Road")
    assert take_apart(split).around_slash == {"27", "3"}


def test_a_slash_in_the_forms_number_counts() -> None:
    assert take_apart(Address("", number="27/3", street="Elm Road")).around_slash == {"27", "3"}


@pytest.mark.parametrize(
    ("text", "floors", "units"),
    [
        pytest.param("Ground floor flat, 2 Elm Road", {"ground"}, set(), id="a floor"),
        pytest.param("First and second floors, 2 Elm Road", {"first", "second"}, set(), id="two floors"),
        pytest.param("1st floor flat 2 Elm Road", {"first"}, set(), id="the number is the house's"),
        pytest.param("Basement flat 2 Elm Road", {"basement"}, set(), id="without the word floor"),
        pytest.param("Flat A, top floor, 2 Elm Road", {"top"}, {"a"}, id="a flat and a floor"),
        pytest.param("2 First Avenue", set(), set(), id="an avenue is no floor"),
    ],
)
def test_floors(text: str, floors: set[str], units: set[str]) -> None:
    found = parts(text)
    assert (set(found.floors), set(found.units), found.numbers) == (floors, units, (2, 2))


@pytest.mark.parametrize(
    ("text", "name", "street", "locality"),
    [
        pytest.param("2 Elm Rd, Dorley", "", "elm road", "dorley", id="commas"),
        pytest.param("2 elm rd dorley", "", "elm road", "dorley", id="no commas"),
        pytest.param("Lark Hse, 2 Elm Rd", "lark house", "elm road", "", id="a building's name"),
        pytest.param(
            "2 The Larches, Busty Bank, Dorley", "", "the larches busty bank", "dorley", id="terrace"
        ),
        pytest.param("2 Cox Green Lane", "", "cox green lane", "", id="two types in a row"),
        pytest.param("2 George Street West Dorley", "", "george street west", "dorley", id="a direction"),
        pytest.param("2 Greenway, Dorley", "", "greenway", "dorley", id="no type, but a comma"),
        pytest.param("2 St Anns St", "", "saint anns street", "", id="saint and street"),
        pytest.param(
            "2 Elm Gardens St Agnes Dorley", "", "elm gardens", "saint agnes dorley", id="saint after"
        ),
        pytest.param("2 High-Street, Kirk-on-Sea", "", "high street", "kirk on sea", id="hyphens"),
        pytest.param("Rose Cottage, Mill Ln, Dorley", "", "rose cottage mill lane", "dorley", id="no number"),
        pytest.param("Lark Court, Elm Road", "", "lark court elm road", "", id="a court is a building here"),
    ],
)
def test_words(text: str, name: str, street: str, locality: str) -> None:
    found = parts(text)
    assert (" ".join(found.name), " ".join(found.street), " ".join(found.locality)) == (
        name,
        street,
        locality,
    )


def test_a_street_without_a_visible_end_is_said_to_be_open() -> None:
    assert parts("2 Greenway Dorley").street_is_open
    assert not parts("2 Greenway, Dorley").street_is_open


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param(" ,. ", id="punctuation"),
        pytest.param("N.F.A.", id="N.F.A."),
        pytest.param("No fixed abode, usually Dorley", id="with a town"),
        pytest.param("homeless", id="homeless"),
    ],
)
def test_nothing_usable(text: str) -> None:
    assert parts(text).empty


def test_a_hostel_for_homeless_people_is_an_address() -> None:
    assert parts("Homeless Hostel, 12 Mill Lane").numbers == (12, 12)


def test_fields_replace_what_was_read() -> None:
    address = Address(
        "Flat 1, 2 Elm Road, Dorley AB1 2CD",
        unit="3B",
        number="4-6",
        street="Oak Rd",
        town="Felby",
        postcode="ZE9 8YX",
    )
    found = take_apart(address)
    assert (set(found.units), found.numbers, found.postcode) == ({"3", "b"}, (4, 6), "ze9 8yx")
    assert (found.street, found.locality) == (("oak", "road"), ("felby",))


def test_a_field_that_cannot_be_read_leaves_what_was() -> None:
    found = take_apart(Address("2 Elm Road AB1 2CD", number="n/a", postcode="unknown"))
    assert (found.numbers, found.postcode) == ((2, 2), "ab1 2cd")
