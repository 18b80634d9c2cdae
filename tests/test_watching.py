"""Whoever waits is looked at, whatever goes wrong with others, and is looked at again where it came to nothing."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine

from riskflag.casebook import NOW
from riskflag.persistence import rescreening_queue
from riskflag.persistence.engine import Database
from riskflag.persistence.rescreening_queue import LEASE, MOST_TRIES, RescreeningQueue
from riskflag.rescreening import Because
from riskflag.vocabulary import PersonId
from riskflag.watching import AT_ONCE, Looked, Watching
from tests.persistence.rows import put, rows
from tests.service.world import Clock

ON_BOTH_DATABASES = True


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path}/held/riskflag.sqlite3"


@dataclass
class Looks:
    """Keeps whom it was asked to look at; fails at some."""

    fails: frozenset[str] = frozenset()
    meanwhile: Callable[[], object] = lambda: None
    seen: list[tuple[str, frozenset[Because]]] = field(default_factory=list)

    def __call__(self, person_id: PersonId, as_of: datetime, because: frozenset[Because]) -> None:
        self.meanwhile()
        if person_id in self.fails:
            raise ValueError("canary: 1 Elm Road")
        self.seen.append((person_id, because))


def waiting(engine: Engine, much: int) -> list[PersonId]:
    """So many people who wait."""
    people = [PersonId(f"{number:032}") for number in range(much)]
    for each in people:
        put(engine, "person", {"id": each, "body": b"sealed"})
    again(engine, people)
    return people


def again(engine: Engine, people: list[PersonId]) -> None:
    wanted = dict.fromkeys(people, (Because.ORDER_MADE,))
    Database(engine).write(lambda connection: rescreening_queue.put(connection, wanted, NOW))


def watching(engine: Engine, looks: Looks, clock: Clock) -> Watching:
    return Watching(RescreeningQueue(Database(engine)), looks, clock)


def test_everybody_who_waits_is_looked_at_once_and_says_why(engine: Engine) -> None:
    people, looks = waiting(engine, AT_ONCE + 2), Looks()
    doing = watching(engine, looks, Clock())
    assert [doing.round().done for _ in range(3)] == [AT_ONCE, 2, 0]
    assert looks.seen == [(each, frozenset({Because.ORDER_MADE})) for each in people]
    assert rows(engine, "rescreening") == []


def test_one_who_cannot_be_looked_at_holds_up_nobody_and_is_set_aside_in_the_end(
    engine: Engine, capsys: pytest.CaptureFixture[str]
) -> None:
    bad, good = waiting(engine, 2)
    clock, looks = Clock(), Looks(frozenset({bad}))
    doing = watching(engine, looks, clock)
    came = [doing.round()]
    for _ in range(MOST_TRIES - 1):
        clock.moment += timedelta(hours=1)
        came.append(doing.round())
    assert came == [Looked(done=1, failed=1)] + [Looked(failed=1)] * (MOST_TRIES - 2) + [Looked(set_aside=1)]
    assert [each for each, _ in looks.seen] == [good]
    told = capsys.readouterr().out
    assert ("ValueError" in told, "canary" in told, "Elm" in told) == (True, False, False)


def test_what_changes_meanwhile_is_looked_at_once_more(engine: Engine) -> None:
    people = waiting(engine, 1)
    doing = watching(engine, Looks(meanwhile=lambda: again(engine, people)), Clock())
    assert (doing.round(), doing.round()) == (Looked(done=1), Looked(done=1))


def test_somebody_at_whom_every_process_died_is_set_aside_without_another_try(engine: Engine) -> None:
    waiting(engine, 1)
    clock, looks = Clock(), Looks()
    for _ in range(MOST_TRIES):
        assert RescreeningQueue(Database(engine)).take(clock.moment, 1)
        clock.moment += LEASE + timedelta(seconds=1)
    assert watching(engine, looks, clock).round() == Looked(set_aside=1)
    assert looks.seen == []


def test_who_was_not_begun_with_is_left_to_others_where_it_stops_or_is_late(engine: Engine) -> None:
    people, clock = waiting(engine, 2), Clock()
    late = Looks()

    def slow() -> None:
        clock.moment += LEASE

    late.meanwhile = slow
    assert watching(engine, Looks(), clock).round(lambda: True) == Looked()
    assert watching(engine, late, clock).round() == Looked(done=1)
    assert watching(engine, late, clock).round() == Looked(done=1)
    assert [each for each, _ in late.seen] == people
