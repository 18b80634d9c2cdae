"""At the gate: who may not see a person finds nobody there, at every use, and it is recorded why."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import Engine, text

from riskflag.casebook import ASKED, HER, HIM, NOW, REFERRED, access_limitation, alert, case, caseload_link
from riskflag.errors import Conflict, NotAllowed, NotFound, StoreUnavailable
from riskflag.importers.intake import read_content
from riskflag.persistence.engine import Database
from riskflag.persistence.store import Store
from riskflag.records import Person, Record
from riskflag.service import Actor, PersonNumbers, Service
from riskflag.vocabulary import AssessmentId, CaseReferenceNumber, PersonId, Role, Source
from tests.dialects import fill_up
from tests.service.world import FEED, OFFICER, QUIET, STAFF, Clock, held_in

LINK = caseload_link(OFFICER.name)
COVERAGE = case().dossier.coverage
HIS, HER_NUMBERS = PersonNumbers.of(HIM), PersonNumbers.of(HER)
MINUTES = timedelta(minutes=1)
DAMAGE = {
    "its kind": "UPDATE record SET kind = 'caseload_lists' WHERE kind = 'access_limitations'",
    "its source": "UPDATE record SET source = 'alerts' WHERE kind = 'access_limitations'",
    "what it says": "UPDATE record SET body = '{}' WHERE kind = 'access_limitations'",
    "all of it": "DELETE FROM record WHERE kind = 'access_limitations'",
    "what was asked": "DELETE FROM coverage WHERE source = 'access_limits'",
    "when it was asked": "UPDATE coverage SET asked_at = 'lately' WHERE source = 'access_limits'",
}
PAYLOAD: dict[str, list[str]] = {"excludedFrom": [], "restrictedTo": []}


@pytest.fixture
def service(engine: Engine, clock: Clock) -> Service:
    return Service(Store(Database(engine)), QUIET, clock)


def put(service: Service, *records: Record, person: Person = HIM) -> PersonId:
    given = (*case().dossier.records, *records)
    return service.put_person(person, given, COVERAGE, FEED)


def refusals(engine: Engine) -> list[tuple[str, str | None, str]]:
    """Who was refused, to see whom, and why."""
    statement = text("SELECT actor, person_id, detail FROM audit_entry WHERE action LIKE '%_refused'")
    with engine.connect() as connection:
        return [(row.actor, row.person_id, row.detail) for row in connection.execute(statement)]


Doing = Callable[[Service, PersonId, AssessmentId, Actor], object]
USES = [
    pytest.param(lambda s, p, _, a: s.enquire(p, ASKED, a), id="asking about them"),
    pytest.param(lambda s, p, _, a: s.enquire(p, REFERRED, a), id="asking about a referral"),
    pytest.param(lambda s, _, r, a: s.read_assessment(r, a), id="reading an answer again"),
    pytest.param(lambda s, p, _, a: s.find_person(HIS, a), id="looking for them"),
    pytest.param(lambda s, p, _, a: s.looking_up.person(p, a), id="looking at who they are"),
    pytest.param(lambda s, _, r, a: s.looking_up.answer(r, a), id="looking at an answer with who they are"),
    pytest.param(lambda s, p, _, a: s.caseload.enquiries_about(p, a), id="looking at what was asked of them"),
    pytest.param(lambda s, p, _, a: s.overviews.of(p, a), id="looking at all that is held of them"),
]


@pytest.mark.parametrize("doing", USES)
@pytest.mark.parametrize(
    ("records", "actor", "reason"),
    [
        pytest.param([LINK], STAFF, "not_on_their_caseload", id="another's case"),
        pytest.param([LINK, access_limitation(OFFICER.name)], OFFICER, "excluded", id="excluded"),
        pytest.param(
            [LINK, access_limitation(restricted_to=("x",))], OFFICER, "restricted_to_others", id="restricted"
        ),
        pytest.param([LINK], Actor(OFFICER.name, Role.AUDITOR), "role_sees_nobody", id="an auditor"),
        pytest.param([LINK], Actor(OFFICER.name, Role.DATA_SCIENTIST), "role_sees_nobody", id="a scientist"),
    ],
)
def test_who_may_not_see_somebody_finds_nobody_and_it_is_recorded_why(
    service: Service, engine: Engine, records: list[Record], actor: Actor, reason: str, doing: Doing
) -> None:
    person_id = put(service, LINK)
    answer = service.enquire(person_id, ASKED, OFFICER)
    assert doing(service, person_id, answer.id, OFFICER)
    put(service, *records)
    kept = held_in(engine, "assessment")
    with pytest.raises(NotFound):
        doing(service, person_id, answer.id, actor)
    assert refusals(engine) == [(actor.name, person_id, reason)]
    assert held_in(engine, "assessment") == kept


@pytest.mark.parametrize("doing", USES)
def test_it_is_decided_by_what_is_known_at_that_moment(service: Service, clock: Clock, doing: Doing) -> None:
    person_id = put(service, LINK)
    answer = service.enquire(person_id, ASKED, OFFICER)
    clock.moment = NOW + 5 * MINUTES
    assert doing(service, person_id, answer.id, OFFICER)
    clock.moment = NOW + 5 * MINUTES + timedelta(microseconds=1)
    with pytest.raises(NotFound):
        doing(service, person_id, answer.id, OFFICER)


@pytest.mark.parametrize("doing", USES)
def test_a_refusal_that_cannot_be_recorded_is_no_answer_either(
    service: Service, engine: Engine, doing: Doing
) -> None:
    person_id = put(service, LINK)
    answer = service.enquire(person_id, ASKED, OFFICER)
    with engine.begin() as connection:
        fill_up(connection, "audit_entry")
    with pytest.raises(StoreUnavailable):
        doing(service, person_id, answer.id, STAFF)


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_a_limit_that_was_damaged_keeps_everybody_out(service: Service, engine: Engine, damage: str) -> None:
    person_id = put(service, LINK, access_limitation("another"))
    assert service.find_person(HIS, OFFICER) == person_id
    with engine.begin() as connection:
        assert connection.execute(text(damage)).rowcount == 1
    with pytest.raises(NotFound):
        service.find_person(HIS, OFFICER)


def test_one_who_is_not_seen_is_not_there_beside_one_who_is(service: Service, engine: Engine) -> None:
    seen = put(service, LINK)
    put(service, person=replace(HER, case_reference_number=CaseReferenceNumber("X000002")))
    hers = PersonNumbers(case_reference_number=CaseReferenceNumber("X000002"))
    both = PersonNumbers(HIM.noms_number, CaseReferenceNumber("X000002"))
    assert service.find_person(both, OFFICER) == seen
    for unseen in (hers, HER_NUMBERS):
        with pytest.raises(NotFound):
            service.find_person(unseen, OFFICER)
    with pytest.raises(Conflict):
        service.find_person(both, FEED)


def test_an_answer_about_a_case_that_came_with_its_records_is_for_whoever_sent_it(service: Service) -> None:
    given = case()
    answer = service.check_case(given.dossier, given.enquiry, given.place, OFFICER)
    assert service.read_assessment(answer.id, OFFICER).id == answer.id
    for other in (STAFF, Actor("another", OFFICER.role), Actor(OFFICER.name, STAFF.role)):
        with pytest.raises(NotFound):
            service.read_assessment(answer.id, other)


WRITING = [
    pytest.param(lambda s, p, a: s.put_person(HIM, (), {}, a), id="storing somebody"),
    pytest.param(lambda s, p, a: s.put_records(p, HIM, (), {}, a), id="replacing records"),
    pytest.param(lambda s, p, a: s.import_payload(p, read_content(PAYLOAD, NOW), a), id="importing"),
    pytest.param(lambda s, p, a: s.put_place_register((), COVERAGE[Source.ALERTS], a), id="the register"),
    pytest.param(lambda s, p, a: s.numbers_of(p, a), id="reading numbers so as to import"),
]


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.RECORD_FEED])
@pytest.mark.parametrize("writing", WRITING)
def test_only_what_sends_records_writes_them(
    service: Service, role: Role, writing: Callable[[Service, PersonId, Actor], object]
) -> None:
    person_id = put(service, caseload_link(OFFICER.name, role))
    writing(service, person_id, FEED)
    with pytest.raises(NotAllowed):
        writing(service, person_id, Actor(OFFICER.name, role))


def sent(*accounts: str, **limits: object) -> dict[str, object]:
    """All that decides who may see a case, as it is sent every few minutes."""
    caseload = [
        {"account": account, "role": "responsible_officer", "startsOn": "2026-09-01"} for account in accounts
    ]
    return {**PAYLOAD, "caseload": caseload, **limits}


@pytest.mark.parametrize(
    ("payload", "seen"),
    [
        pytest.param(sent(OFFICER.name), True, id="theirs"),
        pytest.param(sent("another"), False, id="another's from now on"),
        pytest.param(sent(), False, id="nobody's from now on"),
        pytest.param(sent(OFFICER.name, excludedFrom=[{"email": OFFICER.name}]), False, id="excluded"),
        pytest.param(PAYLOAD, False, id="limits alone do not say that they are all there is"),
    ],
)
def test_who_may_see_a_case_is_sent_anew(
    service: Service, clock: Clock, payload: dict[str, object], seen: bool
) -> None:
    person_id = put(service, LINK, alert("OHCO"))
    clock.moment = NOW + 30 * MINUTES
    service.import_payload(person_id, read_content(payload, clock.moment), FEED)
    clock.moment += 4 * MINUTES
    if seen:
        assert service.find_person(HIS, OFFICER) == person_id
    else:
        with pytest.raises(NotFound):
            service.find_person(HIS, OFFICER)
