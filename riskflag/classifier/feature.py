"""What a feature is: one number worked out from Facts, in the same way for training and for serving.

A feature never sees race, religion, area or free text. What cannot be known is unknown: never zero.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from math import nan
from typing import NewType

from riskflag.facts import Facts
from riskflag.facts.person import PersonFacts
from riskflag.vocabulary import Source

FeatureName = NewType("FeatureName", str)
UNKNOWN = nan
YES_OR_NO = "yes (1) or no (0)"
"""The unit of a feature that is true or not."""


SINGULAR = {
    "people": "person",
    **{f"{one}s": one for one in ("occasion", "order", "incident", "day", "time", "year", "sign", "way")},
}


class Direction(StrEnum):
    """Which way the probability may move as the feature grows."""

    RISES = "rises"
    FALLS = "falls"
    EITHER = "either"


@dataclass(frozen=True, slots=True)
class Feature:
    """One input of the models.

    name: what a model file calls it ("order_breaches_in_five_years")
    title: what a reader is told that it is ("Proven breaches of protective orders in five years")
    definition: how it is worked out
    unit: what it counts ("breaches", "years", "yes (1) or no (0)")
    grounds: why it is thought to bear on harm, with the source
    unknown_means: when it cannot be known, and what the models make of that
    value: the number; None where the facts do not tell
    needs: sources that must all be relied on before a zero may be believed
    direction: what the field knows of the way it bears on harm
    at_least: whether a number above zero still stands as a lower bound where a source is missing
    protected_characteristic: whether it is age or sex, used only as the published instruments use them, so
        that what it does to each group must be shown
    """

    name: FeatureName
    title: str
    definition: str
    unit: str
    grounds: str
    unknown_means: str
    value: Callable[[Facts], float | None]
    needs: frozenset[Source]
    direction: Direction = Direction.EITHER
    at_least: bool = True
    protected_characteristic: bool = False

    def of(self, facts: Facts) -> float:
        """The number, or ``UNKNOWN``, which is not equal to anything."""
        return self._believed(self.value(facts), facts)

    def _believed(self, value: float | None, facts: PersonFacts) -> float:
        if value is None:
            return UNKNOWN
        if self.needs.isdisjoint(facts.unavailable) or (self.at_least and value > 0):
            return float(value)
        return UNKNOWN

    def in_words(self, value: float | None) -> str:
        """The feature and its value, as a reader is told: "Age at release: 31 years"."""
        if value is None:
            return f"{self.title}: not known"
        if self.unit == YES_OR_NO:
            return f"{self.title}: {'yes' if value else 'no'}"
        unit = SINGULAR.get(self.unit, self.unit) if value == 1 else self.unit
        return f"{self.title}: {value:.4g} {unit}"


@dataclass(frozen=True, slots=True)
class PersonFeature(Feature):
    """One that is the same whatever place is asked about: it is worked out from the person alone."""

    value: Callable[[PersonFacts], float | None]

    def of(self, facts: PersonFacts) -> float:
        """The number, or ``UNKNOWN``, which is not equal to anything."""
        return self._believed(self.value(facts), facts)
