"""When this custody began, and breaches and recalls that followed quickly on an earlier release."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from riskflag.facts.history import HistoryFacts, each_once, newest_first, when
from riskflag.facts.orders import PersonOrders
from riskflag.records import CustodyEvent, CustodyEventKind, Record
from riskflag.reference.thresholds import QUICK_BREACH_DAYS

INTO_CUSTODY = frozenset({CustodyEventKind.RECEIVED, CustodyEventKind.SENTENCED, CustodyEventKind.RECALLED})


@dataclass(frozen=True, slots=True)
class QuickReturn:
    """A breach or a recall soon after a release.

    record: the breach, proven or alleged, or the recall
    release: the release before it; None where a recall is on record and no release before it
    days: whole days between them; None where either day is not known
    """

    record: Record
    release: CustodyEvent | None
    days: int | None


@dataclass(frozen=True, slots=True)
class ReturnFacts:
    """Ways back into custody.

    custody_began: first day of this custody; None unknown
    quick: breaches and recalls within the days that count as quick, newest first
    undated_breach: a breach or recall of which nobody knows the day follows an earlier release
    """

    custody_began: date | None
    quick: tuple[QuickReturn, ...]
    undated_breach: bool


def derive_returns(orders: PersonOrders, history: HistoryFacts, today: date) -> ReturnFacts:
    """Sets breaches against releases. A recall counts only for somebody who has been bound by an order."""
    releases = [e for e in history.custody if e.kind is CustodyEventKind.RELEASED and when(e) <= today]
    breaches = each_once((*history.breaches, *orders.breaches))
    recalls = [e for e in history.custody if e.kind is CustodyEventKind.RECALLED]
    bound = bool(orders.binding or breaches)
    events = newest_first([*breaches, *(recalls if bound else ())])
    return ReturnFacts(
        custody_began=_began(history.custody, releases),
        quick=tuple(each for event in events for each in _quick(event, releases)),
        undated_breach=any(event.happened_on is None and _before(event, releases) for event in events),
    )


def _began(custody: tuple[CustodyEvent, ...], releases: list[CustodyEvent]) -> date | None:
    """The first entry into custody since the last release."""
    last_release = when(releases[0]) if releases else date.min
    entries = [when(e) for e in custody if e.kind in INTO_CUSTODY and when(e) >= last_release]
    return min(entries) if entries else None


def _quick(event: Record, releases: list[CustodyEvent]) -> Iterable[QuickReturn]:
    release = _before(event, releases)
    if release is None and isinstance(event, CustodyEvent):
        yield QuickReturn(event, None, None)
    if release is not None and event.happened_on is not None:
        days = (event.happened_on - when(release)).days
        if days <= QUICK_BREACH_DAYS.value:
            yield QuickReturn(event, release, days)


def _before(event: Record, releases: list[CustodyEvent]) -> CustodyEvent | None:
    """The last release on or before the day of the event; ``releases`` are newest first."""
    return next((release for release in releases if when(release) <= when(event)), None)
