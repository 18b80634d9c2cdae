"""A disk that fails or is full takes nothing that was accepted, is answered 503 without a verdict, and once it
works again so does the service.

strace lets calls of a real process fail; limits and a small file system of its own leave a file no room.
RISKFLAG_POWER_CUTS sets how often, too: a tenth of it for each way of failing, at calls that are spread over a
whole run, or at every call of it where there are no more.
"""

import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from random import SystemRandom

import pytest

from tests.durability.calls import SAID, Call, Flushed, Wrote, calls_in, may_trace, ran, said_in, traced
from tests.durability.cutting import DATA, a_folder, some_moments, what_is_wrong, wrong_after_cuts
from tests.durability.simulated_disk import Disk
from tests.durability.writing import ACCEPTED, MADE, PROGRAM, REFUSED, ROOM, Job, write_jobs
from tests.keys import keys_file

FAILURES = int(os.environ.get("RISKFLAG_POWER_CUTS", "20")) // 10
AT_ONCE = 8
"""Jobs of one process, whose calls stand in one log."""

CUTS = 3
"""Of power, after each run in which flushes failed."""

REQUESTS = 8
TOO_FEW = 40_000
"""Bytes, for a database."""

FLUSHES, WRITES = "fsync,fdatasync:error=EIO", "pwrite64:error=ENOSPC"
SMALL = "mount -t tmpfs -o size=64m,mode=700 none {0} && {1} -m {2} {3} && cp -r {0}/. {4}"
UNSHARE = shutil.which("unshare") or ""
OWN_MOUNTS = ("--user", "--map-root-user", "--mount", "sh", "-c")
may_trace_here = pytest.mark.skipif(not may_trace(), reason="strace is not here, or may not look on")


def may_mount() -> bool:
    return UNSHARE != "" and ran(UNSHARE, *OWN_MOUNTS, "mount -t tmpfs none /mnt 2>/dev/null")


def job_in(folder: Path) -> Job:
    """A job whose database is made anew there, with pages going from its log to its file all the time."""
    folder.mkdir()
    pragmas = {"wal_autocheckpoint": "40"}
    return Job(str(folder), str(folder / DATA), str(folder.parent), REQUESTS, pragmas=pragmas)


@pytest.fixture(scope="module")
def calm() -> Sequence[Call | None]:
    """What a run does in which nothing fails."""
    with a_folder() as folder:
        keys_file(folder)
        write_jobs(folder / "jobs", [job_in(folder / "0")])
        assert traced(folder / "log", PROGRAM, str(folder / "jobs"))
        return calls_in(folder / "log", folder / "0")


def failing_at(
    numbers: Sequence[int], calls: str, lasting: int | None
) -> Iterator[tuple[Path, list[Call | None]]]:
    """Runs in which so many calls fail, from each of these numbers on: where each was, and what it did.

    lasting: None where all calls fail from then on
    """
    first = max(numbers)
    until = "+" if lasting is None else f"..{first + lasting - 1}"
    with a_folder() as folder:
        keys_file(folder)
        jobs = [
            replace(job_in(folder / str(number)), calls_before=first - number)
            for number in sorted(set(numbers))
        ]
        write_jobs(folder / "jobs", jobs)
        fault = f"{calls}:when={first}{until}"
        assert traced(folder / "log", PROGRAM, str(folder / "jobs"), fault=fault)
        for job in jobs:
            yield Path(job.folder), calls_in(folder / "log", Path(job.folder))


def spread_over(many: int, dice: SystemRandom) -> Iterator[list[int]]:
    """Numbers of calls, up to so many, a few at a time; the first, without which nothing opens, among them."""
    numbers = sorted({1, *dice.sample(range(1, many + 1), min(FAILURES, many))})
    for first in range(0, len(numbers), AT_ONCE):
        yield numbers[first : first + AT_ONCE]


def told_wrongly(said: Sequence[str]) -> list[str]:
    """What was answered that is neither accepted nor refused without a verdict."""
    return [each for each in said if not each.startswith((MADE, ROOM, ACCEPTED)) and each != f"{REFUSED} 503"]


