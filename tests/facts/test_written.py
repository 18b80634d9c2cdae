"""What somebody wrote, record by record, and the last day on which a record counted."""

from dataclasses import replace
from datetime import date

import pytest

from riskflag.casebook import (
    EX_PARTNER,
    FRIEND,
    abuse,
    alert,
    assessment,
    breach,
    case,
    check,
    contact,
    conversation,
    conviction,
    custody,
    health,
    note,
    registration,
    screening,
)
from riskflag.facts.written import DEEDS_IN, SAID_IN, latest_day, said_to_staff, written_of_deeds
from riskflag.records import (
    AbuseRole,
    CheckKind,
    ConvictionOutcome,
    CustodyEventKind,
    DomesticAbuseKind,
    HealthAndCareKind,
    Record,
    ScreeningTopic,
)

OFFENCE = conviction("10501", "assault", EX_PARTNER, method="WORDS")
EVENT = abuse(DomesticAbuseKind.THREATS, EX_PARTNER, words="WORDS")


@pytest.mark.parametrize(
    ("record", "heard"),
    [
        pytest.param(OFFENCE, True, id="how an offence was done"),
        pytest.param(replace(OFFENCE, outcome=ConvictionOutcome.PENDING), True, id="a charge"),
        pytest.param(replace(OFFENCE, outcome=ConvictionOutcome.ACQUITTED), False, id="an acquittal"),
        pytest.param(replace(OFFENCE, outcome=ConvictionOutcome.QUASHED), False, id="a quashed conviction"),
        pytest.param(EVENT, True, id="abuse by him"),
        pytest.param(replace(EVENT, person_is=AbuseRole.NOT_CLEAR), True, id="abuse, nobody says by whom"),
        pytest.param(replace(EVENT, person_is=AbuseRole.VICTIM), False, id="abuse of him"),
        pytest.param(breach(date(2025, 1, 1), "WORDS"), True, id="a breach"),
        pytest.param(custody(CustodyEventKind.VIOLENCE, date(2025, 1, 1), "WORDS"), True, id="custody"),
        pytest.param(alert("XVL", "WORDS"), True, id="an alert"),
        pytest.param(alert("XVL", "WORDS", active_to=date(2026, 1, 1)), False, id="a closed alert"),
        pytest.param(registration("ADVP", "WORDS"), True, id="what a register is called"),
        pytest.param(replace(registration("ADVP", "DA"), notes="WORDS"), True, id="notes on a register"),
        pytest.param(assessment(words="WORDS"), True, id="an assessment"),
        pytest.param(health(HealthAndCareKind.DIAGNOSIS, words="WORDS"), False, id="healthcare"),
    ],
)
def test_what_is_written_of_deeds(record: Record, heard: bool) -> None:
    told = written_of_deeds(case(record).facts)
    assert any("WORDS" in words for _, words in told) is heard
    assert {each.source for each, _ in told} <= DEEDS_IN


@pytest.mark.parametrize(
    "record",
    [
        pytest.param(note("WORDS"), id="a note"),
        pytest.param(conversation(FRIEND, words="WORDS"), id="an occupier"),
        pytest.param(replace(check(CheckKind.OTHER), result="WORDS"), id="a check"),
        pytest.param(screening(ScreeningTopic.HEALTH, None, "WORDS"), id="a screening"),
        pytest.param(contact(FRIEND, note="WORDS"), id="a contact"),
    ],
)
def test_what_is_said_to_staff(record: Record) -> None:
    told = said_to_staff(case(record).facts)
    assert [words for _, words in told] == ["WORDS"]
    assert {each.source for each, _ in told} <= SAID_IN


def test_records_without_words_say_nothing() -> None:
    facts = case(replace(OFFENCE, method=""), contact(FRIEND), alert("XVL")).facts
    assert written_of_deeds(facts) + said_to_staff(facts) == ()


@pytest.mark.parametrize(
    ("record", "day"),
    [
        pytest.param(OFFENCE, date(2025, 2, 1), id="done and proved"),
        pytest.param(replace(OFFENCE, convicted_on=date(2026, 1, 1)), date(2026, 1, 1), id="proved later"),
        pytest.param(
            replace(OFFENCE, happened_on=None), date(2025, 2, 1), id="proved, nobody knows when done"
        ),
        pytest.param(EVENT, date(2025, 5, 1), id="an event"),
        pytest.param(replace(EVENT, happened_on=None), date(2025, 5, 1), id="by when it was written down"),
    ],
)
def test_the_last_day_on_which_a_record_counted(record: Record, day: date) -> None:
    assert latest_day(record) == day
