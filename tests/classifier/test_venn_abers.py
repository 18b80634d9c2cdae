"""Venn-ABERS: checked against drawing the curve anew for every new person, with another library's curve."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.isotonic import isotonic_regression

from riskflag.classifier.venn_abers import VennAbers, venn_abers

cells = st.lists(
    st.integers(0, 9).flatmap(lambda people: st.tuples(st.just(people), st.integers(0, people))),
    min_size=1,
    max_size=12,
)


def by_the_book(people: list[int], happened: list[int], cell: int, outcome: int) -> float:
    """One more person in the cell, then the least-squares rising curve through everybody, read there."""
    rates: list[float] = []
    weights: list[float] = []
    where: dict[int, int] = {}
    for number, (count, events) in enumerate(zip(people, happened, strict=True)):
        total = count + (number == cell)
        if total:
            where[number] = len(rates)
            rates.append((events + (outcome if number == cell else 0)) / total)
            weights.append(float(total))
    curve = isotonic_regression(np.array(rates), sample_weight=np.array(weights))
    return float(curve[where[cell]])


@given(cells)
def test_it_is_the_curve_drawn_anew_with_one_more_person(counts: list[tuple[int, int]]) -> None:
    people, happened = [list(side) for side in zip(*counts, strict=True)]
    table = venn_abers([float(edge) for edge in range(len(people) - 1)], people, happened)
    for cell in range(len(people)):
        low, high = table.interval(cell - 0.5)
        assert low == pytest.approx(by_the_book(people, happened, cell, 0), abs=1e-12)
        assert high == pytest.approx(by_the_book(people, happened, cell, 1), abs=1e-12)


@given(cells)
def test_both_curves_rise_and_the_upper_is_never_below_the_lower(counts: list[tuple[int, int]]) -> None:
    people, happened = [list(side) for side in zip(*counts, strict=True)]
    table = venn_abers([float(edge) for edge in range(len(people) - 1)], people, happened)
    assert list(table.lower) == sorted(table.lower)
    assert list(table.upper) == sorted(table.upper)
    assert all(low < high for low, high in zip(table.lower, table.upper, strict=True))


def test_the_more_people_it_was_tried_on_the_narrower_it_is() -> None:
    widths = []
    for times in (1, 10, 100):
        low, high = venn_abers([0.0], [10 * times, 10 * times], [2 * times, 6 * times]).interval(1.0)
        widths.append(high - low)
    assert widths == sorted(widths, reverse=True)


@pytest.mark.parametrize("edges", [(0.5, 0.5), (0.5, 0.2), (0.5, float("nan")), (0.5, float("inf"))])
def test_cells_that_do_not_follow_each_other_are_refused(edges: tuple[float, ...]) -> None:
    with pytest.raises(ValueError, match="ascend"):
        VennAbers(edges, (0.1, 0.2, 0.3), (0.2, 0.3, 0.4))


@pytest.mark.parametrize(
    ("lower", "upper", "wrong"),
    [
        pytest.param((0.1,), (0.2, 0.3), "one lower and one upper", id="a cell without its lower"),
        pytest.param((0.3, 0.3), (0.2, 0.4), "above the upper", id="upside down"),
        pytest.param((0.1, 0.3), (0.2, 1.4), "outside", id="more than certain"),
    ],
)
def test_a_table_that_makes_no_sense_is_refused(
    lower: tuple[float, ...], upper: tuple[float, ...], wrong: str
) -> None:
    with pytest.raises(ValueError, match=wrong):
        VennAbers((0.0,), lower, upper)
