"""A learned model as it is served: step tables that a person can read, added up.

The log-odds of a harm are an intercept and one step for each feature. Nothing is hidden between features, so
what each one contributed is exact.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import fsum, isfinite
from operator import getitem

from riskflag.classifier.bins import Bins
from riskflag.classifier.feature import FeatureName
from riskflag.classifier.harm import Harm
from riskflag.classifier.log_odds import probability_of
from riskflag.classifier.venn_abers import VennAbers


@dataclass(frozen=True, slots=True)
class Threshold:
    """From where on a probability is worth a flag where nobody has recognised the risk.

    probability: the least one
    recall: of later people whose risk nobody recognised and to whom it happened, the share at or above it
    precision: of those at or above it, the share to whom it happened
    """

    probability: float
    recall: float
    precision: float


@dataclass(frozen=True, slots=True)
class HarmModel:
    """The model of one harm.

    intercept: log-odds before any feature speaks
    steps: for each feature, what each of its bins adds to the log-odds
    venn_abers: between which probabilities an answer lies
    threshold: from where on it is worth a flag
    """

    intercept: float
    steps: tuple[tuple[float, ...], ...]
    venn_abers: VennAbers
    threshold: Threshold


@dataclass(frozen=True, slots=True)
class Score:
    """What the model of one harm says of one person.

    harm: which harm
    probability: that it happens within the harm's horizon, from 0 to 1
    log_odds: the same as log-odds: the intercept and every contribution added up
    intercept: log-odds before any feature speaks
    contributions: what each feature adds, in the order of the model's features
    low, high: between which probabilities it lies (Venn-ABERS); they always hold the probability
    worth_a_flag: whether the probability reaches the model's threshold
    """

    harm: Harm
    probability: float
    log_odds: float
    intercept: float
    contributions: tuple[float, ...]
    low: float
    high: float
    worth_a_flag: bool


@dataclass(frozen=True, slots=True)
class Model:
    """One published version: a model for each harm, on the same features.

    version: its name
    demonstration: whether it learned from simulated people, so that it may decide nothing
    learned_from, learned_to: the first and the last release that it learned from
    schema: hash of the features' definitions; they must be the ones that are served
    features: the names of the features, in order
    bins: how each feature is cut
    harms: the model of each harm
    """

    version: str
    demonstration: bool
    learned_from: date
    learned_to: date
    schema: str
    features: tuple[FeatureName, ...]
    bins: tuple[Bins, ...]
    harms: Mapping[Harm, HarmModel]

    def __post_init__(self) -> None:
        if set(self.harms) != set(Harm):
            raise ValueError("there must be a model for each harm")
        if len(self.features) != len(self.bins) or len(set(self.features)) != len(self.features):
            raise ValueError("each feature must have one name and its bins")
        for model in self.harms.values():
            _check(model, self.bins)

    def score(self, vector: Sequence[float]) -> tuple[Score, ...]:
        """What the model of each harm says of one person.

        vector: the person's features in order; nan is unknown
        """
        cells = [bins.bin_of(value) for bins, value in zip(self.bins, vector, strict=True)]
        return tuple(_score(harm, model, cells) for harm, model in self.harms.items())

    def unlike_training(self, vector: Sequence[float]) -> tuple[FeatureName, ...]:
        """Features whose values training never saw the like of: there the model only guesses."""
        known = zip(self.features, self.bins, vector, strict=True)
        return tuple(feature for feature, bins, value in known if not bins.supports(value))


def _score(harm: Harm, model: HarmModel, cells: Sequence[int]) -> Score:
    contributions = tuple(map(getitem, model.steps, cells))
    log_odds = fsum((model.intercept, *contributions))
    probability = probability_of(log_odds)
    low, high = model.venn_abers.interval(log_odds)
    return Score(
        harm=harm,
        probability=probability,
        log_odds=log_odds,
        intercept=model.intercept,
        contributions=contributions,
        low=min(low, probability),
        high=max(high, probability),
        worth_a_flag=probability >= model.threshold.probability,
    )


def _check(model: HarmModel, bins: tuple[Bins, ...]) -> None:
    if [len(steps) for steps in model.steps] != [each.count for each in bins]:
        raise ValueError("there must be one step for each bin of each feature")
    numbers = (model.intercept, *(step for steps in model.steps for step in steps))
    if not all(map(isfinite, numbers)):
        raise ValueError("every step must be a finite number")
    if not 0 < model.threshold.probability < 1:
        raise ValueError("a threshold must lie between 0 and 1")
    if not (0 <= model.threshold.recall <= 1 and 0 <= model.threshold.precision <= 1):
        raise ValueError("recall and precision must be shares, from 0 to 1")
