"""Days at liberty: time in custody is no time in which somebody could be abused."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from riskflag.facts.history import when
from riskflag.facts.returns import INTO_CUSTODY
from riskflag.records import CustodyEvent, CustodyEventKind

Spell = tuple[date, date]


def custody_spells(custody: Iterable[CustodyEvent], today: date) -> tuple[Spell, ...]:
    """First and last day of each time in custody, oldest first; one that nobody ended lasts until today."""
    spells: list[Spell] = []
    since: date | None = None
    for event in sorted((e for e in custody if when(e) <= today), key=when):
        if event.kind in INTO_CUSTODY and since is None:
            since = when(event)
        elif event.kind is CustodyEventKind.RELEASED and since is not None:
            spells.append((since, when(event)))
            since = None
    return (*spells, *([(since, today)] if since is not None else ()))


def days_at_liberty(first: date, last: date, spells: Sequence[Spell]) -> timedelta:
    """The time from ``first`` to ``last`` without the time in custody between them; never below nothing."""
    if first >= last:
        return timedelta(0)
    overlapping = [(start, end) for start, end in spells if start < last and first < end]
    held = sum((min(end, last) - max(start, first) for start, end in overlapping), timedelta(0))
    return max(last - first - held, timedelta(0))
