"""What the service answered is there after a power cut at any moment, as far as a simulated disk can tell.

A real process is asked while strace writes down what it does to its disk; ``simulated_disk`` then loses power at
moments of that run. RISKFLAG_POWER_CUTS sets how often (40 unless it says otherwise); a quarter of that, 40 or
more, is done with settings of the database that are known to lose.
"""

import os
from pathlib import Path
from random import SystemRandom

import pytest

from tests.durability.calls import Call, calls_in, may_trace, traced
from tests.durability.cutting import a_folder, some_moments, wrong_after_cuts
from tests.durability.simulated_disk import Disk
from tests.durability.writing import PROGRAM, Job, write_jobs
from tests.keys import keys_file

CUTS = int(os.environ.get("RISKFLAG_POWER_CUTS", "40"))
OF_WHAT_LOSES = max(40, CUTS // 4)
OF_ONE_RUN = 40
SECTORS = (512, 4096)
REQUESTS = 12
"""Of each of two who ask, each time the database is opened."""

RUN, DATA = "run", Path("data")
EVERY_FEW_PAGES = {"wal_autocheckpoint": "60"}
pytestmark = pytest.mark.skipif(not may_trace(), reason="strace is not here, or may not look on")


def run_of(folder: Path, **pragmas: str) -> list[Call | None]:
    """All that a process did beneath ``run`` that made a database and was asked there by two at once."""
    keys_file(folder)
    run = folder / RUN
    run.mkdir()
    job = Job(str(run), str(run / DATA), str(folder), REQUESTS, sessions=2, askers=2, pragmas=pragmas)
    write_jobs(folder / "jobs", [job])
    assert traced(folder / "log", PROGRAM, str(folder / "jobs"))
    return calls_in(folder / "log", run)


def wrong_after(cuts: int, **pragmas: str) -> list[list[str]]:
    """What was wrong after each of so many cuts of power, on disks with sectors of both sizes in turn."""
    dice, wrong = SystemRandom(), list[list[str]]()
    for number, first in enumerate(range(0, cuts, OF_ONE_RUN)):
        with a_folder() as folder:
            calls = run_of(folder, **pragmas)
            disk = Disk(folder / RUN, SECTORS[number % len(SECTORS)], dice)
            moments = some_moments(calls, min(OF_ONE_RUN, cuts - first), dice)
            wrong += wrong_after_cuts(calls, disk, moments, DATA)
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


def test_the_same_cuts_lose_answers_and_damage_nothing_where_commits_are_not_flushed() -> None:
    wrong = wrong_after(OF_WHAT_LOSES, synchronous="NORMAL")
    assert any(wrong), "a disk that loses nothing proves nothing"
    assert [each for each in wrong if any(" " in words for words in each)] == []


def test_the_same_cuts_damage_the_file_where_nothing_is_flushed() -> None:
    wrong = wrong_after(OF_WHAT_LOSES, synchronous="OFF", **EVERY_FEW_PAGES)
    assert any(" " in words for each in wrong for words in each), (
        "a check that finds no damage proves nothing"
    )
