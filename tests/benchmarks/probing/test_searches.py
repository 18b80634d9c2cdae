"""A small year on seeds that nothing was set on: searches are found, and ordinary work goes on.

RISKFLAG_PROBES, as a number of ordinary enquiries divided by twenty, makes the year larger (1,200 enquiries
unless it says otherwise).
"""

import os
from functools import cache

import pytest
from click.testing import CliRunner

from benchmarks.probing.__main__ import main
from benchmarks.probing.campaigns import PATTERNS
from benchmarks.probing.figures import ENOUGH, by_pattern, cost, page
from benchmarks.probing.ordinary import DAYS
from benchmarks.probing.replay import Replay, Tally
from benchmarks.probing.year import Year, draw
from riskflag.probing.asked import AlertKind

ENQUIRIES = 20 * int(os.environ.get("RISKFLAG_PROBES", "60"))
FRESH = 4242


@cache
def replayed() -> tuple[Year, Tally]:
    year = draw(FRESH, ENQUIRIES, 2)
    return year, Replay(year).run()


@pytest.mark.parametrize("pattern", PATTERNS)
def test_every_search_is_told_to_the_auditor_before_it_has_learned_much(pattern: str) -> None:
    found = by_pattern([replayed()])[pattern]
    assert found.campaigns == 2
    assert found.alerted == 1
    assert found.by_alert < ENOUGH


def test_ordinary_work_is_hardly_refused_and_seldom_suspected() -> None:
    _, tally = replayed()
    paid = cost([tally])
    assert tally.ordinary >= ENQUIRIES
    assert paid["false refusals"] <= 1
    assert paid["false alerts, by subject"] <= 60


def test_no_search_learns_more_than_the_hard_cap_of_one_person() -> None:
    year, tally = replayed()
    of_one = {"one account, many addresses", "accounts taking turns", "ring or grid"}
    outcomes = [tally.campaigns[n] for n, pattern in enumerate(year.patterns) if pattern in of_one]
    assert max(len(outcome.learned) for outcome in outcomes) <= 10


def test_a_year_is_drawn_alike_from_one_seed_and_otherwise_from_another() -> None:
    first, again, other = draw(1, 200, 1), draw(1, 200, 1), draw(2, 200, 1)
    assert first == again
    assert first.questions != other.questions


def test_a_year_is_in_order_and_holds_every_pattern() -> None:
    year = draw(5, 300, 1)
    days = [question.day for question in year.questions]
    assert days == sorted(days)
    assert 0 <= days[0] < days[-1] < DAYS + 100
    assert year.patterns == tuple(PATTERNS)
    assert {each.campaign for each in year.questions} == {-1, *range(len(PATTERNS))}


def test_the_page_names_every_pattern_and_no_address() -> None:
    told = page([replayed()])
    assert all(pattern in told for pattern in PATTERNS)
    assert not any(question.address.text in told for question in replayed()[0].questions)


def test_the_command_prints_the_page() -> None:
    ended = CliRunner().invoke(main, ["--enquiries", "100", "--of-each", "1", "--seed", "9"])
    assert ended.exit_code == 0
    assert "false refusals" in ended.output


def test_every_kind_of_alert_is_raised_by_some_search() -> None:
    kinds = set().union(*(outcome.kinds for outcome in replayed()[1].campaigns.values()))
    assert len(kinds) >= len(AlertKind) - 3
