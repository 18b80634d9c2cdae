"""What each answer in an assessment counts in the dynamic instruments, and which answers are wanting."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from riskflag.classifier.instrument_results import Basis, Instrument
from riskflag.classifier.instrument_tables import predictor_coefficients
from riskflag.classifier.offending_history import AssessmentAnswers
from riskflag.records import Drug, Motivation, PastOffence, ProblemLevel, RelationshipStatus

_LEVELS = (
    "accommodation",
    "relationship_problems",
    "activities_encourage_offending",
    "chronic_drinking",
    "binge_drinking",
    "impulsivity",
    "temper_control",
    "pro_criminal_attitudes",
    "weapon_carried_or_used",
    "domestic_abuse",
)
"""Answers that count as they stand: 0, 1 or 2 for a level, 0 or 1 for no or yes."""
_WORTH = {word: float(number) for scored in (ProblemLevel, Motivation) for number, word in enumerate(scored)}
_UNEMPLOYED = 2
"""Out of work counts as a significant problem."""
_COUNTED_WITH_OTHERS = (Drug.OTHER_DRUGS, Drug.KETAMINE, Drug.SPICE, Drug.HALLUCINOGENS, Drug.SOLVENTS)
_MOTIVATION = "motivation_to_tackle_drug_misuse"


@dataclass(frozen=True, slots=True)
class _Term:
    """What a term needs to be answered, and what it then counts."""

    needs: tuple[str, ...]
    counts: Callable[[AssessmentAnswers], float]


@cache
def answer_terms(instrument: Instrument) -> tuple[str, ...]:
    """The terms of the dynamic instrument that rest on answers."""
    terms = (each.term for each in predictor_coefficients(instrument, Basis.DYNAMIC))
    return tuple(term for term in terms if term in _TERMS)


def counted(instrument: Instrument, answers: AssessmentAnswers) -> dict[str, float]:
    """What each answer counts, by term. An answer that nobody gave counts nothing: ask for these first."""
    return {
        term: 0.0 if _unanswered(_TERMS[term].needs, answers) else _TERMS[term].counts(answers)
        for term in answer_terms(instrument)
    }


def missing_answers(instrument: Instrument, answers: AssessmentAnswers) -> tuple[str, ...]:
    """The answers for want of which the dynamic instrument gives no score, each once.

    ARP does without the motivation to tackle drug misuse where no drug is in use that it asks about.
    """
    wanting = _unanswered(_asked(instrument), answers)
    if instrument is Instrument.ARP and _uses_none_of(_asked_about(answer_terms(instrument)), answers):
        return tuple(name for name in wanting if name != _MOTIVATION)
    return wanting


@cache
def _asked(instrument: Instrument) -> tuple[str, ...]:
    """Every answer that the dynamic instrument asks for, each once."""
    return tuple(dict.fromkeys(name for term in answer_terms(instrument) for name in _TERMS[term].needs))


def _unanswered(names: Iterable[str], answers: AssessmentAnswers) -> tuple[str, ...]:
    return tuple(name for name in names if getattr(answers, name) is None)


@cache
def _asked_about(terms: tuple[str, ...]) -> frozenset[Drug]:
    return frozenset(drug for drug in Drug if drug in terms or drug in _COUNTED_WITH_OTHERS)


def _as_it_stands(name: str) -> _Term:
    return _Term((name,), lambda answers: _worth(getattr(answers, name)))


def _worth(answer: bool | ProblemLevel | Motivation) -> float:
    return float(answer) if isinstance(answer, bool) else _WORTH[answer]


def _lives_with_partner(answers: AssessmentAnswers) -> float:
    return float(answers.relationship_status is RelationshipStatus.LIVING_TOGETHER)


def _problems_with_live_in_partner(answers: AssessmentAnswers) -> float:
    problems = answers.relationship_problems
    return _lives_with_partner(answers) * _worth(problems) if problems else 0.0


def drug_term(drug: Drug) -> Drug:
    """The term under which a drug in use counts: its own, or that of other drugs, which counts once."""
    return Drug.OTHER_DRUGS if drug in _COUNTED_WITH_OTHERS else drug


def _used(term: Drug) -> _Term:
    drugs = frozenset(drug for drug in Drug if drug_term(drug) is term)
    return _Term(("drugs_in_use",), lambda answers: float(not _uses_none_of(drugs, answers)))


def _uses_none_of(drugs: frozenset[Drug], answers: AssessmentAnswers) -> bool:
    return answers.drugs_in_use is not None and drugs.isdisjoint(answers.drugs_in_use)


def _convicted_of(offence: PastOffence) -> _Term:
    return _Term(("past_offences",), lambda answers: float(offence in (answers.past_offences or ())))


_TERMS: Mapping[str, _Term] = {
    **{name: _as_it_stands(name) for name in (*_LEVELS, _MOTIVATION)},
    "unemployed": _Term(("unemployed",), lambda answers: _UNEMPLOYED * float(bool(answers.unemployed))),
    "living_with_partner": _Term(("relationship_status",), _lives_with_partner),
    "problems_with_live_in_partner": _Term(
        ("relationship_status", "relationship_problems"), _problems_with_live_in_partner
    ),
    **{drug.value: _used(drug) for drug in Drug},
    **{f"past_{offence.value}": _convicted_of(offence) for offence in PastOffence},
}
