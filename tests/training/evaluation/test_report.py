"""One page that needs nothing else, for a reader who wants the worst first and everything after it."""

import re
from dataclasses import replace
from functools import cache
from html.parser import HTMLParser

import numpy as np
import pytest

from riskflag.classifier.harm import Harm
from tests.training.evaluation.made_up import a_table, a_true_model
from training.evaluation.evaluation import Evaluation, evaluate
from training.evaluation.report import write_report

MODEL = a_true_model()
TABLE = a_table(MODEL, 600)


class Nesting(HTMLParser):
    """What is open, to find a tag that is closed by another's end."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.ids += [value for name, value in attrs if name == "id" and value]
        if tag not in {"meta"}:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.ids += [value for name, value in attrs if name == "id" and value]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@cache
def evaluated(*, served: bool) -> Evaluation:
    return evaluate(MODEL, TABLE, MODEL if served else None)


@cache
def page(demonstration: bool = True, refusals: tuple[str, ...] = (), served: bool = True) -> str:
    model = replace(MODEL, demonstration=demonstration)
    return write_report(model, evaluated(served=served), refusals)


@pytest.mark.parametrize(
    "said",
    [
        pytest.param('<h2 id="summary">Summary</h2>', id="a summary"),
        pytest.param(
            "Learned from records from 1 January 2015 to 1 January 2020.", id="what it learned from"
        ),
        pytest.param(
            "a breach of an order or no-contact condition that was proved, found or led to recall, within 365 days",
            id="what counts",
        ),
        pytest.param("Compared with the model in service, test-1", id="what it is compared with"),
        pytest.param('<th scope="row">VRP</th>', id="the instruments"),
        pytest.param("ECE, 15 bins", id="calibration error"),
        pytest.param("Rules and flag together", id="the rules"),
        pytest.param("18 to 29", id="groups"),
        pytest.param("There is no public outcome data for England and Wales.", id="the gravest limit"),
        pytest.param("It never clears\nanybody", id="what a score is not"),
    ],
)
def test_the_page_says(said: str) -> None:
    assert said in page()


def test_a_demonstration_is_marked_before_anything_else() -> None:
    body = page()[page().index("<body>") :]
    assert 0 < body.index("Demonstration.") < body.index("<h1>")
    assert "Demonstration." not in page(demonstration=False)
    assert "simulated people, whose lives" not in page(demonstration=False)


def test_why_it_may_not_be_published_is_said_up_front() -> None:
    refused = page(refusals=("violence: ranks worse <than> before",))
    assert "It is refused for 1 reason:" in refused
    assert "violence: ranks worse &lt;than&gt; before" in refused
    assert refused.index("refused for") < refused.index('<h2 id="violence">')
    assert "every gate is met" not in refused
    assert "every gate is met" in page()


def test_without_a_model_in_service_the_page_says_so() -> None:
    assert "No model is in service to compare it with." in page(served=False)


def test_it_needs_nothing_else_and_runs_nothing() -> None:
    assert not re.search(r"<script|<link|<img|<iframe|@import|javascript:|\son\w+=", page())
    assert not re.search(r'(?:href|src)="(?!#)', page())
    assert set(re.findall(r"https?://[^\s\"<]+", page())) == {
        "http://www.w3.org/2000/svg",
        "http://www.w3.org/1999/xlink",
    }


def test_every_tag_is_closed_and_every_name_is_used_once() -> None:
    read = Nesting()
    read.feed(page())
    assert read.open == []
    assert len(read.ids) == len(set(read.ids))
    assert set(re.findall(r'href="#([^"]+)"', page())) <= set(read.ids)


def test_each_harm_has_its_pictures_and_each_feature_its_shape() -> None:
    assert page().count("<figure>") == 4 * len(Harm) + len(MODEL.features) == page().count("<svg ")


def test_nobody_is_on_the_page() -> None:
    assert not any(str(person) in page() for person in TABLE.person)


def test_a_group_too_small_is_named_without_a_figure() -> None:
    region = np.where(np.arange(600) < 30, "island", TABLE.region)
    shown = write_report(MODEL, evaluate(MODEL, replace(TABLE, region=region)))
    assert shown.count('<tr><th scope="row">island</th><td colspan="7">too few to show</td></tr>') == len(
        Harm
    )
    assert "island (region)" not in shown


def test_groups_are_set_against_each_other_only_where_two_are_shown() -> None:
    sex = np.where(np.arange(600) < 30, "female", "male")
    shown = write_report(MODEL, evaluate(MODEL, replace(TABLE, sex=sex)))
    assert ">Sex</th>" in shown
    assert ">Region: differences lie up to 0." in shown


def test_the_same_evaluation_gives_the_same_page() -> None:
    assert write_report(MODEL, evaluated(served=True)) == page()
