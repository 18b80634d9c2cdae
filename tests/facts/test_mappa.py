"""Who qualifies for multi-agency public protection, and whether a level is set."""

from dataclasses import replace
from datetime import date

import pytest

from riskflag.casebook import (
    ASKED,
    EX_PARTNER,
    MOTHER,
    PARTNER,
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
from riskflag.facts.mappa import grounds, level_is_due, level_unset, undecided
from riskflag.records import Conviction, ConvictionOutcome, CustodyEventKind, DomesticAbuseKind
from riskflag.vocabulary import OrderType, RiskLevel

WOUNDING = conviction("00801", "Wounding", custody_months=14)
CONTROL = conviction("00867", "Controlling or coercive behaviour", on=date(2025, 2, 3), custody_months=18)
BLADE = conviction("00826", "Having an article with a blade", custody_months=14)
CONSIDERED = replace(registration("NOTMAPPA", "Not MAPPA Eligible"), notes="screened after sentence")
HIGH = assessment(RiskLevel.HIGH)
BREACHES = (breach(date(2025, 5, 1)), breach(date(2025, 8, 1)))
ABUSED = tuple(abuse(DomesticAbuseKind.THREATS, who) for who in (EX_PARTNER, PARTNER, MOTHER))
SENTENCED_IN_2026 = custody(CustodyEventKind.SENTENCED, date(2026, 8, 3))
NOTIFICATION = order(kind=OrderType.SEX_OFFENDER_NOTIFICATION, protects=())


@pytest.mark.parametrize(
    ("of", "eligible"),
    [
        pytest.param(case(WOUNDING), True, id="wounding, fourteen months"),
        pytest.param(case(replace(WOUNDING, custody_months=12)), True, id="twelve months"),
        pytest.param(case(replace(WOUNDING, custody_months=11)), False, id="eleven months"),
        pytest.param(case(replace(WOUNDING, outcome=ConvictionOutcome.PENDING)), False, id="charged only"),
        pytest.param(case(BLADE), False, id="a blade, which is not in the schedule"),
        pytest.param(case(CONTROL), True, id="coercive control since February 2025"),
        pytest.param(
            case(replace(CONTROL, happened_on=date(2024, 1, 8), convicted_on=date(2025, 2, 2))),
            False,
            id="coercive control, convicted the day before",
        ),
        pytest.param(
            case(replace(WOUNDING, convicted_on=date(2019, 3, 1)), SENTENCED_IN_2026),
            False,
            id="a term that ended years before the new sentence",
        ),
        pytest.param(
            case(replace(WOUNDING, convicted_on=date(2026, 8, 3)), SENTENCED_IN_2026),
            True,
            id="the new sentence",
        ),
        pytest.param(case(alert("SOR")), True, id="a registered sex offender"),
        pytest.param(case(NOTIFICATION), True, id="a notification order in force"),
        pytest.param(case(alert("XTACT")), True, id="a terrorist offence"),
        pytest.param(case(HIGH, *BREACHES), True, id="high risk and two breaches"),
        pytest.param(case(HIGH, BREACHES[0]), False, id="high risk and one breach"),
        pytest.param(case(assessment(RiskLevel.MEDIUM), *BREACHES), False, id="medium risk and two breaches"),
        pytest.param(case(HIGH, *ABUSED), True, id="high risk and three victims of abuse"),
        pytest.param(
            case(CONSIDERED, WOUNDING), False, id="considered after sentence and found not eligible"
        ),
        pytest.param(
            case(replace(CONSIDERED, started_on=date(2024, 5, 1)), WOUNDING),
            True,
            id="considered before sentence",
        ),
        pytest.param(
            case(replace(CONSIDERED, notes=""), WOUNDING), True, id="found not eligible without reasons"
        ),
        pytest.param(case(CONSIDERED, alert("SOR")), True, id="a registered sex offender is always eligible"),
    ],
)
def test_what_brings_somebody_into_a_category(of: Case, eligible: bool) -> None:
    assert bool(grounds(of.facts)) is eligible


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        pytest.param(
            replace(WOUNDING, custody_months=None), "the length of a sentence", id="no sentence recorded"
        ),
        pytest.param(replace(WOUNDING, custody_months=0), None, id="no custody"),
        pytest.param(
            replace(BLADE, custody_months=None), None, id="not in the schedule, so it does not matter"
        ),
        pytest.param(
            conviction("00803", "Setting spring guns", custody_months=14),
            "whether an offence is listed in Schedule 15",
            id="a violent offence that the tables do not settle",
        ),
        pytest.param(
            conviction("99999", "Something else", custody_months=14),
            "whether an offence is listed in Schedule 15",
            id="a code that is not known",
        ),
        pytest.param(replace(WOUNDING, outcome=ConvictionOutcome.ACQUITTED), None, id="acquitted"),
    ],
)
def test_what_is_left_open_is_named(record: Conviction, expected: str | None) -> None:
    assert undecided(case(record).facts) == expected


@pytest.mark.parametrize(
    ("of", "unset"),
    [
        pytest.param(case(alert("P55")), True, id="category 2, level to be confirmed"),
        pytest.param(case(alert("P66")), False, id="category 2, level 1"),
        pytest.param(case(alert("P55"), alert("P66")), False, id="to be confirmed, and since confirmed"),
        pytest.param(
            case(alert("P55"), registration("MAPP", "MAPPA")), True, id="probation gives no level either"
        ),
        pytest.param(
            case(alert("P55"), replace(registration("MAPP", "MAPPA"), level="M1")),
            False,
            id="probation gives it",
        ),
        pytest.param(case(alert("P55", active_to=date(2026, 1, 1))), False, id="closed"),
    ],
)
def test_a_level_is_set_when_any_flag_states_it(of: Case, unset: bool) -> None:
    assert bool(level_unset(of.facts)) is unset


@pytest.mark.parametrize(
    ("release", "due"),
    [
        pytest.param(date(2027, 5, 22), True, id="six months to the day"),
        pytest.param(date(2027, 5, 23), False, id="a day more"),
        pytest.param(None, None, id="unknown"),
    ],
)
def test_a_level_is_due_six_months_before_release(release: date | None, due: bool | None) -> None:
    assert level_is_due(case(asked=replace(ASKED, release_date=release)).facts) is due
