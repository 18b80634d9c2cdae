from itertools import pairwise
from math import inf, nan

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from riskflag.classifier.bins import Bins
from training.cutting import EACH_VALUE, cut_features
from training.scoring import cells_in

FINITE = st.floats(allow_nan=False, allow_infinity=False)
MANY = [float(number) / 7 for number in range(1000)]


def cut(values: list[float]) -> Bins:
    return cut_features(np.array(values)[:, None])[0]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        pytest.param([0, 1, 1, 3], Bins((0.5, 2.0), 0.0, 3.0, False), id="between each value and the next"),
        pytest.param([0, nan, 1], Bins((0.5,), 0.0, 1.0, True), id="unknown is no value, and is remembered"),
        pytest.param([2, 2], Bins((), 2.0, 2.0, False), id="one value for all cannot be cut"),
        pytest.param([nan, nan], Bins((), None, None, True), id="unknown for all"),
        pytest.param(
            [1.0, np.nextafter(1.0, 2)],
            Bins((1.0,), 1.0, float(np.nextafter(1.0, 2)), False),
            id="neighbouring floats have no middle",
        ),
        pytest.param(
            [-1.7e308, 1.7e308], Bins((0.0,), -1.7e308, 1.7e308, False), id="huge numbers do not overflow"
        ),
    ],
)
def test_few_values_are_cut_between_any_two(values: list[float], expected: Bins) -> None:
    assert cut(values) == expected


def test_many_values_are_cut_at_readable_quantiles() -> None:
    edges = cut(MANY).edges
    assert len(edges) == EACH_VALUE - 1
    assert all(edge == round(edge, 0) for edge in edges)


def test_quantiles_that_fall_together_cut_once() -> None:
    edges = cut([0.0] * 5000 + MANY).edges
    assert edges[0] >= 0
    assert len(set(edges)) == len(edges) < EACH_VALUE


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        pytest.param(-5.0, 0, id="below all"),
        pytest.param(0.5, 0, id="on an edge is below it"),
        pytest.param(0.6, 1, id="above an edge"),
        pytest.param(99.0, 2, id="above all"),
        pytest.param(nan, 3, id="unknown is last"),
    ],
)
def test_a_value_has_a_bin(value: float, expected: int) -> None:
    assert cells_in(cut([0, 1, 3]), np.array([value])).tolist() == [expected]


def test_infinity_is_refused() -> None:
    with pytest.raises(ValueError, match="not infinite"):
        cut([0, inf])


@given(arrays.arrays(np.float64, st.integers(1, 200), elements=FINITE))
def test_edges_ascend_and_each_parts_some_people_from_others(values: np.ndarray) -> None:
    found = cut(values.tolist())
    assert all(low < high for low, high in pairwise(found.edges))
    assert all(values.min() <= edge < values.max() for edge in found.edges)


@given(arrays.arrays(np.float64, st.integers(2, EACH_VALUE), elements=FINITE, unique=True))
def test_few_values_each_have_a_bin_of_their_own(values: np.ndarray) -> None:
    cells = cells_in(cut(values.tolist()), np.sort(values))
    assert cells.tolist() == list(range(len(values)))
