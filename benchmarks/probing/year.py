"""One seed's year: ordinary enquiries and campaigns in the order in which they are asked."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain

from numpy.random import Generator, default_rng

from benchmarks.probing.campaigns import PATTERNS, Seeker
from benchmarks.probing.country import Habit, anywhere
from benchmarks.probing.ordinary import (
    DAYS,
    STAFF_IN_A_TOWN,
    Client,
    Question,
    clients,
    hostels,
    planning,
    services,
)

HOW_MANY_ARE_LISTED = 0.9
"""The share of hostels and services that are on the list of known premises when the year begins."""


@dataclass(frozen=True, slots=True)
class Year:
    """What is asked in a year.

    questions: every enquiry, in the order of asking
    patterns: the pattern of each campaign, by its number
    listed: premises known from the beginning, as homes
    """

    questions: tuple[Question, ...]
    patterns: tuple[str, ...]
    listed: frozenset[object]


def draw(seed: int, enquiries: int, of_each: int) -> Year:
    """A year of about so many ordinary enquiries, with so many campaigns of each pattern."""
    rng = default_rng(seed)
    everybody: list[Client] = []
    asked: list[Question] = []
    for client in clients(rng):
        if len(asked) >= enquiries:
            break
        everybody.append(client)
        asked += planning(rng, client)
    patterns = tuple(name for name in PATTERNS for _ in range(of_each))
    probes = chain.from_iterable(
        _campaign(rng, number, name, everybody) for number, name in enumerate(patterns)
    )
    questions = sorted([*asked, *probes], key=lambda question: question.day)
    towns = {client.town for client in everybody}
    premises = [home for town in sorted(towns) for home in (*hostels(town), *services(town))]
    listed = frozenset(home for home in premises if rng.random() < HOW_MANY_ARE_LISTED)
    return Year(tuple(questions), patterns, listed)


def _campaign(rng: Generator, number: int, pattern: str, everybody: list[Client]) -> Iterator[Question]:
    client = everybody[rng.integers(len(everybody))]
    others = sorted(
        (each for each in everybody if each is not client),
        key=lambda each: (
            each.staff != client.staff,
            each.town != client.town,
            abs(each.begins - client.begins),
        ),
    )
    colleagues = [f"staff-{client.town}-{each}" for each in rng.permutation(STAFF_IN_A_TOWN)]
    seeker = Seeker(
        rng=rng,
        client=replace(client, begins=min(client.begins, DAYS - 30)),
        others=others[:20],
        accomplices=colleagues[: rng.integers(3, 6)],
        goal=anywhere(rng, client.town),
        asks=int(rng.integers(7, 13)),
        days=float(rng.choice([0.2, 1, 4, 14, 25])),
        habit=Habit(looked_up=float(rng.choice([0, 0.5, 1])), slip=float(rng.choice([0.04, 0.3]))),
    )
    for question in PATTERNS[pattern](seeker):
        yield replace(question, campaign=number)
