"""OGRS3: the published weights, not the two faults of the public implementation; ages; rounding; bands."""

from datetime import date

import pytest

from riskflag.classifier.instrument_results import Basis, Instrument, rounded
from riskflag.records import Sex
from riskflag.vocabulary import RiskLevel
from tests.classifier.histories import EVERYTHING_ANSWERED, changed, scored, weighed

OGRS3 = Instrument.OGRS3
BORN_ON_A_LEAP_DAY = date(2000, 2, 29)


@pytest.mark.parametrize(
    ("sex", "age", "weight"),
    [
        pytest.param(Sex.MALE, 10, 0.0, id="a boy of ten"),
        pytest.param(Sex.MALE, 13, 0.083922902, id="a boy of thirteen"),
        pytest.param(Sex.MALE, 14, 0.075775765, id="a boy of fourteen"),
        pytest.param(Sex.MALE, 17, -0.061594199, id="a boy of seventeen"),
        pytest.param(Sex.MALE, 49, -1.499690953, id="a man of 49"),
        pytest.param(Sex.MALE, 50, -2.025261458, id="a man of fifty"),
        pytest.param(Sex.MALE, 97, -2.025261458, id="a man of 97"),
        pytest.param(Sex.FEMALE, 11, -0.785038489, id="a girl of eleven, whose sign was lost"),
        pytest.param(Sex.FEMALE, 12, -0.613852078, id="a girl of twelve, whose sign was lost"),
        pytest.param(Sex.FEMALE, 15, -0.669521331, id="a girl of fifteen, whose sign was lost"),
        pytest.param(Sex.FEMALE, 16, -0.959179629, id="a girl of sixteen"),
        pytest.param(Sex.FEMALE, 20, -0.897480934, id="a woman of twenty"),
        pytest.param(Sex.FEMALE, 50, -2.44983716, id="a woman of fifty"),
    ],
)
def test_age_and_sex_weigh_what_was_published(sex: Sex, age: int, weight: float) -> None:
    history = changed(
        sex=sex,
        date_of_birth=date(1980, 1, 1),
        current_conviction_on=date(1990, 1, 1),
        age_at_first_sanction=10,
        follow_up_start=date(1980 + age, 12, 31),
    )
    assert weighed(scored(OGRS3, history), "age_and_sex") == weight


@pytest.mark.parametrize(
    ("release", "weight"),
    [
        pytest.param(date(2018, 2, 28), -0.061594199, id="seventeen until the end of February"),
        pytest.param(date(2018, 3, 1), -0.625103618, id="eighteen on 1 March"),
        pytest.param(date(2021, 2, 28), -0.625103618, id="twenty on 28 February"),
        pytest.param(date(2024, 2, 28), -1.051515067, id="23 on the day before a leap day"),
        pytest.param(date(2025, 3, 1), -1.166679288, id="25 on 1 March"),
    ],
)
def test_who_was_born_on_a_leap_day_is_older_on_the_first_of_march(release: date, weight: float) -> None:
    history = changed(
        date_of_birth=BORN_ON_A_LEAP_DAY,
        current_conviction_on=date(2018, 1, 5),
        age_at_first_sanction=15,
        follow_up_start=release,
    )
    assert weighed(scored(OGRS3, history), "age_and_sex") == weight


@pytest.mark.parametrize(
    ("code", "weight"),
    [
        pytest.param("00831", 0.0, id="breach of a restraining order counts as violence"),
        pytest.param("01700", 0.003276327, id="a sexual offence against an adult, whose decimal had slipped"),
        pytest.param("00839", 0.003276327, id="the breach that the list puts among sexual offences"),
        pytest.param("04910", 0.661244321, id="theft"),
        pytest.param("00406", -0.121439408, id="causing death by driving after drinking"),
    ],
)
def test_the_offence_weighs_what_was_published(code: str, weight: float) -> None:
    assert weighed(scored(OGRS3, changed(current_offence_code=code)), "current_offence") == weight


