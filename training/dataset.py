"""Simulated people -> a table, one row for each release, as known on the morning of that release."""

from collections.abc import Callable, Iterator
from datetime import datetime, time
from typing import Protocol

from joblib import Parallel, delayed

from riskflag.classifier.features import NAMES
from riskflag.dossier import LONDON
from riskflag.facts.history import derive_history
from riskflag.rulebook import load_rulebook
from training.cohort import Window, dossier_at, facts_at, simulate_person
from training.config import CohortConfig, SplitConfig
from training.labels import outcomes
from training.rows import Followed, Row, row_of, table_of
from training.split import parts_of
from training.table import Part, Table, joined

PARTITION = 1000
"""How many people a worker is given at a time. The table does not depend on it."""
Told = Callable[[int, int], None]


class People(Protocol):
    """Where people come from: simulated, or an extract. A worker is given the numbers of some of them."""

    @property
    def count(self) -> int:
        """How many there are; they are numbered from 0."""

    def rows(self, numbers: range, split: SplitConfig) -> Iterator[Row]:
        """The rows of these people that are used for anything, in order."""


class SimulatedPeople:
    """People who do not exist."""

    def __init__(self, config: CohortConfig) -> None:
        self._config = config
        self._window = Window(config.first, config.last)

    @property
    def count(self) -> int:
        """How many there are."""
        return self._config.people

    def rows(self, numbers: range, split: SplitConfig) -> Iterator[Row]:
        """The rows of these people that are used for anything, in order."""
        rulebook = load_rulebook()
        last = self._config.followed_to
        end = datetime.combine(last, time(23, 59), tzinfo=LONDON)
        for number in numbers:
            person = simulate_person(self._config.seed, number, self._window)
            parts = parts_of([release.on for release in person.releases], split)
            used = [each for each in zip(person.releases, parts, strict=True) if each[1] is not Part.UNUSED]
            if not used:
                continue
            in_the_end = derive_history(dossier_at(person, end))
            for release, part in used:
                happened = outcomes(in_the_end, release.on, last)
                followed = Followed(number, release.on, part, happened, release.probability)
                yield row_of(facts_at(person, release), followed, rulebook)


def build_table(people: People, split: SplitConfig, jobs: int = 1, told: Told | None = None) -> Table:
    """The table of all people.

    jobs: how many processes work at it
    told: is told after each partition how many people are done, and of how many
    """
    parts = [
        range(start, min(start + PARTITION, people.count)) for start in range(0, people.count, PARTITION)
    ]
    work = Parallel(n_jobs=jobs, return_as="generator")
    tables = []
    for table in work(delayed(_partition)(people, numbers, split) for numbers in parts):
        tables.append(table)
        if told:
            told(parts[len(tables) - 1].stop, people.count)
    return joined(tables)


def _partition(people: People, numbers: range, split: SplitConfig) -> Table:
    return table_of(people.rows(numbers, split), len(NAMES))
