"""Who must tell the police where they live, and what settles that somebody need not."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from riskflag.casebook import Case, alert, case, conviction, order, registration
from riskflag.facts.notification import must_notify, notification_unsettled, sentence, sexual_convictions
from riskflag.records import Conviction, ConvictionOutcome, OrderRole, Record
from riskflag.vocabulary import OrderType

CONVICTED_ON = date(2020, 5, 4)
SEXUAL = conviction("01602", "A sexual offence", on=CONVICTED_ON)
NOT_REGISTERED = replace(alert("SONR"), active_from=date(2021, 1, 1))
ENDED = order(kind=OrderType.SEX_OFFENDER_NOTIFICATION, made_on=CONVICTED_ON, expires_on=date(2025, 5, 3))


@pytest.mark.parametrize(
    ("record", "must"),
    [
        pytest.param(alert("SOR"), True, id="an alert"),
        pytest.param(alert("P22"), True, id="an alert of category 1"),
        pytest.param(alert("SOR", active_to=date(2026, 11, 22)), True, id="an alert on its last day"),
        pytest.param(alert("SOR", active_to=date(2026, 11, 21)), False, id="an alert closed yesterday"),
        pytest.param(registration("ARSO", "Registered Sex Offender"), True, id="a register"),
        pytest.param(registration("ANSO", "Non Registered Sex Offender"), False, id="registered as not"),
        pytest.param(alert("SONR"), False, id="an alert that he need not"),
        pytest.param(alert("P55"), False, id="an alert of category 2"),
    ],
)
def test_a_flag_says_that_somebody_must(record: Record, must: bool) -> None:
    assert bool(must_notify(case(record).facts)) is must


@pytest.mark.parametrize("kind", [pytest.param(kind, id=kind.value) for kind in OrderType])
def test_three_kinds_of_order_bring_the_duty(kind: OrderType) -> None:
    bring = {
        OrderType.SEX_OFFENDER_NOTIFICATION,
        OrderType.SEXUAL_HARM_PREVENTION_ORDER,
        OrderType.SEXUAL_OFFENCES_PREVENTION_ORDER,
    }
    assert bool(must_notify(case(order(kind=kind)).facts)) is (kind in bring)


@pytest.mark.parametrize(
    ("changes", "must"),
    [
        pytest.param({"expires_on": date(2026, 11, 22), "duration_wording": None}, True, id="its last day"),
        pytest.param({"expires_on": date(2026, 11, 21), "duration_wording": None}, False, id="ended"),
        pytest.param({"discharged_on": date(2026, 1, 5)}, True, id="said to be discharged"),
        pytest.param({"person_is": OrderRole.PROTECTED}, False, id="it protects him"),
    ],
)
def test_the_duty_lasts_as_long_as_the_order(changes: dict[str, Any], must: bool) -> None:
    made = replace(order(kind=OrderType.SEXUAL_HARM_PREVENTION_ORDER), **changes)
    assert bool(must_notify(case(made).facts)) is must


def test_each_is_told_with_what_it_says() -> None:
    facts = case(alert("SOR"), order(kind=OrderType.SEX_OFFENDER_NOTIFICATION)).facts
    assert [says.split(",")[0] for _, says in must_notify(facts)] == [
        "Registered sex offender",
        "sex offender notification requirement",
    ]


@pytest.mark.parametrize(
    ("record", "sexual"),
    [
        pytest.param(SEXUAL, True, id="a sexual offence"),
        pytest.param(conviction("01612", "A sexual offence"), True, id="one against a child"),
        pytest.param(replace(SEXUAL, outcome=ConvictionOutcome.CAUTIONED), True, id="a caution"),
        pytest.param(replace(SEXUAL, outcome=ConvictionOutcome.PENDING), False, id="a charge"),
        pytest.param(replace(SEXUAL, outcome=ConvictionOutcome.QUASHED), False, id="quashed"),
        pytest.param(conviction("00806", "ABH"), False, id="violence"),
    ],
)
def test_sexual_convictions(record: Record, sexual: bool) -> None:
    facts = case(record).facts
    assert bool(sexual_convictions(facts)) is sexual
    assert bool(notification_unsettled(facts)) is sexual


@pytest.mark.parametrize(
    ("of", "open_question"),
    [
        pytest.param(case(SEXUAL), True, id="nothing says that he need not"),
        pytest.param(case(SEXUAL, NOT_REGISTERED), False, id="a later alert says that he need not"),
        pytest.param(
            case(SEXUAL, replace(NOT_REGISTERED, active_from=CONVICTED_ON)), False, id="an alert of that day"
        ),
        pytest.param(
            case(SEXUAL, replace(NOT_REGISTERED, active_from=date(2020, 5, 3))),
            True,
            id="an alert of the day before",
        ),
        pytest.param(
            case(SEXUAL, replace(NOT_REGISTERED, active_to=date(2026, 1, 1))), True, id="an alert now closed"
        ),
        pytest.param(
            case(SEXUAL, replace(NOT_REGISTERED, active_from=None)), False, id="dated by when it was recorded"
        ),
        pytest.param(
            case(SEXUAL, registration("ANSO", "Non Registered Sex Offender")), False, id="a later register"
        ),
        pytest.param(
            case(SEXUAL, registration("ARSO", "Registered Sex Offender", ended_on=date(2026, 1, 1))),
            True,
            id="a registration that was closed settles nothing",
        ),
        pytest.param(case(SEXUAL, ENDED), False, id="the duty ran out by its order"),
        pytest.param(
            case(SEXUAL, replace(ENDED, expires_on=date(2026, 11, 22))), True, id="the order runs until today"
        ),
        pytest.param(
            case(SEXUAL, replace(ENDED, made_on=date(2020, 5, 3))),
            True,
            id="the order is about something else",
        ),
        pytest.param(case(SEXUAL, replace(ENDED, made_on=None)), True, id="nobody knows when it was made"),
        pytest.param(
            case(SEXUAL, replace(ENDED, order_type=OrderType.SEXUAL_HARM_PREVENTION_ORDER)),
            True,
            id="another order ended: the duty may outlast it",
        ),
        pytest.param(
            case(SEXUAL, replace(ENDED, person_is=OrderRole.PROTECTED)), True, id="it protected him"
        ),
    ],
)
def test_what_settles_the_question(of: Case, open_question: bool) -> None:
    assert bool(notification_unsettled(of.facts)) is open_question


def test_each_conviction_needs_its_own_settlement() -> None:
    later = replace(SEXUAL, convicted_on=date(2023, 1, 9))
    facts = case(SEXUAL, later, NOT_REGISTERED).facts
    assert [each.convicted_on for each in notification_unsettled(facts)] == [date(2023, 1, 9)]


def test_a_conviction_without_its_day_goes_by_the_day_it_was_recorded() -> None:
    undated = replace(SEXUAL, convicted_on=None, recorded_on=date(2021, 1, 2))
    assert notification_unsettled(case(undated, NOT_REGISTERED).facts)


@pytest.mark.parametrize(
    ("record", "says"),
    [
        pytest.param(SEXUAL, "A sexual offence (convicted)", id="no custody recorded"),
        pytest.param(replace(SEXUAL, custody_months=0), "A sexual offence (convicted)", id="no custody"),
        pytest.param(replace(SEXUAL, custody_months=30), "A sexual offence (convicted), 30 months", id="30"),
        pytest.param(
            replace(SEXUAL, outcome=ConvictionOutcome.CAUTIONED), "A sexual offence (cautioned)", id="caution"
        ),
    ],
)
def test_the_sentence_is_told(record: Conviction, says: str) -> None:
    assert sentence(record) == says
