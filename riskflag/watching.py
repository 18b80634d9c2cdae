"""The use case of looking again: whoever waits in the queue is screened, and leaves it once what came of that
is written. What fails is tried again; nobody is lost, or holds others up.

A process that dies between the two leaves them in the queue: they are screened once more, which finds nothing
new and tells nobody twice.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from riskflag.persistence.rescreening_queue import MOST_TRIES, RescreeningQueue, Turn
from riskflag.rescreening import Because
from riskflag.vocabulary import PersonId

AT_ONCE = 10
"""How many are taken at a time."""
SPARE = timedelta(seconds=30)
"""What must be left of a turn for somebody to be begun with."""


class LooksAgain(Protocol):
    """What screens one person. Raises for whatever keeps it from being done."""

    def __call__(self, person_id: PersonId, as_of: datetime, because: frozenset[Because]) -> object:
        """Screens them. What came of it is on the disk once this returns."""


@dataclass(frozen=True, slots=True)
class Looked:
    """What came of one round.

    done: how many were looked at
    failed: how many will be tried again
    set_aside: how many will not, until somebody says so
    """

    done: int = 0
    failed: int = 0
    set_aside: int = 0

    @property
    def any(self) -> bool:
        """Whether anybody waited."""
        return bool(self.done or self.failed or self.set_aside)

    def plus(self, other: "Looked") -> "Looked":
        """Both together."""
        return Looked(self.done + other.done, self.failed + other.failed, self.set_aside + other.set_aside)


class Watching:
    """Looks at whoever waits. Raises StoreUnavailable when the queue cannot be read or written."""

    def __init__(
        self, queue: RescreeningQueue, look_again: LooksAgain, clock: Callable[[], datetime]
    ) -> None:
        self._queue = queue
        self._look_again = look_again
        self._clock = clock

    def round(self, stopped: Callable[[], bool] = lambda: False) -> Looked:
        """Looks at some of those who wait, the first first.

        stopped: whether to stop before the next; those who were taken are put back
        """
        turns = self._queue.take(self._clock(), AT_ONCE)
        looked = Looked()
        for number, turn in enumerate(turns):
            if stopped() or self._clock() > turn.until - SPARE:
                self._queue.give_back(turns[number:], self._clock())
                break
            looked = looked.plus(self._look(turn))
        return looked

    def _look(self, turn: Turn) -> Looked:
        if turn.tries > MOST_TRIES:  # whoever took them before died of it each time
            return self._failed(turn, "NeverFinished")
        try:
            self._look_again(turn.person_id, self._clock(), turn.because)
        except Exception as error:  # what it says may be of the person: its type alone is told
            return self._failed(turn, type(error).__name__)
        self._queue.finish(turn)
        return Looked(done=1)

    def _failed(self, turn: Turn, error: str) -> Looked:
        over = self._queue.fail(turn, self._clock(), error)
        return Looked(set_aside=1) if over else Looked(failed=1)
