"""What the service answered is there after a power cut at any moment, as far as a simulated disk can tell.

A real process is asked while strace writes down what it does to its disk; ``simulated_disk`` then loses power at
moments of that run. RISKFLAG_POWER_CUTS sets how often (20 unless it says otherwise); a quarter of that, 40 or
more, is done with settings of the database that are known to lose.
"""

import os
from pathlib import Path
from random import SystemRandom

import pytest

from tests.durability.calls import Call, calls_in, may_trace, traced
from tests.durability.cutting import DATA, a_folder, at_moments, some_moments, wrong_after_cuts
from tests.durability.simulated_disk import Disk
from tests.durability.writing import PROGRAM, Job, write_jobs
from tests.keys import keys_file

CUTS = int(os.environ.get("RISKFLAG_POWER_CUTS", "20"))
OF_WHAT_LOSES = max(40, CUTS // 4)
OF_ONE_RUN = 40
SECTORS = (512, 4096)
REQUESTS = 12
"""Of each of two who ask, each time the database is opened."""

OPENING = 120
"""Calls, at the beginning of a run, of which many bring the database up from what a cut left."""

EVERY_FEW_PAGES = {"wal_autocheckpoint": "60"}
pytestmark = pytest.mark.skipif(not may_trace(), reason="strace is not here, or may not look on")


def run_in(run: Path, **pragmas: str) -> list[Call | None]:
    """All that a process did in this folder, whose database it made unless it was there, and which two asked."""
    keys, log, jobs = run.parent, run.with_suffix(".log"), run.with_suffix(".json")
    keys_file(keys)
    write_jobs(
        jobs, [Job(str(run), str(run / DATA), str(keys), REQUESTS, sessions=2, askers=2, pragmas=pragmas)]
    )
    assert traced(log, PROGRAM, str(jobs))
    return calls_in(log, run)


def wrong_after(cuts: int, **pragmas: str) -> list[list[str]]:
    """What was wrong after each of so many cuts of power, on disks with sectors of both sizes in turn."""
    dice, wrong = SystemRandom(), list[list[str]]()
    for number, first in enumerate(range(0, cuts, OF_ONE_RUN)):
        with a_folder() as beside:
            folder = beside / "run"
            folder.mkdir()
            calls = run_in(folder, **pragmas)
            disk = Disk(folder, SECTORS[number % len(SECTORS)], dice)
            moments = some_moments(calls, min(OF_ONE_RUN, cuts - first), dice)
            wrong += wrong_after_cuts(calls, disk, moments)
    return wrong


@pytest.mark.parametrize(
    "pragmas",
    [
        pytest.param({}, id="as the service runs"),
        pytest.param(EVERY_FEW_PAGES, id="while pages go from the log to the file all the time"),
    ],
)
def test_a_power_cut_loses_nothing_that_was_accepted(pragmas: dict[str, str]) -> None:
    assert [each for each in wrong_after(CUTS // 2, **pragmas) if each] == []


def test_nor_does_one_that_comes_while_the_database_is_brought_up_after_another() -> None:
    dice = SystemRandom()
    for _ in range(0, CUTS, OF_ONE_RUN):
        with a_folder() as beside:
            first, second = beside / "first", beside / "second"
            first.mkdir()
            second.mkdir()
            calls, disk = run_in(first), Disk(first, SECTORS[0], dice)
            said = next(at_moments(calls, disk, [dice.randint(len(calls) // 2, len(calls))]))
            disk.put_down(second)
            again = Disk(second, SECTORS[0], dice)
            for path in sorted(second.rglob("*")):
                again.lay(path, None if path.is_dir() else path.read_bytes())
            calls = run_in(second)
            moments = [*range(0, OPENING, 12), *some_moments(calls, OF_ONE_RUN // 4, dice)]
            assert not any(wrong_after_cuts(calls, again, moments, said)), said


def test_the_same_cuts_lose_answers_and_damage_nothing_where_commits_are_not_flushed() -> None:
    wrong = wrong_after(OF_WHAT_LOSES, synchronous="NORMAL")
    assert any(wrong), "a disk that loses nothing proves nothing"
    assert [each for each in wrong if any(" " in words for words in each)] == []


def test_the_same_cuts_damage_the_file_where_nothing_is_flushed() -> None:
    wrong = wrong_after(OF_WHAT_LOSES, synchronous="OFF", **EVERY_FEW_PAGES)
    assert any(" " in words for each in wrong for words in each), (
        "a check that finds no damage proves nothing"
    )
