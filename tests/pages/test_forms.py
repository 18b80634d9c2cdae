"""Forms are read into the same schemas as JSON, and what is wrong is told by the form's own names."""

import pytest
from werkzeug.datastructures import MultiDict

from api.pages.forms import NO_DATE, read
from api.pages.problems import Field, sentences
from api.people.schemas import ADDRESS_ENQUIRY
from riskflag.enquiry import AddressEnquiry
from riskflag.errors import BadInput

RELEASED = {"release_date-day": "1", "release_date-month": "12", "release_date-year": "2026"}
LEAST = {"purpose": "release_planning", **RELEASED}


def loaded(fields: dict[str, str]) -> AddressEnquiry:
    enquiry = read(MultiDict(fields)).load(ADDRESS_ENQUIRY)
    assert isinstance(enquiry, AddressEnquiry)
    return enquiry


def problems(fields: dict[str, str]) -> dict[str, str]:
    with pytest.raises(BadInput) as refused:
        loaded(fields)
    return dict(refused.value.problems)


def test_lines_end_as_they_do_elsewhere_however_the_browser_ends_them() -> None:
    assert loaded({**LEAST, "notes": " one\r\ntwo \r\n"}).notes == "one\ntwo"


def test_what_was_left_blank_was_not_given() -> None:
    assert loaded({**LEAST, "notes": "  ", "occupants.0.who.name": ""}).occupants == ()


@pytest.mark.parametrize(
    "day",
    [
        pytest.param(("soon", "12", "2026"), id="a word"),
        pytest.param(("", "12", "2026"), id="a part left out"),
        pytest.param(("\N{ARABIC-INDIC DIGIT ONE}", "12", "2026"), id="a digit of another script"),
    ],
)
def test_a_day_that_is_none_is_told_beside_everything_else(day: tuple[str, str, str]) -> None:
    fields = dict(zip(RELEASED, day, strict=True))
    assert problems(fields) == {"purpose": "is needed", "release_date": NO_DATE}


def test_a_problem_in_a_row_is_told_by_the_number_of_the_row_in_the_form() -> None:
    fields = {**LEAST, "occupants.0.who.name": "", "occupants.2.who.relationship": "friend"}
    assert list(problems(fields)) == ["occupants.2.who.name"]


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        pytest.param("is needed", "Enter the name of person 3", id="left out"),
        pytest.param("must be one of: a, b", "Enter the name of person 3", id="none of a list"),
        pytest.param("must be a real date written YYYY-MM-DD", f"Name of person 3 {NO_DATE}", id="no day"),
        pytest.param(
            "must not be before release_date",
            "Name of person 3 must not be before release date",
            id="too early",
        ),
        pytest.param(
            "holds a control, direction or other invisible character",
            "Name of person 3 holds a character that cannot be seen. Type it again instead of pasting it",
            id="an invisible character",
        ),
        pytest.param("is one thing; is another", "Name of person 3 is one thing", id="two things at once"),
    ],
)
def test_a_problem_is_told_as_a_sentence(reason: str, said: str) -> None:
    fields = {"occupants.*.who.name": Field("Name of person {row}", "Enter the name of person {row}")}
    assert sentences({"occupants.2.who.name": reason}, fields) == {"occupants.2.who.name": said}


def test_a_field_that_nobody_named_is_told_by_its_own_name() -> None:
    assert sentences({"who.date_of_birth": "is needed"}, {}) == {
        "who.date_of_birth": "Date of birth is needed"
    }
