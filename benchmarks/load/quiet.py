"""What is answered when all is quiet, to compare with what is answered under load."""

import logging
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

import structlog

from benchmarks.load.asking import Answer
from benchmarks.load.caseload import Held
from riskflag.service import open_service, settle

ANSWERED = 201
AT_ONCE = 2
"""Processes that ask."""

Told = tuple[str, bool]
"""The verdict, and whether everything was looked at."""


def wrong_verdicts(held: Held, answers: Iterable[Answer]) -> tuple[int, int]:
    """How many answers were given under load, and how many of them are not what is answered in quiet."""
    given = [each for each in answers if each.status == ANSWERED]
    expected = in_quiet(held, sorted({each.person for each in given}))
    return len(given), sum((each.verdict, each.complete) != expected[each.person] for each in given)


def in_quiet(held: Held, people: Sequence[int]) -> Mapping[int, Told]:
    """What is told of each of these people, by their place in the list."""
    shares = [people[start::AT_ONCE] for start in range(AT_ONCE)]
    told: dict[int, Told] = {}
    with ProcessPoolExecutor(AT_ONCE, mp_context=get_context("spawn")) as apart:
        for share in apart.map(_ask, [held] * AT_ONCE, shares):
            told |= share
    return told


def _ask(held: Held, people: Sequence[int]) -> dict[int, Told]:
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))
    service = open_service(held.settings)
    settle()
    told = {}
    for person in people:
        answer = service.enquire(held.people[person], held.enquiry(person), held.officer(person))
        told[person] = (answer.full.verdict.value, answer.full.complete)
    service.close()
    return told
