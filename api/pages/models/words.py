"""Figures of models, and the features that they see, as pages write them."""

from dataclasses import dataclass

from riskflag.classifier.feature import Direction, FeatureName
from riskflag.classifier.features import feature_named
from riskflag.classifier.figures import Estimate, Share
from riskflag.classifier.harm import Harm
from riskflag.persistence.published_cards import Contents

NOBODY = "nobody to take it of"
GONE = "not a feature of this version of the service"
DIRECTIONS = {
    Direction.RISES: "never falls",
    Direction.FALLS: "never rises",
    Direction.EITHER: "may do either",
}
"""What the probability does as the feature grows."""


@dataclass(frozen=True, slots=True)
class SeenFeature:
    """One feature of a model.

    title: what it is
    unit: what it counts
    direction: what the probability may do as it grows
    grounds: why it is thought to bear on harm
    protected: whether it is a protected characteristic
    moves: for each harm the least and the most that it adds to the log-odds
    """

    title: str
    unit: str
    direction: str
    grounds: str
    protected: bool
    moves: tuple[str, ...]


def within(estimate: Estimate, signed: bool = False) -> str:
    """An estimate with its interval: "0.712 (0.701 to 0.724)"."""
    form = "+.3f" if signed else ".3f"
    return f"{estimate.value:{form}} ({estimate.low:{form}} to {estimate.high:{form}})"


def share_in_words(share: Share) -> str:
    """A share with its interval and counts: "41% (38% to 44%), 410 of 1,000"."""
    if share.value is None:
        return NOBODY
    return f"{share.value:.0%} ({share.low:.0%} to {share.high:.0%}), {share.part:,} of {share.of:,}"


def named(harm: Harm) -> str:
    """The harm as a heading: "Order breach"."""
    return harm.replace("_", " ").capitalize()


def features_of(contents: Contents) -> tuple[SeenFeature, ...]:
    """Every feature that the model sees, in its order."""
    model = contents.model
    return tuple(
        _seen(name, tuple(_moves(harm.steps[place]) for harm in model.harms.values()))
        for place, name in enumerate(model.features)
    )


def _seen(name: FeatureName, moves: tuple[str, ...]) -> SeenFeature:
    try:
        feature = feature_named(name)
    except KeyError:
        return SeenFeature(name.replace("_", " ").capitalize(), GONE, GONE, "", False, moves)
    return SeenFeature(
        title=feature.title,
        unit=feature.unit,
        direction=DIRECTIONS[feature.direction],
        grounds=feature.grounds,
        protected=feature.protected_characteristic,
        moves=moves,
    )


def _moves(steps: tuple[float, ...]) -> str:
    return f"{min(steps):+.2f} to {max(steps):+.2f}"
