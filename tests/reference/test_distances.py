"""Distances as orders and licences write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riskflag.reference.distances import metres_in


@pytest.mark.parametrize(
    ("text", "metres"),
    [
        pytest.param("5 miles radius of", 8047, id="miles with words after them"),
        pytest.param("5miles", 8047, id="run together"),
        pytest.param("a mile", 1610, id="one mile in words, rounded up"),
        pytest.param("half a mile", 805, id="half in words"),
        pytest.param("1/2 mile", 805, id="a fraction"),
        pytest.param("1 1/2 miles", 2415, id="a number and a fraction"),
        pytest.param("½ mile", 805, id="a fraction as one sign"),
        pytest.param("500m", 500, id="m is metres"),
        pytest.param("1,500 metres", 1500, id="a comma in thousands"),
        pytest.param("five hundred metres", 500, id="a number in words"),
        pytest.param("5.5km", 5500, id="kilometres"),
        pytest.param("100 yards", 92, id="yards, rounded up"),
        pytest.param("500 metres (half a mile)", 805, id="two distances: the larger"),
        pytest.param("2", None, id="no unit"),
        pytest.param("0 miles", None, id="nothing at all"),
        pytest.param("1/0 mile", None, id="a fraction of nothing"),
        pytest.param("within 10 M5 4AB", None, id="the start of a postcode is no unit"),
        pytest.param("10 months", None, id="months are no metres"),
        pytest.param("", None, id="nothing written"),
    ],
)
def test_metres_in_a_text(text: str, metres: int | None) -> None:
    assert metres_in(text) == metres


@given(st.integers(1, 9999), st.text(max_size=20))
def test_a_whole_number_of_metres_is_read_wherever_it_stands(metres: int, around: str) -> None:
    found = metres_in(f"{around} ; {metres} metres")
    assert found is not None
    assert found >= metres
