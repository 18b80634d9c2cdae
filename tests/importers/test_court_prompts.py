"""Prompts of a court result: lines, places in parts, dates and distances."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riskflag.importers.court_prompts import (
    Condition,
    Entry,
    cut_to,
    day_in,
    entries_of,
    is_an_address,
    on_one_line,
)


@pytest.mark.parametrize(
    ("value", "entries"),
    [
        pytest.param(
            "Within:5 miles\nOf:Ashdown", (("Within", "5 miles"), ("Of", "Ashdown")), id="two lines"
        ),
        pytest.param(
            "Address:101 Leaze,\nBroad Gateway \nAshdown",
            (("Address", "101 Leaze,\nBroad Gateway\nAshdown"),),
            id="an address that goes on",
        ),
        pytest.param(
            "Details:every day\nbetween 19:00 and 07:00",
            (("Details", "every day\nbetween 19:00 and 07:00"),),
            id="a time of day is no label",
        ),
        pytest.param("Ashdown\nLeaze", (("", "Ashdown"), ("", "Leaze")), id="lines without any label"),
        pytest.param("A:1\\nB:2", (("A", "1"), ("B", "2")), id="a line break written as two characters"),
        pytest.param("Address:\n3 Leaze", (("Address", "3 Leaze"),), id="the value begins on the next line"),
        pytest.param("", (), id="nothing"),
    ],
)
def test_lines_of_a_value(value: str, entries: tuple[tuple[str, str], ...]) -> None:
    found = tuple((entry.label, entry.value) for entry in entries_of(value))
    if value == "Ashdown\nLeaze":
        assert on_one_line("\n".join(text for _, text in found)) == "Ashdown, Leaze"
    else:
        assert found == entries


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=200))
def test_no_word_of_a_value_is_lost(value: str) -> None:
    kept = " ".join(f"{entry.label}:{entry.value}" for entry in entries_of(value))
    lost = [
        word for word in value.replace("\\n", "\n").split() if word.strip(":") and word.strip(":") not in kept
    ]
    assert [word for word in lost if not all(part in kept for part in word.split(":"))] == []


@pytest.mark.parametrize(
    ("value", "places"),
    [
        pytest.param("Place or area:Ashdown", ("Ashdown",), id="one"),
        pytest.param(
            "Address line 1:Flat 2\nAddress line 2:9 Oak Road\nPost code:ZZ1 1AA",
            ("Flat 2, 9 Oak Road, ZZ1 1AA",),
            id="one in three entries",
        ),
        pytest.param(
            "Defendant to remain at:9 Oak Road\nAlternative curfew address:3 Elm Row",
            ("9 Oak Road", "3 Elm Row"),
            id="an alternative is another place",
        ),
        pytest.param(
            "Place:9 Oak Road\nPlace:3 Elm Row", ("9 Oak Road", "3 Elm Row"), id="a label used twice"
        ),
        pytest.param(
            "A radius of:2 miles\nIn respect of this place:Ashdown", ("Ashdown",), id="around a place"
        ),
        pytest.param(
            "Electronic monitoring contractor email address 1:a@example.org", (), id="no postal address"
        ),
        pytest.param("Place or area:  ", (), id="left blank"),
    ],
)
def test_places(value: str, places: tuple[str, ...]) -> None:
    assert Condition("a condition", entries_of(value)).places == places


@pytest.mark.parametrize(
    ("value", "ends_on"),
    [
        pytest.param(
            "Exclusion period:1 Years\nEnd date for tag:20/02/2026", date(2026, 2, 20), id="of the period"
        ),
        pytest.param("End date:2026-02-20", date(2026, 2, 20), id="ISO"),
        pytest.param("End date for tag:20/02/2026", None, id="the tag comes off and the condition stays"),
        pytest.param(
            "Exclusion period:1 Years\nEnd date for tag:31/02/2026", None, id="a day that never comes"
        ),
        pytest.param("End date:until further order", None, id="words"),
        pytest.param("Start date for tag:20/02/2026", None, id="a start is no end"),
    ],
)
def test_the_end_of_a_condition(value: str, ends_on: date | None) -> None:
    assert Condition("a condition", entries_of(value)).ends_on == ends_on


@pytest.mark.parametrize(
    ("place", "address"),
    [
        pytest.param("9 Oak Road, Ashdown", True, id="a number"),
        pytest.param("Flat 2, Oak House", True, id="a flat"),
        pytest.param("Oak Road ZZ1 1AA", True, id="a street with its postcode"),
        pytest.param("Ashdown", False, id="a town"),
        pytest.param("Oak Road", False, id="a street alone"),
        pytest.param("9 " + "Oak " * 80, False, id="too long to be one"),
    ],
)
def test_what_is_an_address(place: str, address: bool) -> None:
    assert is_an_address(place) is address


def test_a_wording_says_everything_on_one_line() -> None:
    condition = Condition("Not to enter", (Entry("Place", "9 Oak Road,\nAshdown"), Entry("", "at all")))
    assert condition.wording == "Not to enter. Place: 9 Oak Road, Ashdown; at all"


@given(st.dates(date(1900, 1, 1), date(2999, 12, 31)))
def test_a_day_is_read_back_as_it_was_written(day: date) -> None:
    assert day_in(f"from {day:%d/%m/%Y} at 10:00") == day_in(day.isoformat()) == day


@given(st.text(max_size=120), st.integers(min_value=40, max_value=80))
def test_a_text_is_whole_or_says_that_it_was_cut(text: str, longest: int) -> None:
    left = cut_to(longest, text)
    assert len(left) <= longest
    assert (left == text) is (len(text) <= longest)
    assert left == text or left.endswith("(cut: read the original)")
