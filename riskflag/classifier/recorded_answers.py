"""What a person's assessments answer of what the dynamic instruments ask: one assessment's answers, or none.

Answers of different days are not put together, for nobody assessed such a person. What is dated one day is
one assessment, in however many parts it came.
"""

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from datetime import date
from enum import StrEnum
from typing import Any

from riskflag.classifier.offending_history import NO_ANSWERS, AssessmentAnswers
from riskflag.facts.history import when
from riskflag.facts.once import once_a_person
from riskflag.facts.person import PersonFacts
from riskflag.records import OasysAnswers, RiskAssessment
from riskflag.vocabulary import Source

_NAMES = tuple(each.name for each in fields(AssessmentAnswers))


class AnswersNote(StrEnum):
    """What a reader must know of how answers were read. No note says anything of the person."""

    NOT_COMPLETE = "The assessments on record are not known to be all there are, so no answers were used."
    WITHOUT_DAY = "Answers are on record without the day of their assessment, so they were not used."
    GAINSAID = "Assessments of the same day or later differ over an answer, so it counts as not given."


@dataclass(frozen=True, slots=True)
class RecordedAnswers:
    """What the newest assessment with answers says.

    answers: what was answered; null where nobody did, or where the answer does not stand
    given_on: the day of that assessment; None where no answers can be used
    notes: how they were read, where there was a choice or a gap
    """

    answers: AssessmentAnswers
    given_on: date | None = None
    notes: tuple[AnswersNote, ...] = ()


_NONE = RecordedAnswers(replace(NO_ANSWERS, drugs_in_use=None))


@once_a_person
def answers_on_record(person: PersonFacts) -> RecordedAnswers:
    """The answers of the newest assessment that has any, as known on the day of the question.

    An answer over which the assessments of that day and later differ does not stand. How old answers may be
    the instruments do not say, so none is too old: the day comes with them.
    """
    made = [each for each in person.history.risk_assessments if when(each) <= person.as_of]
    answering = [each for each in made if each.answers not in (None, OasysAnswers())]
    if not answering:
        return _NONE
    if Source.RISK_ASSESSMENTS in person.unavailable:
        return replace(_NONE, notes=(AnswersNote.NOT_COMPLETE,))
    days = [each.happened_on for each in answering if each.happened_on]
    return _of_day(max(days), made) if days else replace(_NONE, notes=(AnswersNote.WITHOUT_DAY,))


def _of_day(day: date, made: Iterable[RiskAssessment]) -> RecordedAnswers:
    since = [each for each in made if when(each) >= day]
    of_day = [each for each in since if each.happened_on == day]
    given = {name: answer for name in _NAMES if (answer := _first(name, of_day)) is not None}
    stands: dict[str, Any] = {
        name: answer for name, answer in given.items() if _nobody_differs(name, answer, since)
    }
    notes = () if stands == given else (AnswersNote.GAINSAID,)
    return RecordedAnswers(replace(_NONE.answers, **stands), day, notes)


def _first(name: str, made: Iterable[RiskAssessment]) -> object:
    return next((answer for each in made if (answer := _answer(name, each)) is not None), None)


def _nobody_differs(name: str, answer: object, made: Iterable[RiskAssessment]) -> bool:
    """Whether every assessment that gives this answer gives the same."""
    return all(_answer(name, each) in (None, answer) for each in made)


def _answer(name: str, made: RiskAssessment) -> object:
    """What an assessment answers; null where it does not. Drugs and offences are in no order."""
    if name == "domestic_abuse":
        return made.domestic_abuse_perpetrator
    answer = getattr(made.answers, name, None)
    return tuple(sorted(set(answer))) if isinstance(answer, tuple) else answer
