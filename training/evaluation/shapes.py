"""The shape of each feature: what each of its values adds to the log-odds of each harm."""

from itertools import pairwise

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from riskflag.classifier.bins import Bins
from riskflag.classifier.feature import FeatureName
from riskflag.classifier.features import feature_named
from riskflag.classifier.harm import Harm
from riskflag.classifier.model import Model
from training.evaluation.drawing import BLUE, GREEN, VERMILION, Picture, house_style, picture

_LOOKS = {
    Harm.DOMESTIC_ABUSE: (BLUE, "-", "o"),
    Harm.ORDER_BREACH: (VERMILION, "--", "s"),
    Harm.VIOLENCE: (GREEN, "-.", "^"),
}


def shapes(model: Model) -> tuple[Picture, ...]:
    """A picture of each feature, what moves a probability most first."""
    reach = [max(_reach(one.steps[column]) for one in model.harms.values()) for column in _columns(model)]
    order = sorted(_columns(model), key=lambda column: (-reach[column], column))
    with house_style():
        return tuple(_shape(model, column) for column in order)


def titled(name: FeatureName) -> str:
    """What a reader is told that the feature is; its name, where this version knows it no more."""
    try:
        return feature_named(name).title
    except KeyError:
        return name.replace("_", " ")


def _columns(model: Model) -> range:
    return range(len(model.features))


def _reach(steps: tuple[float, ...]) -> float:
    return max(steps) - min(steps)


def _shape(model: Model, column: int) -> Picture:
    name, bins = model.features[column], model.bins[column]
    figure = Figure(figsize=(4, 2.6), layout="constrained")
    axes = figure.subplots()
    for harm, one in model.harms.items():
        _draw(axes, harm, bins, one.steps[column])
    axes.axhline(0, color="black", linewidth=0.8)
    axes.set(xlabel=_unit(name), ylabel="adds to log-odds")
    axes.legend(fontsize=7)
    said = (
        f"{harm.replace('_', ' ')}: from {min(one.steps[column]):+.2f} to {max(one.steps[column]):+.2f}, "
        f"{one.steps[column][bins.unknown]:+.2f} where unknown"
        for harm, one in model.harms.items()
    )
    return picture(
        figure, f"feature-{name}", titled(name), "What it adds to the log-odds. " + "; ".join(said)
    )


def _draw(axes: Axes, harm: Harm, bins: Bins, steps: tuple[float, ...]) -> None:
    colour, dashes, mark = _LOOKS[harm]
    ends = _ends(bins)
    known = steps[: bins.unknown]
    axes.stairs(known, ends, color=colour, linestyle=dashes, baseline=None, label=harm.replace("_", " "))
    right = ends[-1] + 0.08 * (ends[-1] - ends[0])
    axes.plot([right], [steps[bins.unknown]], color=colour, marker=mark, fillstyle="none", linestyle="none")


def _ends(bins: Bins) -> list[float]:
    """Where the steps begin and end: what training saw bounds the outer two, or else half a step."""
    gaps = [right - left for left, right in pairwise(bins.edges)]
    least = min(gaps, default=1.0) / 2
    if not bins.edges:
        low = bins.lowest if bins.lowest is not None else 0.0
        high = bins.highest if bins.highest is not None else 0.0
        return [low, max(high, low + 1.0)]
    low = min(bins.edges[0] - least, bins.edges[0] if bins.lowest is None else bins.lowest)
    high = max(bins.edges[-1] + least, bins.edges[-1] if bins.highest is None else bins.highest)
    return [low, *bins.edges, high]


def _unit(name: FeatureName) -> str:
    try:
        return f"{feature_named(name).unit}; marks at the right: unknown"
    except KeyError:
        return "marks at the right: unknown"
