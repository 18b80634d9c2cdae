"""What could be known of a simulated person at a moment: nothing of later, and unknown where nobody answered."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riskflag.classifier.harm import Harm
from riskflag.dossier import MissingReason
from riskflag.records import (
    Check,
    CustodyEventKind,
    DomesticAbuseEvent,
    ProtectiveOrder,
    Registration,
)
from riskflag.reference.flags import FlagTheme
from riskflag.vocabulary import Source
from tests.training.cohort.people import some_people, their_releases
from training.cohort import asked_at, dossier_at, enquiry_at, facts_at, place_at

FEW = 400
dates = st.dates(date(1990, 1, 1), date(2030, 1, 1))


@given(dates, st.integers(0, 99))
def test_a_dossier_holds_nothing_of_later(day: date, number: int) -> None:
    person = some_people(100)[number]
    dossier = dossier_at(person, datetime(day.year, day.month, day.day, 12, tzinfo=UTC))
    assert all(record.recorded_on <= day for record in dossier.records)
    assert len(dossier.records) == sum(record.recorded_on <= day for record in person.records)
    assert all(not each.ended_on or each.ended_on <= day for each in dossier.of(Registration))
    assert all(not each.returned_on or each.returned_on <= day for each in dossier.of(Check))


@given(dates, dates, st.integers(0, 99))
def test_what_was_recorded_stays_recorded(one: date, other: date, number: int) -> None:
    person = some_people(100)[number]
    earlier, later = (
        {
            record.source_id
            for record in dossier_at(person, datetime(d.year, d.month, d.day, tzinfo=UTC)).records
        }
        for d in sorted((one, other))
    )
    assert earlier <= later


def test_nothing_that_came_of_a_release_is_known_on_its_morning() -> None:
    for person, release in their_releases(FEW):
        dossier = dossier_at(person, asked_at(release))
        assert dossier.as_of_date == release.on
        assert all((record.happened_on or release.on) <= release.on for record in dossier.records)


def test_the_person_is_still_in_custody_on_the_morning_of_the_release() -> None:
    for person, release in their_releases(FEW):
        newest = facts_at(person, release).history.custody[0]
        assert newest.kind is not CustodyEventKind.RELEASED


def test_every_source_was_asked_just_then_and_answered_unless_it_did_not() -> None:
    answered = partly = 0
    for person, release in their_releases(FEW):
        facts = facts_at(person, release)
        assert set(facts.unavailable) == person.unanswered
        assert {each.reason for each in facts.unavailable.values()} <= {MissingReason.PARTIAL}
        answered += not person.unanswered
        partly += bool(person.unanswered)
    assert answered > partly > 0


def test_no_record_leaves_staff_anything_to_put_right() -> None:
    assert all(not facts_at(*each).tasks for each in their_releases(FEW))


def test_a_register_that_was_closed_later_was_open_then() -> None:
    closed = [
        (person, record)
        for person in some_people(FEW)
        for record in person.records
        if isinstance(record, Registration) and record.ended_on
    ]
    person, record = closed[0]
    assert record.ended_on is not None
    for days, ended in ((-1, None), (1, record.ended_on)):
        day = record.ended_on + timedelta(days=days)
        dossier = dossier_at(person, datetime(day.year, day.month, day.day, 12, tzinfo=UTC))
        known = next(each for each in dossier.of(Registration) if each.source_id == record.source_id)
        assert known.ended_on == ended


def test_the_enquiry_is_for_the_release_and_the_home() -> None:
    for person, release in their_releases(FEW):
        enquiry = enquiry_at(person, release)
        assert enquiry.release_date == release.on
        assert enquiry.no_fixed_abode is (enquiry.address is None) is release.history.no_fixed_abode
        assert bool(enquiry.occupants) <= (enquiry.occupants_stated is True)


def test_two_releases_of_one_person_propose_two_addresses() -> None:
    person = next(each for each in some_people(FEW) if len(each.releases) > 1)
    homes = [release.home.placement for release in person.releases]
    places = [enquiry_at(person, release).address for release in person.releases]
    assert [place is None for place in places] == [home is None for home in homes]
    assert len(set(places)) == len(places)


def test_the_place_register_holds_nothing() -> None:
    moment = datetime(2022, 5, 5, 9, tzinfo=UTC)
    assert place_at(moment).incidents == ()
    assert place_at(moment).gap(moment) is None


@pytest.mark.parametrize(
    ("flagged", "at_least"),
    [
        pytest.param(True, 20, id="abuse that somebody recognised"),
        pytest.param(False, 20, id="abuse on record that nobody read as risk"),
    ],
)
def test_some_abuse_is_recognised_and_some_is_not(flagged: bool, at_least: int) -> None:
    found = 0
    for person, release in their_releases(FEW):
        facts = facts_at(person, release)
        on_record = bool(facts.history.abuse_by_person) and Source.DOMESTIC_ABUSE not in facts.unavailable
        recognised = bool(facts.history.flagged(FlagTheme.DOMESTIC_ABUSE_PERPETRATOR))
        assessed = any(each.domestic_abuse_perpetrator for each in facts.history.risk_assessments)
        found += on_record and (recognised or assessed) is flagged
    assert found >= at_least


def test_orders_are_mostly_on_record_and_now_and_then_not() -> None:
    true, known = 0, 0
    for person, release in their_releases(2_000):
        true += release.history.orders
        dossier = dossier_at(person, asked_at(release))
        known += sum(
            (each.made_on or release.on) <= release.on and (each.expires_on or release.on) >= release.on
            for each in dossier.of(ProtectiveOrder)
        )
    assert 0.85 * true < known < true


def test_many_are_under_an_order_and_do_not_break_it() -> None:
    bound = [release for _, release in their_releases(FEW) if release.history.orders]
    kept = [release for release in bound if release.happened_on[Harm.ORDER_BREACH] is None]
    assert 0.4 * len(bound) < len(kept) < len(bound)


def test_police_knew_of_incidents_that_nobody_proved() -> None:
    events = [r for person in some_people(FEW) for r in person.records if isinstance(r, DomesticAbuseEvent)]
    assert len(events) > FEW / 2
    assert {event.corroborated for event in events} == {True, False}
