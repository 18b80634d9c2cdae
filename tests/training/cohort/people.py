"""The simulated people that several tests look at, made once."""

from functools import cache

from training.cohort import Release, SimulatedPerson, simulate_people

SEED = 20_261_122


@cache
def some_people(count: int) -> tuple[SimulatedPerson, ...]:
    """The first people of the tests' cohort."""
    return tuple(simulate_people(SEED, range(count)))


def their_releases(count: int) -> list[tuple[SimulatedPerson, Release]]:
    """Each of their releases, with whose it is."""
    return [(person, release) for person in some_people(count) for release in person.releases]
