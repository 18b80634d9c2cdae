"""Breaches and recalls soon after a release, for people whom an order bound."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from riskflag.casebook import Case, breach, case, custody, order, term
from riskflag.records import BreachOutcome, CustodyEvent, CustodyEventKind
from riskflag.rule import Raised
from riskflag.rules.orders.quick_breach_after_release import RULE
from riskflag.vocabulary import ProhibitionKind
from tests.rules.answers import ACT, CANNOT_TELL, CLEAR, answer, outcome

RELEASED_ON = date(2025, 10, 1)
RELEASED = custody(CustodyEventKind.RELEASED, RELEASED_ON)
ORDER = order(term(ProhibitionKind.NO_CONTACT))
ENDED = order(term(ProhibitionKind.NO_CONTACT), expires_on=date(2025, 12, 1))


def after(days: int) -> date:
    """So many days after the release."""
    return RELEASED_ON + timedelta(days=days)


def recalled(days: int) -> CustodyEvent:
    """A recall so many days after the release."""
    return custody(CustodyEventKind.RECALLED, after(days), "found at her address")


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        pytest.param(case(RELEASED, breach(after(3))), ACT, id="a breach three days after"),
        pytest.param(case(RELEASED, breach(after(0))), ACT, id="a breach on the day"),
        pytest.param(case(RELEASED, breach(after(28))), ACT, id="a breach after four weeks"),
        pytest.param(case(RELEASED, breach(after(29))), CLEAR, id="a breach a day later"),
        pytest.param(case(RELEASED, breach(after(-1))), CLEAR, id="a breach before the release"),
        pytest.param(
            case(RELEASED, breach(after(3), outcome=BreachOutcome.ALLEGED)), ACT, id="an arrest for a breach"
        ),
        pytest.param(
            case(RELEASED, custody(CustodyEventKind.RELEASED, after(300)), breach(after(303))),
            ACT,
            id="quick after the second release",
        ),
        pytest.param(
            case(RELEASED, replace(breach(after(3)), happened_on=None, recorded_on=after(90))),
            CANNOT_TELL,
            id="nobody knows the day of the breach",
        ),
        pytest.param(case(breach(after(3))), CLEAR, id="a breach and no release before it"),
        pytest.param(case(ORDER, RELEASED, recalled(5)), ACT, id="recalled: found at her address"),
        pytest.param(case(ENDED, RELEASED, recalled(5)), ACT, id="recalled, and the order has ended since"),
        pytest.param(case(ORDER, RELEASED, recalled(90)), CLEAR, id="recalled after three months"),
        pytest.param(case(ORDER, recalled(5)), ACT, id="recalled, the release is not on record"),
        pytest.param(case(RELEASED, recalled(5)), CLEAR, id="recalled, and no order ever bound him"),
        pytest.param(case(ORDER, RELEASED), CLEAR, id="released, and nothing happened"),
    ],
)
def test_quick_returns(of: Case, expected: str) -> None:
    assert answer(RULE, of) == expected


def test_the_evidence_gives_the_release_the_breach_and_the_days_between() -> None:
    came_to = outcome(RULE, case(RELEASED, breach(after(3))))
    assert isinstance(came_to, Raised)
    release, broken = came_to.findings[0].evidence
    assert (release.happened_on, broken.happened_on) == (RELEASED_ON, after(3))
    assert "3 days after release" in broken.says