@may_trace_here
@pytest.mark.parametrize(
    ("calls", "kind", "lasting"),
    [
        pytest.param(FLUSHES, Flushed, 1, id="one flush fails"),
        pytest.param(FLUSHES, Flushed, None, id="every flush fails from then on"),
        pytest.param(WRITES, Wrote, 1, id="one write finds the disk full"),
        pytest.param(WRITES, Wrote, 4, id="four writes find the disk full"),
        pytest.param(WRITES, Wrote, None, id="the disk is full from then on"),
    ],
)
def test_what_fails_is_refused_and_nothing_that_was_accepted_is_lost(
    calls: str, kind: type[Call], lasting: int | None, calm: Sequence[Call | None]
) -> None:
    dice, refused = SystemRandom(), 0
    many = sum(isinstance(each, kind) for each in calm)
    for numbers in spread_over(many, dice):
        for folder, done in failing_at(numbers, calls, lasting):
            said = said_in(folder / SAID)
            refused += f"{REFUSED} 503" in said
            assert told_wrongly(said) == [], folder.name
            assert lasting is None or said[-1].startswith(ACCEPTED), folder.name
            disk = Disk(folder, 512, dice)
            assert not any(wrong_after_cuts(done, disk, some_moments(done, CUTS, dice))), folder.name
            assert what_is_wrong(folder / DATA, said) == [], folder.name
    assert refused, "nothing failed"


def accepted_once_there_is_room(data: Path, said: Sequence[str]) -> list[str]:
    """What did not hold of a run that was refused for want of room, and was then given some."""
    after = said[said.index(ROOM) + 1 :] if ROOM in said else [ACCEPTED]
    went_on = bool(after) and not any(each.startswith(REFUSED) for each in after)
    return [*told_wrongly(said), *([] if went_on else ["it did not go on"]), *what_is_wrong(data, said)]


def rooms(most: int) -> Iterator[list[int]]:
    """Bytes that there is room for, some of them sure to be too few, for a few jobs at a time."""
    for first in range(0, FAILURES, AT_ONCE):
        others = range(min(AT_ONCE, FAILURES - first) - 1)
        yield [TOO_FEW, *(SystemRandom().randint(TOO_FEW, most) for _ in others)]


def test_a_file_that_may_not_grow_loses_nothing_and_holds_nothing_by_halves() -> None:
    for limits in rooms(600_000):
        with a_folder() as folder:
            keys_file(folder)
            jobs = [replace(job_in(folder / str(n)), largest_file=limit) for n, limit in enumerate(limits)]
            write_jobs(folder / "jobs", jobs)
            assert ran(sys.executable, "-m", PROGRAM, str(folder / "jobs"))
            told = [said_in(Path(job.folder, SAID)) for job in jobs]
            assert ROOM in told[0], "there was room"
            for job, said in zip(jobs, told, strict=True):
                assert accepted_once_there_is_room(Path(job.data), said) == [], job


@pytest.mark.skipif(not may_mount(), reason="this machine gives nobody a file system of their own")
def test_a_full_disk_loses_nothing_and_once_there_is_room_it_goes_on() -> None:
    for left in rooms(900_000):
        with a_folder() as folder:
            keys_file(folder)
            disk, kept = folder / "disk", folder / "kept"
            disk.mkdir()
            kept.mkdir()
            jobs = [
                replace(job_in(folder / str(n)), data=str(disk / str(n)), room=room)
                for n, room in enumerate(left)
            ]
            write_jobs(folder / "jobs", jobs)
            doing = SMALL.format(disk, sys.executable, PROGRAM, folder / "jobs", kept)
            assert ran(UNSHARE, *OWN_MOUNTS, doing)
            told = [said_in(Path(job.folder, SAID)) for job in jobs]
            assert ROOM in told[0], "there was room"
            for job, said in zip(jobs, told, strict=True):
                assert accepted_once_there_is_room(kept / Path(job.data).name, said) == [], job
