"""When a payload was taken, as whoever imports it says it."""

from datetime import datetime, timedelta

import pytest

from riskflag.errors import BadInput
from riskflag.importers.taken import CLOCK_TOLERANCE, moment_in, taken_by
from tests.importers.payloads import NOW

FIELD = "--taken-at"
SECOND = timedelta(seconds=1)


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        pytest.param("Quuxfield", "is not a moment in ISO 8601", id="no moment"),
        pytest.param("2026-11-31T09:00:00+00:00", "is not a moment in ISO 8601", id="a day that never comes"),
        pytest.param("2026-11-20", "needs an offset from UTC, such as +00:00", id="a day alone"),
        pytest.param("2026-11-20T09:00:00", "needs an offset from UTC, such as +00:00", id="no offset"),
        pytest.param("1926-11-20T09:00:00+00:00", "is not a moment of this century", id="a slip of the pen"),
    ],
)
def test_a_moment_is_said_in_full(written: str, reason: str) -> None:
    with pytest.raises(BadInput) as refused:
        moment_in(written, FIELD)
    assert refused.value.problems == {FIELD: reason}


@pytest.mark.parametrize(
    "written", ["2026-11-22T09:00:00+00:00", "2026-11-22T09:00Z", "2026-11-22T10:00:00+01:00"]
)
def test_one_moment_is_written_in_several_ways(written: str) -> None:
    assert moment_in(written, FIELD) == NOW


@pytest.mark.parametrize(
    ("moment", "counts_as"),
    [
        pytest.param(NOW - timedelta(days=900), NOW - timedelta(days=900), id="long ago stays long ago"),
        pytest.param(NOW, NOW, id="just now"),
        pytest.param(
            NOW + CLOCK_TOLERANCE, NOW, id="a clock that is a little fast never makes it newer than now"
        ),
    ],
)
def test_a_payload_was_taken_when_it_is_said_to_have_been(moment: datetime, counts_as: datetime) -> None:
    assert taken_by(NOW, moment, FIELD) == counts_as


def test_nothing_was_taken_in_the_future() -> None:
    with pytest.raises(BadInput) as refused:
        taken_by(NOW, NOW + CLOCK_TOLERANCE + SECOND, FIELD)
    assert refused.value.problems == {FIELD: "must not be in the future"}
