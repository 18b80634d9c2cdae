"""When somebody must be named, and when they must have met the person."""

from dataclasses import replace
from datetime import date

import pytest

from riskflag.casebook import (
    ASKED,
    EX_PARTNER,
    Case,
    abuse,
    alert,
    allocation,
    assessment,
    case,
    custody,
    order,
    term,
)
from riskflag.records import CustodyEventKind, DomesticAbuseKind, Record
from riskflag.rules.process.responsible_officer_missing_or_late import RULE
from riskflag.vocabulary import ProhibitionKind, RiskLevel, Source
from tests.rules.answers import ACT, CANNOT_TELL, CLEAR, STOP, answer

NOBODY = allocation(officer=None)
NEVER_MET = allocation(met_person_on=None)
ORDER = order(term(ProhibitionKind.NO_CONTACT))
SENTENCED_LATELY = custody(CustodyEventKind.SENTENCED, date(2026, 11, 9))
SENTENCED_IN_MAY = custody(CustodyEventKind.SENTENCED, date(2026, 5, 4))
IN_12_WEEKS = replace(ASKED, release_date=date(2027, 2, 14))
LATER = replace(ASKED, release_date=date(2027, 2, 15), licence_ends_on=date(2027, 12, 1))
NO_DATE = replace(ASKED, release_date=None)
IN_29_DAYS = replace(ASKED, release_date=date(2026, 12, 21))
IN_28_DAYS = replace(ASKED, release_date=date(2026, 12, 20))


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        pytest.param(case(), CLEAR, id="named in September, met in October"),
        pytest.param(case(NOBODY), ACT, id="nobody, nine days before release"),
        pytest.param(case(routine=False), ACT, id="no record of an officer at all"),
        pytest.param(
            case(replace(allocation(), ended_on=date(2026, 11, 1))), ACT, id="the officer's time has ended"
        ),
        pytest.param(case(NEVER_MET), ACT, id="named, and nine days before release they have not met"),
        pytest.param(
            case(NEVER_MET, asked=IN_12_WEEKS), ACT, id="not met, twelve weeks to the day before release"
        ),
        pytest.param(
            case(NEVER_MET, asked=LATER), CLEAR, id="not met, and release is further away than that"
        ),
        pytest.param(
            case(NEVER_MET, asked=NO_DATE), CANNOT_TELL, id="not met, and nobody knows when release is"
        ),
        pytest.param(case(asked=NO_DATE), CLEAR, id="met, whenever release may be"),
        pytest.param(
            case(allocation(), custody(CustodyEventKind.TRANSFERRED, date(2026, 11, 5))),
            ACT,
            id="met, and moved to another prison since",
        ),
        pytest.param(
            case(allocation(), custody(CustodyEventKind.TRANSFERRED, date(2026, 9, 5))),
            CLEAR,
            id="moved to another prison, and met after that",
        ),
        pytest.param(
            case(NOBODY, SENTENCED_LATELY, asked=LATER), CLEAR, id="sentenced nine working days ago"
        ),
        pytest.param(
            case(NOBODY, SENTENCED_IN_MAY, asked=LATER), ACT, id="sentenced in May and still nobody"
        ),
        pytest.param(case(NOBODY, SENTENCED_LATELY), ACT, id="sentenced lately, but release is close"),
        pytest.param(case(NOBODY, asked=LATER), CANNOT_TELL, id="nobody knows when sentence was passed"),
        pytest.param(case(NOBODY, SENTENCED_LATELY, asked=NO_DATE), CANNOT_TELL, id="nor when release is"),
        pytest.param(case(not_asked=[Source.ALLOCATION]), CANNOT_TELL, id="nobody asked who manages him"),
        pytest.param(case(not_asked=[Source.CUSTODY]), CANNOT_TELL, id="nobody asked whether he was moved"),
    ],
)
def test_somebody_must_be_named_and_must_have_met_the_person(of: Case, expected: str) -> None:
    assert answer(RULE, of) == expected


@pytest.mark.parametrize(
    "reason",
    [
        pytest.param(ORDER, id="an order in force"),
        pytest.param(abuse(DomesticAbuseKind.THREATS, EX_PARTNER), id="domestic abuse"),
        pytest.param(assessment(RiskLevel.HIGH), id="high risk of serious harm"),
        pytest.param(alert("P22"), id="a registered sex offender"),
    ],
)
@pytest.mark.parametrize(
    "officer", [pytest.param(NOBODY, id="nobody"), pytest.param(NEVER_MET, id="never met")]
)
def test_the_plan_stops_for_dangerous_people_in_the_last_four_weeks(reason: Record, officer: Record) -> None:
    records = (reason, officer)

    assert answer(RULE, case(*records, asked=IN_28_DAYS)) == STOP
    assert answer(RULE, case(*records, asked=IN_29_DAYS)) == ACT


def test_an_order_that_has_ended_does_not_stop_the_plan() -> None:
    assert (
        answer(RULE, case(NOBODY, replace(ORDER, expires_on=date(2026, 1, 1), duration_wording=None))) == ACT
    )
