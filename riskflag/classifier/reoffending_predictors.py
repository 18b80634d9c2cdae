"""ARP, VRP and SVRP: any, violent and serious violent reoffending within two years.

Each is one sum of coefficients times powers of terms. The dynamic one has coefficients of its own and adds
the answers of an assessment; where an answer is missing, the static score stands and says what is missing.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache
from math import fsum, log

from riskflag.classifier.assessment_terms import counted, missing_answers
from riskflag.classifier.instrument_checks import OF_VIOLENCE
from riskflag.classifier.instrument_results import (
    Basis,
    Contribution,
    Fault,
    Instrument,
    Likelihood,
    Problem,
    Refusal,
    Result,
    Score,
    band,
    log_odds,
    rounded,
)
from riskflag.classifier.instrument_tables import Coefficient, offence_weight, predictor_coefficients
from riskflag.classifier.log_odds import probability_of
from riskflag.classifier.offending_history import AssessmentAnswers, OffendingHistory
from riskflag.classifier.sound_history import SoundHistory, sound_history
from riskflag.records import Sex

BANDS = {
    Instrument.ARP: (50.0, 75.0, 90.0),
    Instrument.VRP: (30.0, 60.0, 80.0),
    Instrument.SVRP: (1.0, 3.0, 6.9),
}
"""The lowest percentages that are medium, high and very high."""
CAREER_YEARS_ADDED = {Instrument.ARP: 26, Instrument.VRP: 12, Instrument.SVRP: 12}
CAREER_YEARS_ADDED_FOR_VIOLENCE = 30
HIGHEST = 99.99
"""The percentage at which the instruments stop."""


def score_predictor(instrument: Instrument, history: OffendingHistory, answers: AssessmentAnswers) -> Result:
    """The likelihood, dynamic where every answer was given; or every reason why there is none to state."""
    sound = sound_history(instrument, history)
    if isinstance(sound, Refusal):
        return sound
    missing = missing_answers(instrument, answers)
    basis = Basis.STATIC if missing else Basis.DYNAMIC
    terms = _record_terms(instrument, sound) | ({} if missing else counted(instrument, answers))
    contributions = tuple(_contributions(instrument, basis, sound, terms))
    odds = log_odds(contributions)
    chance = probability_of(odds)
    percentage = min(float(rounded(100 * Decimal(chance), 2)), HIGHEST)
    if percentage == 0 and instrument is not Instrument.SVRP:
        return Refusal(instrument, (Fault(Problem.ROUNDS_TO_NOUGHT, ()),))
    return Score(
        instrument=instrument,
        basis=basis,
        two_years=Likelihood(2, chance, percentage),
        one_year=None,
        band=band(percentage, BANDS[instrument]),
        log_odds=odds,
        contributions=contributions,
        missing_answers=missing,
    )


def _contributions(
    instrument: Instrument, basis: Basis, sound: SoundHistory, terms: Mapping[str, float]
) -> Iterator[Contribution]:
    yield Contribution("current_offence", offence_weight(instrument, basis, sound.offence) or 0.0)
    for term, applying in _applying(instrument, basis, sound.sex).items():
        value = terms[term]
        yield Contribution(term, fsum([each.value * value**each.power for each in applying]))


@cache
def _applying(instrument: Instrument, basis: Basis, sex: Sex) -> Mapping[str, tuple[Coefficient, ...]]:
    """The coefficients of every term that apply to this sex; none where the term does not."""
    every = predictor_coefficients(instrument, basis)
    return {
        term: tuple(each for each in every if each.term == term and each.sex in (None, sex))
        for term in dict.fromkeys(each.term for each in every)
    }


def _record_terms(instrument: Instrument, sound: SoundHistory) -> dict[str, float]:
    career_years = sound.career + CAREER_YEARS_ADDED[instrument]
    terms = {
        "constant": 1,
        "age": sound.age,
        "sex": 1,
        "first_sanction": sound.sanctions == 1,
        "second_sanction": sound.sanctions == 2,
        "sanction_occasions": sound.sanctions,
        "years_between_first_and_second_sanction": sound.career if sound.sanctions == 2 else 0,
        "offence_free_months": sound.months_at_liberty,
        "rate_of_sanctions": log(sound.sanctions / career_years) if sound.sanctions >= 3 else 0,
    }
    violence = _violence_terms(sound) if instrument in OF_VIOLENCE else {}
    return {term: float(value) for term, value in terms.items()} | violence


def _violence_terms(sound: SoundHistory) -> dict[str, float]:
    violent, years = sound.violent_sanctions, sound.career + CAREER_YEARS_ADDED_FOR_VIOLENCE
    return {
        "never_violent": float(violent == 0),
        "once_violent": float(violent == 1),
        "violent_sanctions": float(violent),
        "rate_of_violent_sanctions": log(violent / years) if violent else 0.0,
    }
