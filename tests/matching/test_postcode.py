"""Postcodes found in text, repaired, and compared."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riskflag.matching.postcode import (
    PostcodeRelation,
    compare_postcodes,
    outward_code,
    take_postcode,
)


@pytest.mark.parametrize(
    ("text", "postcode"),
    [
        pytest.param("14 larch close, ab1 2cd", "ab1 2cd", id="as it should be"),
        pytest.param("14 larch close ab12cd", "ab1 2cd", id="without a space"),
        pytest.param("14 larch close ab12 3cd england", "ab12 3cd", id="something after it"),
        pytest.param("14 larch close w1a 1aa", "w1a 1aa", id="a letter ends the outward code"),
        pytest.param("14 larch close abi 2cd", "ab1 2cd", id="letter I for a 1"),
        pytest.param("14 larch close ab1o 2cd", "ab10 2cd", id="letter O for a 0"),
        pytest.param("14 larch close ab1 ocd", "ab1 0cd", id="letter O for the inward 0"),
        pytest.param("ab1 2cd and then ze9 8yx", "ze9 8yx", id="the last of two"),
        pytest.param("14 larch close dorley ze9", "ze9", id="an outward code alone"),
        pytest.param("bolton", "", id="a word of letters only"),
        pytest.param("mill house, flat b2", "", id="a flat number at the end"),
        pytest.param("b2", "", id="nothing before it"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_taken_from_text(text: str, postcode: str) -> None:
    rest, found = take_postcode(text)
    assert found == postcode
    assert not postcode or postcode not in rest


@given(st.text("abio012 ,-", max_size=14), st.text("abio012 ", min_size=4, max_size=9))
def test_where_it_stands_makes_no_difference(before: str, end: str) -> None:
    """Whatever follows it, so that the usual place, which is looked at first, is read as any other."""
    last, earlier = (take_postcode(f"{before} {end}{after}") for after in ("", " ,"))
    if " " in last[1] or " " in earlier[1]:
        assert earlier == (f"{last[0]} ,", last[1])


def test_the_rest_of_the_text_is_kept() -> None:
    assert take_postcode("14 larch close ab1 2cd, top bell") == ("14 larch close , , top bell", "ab1 2cd")


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        pytest.param("ab1 2cd", "ab1 2cd", PostcodeRelation.EQUAL, id="equal"),
        pytest.param("ab1 2cd", "ab1 2ce", PostcodeRelation.NEAR, id="one letter off"),
        pytest.param("ab12 3cd", "ab21 3cd", PostcodeRelation.NEAR, id="two digits exchanged"),
        pytest.param(
            "ab1 2cd", "ab1 9xy", PostcodeRelation.SAME_OUTWARD_CODE, id="elsewhere in the district"
        ),
        pytest.param("ab1 2cd", "ab1", PostcodeRelation.SAME_OUTWARD_CODE, id="one gives the district only"),
        pytest.param("ab1 2cd", "ze9", PostcodeRelation.ELSEWHERE, id="another district only"),
        pytest.param("ab1 2cd", "ze9 8yx", PostcodeRelation.ELSEWHERE, id="far away"),
        pytest.param("", "ze9 8yx", PostcodeRelation.MISSING, id="one missing"),
        pytest.param("", "", PostcodeRelation.MISSING, id="both missing"),
    ],
)
def test_compared(left: str, right: str, relation: PostcodeRelation) -> None:
    assert compare_postcodes(left, right) is relation
    assert compare_postcodes(right, left) is relation


def test_district_and_area() -> None:
    assert (outward_code("ab12 3cd"), outward_code("")) == ("ab12", "")
