import numpy as np
import pytest

from training.evaluation.flagging import Flagging, flagging, flags

SAID = np.array([0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2])
HAPPENED = np.array([1, 0, 1, 1, 0, 1, 0, 0], dtype=bool)
RECOGNISED = np.array([1, 0, 0, 0, 0, 1, 1, 0], dtype=bool)


def counts(found: Flagging) -> tuple[tuple[int, int], tuple[int, int], tuple[int, int]]:
    flagged, recall, precision = (
        (each.part, each.of) for each in (found.flagged, found.recall, found.precision)
    )
    return flagged, recall, precision


@pytest.mark.parametrize(
    ("which", "expected"),
    [
        pytest.param("rules", ((3, 8), (2, 4), (2, 3)), id="two of the four, and one needlessly"),
        pytest.param("as_many_by_score", ((3, 8), (2, 4), (2, 3)), id="the three highest"),
        pytest.param("unrecognised", ((3, 5), (2, 2), (2, 3)), id="of the five that nobody recognised"),
        pytest.param("together", ((6, 8), (4, 4), (4, 6)), id="the flag adds two that the rules missed"),
    ],
)
def test_each_way_of_flagging_by_hand(
    which: str, expected: tuple[tuple[int, int], tuple[int, int], tuple[int, int]]
) -> None:
    assert counts(getattr(flags(SAID, HAPPENED, RECOGNISED, 0.55), which)) == expected


def test_at_the_threshold_counts_as_flagged() -> None:
    assert flags(SAID, HAPPENED, RECOGNISED, 0.6).unrecognised.flagged.part == 3


def test_a_higher_threshold_flags_fewer_and_never_finds_more() -> None:
    curve = flags(SAID, HAPPENED, RECOGNISED, 0.5).by_threshold
    assert [each.flagged for each in curve] == sorted((each.flagged for each in curve), reverse=True)
    recalls = [each.recall for each in curve if each.recall is not None]
    assert len(recalls) == len(curve)
    assert recalls == sorted(recalls, reverse=True)
    assert curve[-1].precision is None
    assert {each.threshold: each.precision for each in curve}[0.65] == 0.5


def test_where_nobody_is_flagged_there_is_no_precision() -> None:
    found = flagging(np.zeros(4, dtype=bool), np.array([True, False, False, False]))
    assert (found.precision.value, found.recall.value) == (None, 0.0)
