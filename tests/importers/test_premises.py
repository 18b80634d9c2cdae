"""The file of known premises: what is read from it, and what is said of a row that cannot be taken."""

from collections.abc import Mapping
from datetime import date

import pytest

from riskflag.errors import BadInput
from riskflag.importers.premises import read_premises
from riskflag.probing.premises import KnownPremises
from riskflag.records import Address, Point
from riskflag.vocabulary import Uprn

TODAY = date(2026, 11, 22)
HEAD = "name,address,uprn,easting,northing,listed_by,listed_on"
HOSTEL = {
    "name": "Larch House",
    "address": "14 Larch Close, Testbury, ZZ1 1AA",
    "uprn": "990000000001",
    "easting": "400000",
    "northing": "312345",
    "listed_by": "S. Auditor",
    "listed_on": "2026-11-01",
}
READ = KnownPremises(
    "Larch House",
    Address(HOSTEL["address"], uprn=Uprn("990000000001"), point=Point(400_000, 312_345)),
    "S. Auditor",
    date(2026, 11, 1),
)
NEEDED_HEAD = "must have the headings name, address, listed_by, listed_on, uprn, easting, northing"


def sheet(*rows: Mapping[str, str], head: str = HEAD) -> bytes:
    lines = [",".join(f'"{row[name]}"' for name in head.split(",")) for row in rows]
    return "\n".join([head, *lines]).encode()


def refused(content: bytes) -> dict[str, str]:
    with pytest.raises(BadInput) as error:
        read_premises(content, TODAY)
    return dict(error.value.problems)


@pytest.mark.parametrize(
    ("changed", "read"),
    [
        pytest.param({}, READ, id="all of it"),
        pytest.param({"name": "  Larch House "}, READ, id="blanks around it"),
        pytest.param({"listed_on": "2026-11-22"}, KnownPremises(READ.name, READ.address, READ.listed_by, TODAY),
                     id="listed today"),
        pytest.param(
            {"uprn": "", "easting": "", "northing": ""},
            KnownPremises(READ.name, Address(HOSTEL["address"]), READ.listed_by, READ.listed_on),
            id="neither UPRN nor location",
        ),
    ],
)  # fmt: skip
def test_a_row_is_read(changed: Mapping[str, str], read: KnownPremises) -> None:
    assert read_premises(sheet({**HOSTEL, **changed}), TODAY) == (read,)


def test_columns_may_stand_in_any_order_and_the_optional_ones_be_left_out() -> None:
    head = "listed_on,address,listed_by,name"
    (read,) = read_premises(b"\xef\xbb\xbf" + sheet(HOSTEL, head=head), TODAY)
    assert (read.address, read.listed_on) == (Address(HOSTEL["address"]), READ.listed_on)


@pytest.mark.parametrize(
    ("changed", "problems"),
    [
        pytest.param({"name": " "}, {"name": "is needed"}, id="no name"),
        pytest.param({"address": ""}, {"address": "is needed"}, id="no address"),
        pytest.param({"listed_by": ""}, {"listed_by": "is needed"}, id="listed by nobody"),
        pytest.param({"listed_on": ""}, {"listed_on": "is needed"}, id="listed never"),
        pytest.param({"address": "14 Larch Close, Testbury"}, {"address": "full postcode"}, id="no postcode"),
        pytest.param({"address": "14 Larch Close, ZZ1"}, {"address": "full postcode"}, id="half a postcode"),
        pytest.param({"address": "ZZ1 1AA"}, {"address": "a number or a name"}, id="a postcode alone"),
        pytest.param(
            {"address": "Flat 3, 14 Larch Close, ZZ1 1AA"}, {"address": "the whole building"}, id="a flat"
        ),
        pytest.param({"address": "14A Larch Close, ZZ1 1AA"}, {"address": "the whole building"}, id="14A"),
        pytest.param(
            {"address": "First floor, 14 Larch Close, ZZ1 1AA"},
            {"address": "the whole building"},
            id="a floor",
        ),
        pytest.param({"uprn": "99x"}, {"uprn": "twelve digits"}, id="no UPRN"),
        pytest.param({"uprn": "9" * 13}, {"uprn": "twelve digits"}, id="too long a UPRN"),
        pytest.param({"uprn": "٣"}, {"uprn": "twelve digits"}, id="digits of another script"),
        pytest.param({"easting": ""}, {"easting": "where the other is given"}, id="northing alone"),
        pytest.param({"northing": "-5"}, {"northing": "whole metres"}, id="south of the grid"),
        pytest.param({"easting": "700001"}, {"easting": "up to 700000"}, id="east of the grid"),
        pytest.param({"listed_on": "01/11/2026"}, {"listed_on": "a day as"}, id="another way to write a day"),
        pytest.param({"listed_on": "2026-02-30"}, {"listed_on": "a day as"}, id="a day that is none"),
        pytest.param({"listed_on": "2026-11-23"}, {"listed_on": "not a later one"}, id="tomorrow"),
        pytest.param({"name": "x" * 201}, {"name": "no longer than 200"}, id="a very long name"),
        pytest.param({"name": "Larch\tHouse"}, {"name": "printable"}, id="a control character"),
        pytest.param(
            {"name": "", "uprn": "x", "listed_on": "x"},
            {"name": "is needed", "uprn": "twelve digits", "listed_on": "a day as"},
            id="three things at once",
        ),
    ],
)
def test_a_row_that_cannot_be_taken_is_told_by_number_and_field(
    changed: Mapping[str, str], problems: Mapping[str, str]
) -> None:
    told = refused(sheet(HOSTEL, {**HOSTEL, **changed}))
    assert told.keys() == {f"rows[2].{name}" for name in problems}
    assert [field for field, words in problems.items() if words not in told[f"rows[2].{field}"]] == []
    said = str(told)
    assert not [value for value in (*HOSTEL.values(), "Larch", "ZZ1", "99x") if value in said]


@pytest.mark.parametrize(
    ("content", "problems"),
    [
        pytest.param(b"", {"FILE": NEEDED_HEAD}, id="nothing"),
        pytest.param(b"name,address,listed_on\n", {"FILE": NEEDED_HEAD}, id="a heading left out"),
        pytest.param(sheet(), {"FILE": "has no rows"}, id="no rows"),
        pytest.param(
            sheet({**HOSTEL, "secret": "x"}, head=f"{HEAD},secret"),
            {"FILE": "has headings that nobody knows: 1"},
            id="a heading too many",
        ),
        pytest.param(
            sheet(HOSTEL) + b"\nLarch House,too,few", {"rows[2]": "has more cells or fewer than headings"}, id="cells"
        ),
        pytest.param(b"\xff" + sheet(HOSTEL), {"payload": "must be text in UTF-8"}, id="no text"),
        pytest.param(sheet(HOSTEL) + b'\n"', {"payload": "is not CSV: a quotation mark or a line break is out of place"},
                     id="no CSV"),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_read_is_refused_whole(content: bytes, problems: Mapping[str, str]) -> None:
    assert refused(content) == problems
