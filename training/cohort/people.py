"""A simulated person as others see them: records, releases, and the truth that no record holds."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from riskflag.classifier.harm import Harm
from riskflag.records import Person, Record
from riskflag.vocabulary import Source
from training.cohort import parameters as p
from training.cohort.aftermath import Drawn, come_to_pass, draw, next_release
from training.cohort.births import begin_life
from training.cohort.careers import live_until
from training.cohort.chance import Chance, Weighted
from training.cohort.homes import Home, choose_home
from training.cohort.invented import person
from training.cohort.life import Life
from training.cohort.staff_work import prepare
from training.cohort.true_history import TrueHistory, true_history
from training.cohort.true_risk import true_risk


@dataclass(frozen=True, slots=True)
class Window:
    """The days on which releases are looked at, the first and the last included."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError("the window ends before it begins")


FIVE_YEARS = Window(date(2019, 1, 1), date(2023, 12, 31))
"""Releases whose two years, and the courts' delay after them, lie in the past."""


@dataclass(frozen=True, slots=True)
class Release:
    """One release that is looked at, and what was true of it.

    on: the day
    home: where the person went
    history: everything that the true risk rests on
    probability: the true probability of each harm within its own time
    happened_on: the day on which each harm happened within that time; None where it did not
    """

    on: date
    home: Home
    history: TrueHistory
    probability: Mapping[Harm, float]
    happened_on: Mapping[Harm, date | None]


@dataclass(frozen=True, slots=True)
class SimulatedPerson:
    """Somebody who does not exist, for demonstration and for tests against a known truth.

    number: in the cohort
    person: whom the records are about
    records: everything ever recorded, in order of the day of recording
    releases: those looked at, oldest first; never nearer to each other than the longest time looked at
    unanswered: sources that do not answer in full, whenever they are asked
    """

    number: int
    person: Person
    records: tuple[Record, ...]
    releases: tuple[Release, ...]
    unanswered: frozenset[Source]


_UNANSWERED = Weighted(
    (Source.DOMESTIC_ABUSE, 0.35),
    (Source.PROTECTIVE_ORDERS, 0.15),
    (Source.RISK_ASSESSMENTS, 0.15),
    (Source.CHECKS, 0.15),
    (Source.CONVICTIONS, 0.1),
    (Source.CONTACTS, 0.1),
)
"""Which source it is that does not answer in full, where one does not: assumed."""


def simulate_person(seed: int, number: int, window: Window = FIVE_YEARS) -> SimulatedPerson:
    """One person. The same seed, number and window give the same person, whoever else is simulated.

    seed, number: not negative (ValueError)
    """
    chance = Chance(seed, number)
    release = chance.day(window.first.toordinal(), window.last.toordinal())
    life = begin_life(chance, number, release)
    unanswered = frozenset({chance.pick(_UNANSWERED)} if chance.happens(p.SOURCE_MISSING.value) else ())
    live_until(life, release)
    releases = tuple(_releases(life, release, window.last.toordinal()))
    return SimulatedPerson(
        number=number,
        person=person(number, life.sex, life.born),
        records=tuple(sorted(life.records, key=lambda record: record.recorded_on)),
        releases=releases,
        unanswered=unanswered,
    )


def simulate_people(
    seed: int, numbers: Iterable[int], window: Window = FIVE_YEARS
) -> Iterator[SimulatedPerson]:
    """The people with these numbers, one at a time."""
    return (simulate_person(seed, number, window) for number in numbers)


def _releases(life: Life, release: int, last: int) -> Iterator[Release]:
    which = 0
    while release <= last:
        yield _release(life, release, which)
        release, which = next_release(life, release), which + 1


def _release(life: Life, release: int, which: int) -> Release:
    home = choose_home(life, release)
    prepare(life, release, which, home=home.placement is not None)
    history = true_history(life, release, home.with_partner, no_fixed_abode=home.placement is None)
    risk = true_risk(history)
    drawn = draw(life, release, risk)
    come_to_pass(life, release, drawn)
    return Release(date.fromordinal(release), home, history, risk.probability, _dates(drawn))


def _dates(drawn: Drawn) -> Mapping[Harm, date | None]:
    return {harm: None if day is None else date.fromordinal(day) for harm, day in drawn.harms.items()}
