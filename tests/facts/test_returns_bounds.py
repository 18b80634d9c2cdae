"""How soon after a release counts as quick, what counts as a return, and what nobody dated."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from riskflag.casebook import TODAY, Case, breach, case, conviction, custody, order
from riskflag.records import BreachOutcome, CustodyEventKind, OrderRole, Record

RECEIVED, RECALLED = CustodyEventKind.RECEIVED, CustodyEventKind.RECALLED
OUT_ON = date(2026, 3, 2)
RELEASED = custody(CustodyEventKind.RELEASED, OUT_ON)
BOUND = order()


def after(days: int) -> date:
    return OUT_ON + timedelta(days=days)


def days(of: Case) -> list[int | None]:
    return [each.days for each in of.facts.returns.quick]


@pytest.mark.parametrize(
    ("later", "quick"),
    [
        pytest.param(0, [0], id="the day of release"),
        pytest.param(28, [28], id="28 days later"),
        pytest.param(29, [], id="29 days later"),
        pytest.param(-1, [], id="the day before"),
    ],
)
@pytest.mark.parametrize(
    "kind",
    [
        pytest.param("breach", id="a breach"),
        pytest.param("alleged", id="an alleged breach"),
        pytest.param("conviction", id="a conviction for a breach"),
        pytest.param("recall", id="a recall of somebody bound"),
    ],
)
def test_a_return_within_28_days_is_quick(kind: str, later: int, quick: list[int]) -> None:
    happened = {
        "breach": breach(after(later)),
        "alleged": breach(after(later), outcome=BreachOutcome.ALLEGED),
        "conviction": conviction("00831", "Breach of Restraining Order", on=after(later)),
        "recall": custody(RECALLED, after(later)),
    }[kind]
    before_any_release = [None] if kind == "recall" and later < 0 else quick
    assert days(case(BOUND, RELEASED, happened)) == before_any_release


@pytest.mark.parametrize(
    ("bound", "found"),
    [
        pytest.param([BOUND], [5], id="by an order"),
        pytest.param([order(expires_on=date(2025, 5, 1))], [5], id="by an order that has ended"),
        pytest.param([breach(date(2020, 1, 1))], [5], id="as an old breach shows"),
        pytest.param([], [], id="by nothing on record"),
        pytest.param([replace(BOUND, person_is=OrderRole.PROTECTED)], [], id="the order protects him"),
    ],
)
def test_a_recall_counts_for_somebody_who_was_bound(bound: list[Record], found: list[int]) -> None:
    assert days(case(RELEASED, custody(RECALLED, after(5)), *bound)) == found


@pytest.mark.parametrize("kind", [pytest.param(kind, id=kind.value) for kind in CustodyEventKind])
def test_no_other_movement_is_a_return(kind: CustodyEventKind) -> None:
    found = days(case(BOUND, RELEASED, custody(kind, after(5))))
    assert found == ([5] if kind is RECALLED else [])


@pytest.mark.parametrize(
    ("of", "undated", "quick"),
    [
        pytest.param(case(RELEASED, replace(breach(after(5)), happened_on=None)), True, [], id="a breach"),
        pytest.param(
            case(RELEASED, replace(breach(after(-5)), happened_on=None)),
            False,
            [],
            id="a breach written down before the release",
        ),
        pytest.param(case(replace(breach(after(5)), happened_on=None)), False, [], id="no release"),
        pytest.param(case(RELEASED, breach(after(90))), False, [], id="a breach with its date"),
        pytest.param(
            case(BOUND, RELEASED, replace(custody(RECALLED, after(5)), happened_on=None)),
            True,
            [],
            id="a recall of somebody bound",
        ),
        pytest.param(
            case(RELEASED, replace(custody(RECALLED, after(5)), happened_on=None)),
            False,
            [],
            id="a recall of somebody not bound",
        ),
        pytest.param(
            case(BOUND, replace(custody(RECALLED, after(5)), happened_on=None)),
            False,
            [None],
            id="a recall and no release before it",
        ),
    ],
)
def test_a_return_that_nobody_dated_is_not_passed_over(of: Case, undated: bool, quick: list[None]) -> None:
    assert (of.facts.returns.undated_breach, days(of)) == (undated, quick)


def test_a_breach_on_both_lists_is_one_return() -> None:
    assert days(case(RELEASED, breach(after(5)))) == [5]


def test_returns_come_newest_first() -> None:
    again = custody(CustodyEventKind.RELEASED, after(100))
    given = case(RELEASED, breach(after(3)), again, breach(after(107)), breach(after(104)))
    assert days(given) == [7, 4, 3]


@pytest.mark.parametrize(
    ("released_on", "quick"),
    [
        pytest.param(TODAY, [0], id="released today"),
        pytest.param(TODAY + timedelta(days=1), [], id="to be released tomorrow"),
    ],
)
def test_a_release_counts_from_its_day(released_on: date, quick: list[int]) -> None:
    released = custody(CustodyEventKind.RELEASED, released_on)
    assert days(case(released, breach(released_on))) == quick


@pytest.mark.parametrize(
    ("into", "began"),
    [
        pytest.param(0, OUT_ON, id="back on the day of release"),
        pytest.param(-1, None, id="the entry before the release is another custody"),
        pytest.param(3, after(3), id="back three days later"),
    ],
)
def test_custody_began_on_or_after_the_last_release(into: int, began: date | None) -> None:
    assert case(RELEASED, custody(RECEIVED, after(into))).facts.returns.custody_began == began


def test_undated_entries_go_by_the_day_they_were_written_down() -> None:
    received = replace(custody(RECEIVED, after(9)), happened_on=None)
    assert case(RELEASED, received).facts.returns.custody_began == after(9)
