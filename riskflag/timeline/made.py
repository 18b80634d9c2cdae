"""The lanes of a timeline, and the days that a picture of it shows."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from riskflag.dossier import Dossier
from riskflag.explanation import missing_sentence, remedy
from riskflag.facts.dates import years_before
from riskflag.timeline.entries import Entry, entries_of
from riskflag.vocabulary import Source

LANES = (
    Source.CUSTODY,
    Source.CONVICTIONS,
    Source.PROTECTIVE_ORDERS,
    Source.ORDER_BREACHES,
    Source.DOMESTIC_ABUSE,
)
"""What is shown, from the top."""

LONGEST_PAST = 40
LONGEST_FUTURE = 5
"""How many years before today and after it a picture shows at most. What lies beyond is told in words."""


@dataclass(frozen=True, slots=True)
class Lane:
    """What one source holds.

    source: which
    entries: in the order of their days; those without one come last
    gap: why it cannot be relied on, and what to do, in words; null where it can
    """

    source: Source
    entries: tuple[Entry, ...]
    gap: str | None


@dataclass(frozen=True, slots=True)
class Timeline:
    """A person's record over time.

    today: the day on which it was made
    release_date: when they are to be released, as was last proposed; null unknown
    first, last: the days with which a picture begins and ends
    lanes: in the order of LANES
    """

    today: date
    release_date: date | None
    first: date
    last: date
    lanes: tuple[Lane, ...]

    def draws(self, entry: Entry) -> bool:
        """Whether it has a place on the picture. All others are told in words alone."""
        if not entry.is_bar:
            return entry.on is not None and self.shows(entry.on)
        begins_in_time = entry.on is None or entry.on <= self.last
        return begins_in_time and (entry.until is None or entry.until >= self.first)

    def shows(self, day: date) -> bool:
        """Whether a day is on the picture."""
        return self.first <= day <= self.last


def timeline(dossier: Dossier, release_date: date | None) -> Timeline:
    """What is held of the person, over time.

    release_date: when they are to be released, as was last proposed; None unknown
    """
    today = dossier.as_of_date
    gaps = dossier.gaps()
    found = {source: tuple(sorted(entries_of(source, dossier), key=_order)) for source in LANES}
    lanes, number = [], 1
    for source in LANES:
        missing = gaps.get(source)
        gap = f"{missing_sentence(missing)} {remedy(missing)}" if missing else None
        lanes.append(Lane(source, tuple(_numbered(found[source], number)), gap))
        number += len(found[source])
    first, last = _window(today, release_date, [each for lane in lanes for each in lane.entries])
    return Timeline(today, release_date, first, last, tuple(lanes))


def _numbered(entries: Sequence[Entry], first: int) -> Iterable[Entry]:
    return (replace(entry, number=number) for number, entry in enumerate(entries, first))


def _order(entry: Entry) -> tuple[bool, date, date, str, str]:
    undated = entry.on is None
    return undated, entry.on or date.max, entry.until or date.max, entry.says, entry.held


def _window(today: date, release_date: date | None, entries: Iterable[Entry]) -> tuple[date, date]:
    """From the first day of anything to the last, and never beyond the longest that is shown."""
    earliest, latest = years_before(today, LONGEST_PAST), _years_after(today, LONGEST_FUTURE)
    days = [day for entry in entries for day in (entry.on, entry.until) if day is not None]
    days += [release_date] if release_date is not None else []
    shown = [day for day in days if earliest <= day <= latest]
    return min([today, *shown]), max([today, *shown])


def _years_after(day: date, years: int) -> date:
    return years_before(day, -years)