@pytest.mark.parametrize(
    ("sanctions", "cautions_only", "weight"),
    [
        pytest.param(1, False, 0.126142106, id="a first conviction"),
        pytest.param(2, False, 0.463062792, id="a second"),
        pytest.param(999, False, 0.463062792, id="the last that is counted"),
        pytest.param(1, True, 0.0, id="a first caution"),
        pytest.param(2, True, 0.083100501, id="a second caution"),
        pytest.param(3, True, 0.34859587, id="three cautions"),
        pytest.param(40, True, 0.34859587, id="forty cautions"),
    ],
)
def test_convictions_and_cautions_weigh_differently(
    sanctions: int, cautions_only: bool, weight: float
) -> None:
    history = changed(sanction_occasions=sanctions, violent_sanctions=0, cautions_only=cautions_only)
    assert weighed(scored(OGRS3, history), "conviction_status") == weight


def test_rounding_is_done_twice_and_half_goes_up() -> None:
    """Within one year 0.0950 from 0.094996, which is 9.5 per cent and so 10; rounded once it would be 9."""
    history = changed(
        date_of_birth=date(1980, 1, 1),
        current_conviction_on=date(2020, 6, 1),
        age_at_first_sanction=40,
        follow_up_start=date(2020, 6, 1),
        sanction_occasions=1,
        current_offence_code="00406",
    )
    two_years = scored(OGRS3, history).two_years
    assert two_years.probability == pytest.approx(0.0949961256, abs=1e-9)
    assert two_years.percentage == 10


@pytest.mark.parametrize(
    ("value", "decimals", "result"),
    [
        pytest.param(0.5, 0, "1", id="a half goes up and not to the even number"),
        pytest.param(2.5, 0, "3", id="and so does the next"),
        pytest.param(0.125, 2, "0.13", id="at the second decimal"),
        pytest.param(0.1249999, 2, "0.12", id="just under a half goes down"),
        pytest.param(0.000004999, 5, "0.00000", id="nought at the fifth decimal"),
    ],
)
def test_half_is_rounded_up(value: float, decimals: int, result: str) -> None:
    assert str(rounded(value, decimals)) == result


@pytest.mark.parametrize(
    ("sanctions", "offence", "release", "percentage", "level"),
    [
        pytest.param(1, "00100", date(2060, 1, 1), 3, RiskLevel.LOW, id="once, and old"),
        pytest.param(7, "00831", date(2026, 12, 1), 49, RiskLevel.LOW, id="seven times"),
        pytest.param(8, "00831", date(2026, 12, 1), 53, RiskLevel.MEDIUM, id="eight times"),
        pytest.param(17, "00831", date(2026, 12, 1), 74, RiskLevel.MEDIUM, id="seventeen times"),
        pytest.param(18, "00831", date(2026, 12, 1), 76, RiskLevel.HIGH, id="eighteen times"),
        pytest.param(40, "00831", date(2026, 12, 1), 89, RiskLevel.HIGH, id="forty times"),
        pytest.param(41, "00831", date(2026, 12, 1), 90, RiskLevel.VERY_HIGH, id="41 times"),
        pytest.param(40, "04910", date(2026, 12, 1), 94, RiskLevel.VERY_HIGH, id="forty times, for theft"),
        pytest.param(
            999, "04910", date(2026, 12, 1), 99, RiskLevel.VERY_HIGH, id="certainty is never stated"
        ),
    ],
)
def test_the_band_is_of_the_percentage_within_two_years(
    sanctions: int, offence: str, release: date, percentage: int, level: RiskLevel
) -> None:
    history = changed(sanction_occasions=sanctions, current_offence_code=offence, follow_up_start=release)
    result = scored(OGRS3, history)
    assert (result.two_years.percentage, result.band) == (percentage, level)


def test_answers_change_nothing() -> None:
    result = scored(OGRS3, changed(), EVERYTHING_ANSWERED)
    assert result == scored(OGRS3, changed())
    assert (result.basis, result.missing_answers) == (Basis.STATIC, ())


def test_one_year_is_less_likely_than_two() -> None:
    result = scored(OGRS3, changed())
    assert result.one_year is not None
    assert (result.one_year.years, result.two_years.years) == (1, 2)
    assert result.one_year.probability < result.two_years.probability
