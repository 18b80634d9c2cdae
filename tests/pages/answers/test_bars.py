"""What a score rests on, as bars on either side of a line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.pages.answers.bars import HARDLY, LEAST, LONGEST, MIDDLE, Bar, bars, of_100
from riskflag.shown_scores import ShownContribution

ADDS = st.floats(-50, 50, allow_nan=False)


def contributions(*log_odds: float) -> list[ShownContribution]:
    return [ShownContribution(f"feature {number}", each) for number, each in enumerate(log_odds)]


def test_a_bar_stands_on_its_side_and_says_so_in_words_and_by_its_sign() -> None:
    assert bars(contributions(2.0, 0.0, -1.0)) == (
        Bar("feature 0", "+2.00", "raises it", MIDDLE, LONGEST, counts=True),
        Bar("feature 1", "0", "changes nothing", MIDDLE, 0, counts=False),
        Bar("feature 2", "\N{MINUS SIGN}1.00", "lowers it", MIDDLE - LONGEST / 2, LONGEST / 2, counts=True),
    )


def test_what_hardly_counts_is_known_by_how_little_it_adds() -> None:
    found = bars(contributions(1.0, HARDLY, -HARDLY, HARDLY / 2, -HARDLY / 2))
    assert [bar.counts for bar in found] == [True, True, True, False, False]


def test_nothing_to_show_is_no_bar() -> None:
    assert bars([]) == ()


@given(st.lists(ADDS, min_size=1, max_size=40))
def test_every_bar_is_on_the_picture_on_its_own_side(log_odds: list[float]) -> None:
    found = bars(contributions(*log_odds))
    assert [bar.what for bar in found] == [f"feature {number}" for number in range(len(log_odds))]
    for bar, adds in zip(found, log_odds, strict=True):
        assert MIDDLE - LONGEST <= bar.start <= bar.start + bar.width <= MIDDLE + LONGEST + 0.1
        assert (bar.width >= LEAST) is (adds != 0)
        assert (bar.start < MIDDLE) is (adds < 0)


@pytest.mark.parametrize(
    ("percentage", "said"),
    [
        pytest.param(0.4, "fewer than 1", id="never nobody"),
        pytest.param(14.2, "about 14", id="some"),
        pytest.param(99.6, "more than 99", id="never everybody"),
    ],
)
def test_a_likelihood_in_people(percentage: float, said: str) -> None:
    assert of_100(percentage) == f"That is {said} of 100 people with a record like this."
