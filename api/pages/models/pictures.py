"""Pictures of figures, as points for a template to draw. Each is told in words and in a table as well."""

from collections.abc import Iterable
from dataclasses import dataclass

from api.pages.models.words import named
from riskflag.classifier.figures import HarmFigures
from riskflag.classifier.harm import Harm

WIDTH, HEIGHT = 340, 260
LEFT, RIGHT, TOP, BOTTOM = 48, 330, 12, 214
"""Of a picture, and of the axes in it, in its own units."""

SCALES = (0.1, 0.25, 0.5, 1.0)
"""How far an axis may go: to the first that holds all that is drawn."""

QUARTERS = (0.0, 0.25, 0.5, 0.75, 1.0)
ENOUGH = 3
"""Of the points of a curve every third is put in its table."""

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Curve:
    """One line of a picture.

    label: what it is
    points: as the polyline of an SVG takes them
    dashes: as its stroke-dasharray takes them; empty for a whole line
    """

    label: str
    points: str
    dashes: str = ""


@dataclass(frozen=True, slots=True)
class Tick:
    """A number on an axis, and where along it that is."""

    at: float
    text: str


@dataclass(frozen=True, slots=True)
class Picture:
    """What is drawn, and the same in words and as a table.

    name: of its parts, on a page with many
    across, up: what the axes are
    ticks_across, ticks_up: numbers on them
    curves: lines
    dots: points with the interval around each: across, up, low, high
    marked: a vertical line at a chosen place; None for none
    marked_as: what it is
    columns, rows: the table
    """

    name: str
    title: str
    description: str
    across: str
    up: str
    ticks_across: tuple[Tick, ...]
    ticks_up: tuple[Tick, ...]
    curves: tuple[Curve, ...]
    dots: tuple[tuple[float, float, float, float], ...]
    marked: float | None
    marked_as: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def reliability_picture(harm: Harm, found: HarmFigures) -> Picture:
    """How often it happened, over what the model said."""
    bins = [each for each in found.reliability.bins if each.observed.value is not None]
    highest = max((max(each.said, each.observed.high) for each in bins), default=1.0)
    scale = next((each for each in SCALES if each >= highest), SCALES[-1])
    line = found.performance.line
    return Picture(
        name=f"{harm.value}-calibration",
        title=f"{named(harm)}: calibration",
        description=(
            f"People in {len(bins)} groups by what the model said. A dot on the dashed line means that it "
            f"happened as often as was said. Slope {line.slope:.2f}, intercept {line.intercept:+.2f}; "
            "1 and 0 would be right."
        ),
        across="Probability that the model said",
        up="Share to whom it happened",
        ticks_across=_ticks_across(scale),
        ticks_up=_ticks_up(scale),
        curves=(Curve("as often as said", _drawn([(0, 0), (scale, scale)], scale), "5 4"),),
        dots=tuple(
            (
                _x(each.said, scale),
                _y(each.observed.value or 0.0, scale),
                _y(each.observed.low, scale),
                _y(each.observed.high, scale),
            )
            for each in bins
        ),
        marked=None,
        marked_as="",
        columns=("What was said", "How often it happened", "Counts"),
        rows=tuple(
            (f"{each.said:.3f}", f"{each.observed.value:.3f}", f"{each.observed.part} of {each.observed.of}")
            for each in bins
        ),
    )


def threshold_picture(harm: Harm, found: HarmFigures) -> Picture:
    """Recall and precision of the flag at every threshold, and the one that was chosen."""
    at = found.flags.by_threshold
    flag = found.flags.unrecognised
    return Picture(
        name=f"{harm.value}-threshold",
        title=f"{named(harm)}: threshold of the flag",
        description=(
            f"Of releases of which no rule speaks, the threshold {found.flags.threshold:.3f} flags "
            f"{flag.flagged.part} of {flag.flagged.of}. It finds {flag.recall.part} of {flag.recall.of} "
            "after which it happened."
        ),
        across="Threshold",
        up="Share",
        ticks_across=_ticks_across(1.0),
        ticks_up=_ticks_up(1.0),
        curves=(
            Curve("recall", _drawn((each.threshold, each.recall) for each in at)),
            Curve("precision", _drawn((each.threshold, each.precision) for each in at), "2 3"),
        ),
        dots=(),
        marked=_x(found.flags.threshold, 1.0),
        marked_as=f"chosen: {found.flags.threshold:.3f}",
        columns=("Threshold", "Recall", "Precision"),
        rows=tuple(
            (f"{each.threshold:.2f}", _share(each.recall), _share(each.precision)) for each in at[::ENOUGH]
        ),
    )


def _share(value: float | None) -> str:
    return "nobody to take it of" if value is None else f"{value:.2f}"


def _x(value: float, scale: float) -> float:
    return round(LEFT + min(value / scale, 1.0) * (RIGHT - LEFT), 1)


def _y(value: float, scale: float) -> float:
    return round(BOTTOM - min(value / scale, 1.0) * (BOTTOM - TOP), 1)


def _drawn(points: Iterable[tuple[float, float | None]], scale: float = 1.0) -> str:
    return " ".join(f"{_x(x, scale)},{_y(y, scale)}" for x, y in points if y is not None)


def _ticks_across(scale: float) -> tuple[Tick, ...]:
    return tuple(Tick(_x(each * scale, scale), f"{each * scale:.3g}") for each in QUARTERS)


def _ticks_up(scale: float) -> tuple[Tick, ...]:
    return tuple(Tick(_y(each * scale, scale), f"{each * scale:.3g}") for each in QUARTERS)
