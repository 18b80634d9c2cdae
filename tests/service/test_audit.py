"""Who did what, in which role and why, for every use case: when it succeeds, finds nobody, or is refused."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from sqlalchemy import Engine

from riskflag.casebook import ASKED, HER, HIM, NOW, PROPOSED, alert, case, caseload_link
from riskflag.enquiry import AddressEnquiry, Purpose
from riskflag.errors import (
    BadInput,
    Conflict,
    NotFound,
    RiskflagError,
    StoreUnavailable,
)
from riskflag.persistence.audit import Action
from riskflag.persistence.digests import vouched
from riskflag.service import Actor
from riskflag.vocabulary import (
    Role,
    Source,
)
from tests.dialects import fill_up
from tests.service.what_is_done import (
    ACTORS,
    BOTH,
    DONE,
    HER_CRN,
    HIS,
    NO_ANSWER,
    NOBODY,
    NOBODYS,
    PREPARING,
    REFUSED,
    TOLD,
    TWICE,
    TWO_PEOPLE,
    Held,
)
from tests.service.world import (
    FEED,
    LINKS,
    STAFF,
    Clock,
    service_of,
)

ON_BOTH_DATABASES = True


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
    vouches = vouched(str(entry["detail"]))
    assert [vouches.said or entry["purpose"], entry["purpose"]] == purpose_and_detail(says)
    assert (vouches.digest is not None) is (action in VOUCHES)
    assert (entry["assessment_id"] is None) is (action not in ABOUT_AN_ANSWER)


VOUCHES = {
    *("person_stored", "records_replaced", "payload_imported", "place_register_replaced"),
    *("address_assessed", "referral_assessed", "case_checked", "decision_recorded"),
}
"""What vouches for what was written with it."""
ABOUT_AN_ANSWER = {
    *("address_assessed", "referral_assessed", "case_checked", "assessment_read"),
    *("decision_recorded", "decisions_read"),
}


def purpose_and_detail(says: tuple[str, ...]) -> list[str | None]:
    """What the entry must say in its detail, or failing that as its purpose; and its purpose."""
    purpose = next((word for word in says if word in set(Purpose)), None)
    rest = [word for word in says if word not in {"him", "her", purpose}]
    return [rest[0] if rest else purpose, purpose]


AT_THE_MACHINE = {
    *(Action.SEALED_ANEW, Action.OWN_DATA_EXPORTED, Action.BACKED_UP, Action.RESTORED),
    *(Action.SCREENING_BEGUN, Action.SCREENING_ENDED),
    *(Action.FEWER_PLACES_ACCEPTED, Action.PLACES_INDEXED, Action.DECISIONS_EXPORTED),
    *(Action.PREMISES_LISTED, Action.PREMISES_REMOVED, Action.PREMISES_READ),
}
"""What is done from the command line alone, and held by the tests of those commands."""
AT_THE_GATE = {Action.ACCESS_REFUSED, Action.SEARCH_REFUSED}
"""What is not done, and held by the tests of the gate."""
LISTS = {Action.CASELOAD_READ, Action.ENQUIRIES_LISTED}
"""What is recorded once for each person listed, and held by the tests of the lists."""
AUDITORS = {Action.AUDIT_READ, Action.AUDIT_CHECKED}
"""What an auditor alone does, and held by the tests of auditing."""
AT_THE_DESK = {Action.SIGNED_IN, Action.SIGNED_OUT, Action.SESSIONS_ENDED}
"""Who was there, and held by the tests of signing in."""


def test_every_action_is_somebodys() -> None:
    others = AT_THE_MACHINE | AT_THE_GATE | LISTS | AUDITORS | AT_THE_DESK
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
