"""How long screening everybody takes, by parts, and how that grows with the number of people.

    nice -n 10 python -m benchmarks.screening 10000
    python -m benchmarks.screening 331674 --url postgresql://... --kills 5

Runs: the first, on a tenth of them and on all; a night on which nothing changed; one on which an order was
made for one in a hundred; and one that is killed K times and gone on with. RISKFLAG_HOME names the folder,
and so the disk, to measure on; without it, it is that of temporary files. The demonstration model scores all.
"""

import argparse
import os
from collections.abc import Callable, Sequence
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage
from tempfile import TemporaryDirectory
from time import perf_counter, process_time, sleep
from typing import TypeVar

from benchmarks.screened_people import everybody, fill, make_orders, now
from riskflag.batch import Spread, screen_part, screen_run
from riskflag.matching.memory import one_answer
from riskflag.persistence.engine import Database, open_database
from riskflag.persistence.migrations import upgrade
from riskflag.persistence.vault import vault_for
from riskflag.screening import Because, Tally
from riskflag.screening.asking import prepare
from riskflag.screening.people import GROUP
from riskflag.service import Service, open_service, settle
from riskflag.settings import load_settings
from riskflag.vocabulary import PersonId

PART = 500
ALIVE_SECONDS = 4
T = TypeVar("T")


def main() -> None:
    """Makes the people, screens them and prints the figures."""
    asked = argparse.ArgumentParser()
    asked.add_argument("people", type=int)
    asked.add_argument("--url")
    asked.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    asked.add_argument("--kills", type=int, default=2)
    given = asked.parse_args()
    with TemporaryDirectory(dir=os.environ.get("RISKFLAG_HOME")) as folder:
        os.environ |= {
            "RISKFLAG_HOME": folder,
            "RISKFLAG_ENVIRONMENT": "development",
            "RISKFLAG_MODELS": str(Path("models").absolute()),
            "RISKFLAG_DATABASE_URL": given.url or f"sqlite:///{folder}/riskflag.sqlite3",
        }
        settings = load_settings()
        upgrade(settings.database_url, vault_for(settings))
        database = open_database(settings.database_url, vault_for(settings))
        _, seconds = timed(lambda: fill(database, given.people))
        print(f"{given.people} people written in {seconds:.0f} s", flush=True)
        service = open_service(settings)
        whole_runs(service, database, given.jobs)
        killed(service, given.kills)
        by_parts(service, everybody(database)[:1000])
        service.close()
        database.close()


def whole_runs(service: Service, database: Database, jobs: int) -> None:
    """The first run on a tenth, then all, a quiet night, and one on which orders were made."""
    people = everybody(database)
    tenth = people[: len(people) // 10]
    run(service, "first run, of a tenth", jobs, tenth, first_time=True)
    run(service, "first run, of all", jobs, first_time=True)
    little = run(service, "nothing changed, a tenth", jobs, tenth)
    much = run(service, "nothing changed, all", jobs)
    print(f"time for N over time for N/10: {much / little:.1f}")
    make_orders(database, people[::100])
    run(service, f"{len(people[::100])} orders made", jobs)
    used = [getrusage(who).ru_maxrss / 1024 for who in (RUSAGE_SELF, RUSAGE_CHILDREN)]
    print(f"peak memory: this process {used[0]:.0f} MB, the greatest of the others {used[1]:.0f} MB")


def run(
    service: Service,
    what: str,
    jobs: int,
    some: Sequence[PersonId] | None = None,
    *,
    first_time: bool = False,
) -> float:
    """One run from beginning to end, in seconds."""
    runs = service.screening.runs

    def work() -> Tally:
        begun = runs.begin(now(), some, first_time=first_time)
        tally = Tally()
        for part in screen_run(begun.id, runs.partitions(begun.id, PART), Spread(jobs=jobs)):
            tally += part
        assert runs.end(begun.id).reconciled
        return tally

    tally, seconds = timed(work)
    rate = tally.people / seconds / jobs
    print(
        f"{what:26}{seconds:8.1f} s {rate:8.0f} people a second and process"
        f" ({1000 / rate:.2f} ms a person); at this rate 331,674 take {331674 / rate / jobs / 60:.1f} min; "
        f"{tally}",
        flush=True,
    )
    return seconds


def killed(service: Service, kills: int) -> None:
    """A run whose process is killed now and then, and which is gone on with until it is done."""
    runs = service.screening.runs
    begun = runs.begin(now())
    context = get_context("forkserver")
    for _ in range(kills):
        whole = runs.partitions(begun.id, 10**9)
        for first, last in whole:
            process = context.Process(target=screen_part, args=(begun.id, first, last))
            process.start()
            sleep(ALIVE_SECONDS)
            process.kill()
            process.join()
        print(f"killed: {runs.count(begun.id)}", flush=True)
    for _ in screen_run(begun.id, runs.partitions(begun.id, PART), Spread()):
        pass
    print(f"after {kills} kills reconciled: {runs.end(begun.id).reconciled}")


def by_parts(service: Service, some: Sequence[PersonId]) -> None:
    """Where the time of one process goes, for some of the people."""
    settle()
    screening = service.screening
    store, asking, as_of = screening.store, screening.asking(Because.NIGHTLY), now()
    spent: dict[str, float] = {}

    def part(name: str, work: Callable[[], T]) -> T:
        started = process_time()
        came = work()
        spent[name] = spent.get(name, 0.0) + process_time() - started
        return came

    for first in range(0, len(some), GROUP):
        with one_answer():
            held = part("read people", partial(store.read_people, some[first : first + GROUP], as_of))
            prepared = part(
                "what stands", partial(lambda held: [prepare(each, as_of) for each in held], held)
            )
            wanted = list(dict.fromkeys(place for each in prepared for place in each.places))
            read = part("read places", partial(store.read_places, wanted, as_of))
            places = dict(zip(wanted, read.known, strict=True))
            asked = [partial(asking.ask, each, places, {}) for each in prepared]
            found = part("ask", partial(lambda asked: [each() for each in asked], asked))
            part("write", partial(store.save, found, None, asking.entry.at, read.apart))
    proposals = sum(len(each.scope.proposals) for each in prepared) / len(prepared)
    print(f"proposals a person: {proposals:.2f}")
    for name, seconds in spent.items():
        print(f"{name:26}{seconds * 1000 / len(some):8.3f} ms a person, of processor time")


def timed(work: Callable[[], T]) -> tuple[T, float]:
    """What the work gives, and how many seconds it takes."""
    started = perf_counter()
    return work(), perf_counter() - started


if __name__ == "__main__":
    main()
