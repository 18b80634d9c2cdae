"""Signs of need, assessments and handovers, and how long each of them counts."""

from dataclasses import replace
from datetime import date

import pytest

from riskflag.casebook import ASKED, FRIEND, HIM, alert, breach, case, conversation, health, registration
from riskflag.facts.care import (
    assessed_for_care,
    cannot_be_cared_for,
    handovers,
    mental_health_needs,
    officer_told,
    old_enough_to_ask,
    repeat_breaches,
    signs_of_care_needs,
)
from riskflag.records import HealthAndCareKind as Kind
from riskflag.records import Record

ADMITTED = health(Kind.HOSPITAL_ADMISSION, on=date(2026, 9, 1), mental_health=True)
HANDOVER = health(Kind.HANDOVER, on=date(2026, 10, 1), mental_health=True)
APPOINTMENT = health(Kind.COMMUNITY_APPOINTMENT, on=date(2026, 12, 15), mental_health=True)


@pytest.mark.parametrize(
    ("record", "is_sign"),
    [
        pytest.param(health(Kind.COGNITION_OBSERVED, words="odd behaviour"), True, id="observed"),
        pytest.param(health(Kind.LEARNING_DISABILITY), True, id="a learning disability"),
        pytest.param(registration("RVAD", "Safeguarding - Adult at Risk"), True, id="registered as at risk"),
        pytest.param(alert("ADSC"), True, id="known to adult social care"),
        pytest.param(alert("VU"), False, id="a poor coper in prison"),
        pytest.param(health(Kind.MEDICATION), False, id="takes medicine"),
    ],
)
def test_signs_of_care_needs(record: Record, is_sign: bool) -> None:
    assert bool(signs_of_care_needs(case(record).facts)) is is_sign


@pytest.mark.parametrize(
    ("on", "counts"),
    [
        pytest.param(date(2026, 5, 23), True, id="six months ago"),
        pytest.param(date(2026, 5, 22), False, id="longer ago"),
        pytest.param(date(2026, 12, 8), False, id="booked for December"),
    ],
)
def test_an_assessment_of_care_needs_stands_for_six_months(on: date, counts: bool) -> None:
    assert assessed_for_care(case(health(Kind.CAPACITY_OR_CARE_ASSESSMENT, on=on)).facts) is counts


@pytest.mark.parametrize(
    ("days", "how_many"),
    [
        pytest.param([date(2026, 2, 1), date(2025, 5, 1)], 2, id="two"),
        pytest.param([date(2026, 2, 1)], 0, id="one is no repeat"),
        pytest.param([date(2026, 2, 1), date(2021, 11, 21)], 0, id="the other is over five years old"),
        pytest.param([date(2026, 2, 1), date(2021, 11, 22)], 2, id="the other is five years old to the day"),
    ],
)
def test_breaches_repeat_within_five_years(days: list[date], how_many: int) -> None:
    assert len(repeat_breaches(case(*(breach(day) for day in days)).facts)) == how_many


@pytest.mark.parametrize(
    ("record", "says_so"),
    [
        pytest.param(
            conversation(FRIEND, words="He can stay but I cannot look after him."), True, id="occupier"
        ),
        pytest.param(health(Kind.COGNITION_OBSERVED, words="declines all services"), True, id="declines all"),
        pytest.param(conversation(FRIEND, words="Happy to have him."), False, id="nothing of the sort"),
    ],
)
def test_somebody_who_cannot_be_cared_for(record: Record, says_so: bool) -> None:
    assert bool(cannot_be_cared_for(case(record).facts)) is says_so


@pytest.mark.parametrize(
    ("born", "expected"),
    [
        pytest.param(date(1966, 11, 22), True, id="sixty today"),
        pytest.param(date(1966, 11, 23), False, id="sixty tomorrow"),
        pytest.param(None, None, id="unknown"),
    ],
)
def test_care_needs_are_asked_about_from_sixty(born: date | None, expected: bool | None) -> None:
    assert old_enough_to_ask(case(person=replace(HIM, date_of_birth=born)).facts) is expected


@pytest.mark.parametrize(
    ("record", "is_need"),
    [
        pytest.param(
            health(Kind.DIAGNOSIS, on=date(2011, 1, 1), mental_health=True), True, id="an old diagnosis"
        ),
        pytest.param(health(Kind.DIAGNOSIS), False, id="a diagnosis of the body"),
        pytest.param(ADMITTED, True, id="admitted in September"),
        pytest.param(replace(ADMITTED, happened_on=date(2025, 11, 21)), False, id="admitted over a year ago"),
        pytest.param(
            health(Kind.MEDICATION, on=date(2018, 1, 1), mental_health=True), False, id="treated in 2018"
        ),
        pytest.param(health(Kind.SELF_HARM_PLAN, on=date(2026, 5, 22)), True, id="a self-harm plan in May"),
        pytest.param(health(Kind.SELF_HARM_PLAN, on=date(2026, 5, 21)), False, id="one before that"),
        pytest.param(registration("AMHL", "Mental Health Issues"), True, id="registered"),
    ],
)
def test_mental_health_needs(record: Record, is_need: bool) -> None:
    assert bool(mental_health_needs(case(record).facts)) is is_need


@pytest.mark.parametrize(
    ("record", "counts"),
    [
        pytest.param(HANDOVER, True, id="handed over in October"),
        pytest.param(replace(HANDOVER, happened_on=date(2026, 8, 1)), False, id="before the admission"),
        pytest.param(APPOINTMENT, True, id="an appointment two weeks after release"),
        pytest.param(replace(APPOINTMENT, happened_on=date(2026, 12, 16)), False, id="a day later than that"),
    ],
)
def test_a_handover_follows_the_admission(record: Record, counts: bool) -> None:
    assert bool(handovers(case(ADMITTED, record).facts)) is counts


def test_an_appointment_counts_where_the_release_date_is_unknown() -> None:
    assert handovers(case(APPOINTMENT, asked=replace(ASKED, release_date=None)).facts)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        pytest.param([None], None, id="nobody says"),
        pytest.param([False], False, id="not told"),
        pytest.param([False, True], True, id="told in the end"),
    ],
)
def test_whether_the_officer_was_told(said: list[bool | None], expected: bool | None) -> None:
    records = [replace(ADMITTED, told_responsible_officer=told) for told in said]

    assert officer_told(case(*records).facts) is expected


@pytest.mark.parametrize(
    ("record", "counts"),
    [
        pytest.param(alert("HA"), True, id="a plan is open"),
        pytest.param(replace(alert("HA"), active_from=date(2025, 1, 1)), True, id="open since last year"),
        pytest.param(replace(alert("HA2"), active_from=date(2026, 5, 22)), True, id="closed six months ago"),
        pytest.param(replace(alert("HA2"), active_from=date(2026, 5, 21)), False, id="closed before that"),
        pytest.param(
            replace(alert("HA"), active_from=date(2020, 1, 1), active_to=date(2020, 3, 1)),
            False,
            id="in 2020",
        ),
        pytest.param(alert("XVL"), False, id="an alert of another kind"),
    ],
)
def test_an_alert_for_a_plan_against_self_harm_is_a_need(record: Record, counts: bool) -> None:
    assert bool(mental_health_needs(case(record).facts)) is counts
