"""A message is sent by every channel at least once, known by one identifier, and never lost on its way."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import Connection, Engine

from riskflag.casebook import NOW
from riskflag.persistence import outbox
from riskflag.persistence.deliveries import (
    FIRST_WAIT,
    LEASE,
    LONGEST_WAIT,
    MOST_TRIES,
    REACHES_BACK,
    Deliveries,
    Outgoing,
)
from riskflag.persistence.engine import Database
from riskflag.persistence.outbox import ASSESSED, DECIDED
from riskflag.vocabulary import AssessmentId, PersonId
from tests.persistence.rows import rows

ON_BOTH_DATABASES = True
KINDS = {ASSESSED}
SOON = timedelta(seconds=1)
WHO = PersonId("p" * 32)


@pytest.fixture
def held(engine: Engine) -> Deliveries:
    return Deliveries(Database(engine))


def put(engine: Engine, *answers: str, at: datetime = NOW, who: PersonId | None = WHO) -> None:
    def work(connection: Connection) -> None:
        for answer in answers:
            outbox.put_assessed(connection, who, AssessmentId(answer), at)

    Database(engine).write(work)


def answers(taken: tuple[Outgoing, ...]) -> list[str | None]:
    return [each.assessment_id for each in taken]


def test_each_channel_gets_each_message_once_and_in_order(engine: Engine, held: Deliveries) -> None:
    put(engine, "a", "b")
    by_one = held.take("webhook", KINDS, NOW, 9)
    by_other = held.take("mail", KINDS, NOW, 9)
    assert answers(by_one) == answers(by_other) == ["a", "b"]
    assert [each.id for each in by_one] == [each.id for each in by_other]
    for each in (*by_one, *by_other):
        held.sent(each, NOW)
    put(engine, "c")
    assert answers(held.take("webhook", KINDS, NOW, 9)) == ["c"]
    assert held.unsent(9)[0].channel == "webhook"


@pytest.mark.parametrize(
    ("kinds", "who", "expected"),
    [
        pytest.param({DECIDED}, WHO, [], id="of a kind that this channel does not send"),
        pytest.param(KINDS, None, [], id="about nobody who is held"),
        pytest.param({ASSESSED, DECIDED}, WHO, ["a"], id="of a kind that it sends"),
    ],
)
def test_what_is_not_for_a_channel_is_not_taken(
    engine: Engine, held: Deliveries, kinds: set[str], who: PersonId | None, expected: list[str]
) -> None:
    put(engine, "a", who=who)
    assert answers(held.take("mail", kinds, NOW, 9)) == expected


def test_a_channel_that_is_new_is_not_given_what_is_long_past_but_one_that_rested_is(
    engine: Engine, held: Deliveries
) -> None:
    put(engine, "old", at=NOW - REACHES_BACK - SOON)
    put(engine, "young")
    assert answers(held.take("mail", KINDS, NOW, 9)) == ["young"]
    put(engine, "since")
    assert answers(held.take("mail", KINDS, NOW + REACHES_BACK * 3, 9)) == ["young", "since"]


def test_what_was_taken_by_one_that_died_is_taken_again_once_its_time_is_over(
    engine: Engine, held: Deliveries
) -> None:
    put(engine, "a")
    [lost] = held.take("mail", KINDS, NOW, 9)
    assert held.take("mail", KINDS, NOW + LEASE, 9) == ()
    [again] = held.take("mail", KINDS, NOW + LEASE + SOON, 9)
    assert (again.id, again.tries) == (lost.id, 2)


def test_what_cannot_be_sent_is_tried_ever_later_and_in_the_end_set_aside(
    engine: Engine, held: Deliveries
) -> None:
    put(engine, "a")
    now = NOW
    for number in range(MOST_TRIES):
        [outgoing] = held.take("mail", KINDS, now, 9)
        assert held.fail(outgoing, now, "refused") == (number == MOST_TRIES - 1)
        wait = min(FIRST_WAIT * 2**number, LONGEST_WAIT)
        assert held.take("mail", KINDS, now + wait - SOON, 9) == ()
        now += wait
    assert held.take("mail", KINDS, now + timedelta(days=9), 9) == ()
    [dead] = held.unsent(9)
    assert (dead.because, dead.dead_at is None, dead.tries) == ("refused", False, MOST_TRIES)
    assert (held.standing()["mail"].waiting, held.standing()["mail"].dead) == (0, 1)
    assert held.again(dead.id, now) == 1
    assert answers(held.take("mail", KINDS, now, 9)) == ["a"]


def test_what_was_sent_cannot_be_sent_anew(engine: Engine, held: Deliveries) -> None:
    put(engine, "a")
    [outgoing] = held.take("mail", KINDS, NOW, 9)
    held.sent(outgoing, NOW)
    assert held.again(outgoing.id, NOW) == 0
    assert held.take("mail", KINDS, NOW + timedelta(days=9), 9) == ()
    assert rows(engine, "outbox")[0]["sent_at"] is not None
    assert held.unsent(9) == ()


def test_what_was_given_back_is_taken_at_once(engine: Engine, held: Deliveries) -> None:
    put(engine, "a", "b")
    held.give_back(held.take("mail", KINDS, NOW, 9), NOW)
    assert answers(held.take("mail", KINDS, NOW, 9)) == ["a", "b"]


def test_how_things_stand_says_since_when_the_oldest_waits(engine: Engine, held: Deliveries) -> None:
    assert held.standing() == {}
    put(engine, "a")
    put(engine, "b", at=NOW + SOON)
    [first, _] = held.take("mail", KINDS, NOW + SOON, 9)
    assert held.standing()["mail"].oldest == NOW
    held.sent(first, NOW)
    assert (held.standing()["mail"].oldest, held.standing()["mail"].waiting) == (NOW + SOON, 1)
