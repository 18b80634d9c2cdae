"""What several rules ask of the same facts is worked out once, and goes when the facts go."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from riskflag.facts import Facts

T = TypeVar("T")


def once(work_out: Callable[[Facts], T]) -> Callable[[Facts], T]:
    """The same pure function of facts, working nothing out twice for the same ``Facts``."""

    @wraps(work_out)
    def recall(facts: Facts) -> T:
        if work_out not in facts.worked_out:
            facts.worked_out[work_out] = work_out(facts)
        known: T = facts.worked_out[work_out]
        return known

    return recall
