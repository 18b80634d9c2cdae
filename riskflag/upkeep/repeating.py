"""Work that is done again and again until somebody stops it: what is begun is finished first."""

import signal
from collections.abc import Callable
from threading import Event
from types import FrameType
from typing import Protocol, Self, TypeVar

from riskflag.errors import StoreUnavailable

FIRST_REST, LONGEST_REST = 1.0, 60.0


class Came(Protocol):
    """What came of one round."""

    @property
    def any(self) -> bool:
        """Whether there was anything to do."""

    def plus(self, other: Self) -> Self:
        """Both together."""


C = TypeVar("C", bound=Came)


def repeat(work: Callable[[Callable[[], bool]], C], every: float, *, once: bool) -> C:
    """Works until nothing is left (``once``), or until the process is told to stop. What came of it all.

    work: one round; it asks what it is given whether to stop
    every: seconds to rest where there was nothing to do
    Raises StoreUnavailable with ``once``; otherwise rests, longer each time, and tries again.
    """
    stop = Event()

    def told(_: int, __: FrameType | None) -> None:
        stop.set()

    before = {each: signal.signal(each, told) for each in (signal.SIGTERM, signal.SIGINT)}
    try:
        return _repeated(work, every, stop, once=once)
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)


def _repeated(work: Callable[[Callable[[], bool]], C], every: float, stop: Event, *, once: bool) -> C:
    came = work(stop.is_set)
    total, rest = came, FIRST_REST
    while not stop.is_set() and (came.any or not once):
        if not came.any:
            stop.wait(every)
        try:
            came = work(stop.is_set)
        except StoreUnavailable:  # it was logged where it happened
            if once:
                raise
            stop.wait(rest)
            rest = min(rest * 2, LONGEST_REST)
            continue
        total, rest = total.plus(came), FIRST_REST
    return total
