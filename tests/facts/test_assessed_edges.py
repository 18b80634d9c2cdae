"""The day itself, each kind of event and each level, where an assessment is set against the record."""

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
    decision,
    health,
    note,
    order,
    registration,
    term,
)
from riskflag.facts.assessed import (
    came_after,
    contradictory_notes,
    current_assessment,
    decided_on,
    left_out_of,
    other_levels,
    overdue_reviews,
)
from riskflag.records import (
    AbuseRole,
    BreachOutcome,
    Conviction,
    ConvictionOutcome,
    CustodyEventKind,
    DecisionKind,
    DomesticAbuseKind,
    HealthAndCareKind,
    Record,
)
from riskflag.vocabulary import ProhibitionKind, RiskLevel
from tests.facts.bands import NO_NUMBER

MADE_ON, DAY_AFTER = date(2026, 6, 1), date(2026, 6, 2)
MADE = assessment(on=MADE_ON)
ORDER = order(term(ProhibitionKind.NO_CONTACT))
WOUNDING = conviction("00801", "Wounding", on=DAY_AFTER)
BLADE = conviction("00826", "Having an article with a blade", on=MADE_ON)
STRANGLED = abuse(DomesticAbuseKind.STRANGULATION, EX_PARTNER, on=MADE_ON)


@pytest.mark.parametrize(
    ("changes", "day"),
    [
        pytest.param({}, date(2025, 2, 1), id="the verdict"),
        pytest.param({"convicted_on": None, "happened_on": MADE_ON}, MADE_ON, id="else the day it was done"),
        pytest.param(
            {"convicted_on": None, "happened_on": None, "recorded_on": DAY_AFTER},
            DAY_AFTER,
            id="else recorded",
        ),
    ],
)
def test_when_a_conviction_came_to_be_known(changes: dict[str, Any], day: date) -> None:
    offence: Conviction = replace(conviction("00801", "Wounding"), **changes)
    assert decided_on(offence) == day


@pytest.mark.parametrize("kind", [pytest.param(kind, id=kind.value) for kind in CustodyEventKind])
def test_which_events_in_custody_make_an_assessment_stale(kind: CustodyEventKind) -> None:
    stale = {CustodyEventKind.RECALLED, CustodyEventKind.VIOLENCE, CustodyEventKind.WEAPON_FOUND}
    assert bool(came_after(MADE, case(MADE, custody(kind, DAY_AFTER)).facts)) is (kind in stale)


@pytest.mark.parametrize("kind", [pytest.param(kind, id=kind.value) for kind in HealthAndCareKind])
def test_of_health_only_a_mental_health_admission_makes_it_stale(kind: HealthAndCareKind) -> None:
    admitted = kind is HealthAndCareKind.HOSPITAL_ADMISSION
    mental = case(MADE, health(kind, DAY_AFTER, mental_health=True))
    of_the_body = case(MADE, health(kind, DAY_AFTER))
    assert bool(came_after(MADE, mental.facts)) is admitted
    assert not came_after(MADE, of_the_body.facts)


@pytest.mark.parametrize(
    ("record", "after"),
    [
        pytest.param(breach(MADE_ON), False, id="a breach that day"),
        pytest.param(breach(DAY_AFTER), True, id="a breach the day after"),
        pytest.param(breach(DAY_AFTER, outcome=BreachOutcome.ALLEGED), False, id="an alleged breach"),
        pytest.param(replace(STRANGLED, happened_on=DAY_AFTER), True, id="abuse the day after"),
        pytest.param(
            replace(STRANGLED, happened_on=DAY_AFTER, person_is=AbuseRole.VICTIM), False, id="done to him"
        ),
        pytest.param(
            replace(STRANGLED, happened_on=None, recorded_on=DAY_AFTER), True, id="abuse nobody dated"
        ),
        pytest.param(WOUNDING, True, id="a conviction the day after"),
        pytest.param(replace(WOUNDING, outcome=ConvictionOutcome.CAUTIONED), True, id="a caution"),
        pytest.param(replace(WOUNDING, outcome=ConvictionOutcome.PENDING), False, id="a charge"),
    ],
)
def test_what_came_after_starts_the_day_after(record: Record, after: bool) -> None:
    assert bool(came_after(MADE, case(MADE, record).facts)) is after


