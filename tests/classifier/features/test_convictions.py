"""Convictions and cautions are counted as the published instruments count them."""

from dataclasses import replace
from datetime import date

import pytest

from riskflag.casebook import HIM, Case, case, conviction, custody
from riskflag.records import Conviction, ConvictionOutcome, CustodyEventKind
from riskflag.vocabulary import Source
from tests.classifier.features.values import value_of

ASSAULT = conviction("00806", "assault occasioning actual bodily harm", on=date(2016, 11, 22))
THEFT = conviction("04910", "theft", on=date(2021, 11, 22))
SAME_DAY = conviction("05801", "criminal damage", on=date(2016, 11, 22))
CAUTION = conviction("10501", "common assault", on=date(2020, 5, 5), outcome=ConvictionOutcome.CAUTIONED)
ACQUITTED = conviction("00806", "assault", on=date(2019, 1, 1), outcome=ConvictionOutcome.ACQUITTED)
UNDATED = conviction("04910", "theft", on=None)
NOT_LISTED = conviction("CD71041", "criminal damage endangering life", on=date(2018, 1, 1))
NOT_ASKED = (Source.CONVICTIONS,)


def offended(day: date, convicted: date) -> Conviction:
    return replace(ASSAULT, happened_on=day, convicted_on=convicted)


@pytest.mark.parametrize(
    ("of", "occasions", "violent"),
    [
        pytest.param(case(), 0, 0, id="nothing proven"),
        pytest.param(case(ASSAULT), 1, 1, id="one conviction, for violence"),
        pytest.param(case(ASSAULT, SAME_DAY), 1, 1, id="two offences dealt with on one day are one occasion"),
        pytest.param(case(ASSAULT, THEFT), 2, 1, id="theft is no violence"),
        pytest.param(case(ASSAULT, THEFT, CAUTION), 3, 2, id="a caution counts"),
        pytest.param(case(ASSAULT, ACQUITTED), 1, 1, id="an acquittal does not"),
        pytest.param(case(ASSAULT, UNDATED), None, None, id="one without a date leaves the count open"),
        pytest.param(
            case(THEFT, NOT_LISTED), 2, None, id="a code that the instruments do not list may be violent"
        ),
        pytest.param(case(not_asked=NOT_ASKED), None, None, id="nobody asked, and nothing is known"),
        pytest.param(case(ASSAULT, not_asked=NOT_ASKED), None, None, id="nobody asked for the rest of them"),
    ],
)
def test_occasions_are_days_of_conviction_or_caution(
    of: Case, occasions: int | None, violent: int | None
) -> None:
    assert value_of("sanction_occasions", of) == occasions
    assert value_of("violent_sanction_occasions", of) == violent


@pytest.mark.parametrize(
    ("of", "rate", "violent_rate"),
    [
        pytest.param(case(), 0, 0, id="nothing proven"),
        pytest.param(
            case(ASSAULT), round(1 / 12, 4), round(1 / 30, 4), id="a first sanction has no career yet"
        ),
        pytest.param(
            case(ASSAULT, THEFT), round(2 / 17, 4), round(1 / 35, 4), id="five years from first to newest"
        ),
        pytest.param(case(THEFT), round(1 / 12, 4), 0, id="never violent"),
        pytest.param(
            case(ASSAULT, person=replace(HIM, date_of_birth=None)), None, None, id="no date of birth is held"
        ),
        pytest.param(
            case(ASSAULT, not_asked=NOT_ASKED), None, None, id="a rate of some of them says nothing"
        ),
    ],
)
def test_rates_are_over_the_career_as_the_instruments_lengthen_it(
    of: Case, rate: float | None, violent_rate: float | None
) -> None:
    assert value_of("sanction_rate", of) == rate
    assert value_of("violent_sanction_rate", of) == violent_rate


@pytest.mark.parametrize(
    ("of", "years"),
    [
        pytest.param(
            case(offended(date(2024, 11, 22), date(2025, 3, 1))), 1.9986, id="two years, all at liberty"
        ),
        pytest.param(
            case(
                offended(date(2024, 11, 22), date(2025, 3, 1)),
                custody(CustodyEventKind.RECEIVED, date(2025, 11, 22)),
            ),
            0.9993,
            id="the year in custody does not count",
        ),
        pytest.param(
            case(ASSAULT, offended(date(2025, 11, 22), date(2026, 1, 1))),
            0.9993,
            id="the newest of them counts",
        ),
        pytest.param(
            case(replace(ASSAULT, happened_on=None, convicted_on=date(2024, 11, 22))),
            1.9986,
            id="the verdict stands in for the day of the offence",
        ),
        pytest.param(case(ASSAULT, UNDATED), None, id="one without any date may be the newest"),
        pytest.param(case(), None, id="nothing proven"),
        pytest.param(case(ASSAULT, not_asked=NOT_ASKED), None, id="a newer one may be on record"),
        pytest.param(case(ASSAULT, not_asked=(Source.CUSTODY,)), None, id="nobody knows the time in custody"),
    ],
)
def test_years_since_the_last_offence_leave_custody_out(of: Case, years: float | None) -> None:
    assert value_of("years_at_liberty_since_last_offence", of) == years
