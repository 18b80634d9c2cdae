"""Age and sex as the published instruments take them, and marked as protected characteristics."""

from dataclasses import replace
from datetime import date

import pytest

from riskflag.casebook import ASKED, HER, HIM, Case, case
from riskflag.classifier.features import FEATURES
from riskflag.records import Sex
from tests.classifier.features.values import value_of

BIRTHDAY_BEFORE_RELEASE = replace(HIM, date_of_birth=date(1988, 11, 30))


@pytest.mark.parametrize(
    ("of", "age", "female"),
    [
        pytest.param(case(), 38, 0, id="a man of 38"),
        pytest.param(case(person=HER), 36, 1, id="a woman of 36"),
        pytest.param(case(person=BIRTHDAY_BEFORE_RELEASE), 38, 0, id="a birthday between today and release"),
        pytest.param(
            case(person=BIRTHDAY_BEFORE_RELEASE, asked=replace(ASKED, release_date=None)),
            37,
            0,
            id="no release is planned: today counts",
        ),
        pytest.param(
            case(person=HIM, asked=replace(ASKED, release_date=date(2026, 1, 1))),
            38,
            0,
            id="released already",
        ),
        pytest.param(case(person=replace(HIM, date_of_birth=None)), None, 0, id="no date of birth"),
        pytest.param(case(person=replace(HIM, sex=Sex.NOT_KNOWN)), 38, None, id="no sex is recorded"),
    ],
)
def test_age_at_release_and_sex(of: Case, age: int | None, female: int | None) -> None:
    assert value_of("age_at_release", of) == age
    assert value_of("female", of) == female


def test_age_and_sex_are_the_only_protected_characteristics() -> None:
    assert {each.name for each in FEATURES if each.protected_characteristic} == {"age_at_release", "female"}
