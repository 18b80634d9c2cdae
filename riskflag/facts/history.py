"""What the person has done, what was done to them, and what systems flag about it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from riskflag.dossier import Dossier
from riskflag.facts.dates import written_date
from riskflag.records import (
    AbuseRole,
    Alert,
    BreachOutcome,
    Conviction,
    ConvictionOutcome,
    CustodyEvent,
    DomesticAbuseEvent,
    NamedPerson,
    OrderBreach,
    Record,
    Registration,
    RiskAssessment,
)
from riskflag.reference.flags import FlagTheme, FlagType, find_alert, find_register
from riskflag.reference.offences import Offence, OffenceTheme, find_offence
from riskflag.vocabulary import PERSONALLY_CONNECTED

R = TypeVar("R", bound=Record)
PROVEN = frozenset({ConvictionOutcome.CONVICTED, ConvictionOutcome.CAUTIONED})
HARMFUL = frozenset(
    {
        OffenceTheme.VIOLENCE,
        OffenceTheme.SERIOUS_VIOLENCE,
        OffenceTheme.STALKING_OR_HARASSMENT,
        OffenceTheme.STRANGULATION,
        OffenceTheme.COERCIVE_CONTROL,
        OffenceTheme.THREATS,
        OffenceTheme.CRIMINAL_DAMAGE,
        OffenceTheme.ARSON,
        OffenceTheme.SEXUAL,
        OffenceTheme.ACQUISITIVE,
    }
)
"""Offences that are domestic abuse when the victim is personally connected."""


@dataclass(frozen=True, slots=True)
class ConvictionFact:
    """A conviction with its offence looked up.

    record: the conviction
    offence: what the code means; None where the code is unknown
    """

    record: Conviction
    offence: Offence | None

    @property
    def proven(self) -> bool:
        """A conviction or caution, not a charge, an acquittal or a quashed conviction."""
        return self.record.outcome in PROVEN

    @property
    def themes(self) -> frozenset[OffenceTheme]:
        """What kind of offence it is; empty where the code is unknown."""
        return self.offence.themes if self.offence else frozenset()

    @property
    def abuse_whoever_the_victim(self) -> bool:
        """Whether it is proven domestic abuse even where nobody recorded the victim: the court found it, or
        the offence can only be done to a partner or relative."""
        return self.proven and bool(
            self.record.domestic_abuse_found or OffenceTheme.COERCIVE_CONTROL in self.themes
        )

    @property
    def connected_victims(self) -> tuple[NamedPerson, ...]:
        """Victims who are or were partners or relatives (Domestic Abuse Act 2021 s.2)."""
        return tuple(v for v in self.record.victims if v.relationship in PERSONALLY_CONNECTED)


@dataclass(frozen=True, slots=True)
class FlagFact:
    """An alert or registration with its code looked up.

    record: the alert or registration
    type: what the code means; None where the code is unknown
    is_open: whether it is open on the day of the question
    """

    record: Alert | Registration
    type: FlagType | None
    is_open: bool

    @property
    def themes(self) -> frozenset[FlagTheme]:
        """What it says about the person; empty where the code is unknown."""
        return self.type.themes if self.type else frozenset()

    @property
    def described(self) -> str:
        """What its code stands for, and whether it is open: "Restraining Order, ended 1 August 2021"."""
        ended = self.record.ended_on if isinstance(self.record, Registration) else self.record.active_to
        name = self.type.description if self.type else "a code that is not known"
        return f"{name}, {'open' if self.is_open else f'ended {written_date(ended)}'}"

    @property
    def words(self) -> str:
        """What was written with it."""
        return self.record.comment if isinstance(self.record, Alert) else self.record.notes


@dataclass(frozen=True, slots=True)
class AbuseFact:
    """One thing on record that shows abuse of a partner or relative, by the person.

    victim: who was harmed
    record: the event or the conviction that shows it
    happened_on: when; None unknown
    corroborated: proved, or supported by a second source
    """

    victim: NamedPerson
    record: DomesticAbuseEvent | Conviction
    happened_on: date | None
    corroborated: bool


@dataclass(frozen=True, slots=True)
class HistoryFacts:
    """The person's history.

    convictions: convictions and other outcomes, offences looked up
    flags: alerts and registrations, codes looked up
    abuse_by_person: abuse of partners and relatives by the person, from events and from convictions
    abuse_of_person: events in which the person was the victim
    abuse_side_unclear: events that do not say who harmed whom
    breaches: distinct occasions on which an order was broken and somebody found so
    risk_assessments: newest first
    custody: movements and incidents, newest first
    proven_themes: every theme of any proven offence
    open_themes: every theme of any open flag
    """

    convictions: tuple[ConvictionFact, ...]
    flags: tuple[FlagFact, ...]
    abuse_by_person: tuple[AbuseFact, ...]
    abuse_of_person: tuple[DomesticAbuseEvent, ...]
    abuse_side_unclear: tuple[DomesticAbuseEvent, ...]
    breaches: tuple[Record, ...]
    risk_assessments: tuple[RiskAssessment, ...]
    custody: tuple[CustodyEvent, ...]
    proven_themes: frozenset[OffenceTheme]
    open_themes: frozenset[FlagTheme]

    def convicted_of(self, *themes: OffenceTheme) -> tuple[ConvictionFact, ...]:
        """Proven offences of any of these themes."""
        if self.proven_themes.isdisjoint(themes):
            return ()
        return tuple(c for c in self.convictions if c.proven and not c.themes.isdisjoint(themes))

    def flagged(self, *themes: FlagTheme) -> tuple[FlagFact, ...]:
        """Open alerts and registrations of any of these themes."""
        if self.open_themes.isdisjoint(themes):
            return ()
        return tuple(f for f in self.flags if f.is_open and not f.themes.isdisjoint(themes))

    @property
    def latest_assessment(self) -> RiskAssessment | None:
        """The newest risk assessment that states an overall level, else the newest. A section of one, or a
        plan, states none: it must not hide the level that an earlier one gave."""
        levelled = (each for each in self.risk_assessments if each.overall is not None)
        return next(levelled, self.risk_assessments[0] if self.risk_assessments else None)

    @property
    def current_assessments(self) -> tuple[RiskAssessment, ...]:
        """The latest assessment and every section or plan made since: what any of them says still counts."""
        latest = self.latest_assessment
        return tuple(each for each in self.risk_assessments if latest and when(each) >= when(latest))

    @property
    def perpetrator_evidence(self) -> tuple[Record, ...]:
        """Records showing that the person has perpetrated domestic abuse: a flag, OASys 6.7, or abuse proved
        or corroborated, whether or not it is known whom it harmed. An order made on acquittal, or an
        allegation alone, is not among them."""
        flags = [f.record for f in self.flagged(FlagTheme.DOMESTIC_ABUSE_PERPETRATOR)]
        assessed = [a for a in self.risk_assessments if a.domestic_abuse_perpetrator]
        abuse = [fact.record for fact in self.abuse_by_person if fact.corroborated]
        victim_unknown = [
            c.record for c in self.convictions if c.abuse_whoever_the_victim and not c.connected_victims
        ]
        return (*flags, *assessed, *abuse, *victim_unknown)


def derive_history(dossier: Dossier) -> HistoryFacts:
    """Looks up every code and draws the abuse and the breaches together."""
    today = dossier.as_of_date
    convictions = tuple(ConvictionFact(c, find_offence(c.offence_code)) for c in dossier.of(Conviction))
    events = dossier.of(DomesticAbuseEvent)
    flags = tuple(_flags(dossier, today))
    return HistoryFacts(
        convictions=convictions,
        flags=flags,
        abuse_by_person=tuple(_abuse(events, convictions)),
        abuse_of_person=tuple(e for e in events if e.person_is is AbuseRole.VICTIM),
        abuse_side_unclear=tuple(e for e in events if e.person_is is AbuseRole.NOT_CLEAR),
        breaches=_distinct_breaches(dossier.of(OrderBreach), convictions),
        risk_assessments=newest_first(dossier.of(RiskAssessment)),
        custody=newest_first(dossier.of(CustodyEvent)),
        proven_themes=frozenset().union(*(c.themes for c in convictions if c.proven)),
        open_themes=frozenset().union(*(f.themes for f in flags if f.is_open)),
    )


def when(record: Record) -> date:
    """The day it happened, else the day it was written down."""
    return record.happened_on or record.recorded_on


def each_once(records: Iterable[R]) -> tuple[R, ...]:
    """The records in the order given, without those that come again."""
    return tuple({id(record): record for record in records}.values())


def newest_first(records: Iterable[R]) -> tuple[R, ...]:
    """Records by the date they happened, else were written down, newest first."""
    found = tuple(records)
    return found if len(found) < 2 else tuple(sorted(found, key=when, reverse=True))


def _flags(dossier: Dossier, today: date) -> Iterable[FlagFact]:
    for alert in dossier.of(Alert):
        ended = not alert.active and _has_ended(alert.active_from, alert.active_to, today)
        yield FlagFact(alert, find_alert(alert.code), not ended)
    for entry in dossier.of(Registration):
        ended = not entry.active and _has_ended(entry.started_on, entry.ended_on, today)
        yield FlagFact(entry, find_register(entry.code, entry.description), not ended)


def _has_ended(first: date | None, last: date | None, today: date) -> bool:
    """Whether the last day has passed. One that comes before the first day has ended nothing."""
    return last is not None and last < today and (first is None or first <= last)


def _abuse(
    events: tuple[DomesticAbuseEvent, ...], convictions: tuple[ConvictionFact, ...]
) -> Iterable[AbuseFact]:
    for event in events:
        if event.person_is is AbuseRole.PERPETRATOR:
            yield AbuseFact(event.other, event, event.happened_on, event.corroborated)
    for fact in convictions:
        abusive = fact.themes & HARMFUL or fact.record.domestic_abuse_found
        if fact.proven and abusive:
            for victim in fact.connected_victims:
                yield AbuseFact(victim, fact.record, fact.record.happened_on, corroborated=True)


def _distinct_breaches(
    breaches: tuple[OrderBreach, ...], convictions: tuple[ConvictionFact, ...]
) -> tuple[Record, ...]:
    """One record an occasion: what happened on one day counts once, however often it was charged."""
    proven: list[Record] = [b for b in breaches if b.outcome is not BreachOutcome.ALLEGED]
    proven += [c.record for c in convictions if c.proven and OffenceTheme.ORDER_BREACH in c.themes]
    days: set[date] = set()
    occasions: list[Record] = []
    for record in proven:
        if record.happened_on is None or record.happened_on not in days:
            occasions.append(record)
        if record.happened_on is not None:
            days.add(record.happened_on)
    return newest_first(occasions)
