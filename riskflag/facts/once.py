"""What several rules ask of the same facts is worked out once, and goes when the facts go."""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, TypeVarTuple

from riskflag.facts import Facts
from riskflag.facts.person import PersonFacts

Given = TypeVarTuple("Given")
T = TypeVar("T")

_ABSENT: Any = object()


def once(work_out: Callable[[Facts], T]) -> Callable[[Facts], T]:
    """The same pure function of facts, working nothing out twice for the same ``Facts``."""

    @wraps(work_out)
    def recall(facts: Facts) -> T:
        known: T = facts.worked_out.get(work_out, _ABSENT)
        if known is _ABSENT:
            known = facts.worked_out[work_out] = work_out(facts)
        return known

    return recall


def once_a_person(work_out: Callable[[PersonFacts, *Given], T]) -> Callable[[PersonFacts, *Given], T]:
    """The same pure function of what is known of a person, working nothing out twice for all their proposals.
    It is handed the person alone, and no proposal, even where it is asked with the facts of one."""

    @wraps(work_out)
    def recall(facts: PersonFacts, *given: *Given) -> T:
        person = facts.of_person if isinstance(facts, Facts) else facts
        key = (work_out, *given)
        known: T = person.worked_out.get(key, _ABSENT)
        if known is _ABSENT:
            known = person.worked_out[key] = work_out(person, *given)
        return known

    return recall
