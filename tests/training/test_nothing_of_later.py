"""On the morning of a release nothing of later is known: no answer, no address, no incident, and no feature."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from riskflag.casebook import ASKED, HIM, PROPOSED, asked_earlier, assessment, incident
from riskflag.classifier.features import feature_vector
from riskflag.classifier.recorded_answers import answers_on_record
from riskflag.dossier import MissingReason, PlaceKnowledge, SourceCoverage
from riskflag.facts import derive_facts
from riskflag.records import OasysAnswers, PlaceIncidentKind, Record
from riskflag.vocabulary import Source
from tests.strategies import records
from tests.training.cohort.people import their_releases
from training.cohort import asked_at, dossier_at, enquiry_at, facts_at, place_at
from training.point_in_time import (
    coverage_as_known,
    dossier_as_known,
    evening_of,
    morning_of,
    place_as_known,
)

RECORDED, DAY, LATER = date(2026, 11, 1), date(2026, 11, 22), date(2027, 1, 4)
MORNING, AFTERWARDS = morning_of(DAY), evening_of(LATER)
later_moments = st.integers(1, 10_000).map(lambda days: MORNING + timedelta(days=days))


@given(later_moments)
def test_an_answer_given_later_is_worth_the_same_on_the_morning(moment: datetime) -> None:
    full = SourceCoverage(moment, answered=True, complete=True, watermark=moment)
    assert coverage_as_known(full, MORNING).gap(Source.ALERTS, MORNING) is None


@pytest.mark.parametrize(
    ("coverage", "gap"),
    [
        pytest.param(SourceCoverage(), MissingReason.NOT_ASKED, id="never asked"),
        pytest.param(SourceCoverage(AFTERWARDS), MissingReason.NO_ANSWER, id="asked and not answered"),
        pytest.param(
            SourceCoverage(AFTERWARDS, answered=True, complete=True, unreadable=1),
            MissingReason.UNREADABLE,
            id="answered, and one record could not be read",
        ),
        pytest.param(
            SourceCoverage(AFTERWARDS, answered=True, complete=False), MissingReason.PARTIAL, id="in part"
        ),
        pytest.param(
            SourceCoverage(AFTERWARDS, answered=True, complete=True, watermark=morning_of(RECORDED)),
            MissingReason.STALE,
            id="answered from a copy that ended long before the morning",
        ),
    ],
)
def test_a_gap_stays_a_gap(coverage: SourceCoverage, gap: MissingReason) -> None:
    dossier = dossier_as_known(HIM, (), {Source.ALERTS: coverage}, MORNING)
    assert dossier.gaps()[Source.ALERTS].reason is gap


def test_only_addresses_asked_about_before_are_known() -> None:
    earlier, later = (
        replace(asked_earlier(PROPOSED), asked_at=moment) for moment in (morning_of(RECORDED), AFTERWARDS)
    )
    known = dossier_as_known(HIM, (), {}, MORNING, asked_before=(earlier, later))
    assert known.asked_before == (earlier,)
    assert dossier_as_known(HIM, (), {}, MORNING, asked_before=None).asked_before is None


def test_the_place_register_holds_nothing_of_later() -> None:
    known, unknown = (
        replace(incident(PlaceIncidentKind.DRUG_USE), recorded_on=day, happened_on=None)
        for day in (RECORDED, LATER)
    )
    full = SourceCoverage(AFTERWARDS, answered=True, complete=True)
    place = place_as_known(PlaceKnowledge(full, (known, unknown)), MORNING)
    assert place.incidents == (known,)
    assert place.gap(MORNING) is None


@pytest.mark.parametrize(
    ("recorded_on", "assessed_on", "known"),
    [
        pytest.param(RECORDED, RECORDED, True, id="assessed before"),
        pytest.param(DAY, DAY, True, id="assessed on the day"),
        pytest.param(LATER, LATER, False, id="assessed later"),
        pytest.param(LATER, RECORDED, False, id="assessed before and written down later"),
        pytest.param(RECORDED, LATER, False, id="written down with a day to come"),
    ],
)
def test_answers_of_an_assessment_are_known_once_it_is(
    recorded_on: date, assessed_on: date, known: bool
) -> None:
    assessed = replace(
        assessment(on=assessed_on), recorded_on=recorded_on, answers=OasysAnswers(unemployed=True)
    )
    full = SourceCoverage(AFTERWARDS, answered=True, complete=True)
    dossier = dossier_as_known(HIM, (assessed,), dict.fromkeys(Source, full), MORNING)
    read = answers_on_record(derive_facts(dossier, ASKED, PlaceKnowledge()))
    assert (read.answers.unemployed, read.given_on) == ((True, assessed_on) if known else (None, None))
    assert read.notes == ()


@settings(max_examples=60)
@given(st.integers(0, 99), st.lists(records(), max_size=5), st.integers(1, 2000))
def test_nothing_recorded_after_the_morning_changes_a_vector(
    which: int, of_any_kind: list[Record], days_after: int
) -> None:
    person, release = their_releases(100)[which]
    moment, later = asked_at(release), release.on + timedelta(days=days_after)
    added = [replace(record, recorded_on=later) for record in of_any_kind]
    dossier = dossier_as_known(
        person.person, (*added, *person.records), dossier_at(person, moment).coverage, moment
    )
    facts = derive_facts(dossier, enquiry_at(person, release), place_at(moment))
    assert repr(feature_vector(facts)) == repr(feature_vector(facts_at(person, release)))


@settings(max_examples=60)
@given(st.integers(0, 99), st.integers(1, 2000))
def test_nothing_settled_after_the_morning_changes_a_vector(which: int, days_after: int) -> None:
    person, release = their_releases(100)[which]
    moment, later = asked_at(release), release.on + timedelta(days=days_after)
    settled = [_settled(record, release.on, later) for record in person.records]
    assert settled != list(person.records)
    dossier = dossier_as_known(person.person, settled, dossier_at(person, moment).coverage, moment)
    facts = derive_facts(dossier, enquiry_at(person, release), place_at(moment))
    assert repr(feature_vector(facts)) == repr(feature_vector(facts_at(person, release)))


def _settled(record: Record, morning: date, later: date) -> Record:
    """The record with an end on a day after the morning, where it had none by then and its kind can end."""
    for name in ("discharged_on", "ended_on", "active_to", "returned_on", "verified_on"):
        held = getattr(record, name, morning)
        if held is None or held > morning:
            return replace(record, **dict[str, Any]({name: later}))
    return record
