"""What the person did, what was done to them, and what counts as one occasion."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from riskflag.casebook import (
    EX_PARTNER,
    MOTHER,
    NEIGHBOUR,
    TODAY,
    abuse,
    alert,
    assessment,
    breach,
    case,
    conviction,
    registration,
)
from riskflag.facts import Facts
from riskflag.facts.care import signs_of_care_needs
from riskflag.facts.control import recorded_control
from riskflag.facts.fires import single_old_and_assessed
from riskflag.facts.weapons import weapon_evidence
from riskflag.records import (
    AbuseRole,
    BreachOutcome,
    ConvictionOutcome,
    DomesticAbuseKind,
    Record,
    RiskAssessment,
)
from riskflag.reference.flags import FlagTheme
from riskflag.reference.offences import OffenceTheme
from riskflag.vocabulary import RiskLevel

FEBRUARY, MARCH = date(2026, 2, 1), date(2026, 3, 1)
ABH = ("00806", "assault occasioning actual bodily harm")


@pytest.mark.parametrize(
    ("records", "occasions"),
    [
        pytest.param([], 0, id="none"),
        pytest.param([breach(FEBRUARY), breach(MARCH)], 2, id="two days"),
        pytest.param([breach(FEBRUARY), breach(FEBRUARY)], 1, id="two charges on one day"),
        pytest.param(
            [breach(FEBRUARY), conviction("00831", "breach of a restraining order", on=FEBRUARY)],
            1,
            id="the breach and its conviction",
        ),
        pytest.param([breach(FEBRUARY, outcome=BreachOutcome.ALLEGED)], 0, id="an allegation"),
        pytest.param(
            [conviction("00831", "breach of a restraining order", outcome=ConvictionOutcome.ACQUITTED)],
            0,
            id="an acquittal",
        ),
        pytest.param(
            [replace(breach(FEBRUARY), happened_on=None), replace(breach(MARCH), happened_on=None)],
            2,
            id="without dates each may be another occasion",
        ),
    ],
)
def test_breaches_are_counted_by_occasion(records: list[Record], occasions: int) -> None:
    assert len(case(*records).facts.history.breaches) == occasions


@pytest.mark.parametrize(
    ("record", "shown"),
    [
        pytest.param(abuse(DomesticAbuseKind.THREATS, EX_PARTNER), True, id="an event by the person"),
        pytest.param(
            abuse(DomesticAbuseKind.THREATS, EX_PARTNER, role=AbuseRole.VICTIM),
            False,
            id="done to the person",
        ),
        pytest.param(
            abuse(DomesticAbuseKind.THREATS, EX_PARTNER, role=AbuseRole.NOT_CLEAR),
            False,
            id="nobody says who did it",
        ),
        pytest.param(conviction(*ABH, MOTHER), True, id="a conviction for hurting his mother"),
        pytest.param(conviction(*ABH, NEIGHBOUR), False, id="a conviction for hurting a neighbour"),
        pytest.param(conviction(*ABH), False, id="a conviction that names no victim"),
        pytest.param(
            conviction(*ABH, MOTHER, outcome=ConvictionOutcome.PENDING), False, id="a charge that is pending"
        ),
        pytest.param(
            replace(conviction("03401", "robbery", MOTHER), domestic_abuse_found=True),
            True,
            id="the court found domestic abuse",
        ),
    ],
)
def test_abuse_by_the_person_comes_from_events_and_proven_offences(record: Record, shown: bool) -> None:
    assert bool(case(record).facts.history.abuse_by_person) is shown


@pytest.mark.parametrize(
    ("record", "counts"),
    [
        pytest.param(registration("ADVP", "Domestic Abuse Perpetrator"), True, id="registered"),
        pytest.param(
            registration("ADVP", "Domestic Abuse Perpetrator", ended_on=date(2026, 1, 1)),
            False,
            id="a registration that ended",
        ),
        pytest.param(replace(assessment(), domestic_abuse_perpetrator=True), True, id="assessed so"),
        pytest.param(
            abuse(DomesticAbuseKind.THREATS, EX_PARTNER, corroborated=False), False, id="an allegation alone"
        ),
        pytest.param(abuse(DomesticAbuseKind.THREATS, EX_PARTNER), True, id="corroborated"),
    ],
)
def test_perpetrator_evidence_is_a_flag_an_assessment_or_abuse_that_something_supports(
    record: Record, counts: bool
) -> None:
    assert bool(case(record).facts.history.perpetrator_evidence) is counts


def test_an_alert_is_open_through_its_last_day() -> None:
    last_day_today = case(alert("OHCO", active_to=TODAY)).facts.history
    ended = case(alert("OHCO", active_to=date(2026, 11, 21))).facts.history
    assert last_day_today.flagged(FlagTheme.PROTECTIVE_ORDER)
    assert not ended.flagged(FlagTheme.PROTECTIVE_ORDER)


def test_convictions_are_found_by_theme_and_only_when_proven() -> None:
    history = case(
        conviction(*ABH), conviction("00826", "blade in public", outcome=ConvictionOutcome.QUASHED)
    ).facts.history
    assert len(history.convicted_of(OffenceTheme.VIOLENCE)) == 1
    assert history.convicted_of(OffenceTheme.WEAPON) == ()


def test_the_latest_assessment_is_the_newest_by_date() -> None:
    older, newer = assessment(on=date(2024, 1, 1)), assessment(on=date(2026, 1, 1))
    latest = case(older, newer).facts.history.latest_assessment
    assert latest is not None
    assert latest.happened_on == date(2026, 1, 1)
    assert case(routine=False).facts.history.latest_assessment is None


@pytest.mark.parametrize(
    ("levels", "latest"),
    [
        pytest.param(
            (RiskLevel.HIGH, None), date(2024, 1, 1), id="a section that states no level hides none"
        ),
        pytest.param((RiskLevel.HIGH, RiskLevel.LOW), date(2026, 1, 1), id="a newer level counts"),
        pytest.param((None, None), date(2026, 1, 1), id="none states a level: the newest"),
    ],
)
def test_the_latest_assessment_states_a_level_where_any_does(
    levels: tuple[RiskLevel | None, RiskLevel | None], latest: date
) -> None:
    older, newer = assessment(on=date(2024, 1, 1)), assessment(on=date(2026, 1, 1))
    held = (replace(older, overall=levels[0]), replace(newer, overall=levels[1]))
    found = case(*held).facts.history.latest_assessment
    assert found is not None
    assert found.happened_on == latest


SECTION = replace(assessment(overall=None, on=date(2026, 11, 10)), to_public=None)


@pytest.mark.parametrize(
    ("made", "current"),
    [
        pytest.param((assessment(on=date(2024, 1, 1)), SECTION), [2026, 2024], id="a section made since"),
        pytest.param((SECTION, assessment(on=date(2026, 11, 20))), [2026], id="a section made before"),
        pytest.param((), [], id="nothing was assessed"),
    ],
)
def test_what_a_section_says_that_was_made_since_counts_beside_the_level(
    made: tuple[RiskAssessment, ...], current: list[int]
) -> None:
    found = case(*made, routine=False).facts.history.current_assessments
    assert [each.recorded_on.year for each in found] == current


@pytest.mark.parametrize(
    ("says", "told"),
    [
        pytest.param({"words": "Dementia was diagnosed last year."}, signs_of_care_needs, id="care needs"),
        pytest.param({"words": "2.2 yes: a knife was carried."}, weapon_evidence, id="a weapon"),
        pytest.param(
            {"words": "Checks her phone. Keeps her money from her.", "domestic_abuse_perpetrator": True},
            recorded_control,
            id="control",
        ),
    ],
)
def test_a_section_without_a_level_is_heard(
    says: dict[str, Any], told: Callable[[Facts], Sequence[object]]
) -> None:
    assert not told(case(SECTION).facts)
    assert told(case(replace(SECTION, **says)).facts)


def test_a_fire_that_a_later_section_records_is_not_let_pass() -> None:
    fire = conviction("05600", "arson", on=date(2001, 3, 1))
    assessed = replace(assessment(), fire_setting=False)
    quiet, told = (case(fire, assessed, replace(SECTION, fire_setting=said)).facts for said in (None, True))
    fires = (fire,)
    assert single_old_and_assessed(fires, quiet)
    assert not single_old_and_assessed(fires, told)
