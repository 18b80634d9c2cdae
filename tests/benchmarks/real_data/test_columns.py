from math import nan

import numpy as np
import pandas as pd
import pytest

from benchmarks.real_data.columns import numbers, ranks, require


@pytest.mark.parametrize(
    ("written", "read"),
    [
        pytest.param(["10 or more", "3", "0"], [10, 3, 0], id="counts that end in or more"),
        pytest.param(["true", "FALSE", None], [1, 0, nan], id="truths as words, one missing"),
        pytest.param([True, False], [1, 0], id="truths"),
        pytest.param([1.0, nan, -2.5], [1, nan, -2.5], id="numbers"),
        pytest.param([nan, nan], [nan, nan], id="an empty column"),
    ],
)
def test_a_count_is_read_as_either_release_writes_it(written: list[object], read: list[float]) -> None:
    np.testing.assert_array_equal(numbers(pd.DataFrame({"count": written}), "count"), read)


def test_ordered_words_are_read_as_their_places() -> None:
    frame = pd.DataFrame({"years": ["more", "less", None]})
    np.testing.assert_array_equal(ranks(frame, "years", ("less", "more")), [1, 0, nan])


@pytest.mark.parametrize(
    ("written", "message"),
    [
        pytest.param(["many", "2"], "column count: 1 values cannot be read", id="a word that is no number"),
        pytest.param(["1 or 2", "x"], "column count: 2 values cannot be read", id="more than one"),
    ],
)
def test_what_cannot_be_read_is_refused_without_being_quoted(written: list[str], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        numbers(pd.DataFrame({"count": written}), "count")


def test_an_unknown_word_is_refused() -> None:
    with pytest.raises(ValueError, match="column years: 1 values"):
        ranks(pd.DataFrame({"years": ["eons", None]}), "years", ("less", "more"))


def test_missing_columns_are_named() -> None:
    with pytest.raises(ValueError, match=r"no column b, c$"):
        require(pd.DataFrame({"a": []}), ["a", "b", "c"])
