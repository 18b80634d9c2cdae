"""Each release is for one thing: by time, with no person in two parts and no outcome from the next part's time."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.config import SplitConfig
from training.labels import ALL_SETTLED_AFTER
from training.split import parts_of
from training.table import Part

CALIBRATE, TEST = date(2018, 1, 1), date(2021, 1, 1)
EMBARGO = SplitConfig(CALIBRATE, TEST)
NONE = SplitConfig(CALIBRATE, TEST, embargo=False)
DAY = timedelta(days=1)
T, C, J, U = Part.TRAIN, Part.CALIBRATE, Part.TEST, Part.UNUSED


@pytest.mark.parametrize(
    ("config", "released", "expected"),
    [
        pytest.param(EMBARGO, [], (), id="nobody released"),
        pytest.param(EMBARGO, [date(2012, 5, 1)], (T,), id="long before"),
        pytest.param(EMBARGO, [CALIBRATE - ALL_SETTLED_AFTER], (T,), id="decided on the day itself"),
        pytest.param(EMBARGO, [CALIBRATE - ALL_SETTLED_AFTER + DAY], (U,), id="decided a day too late"),
        pytest.param(NONE, [CALIBRATE - DAY], (T,), id="decided later, but no embargo"),
        pytest.param(EMBARGO, [CALIBRATE], (C,), id="the first day to calibrate on"),
        pytest.param(EMBARGO, [TEST - DAY], (U,), id="decided only while others are judged by"),
        pytest.param(NONE, [TEST - DAY], (C,), id="the last day to calibrate on"),
        pytest.param(EMBARGO, [TEST], (J,), id="the first day to judge by"),
        pytest.param(EMBARGO, [date(2012, 5, 1), date(2015, 1, 1)], (T, T), id="twice to fit to"),
        pytest.param(
            EMBARGO, [date(2012, 5, 1), date(2018, 5, 1)], (T, U), id="released again in another part's time"
        ),
        pytest.param(
            EMBARGO, [date(2016, 5, 1), date(2018, 5, 1), TEST], (U, U, U), id="first release embargoed"
        ),
        pytest.param(NONE, [date(2018, 5, 1), date(2012, 5, 1)], (U, T), id="not in order"),
    ],
)
def test_a_release_is_for(config: SplitConfig, released: list[date], expected: tuple[Part, ...]) -> None:
    assert parts_of(released, config) == expected


days = st.dates(date(2008, 1, 1), date(2026, 1, 1))
careers = st.lists(st.lists(days, min_size=1, max_size=6), min_size=1, max_size=10)
boundaries = st.tuples(days, days).filter(lambda two: two[0] < two[1])


@given(careers, boundaries, st.booleans())
def test_no_person_is_in_two_parts_and_no_time_is(
    people: list[list[date]], boundary: tuple[date, date], embargo: bool
) -> None:
    config = SplitConfig(*boundary, embargo=embargo)
    spans: dict[Part, list[date]] = {T: [], C: [], J: []}
    for released in people:
        parts = parts_of(released, config)
        assert len(parts) == len(released)
        assert len(set(parts) - {U}) <= 1
        for day, part in zip(released, parts, strict=True):
            if part is not U:
                spans[part].append(day)
    used = [(min(each), max(each)) for each in spans.values() if each]
    assert all(earlier[1] < later[0] for earlier, later in pairwise(used))


@given(careers, boundaries)
def test_no_outcome_that_is_fitted_to_or_calibrated_on_was_decided_later(
    people: list[list[date]], boundary: tuple[date, date]
) -> None:
    ends = {T: boundary[0], C: boundary[1]}
    for released in people:
        for day, part in zip(released, parts_of(released, SplitConfig(*boundary)), strict=True):
            assert part not in ends or day + ALL_SETTLED_AFTER <= ends[part]
