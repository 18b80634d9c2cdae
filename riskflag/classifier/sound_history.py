"""An offending history that was checked, in the figures that the instruments reckon with."""

from dataclasses import dataclass
from datetime import date

from riskflag.classifier.instrument_checks import faults, with_follow_up
from riskflag.classifier.instrument_results import Instrument, Refusal
from riskflag.classifier.instrument_tables import OffenceCategory, offence_category
from riskflag.classifier.offending_history import OffendingHistory
from riskflag.facts.dates import whole_years
from riskflag.records import Sex

MOST_MONTHS = 36
"""Months at liberty count up to three years."""


@dataclass(frozen=True, slots=True)
class SoundHistory:
    """What the formulae take.

    sex: female or male
    age: at the start of follow-up, in whole years
    career: years from first sanction to current conviction, by the person's age at each
    sanctions: sanction occasions, the current one too
    violent_sanctions: those for violence; 0 where the instrument does not ask
    months_at_liberty: whole months from the start of follow-up to the assessment, at most 36; 0 before
    release and where the instrument does not ask
    offence: where the instruments put the current offence
    cautions_only: whether no sanction was ever a conviction
    """

    sex: Sex
    age: int
    career: int
    sanctions: int
    violent_sanctions: int
    months_at_liberty: int
    offence: OffenceCategory
    cautions_only: bool


def sound_history(instrument: Instrument, history: OffendingHistory) -> SoundHistory | Refusal:
    """The history as the instrument reckons with it, or every reason why it cannot."""
    asked = with_follow_up(instrument, history)
    found = tuple(faults(instrument, asked))
    born, convicted, start = asked.date_of_birth, asked.current_conviction_on, asked.follow_up_start
    first, sanctions = asked.age_at_first_sanction, asked.sanction_occasions
    offence = offence_category(asked.current_offence_code or "")
    if not born or not convicted or not start or not offence or first is None or sanctions is None or found:
        return Refusal(instrument, found)
    return SoundHistory(
        sex=asked.sex,
        age=whole_years(born, start),
        career=whole_years(born, convicted) - first,
        sanctions=sanctions,
        violent_sanctions=asked.violent_sanctions or 0,
        months_at_liberty=_months_at_liberty(start, asked.assessed_on),
        offence=offence,
        cautions_only=asked.cautions_only,
    )


def _months_at_liberty(start: date, assessed_on: date | None) -> int:
    if assessed_on is None or assessed_on < start:
        return 0
    months = (assessed_on.year - start.year) * 12 + assessed_on.month - start.month
    return min(months - (assessed_on.day < start.day), MOST_MONTHS)
