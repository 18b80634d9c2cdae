"""The risk of serious harm assessment set against the record: what came after it, and what it leaves out."""

from collections.abc import Iterable
from datetime import date

from riskflag.facts import Facts
from riskflag.facts.history import FlagFact, each_once, when
from riskflag.facts.once import once_a_person
from riskflag.facts.person import PersonFacts
from riskflag.facts.topics import weapon_records
from riskflag.facts.wording import called_settled, called_unsuitable
from riskflag.records import (
    Conviction,
    CustodyEventKind,
    DomesticAbuseKind,
    HealthAndCareKind,
    Record,
    Registration,
    RiskAssessment,
)
from riskflag.reference.flags import FlagTheme
from riskflag.reference.offences import OffenceTheme
from riskflag.reference.thresholds import BREACH_COUNT
from riskflag.vocabulary import RiskLevel

_MATERIAL = frozenset({CustodyEventKind.RECALLED, CustodyEventKind.VIOLENCE, CustodyEventKind.WEAPON_FOUND})
_HIGHER_MAPPA_LEVELS = ("level 2", "level 3")
_LEVELS = {
    FlagTheme.SERIOUS_HARM_LOW: RiskLevel.LOW,
    FlagTheme.SERIOUS_HARM_MEDIUM: RiskLevel.MEDIUM,
    FlagTheme.SERIOUS_HARM_HIGH: RiskLevel.HIGH,
    FlagTheme.SERIOUS_HARM_VERY_HIGH: RiskLevel.VERY_HIGH,
}


def current_assessment(facts: PersonFacts) -> RiskAssessment | None:
    """The newest assessment that states an overall level of risk of serious harm."""
    return next((a for a in facts.history.risk_assessments if a.overall is not None), None)


def decided_on(record: Record) -> date:
    """The day on which it came to be known: of a conviction the day of the verdict."""
    verdict = record.convicted_on if isinstance(record, Conviction) else None
    return verdict or when(record)


def came_after(assessment: RiskAssessment, facts: PersonFacts) -> tuple[Record, ...]:
    """Convictions, breaches, abuse, recalls, violence, weapons and admissions since the assessment."""
    day = when(assessment)
    return each_once(r for r in _material(facts) if decided_on(r) > day)


def left_out_of(assessment: RiskAssessment, facts: PersonFacts) -> tuple[Record, ...]:
    """What speaks against a low or medium level, unless the assessment came later and gives its reasons."""
    if assessment.overall not in (RiskLevel.LOW, RiskLevel.MEDIUM):
        return ()
    day, reasoned = when(assessment), bool(assessment.words.strip())
    left_out = [r for r in _grave(facts) if not reasoned or decided_on(r) > day]
    if assessment.weapon_considered is not True:
        left_out += [r for r in weapon_records(facts) if not reasoned or decided_on(r) > day]
    return each_once(left_out)


def other_levels(assessment: RiskAssessment, facts: PersonFacts) -> tuple[FlagFact, ...]:
    """Open flags that state another level of risk of serious harm than the assessment."""
    if not facts.history.flags:
        return ()
    return tuple(
        flag
        for flag in facts.history.flagged(*_LEVELS)
        if assessment.overall not in {_LEVELS[theme] for theme in flag.themes if theme in _LEVELS}
    )


def overdue_reviews(facts: PersonFacts) -> tuple[Record, ...]:
    """Open register entries whose recorded date for review has passed."""
    entries = (f.record for f in facts.history.flags if f.is_open and isinstance(f.record, Registration))
    return tuple(e for e in entries if e.review_due_on is not None and e.review_due_on < facts.as_of)


def contradictory_notes(facts: Facts) -> tuple[Record, ...]:
    """What calls the address unsuitable and what calls it settled; nothing unless both are written."""
    if not (facts.place.notes or facts.place.decisions):
        return ()
    against, settled = called_unsuitable(facts.place), called_settled(facts.place)
    return (*against, *settled) if against and settled else ()


@once_a_person
def _material(facts: PersonFacts) -> tuple[Record, ...]:
    history = facts.history
    admitted = (
        need
        for need in facts.process.health_and_care
        if need.mental_health and need.kind is HealthAndCareKind.HOSPITAL_ADMISSION
    )
    return (
        *(fact.record for fact in history.convictions if fact.proven),
        *history.breaches,
        *(fact.record for fact in history.abuse_by_person),
        *(event for event in history.custody if event.kind in _MATERIAL),
        *admitted,
    )


def _grave(facts: PersonFacts) -> Iterable[Record]:
    history = facts.history
    if facts.orders.in_force and len(history.breaches) >= BREACH_COUNT.value:
        yield from history.breaches
    yield from (fact.record for fact in history.convicted_of(OffenceTheme.STRANGULATION))
    for fact in history.abuse_by_person:
        if getattr(fact.record, "kind", None) is DomesticAbuseKind.STRANGULATION:
            yield fact.record
    yield from (flag.record for flag in history.flagged(FlagTheme.REGISTERED_SEX_OFFENDER))
    for flag in history.flagged(FlagTheme.MAPPA):
        if flag.type and any(level in flag.type.description.casefold() for level in _HIGHER_MAPPA_LEVELS):
            yield flag.record