@pytest.mark.parametrize(
    ("record", "day", "left_out"),
    [
        pytest.param(STRANGLED, MADE_ON, False, id="strangulation that day, with reasons"),
        pytest.param(replace(STRANGLED, happened_on=DAY_AFTER), MADE_ON, True, id="the day after"),
        pytest.param(BLADE, MADE_ON, False, id="a blade that day, with reasons"),
        pytest.param(
            replace(BLADE, convicted_on=DAY_AFTER), MADE_ON, True, id="a blade, convicted the day after"
        ),
    ],
)
def test_reasons_reach_to_the_day_they_were_given(record: Record, day: date, left_out: bool) -> None:
    reasoned = assessment(on=day, words="Low, for these reasons.")
    assert bool(left_out_of(reasoned, case(reasoned, record).facts)) is left_out
    blank = assessment(on=day, words="  ")
    assert left_out_of(blank, case(blank, record).facts)


@pytest.mark.parametrize(
    ("of", "left_out"),
    [
        pytest.param(case(MADE, alert("P77")), True, id="category 2, level 2"),
        pytest.param(case(MADE, alert("P88")), True, id="category 2, level 3"),
        pytest.param(case(MADE, alert("P99")), True, id="category 3, level 2"),
        pytest.param(case(MADE, alert("P66")), False, id="category 2, level 1"),
        pytest.param(case(MADE, alert("P55")), False, id="category 2, level to be confirmed"),
        pytest.param(case(MADE, alert("P88", active_to=date(2026, 11, 21))), False, id="closed yesterday"),
        pytest.param(case(MADE, alert("SOR")), True, id="a registered sex offender"),
        pytest.param(
            case(MADE, abuse(DomesticAbuseKind.THREATS, EX_PARTNER)), False, id="abuse of another kind"
        ),
        pytest.param(case(MADE, custody(CustodyEventKind.WEAPON_FOUND, MADE_ON)), True, id="a weapon found"),
        pytest.param(case(MADE, ORDER), False, id="an order in force and no breach"),
    ],
)
def test_what_a_low_level_leaves_out(of: Case, left_out: bool) -> None:
    assert bool(left_out_of(MADE, of.facts)) is left_out


@pytest.mark.parametrize("level", [None, *RiskLevel])
def test_only_a_low_or_medium_level_leaves_something_out(level: RiskLevel | None) -> None:
    made = assessment(level)
    low = level in (RiskLevel.LOW, RiskLevel.MEDIUM)
    assert bool(left_out_of(made, case(made, alert("SOR")).facts)) is low


@pytest.mark.parametrize(
    ("flag", "level"),
    [
        pytest.param(registration("RLRH", ""), RiskLevel.LOW, id="low"),
        pytest.param(registration("RMRH", ""), RiskLevel.MEDIUM, id="medium"),
        pytest.param(alert("ROH"), RiskLevel.HIGH, id="high"),
        pytest.param(alert("ROV"), RiskLevel.VERY_HIGH, id="very high"),
    ],
)
def test_each_flag_states_its_own_level(flag: Record, level: RiskLevel) -> None:
    facts = case(flag).facts
    differing = {each for each in RiskLevel if other_levels(assessment(each), facts)}
    assert differing == set(RiskLevel) - {level}


OVERDUE = replace(registration("ADVP", "Perpetrator"), review_due_on=date(2026, 11, 21))


@pytest.mark.parametrize(
    ("records", "overdue"),
    [
        pytest.param((OVERDUE,), 1, id="due yesterday"),
        pytest.param((replace(OVERDUE, ended_on=date(2026, 11, 21)),), 0, id="due yesterday, closed"),
        pytest.param((alert("RDV"),), 0, id="an alert, which is not reviewed"),
        pytest.param((OVERDUE, alert("RDV")), 1, id="one of each"),
    ],
)
def test_only_open_register_entries_are_overdue(records: tuple[Record, ...], overdue: int) -> None:
    assert len(overdue_reviews(case(*records).facts)) == overdue


@pytest.mark.parametrize(
    ("of", "written"),
    [
        pytest.param(case(note("settled there")), 0, id="settled only"),
        pytest.param(
            case(note("not suitable", address=NO_NUMBER), note("settled there")),
            2,
            id="one may be of another",
        ),
        pytest.param(
            case(decision(DecisionKind.REFUSED, "no"), decision(DecisionKind.APPROVED, "yes")),
            2,
            id="decisions",
        ),
    ],
)
def test_what_contradicts_itself(of: Case, written: int) -> None:
    assert len(contradictory_notes(of.facts)) == written


def test_without_a_level_there_is_no_current_assessment() -> None:
    assert current_assessment(case(assessment(None)).facts) is None
    assert current_assessment(case(routine=False).facts) is None
