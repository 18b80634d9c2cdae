"""Signs on record that the person may be a risk to children, and children or a pregnancy at the address."""

import re
from collections.abc import Iterable
from datetime import timedelta

from riskflag.facts import Facts
from riskflag.facts.dates import whole_years
from riskflag.facts.history import ConvictionFact, when
from riskflag.facts.household import taken_for_child
from riskflag.facts.once import once_a_person
from riskflag.facts.person import PersonFacts
from riskflag.facts.quoting import words_of
from riskflag.facts.wording import may_be_here, mentions
from riskflag.records import AddressNote, Check, CheckKind, DomesticAbuseEvent, Record
from riskflag.reference.flags import FlagTheme
from riskflag.reference.offences import OffenceTheme
from riskflag.reference.thresholds import CHECK_MAX_AGE_DAYS, CHILD_AGE
from riskflag.vocabulary import RiskLevel, Source

SIGNS_IN = frozenset(
    {
        Source.CONVICTIONS,
        Source.ALERTS,
        Source.REGISTRATIONS,
        Source.RISK_ASSESSMENTS,
        Source.DOMESTIC_ABUSE,
        Source.CHECKS,
    }
)
"""Where the signs come from."""
AGAINST_CHILDREN = frozenset({OffenceTheme.AGAINST_CHILD, OffenceTheme.SEXUAL_AGAINST_CHILD})
RAISED_RISK = frozenset({RiskLevel.MEDIUM, RiskLevel.HIGH, RiskLevel.VERY_HIGH})
_PREGNANT = re.compile(
    r"(?<!not )\bpregnan(?:t|cy)\b|\bexpecting (?:a |her |their )?(?:baby|child)\b", re.IGNORECASE
)
_ASSESSED = re.compile(r"\bassess(?:ed|ment)\b", re.IGNORECASE)


def signs_of_risk_to_children(facts: Facts) -> tuple[tuple[Record, str], ...]:
    """Every record that is such a sign, with what it says."""
    return tuple(_signs(facts))


def pregnancy(facts: Facts) -> bool:
    """Whether somebody wrote that a pregnant woman lives at the address."""
    notes = (n.record for n in facts.place.notes if may_be_here(n))
    words = [note.words for note in notes if isinstance(note, AddressNote)]
    return mentions(_PREGNANT, facts.proposal.notes, *words)


def content_answer(facts: Facts) -> Check | None:
    """The newest answer of children's services about the address, if it is fresh and raises no concern."""
    since = facts.as_of - timedelta(days=CHECK_MAX_AGE_DAYS.value)
    answers = [
        (check.returned_on, check.concerns is not False, check)
        for check in facts.process.checks
        if check.kind is CheckKind.CHILDRENS_SERVICES
        and check.returned_on is not None
        and since <= check.returned_on <= facts.as_of
    ]
    if not answers:
        return None
    _, concern, newest = max(answers, key=lambda answer: answer[:2])
    return None if concern else newest


def supporting_assessment(facts: Facts) -> Check | None:
    """That answer, if it is a written assessment. An answer to a routine enquiry is not one."""
    answer = content_answer(facts)
    return answer if answer is not None and mentions(_ASSESSED, answer.result) else None


def _signs(facts: Facts) -> Iterable[tuple[Record, str]]:
    for record in _against_children(facts):
        yield record, words_of(record)
    assessed = next((a for a in facts.history.risk_assessments if a.to_children is not None), None)
    if assessed is not None and assessed.to_children in RAISED_RISK:
        yield assessed, f"{assessed.tool}: risk to children {assessed.to_children}"
    for check in facts.process.checks:
        if check.kind is CheckKind.CHILDRENS_SERVICES and check.concerns:
            yield check, check.result or "children's services raise a concern"


def _flags(facts: PersonFacts) -> Iterable[Record]:
    return (flag.record for flag in facts.history.flagged(FlagTheme.RISK_TO_CHILDREN))


@once_a_person
def _against_children(facts: PersonFacts) -> tuple[Record, ...]:
    return (*_flags(facts), *_offences(facts))


def _offences(facts: PersonFacts) -> Iterable[Record]:
    for fact in facts.history.convictions:
        if fact.proven and _against_child(fact, facts):
            yield fact.record
    for abuse in facts.history.abuse_by_person:
        if isinstance(abuse.record, DomesticAbuseEvent) and taken_for_child(abuse.victim, when(abuse.record)):
            yield abuse.record


def _against_child(fact: ConvictionFact, facts: PersonFacts) -> bool:
    """An offence against a child by its nature, or by an adult against somebody who was a child then."""
    if fact.themes & AGAINST_CHILDREN:
        return True
    day = fact.record.happened_on or fact.record.convicted_on or fact.record.recorded_on
    born = facts.person.date_of_birth
    peer = born is not None and whole_years(born, day) < CHILD_AGE.value
    return not peer and any(taken_for_child(victim, day) for victim in fact.record.victims)
