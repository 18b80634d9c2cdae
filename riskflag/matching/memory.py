"""What has been worked out once is remembered until the answer is done, and then forgotten.

One answer compares the proposed address and its people with everything on record, again and again. The
addresses of protected people must not stay in the memory of the process from one answer to the next, so what
is remembered belongs to one answer and goes with it, or to those of some people who are screened together.
"""

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import Any, TypeVar, TypeVarTuple

Given = TypeVarTuple("Given")
T = TypeVar("T")

_ABSENT: Any = object()
_MEMORY: ContextVar[dict[Hashable, Any] | None] = ContextVar("memory_of_one_answer", default=None)


@contextmanager
def one_answer() -> Iterator[None]:
    """What ``remembered`` functions work out is kept while this lasts. One within another shares it."""
    if _MEMORY.get() is not None:
        yield
        return
    token = _MEMORY.set({})
    try:
        yield
    finally:
        _MEMORY.reset(token)


def remembered(work_out: Callable[[*Given], T]) -> Callable[[*Given], T]:
    """The same pure function, working nothing out twice within one answer. Outside, it remembers nothing."""

    @wraps(work_out)
    def recall(*given: *Given) -> T:
        memory = _MEMORY.get()
        if memory is None:
            return work_out(*given)
        key = (work_out, *given)
        known: T = memory.get(key, _ABSENT)
        if known is _ABSENT:
            known = memory[key] = work_out(*given)
        return known

    return recall
