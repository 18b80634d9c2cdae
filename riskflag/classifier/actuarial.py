"""What the published instruments say of one person, in one shape for a score and for a refusal."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from riskflag.classifier.instrument_inputs import score_on_record
from riskflag.classifier.instrument_results import (
    Basis,
    Contribution,
    Fault,
    Instrument,
    Problem,
    Refusal,
    Result,
)
from riskflag.facts import Facts
from riskflag.vocabulary import RiskLevel


@dataclass(frozen=True, slots=True)
class ActuarialScore:
    """What one instrument says: a percentage, or why it says nothing. To say nothing is never a low score.

    instrument: which
    percentage: likelihood within two years in per cent, as the instrument states it; None where it refuses
    band: the instrument's own band for it
    basis: whether an assessment's answers went into it, or the record alone
    contributions: every term of its log-odds
    missing_answers: answers for want of which the record alone went into it
    answered_on: the day of the assessment whose answers were looked at; None where there was none
    refused_for: each reason for which it refuses, with the inputs concerned; empty where it states a score
    notes: how the records were read, where there was a choice or a gap
    """

    instrument: Instrument
    percentage: float | None
    band: RiskLevel | None
    basis: Basis | None
    contributions: tuple[Contribution, ...]
    missing_answers: tuple[str, ...]
    answered_on: date | None
    refused_for: tuple[str, ...]
    notes: tuple[str, ...]


def actuarial_scores(facts: Facts) -> tuple[ActuarialScore, ...]:
    """What each published instrument says, from the person's own records."""
    return tuple(map(_stated, score_on_record(facts).values()))


def _stated(result: Result) -> ActuarialScore:
    notes = tuple(map(str, result.notes))
    if isinstance(result, Refusal):
        return ActuarialScore(
            result.instrument, None, None, None, (), (), None, tuple(_reasons(result.faults)), notes
        )
    return ActuarialScore(
        instrument=result.instrument,
        percentage=result.two_years.percentage,
        band=result.band,
        basis=result.basis,
        contributions=result.contributions,
        missing_answers=result.missing_answers,
        answered_on=result.answered_on,
        refused_for=(),
        notes=notes,
    )


def _reasons(faults: Iterable[Fault]) -> Iterable[str]:
    for fault in faults:
        about = ", ".join(name.replace("_", " ") for name in fault.inputs)
        if fault.problem is Problem.MISSING:
            yield f"not known: {about}"
        else:
            yield f"{fault.problem.replace('_', ' ')} ({about})" if about else fault.problem.replace("_", " ")
