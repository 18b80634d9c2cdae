"""Who did what, in which role and why, for every use case: when it succeeds, finds nobody, or is refused."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import pytest
from sqlalchemy import Engine, text

from riskflag.casebook import ASKED, HER, HIM, NOW, PROPOSED, REFERRED, alert, case, caseload_link
from riskflag.dossier import SourceCoverage
from riskflag.enquiry import AddressEnquiry, Purpose
from riskflag.errors import (
    BadInput,
    Conflict,
    NotFound,
    RiskflagError,
    StoreUnavailable,
    TooOften,
)
from riskflag.importers.intake import read_payload
from riskflag.pace import Asking
from riskflag.persistence.audit import Action
from riskflag.service import Actor, PersonNumbers, Service
from riskflag.vocabulary import (
    AgreementReason,
    AssessmentId,
    CaseReferenceNumber,
    NomsNumber,
    PersonId,
    Role,
    Source,
)
from tests.dialects import fill_up
from tests.service.world import (
    FEED,
    LINKS,
    OFFICER,
    STAFF,
    Clock,
    held_in,
    refused_the_eleventh_place,
    service_of,
)

ON_BOTH_DATABASES = True

HIS = PersonNumbers.of(HIM)
NOBODYS = PersonNumbers(noms_number=NomsNumber("Z9999ZZ"))
NOBODY = PersonId("0" * 32)
NO_ANSWER = AssessmentId("0" * 32)
HER_CRN = CaseReferenceNumber("X000002")
TWO_PEOPLE = PersonNumbers(HIM.noms_number, HER_CRN)
BOTH = replace(HIM, case_reference_number=HER_CRN)
TOLD = SourceCoverage(NOW, answered=True, complete=True)
ACTORS = [OFFICER, STAFF]
PREPARING = Actor("preparation", Role.RESPONSIBLE_OFFICER)
TWICE = (alert("OHCO"), alert("OHCO"))
REFUSED = [("access_refused", "limits_not_asked")]
TABLES = ("person", "record", "coverage", "place_incident", "place_register", "assessment")


@dataclass(frozen=True)
class Held:
    """What there is before anybody does anything: two people, and an answer about one of them."""

    service: Service
    engine: Engine
    him: PersonId
    her: PersonId
    answer: AssessmentId

    def entries(self) -> list[dict[str, object]]:
        """What the audit holds besides what was done to prepare."""
        statement = text("SELECT * FROM audit_entry WHERE actor <> 'preparation' ORDER BY sequence")
        with self.engine.connect() as connection:
            return [dict(row) for row in connection.execute(statement).mappings()]

    def counts(self) -> dict[str, int]:
        """How many rows there are of everything but the audit."""
        return {table: held_in(self.engine, table) for table in TABLES}


@pytest.fixture
def held(engine: Engine, clock: Clock) -> Held:
    service = service_of(engine, clock)
    feed = Actor("preparation", Role.RECORD_FEED)
    given = case(alert("OHCO"))
    links = (*LINKS, caseload_link("preparation"))
    him = service.put_person(HIM, (*given.dossier.records, *links), given.dossier.coverage, feed)
    who = replace(HER, case_reference_number=HER_CRN)
    her = service.put_person(who, links, {Source.ACCESS_LIMITS: TOLD}, feed)
    answer = service.enquire(him, replace(ASKED, purpose=Purpose.BAIL_ADDRESS), PREPARING)
    return Held(service, engine, him, her, answer.id)


Doing = Callable[[Held, Actor], object]
ALERTS = read_payload('[{"alertId": 1, "alertCode": "XA"}]', NOW)
WRITTEN = [
    pytest.param(
        lambda h, a: h.service.put_person(HIM, (), {}, a), "person_stored", ("him",), id="storing somebody"
    ),
    pytest.param(
        lambda h, a: h.service.put_records(h.her, HER, (), {}, a),
        "records_replaced",
        ("her",),
        id="replacing records",
    ),
    pytest.param(
        lambda h, a: h.service.import_payload(h.her, ALERTS, a),
        "payload_imported",
        ("her", "prison-api-alerts"),
        id="importing a payload",
    ),
    pytest.param(
        lambda h, a: h.service.put_place_register([], TOLD, a),
        "place_register_replaced",
        (),
        id="replacing the register",
    ),
    pytest.param(
        lambda h, a: h.service.numbers_of(h.her, a), "person_read", ("her",), id="reading whose records come"
    ),
]
"""What only a feed does."""
READ = [
    pytest.param(
        lambda h, a: h.service.find_person(HIS, a), "person_sought", ("him", "found"), id="finding somebody"
    ),
    pytest.param(
        lambda h, a: h.service.enquire(h.her, ASKED, a),
        "address_assessed",
        ("her", "incomplete", "release_planning"),
        id="asking about an address",
    ),
    pytest.param(
        lambda h, a: h.service.enquire(h.her, REFERRED, a),
        "referral_assessed",
        ("her", "incomplete", "release_planning"),
        id="asking about a referral",
    ),
    pytest.param(
        lambda h, a: h.service.check_case(*parts(), a),
        "case_checked",
        ("no_flags_found", "release_planning"),
        id="checking a case",
    ),
    pytest.param(
        lambda h, a: h.service.read_assessment(h.answer, a),
        "assessment_read",
        ("him", "bail_address"),
        id="reading an answer again",
    ),
    pytest.param(
        lambda h, a: h.service.served_inputs("demonstration-1", a),
        "served_inputs_read",
        ("demonstration-1",),
        id="reading what a model was given",
    ),
    pytest.param(
        lambda h, a: h.service.agree_to_further_places(h.her, AgreementReason.MOVES_OFTEN, a),
        "further_places_agreed",
        ("her", "moves_often"),
        id="agreeing to more addresses",
    ),
    pytest.param(lambda h, a: h.service.alerts(a), "alerts_read", (), id="reading the alerts"),
    pytest.param(
        lambda h, a: refused_the_eleventh_place(h.service, h.her, PREPARING, a),
        "second_person_needed",
        ("her", "release_planning"),
        id="asking about the eleventh address",
    ),
    pytest.param(
        lambda h, a: ask_too_often(h.service, a), "asked_too_often", ("lookup",), id="asking too often"
    ),
]


def ask_too_often(service: Service, actor: Actor) -> None:
    """Asks where nobody may ask at all."""
    with pytest.raises(TooOften):
        service.keep_pace(actor, Asking.LOOKUP, 0)


def parts() -> tuple[object, ...]:
    """A case that comes with its records."""
    given = case()
    return given.dossier, given.enquiry, given.place


DONE = [
    *(pytest.param(FEED, *each.values, id=f"{each.id}, a feed") for each in WRITTEN),
    *(pytest.param(actor, *each.values, id=f"{each.id}, {actor.role}") for each in READ for actor in ACTORS),
]


@pytest.mark.parametrize(("actor", "doing", "action", "says"), DONE)
def test_what_was_done_is_recorded_with_who_when_about_whom_and_why(
    held: Held, actor: Actor, doing: Doing, action: str, says: tuple[str, ...]
) -> None:
    doing(held, actor)
    (entry,) = held.entries()
    assert (entry["at"], entry["actor"], entry["role"]) == (NOW.isoformat(), actor.name, actor.role.value)
    assert entry["action"] == action
    whom = {"him": held.him, "her": held.her}
    assert entry["person_id"] == next((whom[word] for word in says if word in whom), None)
    assert [entry["detail"] or entry["purpose"], entry["purpose"]] == purpose_and_detail(says)
    assert (entry["assessment_id"] is None) is (action not in ABOUT_AN_ANSWER)


ABOUT_AN_ANSWER = {"address_assessed", "referral_assessed", "case_checked", "assessment_read"}


def purpose_and_detail(says: tuple[str, ...]) -> list[str | None]:
    """What the entry must say in its detail, or failing that as its purpose; and its purpose."""
    purpose = next((word for word in says if word in set(Purpose)), None)
    rest = [word for word in says if word not in {"him", "her", purpose}]
    return [rest[0] if rest else purpose, purpose]


AT_THE_MACHINE = {
    *(Action.SEALED_ANEW, Action.OWN_DATA_EXPORTED, Action.BACKED_UP, Action.RESTORED),
    Action.FEWER_PLACES_ACCEPTED,
}
"""What is done from the command line alone, and held by the tests of those commands."""
AT_THE_GATE = {Action.ACCESS_REFUSED, Action.SEARCH_REFUSED}
"""What is not done, and held by the tests of the gate."""


def test_every_action_is_somebodys() -> None:
    others = AT_THE_MACHINE | AT_THE_GATE
    assert {each.values[2] for each in DONE} == {action.value for action in Action} - others


@pytest.mark.parametrize("purpose", Purpose)
def test_why_an_address_was_asked_about_is_recorded_and_kept(held: Held, purpose: Purpose) -> None:
    answer = held.service.enquire(held.him, AddressEnquiry(purpose, PROPOSED), ACTORS[1])
    assert [entry["purpose"] for entry in held.entries()] == [purpose.value]
    assert held.service.read_assessment(answer.id, ACTORS[0]).enquiry.purpose is purpose
    assert [entry["purpose"] for entry in held.entries()] == [purpose.value] * 2


@pytest.mark.parametrize(
    ("doing", "error", "recorded"),
    [
        pytest.param(
            lambda h, a: h.service.put_person(BOTH, (), {}, a),
            Conflict,
            [],
            id="storing one who is two people",
        ),
        pytest.param(
            lambda h, a: h.service.put_person(HIM, TWICE, {}, a), BadInput, [], id="storing a record twice"
        ),
        pytest.param(
            lambda h, a: h.service.put_records(NOBODY, HIM, (), {}, a),
            NotFound,
            [],
            id="replacing nobody's records",
        ),
        pytest.param(
            lambda h, a: h.service.put_records(h.him, BOTH, (), {}, a),
            Conflict,
            [],
            id="replacing one's records with another's",
        ),
        pytest.param(
            lambda h, a: h.service.put_records(h.him, HIM, TWICE, {}, a),
            BadInput,
            [],
            id="replacing records with one given twice",
        ),
        pytest.param(
            lambda h, a: h.service.find_person(NOBODYS, a),
            NotFound,
            [("person_sought", "not_found")],
            id="looking for nobody who is held",
        ),
        pytest.param(
            lambda h, a: h.service.find_person(TWO_PEOPLE, a),
            Conflict,
            [("person_sought", "conflict")],
            id="looking for one who is two people",
        ),
        pytest.param(
            lambda h, a: h.service.enquire(NOBODY, ASKED, a), NotFound, REFUSED, id="asking about nobody"
        ),
        pytest.param(
            lambda h, a: h.service.read_assessment(NO_ANSWER, a), NotFound, REFUSED, id="reading no answer"
        ),
    ],
)
def test_what_is_refused_changes_nothing_and_a_search_is_recorded_all_the_same(
    held: Held, doing: Doing, error: type[RiskflagError], recorded: list[tuple[str, str]]
) -> None:
    before = held.counts()
    with pytest.raises(error):
        doing(held, FEED if error is not NotFound or not recorded else STAFF)
    assert held.counts() == before
    assert [(entry["action"], entry["detail"]) for entry in held.entries()] == recorded


@pytest.mark.parametrize(("actor", "doing", "action", "says"), DONE)
def test_nothing_is_done_that_cannot_be_recorded(
    held: Held, actor: Actor, doing: Doing, action: str, says: tuple[str, ...]
) -> None:
    before = held.counts()
    with held.engine.begin() as connection:
        fill_up(connection, "audit_entry")
    with pytest.raises(StoreUnavailable):
        doing(held, actor)
    assert held.counts() == before
    assert held.entries() == []


def test_an_answer_names_who_asked_and_reading_it_does_not_change_that(held: Held) -> None:
    first = held.service.enquire(held.him, ASKED, ACTORS[1])
    again = held.service.read_assessment(first.id, ACTORS[0])
    assert (again.asked_by, again.asked_role, again.asked_at) == ("r.staff", Role.RESETTLEMENT_STAFF, NOW)
    assert again == first


def test_the_order_of_the_audit_is_the_order_of_what_was_done(held: Held) -> None:
    held.service.find_person(HIS, ACTORS[0])
    answer = held.service.enquire(held.him, ASKED, ACTORS[1])
    held.service.read_assessment(answer.id, ACTORS[0])
    kept = held.entries()
    assert [entry["action"] for entry in kept] == ["person_sought", "address_assessed", "assessment_read"]
    assert [entry["actor"] for entry in kept] == ["p.officer", "r.staff", "p.officer"]
    assert [entry["assessment_id"] for entry in kept] == [None, answer.id, answer.id]
