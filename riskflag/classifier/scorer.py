"""Facts -> every score of the person: the published instruments, and the learned model in service."""

from dataclasses import dataclass
from enum import StrEnum

from riskflag.classifier.actuarial import ActuarialScore, actuarial_scores
from riskflag.classifier.feature import FeatureName
from riskflag.classifier.features import feature_vector
from riskflag.classifier.model import Model, Score
from riskflag.facts import Facts


class ModelUse(StrEnum):
    """Whether a model speaks."""

    OFF = "off"
    IN_USE = "in_use"
    UNUSABLE = "unusable"


@dataclass(frozen=True, slots=True)
class Scored:
    """What one version of the model says of one person.

    version: the version that spoke
    demonstration: whether it learned from simulated people, so that it may decide nothing
    features: the names of the features, in order
    values: the value of each; None unknown
    unlike_training: features whose values training never saw the like of
    scores: the score for each harm, each with what every feature contributed, in the same order
    """

    version: str
    demonstration: bool
    features: tuple[FeatureName, ...]
    values: tuple[float | None, ...]
    unlike_training: tuple[FeatureName, ...]
    scores: tuple[Score, ...]


@dataclass(frozen=True, slots=True)
class Scores:
    """Every score of one person.

    instruments: what each published instrument says
    model: whether a learned model speaks
    learned: what it says; None where none speaks
    """

    instruments: tuple[ActuarialScore, ...]
    model: ModelUse
    learned: Scored | None = None


@dataclass(frozen=True, slots=True)
class Scorer:
    """The published instruments, and the learned model in service if there is one.

    use: off by decision, in use, or unusable although one should be in use
    model: the model; None unless it is in use
    """

    use: ModelUse
    model: Model | None = None

    def __post_init__(self) -> None:
        if (self.use is ModelUse.IN_USE) != (self.model is not None):
            raise ValueError("there must be a model if one is in use, and only then")

    def run(self, facts: Facts) -> Scores:
        """Every score. Whatever fails in working one out leaves the model unusable and raises nothing."""
        instruments: tuple[ActuarialScore, ...] = ()
        try:
            instruments = actuarial_scores(facts)
            return Scores(instruments, self.use, self._learned(facts, self.model) if self.model else None)
        except Exception:  # a score that cannot be worked out must be told as missing, and stop nothing else
            return Scores(instruments, ModelUse.UNUSABLE)

    def _learned(self, facts: Facts, model: Model) -> Scored:
        vector = feature_vector(facts)
        return Scored(
            version=model.version,
            demonstration=model.demonstration,
            features=model.features,
            values=tuple([value if value == value else None for value in vector]),
            unlike_training=model.unlike_training(vector),
            scores=model.score(vector),
        )


NO_MODEL = Scorer(ModelUse.OFF)
"""The published instruments alone, by decision."""
UNUSABLE_MODEL = Scorer(ModelUse.UNUSABLE)
"""A model should be in service and may not speak."""
