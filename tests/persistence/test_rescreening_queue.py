"""Whoever waits is taken by one at a time, comes back where nothing came of it, and is never lost."""

from collections.abc import Iterable
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine

from riskflag.casebook import NOW
from riskflag.persistence import rescreening_queue
from riskflag.persistence.engine import Database
from riskflag.persistence.rescreening_queue import FIRST_WAIT, LEASE, MOST_TRIES, RescreeningQueue, Turn
from riskflag.rescreening import Because
from riskflag.vocabulary import PersonId
from tests.persistence.rows import put, rows

ON_BOTH_DATABASES = True
SOON = timedelta(seconds=1)


@pytest.fixture
def queue(engine: Engine) -> RescreeningQueue:
    return RescreeningQueue(Database(engine))


def somebody(engine: Engine, *numbers: int) -> tuple[PersonId, ...]:
    """Holds so many people."""
    people = tuple(PersonId(str(number) * 32) for number in numbers)
    for each in people:
        put(engine, "person", {"id": each, "body": b"sealed"})
    return people


def wait_for(engine: Engine, people: Iterable[PersonId], *because: Because) -> None:
    wanted = dict.fromkeys(people, because or (Because.ALERT,))
    Database(engine).write(lambda connection: rescreening_queue.put(connection, wanted, NOW))


def test_the_first_is_taken_first_with_every_reason_and_by_nobody_else(
    engine: Engine, queue: RescreeningQueue
) -> None:
    one, two = somebody(engine, 1, 2)
    wait_for(engine, [two], Because.ORDER_MADE)
    wait_for(engine, [one, two], Because.ALERT)
    [first] = queue.take(NOW, 1)
    [second] = queue.take(NOW, 5)
    assert (first.person_id, first.because) == (two, frozenset({Because.ORDER_MADE, Because.ALERT}))
    assert (second.person_id, second.tries) == (one, 1)
    assert queue.take(NOW, 5) == ()


def test_what_changes_while_somebody_is_looked_at_waits_until_that_is_done(
    engine: Engine, queue: RescreeningQueue
) -> None:
    people = somebody(engine, 1)
    wait_for(engine, people)
    [turn] = queue.take(NOW, 1)
    wait_for(engine, people)
    assert queue.take(NOW, 1) == ()
    assert queue.finish(turn)
    assert [each.person_id for each in queue.take(NOW, 1)] == list(people)


def test_a_turn_that_is_over_comes_back_and_whoever_had_it_finishes_nothing(
    engine: Engine, queue: RescreeningQueue
) -> None:
    wait_for(engine, somebody(engine, 1))
    [lost] = queue.take(NOW, 1)
    assert queue.take(NOW + LEASE, 1) == ()
    [again] = queue.take(NOW + LEASE + SOON, 1)
    assert again.tries == 2
    assert not queue.finish(lost)
    assert queue.finish(again)
    assert rows(engine, "rescreening") == []


def test_what_fails_is_tried_later_each_time_and_in_the_end_set_aside(
    engine: Engine, queue: RescreeningQueue
) -> None:
    [person] = somebody(engine, 1)
    wait_for(engine, [person])
    now, waits = NOW, []
    for number in range(MOST_TRIES):
        [turn] = queue.take(now, 1)
        assert queue.fail(turn, now, "ValueError") == (number == MOST_TRIES - 1)
        waits.append(FIRST_WAIT * 2**number)
        assert queue.take(now + waits[-1] - SOON, 1) == ()
        now += waits[-1]
    assert queue.take(now + timedelta(days=9), 1) == ()
    assert [each.person_id for each in queue.set_aside()] == [person]
    assert (queue.standing().waiting, queue.standing().dead) == (0, 1)


def test_what_was_set_aside_comes_back_when_somebody_says_so_or_it_changes_again(
    engine: Engine, queue: RescreeningQueue
) -> None:
    people = somebody(engine, 1)
    wait_for(engine, people)
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE rescreening SET dead_at = put_at, attempts = 8")
    wait_for(engine, people)
    assert (queue.standing().waiting, queue.standing().dead) == (1, 1)
    assert queue.revive(NOW) == 1
    [turn] = queue.take(NOW, 1)
    assert (len(turn.rows), turn.tries) == (2, 1)


def test_a_change_ends_the_wait_for_another_try(engine: Engine, queue: RescreeningQueue) -> None:
    people = somebody(engine, 1)
    wait_for(engine, people)
    queue.fail(queue.take(NOW, 1)[0], NOW + timedelta(minutes=5), "ValueError")
    assert queue.take(NOW, 1) == ()
    wait_for(engine, people)
    assert len(queue.take(NOW, 1)) == 1


def test_those_who_were_given_back_wait_as_before(engine: Engine, queue: RescreeningQueue) -> None:
    wait_for(engine, somebody(engine, 1, 2))
    queue.give_back(queue.take(NOW, 2), NOW)
    assert len(queue.take(NOW, 2)) == 2


def test_everybody_is_put_there_once(engine: Engine, queue: RescreeningQueue) -> None:
    people = somebody(engine, 1, 2, 3)
    for _ in range(2):
        Database(engine).write(
            lambda connection: rescreening_queue.put_everybody(connection, Because.PLACE_REGISTER, NOW)
        )
    assert {each.person_id for each in queue.take(NOW, 9)} == set(people)
    assert len(rows(engine, "rescreening")) == 3


def test_with_a_person_goes_their_turn(engine: Engine, queue: RescreeningQueue) -> None:
    wait_for(engine, somebody(engine, 1))
    with engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM person")
    assert queue.take(NOW, 1) == ()


class Workers:
    """Workers who take, finish, fail and die, and what is owed to somebody meanwhile."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.queue = RescreeningQueue(Database(engine))
        self.people = somebody(engine, 1)
        self.now = NOW
        self.had: list[Turn] = []
        self.owed = False

    def put(self) -> None:
        wait_for(self.engine, self.people)
        self.owed = True

    def take(self) -> None:
        for turn in self.queue.take(self.now, 1):
            assert all(each.until < self.now for each in self.had)
            self.had.append(turn)

    def finish(self) -> None:
        done = [self.queue.finish(turn) for turn in self.had]
        self.owed = self.owed and not (any(done) and not rows(self.engine, "rescreening"))
        self.had.clear()

    def fail(self) -> None:
        for turn in self.had:
            self.queue.fail(turn, self.now, "ValueError")
        self.had.clear()

    def die(self) -> None:
        self.now += LEASE + SOON

    def rest(self) -> None:
        self.now += LEASE / 2


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(["put", "take", "finish", "fail", "die", "rest"]), max_size=25))
def test_whatever_happens_nobody_is_had_by_two_and_nobody_is_lost(engine: Engine, steps: list[str]) -> None:
    with engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM person")
    workers = Workers(engine)
    for step in steps:
        getattr(workers, step)()
    queue = workers.queue
    found = (*queue.take(workers.now + timedelta(days=30), 9), *queue.set_aside())
    assert bool(found) == workers.owed
