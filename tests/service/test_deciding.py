"""An officer decides, it is kept beside the answer, and an approval never overlooks anything."""

from dataclasses import dataclass, replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, text

from riskflag.casebook import ASKED, NOW, REFERRED, SAME_STREET, case, caseload_link
from riskflag.decisions import DecisionWord, SentDecision, sorted_out
from riskflag.enquiry import AddressEnquiry, Purpose
from riskflag.errors import BadInput, Conflict, NotAllowed, NotFound, StoreUnavailable
from riskflag.persistence.repeating import Once
from riskflag.records import Address
from riskflag.service import Actor, Service, StoredAssessment
from riskflag.vocabulary import AssessmentId, PersonId, Role
from tests.decided import ACT, APPROVED, INFORM, REFUSED, STOP, TO_DECIDE, all_points, on_flag
from tests.dialects import fill_up
from tests.persistence.rows import rows
from tests.service.world import FEED, OFFICER, STAFF, Clock, check, held_in, put, service_of

ON_BOTH_DATABASES = True

COLLEAGUE = Actor("q.officer", Role.RESPONSIBLE_OFFICER)
NOT_THEIRS = Actor("x.officer", Role.RESPONSIBLE_OFFICER)


@dataclass
class Held:
    """An answer about somebody who is held, with a flag of each severity and gaps."""

    service: Service
    engine: Engine
    clock: Clock
    who: PersonId
    answer: StoredAssessment

    def decide(self, *sent: SentDecision, by: Actor = OFFICER) -> None:
        for each in sent:
            self.service.deciding.record(self.answer.id, each, by)

    def words(self) -> list[str]:
        """Everything that was decided, in order."""
        read = self.service.deciding.read(self.answer.id, OFFICER)
        return [decision.word for decision in read.decisions]

    def ask(self, asked: AddressEnquiry = ASKED, by: Actor = OFFICER) -> StoredAssessment:
        self.clock.moment += timedelta(minutes=1)
        return self.service.enquire(self.who, asked, by)


@pytest.fixture
def held(engine: Engine, clock: Clock) -> Held:
    service = service_of(engine, clock, TO_DECIDE)
    who = put(service, case(), caseload_link(COLLEAGUE.name))
    return Held(service, engine, clock, who, service.enquire(who, ASKED, OFFICER))


def test_what_was_decided_says_who_when_and_why_and_the_latest_counts(held: Held) -> None:
    held.decide(on_flag(STOP, DecisionWord.NOT_APPLICABLE, "she moved away"))
    held.clock.moment += timedelta(hours=1)
    held.decide(on_flag(STOP, DecisionWord.ACTION_TAKEN, "told the police"), REFUSED)
    read = held.service.deciding.read(held.answer.id, OFFICER)
    first, second, last = read.decisions
    assert [each.point.words for each in read.decisions] == [
        *("she moved away", "told the police"),
        "she lives two doors away",
    ]
    assert (first.account, first.role, first.decided_at) == ("p.officer", OFFICER.role, NOW)
    assert second.decided_at == NOW + timedelta(hours=1)
    found = sorted_out(read.decisions)
    assert found.flags == {STOP: (second, first)}
    assert found.proposal == (last,)
    assert {each.person_id for each in read.decisions} == {held.who}


EVERYTHING = [
    *(on_flag(code) for code in (STOP, ACT, INFORM)),
    on_flag(STOP, DecisionWord.NOT_APPLICABLE, "she moved away"),
    on_flag(ACT, DecisionWord.ACTION_TAKEN, "told the police"),
    *(REFUSED, APPROVED),
]


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(sent=st.lists(st.sampled_from(EVERYTHING), max_size=6), closed=st.booleans())
def test_no_sequence_of_decisions_changes_the_answer_or_approves_over_an_undecided_stop(
    engine: Engine, sent: list[SentDecision], closed: bool
) -> None:
    service = service_of(engine, Clock(), TO_DECIDE)
    answer = service.enquire(put(service, case()), ASKED, OFFICER)
    kept = rows(engine, "assessment")
    gaps = [each for each in all_points(answer) if each.gap] if closed else []
    for each in [*gaps, *sent]:
        try:
            service.deciding.record(answer.id, each, OFFICER)
        except BadInput:
            assert each == APPROVED
    assert service.read_assessment(answer.id, OFFICER) == answer
    assert rows(engine, "assessment") == kept
    decided: set[str | None] = set()
    for made in service.deciding.read(answer.id, OFFICER).decisions:
        assert made.word != "approved" or (decided >= {STOP, ACT} and closed)
        decided.add(getattr(made.point, "code", None))


