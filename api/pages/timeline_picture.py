"""A timeline as a picture: where each bar and mark stands. Pure; what it draws is told in words beside it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from riskflag.timeline import Entry, Timeline
from riskflag.vocabulary import Source

PER_YEAR = 60
NARROWEST, WIDEST = 640, 2400
MARGIN = 30
"""On either side, so that no mark is cut off."""
MARK = 24
"""How wide and high a mark is; a bar is as high, and at least as wide."""
ROW = 30
"""How high a row is: what would overlap stands in the next."""
APART = 4
YEARS_APART = 48
"""How far two years stand apart at least where they are written."""
FIRST_DAY = 160
"""How much room the first day takes where it is written."""

SHAPES = {
    Source.CUSTODY: "pentagon",
    Source.CONVICTIONS: "square",
    Source.PROTECTIVE_ORDERS: "bar",
    Source.ORDER_BREACHES: "diamond",
    Source.DOMESTIC_ABUSE: "circle",
}
"""The shape of each lane's marks."""


@dataclass(frozen=True, slots=True)
class Shape:
    """One bar or mark.

    number: by which the lines call it
    kind: bar, or the shape of a mark
    left, top: its corner
    width: how wide it is
    opens: whether a bar goes on beyond the right end of the picture, or has no end that is known
    began_before: whether a bar begins before the left end, or has no beginning that is known
    over: whether a bar has ended
    """

    number: int
    kind: str
    left: float
    top: float
    width: float
    opens: bool
    began_before: bool
    over: bool

    @property
    def middle(self) -> float:
        """Where its number stands."""
        return round(self.left + MARK / 2, 1)


@dataclass(frozen=True, slots=True)
class LanePicture:
    """One lane: its shapes, and how high it is."""

    source: Source
    shapes: tuple[Shape, ...]
    height: float


@dataclass(frozen=True, slots=True)
class Picture:
    """The whole.

    width: of every lane
    lanes: from the top
    today: where today stands
    release: where the release stands; null where it is not shown
    years: where each year that is written begins
    begins: where the first day is written; null where there is no room before the first year
    """

    width: float
    lanes: tuple[LanePicture, ...]
    today: float
    release: float | None
    years: tuple[tuple[float, int], ...]
    begins: float | None


def picture_of(timeline: Timeline) -> Picture:
    """Where everything stands."""
    days = max(1, (timeline.last - timeline.first).days)
    width = min(WIDEST, max(NARROWEST, round(days / 365 * PER_YEAR) + 2 * MARGIN))
    scale = _Scale(timeline.first, (width - 2 * MARGIN) / days)
    release, years = timeline.release_date, tuple(_years(timeline, scale))
    return Picture(
        width=width,
        lanes=tuple(_lane(timeline, lane.source, lane.entries, scale, width) for lane in timeline.lanes),
        today=scale.at(timeline.today),
        release=scale.at(release) if release is not None and timeline.shows(release) else None,
        years=years,
        begins=None if years and years[0][0] < MARGIN + FIRST_DAY else MARGIN,
    )


@dataclass(frozen=True, slots=True)
class _Scale:
    """From days to places."""

    first: date
    per_day: float

    def at(self, day: date) -> float:
        return round(MARGIN + (day - self.first).days * self.per_day, 1)


def _lane(
    timeline: Timeline, source: Source, entries: Sequence[Entry], scale: _Scale, width: float
) -> LanePicture:
    filled_to: list[float] = []
    shapes = []
    for entry in sorted(filter(timeline.draws, entries), key=lambda each: (not each.is_bar, each.number)):
        left, right = _ends(timeline, entry, scale, width)
        row = next((n for n, end in enumerate(filled_to) if end + APART <= left), len(filled_to))
        filled_to[row : row + 1] = [right]
        kind = "bar" if entry.is_bar else SHAPES[source]
        began_before = entry.is_bar and (entry.on is None or entry.on < timeline.first)
        opens = entry.is_bar and (entry.until is None or entry.until > timeline.last)
        top = APART + row * ROW
        shapes.append(
            Shape(entry.number, kind, left, top, round(right - left, 1), opens, began_before, entry.over)
        )
    return LanePicture(source, tuple(shapes), APART + ROW * max(1, len(filled_to)))


def _ends(timeline: Timeline, entry: Entry, scale: _Scale, width: float) -> tuple[float, float]:
    """Its left and right ends: a mark stands in the middle over its day."""
    if not entry.is_bar:
        left = scale.at(entry.on or timeline.first) - MARK / 2
        return round(left, 1), round(left + MARK, 1)
    left = scale.at(max(entry.on or timeline.first, timeline.first))
    ends = entry.until is not None and entry.until <= timeline.last
    right = scale.at(entry.until or timeline.last) if ends else width - APART
    left = min(left, width - APART - MARK)
    return round(left, 1), round(max(right, left + MARK), 1)


def _years(timeline: Timeline, scale: _Scale) -> Iterable[tuple[float, int]]:
    """The first day of each year that has room to be written."""
    last = float("-inf")
    for year in range(timeline.first.year + 1, timeline.last.year + 1):
        at = scale.at(date(year, 1, 1))
        if at >= last + YEARS_APART:
            last = at
            yield at, year
