"""A run over everybody: nobody is missed, nobody comes twice, and what a run came to adds up."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Connection, Engine, text

from riskflag.casebook import NOW
from riskflag.errors import BadInput, NotFound
from riskflag.persistence import screening_runs
from riskflag.persistence.place_records import doubtful_tokens
from riskflag.persistence.screening_runs import Counted
from riskflag.screening import Tally, people
from riskflag.service import Service
from riskflag.standing import TurnState
from riskflag.vocabulary import PersonId
from tests.persistence.rows import rows
from tests.screening.world import CRIME_THERE, kept, put_many
from tests.service.world import FEED, LOOKS, Clock, service_of

ON_BOTH_DATABASES = True
ALL = (0, 10**9)


def screened(service: Service, run_id: str) -> Tally:
    return service.screening.screen_range(run_id, *ALL)


def test_everybody_has_their_turn_once(engine: Engine, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(people, "GROUP", 3)
    monkeypatch.setattr(screening_runs, "LISTED_AT_A_TIME", 4)
    service = service_of(engine, clock)
    who = put_many(service, 10)
    run = service.screening.runs.begin(NOW)
    parts = service.screening.runs.partitions(run.id, 4)
    tally = sum((service.screening.screen_range(run.id, *part) for part in parts), Tally())
    assert (run.people, len(parts), tally.people) == (10, 3, 10)
    assert screened(service, run.id) == Tally()
    assert service.screening.runs.end(run.id).reconciled
    assert sorted(kept(engine)) == sorted(who)
    assert {row["person_id"] for row in rows(engine, "screening_turn")} == set(who)


def test_what_cannot_be_opened_is_looked_for_once_in_a_run(
    engine: Engine, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[str] = []
    service = service_of(engine, clock)
    put_many(service, 4)

    def counted(connection: Connection) -> frozenset[int]:
        looked.append("looked")
        return doubtful_tokens(connection)

    monkeypatch.setattr("riskflag.persistence.screening_store.doubtful_tokens", counted)
    for runs in (1, 2):
        run = service.screening.runs.begin(NOW)
        for part in service.screening.runs.partitions(run.id, 2):
            service.screening.screen_range(run.id, *part)
        assert len(looked) == runs


def test_a_run_is_in_the_audit_when_it_begins_and_when_it_ends(engine: Engine, clock: Clock) -> None:
    service = service_of(engine, clock)
    put_many(service, 3)
    run = service.screening.runs.begin(NOW)
    screened(service, run.id)
    service.screening.runs.end(run.id)
    begun, ended = rows(engine, "audit_entry")[-2:]
    assert (begun["action"], begun["detail"]) == ("screening_begun", run.id)
    assert (ended["action"], ended["detail"]) == (
        "screening_ended",
        f"{run.id} done=2 incomplete=1 failed=0",
    )


def test_a_run_in_which_somebody_waits_has_not_ended(engine: Engine, clock: Clock) -> None:
    service = service_of(engine, clock)
    put_many(service, 3)
    runs = service.screening.runs
    run = runs.begin(NOW)
    assert not runs.end(run.id).reconciled
    assert runs.read(run.id).ended_at is None
    assert rows(engine, "audit_entry")[-1]["action"] == "screening_begun"


def test_one_that_stopped_while_people_were_listed_goes_on_with_the_list(
    engine: Engine, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(screening_runs, "LISTED_AT_A_TIME", 2)
    service = service_of(engine, clock)
    put_many(service, 5)
    runs = service.screening.runs
    run = runs.begin(NOW)
    with engine.begin() as connection:
        connection.execute(text("DELETE FROM screening_turn WHERE sequence > 2"))
        connection.execute(text("UPDATE screening_run SET people = NULL"))
    assert not runs.count(run.id).reconciled
    assert runs.resume(run.id).people == 5


def test_only_those_who_are_named(engine: Engine, clock: Clock) -> None:
    service = service_of(engine, clock)
    who = put_many(service, 4)
    run = service.screening.runs.begin(NOW, [who[2], who[2], who[0]])
    assert (run.people, screened(service, run.id).people) == (2, 2)


def test_who_cannot_be_read_has_failed_and_is_named(engine: Engine, clock: Clock) -> None:
    service = service_of(engine, clock)
    who = put_many(service, 3)
    with engine.begin() as connection:
        connection.execute(
            text("UPDATE person SET body = :body WHERE id = :who"), {"body": b"0", "who": who[1]}
        )
    run = service.screening.runs.begin(NOW)
    assert screened(service, run.id) == Tally(done=1, incomplete=1, failed=1, changed=1)
    assert service.screening.runs.of_state(run.id, TurnState.FAILED) == (who[1],)
    assert service.screening.runs.end(run.id).reconciled


def test_somebody_screened_meanwhile_elsewhere_is_looked_at_anew(
    engine: Engine, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    service = service_of(engine, clock, LOOKS)
    who = put_many(service, 1)
    store = service.screening.store
    save: Callable[..., frozenset[PersonId]] = store.save
    found: list[bool] = []

    def as_if_late(*given: object) -> frozenset[PersonId]:
        if not found:
            found.append(True)
            service_of(engine, clock, LOOKS).screening.screen_range(other.id, *ALL)
        return save(*given)

    runs = service.screening.runs
    other, run = runs.begin(NOW), runs.begin(NOW)
    monkeypatch.setattr(store, "save", as_if_late)
    assert screened(service, run.id).people == len(who)
    assert [row["version"] for row in rows(engine, "screened")] == [1]
    assert all(runs.end(each.id).reconciled for each in (other, run))


@pytest.mark.parametrize(
    ("first_time", "told"),
    [
        pytest.param(True, 0, id="the first time it is kept and not told"),
        pytest.param(False, 1, id="any other time it is told"),
    ],
)
def test_what_is_found_where_nobody_looked_before(
    engine: Engine, clock: Clock, first_time: bool, told: int
) -> None:
    service = service_of(engine, clock, LOOKS)
    put_many(service, 3)
    service.put_place_register(CRIME_THERE.place.incidents, CRIME_THERE.place.coverage, FEED)
    run = service.screening.runs.begin(NOW, first_time=first_time)
    tally = screened(service, run.id)
    assert (tally.people, tally.told, len(rows(engine, "outbox"))) == (3, told, told)
    again = service.screening.runs.begin(NOW)
    assert screened(service, again.id).told == 0


def test_turns_of_old_runs_are_forgotten_and_what_they_came_to_is_not(engine: Engine, clock: Clock) -> None:
    service = service_of(engine, clock)
    put_many(service, 2)
    runs = service.screening.runs
    for _ in range(3):
        clock.moment = clock.moment.replace(minute=clock.moment.minute + 1)
        run = runs.begin(NOW)
        screened(service, run.id)
        runs.end(run.id)
    assert [row["done"] is None for row in rows(engine, "screening_run")] == [False] * 3
    assert len({row["run_id"] for row in rows(engine, "screening_turn")}) == 2


def test_a_run_that_ended_or_never_was_is_not_gone_on_with(engine: Engine, clock: Clock) -> None:
    runs = service_of(engine, clock).screening.runs
    run = runs.begin(NOW)
    runs.end(run.id)
    with pytest.raises(BadInput):
        runs.resume(run.id)
    with pytest.raises(NotFound):
        runs.resume("0" * 32)


@given(st.lists(st.integers(0, 5), min_size=5, max_size=5))
def test_a_run_is_reconciled_only_where_everybody_had_their_turn(numbers: list[int]) -> None:
    everybody, waiting, done, incomplete, failed = numbers
    counted = Counted(everybody, waiting, done, incomplete, failed, told=0)
    accounted = counted.done + counted.incomplete + counted.failed
    assert counted.reconciled == (counted.waiting == 0 and counted.people == accounted)
