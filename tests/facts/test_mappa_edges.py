"""Each ground of eligibility at its boundary, and what is left open for want of a fact."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from riskflag.casebook import (
    EX_PARTNER,
    Case,
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
from riskflag.facts.mappa import grounds, level_unset, undecided
from riskflag.records import ConvictionOutcome, CustodyEventKind, DomesticAbuseKind, Record
from riskflag.vocabulary import OrderType, RiskLevel

WOUNDING = conviction("00801", "Wounding", custody_months=14)
SENTENCED = custody(CustodyEventKind.SENTENCED, date(2026, 8, 3))
CONSIDERED = replace(
    registration("NOTMAPPA", "Not MAPPA Eligible"), notes="screened", started_on=date(2025, 2, 1)
)
BREACHES = (breach(date(2025, 5, 1)), breach(date(2025, 8, 1)))
ABUSE = tuple(abuse(DomesticAbuseKind.THREATS, EX_PARTNER, date(2025, month, 1)) for month in (1, 2, 3))
SCHEDULE, LENGTH = "whether an offence is listed in Schedule 15", "the length of a sentence"


@pytest.mark.parametrize(
    ("of", "eligible"),
    [
        pytest.param(case(conviction("06653", "Publishing a statement")), True, id="a terrorist offence"),
        pytest.param(
            case(conviction("06653", "Publishing", outcome=ConvictionOutcome.PENDING)),
            False,
            id="charged with it",
        ),
        pytest.param(case(registration("RTAO", "")), True, id="registered for terrorism"),
        pytest.param(case(CONSIDERED, registration("RTAO", "")), True, id="found not eligible all the same"),
        pytest.param(
            case(replace(WOUNDING, outcome=ConvictionOutcome.CAUTIONED)), False, id="a caution is no sentence"
        ),
        pytest.param(
            case(order(kind=OrderType.SEX_OFFENDER_NOTIFICATION, expires_on=date(2026, 11, 21))),
            False,
            id="a duty to notify that ended yesterday",
        ),
        pytest.param(case(order(kind=OrderType.SEXUAL_RISK_ORDER)), False, id="an order of another kind"),
        pytest.param(case(alert("SOR", active_to=date(2026, 11, 21))), False, id="an alert closed yesterday"),
    ],
)
def test_who_is_in_a_category(of: Case, eligible: bool) -> None:
    assert bool(grounds(of.facts)) is eligible


@pytest.mark.parametrize("level", [None, *RiskLevel])
@pytest.mark.parametrize(
    ("records", "enough"),
    [
        pytest.param(BREACHES, True, id="two breaches"),
        pytest.param(BREACHES[:1], False, id="one breach"),
        pytest.param(ABUSE, True, id="three times abuse"),
        pytest.param(ABUSE[:2], False, id="twice abuse"),
    ],
)
def test_a_high_risk_with_repeated_harm(
    records: tuple[Record, ...], enough: bool, level: RiskLevel | None
) -> None:
    severe = level in (RiskLevel.HIGH, RiskLevel.VERY_HIGH)
    assert bool(grounds(case(assessment(level), *records).facts)) is (severe and enough)
    assert not grounds(case(*records, routine=False).facts)


@pytest.mark.parametrize(
    ("convicted_on", "events", "eligible"),
    [
        pytest.param(
            date(2025, 6, 3), (SENTENCED,), True, id="fourteen months to the day before the new one"
        ),
        pytest.param(date(2025, 6, 2), (SENTENCED,), False, id="it had run out the day before"),
        pytest.param(date(2019, 1, 7), (), True, id="long ago, and no newer sentence"),
        pytest.param(
            date(2019, 1, 7),
            (custody(CustodyEventKind.RECALLED, date(2026, 8, 3)),),
            True,
            id="long ago, and a recall since is no sentence",
        ),
        pytest.param(
            date(2019, 1, 7),
            (custody(CustodyEventKind.SENTENCED, date(2019, 1, 7)), SENTENCED),
            False,
            id="the newest sentence counts",
        ),
    ],
)
def test_a_sentence_that_had_run_out_is_no_ground(
    convicted_on: date, events: tuple[Record, ...], eligible: bool
) -> None:
    offence = replace(WOUNDING, happened_on=convicted_on, convicted_on=convicted_on)
    assert bool(grounds(case(offence, *events).facts)) is eligible


@pytest.mark.parametrize(
    ("changes", "eligible"),
    [
        pytest.param({}, False, id="on the day of conviction"),
        pytest.param({"started_on": date(2025, 1, 31)}, True, id="the day before"),
        pytest.param({"started_on": None}, True, id="nobody knows when"),
        pytest.param({"notes": " "}, True, id="reasons are blank"),
        pytest.param({"ended_on": date(2026, 11, 21)}, True, id="the entry was closed"),
    ],
)
def test_a_finding_of_not_eligible_needs_reasons_and_a_day(changes: dict[str, Any], eligible: bool) -> None:
    entry = replace(CONSIDERED, **changes)
    assert bool(grounds(case(entry, WOUNDING).facts)) is eligible
    older = replace(WOUNDING, happened_on=date(2011, 1, 10), convicted_on=date(2011, 1, 10))
    assert bool(grounds(case(entry, older, WOUNDING).facts)) is eligible


@pytest.mark.parametrize(
    ("code", "months", "open_question"),
    [
        pytest.param("00803", 14, SCHEDULE, id="a violent offence that the tables do not settle"),
        pytest.param("00803", 11, None, id="of eleven months"),
        pytest.param("00803", None, LENGTH, id="of no known length"),
        pytest.param("02501", 14, SCHEDULE, id="an abduction that the tables do not settle"),
        pytest.param("01602", 14, SCHEDULE, id="a sexual offence that the tables do not settle"),
        pytest.param("04600", 14, None, id="theft"),
        pytest.param("00826", 14, None, id="a blade, which is not listed"),
        pytest.param("99999", 14, SCHEDULE, id="a code nobody knows"),
        pytest.param("99999", 11, None, id="a code nobody knows, eleven months"),
        pytest.param("00801", None, LENGTH, id="wounding, and nobody knows for how long"),
        pytest.param("00801", 14, None, id="wounding, fourteen months: settled"),
    ],
)
def test_what_is_left_open(code: str, months: int | None, open_question: str | None) -> None:
    offence = conviction(code, "an offence", custody_months=months)
    assert undecided(case(offence).facts) == open_question
    assert undecided(case(replace(offence, outcome=ConvictionOutcome.PENDING)).facts) is None
    assert undecided(case(offence, CONSIDERED).facts) is None


def test_nothing_is_left_open_where_nobody_was_convicted() -> None:
    assert undecided(case().facts) is None
    assert grounds(case().facts) == ()


@pytest.mark.parametrize(
    ("records", "unset"),
    [
        pytest.param((alert("P11"), alert("P55")), 2, id="two that are to be confirmed"),
        pytest.param((alert("P100"), alert("P101")), 0, id="one of them since confirmed"),
        pytest.param(
            (alert("P11"), alert("P22", active_to=date(2026, 11, 21))), 1, id="the other was closed yesterday"
        ),
        pytest.param(
            (alert("P55"), replace(registration("MAPP", ""), level="")), 1, id="probation gives a blank level"
        ),
        pytest.param((registration("MAPP", ""),), 0, id="probation alone says nothing to be confirmed"),
        pytest.param((), 0, id="no flag at all"),
    ],
)
def test_a_level_still_to_be_confirmed(records: tuple[Record, ...], unset: int) -> None:
    assert len(level_unset(case(*records).facts)) == unset
