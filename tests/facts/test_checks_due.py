"""Which checks are due and outstanding, with what was sent."""

from dataclasses import replace
from datetime import date

import pytest

from riskflag.casebook import ASKED, CHILD_OF_NINE, Case, alert, case, check
from riskflag.enquiry import PlacementKind
from riskflag.facts.checks_due import checks_outstanding, dates_of
from riskflag.records import CheckKind

POLICE = check(CheckKind.POLICE_DOMESTIC_ABUSE)
UNANSWERED = replace(POLICE, returned_on=None)


@pytest.mark.parametrize(
    ("of", "due"),
    [
        pytest.param(case(), [], id="all came back"),
        pytest.param(case(UNANSWERED), [(CheckKind.POLICE_DOMESTIC_ABUSE, 1)], id="sent and not answered"),
        pytest.param(case(routine=False), [(CheckKind.POLICE_DOMESTIC_ABUSE, 0)], id="never sent"),
        pytest.param(
            case(POLICE, alert("XVL"), lives_with=(CHILD_OF_NINE,)),
            [(CheckKind.CHILDRENS_SERVICES, 0)],
            id="a child and violence",
        ),
        pytest.param(case(POLICE, lives_with=(CHILD_OF_NINE,)), [], id="a child, and no history of harm"),
        pytest.param(
            case(routine=False, asked=replace(ASKED, placement=PlacementKind.APPROVED_PREMISES)),
            [],
            id="approved premises",
        ),
        pytest.param(case(routine=False, asked=replace(ASKED, address=None)), [], id="no address"),
    ],
)
def test_what_is_due_and_outstanding(of: Case, due: list[tuple[CheckKind, int]]) -> None:
    assert [(kind, len(sent)) for kind, sent in checks_outstanding(of.facts)] == due


@pytest.mark.parametrize(
    ("requested_on", "returned_on", "says"),
    [
        pytest.param(
            date(2026, 11, 3), None, "requested 3 November 2026, returned never", id="not yet answered"
        ),
        pytest.param(
            None, date(2026, 11, 10), "requested never, returned 10 November 2026", id="never asked for"
        ),
    ],
)
def test_its_dates(requested_on: date | None, returned_on: date | None, says: str) -> None:
    assert dates_of(replace(POLICE, requested_on=requested_on, returned_on=returned_on)) == says
