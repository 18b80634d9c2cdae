"""What holds of every history: an answer or a refusal, parts that add up, and a band that follows."""

from dataclasses import replace
from datetime import date
from math import fsum

from hypothesis import given
from hypothesis import strategies as st

from riskflag.classifier.instrument_results import Basis, Instrument, Refusal, Score, band
from riskflag.classifier.instrument_tables import find_offence_category
from riskflag.classifier.instruments import score, score_all
from riskflag.classifier.offending_history import AssessmentAnswers, OffendingHistory
from riskflag.classifier.ogrs3 import BANDS as OGRS3_BANDS
from riskflag.classifier.reoffending_predictors import BANDS
from riskflag.records import Sex
from riskflag.vocabulary import RiskLevel
from tests.strategies import instances

OF_INSTRUMENT = {**BANDS, Instrument.OGRS3: OGRS3_BANDS}
CODES = st.sampled_from(["00831", "00100", "01700", "04910", "08800", "95000", "00000", "14100", "5/28"])
DATES = st.none() | st.dates()
COUNTS = st.none() | st.integers()
INSTRUMENTS = st.sampled_from(Instrument)

ANYTHING = st.builds(
    OffendingHistory,
    sex=st.sampled_from(Sex),
    date_of_birth=DATES,
    assessed_on=DATES,
    current_conviction_on=DATES,
    current_offence_code=st.none() | CODES | st.text(max_size=6),
    sanction_occasions=COUNTS,
    violent_sanctions=COUNTS,
    age_at_first_sanction=COUNTS,
    follow_up_start=DATES,
    cautions_only=st.booleans(),
)
ANSWERS = instances(AssessmentAnswers)


@st.composite
def plausible(draw: st.DrawFn) -> OffendingHistory:
    """A history in order: born, sanctioned, convicted, released."""
    born = draw(st.dates(date(1930, 1, 1), date(2008, 12, 31)))
    convicted = draw(st.dates(date(2020, 1, 1), date(2026, 12, 31)))
    sanctions = draw(st.integers(1, 999))
    return OffendingHistory(
        sex=draw(st.sampled_from([Sex.FEMALE, Sex.MALE])),
        date_of_birth=born,
        assessed_on=draw(st.dates(date(2026, 10, 1), date(2030, 1, 1))),
        current_conviction_on=convicted,
        current_offence_code=draw(st.sampled_from(["00831", "00877", "00100", "01700", "04910"])),
        sanction_occasions=sanctions,
        violent_sanctions=draw(st.integers(0, sanctions)),
        age_at_first_sanction=draw(st.integers(0, convicted.year - born.year - 1)),
        follow_up_start=draw(st.dates(convicted, date(2040, 1, 1))),
    )


@given(ANYTHING, ANSWERS)
def test_nothing_that_is_asked_makes_an_instrument_fail(
    history: OffendingHistory, answers: AssessmentAnswers
) -> None:
    for instrument, result in score_all(history, answers).items():
        assert result.instrument is instrument
        assert isinstance(result, Score) or result.faults


@given(plausible(), ANSWERS)
def test_a_plausible_history_is_scored_and_its_score_is_whole(
    history: OffendingHistory, answers: AssessmentAnswers
) -> None:
    for instrument, result in score_all(history, answers).items():
        if isinstance(result, Refusal):
            assert instrument is not Instrument.SVRP
            continue
        assert 0 < result.two_years.probability < 1
        assert fsum(each.log_odds for each in result.contributions) == result.log_odds
        assert result.band is band(result.two_years.percentage, OF_INSTRUMENT[instrument])
        assert (result.basis is Basis.DYNAMIC) <= (not result.missing_answers)
        off = abs(result.two_years.percentage - 100 * result.two_years.probability)
        assert off <= (1 if instrument is Instrument.OGRS3 else 0.01)


@given(plausible(), INSTRUMENTS, st.integers(3, 29))
def test_one_more_sanction_never_lowers_the_likelihood(
    history: OffendingHistory, instrument: Instrument, sanctions: int
) -> None:
    """From the third on the rate of sanctions counts. Beyond thirty the new instruments level off."""
    likelihoods = []
    for count in (sanctions, sanctions + 1):
        result = score(instrument, replace(history, sanction_occasions=count, violent_sanctions=1))
        likelihoods.append(result.log_odds if isinstance(result, Score) else float("-inf"))
    assert likelihoods == sorted(likelihoods)


@given(plausible(), st.integers(1, 998))
def test_in_ogrs3_one_more_sanction_always_raises_the_likelihood(
    history: OffendingHistory, sanctions: int
) -> None:
    older = replace(history, date_of_birth=date(1980, 1, 1), age_at_first_sanction=15)
    fewer = score(Instrument.OGRS3, replace(older, sanction_occasions=sanctions))
    more = score(Instrument.OGRS3, replace(older, sanction_occasions=sanctions + 1))
    assert isinstance(fewer, Score)
    assert isinstance(more, Score)
    assert fewer.log_odds < more.log_odds


@given(st.floats(0, 100), st.floats(0, 100), INSTRUMENTS)
def test_a_higher_percentage_is_never_in_a_lower_band(
    one: float, other: float, instrument: Instrument
) -> None:
    rising = list(RiskLevel)
    lower, higher = (band(each, OF_INSTRUMENT[instrument]) for each in sorted((one, other)))
    assert rising.index(lower) <= rising.index(higher)


@given(st.text(max_size=12))
def test_any_text_may_be_looked_up_as_a_code(text: str) -> None:
    found = find_offence_category(text)
    assert found is None or len(found.code) == 5
