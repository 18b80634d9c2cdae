"""Whether recorded abuse by the person comes more often, or grows worse."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise
from types import MappingProxyType

from riskflag.facts.abuse_convictions import Domestic, abuse_convictions
from riskflag.facts.dates import months_before, years_before
from riskflag.facts.history import each_once, when
from riskflag.facts.liberty import Spell, custody_spells, days_at_liberty
from riskflag.facts.once import once_a_person
from riskflag.facts.person import PersonFacts
from riskflag.facts.quoting import words_of
from riskflag.facts.wording import mentions
from riskflag.records import Conviction, DomesticAbuseEvent, DomesticAbuseKind, Record
from riskflag.reference.flags import FlagTheme
from riskflag.reference.offences import OffenceTheme, find_offence
from riskflag.reference.thresholds import DOMESTIC_ABUSE_YEARS, ESCALATION_COUNT, ESCALATION_MONTHS

_RANK_OF_KIND = MappingProxyType(
    {
        DomesticAbuseKind.VERBAL_DISPUTE: 1,
        DomesticAbuseKind.ECONOMIC_ABUSE: 2,
        DomesticAbuseKind.DAMAGE: 2,
        DomesticAbuseKind.STALKING_OR_HARASSMENT: 3,
        DomesticAbuseKind.CONTROLLING_OR_COERCIVE: 3,
        DomesticAbuseKind.THREATS: 3,
        DomesticAbuseKind.PHYSICAL_VIOLENCE: 4,
        DomesticAbuseKind.SEXUAL_VIOLENCE: 6,
        DomesticAbuseKind.STRANGULATION: 7,
    }
)
_RANK_OF_THEME = (
    (OffenceTheme.HOMICIDE, 8),
    (OffenceTheme.STRANGULATION, 7),
    (OffenceTheme.SERIOUS_VIOLENCE, 7),
    (OffenceTheme.SEXUAL, 6),
    (OffenceTheme.VIOLENCE, 4),
    (OffenceTheme.THREATS, 3),
    (OffenceTheme.COERCIVE_CONTROL, 3),
    (OffenceTheme.STALKING_OR_HARASSMENT, 3),
    (OffenceTheme.CRIMINAL_DAMAGE, 2),
)
_BODILY_HARM = re.compile(r"\b(?:actual bodily harm|ABH|wound\w*)\b", re.IGNORECASE)
_RANK_OF_BODILY_HARM = 5
_LAST = 3


class Escalation(StrEnum):
    """In what way it escalates."""

    OFTEN = "often"
    AFTER_MEETING = "after_meeting"
    WORSE = "worse"
    FASTER = "faster"


@dataclass(frozen=True, slots=True)
class Incident:
    """What happened on one day; reports of one day are one incident.

    day: the day
    record: the record of it that ranks highest
    rank: how grave it is, 1 the least and 8 the gravest; None where the record does not say
    """

    day: date
    record: Record
    rank: int | None


@once_a_person
def incidents(facts: PersonFacts) -> tuple[Incident, ...]:
    """Every dated incident of abuse by the person, oldest first."""
    by_day: dict[date, Incident] = {}
    for record in _records(facts):
        if record.happened_on is not None and record.happened_on <= facts.as_of:
            one = Incident(record.happened_on, record, _rank(record))
            known = by_day.get(one.day)
            if known is None or (one.rank or 0) > (known.rank or 0):
                by_day[one.day] = one
    return tuple(by_day[day] for day in sorted(by_day))


def may_escalate_undated(facts: PersonFacts) -> bool:
    """Whether abuse of which nobody knows the day could make enough of them."""
    undated = sum(1 for record in _records(facts) if record.happened_on is None)
    return bool(undated) and undated + len(incidents(facts)) >= ESCALATION_COUNT.value


def may_escalate_by_either_side(facts: PersonFacts) -> bool:
    """Whether recent abuse, of which nobody recorded who harmed whom, could make enough of them."""
    since = years_before(facts.as_of, DOMESTIC_ABUSE_YEARS.value)
    unclear = sum(1 for event in facts.history.abuse_side_unclear if when(event) >= since)
    return bool(unclear) and unclear + len(incidents(facts)) >= ESCALATION_COUNT.value


@once_a_person
def escalations(
    facts: PersonFacts,
) -> tuple[tuple[Escalation, tuple[Record, ...], tuple[Incident, ...]], ...]:
    """Each way in which abuse escalates, what else it rests on, and the incidents, oldest first. Only where
    the last of them lies within the years that count, time in custody not counted."""
    return tuple(_escalations(facts))


def _escalations(facts: PersonFacts) -> Iterable[tuple[Escalation, tuple[Record, ...], tuple[Incident, ...]]]:
    happened = incidents(facts)
    if not happened:
        return
    spells = custody_spells(facts.history.custody, facts.as_of)
    window = facts.as_of - months_before(facts.as_of, ESCALATION_MONTHS.value)
    counts = facts.as_of - years_before(facts.as_of, DOMESTIC_ABUSE_YEARS.value)
    recent = [i for i in happened if days_at_liberty(i.day, facts.as_of, spells) <= counts]
    often = _often(happened, window, spells)
    if often and often[-1] in recent:
        yield Escalation.OFTEN, (), often
    for meeting in _meetings(facts):
        after = tuple(i for i in recent if meeting[0] < i.day and _within(meeting[0], i.day, window, spells))
        if after:
            yield Escalation.AFTER_MEETING, (meeting[1],), after
    last = happened[-_LAST:]
    if len(last) == _LAST and last[-1] in recent:
        if _rising([i.rank for i in last]):
            yield Escalation.WORSE, (), last
        if _halving([days_at_liberty(a.day, b.day, spells) for a, b in pairwise(last)]):
            yield Escalation.FASTER, (), last


@once_a_person
def _records(facts: PersonFacts) -> tuple[Record, ...]:
    proven = (each.record for each in abuse_convictions(facts) if each.domestic is Domestic.YES)
    abuse = (fact.record for fact in facts.history.abuse_by_person)
    return each_once((*abuse, *proven))


def _rank(record: Record) -> int | None:
    if isinstance(record, DomesticAbuseEvent):
        return _RANK_OF_KIND.get(record.kind)
    if not isinstance(record, Conviction):
        return None
    offence = find_offence(record.offence_code)
    themes = offence.themes if offence else frozenset()
    rank = max((rank for theme, rank in _RANK_OF_THEME if theme in themes), default=None)
    described = (record.description, offence.description if offence else "")
    bodily = OffenceTheme.VIOLENCE in themes and mentions(_BODILY_HARM, *described)
    return max(rank or 0, _RANK_OF_BODILY_HARM) if bodily else rank


def _often(
    happened: tuple[Incident, ...], window: timedelta, spells: tuple[Spell, ...]
) -> tuple[Incident, ...]:
    """The last incidents that are enough within the window; none where there never were."""
    for end in range(len(happened), ESCALATION_COUNT.value - 1, -1):
        last = happened[end - 1]
        close = tuple(i for i in happened[:end] if _within(i.day, last.day, window, spells))
        if len(close) >= ESCALATION_COUNT.value:
            return close
    return ()


def _within(first: date, last: date, window: timedelta, spells: tuple[Spell, ...]) -> bool:
    return days_at_liberty(first, last, spells) <= window


def _meetings(facts: PersonFacts) -> Iterable[tuple[date, Record]]:
    """When a meeting about high risk of domestic abuse was entered, whether or not the entry has ended."""
    for flag in facts.history.flags:
        if FlagTheme.HIGH_RISK_DOMESTIC_ABUSE_MEETING in flag.themes:
            started = getattr(flag.record, "started_on", None) or getattr(flag.record, "active_from", None)
            yield started or when(flag.record), flag.record


def _rising(ranks: Sequence[int | None]) -> bool:
    return all(a is not None and b is not None and a < b for a, b in pairwise(ranks))


def _halving(intervals: Sequence[timedelta]) -> bool:
    return all(earlier >= 2 * later for earlier, later in pairwise(intervals)) and bool(intervals[0])


def ranked(incident: Incident) -> str:
    """The incident in the record's words, with its rank."""
    rank = f"severity {incident.rank} of 8" if incident.rank else "severity not recorded"
    return f"{rank}: {words_of(incident.record)}"
