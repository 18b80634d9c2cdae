"""A run whose processes are killed again and again, at moments of chance, misses nobody, screens nobody twice
and leaves what an unkilled one leaves.

RISKFLAG_KILLS sets how often: a fiftieth of it, and at least twice.
"""

import os
from collections.abc import Iterator
from multiprocessing import get_context
from pathlib import Path
from random import SystemRandom
from signal import SIGKILL
from time import sleep

import pytest
from sqlalchemy import Engine, text

from riskflag.batch import Spread, screen_run
from riskflag.casebook import NOW
from riskflag.persistence.engine import make_engine
from riskflag.screening import Tally
from riskflag.service import Service
from tests.keys import VAULT
from tests.persistence.rows import rows
from tests.screening import processes
from tests.screening.world import kept, put_many, service_of_the_batch

KILLS = max(2, int(os.environ.get("RISKFLAG_KILLS", "3")) // 50)
PEOPLE = 12 * KILLS
LIVES = 0.2
"""Seconds for which a process screens before it is killed, at most."""
WRITTEN = ("screened", "assessment", "outbox", "rescreening", "delivery")


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path}/home/riskflag.sqlite3"


@pytest.fixture
def service(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, url: str) -> Iterator[Service]:
    with service_of_the_batch(monkeypatch, tmp_path, url) as made:
        put_many(made, PEOPLE)
        yield made


@pytest.fixture
def engine(url: str) -> Iterator[Engine]:
    made = make_engine(url, VAULT)
    yield made
    made.dispose()


def left(engine: Engine) -> dict[str, object]:
    """What a run left: what is kept of each, opened, and how much of everything."""
    return {"kept": kept(engine), **{table: len(rows(engine, table)) for table in WRITTEN}}


def kill_one(run_id: str, lives: float) -> None:
    """Lets another process screen whoever waits, and kills it."""
    context = get_context("spawn")
    ready = context.Event()
    process = context.Process(target=processes.screen_slowly, args=(ready, run_id, PEOPLE, 2))
    process.start()
    assert ready.wait(60)
    sleep(lives)
    process.kill()
    process.join()
    assert process.exitcode in (-SIGKILL, 0)


def test_however_often_it_is_killed_everybody_is_screened_once(service: Service, engine: Engine) -> None:
    runs, chance = service.screening.runs, SystemRandom()
    unkilled = runs.begin(NOW, first_time=True)
    sum(screen_run(unkilled.id, runs.partitions(unkilled.id, PEOPLE), Spread(jobs=1)), Tally())
    expected = left(engine)
    with engine.begin() as connection:
        connection.execute(text("DELETE FROM screened"))
    run = runs.begin(NOW, first_time=True)
    waited = [PEOPLE]
    for _ in range(KILLS):
        kill_one(run.id, chance.random() * LIVES)
        waited.append(runs.count(run.id).waiting)
    tally = sum(screen_run(run.id, runs.partitions(run.id, 4), Spread(jobs=1)), Tally())
    assert sorted(waited, reverse=True) == waited
    assert (tally.people, runs.end(run.id).reconciled) == (waited[-1], True)
    assert left(engine) == expected
    assert {row["version"] for row in rows(engine, "screened")} == {1}
    turns = [row["person_id"] for row in rows(engine, "screening_turn") if row["run_id"] == run.id]
    assert len(turns) == len(set(turns)) == PEOPLE
