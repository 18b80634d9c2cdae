"""Ages and spans of days."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riskflag.facts.dates import (
    months_before,
    whole_years,
    working_days_between,
    written_date,
    years_before,
)

DAYS = st.dates(min_value=date(1950, 1, 1), max_value=date(2090, 12, 31))


@pytest.mark.parametrize(
    ("born", "today", "age"),
    [
        pytest.param(date(2000, 6, 2), date(2026, 6, 1), 25, id="the day before the birthday"),
        pytest.param(date(2000, 6, 2), date(2026, 6, 2), 26, id="on the birthday"),
        pytest.param(
            date(2008, 2, 29), date(2026, 2, 28), 17, id="born on a leap day, a day short of eighteen"
        ),
        pytest.param(date(2008, 2, 29), date(2026, 3, 1), 18, id="born on a leap day, of age in March"),
    ],
)
def test_age_counts_whole_years(born: date, today: date, age: int) -> None:
    assert whole_years(born, today) == age


@pytest.mark.parametrize(
    ("day", "months", "earlier"),
    [
        pytest.param(date(2026, 11, 22), 3, date(2026, 8, 22), id="same day of the month"),
        pytest.param(date(2026, 5, 31), 3, date(2026, 2, 28), id="February is shorter"),
        pytest.param(date(2024, 5, 31), 3, date(2024, 2, 29), id="February in a leap year"),
        pytest.param(date(2026, 1, 15), 1, date(2025, 12, 15), id="back into December"),
        pytest.param(date(2026, 11, 22), 24, date(2024, 11, 22), id="two years"),
    ],
)
def test_months_before(day: date, months: int, earlier: date) -> None:
    assert months_before(day, months) == earlier


def test_a_leap_day_five_years_before_is_the_last_of_february() -> None:
    assert years_before(date(2024, 2, 29), 5) == date(2019, 2, 28)
    assert years_before(date(2024, 2, 28), 5) == date(2019, 2, 28)


@pytest.mark.parametrize(
    ("first", "last", "days"),
    [
        pytest.param(date(2026, 11, 20), date(2026, 11, 23), 1, id="Friday to Monday"),
        pytest.param(date(2026, 11, 16), date(2026, 11, 30), 10, id="two weeks"),
        pytest.param(date(2026, 11, 23), date(2026, 11, 20), 0, id="backwards is none"),
        pytest.param(date(2026, 11, 21), date(2026, 11, 22), 0, id="a weekend"),
    ],
)
def test_working_days(first: date, last: date, days: int) -> None:
    assert working_days_between(first, last) == days


@given(DAYS, st.integers(min_value=0, max_value=400))
def test_months_before_is_never_later_and_keeps_the_day_where_the_month_has_it(
    day: date, months: int
) -> None:
    earlier = months_before(day, months)
    assert earlier <= day
    assert earlier.day == day.day or earlier.day in (28, 29, 30)


@given(DAYS, st.integers(min_value=0, max_value=1000))
def test_working_days_are_five_in_seven(day: date, weeks: int) -> None:
    later = date.fromordinal(day.toordinal() + weeks * 7)
    assert working_days_between(day, later) == weeks * 5


@pytest.mark.parametrize(
    ("day", "written"),
    [
        pytest.param(date(2026, 6, 15), "15 June 2026", id="in the middle of a month"),
        pytest.param(date(2026, 12, 1), "1 December 2026", id="a day below ten has no nought"),
        pytest.param(None, "not recorded", id="nobody recorded it"),
    ],
)
def test_a_date_is_written_as_people_write_it(day: date | None, written: str) -> None:
    assert written_date(day) == written


def test_what_stands_for_no_date_can_be_said() -> None:
    assert written_date(None, "never") == "never"
