"""OGRS3: any proven reoffending within one year and within two, from the record alone.

Formula, coefficients and bands are the published ones. The public implementation of the Ministry of Justice
departs from them in two places, which are faults and are not followed here: docs/decisions/0010.
"""

from math import log

from riskflag.classifier.instrument_results import (
    Basis,
    Contribution,
    Instrument,
    Likelihood,
    Refusal,
    Result,
    Score,
    band,
    log_odds,
    rounded,
)
from riskflag.classifier.instrument_tables import offence_weight, ogrs3_age_and_sex, ogrs3_terms
from riskflag.classifier.log_odds import probability_of
from riskflag.classifier.offending_history import OffendingHistory
from riskflag.classifier.sound_history import SoundHistory, sound_history

BANDS = (50.0, 75.0, 90.0)
"""The lowest percentage within two years that is medium, high and very high."""
CAREER_YEARS_ADDED = 10
LOWEST, HIGHEST = 1, 99
"""The percentages at which the instrument stops: it states neither certainty."""


def score_ogrs3(history: OffendingHistory) -> Result:
    """The likelihood of any reoffending, or every reason why there is none to state."""
    sound = sound_history(Instrument.OGRS3, history)
    if isinstance(sound, Refusal):
        return sound
    terms = ogrs3_terms()
    of_person = tuple(Contribution(term, value) for term, value in _of_person(sound).items())
    in_one = (Contribution("constant", terms["constant_one_year"]), *of_person)
    in_two = (Contribution("constant", terms["constant_two_years"]), *of_person)
    two_years = _likelihood(2, log_odds(in_two))
    return Score(
        instrument=Instrument.OGRS3,
        basis=Basis.STATIC,
        two_years=two_years,
        one_year=_likelihood(1, log_odds(in_one)),
        band=band(two_years.percentage, BANDS),
        log_odds=log_odds(in_two),
        contributions=in_two,
    )


def _of_person(sound: SoundHistory) -> dict[str, float]:
    rate = log(sound.sanctions / (CAREER_YEARS_ADDED + sound.career))
    return {
        "age_and_sex": ogrs3_age_and_sex(sound.age, sound.sex) or 0.0,
        "conviction_status": ogrs3_terms()[_status(sound)],
        "rate_of_sanctions": ogrs3_terms()["rate_of_sanctions"] * rate,
        "current_offence": offence_weight(Instrument.OGRS3, Basis.STATIC, sound.offence) or 0.0,
    }


def _status(sound: SoundHistory) -> str:
    if sound.cautions_only:
        return {1: "first_caution", 2: "second_caution"}.get(sound.sanctions, "several_cautions")
    return "first_conviction" if sound.sanctions == 1 else "repeat_conviction"


def _likelihood(years: int, odds: float) -> Likelihood:
    chance = probability_of(odds)
    percentage = int(rounded(100 * rounded(chance, 5), 0))
    return Likelihood(years, chance, float(min(max(percentage, LOWEST), HIGHEST)))
