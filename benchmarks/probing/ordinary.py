"""A year of ordinary enquiries: staff who plan the release of people, each with a few addresses."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from numpy.random import Generator

from benchmarks.probing.country import TOWNS, Home, anywhere, near, written
from riskflag.records import Address
from riskflag.vocabulary import EnquiryKind, PersonId, Role

DAYS = 365
STAFF_IN_A_TOWN = 12
OFFICERS_IN_A_TOWN = 8
HOSTELS_IN_A_TOWN = 4
SERVICES_IN_A_TOWN = 5
LANDLORDS_IN_A_TOWN = 3
ADDRESSES = (0.44, 0.28, 0.16, 0.08, 0.02, 0.01, 0.006, 0.004)
"""The share of people with one address, two, three ... eight."""
IN_A_HOSTEL, WITH_A_LANDLORD, ELSEWHERE, CLOSE_BY = 0.25, 0.05, 0.2, 0.15
COVERED, BY_THE_OFFICER = 0.12, 0.28
ASKED_AGAIN = 0.6
"""The chance of another enquiry about an address, after each."""


@dataclass(frozen=True, slots=True)
class Question:
    """One enquiry as it will be asked.

    day: days and parts of a day since the year began
    account, role: who asks
    person_id: about whom
    home: the true door, whatever is written
    address: as written
    household: who is said to live there
    kind: about a home, or a referral's site
    attended: a site that the person would only attend
    campaign: which campaign it belongs to; -1 for an ordinary enquiry
    """

    day: float
    account: str
    role: Role
    person_id: PersonId
    home: Home
    address: Address
    household: str = ""
    kind: EnquiryKind = EnquiryKind.ADDRESS
    attended: bool = False
    campaign: int = -1


@dataclass(frozen=True, slots=True)
class Client:
    """Somebody whose release is planned.

    person_id: opaque
    town: where they will live
    staff, officer: the accounts that plan it
    begins, days: when planning begins, and how long it takes
    """

    person_id: PersonId
    town: int
    staff: str
    officer: str
    begins: float
    days: float


def hostels(town: int) -> tuple[Home, ...]:
    """Its hostels, where rooms are numbered."""
    return tuple(Home(town, 10 + 20 * each, 40) for each in range(HOSTELS_IN_A_TOWN))


def services(town: int) -> tuple[Home, ...]:
    """Places in the middle of the town that people attend and do not live at."""
    return tuple(Home(town, each, 20 + 7 * each) for each in range(SERVICES_IN_A_TOWN))


def landlords(town: int) -> tuple[Home, ...]:
    """Houses whose rooms a landlord lets to one person after another."""
    return tuple(Home(town, 15 + 25 * each, 33) for each in range(LANDLORDS_IN_A_TOWN))


def door(home: Home) -> Home:
    """The house, without the room."""
    return replace(home, flat=0)


def clients(rng: Generator) -> Iterator[Client]:
    """People without end."""
    number = 0
    while True:
        number += 1
        town = int(rng.integers(TOWNS))
        yield Client(
            PersonId(f"person-{number}"),
            town,
            f"staff-{town}-{rng.integers(STAFF_IN_A_TOWN)}",
            f"officer-{town}-{rng.integers(OFFICERS_IN_A_TOWN)}",
            float(rng.uniform(0, DAYS - 20)),
            float(rng.uniform(14, 84)),
        )


def planning(rng: Generator, client: Client) -> Iterator[Question]:
    """Every enquiry about one person: addresses that come up now and then, each asked about repeatedly."""
    for home in _addresses(rng, client.town):
        household = f"household-{rng.integers(10**9)}"
        is_hostel = door(home) in hostels(home.town)
        kind = EnquiryKind.REFERRAL if is_hostel and rng.random() < 0.5 else EnquiryKind.ADDRESS
        yield from _about(rng, client, home, "" if is_hostel else household, kind)
    if rng.random() < 0.25:
        for each in rng.permutation(SERVICES_IN_A_TOWN)[: rng.integers(1, 4)]:
            for question in _about(rng, client, services(client.town)[each], "", EnquiryKind.REFERRAL):
                yield replace(question, attended=True)


def _addresses(rng: Generator, town: int) -> Sequence[Home]:
    """The addresses that one person proposes: hostels, landlords, family and friends, some close by."""
    homes: list[Home] = []
    for _ in range(1 + rng.choice(len(ADDRESSES), p=ADDRESSES)):
        drawn = rng.random()
        if drawn < IN_A_HOSTEL:
            hostel = hostels(town)[rng.integers(HOSTELS_IN_A_TOWN)]
            homes.append(replace(hostel, flat=int(rng.integers(20))))
        elif drawn < IN_A_HOSTEL + WITH_A_LANDLORD:
            house = landlords(town)[rng.integers(LANDLORDS_IN_A_TOWN)]
            homes.append(replace(house, flat=int(rng.integers(1, 7))))
        elif homes and rng.random() < CLOSE_BY:
            homes.append(near(rng, homes[0], 350))
        else:
            elsewhere = int(rng.integers(TOWNS)) if rng.random() < ELSEWHERE else town
            flat = int(rng.integers(1, 9)) if rng.random() < 0.2 else 0
            homes.append(replace(anywhere(rng, elsewhere), flat=flat))
    return homes


def _about(
    rng: Generator, client: Client, home: Home, household: str, kind: EnquiryKind
) -> Iterator[Question]:
    day = client.begins + (rng.uniform(0, 2) if rng.random() < 0.4 else rng.uniform(0, client.days * 0.8))
    known = household if rng.random() < 0.65 else ""
    while True:
        account, role = _asker(rng, client)
        address = written(rng, home)
        yield Question(day, account, role, client.person_id, home, address, known, kind)
        if rng.random() > ASKED_AGAIN:
            return
        day = min(day + rng.exponential(client.days / 6), DAYS - 0.01)
        known = household
        if household and rng.random() < 0.07:
            household = f"household-{rng.integers(10**9)}"


def _asker(rng: Generator, client: Client) -> tuple[str, Role]:
    drawn = rng.random()
    if drawn < BY_THE_OFFICER:
        return client.officer, Role.RESPONSIBLE_OFFICER
    if drawn < BY_THE_OFFICER + COVERED:
        return f"staff-{client.town}-{rng.integers(STAFF_IN_A_TOWN)}", Role.RESETTLEMENT_STAFF
    return client.staff, Role.RESETTLEMENT_STAFF
