"""What another process does of a run while a test looks on: it is killed while it writes, or at any moment."""

import os
from collections.abc import Callable
from multiprocessing.synchronize import Event
from signal import SIGKILL

from riskflag import batch
from riskflag.persistence import screening_store
from riskflag.screening import people


def screen_and_be_killed(run_id: str, first: int, last: int, group: int, after: int) -> None:
    """Screens a range, ``group`` people at a time, and is killed while it writes those after so many groups:
    what is kept of them is written by then, and nothing is committed."""
    people.GROUP = group
    screening_store._take_turns = _killed_after(screening_store._take_turns, after)
    batch.screen_part(run_id, first, last)


def screen_slowly(ready: Event, run_id: str, people_in_run: int, group: int) -> None:
    """Screens whoever waits in a run, ``group`` people at a time, once it has said that it begins."""
    people.GROUP = group
    batch.screen_part(run_id, 0, -1)
    ready.set()
    batch.screen_part(run_id, 0, people_in_run * 10)


def _killed_after(work: Callable[..., None], after: int) -> Callable[..., None]:
    left = iter(range(after))

    def counted(*given: object) -> None:
        if next(left, None) is None:
            os.kill(os.getpid(), SIGKILL)
        work(*given)

    return counted
