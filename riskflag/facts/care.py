"""Signs that the person may need care, lack capacity or lose mental health treatment on release."""

import re
from datetime import date, timedelta

from riskflag.facts import Facts
from riskflag.facts.dates import months_before, years_before
from riskflag.facts.history import FlagFact, when
from riskflag.facts.once import once_a_person
from riskflag.facts.person import PersonFacts
from riskflag.facts.wording import mentions
from riskflag.records import Alert, HealthAndCareKind, HealthAndCareRecord, Record
from riskflag.reference.flags import FlagTheme
from riskflag.reference.thresholds import (
    BREACH_COUNT,
    BREACH_YEARS,
    CARE_ASSESSMENT_MAX_AGE_DAYS,
    HEALTH_HANDOVER_DAYS,
    HOSPITAL_ADMISSION_MONTHS,
    SELF_HARM_PLAN_MONTHS,
    VULNERABILITY_AGE_YEARS,
)

_SIGNS = frozenset({HealthAndCareKind.COGNITION_OBSERVED, HealthAndCareKind.LEARNING_DISABILITY})
_WRITTEN_SIGNS = re.compile(
    r"\bmemory (?:problems?|loss|difficult\w+|impairment|issues?)|\bforget(?:s|ful\w*)\b|\bdementia\b"
    r"|\balzheimer\w*|\bbrain injur\w+|\bcognitive(?:ly)? (?:impair\w+|decline|difficult\w+)"
    r"|\blearning disabilit\w+|\bodd behaviour\b|\b(?:seems?|appears?|often|gets) confused\b"
    r"|\black\w* (?:mental )?capacity\b",
    re.IGNORECASE,
)
_CANNOT_CARE = re.compile(
    r"\b(?:cannot|can't|could not|unable to) (?:care|cope|look after|manage)\b|\bdeclines? (?:all|every)\b",
    re.IGNORECASE,
)
_ONGOING = frozenset({HealthAndCareKind.MEDICATION, HealthAndCareKind.HOSPITAL_ADMISSION})
_PLAN_OPEN = "HA"
_PLAN_ALERTS = frozenset({_PLAN_OPEN, "HA1", "HA2"})
"""Prison alerts for the plan against self-harm (ACCT): open, after closure, closed."""
_HANDED_OVER = frozenset({HealthAndCareKind.HANDOVER, HealthAndCareKind.COMMUNITY_APPOINTMENT})


@once_a_person
def signs_of_care_needs(facts: PersonFacts) -> tuple[Record, ...]:
    """What staff observed of understanding and memory, learning disability, adult safeguarding flags, and
    what the current assessment says of any of it."""
    observed = (r for r in facts.process.health_and_care if r.kind in _SIGNS)
    flags = facts.history.flagged(FlagTheme.ADULT_AT_RISK, FlagTheme.SOCIAL_CARE)
    written = [each for each in facts.history.current_assessments if mentions(_WRITTEN_SIGNS, each.words)]
    return (*observed, *(flag.record for flag in flags), *written)


def assessed_for_care(facts: PersonFacts) -> bool:
    """Whether capacity or care needs were assessed in the last six months."""
    since = facts.as_of - timedelta(days=CARE_ASSESSMENT_MAX_AGE_DAYS.value)
    return any(
        record.kind is HealthAndCareKind.CAPACITY_OR_CARE_ASSESSMENT and since <= when(record) <= facts.as_of
        for record in facts.process.health_and_care
    )


def repeat_breaches(facts: PersonFacts) -> tuple[Record, ...]:
    """Breaches in the last five years, where there were at least two."""
    if len(facts.history.breaches) < BREACH_COUNT.value:
        return ()
    since = years_before(facts.as_of, BREACH_YEARS.value)
    recent = tuple(record for record in facts.history.breaches if when(record) >= since)
    return recent if len(recent) >= BREACH_COUNT.value else ()


def cannot_be_cared_for(facts: Facts) -> tuple[Record, ...]:
    """Occupiers who cannot cope with the person, and services that the person declined altogether."""
    occupiers = (c for c in facts.household.conversations if mentions(_CANNOT_CARE, c.words))
    staff = (r for r in facts.process.health_and_care if mentions(_CANNOT_CARE, r.words))
    return (*occupiers, *staff)


def old_enough_to_ask(facts: PersonFacts) -> bool | None:
    """Whether the person has reached the age at which care needs are asked about; None unknown."""
    return None if facts.age is None else facts.age >= VULNERABILITY_AGE_YEARS.value


@once_a_person
def mental_health_needs(facts: PersonFacts) -> tuple[Record, ...]:
    """A diagnosis; treatment, an admission in a year or a self-harm plan in six months; open flags."""
    needs: list[Record] = [r for r in facts.process.health_and_care if _is_need(r, facts.as_of)]
    needs += [flag.record for flag in facts.history.flagged(FlagTheme.MENTAL_HEALTH)]
    return (*needs, *(f.record for f in facts.history.flags if _self_harm_plan(f, facts.as_of)))


def handovers(facts: Facts) -> tuple[HealthAndCareRecord, ...]:
    """Handovers, and appointments within two weeks of release, made since the newest admission."""
    admitted = [
        when(r) for r in facts.process.health_and_care if r.kind is HealthAndCareKind.HOSPITAL_ADMISSION
    ]
    since = max(admitted, default=date.min)
    return tuple(r for r in facts.process.health_and_care if when(r) >= since and _hands_over(r, facts))


def officer_told(facts: PersonFacts) -> bool | None:
    """Whether a mental health record says that the responsible officer was told; None where none says."""
    said = {r.told_responsible_officer for r in facts.process.health_and_care if r.mental_health}
    return True if True in said else (False if False in said else None)


def _hands_over(record: HealthAndCareRecord, facts: Facts) -> bool:
    release = facts.proposal.release_date
    if record.kind is HealthAndCareKind.COMMUNITY_APPOINTMENT and release and record.happened_on:
        return record.happened_on <= release + timedelta(days=HEALTH_HANDOVER_DAYS.value)
    return record.kind in _HANDED_OVER


def _self_harm_plan(flag: FlagFact, today: date) -> bool:
    """Whether a prison alert says that such a plan is open, or was opened or closed in six months."""
    record = flag.record
    if not isinstance(record, Alert) or record.code.strip().upper() not in _PLAN_ALERTS:
        return False
    last = record.active_to or record.active_from or record.recorded_on
    is_open = flag.is_open and record.code.strip().upper() == _PLAN_OPEN
    return is_open or last >= months_before(today, SELF_HARM_PLAN_MONTHS.value)


def _is_need(record: HealthAndCareRecord, today: date) -> bool:
    if record.kind is HealthAndCareKind.SELF_HARM_PLAN:
        return when(record) >= months_before(today, SELF_HARM_PLAN_MONTHS.value)
    if record.kind in _ONGOING and record.mental_health:
        return when(record) >= months_before(today, HOSPITAL_ADMISSION_MONTHS.value)
    return record.kind is HealthAndCareKind.DIAGNOSIS and record.mental_health
