"""One object of a payload: what is there is taken as it is meant, and what is not there is said."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riskflag.importers.fields import Fields, Notes
from riskflag.importers.shape import Contradiction, Gap, Unusable
from riskflag.records import PersonNumbers
from riskflag.schema.text import LONGEST_TEXT
from riskflag.vocabulary import CaseReferenceNumber, NomsNumber, PncNumber
from tests.importers.payloads import NOW

TODAY = NOW.date()
NOT_A_DATE = "is not a date that can be read, and was left out"


def fields(held: object, notes: Notes | None = None) -> Fields:
    return Fields(held, "list[2]", TODAY, notes or Notes())


@pytest.mark.parametrize(
    ("held", "names", "text"),
    [
        pytest.param({"a": " Ann "}, ("a",), "Ann", id="spaces around are no part of it"),
        pytest.param({"a": None, "b": "B"}, ("a", "b"), "B", id="the second where the first is null"),
        pytest.param({"a": "  ", "b": "B"}, ("a", "b"), "B", id="the second where the first is blank"),
    ],
)
def test_needed_text(held: object, names: tuple[str, ...], text: str) -> None:
    assert fields(held).text(*names) == text


@pytest.mark.parametrize(
    ("held", "says"),
    [
        pytest.param({}, "list[2].a: is needed", id="not there"),
        pytest.param({"a": ""}, "list[2].a: is needed", id="blank"),
        pytest.param({"a": 5}, "list[2].a: must be text", id="a number"),
        pytest.param({"a": ["Ann"]}, "list[2].a: must be text", id="a list"),
        pytest.param("Ann", "list[2]: must be an object", id="no object at all"),
        pytest.param(None, "list[2]: must be an object", id="null"),
    ],
)
def test_text_that_is_needed_and_missing_refuses_the_element(held: object, says: str) -> None:
    with pytest.raises(Unusable) as refused:
        fields(held).text("a")
    assert str(refused.value) == says


@pytest.mark.parametrize(
    ("written", "day"),
    [
        pytest.param("2026-03-04", date(2026, 3, 4), id="a day"),
        pytest.param("2026-03-04T23:30:00", date(2026, 3, 4), id="a moment without an offset"),
        pytest.param("2026-07-04T23:30:00Z", date(2026, 7, 5), id="a moment is a day in London"),
        pytest.param("2026-01-04T23:30:00.123456789Z", date(2026, 1, 4), id="with a fraction"),
        pytest.param("2022-06-09T11:47:51+01:00", date(2022, 6, 9), id="with an offset"),
        pytest.param("4/3/2026", date(2026, 3, 4), id="as it is written by hand"),
        pytest.param("04/03/2026", date(2026, 3, 4), id="with noughts"),
        pytest.param("9999-12-31", date(9999, 12, 31), id="no end"),
        pytest.param(None, None, id="null"),
        pytest.param("", None, id="blank"),
    ],
)
def test_a_date_is_read(written: object, day: date | None) -> None:
    notes = Notes()
    assert fields({"on": written}, notes).day("on") == day
    assert notes.gaps == []


@pytest.mark.parametrize(
    "written",
    [
        "31/02/2026",
        "2026-13-01",
        "soon",
        "1066-10-14",
        "20260304",
        "{createdDate}",
        20260304,
        True,
        ["2026-03-04"],
    ],
)
def test_a_date_that_cannot_be_read_is_left_out_and_told_of(written: object) -> None:
    notes = Notes()
    assert fields({"on": written}, notes).day("on") is None
    assert notes.gaps == [Gap("list[2].on", NOT_A_DATE)]


@pytest.mark.parametrize(
    ("held", "day"),
    [
        pytest.param({"made": "2026-01-01", "began": "2025-01-01"}, date(2026, 1, 1), id="the first"),
        pytest.param({"began": "2025-01-01"}, date(2025, 1, 1), id="the next where there is no first"),
        pytest.param({}, TODAY, id="the day of taking where there is none"),
    ],
)
def test_when_something_was_written_down(held: object, day: date) -> None:
    assert fields(held).recorded("made", "began") == day


@pytest.mark.parametrize(
    ("written", "meant", "told"),
    [
        pytest.param(True, True, 0, id="true"),
        pytest.param(False, False, 0, id="false"),
        pytest.param("Yes", True, 0, id="yes"),
        pytest.param("N", False, 0, id="N"),
        pytest.param(None, None, 0, id="null"),
        pytest.param("Don't know", None, 1, id="something else"),
        pytest.param(1, None, 1, id="one is no yes"),
    ],
)
def test_yes_or_no(written: object, meant: bool | None, told: int) -> None:
    notes = Notes()
    assert fields({"is": written}, notes).yes_or_no("is") is meant
    assert len(notes.gaps) == told


@pytest.mark.parametrize(
    ("written", "number", "told"),
    [
        pytest.param(12.5, 12.5, 0, id="a number"),
        pytest.param(None, None, 0, id="null"),
        pytest.param("12", None, 1, id="text"),
        pytest.param(True, None, 1, id="true is no one"),
    ],
)
def test_numbers(written: object, number: float | None, told: int) -> None:
    notes = Notes()
    assert fields({"score": written}, notes).number("score") == number
    assert len(notes.gaps) == told


@pytest.mark.parametrize(
    ("written", "number", "told"),
    [
        pytest.param(34, "34", 0, id="a number"),
        pytest.param(" 34 ", "34", 0, id="in digits"),
        pytest.param(None, None, 0, id="nothing"),
        pytest.param(" ", None, 0, id="blank"),
        pytest.param("about 34", None, 1, id="words"),
        pytest.param(-34, None, 1, id="below nothing"),
        pytest.param(3.4, None, 1, id="a part of a number"),
        pytest.param(True, None, 1, id="yes"),
        pytest.param([34], None, 1, id="a list"),
    ],
)
def test_whole_numbers(written: object, number: str | None, told: int) -> None:
    notes = Notes()
    assert fields({"a": written}, notes).digits("a") == number
    assert len(notes.gaps) == told


@pytest.mark.parametrize(
    ("written", "texts", "told"),
    [
        pytest.param(None, (), 0, id="nothing"),
        pytest.param([], (), 0, id="an empty list"),
        pytest.param([" a ", None, "b"], ("a", "b"), 0, id="texts"),
        pytest.param("a", ("a",), 0, id="one text"),
        pytest.param(["a", 7, {}], ("a",), 1, id="some of them no text"),
        pytest.param({"a": "b"}, (), 1, id="an object"),
    ],
)
def test_texts_in_a_list(written: object, texts: tuple[str, ...], told: int) -> None:
    notes = Notes()
    assert fields({"a": written}, notes).texts("a") == texts
    assert len(notes.gaps) == told


@pytest.mark.parametrize(
    ("written", "words"),
    [
        pytest.param("one\r\ntwo\rthree\tfour", "one\ntwo\nthree\tfour", id="line breaks"),
        pytest.param("hid\u200bden \u202eword", "hid den  word", id="what cannot be seen"),
        pytest.param(None, "", id="null"),
    ],
)
def test_words(written: object, words: str) -> None:
    assert fields({"note": written}).words("note") == words


def test_words_that_are_too_long_are_cut_and_told_of() -> None:
    notes = Notes()
    assert len(fields({"note": "x" * (LONGEST_TEXT + 1)}, notes).words("note")) == LONGEST_TEXT
    assert notes.gaps == [Gap("list[2].note", "is longer than 10000 characters, and was cut")]


def test_several_notes_stand_one_below_another() -> None:
    assert fields({"a": "one", "b": None, "c": "two"}).words("a", "b", "c") == "one\ntwo"


@pytest.mark.parametrize(
    ("held", "items", "listed"),
    [
        pytest.param({"of": [{}, 5]}, ["list[2].of[0]", "list[2].of[1]"], 2, id="a list"),
        pytest.param({"of": []}, [], 0, id="an empty list"),
        pytest.param({"of": None}, [], 1, id="null is no list that had to be there"),
        pytest.param({}, [], 1, id="not there"),
        pytest.param({"of": {"a": 1}}, ["list[2].of"], 1, id="an object is one member, to be refused"),
    ],
)
def test_members(held: object, items: list[str], listed: int) -> None:
    assert [each.path for each in fields(held).items("of")] == items
    assert len(list(fields(held).listed("of"))) == listed


@pytest.mark.parametrize(
    ("held", "told"),
    [
        pytest.param({"in": {"a": "A"}}, 0, id="an object"),
        pytest.param({}, 0, id="not there"),
        pytest.param({"in": "A"}, 1, id="text"),
        pytest.param({"in": []}, 1, id="a list"),
    ],
)
def test_an_object_inside(held: dict[str, Any], told: int) -> None:
    notes = Notes()
    inside = fields(held, notes).inside("in")
    assert inside.text_or_none("a") == ("A" if not told and held else None)
    assert len(notes.gaps) == told


def test_an_element_is_called_what_its_source_calls_it() -> None:
    assert fields({"booking": 7, "id": "A"}).source_id("booking", "id") == "7-A"


@given(st.dictionaries(st.text(), st.none() | st.integers() | st.text()))
def test_an_element_without_an_identifier_has_a_digest_that_stays(held: dict[str, object]) -> None:
    one, again = fields(held).source_id(), fields(dict(reversed(held.items()))).source_id()
    assert one == again
    assert one != fields({**held, "more": "more"}).source_id()
    assert one.startswith("digest-")


@pytest.mark.parametrize("missing", [None, "", True, [1]])
def test_half_an_identifier_is_none(missing: object) -> None:
    assert fields({"booking": 7, "id": missing}).source_id("booking", "id").startswith("digest-")


@pytest.mark.parametrize(
    ("kind", "written", "numbers"),
    [
        pytest.param(NomsNumber, "A0001AA", PersonNumbers(NomsNumber("A0001AA")), id="a prison number"),
        pytest.param(
            CaseReferenceNumber,
            "X000001",
            PersonNumbers(case_reference_number=CaseReferenceNumber("X000001")),
            id="a CRN",
        ),
        pytest.param(PncNumber, "2019/1A", PersonNumbers(pnc_number=PncNumber("2019/1A")), id="a PNC number"),
    ],
)
def test_whom_it_is_about(kind: object, written: str, numbers: PersonNumbers) -> None:
    notes = Notes()
    fields({"number": written}, notes).is_about("number", kind)
    assert [(each.path, each.numbers) for each in notes.named] == [("list[2].number", numbers)]


def test_a_number_that_is_not_written_as_one_is_told_of_and_not_repeated() -> None:
    notes = Notes()
    fields({"crn": "D1974X"}, notes).is_about("crn", CaseReferenceNumber)
    assert notes.named == []
    assert notes.contradictions == [
        Contradiction("list[2].crn", "is not written as this number is: a letter and six digits")
    ]


@pytest.mark.parametrize(
    ("name", "path"),
    [
        pytest.param("activeFrom", "list[2].activeFrom", id="a field"),
        pytest.param("exclusion-zones", "list[2].exclusion-zones", id="with a stroke"),
        pytest.param("Quuxfield 7", "list[2].?", id="what may be an address"),
        pytest.param("x" * 65, "list[2].?", id="what is too long for a field"),
    ],
)
def test_a_name_that_is_no_field_is_not_told(name: str, path: str) -> None:
    assert fields({name: {}}).at(name).path == path
