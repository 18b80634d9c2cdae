import re
from functools import cache
from html import unescape

import pytest
from matplotlib.figure import Figure

from riskflag.classifier.bins import Bins
from riskflag.classifier.harm import Harm
from tests.classifier.models import a_model
from tests.training.evaluation.made_up import a_table, a_true_model
from training.evaluation.drawing import Picture, house_style, picture
from training.evaluation.evaluation import HarmEvaluation, evaluate
from training.evaluation.pictures import groups_picture, pictures_of, threshold_picture
from training.evaluation.shapes import shapes

MODEL = a_true_model()
PICTURES = 6


@cache
def found() -> HarmEvaluation:
    return evaluate(MODEL, a_table(MODEL, 800)).harms[Harm.VIOLENCE]


@cache
def every_picture() -> tuple[Picture, ...]:
    return (*pictures_of(Harm.VIOLENCE, found()), *shapes(MODEL))


def held_in(tag: str, svg: bytes) -> list[str]:
    """The text of each element of a kind."""
    return [unescape(each) for each in re.findall(rf"<{tag}\b[^>]*>([^<]*)</{tag}>", svg.decode())]


def test_a_second_drawing_has_the_same_bytes() -> None:
    assert pictures_of(Harm.VIOLENCE, found()) == every_picture()[:4]
    assert shapes(MODEL) == every_picture()[4:]


def test_none_is_left_out_below() -> None:
    assert len(every_picture()) == PICTURES


@pytest.mark.parametrize("number", range(PICTURES))
def test_a_picture_is_told_in_words_and_needs_nothing_else(number: int) -> None:
    drawn = every_picture()[number]
    assert held_in("title", drawn.svg) == [drawn.title]
    assert held_in("desc", drawn.svg) == [drawn.description]
    named = f'role="img" aria-labelledby="{drawn.name}-title {drawn.name}-description">'
    assert named.encode() in drawn.svg.split(b"\n")[0]
    assert b"<script" not in drawn.svg
    assert b"<image" not in drawn.svg
    assert not re.search(rb'(?:href|src)="(?!#)', drawn.svg)
    assert not re.search(rb"\d{4}-\d\d-\d\d|matplotlib v", drawn.svg)


def test_pictures_on_one_page_do_not_share_a_name() -> None:
    ids = [name for drawn in every_picture() for name in set(re.findall(rb' id="([^"]+)"', drawn.svg))]
    assert len(ids) == len(set(ids))
    for drawn in every_picture():
        own = set(re.findall(rb' id="([^"]+)"', drawn.svg))
        assert set(re.findall(rb'href="#([^"]+)"|url\(#([^)]+)\)', drawn.svg)) <= {
            pair for name in own for pair in ((name, b""), (b"", name))
        }


def test_what_is_not_ours_is_escaped() -> None:
    with house_style():
        figure = Figure()
        drawn = picture(figure, "one", "more < less & so on", "a <b>")
    assert b'<title id="one-title">more &lt; less &amp; so on</title>' in drawn.svg
    assert held_in("desc", drawn.svg) == ["a <b>"]


def test_the_chosen_threshold_is_marked() -> None:
    assert "chosen: 0.400" in held_in("text", threshold_picture(Harm.VIOLENCE, found()).svg)


def test_groups_are_named_with_what_they_are_groups_of() -> None:
    assert {"female (sex)", "18 to 29 (age band)", "north (region)"} <= set(
        held_in("text", groups_picture(Harm.VIOLENCE, found()).svg)
    )


@pytest.mark.parametrize(
    "bins",
    [
        pytest.param(Bins((), None, None, unknown_seen=True), id="nobody's value was known"),
        pytest.param(Bins((), 3.0, 3.0, unknown_seen=False), id="everybody had the same"),
        pytest.param(Bins((0.5,), 0.0, 1.0, unknown_seen=True), id="yes or no"),
        pytest.param(Bins((5.0,), 5.0, 5.0, unknown_seen=False), id="nobody lay above the edge"),
    ],
)
def test_features_with_few_bins_can_be_drawn(bins: Bins) -> None:
    steps = tuple(0.1 * step for step in range(bins.count))
    (drawn,) = shapes(a_model((bins,), (steps,)))
    assert f"{steps[-1]:+.2f} where unknown" in drawn.description


def test_what_moves_a_probability_most_comes_first() -> None:
    assert [drawn.name for drawn in shapes(MODEL)] == ["feature-breaches", "feature-age"]
