"""Scores in words that nobody can take for more, or less, than they are."""

from dataclasses import replace

import pytest

from riskflag.classifier.feature import YES_OR_NO, FeatureName
from riskflag.classifier.features import FEATURES
from riskflag.classifier.harm import Harm
from riskflag.classifier.model import Score
from riskflag.classifier.scorer import Scored
from riskflag.classifier.words import feature_in_words, of_100_people, weighed
from tests.classifier.models import NAMES, a_model

SCORE = a_model().score([25.0, 1.0])[0]


def score(probability: float, harm: Harm = Harm.VIOLENCE) -> Score:
    return replace(SCORE, harm=harm, probability=probability, low=0.002, high=0.999)


@pytest.mark.parametrize(
    ("probability", "said"),
    [
        pytest.param(0.004, ", fewer than 1 would", id="never nobody"),
        pytest.param(0.01, ", about 1 would", id="one"),
        pytest.param(0.144, ", about 14 would", id="rounded"),
        pytest.param(0.99, ", about 99 would", id="nearly all"),
        pytest.param(0.9951, ", more than 99 would", id="never everybody"),
    ],
)
def test_a_probability_is_told_in_people(probability: float, said: str) -> None:
    words = of_100_people(score(probability))
    assert f"Of 100 people with a record like this{said} commit a violent offence" in words
    assert "(model's range: fewer than 1 to more than 99)" in words


def test_a_range_that_shows_as_one_number_is_not_told_as_two() -> None:
    narrow = replace(score(0.144), low=0.142, high=0.1444)
    assert "(model's range: less than 1 either way)" in of_100_people(narrow)


@pytest.mark.parametrize(
    ("unit", "value", "said"),
    [
        pytest.param("people", 1.0, "1 person", id="one person"),
        pytest.param("people", 2.0, "2 people", id="two people"),
        pytest.param("orders", 1.0, "1 order", id="one order"),
        pytest.param("orders", 0.0, "0 orders", id="no orders"),
        pytest.param("log-odds", 1.0, "1 log-odds", id="no singular"),
        pytest.param(YES_OR_NO, 1.0, "yes", id="yes"),
        pytest.param(YES_OR_NO, 0.0, "no", id="no"),
    ],
)
def test_a_value_is_told_with_its_unit(unit: str, value: float, said: str) -> None:
    assert replace(FEATURES[0], title="This", unit=unit).in_words(value) == f"This: {said}"


@pytest.mark.parametrize(("harm", "months"), [(Harm.ORDER_BREACH, 12), (Harm.VIOLENCE, 24)])
def test_the_horizon_is_told_in_months(harm: Harm, months: int) -> None:
    assert f"within {months} months of release" in of_100_people(score(0.2, harm))


def test_what_raises_it_most_is_told_first_and_nothing_is_left_out() -> None:
    adds = (-0.5, 0.75, 0.0, 1.5, -2.0)
    scored = Scored("test-1", True, tuple(NAMES), (31.0, 2.0, None, 1.0, 0.25), (), ())
    told = list(weighed(replace(SCORE, contributions=adds), scored))
    assert [each for _, each in told] == sorted(adds, reverse=True)
    assert [what for what, _ in told] == [
        "fourth: 1",
        "breaches: 2",
        "third: not known",
        "age: 31",
        "fifth: 0.25",
    ]


def test_a_feature_is_told_as_it_is_defined_or_by_its_name_where_it_is_gone() -> None:
    feature = FEATURES[0]
    assert feature_in_words(feature.name, None) == f"{feature.title}: not known"
    assert feature_in_words(FeatureName("lived_at_sea"), 3.0) == "lived at sea: 3"
