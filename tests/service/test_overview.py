"""All that is held of somebody, for an officer's page, with the latest answers about them."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import Engine

from riskflag.casebook import ASKED, HIM, SAME_STREET, case, conviction
from riskflag.errors import NotAllowed, NotFound, StoreUnavailable
from riskflag.records import Conviction
from riskflag.service import Actor, Service
from riskflag.vocabulary import PersonId, Role
from tests.decided import REFUSED, TO_DECIDE
from tests.dialects import fill_up
from tests.persistence.rows import rows
from tests.service.world import FEED, LIMITS_KNOWN, LINKS, OFFICER, STAFF, Clock, service_of

ON_BOTH_DATABASES = True
CONVICTED = conviction("00801", "Common assault")
ELSEWHERE = replace(ASKED, address=SAME_STREET, release_date=date(2026, 12, 5))


@pytest.fixture
def service(engine: Engine, clock: Clock) -> Service:
    return service_of(engine, clock, TO_DECIDE)


@pytest.fixture
def his(service: Service) -> PersonId:
    dossier = case(CONVICTED).dossier
    coverage = {**dossier.coverage, LINKS[0].source: LIMITS_KNOWN}
    return service.put_person(HIM, (*dossier.records, *LINKS), coverage, FEED)


def test_an_officer_sees_all_that_is_held_and_the_look_is_recorded(
    service: Service, engine: Engine, his: PersonId
) -> None:
    found = service.overviews.of(his, OFFICER)
    assert found.dossier.person == HIM
    assert [each.description for each in found.dossier.of(Conviction)] == ["Common assault"]
    assert (found.answers, found.release_date) == ((), None)
    recorded = [each for each in rows(engine, "audit_entry") if each["actor"] == OFFICER.name]
    assert [(each["action"], each["person_id"]) for each in recorded] == [("person_read", his)]


def test_the_latest_answer_about_each_proposal_comes_with_what_was_decided(
    service: Service, clock: Clock, his: PersonId
) -> None:
    service.enquire(his, ASKED, OFFICER)
    clock.moment += timedelta(minutes=1)
    again = service.enquire(his, ASKED, STAFF)
    service.deciding.record(again.id, REFUSED, OFFICER)
    clock.moment += timedelta(days=2)
    other = service.enquire(his, ELSEWHERE, OFFICER)
    found = service.overviews.of(his, OFFICER)
    assert [each.assessment_id for each in found.answers] == [other.id, again.id]
    assert [each.asked_by for each in found.answers] == [OFFICER.name, STAFF.name]
    assert [(each.readable, each.expired) for each in found.answers] == [(True, False), (True, True)]
    assert [each.decision and each.decision.decision for each in found.answers] == [None, "refused"]
    assert found.release_date == ELSEWHERE.release_date


def test_it_is_for_officers_alone(service: Service, engine: Engine, his: PersonId) -> None:
    with pytest.raises(NotAllowed):
        service.overviews.of(his, STAFF)
    assert [each for each in rows(engine, "audit_entry") if each["actor"] == STAFF.name] == []
    with pytest.raises(NotFound):
        service.overviews.of(his, Actor(OFFICER.name, Role.AUDITOR))


def test_nobody_is_found_who_is_not_held(service: Service) -> None:
    with pytest.raises(NotFound):
        service.overviews.of(PersonId("0" * 32), OFFICER)


def test_nothing_is_shown_that_cannot_be_recorded(service: Service, engine: Engine, his: PersonId) -> None:
    with engine.begin() as connection:
        fill_up(connection, "audit_entry")
    with pytest.raises(StoreUnavailable):
        service.overviews.of(his, OFFICER)