def test_an_approval_is_taken_once_everything_was_decided_and_by_a_person(held: Held) -> None:
    held.decide(*all_points(held.answer))
    assert "approved" not in held.words()
    held.decide(APPROVED)
    assert held.words()[-1] == "approved"


@pytest.mark.parametrize("left", range(4))
def test_one_point_that_was_left_keeps_an_approval_out(held: Held, left: int) -> None:
    points = all_points(held.answer)
    assert len(points) >= 3
    point = points.pop(left % len(points))
    held.decide(*points)
    before = held.words()
    with pytest.raises(BadInput) as refused:
        held.decide(APPROVED)
    assert list(refused.value.problems) == [f"flags.{point.code}" if point.code else f"gaps.{point.gap}"]
    assert held.words() == before


def test_a_refusal_needs_nothing_but_its_reasons_and_a_name(held: Held) -> None:
    held.clock.moment += timedelta(days=30)
    held.decide(REFUSED)
    assert held.words() == ["refused"]


def test_nothing_is_approved_on_an_answer_that_has_expired(held: Held) -> None:
    held.decide(*all_points(held.answer))
    held.clock.moment = held.answer.full.valid_until + timedelta(seconds=1)
    with pytest.raises(BadInput, match="has expired"):
        held.decide(APPROVED)


ELSEWHERE = Address("3 Alder Way, Testbury, ZZ9 9ZZ", postcode="ZZ9 9ZZ")


@pytest.mark.parametrize(
    ("asked", "by", "stands"),
    [
        pytest.param(ASKED, OFFICER, False, id="the same, by the officer"),
        pytest.param(ASKED, STAFF, False, id="the same, by staff"),
        pytest.param(replace(ASKED, purpose=Purpose.BAIL_ADDRESS), STAFF, False, id="for another purpose"),
        pytest.param(replace(ASKED, address=ELSEWHERE), OFFICER, True, id="another address"),
        pytest.param(replace(REFERRED, site=ASKED.address), OFFICER, True, id="a referral to the place"),
    ],
)
def test_an_approval_waits_for_the_latest_answer_about_the_place(
    held: Held, asked: AddressEnquiry, by: Actor, stands: bool
) -> None:
    held.decide(*all_points(held.answer))
    held.ask(asked, by)
    assert held.service.deciding.read(held.answer.id, OFFICER).answered_again is not stands
    if stands:
        held.decide(APPROVED)
    else:
        with pytest.raises(BadInput, match="is not the latest"):
            held.decide(APPROVED)


def test_an_approval_says_that_the_same_was_answered_again_since(held: Held) -> None:
    held.decide(*all_points(held.answer), APPROVED)
    assert held.service.deciding.read(held.answer.id, STAFF).answered_again is False
    held.ask(by=STAFF)
    assert held.service.deciding.read(held.answer.id, STAFF).answered_again is True
    assert held.words()[-1] == "approved"


def test_what_was_asked_later_and_cannot_be_read_keeps_an_approval_out(held: Held) -> None:
    held.decide(*all_points(held.answer))
    later = held.ask(replace(ASKED, address=SAME_STREET))
    with held.engine.begin() as connection:
        row = {"old": later.id, "new": "b" * 32}
        columns = "person_id, as_of, valid_until, verdict, complete, rulebook, stopped, stop_shown, enquiry,"
        columns += " full_body, open_body, asked_by, asked_role, purpose, asked_at"
        statement = ("INSERT INTO assessment (id,", columns, ") SELECT :new,", columns)
        connection.execute(text(" ".join((*statement, "FROM assessment WHERE id = :old"))), row)
    with pytest.raises(BadInput, match="is not the latest"):
        held.decide(APPROVED)


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.RESPONSIBLE_OFFICER}))
@pytest.mark.parametrize("sent", [REFUSED, APPROVED, on_flag(STOP)])
def test_nobody_decides_but_a_responsible_officer(held: Held, role: Role, sent: SentDecision) -> None:
    for answer in (held.answer.id, AssessmentId("0" * 32)):
        with pytest.raises(NotAllowed):
            held.service.deciding.record(answer, sent, Actor("p.officer", role))
    assert held_in(held.engine, "decision") == 0


