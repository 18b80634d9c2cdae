"""Dates of birth that one slip of the pen makes of another."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riskflag.matching.description import BIRTH_YEARS, SLIPS, compare_dates, slips_of

DAYS = st.dates(date(BIRTH_YEARS[0], 1, 1), date(BIRTH_YEARS[-1], 12, 31))


@pytest.mark.parametrize(
    ("born", "slip", "made"),
    [
        pytest.param(date(1984, 3, 9), date(1984, 9, 3), True, id="day and month exchanged"),
        pytest.param(date(1984, 3, 9), date(1984, 3, 19), True, id="a digit of the day"),
        pytest.param(date(1984, 3, 9), date(1984, 8, 9), True, id="a digit of the month"),
        pytest.param(date(1984, 3, 9), date(1934, 3, 9), True, id="a digit of the year"),
        pytest.param(date(1999, 3, 9), date(2000, 3, 9), True, id="a year later, all digits another"),
        pytest.param(date(1995, 3, 9), date(2005, 3, 9), True, id="ten years later"),
        pytest.param(date(1984, 3, 9), date(1984, 3, 9), False, id="the same day"),
        pytest.param(date(1984, 3, 9), date(1985, 3, 8), False, id="two digits"),
        pytest.param(date(1984, 2, 29), date(1983, 3, 1), False, id="a day that there is not in that year"),
    ],
)
def test_what_one_slip_makes(born: date, slip: date, made: bool) -> None:
    assert (slip in slips_of(born)) is made


@given(DAYS, DAYS)
def test_exactly_the_dates_that_compare_as_a_slip(one: date, other: date) -> None:
    assert (other in slips_of(one)) is (compare_dates(one, other) in SLIPS)


@given(DAYS)
def test_every_slip_can_be_made_back(born: date) -> None:
    slips = slips_of(born)
    assert slips
    assert all(born in slips_of(slip) for slip in slips)
    assert slips == tuple(sorted(slips))


def test_no_slip_within_a_year_of_days_is_left_out() -> None:
    born = date(1984, 3, 9)
    around = [born + timedelta(days) for days in range(-366, 367)]
    assert [day for day in around if compare_dates(born, day) in SLIPS] == [
        day for day in slips_of(born) if day in around
    ]
