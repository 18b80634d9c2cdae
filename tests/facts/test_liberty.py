"""Time at liberty between two days."""

from datetime import date, timedelta

import pytest

from riskflag.casebook import TODAY, custody
from riskflag.facts.liberty import custody_spells, days_at_liberty
from riskflag.records import CustodyEvent, CustodyEventKind

IN, OUT = CustodyEventKind.RECEIVED, CustodyEventKind.RELEASED
RECALLED, MOVED = CustodyEventKind.RECALLED, CustodyEventKind.TRANSFERRED
MARCH, MAY, JULY, SEPTEMBER = (date(2026, month, 1) for month in (3, 5, 7, 9))


def events(*kinds_and_days: tuple[CustodyEventKind, date]) -> list[CustodyEvent]:
    return [custody(kind, day) for kind, day in kinds_and_days]


@pytest.mark.parametrize(
    ("custody_events", "spells"),
    [
        pytest.param(events(), [], id="never held"),
        pytest.param(events((IN, MARCH), (OUT, MAY)), [(MARCH, MAY)], id="held and released"),
        pytest.param(events((OUT, MAY), (IN, MARCH)), [(MARCH, MAY)], id="told newest first"),
        pytest.param(events((IN, MARCH)), [(MARCH, TODAY)], id="still held"),
        pytest.param(
            events((IN, MARCH), (OUT, MAY), (RECALLED, JULY)), [(MARCH, MAY), (JULY, TODAY)], id="recalled"
        ),
        pytest.param(events((IN, MARCH), (MOVED, MAY), (OUT, JULY)), [(MARCH, JULY)], id="moved between"),
        pytest.param(events((OUT, MAY)), [], id="released from what nobody recorded"),
        pytest.param(events((IN, date(2027, 1, 1))), [], id="to be held next year"),
    ],
)
def test_times_in_custody(custody_events: list[CustodyEvent], spells: list[tuple[date, date]]) -> None:
    assert list(custody_spells(custody_events, TODAY)) == spells


@pytest.mark.parametrize(
    ("first", "last", "days"),
    [
        pytest.param(MARCH, MARCH, 0, id="one day"),
        pytest.param(date(2026, 2, 1), MARCH, 28, id="before he was held"),
        pytest.param(date(2026, 2, 1), MAY, 28, id="until his release"),
        pytest.param(date(2026, 2, 1), JULY, 89, id="round it"),
        pytest.param(date(2026, 4, 1), date(2026, 4, 9), 0, id="within it"),
        pytest.param(JULY, SEPTEMBER, 62, id="after it"),
        pytest.param(SEPTEMBER, JULY, 0, id="backwards"),
    ],
)
def test_custody_is_not_counted(first: date, last: date, days: int) -> None:
    assert days_at_liberty(first, last, [(MARCH, MAY)]) == timedelta(days=days)
