"""A process that looks again may die at any moment: nobody is told twice then, and nobody is missed."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import pytest
from sqlalchemy import Engine

from riskflag.casebook import OTHER_TOWN, PROPOSED, case, incident, own_address
from riskflag.persistence.engine import Database
from riskflag.persistence.rescreening_queue import LEASE, RescreeningQueue, Turn
from riskflag.records import AddressUse, PlaceIncidentKind
from riskflag.rescreening import Because
from riskflag.screening import Because as Why
from riskflag.service import Service
from riskflag.vocabulary import PersonId
from riskflag.watching import Looked, Watching
from tests.persistence.rows import rows
from tests.screening.world import CRIME_THERE, QUIET_THERE, RELEASE_ADDRESS
from tests.service.world import LOOKS, Clock, held_in, put, service_of

ON_BOTH_DATABASES = True
CRIME_IN_TWO_PLACES = case(
    RELEASE_ADDRESS,
    own_address(OTHER_TOWN, AddressUse.RELEASE),
    place=[incident(PlaceIncidentKind.CLOSURE, address=where) for where in (PROPOSED, OTHER_TOWN)],
)


class Died(BaseException):
    """The process was killed."""


class DiesBeforeItIsDone(RescreeningQueue):
    """A queue whose process dies before it can say that somebody was looked at."""

    def finish(self, turn: Turn) -> bool:
        raise Died


@dataclass
class LooksAgain:
    """Screens, as the worker does; may die before or after."""

    service: Service
    dies_before: bool = False
    dies_after: bool = False
    seen: list[PersonId] = field(default_factory=list)

    def __call__(self, person_id: PersonId, as_of: datetime, because: frozenset[Because]) -> None:
        if self.dies_before:
            raise Died
        self.service.screening.screen_person(person_id, as_of, None, Why.RECORDS_CHANGED)
        self.seen.append(person_id)
        if self.dies_after:
            raise Died


def dies_in_the_transaction(engine: Engine, looks: LooksAgain, monkeypatch: pytest.MonkeyPatch) -> None:
    def dies(*_: object) -> None:
        raise Died

    with monkeypatch.context() as meanwhile:
        meanwhile.setattr("riskflag.persistence.screening_store.outbox.put_screened", dies)
        look(engine, looks, RescreeningQueue(Database(engine)))


def dies_before_it_looks(engine: Engine, looks: LooksAgain, _: pytest.MonkeyPatch) -> None:
    looks.dies_before = True
    look(engine, looks, RescreeningQueue(Database(engine)))


def dies_once_it_is_kept(engine: Engine, looks: LooksAgain, _: pytest.MonkeyPatch) -> None:
    looks.dies_after = True
    look(engine, looks, RescreeningQueue(Database(engine)))


def dies_before_it_is_done(engine: Engine, looks: LooksAgain, _: pytest.MonkeyPatch) -> None:
    look(engine, looks, DiesBeforeItIsDone(Database(engine)))


def look(engine: Engine, looks: LooksAgain, queue: RescreeningQueue) -> None:
    with pytest.raises(Died):
        Watching(queue, looks, looks.service.moment).round()


DEATHS = [
    pytest.param(dies_before_it_looks, 0, id="before it looks"),
    pytest.param(dies_in_the_transaction, 0, id="while what came of it is written"),
    pytest.param(dies_once_it_is_kept, 1, id="once that is written"),
    pytest.param(dies_before_it_is_done, 1, id="before it is marked as done"),
]
Death = Callable[[Engine, LooksAgain, pytest.MonkeyPatch], None]


def told(engine: Engine) -> int:
    """How many messages wait to be sent."""
    return held_in(engine, "outbox")


@pytest.mark.parametrize(("death", "told_by_then"), DEATHS)
def test_whoever_was_being_looked_at_is_told_of_once(
    engine: Engine, clock: Clock, monkeypatch: pytest.MonkeyPatch, death: Death, told_by_then: int
) -> None:
    service, queue = waits_with_news(engine, clock)
    death(engine, LooksAgain(service), monkeypatch)
    assert (told(engine), len(rows(engine, "rescreening"))) == (told_by_then, 1)
    clock.moment += LEASE + timedelta(seconds=1)
    assert Watching(queue, LooksAgain(service), clock).round() == Looked(done=1)
    assert (told(engine), rows(engine, "rescreening")) == (1, [])


def test_one_whose_turn_was_over_before_it_was_done_is_told_of_once(engine: Engine, clock: Clock) -> None:
    """A second worker looks while the first, which everybody took for dead, still does."""
    service, queue = waits_with_news(engine, clock)
    (turn,) = queue.take(clock.moment, 1)
    first, second = LooksAgain(service), LooksAgain(service)
    first(turn.person_id, clock.moment, turn.because)
    clock.moment += LEASE + timedelta(seconds=1)
    assert Watching(queue, second, clock).round() == Looked(done=1)
    assert queue.finish(turn) is False
    assert (first.seen == second.seen, told(engine), rows(engine, "rescreening")) == (True, 1, [])


def test_what_changes_between_being_kept_and_being_done_is_not_missed(
    engine: Engine, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    service, queue = waits_with_news(engine, clock)
    dies_before_it_is_done(engine, LooksAgain(service), monkeypatch)
    put(service, CRIME_IN_TWO_PLACES)
    clock.moment += LEASE + timedelta(seconds=1)
    looks = LooksAgain(service)
    while Watching(queue, looks, clock).round().any:
        pass
    assert (told(engine), rows(engine, "rescreening"), len(set(looks.seen))) == (2, [], 1)


def waits_with_news(engine: Engine, clock: Clock) -> tuple[Service, RescreeningQueue]:
    """Somebody of whom there is something to tell, who waits to be looked at."""
    service, queue = service_of(engine, clock, LOOKS), RescreeningQueue(Database(engine))
    put(service, QUIET_THERE)
    assert Watching(queue, LooksAgain(service), clock).round() == Looked(done=1)
    put(service, CRIME_THERE)
    assert told(engine) == 0
    return service, queue
