"""Only where nothing at all is held may a search for deeds be left out."""

from datetime import date

import pytest

from riskflag.casebook import (
    EX_PARTNER,
    abuse,
    alert,
    assessment,
    breach,
    case,
    conviction,
    custody,
    order,
    registration,
)
from riskflag.facts.written import nothing_on_record
from riskflag.records import (
    AbuseRole,
    BreachOutcome,
    ConvictionOutcome,
    CustodyEventKind,
    DomesticAbuseKind,
    Record,
)

HARM = DomesticAbuseKind.PHYSICAL_VIOLENCE


@pytest.mark.parametrize(
    "record",
    [
        pytest.param(conviction("04600", "theft"), id="a conviction"),
        pytest.param(conviction("04600", "theft", outcome=ConvictionOutcome.PENDING), id="a charge"),
        pytest.param(order(), id="an order without terms"),
        pytest.param(order(expires_on=date(2019, 1, 1)), id="an order that ended"),
        pytest.param(breach(date(2026, 1, 1)), id="a breach of which nobody wrote how"),
        pytest.param(breach(date(2026, 1, 1), "wrote", BreachOutcome.ALLEGED), id="an alleged breach"),
        pytest.param(abuse(HARM, EX_PARTNER), id="abuse"),
        pytest.param(abuse(HARM, EX_PARTNER, role=AbuseRole.NOT_CLEAR), id="abuse, nobody knows by whom"),
        pytest.param(alert("RSP"), id="an alert"),
        pytest.param(registration(None, "a type of our own"), id="an entry under no code"),
        pytest.param(alert("RSP", active_to=date(2019, 1, 1)), id="an alert that was closed"),
        pytest.param(assessment(words="He hit her."), id="words in an assessment"),
        pytest.param(custody(CustodyEventKind.VIOLENCE, date(2026, 9, 1), "fought"), id="words from prison"),
    ],
)
def test_whatever_is_held_is_looked_through(record: Record) -> None:
    assert not nothing_on_record(case(record).facts)


@pytest.mark.parametrize(
    "records",
    [
        pytest.param((), id="nothing"),
        pytest.param((assessment(),), id="an assessment without words"),
        pytest.param((abuse(HARM, EX_PARTNER, role=AbuseRole.VICTIM),), id="abuse of the person"),
    ],
)
def test_nothing_is_nothing(records: tuple[Record, ...]) -> None:
    assert nothing_on_record(case(*records).facts)
