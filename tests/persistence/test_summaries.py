"""A list reads a short part of each answer. Where that is damaged the answer is unreadable, never left out."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import Engine, text

from riskflag.casebook import ASKED, HER, HIM, NOW, case, order
from riskflag.disclosure import show
from riskflag.persistence.assessments import StoredAssessment
from riskflag.persistence.codec import encode
from riskflag.persistence.engine import Database
from riskflag.persistence.summaries import Summary, place_of, read_summaries, summary_of
from riskflag.vocabulary import AssessmentId, Role, Verdict
from tests.dialects import unguarded
from tests.keys import VAULT
from tests.service.world import OFFICER, Clock, put, service_of

ON_BOTH_DATABASES = True


def asked(engine: Engine) -> tuple[StoredAssessment, StoredAssessment]:
    service = service_of(engine, Clock())
    his, hers = put(service, case(order())), put(service, case(person=HER))
    return service.enquire(his, ASKED, OFFICER), service.enquire(hers, ASKED, OFFICER)


def read(engine: Engine, *answers: StoredAssessment) -> Mapping[AssessmentId, Summary | None]:
    ids = [each.id for each in answers]
    return Database(engine).read(lambda connection: read_summaries(connection, ids))


def change(engine: Engine, statement: str, **given: object) -> None:
    with engine.begin() as connection:
        unguarded(connection, "assessment")
        connection.execute(text(statement), given)


def test_it_says_what_the_answer_says(engine: Engine) -> None:
    answer, other = asked(engine)
    found = read(engine, answer, other)
    summary = found[answer.id]
    assert summary == summary_of(answer)
    assert (summary.verdict, summary.complete, summary.gaps) == (
        answer.full.verdict,
        answer.full.complete,
        answer.full.gaps,
    )
    assert summary.officer.valid_until == answer.full.valid_until
    assert summary.staff.valid_until == answer.open.valid_until
    assert found[other.id] == summary_of(other)


def test_an_answer_from_before_there_were_any_is_read_whole(engine: Engine) -> None:
    answer, _ = asked(engine)
    change(engine, "DELETE FROM answer_summary")
    assert read(engine, answer)[answer.id] == summary_of(answer)
    change(engine, "UPDATE assessment SET open_body = :body", body=b"damaged")
    assert read(engine, answer)[answer.id] is None


@pytest.mark.parametrize(
    "statement",
    [
        pytest.param("UPDATE answer_summary SET body = :body WHERE assessment_id = :id", id="the summary"),
        pytest.param("UPDATE assessment SET full_body = :body WHERE id = :id", id="the answer"),
        pytest.param("UPDATE assessment SET open_body = :body WHERE id = :id", id="what staff see of it"),
        pytest.param(
            "UPDATE answer_summary SET body = (SELECT body FROM answer_summary WHERE assessment_id = :other) "
            "WHERE assessment_id = :id",
            id="another answer's summary is put in its place",
        ),
        pytest.param("UPDATE assessment SET verdict = 'incomplete' WHERE id = :id", id="they differ"),
    ],
)
def test_what_is_damaged_is_unreadable_and_the_others_are_read(engine: Engine, statement: str) -> None:
    answer, other = asked(engine)
    assert answer.full.verdict is not Verdict.INCOMPLETE
    given = {"id": answer.id, "body": b"damaged", "other": other.id}
    change(engine, statement, **{name: value for name, value in given.items() if f":{name}" in statement})
    assert read(engine, answer, other) == {answer.id: None, other.id: summary_of(other)}


@pytest.mark.parametrize("shorter", [timedelta(hours=1), timedelta(0)])
def test_one_that_was_made_for_another_time_contradicts_its_answer(
    engine: Engine, shorter: timedelta
) -> None:
    answer, _ = asked(engine)
    full = replace(answer.full, valid_until=answer.full.valid_until - shorter)
    body = VAULT.seal(encode(summary_of(replace(answer, full=full))), *place_of(answer.id))
    change(
        engine, "UPDATE answer_summary SET body = :body WHERE assessment_id = :id", body=body, id=answer.id
    )
    assert (read(engine, answer)[answer.id] is None) == bool(shorter)


@pytest.mark.parametrize("role", [Role.RESPONSIBLE_OFFICER, Role.RESETTLEMENT_STAFF])
def test_two_digests_are_equal_where_a_role_was_told_the_same(engine: Engine, role: Role) -> None:
    answer, other = asked(engine)
    shown = [show(each.full, each.open, role, NOW) for each in (answer, other)]
    said = [(each.verdict, each.complete, each.flags, each.not_told) for each in shown]
    digests = [summary_of(each).told(role).digest for each in (answer, other)]
    assert (said[0] == said[1]) == (digests[0] == digests[1])
    assert summary_of(replace(answer, asked_by="another")).told(role) == summary_of(answer).told(role)


def test_nobody_has_a_summary_of_what_is_not_there(engine: Engine) -> None:
    assert read(engine, replace(asked(engine)[0], id=AssessmentId("n" * 32))) == {"n" * 32: None}


def test_nothing_of_it_stands_in_clear(engine: Engine) -> None:
    answer, _ = asked(engine)
    with engine.connect() as connection:
        bodies = connection.execute(text("SELECT body FROM answer_summary")).scalars().all()
    told = b"".join(map(bytes, bodies))
    assert len(bodies) == 2
    assert not any(word.encode() in told for word in (answer.full.verdict, HIM.name, "severity"))
