"""How often the person was convicted or cautioned, how often for violence, and how long ago they offended.

Counted as the published instruments count. That nobody was ever violent is the lowest value of the count.
"""

from datetime import date

from riskflag.classifier.feature import Direction, FeatureName, PersonFeature
from riskflag.classifier.instrument_inputs import counted_history
from riskflag.classifier.instrument_results import Instrument
from riskflag.classifier.reoffending_predictors import CAREER_YEARS_ADDED, CAREER_YEARS_ADDED_FOR_VIOLENCE
from riskflag.facts.dates import whole_years
from riskflag.facts.liberty import custody_spells, days_at_liberty
from riskflag.facts.person import PersonFacts
from riskflag.vocabulary import Source

_CONVICTIONS = frozenset({Source.CONVICTIONS})
_DAYS_IN_YEAR = 365.25


def _nothing_proven(facts: PersonFacts) -> bool:
    return not any(fact.proven for fact in facts.history.convictions)


def _occasions(facts: PersonFacts) -> float | None:
    return 0.0 if _nothing_proven(facts) else counted_history(facts).sanction_occasions


def _violent_occasions(facts: PersonFacts) -> float | None:
    return 0.0 if _nothing_proven(facts) else counted_history(facts).violent_sanctions


def _career(facts: PersonFacts) -> int | None:
    history = counted_history(facts)
    born, last, first = history.date_of_birth, history.current_conviction_on, history.age_at_first_sanction
    return None if born is None or last is None or first is None else whole_years(born, last) - first


def _a_year(times: float | None, facts: PersonFacts, years_added: int) -> float | None:
    career = _career(facts)
    if not times:
        return times
    return None if career is None else times / (career + years_added)


def _years_since_last(facts: PersonFacts) -> float | None:
    proven = [fact.record for fact in facts.history.convictions if fact.proven]
    days: list[date | None] = [record.happened_on or record.convicted_on for record in proven]
    known = [day for day in days if day is not None]
    if not known or len(known) < len(days):
        return None
    spells = custody_spells(facts.history.custody, facts.as_of)
    return days_at_liberty(max(known), facts.as_of, spells).days / _DAYS_IN_YEAR


FEATURES = (
    PersonFeature(
        name=FeatureName("sanction_occasions"),
        title="Occasions of conviction or caution",
        definition="Days on which a court convicted the person or they were cautioned, the current one too.",
        unit="occasions",
        grounds="In the published HMPPS violence predictor (dynamic) a first sanction takes 1.846 from the "
        "log-odds and a second 1.083, against three or more. Places that are policed more have more of them.",
        unknown_means="Unknown where a conviction has no date, or the convictions were not answered in full.",
        value=_occasions,
        needs=_CONVICTIONS,
        direction=Direction.RISES,
    ),
    PersonFeature(
        name=FeatureName("sanction_rate"),
        title="Convictions and cautions a year",
        definition=f"Occasions, divided by the years from the first to the newest and "
        f"{CAREER_YEARS_ADDED[Instrument.VRP]} more, as the published instruments divide.",
        unit="occasions a year",
        grounds="The Copas rate: each unit of its logarithm adds 0.599 for men and 0.477 for women to the "
        "log-odds in the published HMPPS violence predictor (dynamic), and more in that of serious violence.",
        unknown_means="Unknown where a conviction has no date, no date of birth is held, or the convictions "
        "were not answered in full.",
        value=lambda facts: _a_year(_occasions(facts), facts, CAREER_YEARS_ADDED[Instrument.VRP]),
        needs=_CONVICTIONS,
        direction=Direction.RISES,
        at_least=False,
    ),
    PersonFeature(
        name=FeatureName("violent_sanction_occasions"),
        title="Occasions of conviction or caution for violence",
        definition="Days of conviction or caution for anything that the published instruments count as "
        "violent; they count harassment, damage and drunkenness too.",
        unit="occasions",
        grounds="In the published HMPPS violence predictor (dynamic) never having been violent takes 1.721 "
        "from the log-odds of men and 2.241 from those of women, and each occasion adds 0.014 beside the "
        "rate.",
        unknown_means="Unknown where a conviction has no date or a code that the instruments do not list, or "
        "the convictions were not answered in full.",
        value=_violent_occasions,
        needs=_CONVICTIONS,
        direction=Direction.RISES,
    ),
    PersonFeature(
        name=FeatureName("violent_sanction_rate"),
        title="Convictions and cautions for violence a year",
        definition=f"Occasions for violence, divided by the years from the first sanction to the newest and "
        f"{CAREER_YEARS_ADDED_FOR_VIOLENCE} more, as the published instruments divide.",
        unit="occasions a year",
        grounds="Each unit of its logarithm adds 0.417 to the log-odds in the published HMPPS violence "
        "predictor (dynamic).",
        unknown_means="Unknown where the violent occasions are, or no date of birth is held.",
        value=lambda facts: _a_year(_violent_occasions(facts), facts, CAREER_YEARS_ADDED_FOR_VIOLENCE),
        needs=_CONVICTIONS,
        direction=Direction.RISES,
        at_least=False,
    ),
    PersonFeature(
        name=FeatureName("years_at_liberty_since_last_offence"),
        title="Years at liberty since the last offence",
        definition="Time since the newest proven offence without the time in custody. The day of conviction "
        "stands in where the day of the offence is not known.",
        unit="years",
        grounds="Each month without an offence takes 0.053 from the log-odds in the published HMPPS violence "
        "predictor (dynamic), less as they grow.",
        unknown_means="Unknown where no offence is proven, one has no date at all, or the convictions or the "
        "movements in and out of custody were not answered in full.",
        value=_years_since_last,
        needs=_CONVICTIONS | {Source.CUSTODY},
        direction=Direction.FALLS,
        at_least=False,
    ),
)
