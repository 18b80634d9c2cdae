"""Several who write at the same time share a transaction: one flush to the disk does for all of them, and of
one process one alone waits for its turn among all that write.

Each is written as if it were alone, one after the other: what one is refused, or fails at, is undone by
itself. Nobody is told that theirs is written before all of it is on the disk; where it cannot be put there,
nothing of anybody's is.
"""

from collections import deque
from collections.abc import Callable
from contextvars import Context, copy_context
from dataclasses import dataclass, field
from threading import Lock
from typing import Any, TypeVar, cast

from sqlalchemy import Connection, Engine

from riskflag.errors import StoreUnavailable

T = TypeVar("T")

MOST = 16
"""How many share a transaction."""
LONGEST_WAIT = 5.0
"""Seconds. Whoever waits longer is told so, and nothing of theirs is written."""


@dataclass(eq=False, slots=True)
class _Write:
    """What somebody writes, and what came of it once it is over."""

    work: Callable[[Connection], object]
    context: Context = field(default_factory=copy_context)
    value: object = None
    error: Exception | None = None
    over: bool = False

    def alone(self, connection: Connection) -> None:
        """Writes it; what it raises undoes the transaction."""
        self.value = self.context.run(self.work, connection)

    def among_others(self, connection: Connection) -> None:
        """Writes it; what it raises undoes nothing else. Raises where even that cannot be undone."""
        part = connection.begin_nested()
        try:
            self.alone(connection)
        except Exception as error:  # whoever wrote it is told; those who wrote besides them are not concerned
            part.rollback()
            self.error = error
        else:
            part.commit()


class Together:
    """Writes for all threads of a process."""

    def __init__(self, engine: Engine, longest_wait: float = LONGEST_WAIT) -> None:
        self._engine = engine
        self._longest_wait = longest_wait
        self._waiting: deque[_Write] = deque()
        self._guard = Lock()
        self._turn = Lock()

    def write(self, work: Callable[[Connection], T]) -> T:
        """What ``work`` gives, once all that it wrote is on the disk. Raises whatever it raises, and
        StoreUnavailable for whoever waited too long; then nothing of it is there."""
        mine = _Write(work)
        with self._guard:
            self._waiting.append(mine)
        if not self._turn.acquire(timeout=self._longest_wait):
            self._withdraw(mine)
            self._turn.acquire()  # whoever has the turn is writing it
        try:
            while not mine.over:
                self._write_some()
        finally:
            self._turn.release()
        if mine.error is not None:
            raise mine.error
        return cast("T", mine.value)

    def _withdraw(self, mine: _Write) -> None:
        with self._guard:
            if mine not in self._waiting:
                return
            self._waiting.remove(mine)
        raise StoreUnavailable("too many write at once")

    def _write_some(self) -> None:
        with self._guard:
            some = [self._waiting.popleft() for _ in range(min(MOST, len(self._waiting)))]
        write: Any = _Write.alone if len(some) == 1 else _Write.among_others
        try:
            with self._engine.begin() as connection:
                for each in some:
                    write(each, connection)
        except Exception as error:  # none of it is there: each is told, whoever's thread this is
            for each in some:
                each.error = each.error or error
        except BaseException:  # this thread alone dies of it
            for each in some:
                each.error = each.error or StoreUnavailable("whoever was writing stopped")
            raise
        finally:
            for each in some:
                each.over = True
