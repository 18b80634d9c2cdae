"""What came after an assessment, and what a low or medium one leaves out."""

from dataclasses import replace
from datetime import date

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
    left_out_of,
    other_levels,
    overdue_reviews,
)
from riskflag.records import (
    ConvictionOutcome,
    CustodyEventKind,
    DecisionKind,
    DomesticAbuseKind,
    HealthAndCareKind,
    Record,
)
from riskflag.vocabulary import ProhibitionKind, RiskLevel

MARCH, JUNE, SEPTEMBER = date(2026, 3, 2), date(2026, 6, 1), date(2026, 9, 7)
ORDER = order(term(ProhibitionKind.NO_CONTACT))
BREACHES = (breach(date(2025, 5, 1)), breach(date(2025, 8, 1)))
STRANGLED = abuse(DomesticAbuseKind.STRANGULATION, EX_PARTNER)
BLADE = conviction("00826", "Having an article with a blade")
ADMITTED = health(HealthAndCareKind.HOSPITAL_ADMISSION, on=SEPTEMBER, mental_health=True)


@pytest.mark.parametrize(
    ("record", "counted"),
    [
        pytest.param(conviction("00801", "Wounding", on=SEPTEMBER), True, id="a conviction"),
        pytest.param(conviction("00801", "Wounding", on=MARCH), False, id="a conviction before it"),
        pytest.param(
            replace(conviction("00801", "Wounding", on=MARCH), convicted_on=SEPTEMBER),
            True,
            id="done before it, convicted after it",
        ),
        pytest.param(
            conviction("00801", "Wounding", on=SEPTEMBER, outcome=ConvictionOutcome.ACQUITTED),
            False,
            id="acquitted",
        ),
        pytest.param(breach(SEPTEMBER), True, id="a breach"),
        pytest.param(abuse(DomesticAbuseKind.THREATS, EX_PARTNER, on=SEPTEMBER), True, id="abuse"),
        pytest.param(custody(CustodyEventKind.RECALLED, SEPTEMBER), True, id="a recall"),
        pytest.param(custody(CustodyEventKind.WEAPON_FOUND, SEPTEMBER), True, id="a weapon in his cell"),
        pytest.param(custody(CustodyEventKind.TRANSFERRED, SEPTEMBER), False, id="a move to another prison"),
        pytest.param(ADMITTED, True, id="a mental health admission"),
        pytest.param(replace(ADMITTED, mental_health=False), False, id="a broken leg"),
    ],
)
def test_events_after_the_assessment_make_it_stale(record: Record, counted: bool) -> None:
    in_june = assessment(on=JUNE)

    assert bool(came_after(in_june, case(in_june, record).facts)) is counted


@pytest.mark.parametrize(
    ("records", "left_out"),
    [
        pytest.param((ORDER, *BREACHES), True, id="an order in force and two breaches"),
        pytest.param((ORDER, BREACHES[0]), False, id="an order and one breach"),
        pytest.param(BREACHES, False, id="two breaches and no order in force"),
        pytest.param((STRANGLED,), True, id="strangulation on record"),
        pytest.param(
            (conviction("00877", "Intentional strangulation"),), True, id="convicted of strangulation"
        ),
        pytest.param((BLADE,), True, id="a blade"),
        pytest.param((alert("P22"),), True, id="a registered sex offender"),
        pytest.param((alert("P77"),), True, id="managed at level 2"),
        pytest.param((alert("P66"),), False, id="managed at level 1"),
    ],
)
@pytest.mark.parametrize(
    ("level", "can_be_contradicted"),
    [
        pytest.param(RiskLevel.LOW, True, id="low"),
        pytest.param(RiskLevel.MEDIUM, True, id="medium"),
        pytest.param(RiskLevel.HIGH, False, id="high"),
    ],
)
def test_a_low_or_medium_level_is_set_against_the_record(
    records: tuple[Record, ...], left_out: bool, level: RiskLevel, can_be_contradicted: bool
) -> None:
    made = assessment(level)

    assert bool(left_out_of(made, case(made, *records).facts)) is (left_out and can_be_contradicted)


@pytest.mark.parametrize(
    ("record", "words", "weapon_considered", "left_out"),
    [
        pytest.param(
            STRANGLED, "Low, since she has moved abroad.", None, False, id="reasons, after the event"
        ),
        pytest.param(
            replace(STRANGLED, happened_on=date(2026, 11, 9)), "Low.", None, True, id="reasons, before it"
        ),
        pytest.param(BLADE, "Medium despite the blade.", None, False, id="the blade is reasoned about"),
        pytest.param(BLADE, "", True, False, id="weapons were considered"),
        pytest.param(BLADE, "", False, True, id="weapons were not considered"),
    ],
)
def test_a_reasoned_review_after_the_event_stands(
    record: Record, words: str, weapon_considered: bool | None, left_out: bool
) -> None:
    made = assessment(words=words, weapon_considered=weapon_considered)

    assert bool(left_out_of(made, case(made, record).facts)) is left_out


@pytest.mark.parametrize(
    ("flag", "differs"),
    [
        pytest.param(registration("RHRH", "High RoSH"), True, id="high in one system, low in another"),
        pytest.param(registration("RLRH", "Low RoSH"), False, id="low in both"),
        pytest.param(registration("RHRH", "High RoSH", ended_on=JUNE), False, id="high once"),
    ],
)
def test_levels_are_compared_between_systems(flag: Record, differs: bool) -> None:
    made = assessment(RiskLevel.LOW)

    assert bool(other_levels(made, case(made, flag).facts)) is differs


def test_an_assessment_without_a_level_is_none() -> None:
    layer_one, full = assessment(None, on=SEPTEMBER), assessment(RiskLevel.MEDIUM, on=MARCH)
    current = current_assessment(case(layer_one, full).facts)

    assert current is not None
    assert current.overall is RiskLevel.MEDIUM


@pytest.mark.parametrize(
    ("due", "overdue"),
    [
        pytest.param(date(2026, 11, 21), 1, id="due yesterday"),
        pytest.param(date(2026, 11, 22), 0, id="due today"),
        pytest.param(None, 0, id="no date is recorded"),
    ],
)
def test_a_register_entry_is_overdue_from_the_day_after(due: date | None, overdue: int) -> None:
    entry = replace(registration("ADVP", "Domestic Abuse Perpetrator"), review_due_on=due)

    assert len(overdue_reviews(case(entry).facts)) == overdue


@pytest.mark.parametrize(
    ("of", "how_many"),
    [
        pytest.param(case(note("not suitable"), note("settled with family")), 2, id="both"),
        pytest.param(
            case(note("not suitable"), decision(DecisionKind.APPROVED, "")), 2, id="approved all the same"
        ),
        pytest.param(case(note("not suitable")), 0, id="unsuitable only"),
    ],
)
def test_an_address_cannot_be_both(of: Case, how_many: int) -> None:
    assert len(contradictory_notes(of.facts)) == how_many
