"""Arithmetic on dates that more than one theme needs, and how a date is written."""

from calendar import monthrange
from datetime import date, timedelta


def whole_years(born: date, today: date) -> int:
    """Age in completed years."""
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))


def years_before(day: date, years: int) -> date:
    """The same day ``years`` earlier; 29 February becomes 28 February."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)


def months_before(day: date, months: int) -> date:
    """The day ``months`` calendar months earlier, at most the last day of that month."""
    month_index = day.year * 12 + day.month - 1 - months
    year, month = divmod(month_index, 12)
    try:
        return day.replace(year=year, month=month + 1)
    except ValueError:
        return date(year, month + 1, monthrange(year, month + 1)[1])


def working_days_between(first: date, last: date) -> int:
    """Weekdays after ``first`` up to and including ``last``. Bank holidays count as working days, so the
    count is never too low."""
    days = max(0, (last - first).days)
    whole_weeks, rest = divmod(days, 7)
    tail = sum((first + timedelta(days=n)).weekday() < 5 for n in range(1, rest + 1))
    return whole_weeks * 5 + tail


def written_date(day: date | None, otherwise: str = "not recorded") -> str:
    """A date as it is written in England and Wales, 1 December 2026; ``otherwise`` where there is none."""
    return f"{day.day} {day:%B %Y}" if day else otherwise
