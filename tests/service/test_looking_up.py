"""Looking up who somebody is, and an answer with who it is about."""

import pytest
from sqlalchemy import Engine

from riskflag.casebook import ASKED, HIM, case
from riskflag.errors import NotFound, StoreUnavailable
from riskflag.service import Service
from riskflag.vocabulary import AssessmentId, PersonId
from tests.decided import REFUSED, TO_DECIDE
from tests.dialects import fill_up
from tests.persistence.rows import rows
from tests.service.world import FEED, LIMITS_KNOWN, LINKS, OFFICER, STAFF, Clock, service_of

ON_BOTH_DATABASES = True
NOT_HELD = "0" * 32


@pytest.fixture
def service(engine: Engine, clock: Clock) -> Service:
    return service_of(engine, clock, TO_DECIDE)


@pytest.fixture
def his(service: Service) -> PersonId:
    dossier = case(person=HIM).dossier
    coverage = {**dossier.coverage, LINKS[0].source: LIMITS_KNOWN}
    return service.put_person(HIM, (*dossier.records, *LINKS), coverage, FEED)


def recorded(engine: Engine) -> list[tuple[object, object, object]]:
    """What was recorded of staff's looking."""
    entries = (each for each in rows(engine, "audit_entry") if each["actor"] == STAFF.name)
    return [(each["action"], each["person_id"], each["assessment_id"]) for each in entries]


def test_a_person_is_as_their_records_say_and_the_look_is_recorded(
    service: Service, engine: Engine, his: PersonId
) -> None:
    assert service.looking_up.person(his, STAFF) == HIM
    assert recorded(engine) == [("person_read", his, None)]


def test_an_answer_comes_with_who_it_is_about_and_what_was_decided(
    service: Service, engine: Engine, his: PersonId
) -> None:
    answer = service.enquire(his, ASKED, OFFICER)
    decision = service.deciding.record(answer.id, REFUSED, OFFICER)
    found = service.looking_up.answer(answer.id, STAFF)
    assert found.person == HIM
    assert found.decided.stored.full.flags == answer.full.flags
    assert found.decided.decisions == (decision,)
    assert recorded(engine) == [("assessment_read", his, answer.id), ("person_read", his, None)]


def test_nobody_is_found_who_is_not_held(service: Service) -> None:
    with pytest.raises(NotFound):
        service.looking_up.person(PersonId(NOT_HELD), STAFF)
    with pytest.raises(NotFound):
        service.looking_up.answer(AssessmentId(NOT_HELD), STAFF)


def test_an_answer_about_records_that_were_handed_in_has_no_page_of_anybody(service: Service) -> None:
    handed = case(person=HIM)
    answer = service.check_case(handed.dossier, handed.enquiry, handed.place, OFFICER)
    with pytest.raises(NotFound):
        service.looking_up.answer(answer.id, OFFICER)


def test_nothing_is_shown_that_cannot_be_recorded(service: Service, engine: Engine, his: PersonId) -> None:
    answer = service.enquire(his, ASKED, OFFICER)
    with engine.begin() as connection:
        fill_up(connection, "audit_entry")
    with pytest.raises(StoreUnavailable):
        service.looking_up.person(his, STAFF)
    with pytest.raises(StoreUnavailable):
        service.looking_up.answer(answer.id, STAFF)
