"""What was asked about somebody before is read from the answers kept, and from those of that person only."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import Engine

from riskflag.casebook import (
    ASKED,
    HER,
    MENTORED,
    NOW,
    OTHER_TOWN,
    PROPOSED,
    REFERRED,
    SAME_STREET,
    Case,
    case,
)
from riskflag.dossier import EarlierEnquiry
from riskflag.enquiry import ReferralEnquiry
from riskflag.errors import StoreUnavailable
from riskflag.facts import Facts
from riskflag.persistence.engine import Database
from riskflag.persistence.store import Store
from riskflag.records import Address
from riskflag.rule import Clear, Finding, Outcome, Raised
from riskflag.rulebook import Rulebook, build_rulebook
from riskflag.vocabulary import PersonId, Role, Severity, Source
from tests.dialects import unguarded, without
from tests.service.world import OFFICER, QUIET, STAFF, Clock, put, service_of
from tests.test_rulebook import a_rule

ON_BOTH_DATABASES = True


def stops(facts: Facts) -> Outcome:
    """A stop for everybody."""
    return Raised((Finding("It is stopped.", severity=Severity.STOP),))


def stops_in_confidence(facts: Facts) -> Outcome:
    """A stop in the answer that is worked out from everything, and in no other."""
    everything = Source.PROTECTED_PLACES not in facts.unavailable
    return stops(facts) if everything else Clear("nothing")


def words_like_a_stop(facts: Facts) -> Outcome:
    """A lesser flag whose words look like the flag of a stop as it is stored."""
    return Raised((Finding('"severity":"stop"', severity=Severity.INFORM),))


def book(check: Callable[[Facts], Outcome]) -> Rulebook:
    return build_rulebook([replace(a_rule(stops), severity=Severity.ACT, check=check)], "one rule")


def before(engine: Engine, person_id: PersonId) -> tuple[EarlierEnquiry, ...] | None:
    loaded = Store(Database(engine)).load(person_id, ASKED, NOW + timedelta(hours=1))
    assert loaded is not None
    return loaded[0].asked_before


def at(address: Address | None) -> Case:
    return case(asked=replace(ASKED, address=address, no_fixed_abode=address is None))


def test_of_somebody_new_nothing_was_asked(engine: Engine, clock: Clock) -> None:
    assert before(engine, put(service_of(engine, clock), case())) == ()


@pytest.mark.parametrize(
    ("rulebook", "stopped", "stop_shown"),
    [
        pytest.param(QUIET, False, False, id="nothing found"),
        pytest.param(book(stops), True, True, id="stopped for everybody"),
        pytest.param(book(stops_in_confidence), True, False, id="stopped by what is protected"),
        pytest.param(book(words_like_a_stop), False, False, id="words that look like a stop"),
    ],
)
def test_an_enquiry_is_remembered_with_whether_it_was_stopped(
    engine: Engine, clock: Clock, rulebook: Rulebook, stopped: bool, stop_shown: bool
) -> None:
    service = service_of(engine, clock, rulebook)
    person_id = put(service, case())
    service.enquire(person_id, ASKED, STAFF)
    assert before(engine, person_id) == (EarlierEnquiry(PROPOSED, NOW, STAFF.role, stopped, stop_shown),)


def test_everybody_has_their_own_and_no_address_is_none(engine: Engine, clock: Clock) -> None:
    service = service_of(engine, clock)
    his, hers = put(service, case()), put(service, case(person=HER))
    service.enquire(his, ASKED, STAFF)
    service.enquire(his, at(None).enquiry, STAFF)
    service.enquire(his, at(OTHER_TOWN).enquiry, OFFICER)
    service.enquire(hers, at(SAME_STREET).enquiry, STAFF)
    asked = before(engine, his)
    assert asked is not None
    assert {(each.address, each.asked_role) for each in asked} == {
        (PROPOSED, Role.RESETTLEMENT_STAFF),
        (OTHER_TOWN, Role.RESPONSIBLE_OFFICER),
    }


@pytest.mark.parametrize(
    ("referral", "remembered"),
    [
        pytest.param(REFERRED, 1, id="to a room"),
        pytest.param(MENTORED, 0, id="to a mentor whom he would meet there"),
    ],
)
def test_of_referrals_those_to_a_home_are_remembered(
    engine: Engine, clock: Clock, referral: ReferralEnquiry, remembered: int
) -> None:
    service = service_of(engine, clock)
    person_id = put(service, case())
    service.enquire(person_id, referral, STAFF)
    assert len(before(engine, person_id) or ()) == remembered


@pytest.mark.parametrize(
    ("days", "remembered"), [pytest.param(30, 1, id="thirty days ago"), pytest.param(31, 0, id="longer ago")]
)
def test_what_was_asked_long_ago_is_not_looked_at(
    engine: Engine, clock: Clock, days: int, remembered: int
) -> None:
    service = service_of(engine, clock)
    person_id = put(service, case())
    clock.moment = NOW + timedelta(hours=1) - timedelta(days=days)
    service.enquire(person_id, ASKED, STAFF)
    assert len(before(engine, person_id) or ()) == remembered


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param("UPDATE assessment SET enquiry = '{}'", id="an enquiry"),
        pytest.param("UPDATE assessment SET asked_at = '2026-11-22 soon'", id="a moment"),
    ],
)
def test_an_enquiry_that_cannot_be_read_is_not_passed_over(engine: Engine, clock: Clock, damage: str) -> None:
    service = service_of(engine, clock)
    person_id = put(service, case())
    service.enquire(person_id, ASKED, STAFF)
    with engine.begin() as connection:
        unguarded(connection, "assessment")
        connection.exec_driver_sql(damage)
    assert before(engine, person_id) is None


def test_without_the_answers_nobody_is_loaded(engine: Engine, clock: Clock) -> None:
    person_id = put(service_of(engine, clock), case())
    with engine.begin() as connection:
        without(connection, "assessment")
    with pytest.raises(StoreUnavailable):
        before(engine, person_id)
