"""How the time that screening takes for a person grows with the number of people who are held.

    python -m benchmarks.screening 10000 331674 1000000 --only 2000 --kept /somewhere/large
    python -m benchmarks.screening_growth /somewhere/large/{10000,331674,1000000} --plot growth.svg

Each folder has people in its database, as ``--kept`` leaves them, and is written to where it lies. As many of
each are screened, drawn by chance, in one process for each folder. These take turns, PART people at a time,
so that whatever makes the machine slower for a while does so for all; each turn is set against the first
folder's in the same round. The first turn of a run is told apart, since in it every record that names a place
is tried. Runs are those of ``benchmarks.screening``.
"""

import argparse
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain
from multiprocessing import get_context
from pathlib import Path
from random import Random
from statistics import median
from time import process_time

import structlog
from matplotlib.figure import Figure

from benchmarks.machine import described
from benchmarks.screened_people import SEED, everybody, make_orders, now
from benchmarks.screening import use
from benchmarks.screening_runs import forget
from riskflag.persistence.engine import Database, open_database
from riskflag.persistence.migrations import upgrade
from riskflag.persistence.vault import vault_for
from riskflag.service import Service, open_service, settle
from riskflag.vocabulary import PersonId

PART = 250
"""How many people have their turn at a time."""


class Night(StrEnum):
    """What is different from the night before."""

    FIRST = "first run"
    NOTHING_CHANGED = "nothing changed"
    ORDERS_MADE = "orders made"


@dataclass(frozen=True, slots=True)
class Grown:
    """What a run took in the process of one folder.

    night: which run
    held: how many people are held there
    began: seconds of the processor for the first turn
    turns: seconds of the processor for each turn after it, of PART people each
    """

    night: Night
    held: int
    began: float
    turns: tuple[float, ...]

    @property
    def milliseconds(self) -> tuple[float, ...]:
        """Of a processor, a person, in each turn."""
        return tuple(each * 1000 / PART for each in self.turns)


def main() -> None:
    """Screens some of each folder's people in turn and prints the figures."""
    asked = argparse.ArgumentParser()
    asked.add_argument("folders", type=Path, nargs="+")
    asked.add_argument("--turns", type=int, default=16)
    asked.add_argument("--plot", type=Path)
    given = asked.parse_args()
    with ExitStack() as stack:
        screened = (given.turns + 1) * PART
        processes = [stack.enter_context(_process(each, screened)) for each in given.folders]
        if min(each.submit(_held).result() for each in processes) < screened:
            asked.error(f"so many turns need {screened} people in each folder: give fewer --turns")
        grown = list(chain.from_iterable(in_turn(processes, night, given.turns) for night in Night))
    print(described())
    tell(grown)
    if given.plot:
        draw(grown, given.plot)


def in_turn(processes: Sequence[ProcessPoolExecutor], night: Night, turns: int) -> list[Grown]:
    """A run in each of the processes, one turn of one after one of another. Who begins a round changes."""
    for each in processes:
        each.submit(_begin, night).result()
    held = [each.submit(_held).result() for each in processes]
    took: list[list[float]] = [[] for _ in processes]
    places = list(range(len(processes)))
    for round_ in range(turns + 1):
        first = round_ % len(places)
        for which in places[first:] + places[:first]:
            took[which].append(processes[which].submit(_turn, round_).result())
        print(night, round_, *(f"{each[-1] * 1000 / PART:.2f}" for each in took), flush=True)
    for each in processes:
        each.submit(_end).result()
    return [Grown(night, number, each[0], tuple(each[1:])) for number, each in zip(held, took, strict=True)]


def tell(grown: Sequence[Grown]) -> None:
    """The figures, as a table."""
    print("run                  held  first turn s   processor ms a person: least, half, most  to the first")
    of_the_first = {each.night: each.turns for each in reversed(grown)}
    for each in grown:
        ratios = [ours / theirs for ours, theirs in zip(each.turns, of_the_first[each.night], strict=True)]
        low, half, high = (f"{of(each.milliseconds):.2f}" for of in (min, median, max))
        print(
            f"{each.night:<16}{each.held:>9}{each.began:>14.1f}"
            f"{f'{low}, {half}, {high}':>43}{median(ratios):>14.2f}"
        )


def draw(grown: Sequence[Grown], where: Path) -> None:
    """Milliseconds a person over people held, a line for each kind of run: level where all is linear."""
    figure = Figure(figsize=(7, 4.5), layout="constrained")
    axes = figure.subplots()
    for night in Night:
        these = sorted((each for each in grown if each.night is night), key=lambda each: each.held)
        held = [each.held for each in these]
        (line,) = axes.plot(held, [median(each.milliseconds) for each in these], marker="o", label=night)
        for each in these:
            along = [each.held] * len(each.turns)
            axes.plot(along, each.milliseconds, ".", color=line.get_color(), alpha=0.3)
    axes.set(xscale="log", xlabel="people held", ylabel="ms of a processor a person", ylim=(0, None))
    axes.set_title("Screening a person, by how many are held")
    axes.legend()
    figure.savefig(where)


class _Here:
    """What the process of one folder has open, and the run that it is at."""

    service: Service
    database: Database
    some: Sequence[PersonId]
    held: int
    run_id: str
    parts: Sequence[tuple[int, int]]


def _process(folder: Path, screened: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(1, get_context("spawn"), initializer=_open, initargs=(folder, screened))


def _open(folder: Path, screened: int) -> None:
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger("error"))
    settings = use(folder, None)
    upgrade(settings.database_url, vault_for(settings))
    _Here.service = open_service(settings)
    _Here.database = open_database(settings.database_url, vault_for(settings))
    held = everybody(_Here.database)
    _Here.held, _Here.some = len(held), Random(SEED).sample(held, min(screened, len(held)))
    settle()


def _held() -> int:
    return _Here.held


def _begin(night: Night) -> None:
    if night is Night.FIRST:
        forget(_Here.database, _Here.some)
    if night is Night.ORDERS_MADE:
        make_orders(_Here.database, _Here.some[::100])
    runs = _Here.service.screening.runs
    begun = runs.begin(now(), _Here.some, first_time=night is Night.FIRST)
    _Here.run_id, _Here.parts = begun.id, runs.partitions(begun.id, PART)


def _turn(which: int) -> float:
    """Screens one part of the run. Seconds of the processor."""
    started = process_time()
    _Here.service.screening.screen_range(_Here.run_id, *_Here.parts[which])
    return process_time() - started


def _end() -> None:
    assert _Here.service.screening.runs.end(_Here.run_id).reconciled


if __name__ == "__main__":
    main()
