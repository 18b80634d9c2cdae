"""An invented offending history that every instrument scores, to be changed in one thing at a time."""

from dataclasses import fields, replace
from datetime import date
from typing import Any

from riskflag.classifier.instrument_results import Contribution, Instrument, Refusal, Score
from riskflag.classifier.instruments import score
from riskflag.classifier.offending_history import NO_ANSWERS, AssessmentAnswers, OffendingHistory
from riskflag.records import Motivation, OasysAnswers, ProblemLevel, RelationshipStatus, Sex

MAN_OF_THIRTY = OffendingHistory(
    sex=Sex.MALE,
    date_of_birth=date(1996, 6, 15),
    assessed_on=date(2026, 11, 22),
    current_conviction_on=date(2025, 2, 3),
    current_offence_code="00831",
    sanction_occasions=4,
    violent_sanctions=2,
    age_at_first_sanction=18,
    follow_up_start=date(2026, 12, 1),
)
"""Thirty at release, first sanctioned at 18, convicted at 28 of breach of a restraining order."""

EVERY_ANSWER = OasysAnswers(
    weapon_carried_or_used=False,
    accommodation=ProblemLevel.NO_PROBLEMS,
    unemployed=False,
    relationship_problems=ProblemLevel.NO_PROBLEMS,
    relationship_status=RelationshipStatus.NOT_IN_RELATIONSHIP,
    activities_encourage_offending=ProblemLevel.NO_PROBLEMS,
    drugs_in_use=(),
    motivation_to_tackle_drug_misuse=Motivation.FULL,
    chronic_drinking=ProblemLevel.NO_PROBLEMS,
    binge_drinking=ProblemLevel.NO_PROBLEMS,
    impulsivity=ProblemLevel.NO_PROBLEMS,
    temper_control=ProblemLevel.NO_PROBLEMS,
    pro_criminal_attitudes=ProblemLevel.NO_PROBLEMS,
    past_offences=(),
)
"""An assessment that found no problem."""

EVERYTHING_ANSWERED = AssessmentAnswers(
    **{each.name: getattr(EVERY_ANSWER, each.name) for each in fields(EVERY_ANSWER)}, domestic_abuse=False
)
"""The same, as the instruments take it."""


def changed(**inputs: object) -> OffendingHistory:
    """The man of thirty with these inputs instead."""
    return replace(MAN_OF_THIRTY, **dict[str, Any](inputs))


def scored(
    instrument: Instrument, history: OffendingHistory, answers: AssessmentAnswers = NO_ANSWERS
) -> Score:
    """The score, which there must be."""
    result = score(instrument, history, answers)
    assert isinstance(result, Score), result
    return result


def refused(instrument: Instrument, history: OffendingHistory) -> Refusal:
    """The refusal, which there must be."""
    result = score(instrument, history)
    assert isinstance(result, Refusal), result
    return result


def weighed(result: Score, term: str) -> float:
    """What one term adds to the log-odds."""
    return {each.term: each for each in result.contributions}.get(term, Contribution(term, 0.0)).log_odds
