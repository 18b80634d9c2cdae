"""Whether multi-agency public protection arrangements (MAPPA) are due, as far as the records show.

Criminal Justice Act 2003 ss.325-327B: category 1 registered sex offenders, 2 a Schedule 15 offence with
twelve months or more, 3 other dangerous people, 4 terrorism. Coercive control counts from 3 February 2025.
"""

from collections.abc import Iterable
from datetime import date

from riskflag.facts import Facts
from riskflag.facts.assessed import decided_on
from riskflag.facts.dates import months_before
from riskflag.facts.history import ConvictionFact, FlagFact, each_once
from riskflag.facts.once import once_a_person
from riskflag.facts.person import PersonFacts
from riskflag.facts.sentences import still_runs
from riskflag.facts.topics import SEXUAL_OFFENCES, VIOLENT_OFFENCES
from riskflag.facts.written import nothing_on_record
from riskflag.records import ConvictionOutcome, Record, Registration
from riskflag.reference.flags import FlagTheme
from riskflag.reference.offences import OffenceTheme
from riskflag.reference.thresholds import (
    BREACH_COUNT,
    ESCALATION_COUNT,
    MAPPA_CUSTODY_MONTHS,
    MAPPA_LEVEL_MONTHS,
)
from riskflag.vocabulary import OrderType, RiskLevel

COERCIVE_CONTROL_SINCE = date(2025, 2, 3)
_MAY_BE_SCHEDULE_15 = frozenset({*VIOLENT_OFFENCES, *SEXUAL_OFFENCES, OffenceTheme.KIDNAP})
_SEVERE = frozenset({RiskLevel.HIGH, RiskLevel.VERY_HIGH})
_UNSET = "tbc"


@once_a_person
def grounds(facts: PersonFacts) -> tuple[Record, ...]:
    """The records that bring the person into a category: registration, offence, terrorism, danger shown."""
    if nothing_on_record(facts):
        return ()
    by_offence = [c.record for c in facts.history.convictions if _qualifies(c, facts)]
    others = () if _found_not_eligible(facts) else (*by_offence, *_other_danger(facts))
    return each_once((*_registered(facts), *_terrorism(facts), *others))


@once_a_person
def undecided(facts: PersonFacts) -> str | None:
    """What must be known before an offence can be said to qualify or not; None where nothing is open."""
    if _found_not_eligible(facts):
        return None
    for conviction in facts.history.convictions:
        if conviction.record.outcome is not ConvictionOutcome.CONVICTED:
            continue
        if conviction.record.custody_months is None and (
            _scheduled(conviction) or _may_be_scheduled(conviction)
        ):
            return "the length of a sentence"
        if _may_be_scheduled(conviction) and _long_and_running(conviction, facts):
            return "whether an offence is listed in Schedule 15"
    return None


@once_a_person
def level_unset(facts: PersonFacts) -> tuple[FlagFact, ...]:
    """MAPPA flags whose level is still to be confirmed, where no other flag states one."""
    flags = facts.history.flagged(FlagTheme.MAPPA)
    unset = tuple(f for f in flags if f.type and _UNSET in f.type.description.casefold())
    stated = any(f not in unset and _states_a_level(f.record) for f in flags)
    return () if stated else unset


def level_is_due(facts: Facts) -> bool | None:
    """Whether release is close enough for a level to be set; None where the release date is unknown."""
    release = facts.proposal.release_date
    return None if release is None else months_before(release, MAPPA_LEVEL_MONTHS.value) <= facts.as_of


def _states_a_level(record: Record) -> bool:
    return not isinstance(record, Registration) or bool(record.level)


def _qualifies(conviction: ConvictionFact, facts: PersonFacts) -> bool:
    convicted = conviction.record.outcome is ConvictionOutcome.CONVICTED
    return convicted and _scheduled(conviction) and _long_and_running(conviction, facts)


def _scheduled(conviction: ConvictionFact) -> bool:
    if OffenceTheme.COERCIVE_CONTROL in conviction.themes:
        return decided_on(conviction.record) >= COERCIVE_CONTROL_SINCE
    return conviction.offence is not None and conviction.offence.schedule_15 is True


def _may_be_scheduled(conviction: ConvictionFact) -> bool:
    offence = conviction.offence
    return offence is None or (offence.schedule_15 is None and bool(offence.themes & _MAY_BE_SCHEDULE_15))


def _long_and_running(conviction: ConvictionFact, facts: PersonFacts) -> bool:
    """Twelve months or more, not run out before the newest sentence on record was passed."""
    months = conviction.record.custody_months or 0
    return months >= MAPPA_CUSTODY_MONTHS.value and still_runs(conviction, facts)


def _registered(facts: PersonFacts) -> Iterable[Record]:
    yield from (flag.record for flag in facts.history.flagged(FlagTheme.REGISTERED_SEX_OFFENDER))
    for fact in facts.orders.in_force:
        if fact.order.order_type is OrderType.SEX_OFFENDER_NOTIFICATION:
            yield fact.order


def _terrorism(facts: PersonFacts) -> Iterable[Record]:
    yield from (flag.record for flag in facts.history.flagged(FlagTheme.TERRORISM))
    yield from (fact.record for fact in facts.history.convicted_of(OffenceTheme.TERRORISM))


def _other_danger(facts: PersonFacts) -> Iterable[Record]:
    """A high risk of serious harm with repeated breaches or abuse: a case for several agencies."""
    history = facts.history
    assessed = history.latest_assessment
    if assessed is None or assessed.overall not in _SEVERE:
        return
    if len(history.breaches) >= BREACH_COUNT.value:
        yield from (assessed, *history.breaches)
    if len(history.abuse_by_person) >= ESCALATION_COUNT.value:
        yield from (assessed, *(fact.record for fact in history.abuse_by_person))


def _found_not_eligible(facts: PersonFacts) -> bool:
    """A register entry with reasons, made after the last conviction."""
    if not facts.history.flags:
        return False
    last = max((decided_on(c.record) for c in facts.history.convictions), default=date.min)
    entries = [f.record for f in facts.history.flagged(FlagTheme.NOT_MAPPA) if f.words.strip()]
    return any(isinstance(e, Registration) and (e.started_on or date.min) >= last for e in entries)
