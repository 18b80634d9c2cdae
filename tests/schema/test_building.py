"""A schema is worked out from a dataclass, and refuses whatever does not fit it exactly."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import date, datetime
from enum import StrEnum
from typing import ClassVar

import pytest

from riskflag.enquiry import AddressEnquiry, Occupant, ReferralEnquiry
from riskflag.errors import BadInput
from riskflag.records import RECORD_KINDS, NamedPerson, Person, PlaceIncident, Record
from riskflag.schema import load_as, schema_for
from riskflag.schema.building import field_meanings
from riskflag.vocabulary import CaseReferenceNumber, NomsNumber, PncNumber, Relationship, Uprn

EVERY_KIND = [*RECORD_KINDS.values(), PlaceIncident]


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


@dataclass(frozen=True, slots=True)
class Part:
    """Something inside.

    label: what it is called
    """

    label: str


@dataclass(frozen=True, slots=True)
class Everything:
    """Every type that a record may use.

    name: what it is called
    notes: what else was said,
        over two lines
    """

    kind: ClassVar[str] = "not a field"

    name: str
    notes: str = ""
    noms: NomsNumber | None = None
    crn: CaseReferenceNumber | None = None
    pnc: PncNumber | None = None
    uprn: Uprn | None = None
    colour: Colour = Colour.RED
    born: date | None = None
    asked_at: datetime | None = None
    agreed: bool | None = None
    count: int = 0
    share: float = 0.0
    labels: tuple[str, ...] = ()
    part: Part | None = None
    parts: tuple[Part, ...] = ()
    by_colour: Mapping[Colour, Part] = field(default_factory=dict)
    made_on: date | None = None
    expires_on: date | None = None
    _worked_out: str = field(init=False, default="")


def problems(**given: object) -> dict[str, str]:
    """What is wrong with ``Everything`` made of these values."""
    with pytest.raises(BadInput) as caught:
        load_as(Everything, {"name": "Ann", **given})
    return caught.value.problems


def test_the_least_that_may_be_said_gives_the_defaults() -> None:
    assert load_as(Everything, {"name": "Ann"}) == Everything("Ann")


def test_everything_that_may_be_said_is_read() -> None:
    given = {
        "name": "Ann",
        "notes": "two\nlines,\ta tab",
        "noms": "A1234BC",
        "crn": "X123456",
        "pnc": "2019/0123456A",
        "uprn": "990000000001",
        "colour": "blue",
        "born": "1980-02-29",
        "asked_at": "2026-11-22T10:00:00+01:00",
        "agreed": False,
        "count": 3,
        "share": 0.25,
        "labels": ["one", "two"],
        "part": {"label": "p"},
        "parts": [{"label": "q"}],
        "by_colour": {"blue": {"label": "r"}},
        "made_on": "2026-01-01",
        "expires_on": "2026-01-01",
    }
    read = load_as(Everything, given)
    assert (read.colour, read.born, read.agreed, read.count) == (Colour.BLUE, date(1980, 2, 29), False, 3)
    assert read.asked_at is not None
    assert read.asked_at.isoformat() == given["asked_at"]
    assert (read.labels, read.part, read.parts) == (("one", "two"), Part("p"), (Part("q"),))
    assert read.by_colour == {Colour.BLUE: Part("r")}
    assert schema_for(Everything)().dump(read) == given


REFUSED = [
    pytest.param("name", 7, "must be text", id="a number where a name belongs"),
    pytest.param("name", None, "must not be null", id="no name"),
    pytest.param("name", " \u00a0", "must not be blank", id="a name of spaces"),
    pytest.param("name", "n" * 201, "must be at most 200 characters long", id="a name that fills a page"),
    pytest.param(
        "notes", "n" * 10_001, "must be at most 10000 characters long", id="a note that fills a book"
    ),
    pytest.param("notes", None, "must not be null", id="null where an empty note is meant"),
    pytest.param(
        "noms", "A1234BC\n", "must be a letter, four digits and two letters", id="a line break after it"
    ),
    pytest.param("noms", "a1234bc", "must be a letter, four digits and two letters", id="small letters"),
    pytest.param(
        "noms",
        "A\u0661\u0662\u0663\u0664BC",
        "must be a letter, four digits and two letters",
        id="Arabic digits",
    ),
    pytest.param("crn", "X12345", "must be a letter and six digits", id="a CRN with a digit missing"),
    pytest.param(
        "pnc", "2019-123A", "must be a year, a stroke, up to seven digits and a letter", id="a PNC dash"
    ),
    pytest.param("uprn", "1234567890123", "must be one to twelve digits", id="a UPRN with a digit too many"),
    pytest.param("uprn", 990000000001, "must be text", id="a UPRN as a number, which drops leading noughts"),
    pytest.param("colour", "green", "must be one of: red, blue", id="a word that is not in the list"),
    pytest.param("colour", "RED", "must be one of: red, blue", id="the code's name for it, not its value"),
    pytest.param("colour", ["red"], "must be one of: red, blue", id="a list of words"),
    pytest.param("agreed", 1, "must be true or false", id="1 is not true"),
    pytest.param("agreed", "on", "must be true or false", id="a web form's on is not true"),
    pytest.param("agreed", "", "must be true or false", id="empty is not false"),
    pytest.param("count", True, "must be a whole number", id="true is not 1"),
    pytest.param("count", "1", "must be a whole number", id="a number in quotes"),
    pytest.param("count", 1.9, "must be a whole number", id="1.9 must not become 1"),
    pytest.param("count", 60.0, "must be a whole number", id="60.0 is not written as a whole number"),
    pytest.param("count", -1, "must be from 0 to 10000000", id="less than nothing"),
    pytest.param("count", 10**20, "must be from 0 to 10000000", id="more than anything on record"),
    pytest.param("share", "0.5", "must be a number", id="a share in quotes"),
    pytest.param("share", True, "must be a number", id="true is not the whole of it"),
    pytest.param("share", float("nan"), "must be a number", id="a number that is none"),
    pytest.param("share", float("-inf"), "must be a number", id="a number without end"),
    pytest.param("labels", "one", "must be a list", id="one label, not in a list"),
    pytest.param("labels", {"one": 1}, "must be a list", id="an object where a list belongs"),
    pytest.param("labels", ["x"] * 1001, "must hold at most 1000", id="a thousand and one labels"),
    pytest.param("part", [], "must be an object", id="a list where an object belongs"),
    pytest.param("part", "p", "must be an object", id="text where an object belongs"),
]
DATES = ["2026-02-30", "20260228", "2026-W09-1", "28/02/2026", "2026-2-8", "2026-02-28T00:00:00"]
DATES += [" 2026-02-28", "\u0662\u0660\u0662\u0666-02-28", "2026-02-28\n", "1753-01-01", "0000-00-00"]
MOMENTS = ["2026-11-22T10:00:00", "2026-11-22", "2026-11-22 10:00:00+00:00", "2026-11-22T25:00:00Z"]
MOMENTS += ["2026-11-22T10:00:00+0000", "9999-12-31T23:59:59+00:00", "2026-11-22T10:00:00Z\n"]
INVISIBLE = [
    "\0",
    "\x1b[31m",
    "\ud800",
    "\u202e",
    "\u2066",
    "\u200e",
    "\u200b",
    "\ufeff",
    "\u2028",
    "\r",
    "\ue000",
]


@pytest.mark.parametrize(("name", "value", "reason"), REFUSED)
def test_nothing_is_coerced(name: str, value: object, reason: str) -> None:
    assert problems(**{name: value}) == {name: reason}


@pytest.mark.parametrize("value", [*DATES, 20260228, True], ids=ascii)
def test_a_date_is_written_one_way(value: object) -> None:
    assert problems(born=value) == {"born": "must be a real date written YYYY-MM-DD, from 1900 on"}


@pytest.mark.parametrize("value", [*MOMENTS, 1763805600], ids=ascii)
def test_a_moment_carries_its_offset(value: object) -> None:
    reason = "must be a real date and time with its offset, written YYYY-MM-DDThh:mm:ss+00:00"
    assert problems(asked_at=value) == {"asked_at": reason}


@pytest.mark.parametrize("field_name", ["name", "notes"])
@pytest.mark.parametrize("character", INVISIBLE, ids=ascii)
def test_what_cannot_be_seen_is_refused(field_name: str, character: str) -> None:
    expected = {field_name: "holds a control, direction or other invisible character"}
    assert problems(**{field_name: f"An{character}n"}) == expected


@pytest.mark.parametrize("character", ["\n", "\t"], ids=ascii)
def test_a_name_stands_on_one_line(character: str) -> None:
    assert "invisible" in problems(name=f"Ann{character}Other")["name"]


@pytest.mark.parametrize("name", ["Siân O'Neill-Żak", "李小龙", "Ann\u00a0Other", "J. R. “Bob” Ngũgĩ"])
def test_real_names_pass(name: str) -> None:
    assert load_as(Everything, {"name": name}).name == name


def test_a_wrong_value_deep_inside_is_named_by_its_path() -> None:
    found = problems(parts=[{"label": "fine"}, {"label": 1}, 2], by_colour={"red": {}})
    assert found == {
        "parts.1.label": "must be text",
        "parts.2": "must be an object",
        "by_colour.red.label": "is needed",
    }


@pytest.mark.parametrize(
    ("given", "path", "hint"),
    [
        pytest.param({"colur": "red"}, "input", ": perhaps colour was meant", id="a slip of the pen"),
        pytest.param({"Alice Sample": 1}, "input", "", id="a person's name used as a field"),
        pytest.param({"_worked_out": "x"}, "input", "", id="a private field"),
        pytest.param({"kind": "x"}, "input", "", id="a constant of the class"),
        pytest.param({"part": {"label": "p", "lable": 1}}, "part", ": perhaps label was meant", id="inside"),
        pytest.param(
            {"by_colour": {"green": {}}}, "by_colour", "", id="a key that is not in the closed list"
        ),
    ],
)
def test_an_unknown_field_is_refused_and_its_name_not_repeated(
    given: dict[str, object], path: str, hint: str
) -> None:
    assert problems(**given) == {path: f"holds a field that is not known{hint}"}


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param(
            {"labels": [1] * 1001},
            {"labels": "must hold at most 1000"},
            id="a list that is too long is not read at all",
        ),
        pytest.param(
            {"colur": 1, "coun": 1, "labls": 1, "agred": 1},
            {"input": "holds a field that is not known: perhaps colour, count, labels was meant"},
            id="only the first few unknown fields are thought about",
        ),
    ],
)
def test_much_nonsense_gives_few_words(given: dict[str, object], expected: dict[str, str]) -> None:
    assert problems(**given) == expected


def test_an_end_before_its_beginning_is_refused() -> None:
    found = problems(made_on="2026-01-02", expires_on="2026-01-01")
    assert found == {"expires_on": "must not be before made_on"}


def test_an_address_and_no_fixed_abode_contradict_each_other() -> None:
    given = {"purpose": "bail_address", "no_fixed_abode": True, "address": {"text": "1 Elder Row"}}
    with pytest.raises(BadInput) as caught:
        load_as(AddressEnquiry, given)
    assert caught.value.problems == {"no_fixed_abode": "must not be true where an address is proposed"}


def test_a_type_that_no_field_can_read_is_found_when_the_schema_is_made() -> None:
    @dataclass(frozen=True)
    class Loose:
        """Holds anything."""

        anything: object

    @dataclass(frozen=True)
    class Undecided:
        """Holds one thing or another."""

        either: int | str

    for cls in (Loose, Undecided):
        with pytest.raises(TypeError):
            schema_for(cls)


@pytest.mark.parametrize("of", [*EVERY_KIND, Person, NamedPerson, Occupant, AddressEnquiry, ReferralEnquiry])
def test_every_field_of_every_record_says_what_it_means(of: type[Record]) -> None:
    assert {each.name for each in fields(of)} <= set(field_meanings(of))


def test_a_meaning_may_run_over_two_lines() -> None:
    assert field_meanings(Everything)["notes"] == "what else was said, over two lines"


def test_a_schema_is_made_once() -> None:
    assert schema_for(Part) is schema_for(Part)
    assert load_as(NamedPerson, {"name": "Ann"}).relationship is Relationship.UNKNOWN
