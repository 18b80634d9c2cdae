"""How long screening everybody takes, and by parts. How that grows is for ``benchmarks.screening_growth``.

    nice -n 10 python -m benchmarks.screening 10000
    python -m benchmarks.screening 10000 30000 100000 --kept /somewhere/large
    python -m benchmarks.screening 331674 --url postgresql://... --kills 20
    python -m benchmarks.screening 1000000 --only 50000

Runs, of each number of people: the first; a night on which nothing changed; one on which an order was made
for one in a hundred; and, with --kills, the first once more, killed that often and gone on with, which must
leave what the unkilled one left. --only screens so many of them, drawn by chance, where all would take too
long; each process first tries every record that names a place, however few it screens. RISKFLAG_HOME names
the folder, and so the disk, to measure on; without it, it is that of temporary files. --kept keeps the people
there for the next time. The demonstration model scores all.
"""

import argparse
import os
import shutil
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from typing import TypeVar

from joblib.externals.loky import get_reusable_executor

from benchmarks.screened_people import SEED, everybody, fill, make_orders, now
from benchmarks.screening_runs import Measured, Screened, forget, killed, left_by, measure
from riskflag.matching.memory import one_answer
from riskflag.persistence.engine import Database, open_database
from riskflag.persistence.migrations import upgrade
from riskflag.persistence.vault import vault_for
from riskflag.screening import Because
from riskflag.screening.asking import prepare
from riskflag.screening.people import GROUP
from riskflag.service import Service, open_service, settle
from riskflag.settings import Settings, load_settings
from riskflag.vocabulary import PersonId

FILE = "riskflag.sqlite3"
EVERYBODY_SUPERVISED = 331_674
"""In prison or on probation in England and Wales."""
T = TypeVar("T")


def main() -> None:
    """Makes the people, screens them and prints the figures."""
    asked = argparse.ArgumentParser()
    asked.add_argument("people", type=int, nargs="+")
    asked.add_argument("--url")
    asked.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    asked.add_argument("--kills", type=int, default=0)
    asked.add_argument("--only", type=int)
    asked.add_argument("--kept", type=Path)
    given = asked.parse_args()
    disk = os.environ.get("RISKFLAG_HOME")
    measured = [
        each
        for number in given.people
        for each in of_size(number, How(given.url, given.jobs, given.kills, given.only), given.kept, disk)
    ]
    tell(measured)


@dataclass(frozen=True, slots=True)
class How:
    """How the people are screened.

    url: of the database; None for a file
    jobs: how many processes do
    kills: how often they are killed
    only: how many of the people are screened; None for all
    """

    url: str | None
    jobs: int
    kills: int
    only: int | None


def of_size(number: int, how: How, kept: Path | None, disk: str | None) -> list[Measured]:
    """Every run where so many people are held.

    disk: the folder that is measured on; None for that of temporary files
    """
    with TemporaryDirectory(dir=disk) as folder:
        if kept is not None:
            shutil.copytree(filled(kept / str(number), number, None), folder, dirs_exist_ok=True)
        else:
            filled(Path(folder), number, how.url)
        settings = use(Path(folder), how.url)
        with (
            closing(open_service(settings)) as service,
            closing(open_database(settings.database_url, vault_for(settings))) as database,
        ):
            held = everybody(database)
            only = Random(SEED).sample(held, min(how.only, len(held))) if how.only else None
            measured = whole_runs(service, database, held, Screened(len(held), only, how.jobs))
            if how.kills:
                compare_killed(service, database, Screened(len(held), None, how.jobs), how.kills)
            by_parts(service, (only or held)[:1000])
    get_reusable_executor().shutdown()  # its processes have this database open, and would go on with it
    return measured


def filled(folder: Path, number: int, url: str | None) -> Path:
    """A folder with the people in its database, made where it is not there yet."""
    if not (folder / FILE).exists() or url:
        folder.mkdir(parents=True, exist_ok=True)
        settings = use(folder, url)
        upgrade(settings.database_url, vault_for(settings))
        with closing(open_database(settings.database_url, vault_for(settings))) as database:
            _, seconds = timed(lambda: fill(database, number))
        print(f"{number} people written in {seconds:.0f} s", flush=True)
    return folder


def use(folder: Path, url: str | None) -> Settings:
    """The settings of a database there, for this process and those that it starts."""
    os.environ |= {
        "RISKFLAG_HOME": str(folder),
        "RISKFLAG_ENVIRONMENT": "development",
        "RISKFLAG_MODELS": str(Path("models").absolute()),
        "RISKFLAG_DATABASE_URL": url or f"sqlite:///{folder / FILE}",
    }
    return load_settings()


def whole_runs(
    service: Service, database: Database, held: Sequence[PersonId], screened: Screened
) -> list[Measured]:
    """The first run, a quiet night, and one on which orders were made."""
    run = partial(measure, service, screened)
    first = run("first run", now(), first_time=True)
    quiet = run("nothing changed", now())
    ordered = held[::100]
    make_orders(database, ordered)
    return [first, quiet, run(f"{len(ordered)} orders made", now())]


def compare_killed(service: Service, database: Database, screened: Screened, kills: int) -> None:
    """The first run once more, killed now and then, set against what it leaves unkilled."""
    as_of = now()
    forget(database)
    measure(service, screened, "unkilled", as_of, first_time=True)
    unkilled = left_by(database)
    forget(database)
    reconciled = killed(service, screened.jobs, kills, as_of)
    print(
        f"killed {kills} times: reconciled {reconciled}, leaves the same: {left_by(database) == unkilled}",
        flush=True,
    )


def tell(measured: Sequence[Measured]) -> None:
    """The figures, as a table."""
    print(
        "      held  screened  run                 wall s  processor ms a person  peak MB of a process"
        "  min for all supervised"
    )
    for each in measured:
        everybody_takes = each.wall / each.people * EVERYBODY_SUPERVISED / 60
        print(
            f"{each.held:>10}{each.people:>10}  {each.what:<18}{each.wall:>8.1f}{each.processor_ms:>23.2f}"
            f"{each.peak_mb:>22.0f}{everybody_takes:>24.1f}"
        )


def by_parts(service: Service, some: Sequence[PersonId]) -> None:
    """Where the time of one process goes, for some of the people, on a night on which nothing changed."""
    settle()
    screening = service.screening
    store, asking, as_of = screening.store, screening.asking(Because.NIGHTLY), now()
    doubtful = store.doubtful()
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
            read = part("read places", partial(store.read_places, wanted, as_of, doubtful))
            places = dict(zip(wanted, read.known, strict=True))
            asked = [partial(asking.ask, each, places, {}) for each in prepared]
            found = part("ask", partial(lambda asked: [each() for each in asked], asked))
            part("write", partial(store.save, found, None, asking.entry.at, read.remembered))
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
