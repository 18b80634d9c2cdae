"""Simulated people: records of invented lives in England and Wales, with the truth behind each release known.

DEMONSTRATION DATA. Nobody in it exists. There is no public data on outcomes for England and Wales, so that a
model trained on these people shows how training works and says nothing of anybody real.

    for person in simulate_people(seed=7, numbers=range(1000)):
        for release in person.releases:
            facts = facts_at(person, release)            # what could be known that morning
            release.probability[Harm.VIOLENCE]           # the truth, which nobody could know
            release.happened_on[Harm.VIOLENCE]           # what came of it

Figures are in ``parameters`` and ``effects``, each with its source; most of those that matter are assumed.
"""

from collections.abc import Mapping

from training.cohort.effects import effect_parameters
from training.cohort.parameters import Parameter, life_parameters
from training.cohort.people import (
    FIVE_YEARS,
    Release,
    SimulatedPerson,
    Window,
    simulate_people,
    simulate_person,
)
from training.cohort.views import asked_at, dossier_at, enquiry_at, facts_at, place_at

__all__ = [
    "FIVE_YEARS",
    "Parameter",
    "Release",
    "SimulatedPerson",
    "Window",
    "all_parameters",
    "asked_at",
    "dossier_at",
    "enquiry_at",
    "facts_at",
    "place_at",
    "simulate_people",
    "simulate_person",
]


def all_parameters() -> Mapping[str, Parameter]:
    """Every figure that the simulated people rest on, by name."""
    return {**life_parameters(), **effect_parameters()}
