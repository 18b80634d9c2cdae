import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.evaluation.shares import share


@pytest.mark.parametrize(
    ("part", "of", "low", "high"),
    [
        pytest.param(15, 148, 0.0624, 0.1605, id="the example of Newcombe 1998"),
        pytest.param(81, 263, 0.2553, 0.3662, id="another of his"),
        pytest.param(1, 29, 0.0061, 0.1718, id="a rare one"),
        pytest.param(0, 20, 0.0, 0.1611, id="never"),
        pytest.param(29, 29, 0.8830, 1.0, id="always"),
    ],
)
def test_wilson(part: int, of: int, low: float, high: float) -> None:
    found = share(part, of)
    assert (found.low, found.high) == pytest.approx((low, high), abs=5e-5)
    assert found.value == part / of


def test_of_nobody_nothing_is_known() -> None:
    found = share(0, 0)
    assert (found.value, found.low, found.high) == (None, 0.0, 1.0)


@given(st.integers(1, 10_000).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))))
def test_the_interval_holds_the_share_and_stays_a_share(counts: tuple[int, int]) -> None:
    found = share(*counts)
    assert found.value is not None
    assert 0 <= found.low <= found.value <= found.high <= 1
