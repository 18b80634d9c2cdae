"""A small made-up model for tests, and random ones."""

from collections.abc import Sequence
from datetime import date

from hypothesis import strategies as st

from riskflag.classifier.bins import Bins
from riskflag.classifier.feature import FeatureName
from riskflag.classifier.harm import Harm
from riskflag.classifier.model import HarmModel, Model, Threshold
from riskflag.classifier.venn_abers import VennAbers

NAMES = [FeatureName(name) for name in ("age", "breaches", "third", "fourth", "fifth")]
AGE = Bins((20.0, 30.0), 18.0, 80.0, unknown_seen=False)
BREACHES = Bins((0.5, 1.5), 0.0, 4.0, unknown_seen=True)
STEPS = ((0.5, 0.0, -0.5, 0.0), (-0.25, 0.75, 1.25, 0.125))
INTERVALS = VennAbers((-1.0, 1.0), (0.1, 0.2, 0.6), (0.3, 0.4, 0.9))
THRESHOLD = Threshold(probability=0.3, recall=0.5, precision=0.25)


def a_model(
    bins: Sequence[Bins] = (AGE, BREACHES),
    steps: Sequence[tuple[float, ...]] = STEPS,
    schema: str = "the features of the tests",
    intercept: float = -1.5,
    features: Sequence[FeatureName] = NAMES,
) -> Model:
    """A model of two features, the same for every harm."""
    harm = HarmModel(intercept, tuple(steps), INTERVALS, THRESHOLD)
    return Model(
        version="test-1",
        demonstration=True,
        learned_from=date(2015, 1, 1),
        learned_to=date(2020, 1, 1),
        schema=schema,
        features=tuple(features[: len(bins)]),
        bins=tuple(bins),
        harms=dict.fromkeys(Harm, harm),
    )


finite = st.floats(-50, 50, allow_nan=False)


@st.composite
def models(draw: st.DrawFn) -> Model:
    """Any model of one to five features."""
    bins, steps = [], []
    for _ in range(draw(st.integers(1, 5))):
        edges = tuple(sorted(draw(st.sets(finite, max_size=6))))
        bins.append(Bins(edges, -50.0, 50.0, unknown_seen=True))
        count = len(edges) + 2
        steps.append(tuple(draw(st.lists(st.floats(-3, 3), min_size=count, max_size=count))))
    return a_model(bins, steps, intercept=draw(st.floats(-5, 5)))


def vectors(model: Model) -> st.SearchStrategy[list[float]]:
    """Any person: values on, between and beyond the edges, and unknown."""
    edges = sorted({edge for bins in model.bins for edge in bins.edges}) or [0.0]
    value = st.one_of(st.sampled_from(edges), st.floats(-100, 100), st.just(float("nan")))
    return st.lists(value, min_size=len(model.bins), max_size=len(model.bins))
