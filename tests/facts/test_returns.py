"""When this custody began, and what came soon after a release."""

from datetime import date

import pytest

from riskflag.casebook import Case, breach, case, custody
from riskflag.records import CustodyEventKind

RECEIVED, SENTENCED = CustodyEventKind.RECEIVED, CustodyEventKind.SENTENCED
RELEASED, RECALLED = CustodyEventKind.RELEASED, CustodyEventKind.RECALLED
MARCH, MAY, JULY, TODAY = date(2026, 3, 1), date(2026, 5, 1), date(2026, 7, 1), date(2026, 11, 22)


@pytest.mark.parametrize(
    ("of", "began"),
    [
        pytest.param(case(), None, id="nothing recorded"),
        pytest.param(case(custody(RECEIVED, MARCH)), MARCH, id="received"),
        pytest.param(
            case(custody(RECEIVED, MARCH), custody(SENTENCED, MAY)), MARCH, id="remanded, then sentenced"
        ),
        pytest.param(
            case(custody(RECEIVED, MARCH), custody(RELEASED, MAY), custody(RECALLED, JULY)),
            JULY,
            id="recalled",
        ),
        pytest.param(
            case(custody(RECEIVED, MARCH), custody(RELEASED, MAY)), None, id="released and never back"
        ),
        pytest.param(case(custody(CustodyEventKind.TRANSFERRED, MAY)), None, id="only a transfer"),
    ],
)
def test_when_this_custody_began(of: Case, began: date | None) -> None:
    assert of.facts.returns.custody_began == began


def test_a_release_that_is_still_to_come_is_not_a_release() -> None:
    facts = case(custody(RELEASED, date(2026, 12, 1)), breach(date(2026, 12, 3))).facts
    assert facts.returns.quick == ()


def test_each_return_counts_from_the_release_before_it() -> None:
    facts = case(custody(RELEASED, MARCH), custody(RELEASED, JULY), breach(date(2026, 7, 4))).facts
    assert [each.days for each in facts.returns.quick] == [3]
