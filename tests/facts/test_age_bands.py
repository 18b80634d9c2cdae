"""How old a child is, told by band."""

from datetime import date

import pytest

from riskflag.casebook import TODAY
from riskflag.facts.age_bands import age_band, age_bands
from riskflag.records import NamedPerson


@pytest.mark.parametrize(
    ("who", "band"),
    [
        pytest.param(NamedPerson("A", date_of_birth=date(2021, 11, 23)), "under five", id="five tomorrow"),
        pytest.param(NamedPerson("A", date_of_birth=date(2021, 11, 22)), "five to nine", id="five today"),
        pytest.param(NamedPerson("A", date_of_birth=date(2016, 11, 22)), "ten to fifteen", id="ten today"),
        pytest.param(
            NamedPerson("A", date_of_birth=date(2010, 11, 22)), "sixteen or seventeen", id="sixteen today"
        ),
        pytest.param(
            NamedPerson("A", date_of_birth=date(2008, 11, 22)), "eighteen or older", id="eighteen today"
        ),
        pytest.param(NamedPerson("A", is_child=True), "under eighteen", id="said to be a child"),
        pytest.param(NamedPerson("A"), "age not known", id="nobody says"),
    ],
)
def test_a_band(who: NamedPerson, band: str) -> None:
    assert age_band(who, TODAY) == band


def test_a_band_is_told_once_for_several() -> None:
    twins = [NamedPerson(name, date_of_birth=date(2023, 1, 1)) for name in ("A", "B")]
    assert age_bands(twins, TODAY) == "a child, under five"
    assert age_bands([*twins, NamedPerson("C", is_child=True)], TODAY) == (
        "a child, under eighteen; a child, under five"
    )
