"""What officers decided on flags, for whoever learns from it: by the name of a case, and by nobody's name."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from riskflag.decisions import FlagDecision, OnFlag, sorted_out
from riskflag.dossier import LONDON
from riskflag.errors import Conflict, StoreUnavailable
from riskflag.persistence.assessments import read_assessment
from riskflag.persistence.decisions import read_decisions
from riskflag.persistence.enquiries import asked_about
from riskflag.persistence.people import find_person
from riskflag.records import PersonNumbers
from riskflag.vocabulary import AssessmentId, HarmFamily, PersonId, RuleCode


@dataclass(frozen=True, slots=True)
class DecidedFlag:
    """What counts of the decisions on one flag of one answer: the latest.

    decided_on: the day in London
    code: the rule's code
    harm_families: the kinds of harm that the flag speaks of, as it was raised
    decision: what was decided
    """

    decided_on: date
    code: RuleCode
    harm_families: tuple[HarmFamily, ...]
    decision: FlagDecision


@dataclass(frozen=True, slots=True)
class Labels:
    """The decisions on the flags of people, by the names of their cases.

    of_cases: of each case whose person is held, in the order in which they were decided
    unknown: how many cases have numbers of nobody who is held, or of more than one person
    unread: how many answers were left out, because they or a decision on them cannot be read
    """

    of_cases: Mapping[str, tuple[DecidedFlag, ...]]
    unknown: int
    unread: int


def read_labels(connection: Connection, cases: Mapping[str, PersonNumbers]) -> Labels:
    """The decisions on the flags of these cases' people."""
    people = {name: _person(connection, numbers) for name, numbers in cases.items()}
    answers = {person_id: _answers(connection, person_id) for person_id in people.values() if person_id}
    read = {
        person_id: [_decided(connection, answer) for answer in each] for person_id, each in answers.items()
    }
    return Labels(
        of_cases={name: _in_order(read[person_id]) for name, person_id in people.items() if person_id},
        unknown=sum(person_id is None for person_id in people.values()),
        unread=sum(decided is None for each in read.values() for decided in each),
    )


def _person(connection: Connection, numbers: PersonNumbers) -> PersonId | None:
    try:
        return find_person(connection, numbers)
    except Conflict:
        return None


def _answers(connection: Connection, person_id: PersonId) -> tuple[AssessmentId, ...]:
    return tuple(asked.id for asked in asked_about(connection, person_id))


def _decided(connection: Connection, answer: AssessmentId) -> tuple[DecidedFlag, ...] | None:
    """What counts on the flags of one answer; None where it cannot be read."""
    try:
        return tuple(_of_answer(connection, answer))
    except StoreUnavailable:
        return None


def _of_answer(connection: Connection, answer: AssessmentId) -> Iterator[DecidedFlag]:
    flags = sorted_out(read_decisions(connection, answer)).flags
    stored = read_assessment(connection, answer) if flags else None
    for flag in stored.full.flags if stored else ():
        latest = flags.get(flag.code, (None,))[0]
        if latest is not None and isinstance(latest.point, OnFlag):
            decided_on = latest.decided_at.astimezone(LONDON).date()
            yield DecidedFlag(decided_on, flag.code, flag.harm_families, latest.point.flag_decision)


def _in_order(read: list[tuple[DecidedFlag, ...] | None]) -> tuple[DecidedFlag, ...]:
    decided = (flag for each in read for flag in each or ())
    return tuple(sorted(decided, key=lambda flag: (flag.decided_on, flag.code, flag.decision)))
