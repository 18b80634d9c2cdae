"""Addresses as systems write them, field by field and line by line."""

from datetime import date

import pytest

from riskflag.importers.addresses import DELIUS, NOMIS, Names, address_in_lines, address_of, whole_postcode
from riskflag.importers.fields import Fields, Notes
from riskflag.importers.people import full_name, numbers_of, sex_of
from riskflag.importers.shape import Unusable
from riskflag.records import Sex


def fields(**held: object) -> Fields:
    return Fields(held, "it", date(2026, 11, 22), Notes())


@pytest.mark.parametrize(
    ("names", "held", "text", "number"),
    [
        pytest.param(
            DELIUS,
            {"addressNumber": "9", "streetName": "Oak Road", "town": "Marrow", "postcode": "ZZ1 1AA"},
            "9 Oak Road, Marrow, ZZ1 1AA",
            "9",
            id="number and street on one line",
        ),
        pytest.param(
            DELIUS,
            {"buildingName": "Oak House", "addressNumber": "Rear", "streetName": "Oak Road"},
            "Oak House, Rear, Oak Road",
            None,
            id="a number that is a word",
        ),
        pytest.param(DELIUS, {"addressNumber": "9"}, "9", "9", id="a number without a street"),
        pytest.param(
            NOMIS,
            {"flat": "Flat 1", "premise": "9A", "street": "Oak  Road", "postalCode": "ZZ1"},
            "Flat 1, 9A Oak Road, ZZ1",
            "9A",
            id="the prison's fields, with a blank to spare",
        ),
    ],
)
def test_the_parts_are_written_in_order(
    names: Names, held: dict[str, str], text: str, number: str | None
) -> None:
    address = address_of(fields(**held), names)
    assert (address.text, address.number) == (text, number)


@pytest.mark.parametrize(
    "held",
    [
        pytest.param({}, id="no fields"),
        pytest.param({"streetName": " ", "town": None}, id="blanks"),
        pytest.param({"streetName": 7}, id="a number for a street"),
    ],
)
def test_no_part_of_an_address_is_no_address(held: dict[str, object]) -> None:
    with pytest.raises(Unusable, match="holds no part of an address"):
        address_of(fields(**held), DELIUS)


@pytest.mark.parametrize(
    ("written", "postcode"),
    [
        pytest.param("ZZ1 1AA", "ZZ1 1AA", id="whole"),
        pytest.param("zz11aa", "zz11aa", id="run together"),
        pytest.param("ZZ1", None, id="the district alone"),
        pytest.param("Marrow", None, id="a town"),
        pytest.param(None, None, id="none"),
    ],
)
def test_a_postcode_is_whole_or_none(written: str | None, postcode: str | None) -> None:
    assert whole_postcode(written) == postcode


def test_lines_are_joined() -> None:
    assert address_in_lines(" 9  Oak Road,\n\n Marrow \r\nZZ1 1AA").text == "9 Oak Road, Marrow, ZZ1 1AA"
    with pytest.raises(Unusable):
        address_in_lines(" \n ")


@pytest.mark.parametrize(
    ("uprn", "read"),
    [
        pytest.param("900000000001", "900000000001", id="digits"),
        pytest.param("nine", None, id="letters"),
        pytest.param(900000000001, "900000000001", id="a number"),
    ],
)
def test_a_property_number_is_digits(uprn: object, read: str | None) -> None:
    assert address_of(fields(streetName="Oak Road", uprn=uprn), DELIUS).uprn == read


@pytest.mark.parametrize(
    ("written", "sex"),
    [
        pytest.param("Male", Sex.MALE, id="a word"),
        pytest.param(" f ", Sex.FEMALE, id="a letter"),
        pytest.param("Refused", Sex.NOT_KNOWN, id="another word"),
        pytest.param(None, Sex.NOT_KNOWN, id="nothing"),
    ],
)
def test_sex(written: str | None, sex: Sex) -> None:
    assert sex_of(written) is sex


@pytest.mark.parametrize(
    ("held", "name"),
    [
        pytest.param(
            {"first": "Orlando", "middle": ["Basil", "Rex"], "last": "Petty"},
            "Orlando Basil Rex Petty",
            id="a list",
        ),
        pytest.param(
            {"first": "Orlando", "middle": "Basil  Rex", "last": None}, "Orlando Basil Rex", id="a text"
        ),
        pytest.param({"first": "Orlando", "middle": [7, None], "last": ""}, "Orlando", id="what is no text"),
    ],
)
def test_names_are_joined(held: dict[str, object], name: str) -> None:
    assert full_name(fields(**held), "first", "middle", "last") == name


def test_nobody_without_a_name() -> None:
    with pytest.raises(Unusable, match="last: is needed"):
        full_name(fields(), "first", "last")


def test_a_number_that_is_written_wrongly_is_left_out_and_told_of() -> None:
    notes = Notes()
    who = Fields({"crn": "Z123456", "noms": "twelve"}, "it", date(2026, 11, 22), notes)
    assert numbers_of(who, case_reference_number="crn", noms_number="noms") == {
        "case_reference_number": "Z123456"
    }
    assert [each.path for each in notes.contradictions] == ["it.noms"]
    assert [each.path for each in notes.named] == ["it.crn"]
