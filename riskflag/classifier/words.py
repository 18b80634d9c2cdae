"""Scores in words: natural frequencies, and features with their values."""

from collections.abc import Iterator

from riskflag.classifier.feature import FeatureName
from riskflag.classifier.features import feature_named
from riskflag.classifier.harm import OUTCOMES
from riskflag.classifier.model import Score
from riskflag.classifier.scorer import Scored


def of_100_people(score: Score) -> str:
    """What the probability means, in people: "Of 100 people with a record like this, about 14 would ..."."""
    outcome = OUTCOMES[score.harm]
    months = round(outcome.within_days / 365 * 12)
    about = "about " if 0.01 <= score.probability <= 0.99 else ""
    return (
        f"Of 100 people with a record like this, {about}{_of_100(score.probability)} would {outcome.title} "
        f"within {months} months of release ({_range(_of_100(score.low), _of_100(score.high))})."
    )


def weighed(score: Score, scored: Scored) -> Iterator[tuple[str, float]]:
    """Every feature with its value in words and what it adds to the log-odds, what raises it most first."""
    each = zip(score.contributions, scored.features, scored.values, strict=True)
    for adds, name, value in sorted(each, key=lambda one: -one[0]):
        yield feature_in_words(name, value), adds


def feature_in_words(name: FeatureName, value: float | None) -> str:
    """A feature and its value. One that this version does not know any more is told by its name."""
    try:
        return feature_named(name).in_words(value)
    except KeyError:
        return f"{name.replace('_', ' ')}: {'not known' if value is None else format(value, '.4g')}"


def _range(low: str, high: str) -> str:
    return f"model's range: {low} to {high}" if low != high else "model's range: less than 1 either way"


def _of_100(probability: float) -> str:
    """A natural frequency, never rounded to nobody or everybody."""
    if probability < 0.01:
        return "fewer than 1"
    return "more than 99" if probability > 0.99 else f"{100 * probability:.0f}"
