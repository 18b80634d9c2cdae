"""What waits for an officer's decision, and what a reader asked before: of those whom they may see now."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

import pytest
from sqlalchemy import Engine, text

from riskflag.casebook import (
    ASKED,
    EX_PARTNER,
    HER,
    HIM,
    PROPOSED,
    SAME_STREET,
    Case,
    access_limitation,
    case,
    caseload_link,
    protected_place,
)
from riskflag.decisions import SentDecision
from riskflag.enquiry import Enquiry
from riskflag.errors import NotAllowed, StoreUnavailable
from riskflag.records import AccessLimitation, Address, CaseloadLink, Person
from riskflag.service import Actor, Service, StoredAssessment
from riskflag.vocabulary import AssessmentId, NomsNumber, PersonId, Role
from tests.decided import ACT, APPROVED, REFUSED, STOP, TO_DECIDE, all_points, on_flag
from tests.dialects import fill_up, unguarded
from tests.persistence.rows import rows
from tests.service.world import FEED, LIMITS_KNOWN, LINKS, LOOKS, OFFICER, STAFF, Clock, put, service_of

ON_BOTH_DATABASES = True

COLLEAGUE = Actor("q.officer", Role.RESPONSIBLE_OFFICER)
THIRD = replace(HER, noms_number=NomsNumber("C1234CC"), case_reference_number=None, pnc_number=None)
ELSEWHERE = replace(ASKED, address=SAME_STREET)


@dataclass
class Lists:
    """A service in which people are held, and a clock that goes on with each enquiry."""

    service: Service
    engine: Engine
    clock: Clock

    def hold(self, who: Person = HIM, links: Iterable[CaseloadLink | AccessLimitation] = LINKS) -> PersonId:
        dossier = case(person=who).dossier
        coverage = {**dossier.coverage, LINKS[0].source: LIMITS_KNOWN}
        return self.service.put_person(who, (*dossier.records, *links), coverage, FEED)

    def ask(self, who: PersonId, asked: Enquiry = ASKED, by: Actor = OFFICER) -> StoredAssessment:
        self.clock.moment += timedelta(minutes=1)
        return self.service.enquire(who, asked, by)

    def decide(self, answer: StoredAssessment, *sent: SentDecision) -> None:
        for each in sent:
            self.service.deciding.record(answer.id, each, OFFICER)

    def waiting(self, reader: Actor = OFFICER) -> list[AssessmentId]:
        return [each.assessment_id for each in self.service.caseload.awaiting_decision(reader)]

    def made(self, reader: Actor = OFFICER) -> list[AssessmentId]:
        return [each.assessment_id for each in self.service.caseload.enquiries_of(reader)]

    def recorded(self, action: str) -> list[object]:
        entries = rows(self.engine, "audit_entry")
        return [entry["person_id"] for entry in entries if entry["action"] == action]


@pytest.fixture
def lists(engine: Engine, clock: Clock) -> Lists:
    return Lists(service_of(engine, clock, TO_DECIDE), engine, clock)


def test_what_waits_says_who_for_when_and_what_is_left_to_decide(lists: Lists) -> None:
    answer = lists.ask(lists.hold())
    lists.decide(answer, on_flag(STOP))
    (waiting,) = lists.service.caseload.awaiting_decision(OFFICER)
    assert (waiting.assessment_id, waiting.person_id) == (answer.id, answer.person_id)
    assert (waiting.name, waiting.enquiry, waiting.release_date) == (HIM.name, ASKED, ASKED.release_date)
    assert (waiting.asked_by, waiting.asked_at) == (OFFICER.name, answer.asked_at)
    assert [flag.code for flag in waiting.undecided] == [ACT]
    assert waiting.open_gaps == answer.full.gaps
    assert (waiting.readable, waiting.expired) == (True, False)
    lists.clock.moment = answer.full.valid_until + timedelta(seconds=1)
    assert [each.expired for each in lists.service.caseload.awaiting_decision(OFFICER)] == [True]


def test_it_waits_until_the_proposal_is_decided_and_again_once_it_is_answered_anew(lists: Lists) -> None:
    who = lists.hold()
    first = lists.ask(who)
    lists.decide(first, *all_points(first))
    assert lists.waiting() == [first.id]
    lists.decide(first, APPROVED)
    assert lists.waiting() == []
    again = lists.ask(who, by=STAFF)
    assert lists.waiting() == [again.id]
    lists.decide(again, REFUSED)
    assert lists.waiting() == []


def test_of_one_proposal_only_the_latest_answer_waits_and_each_proposal_waits(lists: Lists) -> None:
    who = lists.hold()
    lists.ask(who)
    latest, other = lists.ask(who), lists.ask(who, ELSEWHERE)
    assert lists.waiting() == [other.id, latest.id]


def test_an_older_answer_about_what_may_be_the_same_waits_no_more_once_the_later_is_decided(
    lists: Lists,
) -> None:
    who = lists.hold()
    spelled = replace(ASKED, address=Address(f"Flat 2, {PROPOSED.text}"))
    older, later, other = lists.ask(who), lists.ask(who, spelled), lists.ask(who, ELSEWHERE)
    assert lists.waiting() == [other.id, later.id, older.id]
    lists.decide(other, REFUSED)
    assert lists.waiting() == [later.id, older.id]
    lists.decide(later, REFUSED)
    assert lists.waiting() == []


def test_the_soonest_release_is_first_and_a_date_that_nobody_knows_before_it(lists: Lists) -> None:
    days = {HIM: date(2026, 12, 24), HER: date(2026, 12, 1), THIRD: None}
    answers = {
        who: lists.ask(lists.hold(who), replace(ASKED, release_date=day)).id for who, day in days.items()
    }
    assert lists.waiting() == [answers[THIRD], answers[HER], answers[HIM]]


@pytest.mark.parametrize(
    "links",
    [
        pytest.param((), id="not on the caseload"),
        pytest.param((*LINKS, access_limitation(OFFICER.name, STAFF.name)), id="excluded"),
        pytest.param((*LINKS, access_limitation(restricted_to=("x",))), id="restricted to another"),
        pytest.param(
            tuple(replace(link, ends_on=LINKS[0].starts_on) for link in LINKS),
            id="on the caseload until some time ago",
        ),
    ],
)
def test_whoever_may_not_be_seen_now_is_left_out_without_a_trace(
    lists: Lists, links: tuple[CaseloadLink, ...]
) -> None:
    seen, hidden = lists.hold(HER), lists.hold(HIM)
    shown = [lists.ask(seen, by=reader).id for reader in (OFFICER, STAFF)]
    for reader in (OFFICER, STAFF):
        lists.ask(hidden, by=reader)
    lists.hold(HIM, links)
    assert lists.waiting() == [shown[1]]
    assert (lists.made(OFFICER), lists.made(STAFF)) == ([shown[0]], [shown[1]])
    assert set(lists.recorded("caseload_read")) == {seen}
    assert set(lists.recorded("enquiries_listed")) == {seen}


def test_each_officer_has_a_list_of_their_own_caseload(lists: Lists) -> None:
    his = lists.ask(lists.hold(HIM))
    hers = lists.ask(lists.hold(HER, (*LINKS, caseload_link(COLLEAGUE.name))))
    assert lists.waiting(COLLEAGUE) == [hers.id]
    assert set(lists.waiting()) == {his.id, hers.id}


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.RESPONSIBLE_OFFICER}))
def test_what_waits_is_for_officers_alone(lists: Lists, role: Role) -> None:
    lists.ask(lists.hold())
    with pytest.raises(NotAllowed):
        lists.service.caseload.awaiting_decision(Actor(OFFICER.name, role))
    assert lists.recorded("caseload_read") == []


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.RESPONSIBLE_OFFICER, Role.RESETTLEMENT_STAFF}))
def test_other_roles_asked_nothing(lists: Lists, role: Role) -> None:
    lists.ask(lists.hold())
    assert lists.service.caseload.enquiries_of(Actor(OFFICER.name, role)) == ()


def test_a_reader_finds_what_they_asked_themselves_the_latest_first(lists: Lists) -> None:
    who = lists.hold()
    first, _, last = lists.ask(who), lists.ask(who, by=STAFF), lists.ask(who, ELSEWHERE)
    assert lists.made() == [last.id, first.id]
    assert set(lists.recorded("enquiries_listed")) == {who}


def test_what_a_reader_asked_of_one_person_says_what_came_after_it(lists: Lists) -> None:
    who, other = lists.hold(HIM), lists.hold(HER)
    first = lists.ask(who)
    lists.ask(other), lists.ask(who, by=STAFF)
    last = lists.ask(who)
    lists.decide(last, REFUSED)
    latest, earlier = lists.service.caseload.enquiries_about(who, OFFICER)
    assert (latest.assessment_id, earlier.assessment_id) == (last.id, first.id)
    assert (latest.later, earlier.later) == (None, last.id)
    assert [each.decision and each.decision.decision for each in (latest, earlier)] == ["refused"] * 2
    assert lists.recorded("enquiries_listed") == [who]


def test_that_nothing_was_asked_of_somebody_is_recorded_of_them(lists: Lists) -> None:
    who = lists.hold()
    assert lists.service.caseload.enquiries_about(who, STAFF) == ()
    assert lists.recorded("enquiries_listed") == [who]


def test_that_somebody_looked_is_recorded_also_where_there_is_nothing(lists: Lists) -> None:
    assert lists.waiting() == lists.made(STAFF) == []
    assert (lists.recorded("caseload_read"), lists.recorded("enquiries_listed")) == ([None], [None])
    with lists.engine.begin() as connection:
        fill_up(connection, "audit_entry")
    for list_ in (lists.service.caseload.awaiting_decision, lists.service.caseload.enquiries_of):
        with pytest.raises(StoreUnavailable):
            list_(OFFICER)


@pytest.mark.parametrize(
    ("table", "column"),
    [
        pytest.param("assessment", "full_body", id="the answer"),
        pytest.param("assessment", "open_body", id="the answer for staff"),
        pytest.param("assessment", "enquiry", id="the enquiry"),
        pytest.param("decision", "body", id="a decision"),
        pytest.param("person", "body", id="who it is"),
    ],
)
def test_what_is_damaged_of_one_is_said_and_keeps_nobody_else_off(
    lists: Lists, table: str, column: str
) -> None:
    broken, whole = lists.ask(lists.hold(HIM)), lists.ask(lists.hold(HER))
    lists.decide(broken, REFUSED)
    key = {"assessment": broken.id, "decision": broken.id, "person": str(broken.person_id)}[table]
    named = "assessment_id" if table == "decision" else "id"
    with lists.engine.begin() as connection:
        unguarded(connection, table)
        statement = ("UPDATE", table, "SET", column, "= :damaged WHERE", named, "= :key")
        connection.execute(text(" ".join(statement)), {"damaged": b"damaged", "key": key})
    waiting = {each.assessment_id: each for each in lists.service.caseload.awaiting_decision(OFFICER)}
    assert (waiting[broken.id].readable, waiting[broken.id].expired) == (False, True)
    assert waiting[whole.id].readable is True
    assert lists.made() == [whole.id, broken.id]


def told_again(lists: Lists, then: Case, reader: Actor, by: Actor) -> bool | None:
    """Whether a reader is told that what they were answered has changed, once the same was asked by somebody
    after ``then`` came in."""
    who = put(lists.service, case())
    lists.ask(who, by=reader)
    (before,) = lists.service.caseload.enquiries_of(reader)
    assert (before.later, before.changed, before.decision) == (None, None, None)
    put(lists.service, then)
    later = lists.ask(who, then.enquiry, by)
    made = lists.service.caseload.enquiries_of(reader)[-1]
    assert made.later == later.id
    return made.changed


HER_HOME = case(protected_place(EX_PARTNER, PROPOSED))
WITH_HER = case(lives_with=(EX_PARTNER,))


@pytest.mark.parametrize(
    ("reader", "then", "changed"),
    [
        pytest.param(OFFICER, case(), False, id="nothing came in"),
        pytest.param(OFFICER, HER_HOME, True, id="an officer hears of what is protected"),
        pytest.param(OFFICER, WITH_HER, True, id="an officer hears of who lives there"),
        pytest.param(STAFF, HER_HOME, False, id="staff do not hear of what is protected"),
        pytest.param(STAFF, WITH_HER, True, id="staff hear of who lives there"),
    ],
)
@pytest.mark.parametrize("by", [OFFICER, STAFF])
def test_whether_an_answer_has_changed_is_told_of_what_the_role_may_see(
    engine: Engine, clock: Clock, reader: Actor, then: Case, changed: bool, by: Actor
) -> None:
    lists = Lists(service_of(engine, clock, LOOKS), engine, clock)
    assert told_again(lists, then, reader, by) is changed


def test_staff_are_told_what_was_decided_by_whom_and_when_and_no_more(lists: Lists) -> None:
    who = lists.hold()
    asked = lists.ask(who, by=STAFF)
    lists.decide(asked, on_flag(STOP))
    assert lists.service.caseload.enquiries_of(STAFF)[0].decision is None
    later = lists.ask(who)
    lists.decide(later, REFUSED)
    (made,) = lists.service.caseload.enquiries_of(STAFF)
    assert made.decision is not None
    assert (made.decision.decision, made.decision.name) == ("refused", "P. Officer")
    assert (made.decision.words, made.decision.account, made.decision.role) == (None, None, None)
    (by_officer,) = lists.service.caseload.enquiries_of(OFFICER)
    assert by_officer.decision is not None
    assert by_officer.decision.words == "she lives two doors away"


def test_no_more_than_the_latest_are_listed(lists: Lists, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("riskflag.caseload.MOST_ENQUIRIES", 2)
    who = lists.hold()
    _, second, third = (lists.ask(who).id for _ in range(3))
    assert lists.made() == [third, second]
