"""Runs of the screening, timed with the processor time and the memory of the processes that do the work, or
killed now and then."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from multiprocessing import get_context
from multiprocessing.synchronize import Event
from random import Random
from time import perf_counter, process_time, sleep

from joblib import Parallel, delayed
from sqlalchemy import Connection, bindparam, delete, select

from benchmarks import memory
from riskflag.batch import screen_part
from riskflag.persistence import tables
from riskflag.persistence.engine import Database
from riskflag.persistence.held_people import belongs
from riskflag.persistence.vault import vault_of
from riskflag.screening import Tally
from riskflag.service import Service
from riskflag.vocabulary import PersonId

PART = 1000
KILLED_WITHIN = 8.0
"""Seconds after which a process that screens is killed, at most."""

Left = tuple[frozenset[tuple[str, str | None]], int, int]


@dataclass(frozen=True, slots=True)
class Measured:
    """What a run took.

    what: which run
    held: how many are held
    people: how many of them were screened
    wall: seconds
    processor: seconds of all processes that screened
    peak_mb: the most memory that one of them held
    """

    what: str
    held: int
    people: int
    wall: float
    processor: float
    peak_mb: float

    @property
    def processor_ms(self) -> float:
        """Milliseconds of processor time a person."""
        return self.processor * 1000 / self.people


@dataclass(frozen=True, slots=True)
class Screened:
    """Who is screened, and by what.

    held: how many are held
    only: whom of them; None for all
    jobs: how many processes
    """

    held: int
    only: Sequence[PersonId] | None
    jobs: int


def measure(
    service: Service, screened: Screened, what: str, as_of: datetime, *, first_time: bool = False
) -> Measured:
    """One run, from its beginning to its end."""
    runs = service.screening.runs
    started = perf_counter()
    begun = runs.begin(as_of, screened.only, first_time=first_time)
    parts = list(_done(begun.id, runs.partitions(begun.id, PART), screened.jobs))
    assert runs.end(begun.id).reconciled
    tally = sum((each for each, _, _ in parts), Tally())
    took = Measured(
        what,
        screened.held,
        tally.people,
        perf_counter() - started,
        sum(processor for _, processor, _ in parts),
        max(peak for _, _, peak in parts),
    )
    print(f"{what}: {took.wall:.1f} s, {took.processor_ms:.2f} ms of processor a person; {tally}", flush=True)
    return took


def killed(service: Service, jobs: int, kills: int, as_of: datetime) -> bool:
    """A run whose processes are killed so many times, each at a moment of chance, and which is gone on with
    until it is done. Whether it adds up."""
    runs, chance = service.screening.runs, Random(kills)
    begun = runs.begin(as_of, first_time=True)
    context = get_context("spawn")
    for number in range(1, kills + 1):
        waiting = runs.partitions(begun.id, 10**9)
        if not waiting:
            print("it was done before it was killed so often", flush=True)
            break
        ((first, last),) = waiting
        ready = context.Event()
        process = context.Process(target=_screen, args=(ready, begun.id, first, last))
        process.start()
        ready.wait()
        sleep(chance.random() * KILLED_WITHIN)
        process.kill()
        process.join()
        print(f"killed {number}: {runs.count(begun.id).waiting} wait", flush=True)
    for _ in _done(begun.id, runs.partitions(begun.id, PART), jobs):
        pass
    return runs.end(begun.id).reconciled


def _screen(ready: Event, run_id: str, first: int, last: int) -> None:
    """Says when it has all that it needs, and screens those in a range."""
    screen_part(run_id, 0, -1)
    ready.set()
    screen_part(run_id, first, last)


def left_by(database: Database) -> Left:
    """What a run left: what is kept of each, opened, how many answers there are and how many messages."""

    def work(connection: Connection) -> Left:
        vault = vault_of(connection)
        kept = connection.execute(select(tables.screened)).all()
        opened = frozenset((row.person_id, vault.open(row.body, *belongs(row.person_id))) for row in kept)
        answers, messages = (
            len(connection.execute(select(table.c.id)).all()) for table in (tables.assessment, tables.outbox)
        )
        return opened, answers, messages

    return database.read(work)


def forget(database: Database, whom: Sequence[PersonId] | None = None) -> None:
    """Takes away all that screening keeps of these, or of everybody, as if there had been none."""

    def work(connection: Connection) -> None:
        for table in (tables.screened, tables.told_apart):
            if whom is None:
                connection.execute(delete(table))
            else:
                each = delete(table).where(table.c.person_id == bindparam("of_person"))
                connection.execute(each, [{"of_person": person_id} for person_id in whom])

    database.write(work)


def _done(run_id: str, parts: tuple[tuple[int, int], ...], jobs: int) -> Iterator[tuple[Tally, float, float]]:
    calls = (delayed(_part)(run_id, first, last) for first, last in parts)
    yield from Parallel(n_jobs=jobs, return_as="generator_unordered")(calls)


def _part(run_id: str, first: int, last: int) -> tuple[Tally, float, float]:
    """What it came to, the processor's seconds and the process's greatest memory in MB."""
    started = process_time()
    tally = screen_part(run_id, first, last)
    return tally, process_time() - started, memory.most() / 2**20
