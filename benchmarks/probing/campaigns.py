"""Twelve ways to look for somebody by asking, each drawn anew for every campaign.

A campaign is about a person whose release is really being planned, by an account that really plans it, so
that it is hidden in ordinary work. It is generous to the seeker: nobody stops of their own accord, and every
new question counts as informative.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import cos, pi, sin

from numpy.random import Generator

from benchmarks.probing.country import (
    HOUSES,
    Habit,
    Home,
    anywhere,
    at,
    near,
    street_name,
    town_name,
    written,
)
from benchmarks.probing.ordinary import DAYS, Client, Question
from riskflag.records import Address
from riskflag.vocabulary import EnquiryKind, Role, Uprn


@dataclass(frozen=True, slots=True)
class Seeker:
    """Who seeks whom.

    rng: what is drawn
    client: the person about whom is asked
    others: other people of the same account
    accomplices: accounts that ask too
    goal: where the protected person lives
    asks: how many questions it is meant to take
    days: over how many days
    habit: how the addresses are written
    """

    rng: Generator
    client: Client
    others: Sequence[Client]
    accomplices: Sequence[str]
    goal: Home
    asks: int
    days: float
    habit: Habit

    def homes(self, homes: Iterator[Home]) -> Iterator[Question]:
        """A question about each of these homes, as the account of the client asks it."""
        asked = [home for home, _ in zip(homes, range(self.asks), strict=False)]
        for home, day in zip(asked, self.moments(len(asked)), strict=True):
            yield self.ask(day, home)

    def moments(self, number: int) -> list[float]:
        """So many moments within the days that it takes, in order."""
        start = self.client.begins
        return sorted(float(start + self.rng.uniform(0, self.days)) for _ in range(number))

    def ask(self, day: float, home: Home) -> Question:
        """A question by the client's own account."""
        role = Role.RESETTLEMENT_STAFF
        address = written(self.rng, home, self.habit)
        return Question(day, self.client.staff, role, self.client.person_id, home, address)


Campaign = Callable[[Seeker], Iterator[Question]]


def around_one_spot(seeker: Seeker) -> Iterator[Question]:
    """Houses around the place where the protected person is thought to live."""
    metres = seeker.rng.uniform(150, 450)
    return seeker.homes(near(seeker.rng, seeker.goal, metres) for _ in range(seeker.asks))


def bisection(seeker: Seeker) -> Iterator[Question]:
    """Across the town first, then by steps about half as long, towards the place."""

    def nearer() -> Iterator[Home]:
        east, north = seeker.goal.spot
        out = seeker.rng.uniform(1200, 2500)
        turn = seeker.rng.uniform(0, 2 * pi)
        for _ in range(seeker.asks):
            yield at(seeker.goal.town, east + out * cos(turn), north + out * sin(turn))
            out *= seeker.rng.uniform(0.4, 0.6)
            turn += seeker.rng.uniform(0.6, 1.4) * pi

    return seeker.homes(nearer())


def ring_or_grid(seeker: Seeker) -> Iterator[Question]:
    """Spread evenly around the place, or row by row across the town."""
    east, north = seeker.goal.spot
    rng, town = seeker.rng, seeker.goal.town
    if rng.random() < 0.5:
        radius, turn = rng.uniform(300, 1200), rng.uniform(0, pi)
        steps = [turn + 2 * pi * each / seeker.asks for each in rng.permutation(seeker.asks)]
        return seeker.homes(at(town, east + radius * cos(s), north + radius * sin(s)) for s in steps)
    spacing = rng.uniform(250, 700)
    cells = [(each % 3, each // 3) for each in range(seeker.asks)]
    return seeker.homes(at(town, east + (x - 1) * spacing, north + (y - 1) * spacing) for x, y in cells)


def one_account(seeker: Seeker) -> Iterator[Question]:
    """House after house, anywhere in the town."""
    return seeker.homes(anywhere(seeker.rng, seeker.goal.town) for _ in range(seeker.asks))


def taking_turns(seeker: Seeker) -> Iterator[Question]:
    """The same by several accounts, each of which asks little."""
    for number, question in enumerate(one_account(seeker)):
        yield replace(question, account=seeker.accomplices[number % len(seeker.accomplices)])


def many_people(seeker: Seeker) -> Iterator[Question]:
    """One home, asked about for one person after another, to learn who is barred from it."""
    moments = seeker.moments(seeker.asks)
    for client, day in zip(seeker.others, moments, strict=False):
        yield replace(seeker.ask(day, seeker.goal), person_id=client.person_id)


def changed_occupants(seeker: Seeker) -> Iterator[Question]:
    """One home, each time with other people said to live there."""
    for number, day in enumerate(seeker.moments(seeker.asks)):
        yield replace(seeker.ask(day, seeker.goal), household=f"somebody-{number}-{seeker.client.person_id}")


def slowly(seeker: Seeker) -> Iterator[Question]:
    """Never more than four addresses in thirty days."""
    start = min(seeker.client.begins, DAYS - 91)
    for number in range(8):
        day = start + number * 10.5 + seeker.rng.uniform(0, 1)
        yield seeker.ask(float(day), anywhere(seeker.rng, seeker.goal.town))


def both_kinds(seeker: Seeker) -> Iterator[Question]:
    """Now as a home, now as the site of a referral."""
    for number, question in enumerate(one_account(seeker)):
        yield replace(question, kind=EnquiryKind.REFERRAL if number % 2 else EnquiryKind.ADDRESS)


def spellings(seeker: Seeker) -> Iterator[Question]:
    """Different houses made to look like one: a borrowed UPRN, a borrowed postcode, slips and short forms."""
    rng, borrowed = seeker.rng, seeker.goal
    way = rng.integers(3)
    for question in around_one_spot(seeker):
        home = question.home
        name, kind = street_name(home)
        if way == 0:
            yield replace(question, address=replace(question.address, uprn=Uprn(borrowed.uprn)))
        elif way == 1:
            text = f"{home.house} {name} {kind}, {town_name(home)}, {borrowed.postcode}"
            yield replace(question, address=Address(text))
        else:
            slips = Habit(looked_up=0, short=0.5, slip=0.8, no_postcode=0.7)
            yield replace(question, address=written(rng, home, slips))


def flats(seeker: Seeker) -> Iterator[Question]:
    """The flats of one block, one after another."""
    order = seeker.rng.permutation(30)[: seeker.asks]
    return seeker.homes(replace(seeker.goal, flat=int(flat) + 1) for flat in order)


def door_by_door(seeker: Seeker) -> Iterator[Question]:
    """The doors of one street, each for another person."""
    doors = seeker.rng.permutation(HOUSES - 1)[: seeker.asks]
    homes = seeker.homes(replace(seeker.goal, house=int(house) + 1) for house in doors)
    for client, question in zip(seeker.others, homes, strict=False):
        yield replace(question, person_id=client.person_id)


PATTERNS: dict[str, Campaign] = {
    "around one spot": around_one_spot,
    "bisection": bisection,
    "ring or grid": ring_or_grid,
    "one account, many addresses": one_account,
    "accounts taking turns": taking_turns,
    "many people at one place": many_people,
    "occupants changed at one place": changed_occupants,
    "slowly, under the caps": slowly,
    "enquiry and referral by turns": both_kinds,
    "spellings and borrowed numbers": spellings,
    "flats of one block": flats,
    "a street, a person a door": door_by_door,
}
