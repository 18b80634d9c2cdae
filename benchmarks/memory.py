"""How much memory processes hold, and what of a processor they took, as Linux tells it."""

import os
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

PROCESSES = Path("/proc")


def forget_the_most() -> int | None:
    """Bytes that this process holds now; what it holds at the most is counted anew. None if nobody tells."""
    try:
        (PROCESSES / "self/clear_refs").write_text("5")
        return _told(PROCESSES / "self/status", "VmRSS")
    except OSError:
        return None


def most() -> int:
    """Bytes that this process held at the most since that was last forgotten."""
    return _told(PROCESSES / "self/status", "VmHWM")


def with_children(process: int) -> list[int]:
    """A process and those that it started."""
    return [process, *_children(process)]


def held_by(processes: Iterable[int]) -> int:
    """Bytes that these hold, what they share being counted once."""
    return sum(_told(PROCESSES / str(each) / "smaps_rollup", "Pss") for each in processes)


def processor_of(processes: Iterable[int]) -> float:
    """Seconds of a processor that these took so far, to a hundredth for each."""
    ticks = 0
    for each in processes:
        after_its_name = (PROCESSES / str(each) / "stat").read_text().rpartition(")")[2].split()
        ticks += sum(map(int, after_its_name[11:13]))
    return ticks / os.sysconf("SC_CLK_TCK")


def _children(process: int) -> Iterator[int]:
    for told in PROCESSES.glob("[0-9]*/status"):
        with suppress(OSError):
            if re.search(rf"^PPid:\t{process}$", told.read_text(), re.MULTILINE):
                yield int(told.parent.name)


def _told(file: Path, what: str) -> int:
    found = re.search(rf"^{what}:\s+(\d+) kB$", file.read_text(), re.MULTILINE)
    return int(found[1]) * 1024 if found else 0
