"""What is damaged or cannot be recorded never becomes an answer that nothing was found."""

from dataclasses import replace
from threading import Thread

import pytest
from sqlalchemy import Engine, text
from structlog.testing import capture_logs

from riskflag.casebook import ASKED, HIM, case, incident, order
from riskflag.errors import StoreUnavailable
from riskflag.records import PlaceIncidentKind
from riskflag.rule import Outcome
from riskflag.rulebook import build_rulebook
from riskflag.service import StoredAssessment
from riskflag.vocabulary import NomsNumber, RuleCode, Verdict
from tests.service.world import BROKEN, OFFICER, Clock, ask, check, held_in, put, service_of
from tests.test_rulebook import FOUND, NOTHING, a_rule, late_with, ticking

ON_BOTH_DATABASES = True
EMPTIED = "UPDATE record SET body = '{}' WHERE person_id = :one AND kind <> 'caseload_links'"


@pytest.mark.parametrize(
    "meddling",
    [
        pytest.param(
            "UPDATE record SET body = '{}' WHERE kind <> 'caseload_links'", id="every record emptied"
        ),
        pytest.param(
            "UPDATE record SET body = substr(body, 2) WHERE sequence = 2", id="one record cut short"
        ),
        pytest.param("UPDATE record SET kind = 'rumours' WHERE sequence = 1", id="a kind nobody knows"),
        pytest.param("UPDATE record SET source = 'rumours' WHERE sequence = 1", id="a source nobody knows"),
        pytest.param("DELETE FROM record WHERE sequence = 3", id="one record gone"),
        pytest.param(
            "DELETE FROM coverage WHERE source = 'contacts'", id="nobody knows if contacts were asked"
        ),
        pytest.param("UPDATE coverage SET answered = NULL WHERE source = 'custody'", id="no answer known"),
        pytest.param(
            "UPDATE coverage SET asked_at = 'today' WHERE source = 'alerts'", id="asked at some time"
        ),
        pytest.param("DELETE FROM place_register", id="nobody knows if the register was asked"),
        pytest.param("UPDATE place_incident SET body = ''", id="an incident here cannot be read"),
    ],
)
def test_what_was_damaged_in_the_store_makes_the_answer_incomplete(
    engine: Engine, clock: Clock, meddling: str
) -> None:
    service = service_of(engine, clock)
    person_id = put(service, case(place=[incident(PlaceIncidentKind.CLOSURE)]))
    assert service.enquire(person_id, ASKED, OFFICER).full.verdict is Verdict.NO_FLAGS_FOUND
    with engine.begin() as connection:
        connection.execute(text(meddling))
    answer = service.enquire(person_id, ASKED, OFFICER).full
    assert (answer.verdict, answer.complete) == (Verdict.INCOMPLETE, False)


def test_what_is_damaged_of_one_person_costs_nobody_else_an_answer(engine: Engine, clock: Clock) -> None:
    service = service_of(engine, clock)
    another = replace(HIM, noms_number=NomsNumber("B1234BB"), case_reference_number=None, pnc_number=None)
    one, other = put(service, case()), put(service, case(person=another))
    with engine.begin() as connection:
        connection.execute(text(EMPTIED), {"one": one})
    verdicts = [service.enquire(who, ASKED, OFFICER).full.verdict for who in (one, other)]
    assert verdicts == [Verdict.INCOMPLETE, Verdict.NO_FLAGS_FOUND]


def test_without_a_record_of_it_there_is_no_answer(engine: Engine, clock: Clock) -> None:
    service = service_of(engine, clock)
    person_id = put(service, case())
    with engine.begin() as connection:
        connection.execute(text("ALTER TABLE audit_entry RENAME COLUMN detail TO words"))
    with pytest.raises(StoreUnavailable):
        service.enquire(person_id, ASKED, OFFICER)
    with pytest.raises(StoreUnavailable):
        check(service, case())
    assert held_in(engine, "assessment") == 0


def test_what_cannot_be_loaded_is_not_answered(engine: Engine, clock: Clock) -> None:
    service = service_of(engine, clock)
    person_id = put(service, case())
    with engine.begin() as connection:
        connection.execute(text("ALTER TABLE coverage RENAME TO covered"))
    with pytest.raises(StoreUnavailable):
        service.enquire(person_id, ASKED, OFFICER)
    assert held_in(engine, "assessment") == 0


def test_several_may_ask_at_once_and_every_answer_is_kept(engine: Engine, clock: Clock) -> None:
    service = service_of(engine, clock)
    person_id = put(service, case())
    answers: list[StoredAssessment] = []

    def ask_often() -> None:
        answers.extend(service.enquire(person_id, ASKED, OFFICER) for _ in range(20))

    readers = [Thread(target=ask_often) for _ in range(4)]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    assert len({answer.id for answer in answers}) == held_in(engine, "assessment") == 80
    assert all(service.read_assessment(answer.id, OFFICER) == answer for answer in answers[::10])


def test_a_rule_that_fails_is_logged_by_its_code_and_the_log_names_nobody(
    engine: Engine, clock: Clock
) -> None:
    with capture_logs() as logs:
        answer = ask(
            service_of(engine, clock, BROKEN), case(order(), place=[incident(PlaceIncidentKind.CLOSURE)])
        )
    assert [each["code"] for each in logs if each["event"] == "rule_failed"] == [RuleCode("TEST-01")]
    assert {each["assessment_id"] for each in logs} == {answer.id}
    words = str(logs).lower()
    assert not [
        word for word in ("example", "sample", "elder", "zz1", "a0001aa", "99000", "officer") if word in words
    ]


@pytest.mark.parametrize(
    ("outcome", "verdict"),
    [
        pytest.param(FOUND, Verdict.FLAGS_RAISED, id="what it found stands"),
        pytest.param(NOTHING, Verdict.INCOMPLETE, id="nothing found too late is not told"),
    ],
)
def test_a_rule_that_is_late_is_logged_by_its_code_whatever_it_said(
    engine: Engine, clock: Clock, outcome: Outcome, verdict: Verdict, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("riskflag.rulebook.perf_counter", lambda: sum(ticking))
    late = build_rulebook(
        [a_rule(late_with(outcome), "TEST-01"), a_rule(lambda _: NOTHING, "TEST-02")], "late"
    )
    with capture_logs() as logs:
        answer = ask(service_of(engine, clock, late), case()).full
    assert (answer.verdict, answer.complete) == (verdict, False)
    assert [each.code for each in answer.looked_at] == [RuleCode("TEST-02")]
    assert [each["code"] for each in logs if each["event"] == "rule_failed"] == [RuleCode("TEST-01")]
