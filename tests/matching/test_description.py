"""What one slip of the pen leaves of a date of birth."""

from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from riskflag.matching.description import SLIPS, Dates, compare_dates, two_of_three

DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 31))


@pytest.mark.parametrize(
    ("born", "other", "left"),
    [
        pytest.param(date(1984, 3, 9), date(1984, 3, 19), {"1984-03-"}, id="a digit of the day"),
        pytest.param(date(1984, 3, 9), date(1984, 8, 9), {"1984--09"}, id="a digit of the month"),
        pytest.param(date(1984, 3, 9), date(1934, 3, 9), {"-03-09"}, id="a digit of the year"),
        pytest.param(date(1999, 3, 9), date(2000, 3, 9), {"-03-09"}, id="a year later, all digits another"),
        pytest.param(date(1995, 3, 9), date(2005, 3, 9), {"-03-09"}, id="ten years later"),
        pytest.param(date(1984, 3, 9), date(1984, 9, 3), set(), id="day and month exchanged"),
        pytest.param(date(1984, 3, 9), date(1985, 3, 8), set(), id="two digits"),
        pytest.param(date(1984, 11, 9), date(1984, 1, 19), set(), id="no two numbers taken for one"),
    ],
)
def test_what_two_dates_have_in_common(born: date, other: date, left: set[str]) -> None:
    assert set(two_of_three(born)) & set(two_of_three(other)) == left


@given(DAYS, st.integers(min_value=0, max_value=7), st.integers(min_value=0, max_value=9))
def test_another_digit_leaves_something(born: date, place: int, digit: int) -> None:
    written = f"{born:%Y%m%d}"
    another = written[:place] + str(digit) + written[place + 1 :]
    try:
        slip = date(int(another[:4]), int(another[4:6]), int(another[6:]))
    except ValueError:
        assume(False)
    assert set(two_of_three(born)) & set(two_of_three(slip))


@given(st.dates(date(1910, 1, 1), date(2089, 12, 31)), st.sampled_from([-10, -1, 1, 10]))
def test_so_does_a_year_that_is_off(born: date, off: int) -> None:
    assume((born.month, born.day) != (2, 29))
    other = born.replace(year=born.year + off)
    assert compare_dates(born, other) in SLIPS.keys() - {Dates.SWAPPED}
    assert set(two_of_three(born)) & set(two_of_three(other))