def finds_no_answer(service: Service, answer: AssessmentId, by: Actor) -> None:
    with pytest.raises(NotFound):
        service.deciding.read(answer, by)
    with pytest.raises(NotFound):
        service.deciding.record(answer, REFUSED, by)


def test_an_officer_who_may_not_see_the_person_finds_no_answer(held: Held) -> None:
    finds_no_answer(held.service, held.answer.id, NOT_THEIRS)
    finds_no_answer(held.service, AssessmentId("0" * 32), OFFICER)
    assert held_in(held.engine, "decision") == 0


def test_on_a_case_that_came_with_its_records_nobody_decides(held: Held) -> None:
    finds_no_answer(held.service, check(held.service, case()).id, OFFICER)


def test_what_is_sent_again_under_its_key_is_decided_once(held: Held) -> None:
    once = Once(OFFICER.name, "k" * 16, "refuse it")
    first, again = (held.service.deciding.record(held.answer.id, REFUSED, OFFICER, once) for _ in range(2))
    assert first == again
    assert held.words() == ["refused"]
    with pytest.raises(Conflict):
        held.service.deciding.record(held.answer.id, APPROVED, OFFICER, replace(once, request="approve it"))


@pytest.mark.parametrize("table", ["decision", "outbox", "audit_entry"])
def test_a_decision_its_record_and_what_is_told_of_it_stand_or_fall_together(held: Held, table: str) -> None:
    before = {each: held_in(held.engine, each) for each in ("decision", "outbox", "audit_entry")}
    with held.engine.begin() as connection:
        fill_up(connection, table)
    with pytest.raises(StoreUnavailable):
        held.decide(REFUSED)
    assert {each: held_in(held.engine, each) for each in before} == before


def test_others_are_told_that_something_was_decided_and_not_what(held: Held) -> None:
    held.decide(REFUSED)
    told = rows(held.engine, "outbox")[-1]
    assert (told["kind"], told["person_id"], told["assessment_id"]) == ("decided", held.who, held.answer.id)
    assert "refused" not in repr(told)


def test_no_reason_stands_in_clear(held: Held) -> None:
    held.decide(REFUSED, on_flag(STOP, words="seen at the school"))
    everything = repr(
        [rows(held.engine, table) for table in ("decision", "outbox", "audit_entry", "repeatable")]
    )
    assert [word for word in ("doors", "school", "P. Officer", STOP) if word in everything] == []


@pytest.mark.parametrize("damage", [b"damaged", None])
def test_a_decision_that_cannot_be_read_or_was_moved_is_not_told_in_part(
    held: Held, damage: bytes | None
) -> None:
    held.decide(on_flag(STOP), REFUSED)
    body = damage or rows(held.engine, "decision")[0]["body"]
    with held.engine.begin() as connection:
        statement = (
            "INSERT INTO decision (id, assessment_id, account, role, decided_at, body) "
            "SELECT :new, assessment_id, account, role, decided_at, :body FROM decision WHERE sequence = 1"
        )
        connection.execute(text(statement), {"new": "n" * 32, "body": body})
    with pytest.raises(StoreUnavailable):
        held.service.deciding.read(held.answer.id, OFFICER)
    with pytest.raises(StoreUnavailable):
        held.decide(APPROVED)


def test_with_the_person_go_the_decisions(held: Held) -> None:
    held.decide(REFUSED)
    with held.engine.begin() as connection:
        connection.execute(text("DELETE FROM person"))
    assert held_in(held.engine, "decision") == 0


def test_decisions_survive_new_records_of_the_person(held: Held) -> None:
    held.decide(REFUSED)
    given_now = case()
    held.service.put_records(held.who, given_now.dossier.person, (), given_now.dossier.coverage, FEED)
    assert held_in(held.engine, "decision") == 1


def test_another_officer_may_decide_otherwise_and_both_are_kept(held: Held) -> None:
    held.decide(REFUSED)
    held.decide(*all_points(held.answer), APPROVED, by=COLLEAGUE)
    found = sorted_out(held.service.deciding.read(held.answer.id, OFFICER).decisions)
    latest, first = found.proposal
    assert (latest.word, latest.account) == ("approved", COLLEAGUE.name)
    assert (first.word, first.account) == ("refused", OFFICER.name)
