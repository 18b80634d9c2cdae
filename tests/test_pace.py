"""How long an account must wait, and that nobody who waits as told asks more often than they may."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riskflag.pace import SHORTEST_WAIT, WINDOW, wait

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


def ago(*seconds: float) -> list[datetime]:
    return [NOW - timedelta(seconds=each) for each in seconds]


@pytest.mark.parametrize(
    ("earlier", "most", "seconds"),
    [
        pytest.param(ago(), 1, None, id="never asked before"),
        pytest.param(ago(10, 20), 3, None, id="fewer than may be"),
        pytest.param(ago(10, 20, 50), 3, 10, id="as many as may be: until the first of them is a minute old"),
        pytest.param(ago(1, 10, 20, 50), 3, 40, id="one more than may be: until the second is"),
        pytest.param(ago(10, 61, 62, 63), 3, None, id="most of them longer ago"),
        pytest.param(ago(60), 1, None, id="a minute ago"),
        pytest.param(ago(59.9), 1, 1, id="nearly a minute ago: no less than a second"),
        pytest.param(ago(-3600), 1, 60, id="by a clock that is ahead: a minute, and no hour"),
        pytest.param(ago(), 0, 60, id="where nobody may ask"),
        pytest.param(ago(50, 20, 10), 3, 10, id="in whatever order"),
    ],
)
def test_how_long_an_account_must_wait(earlier: list[datetime], most: int, seconds: float | None) -> None:
    expected = None if seconds is None else timedelta(seconds=seconds)
    assert wait(earlier, most, NOW) == expected


@given(st.lists(st.floats(0, 90), max_size=60), st.integers(1, 5))
def test_whoever_waits_as_told_never_asks_more_often_than_may_be(pauses: list[float], most: int) -> None:
    moment, asked = NOW, list[datetime]()
    for pause in pauses:
        moment += timedelta(seconds=pause)
        must_wait = wait(asked, most, moment)
        if must_wait is not None:
            assert SHORTEST_WAIT <= must_wait <= WINDOW
            moment += must_wait
            assert wait(asked, most, moment) is None
        asked.append(moment)
    for number, first in enumerate(asked[:-most] if len(asked) > most else []):
        assert asked[number + most] - first >= WINDOW
