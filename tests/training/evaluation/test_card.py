from dataclasses import replace
from functools import cache

import pytest

from riskflag.classifier.bins import Bins
from riskflag.classifier.feature import FeatureName
from riskflag.classifier.harm import Harm
from tests.training.evaluation.made_up import AGE, BREACHES, a_table, a_true_model
from training.calibrate import Calibration, Method
from training.evaluation.card import Learned, calibration_in_words, write_card
from training.evaluation.evaluation import Evaluation, evaluate

MODEL = replace(
    a_true_model(),
    features=(FeatureName("age_at_release"), FeatureName("orders_in_force")),
    bins=(AGE, BREACHES),
)
NONE = Calibration(Method.NONE, 1.0, 0.0, gain=0.00002, gain_error=0.00004)
LINE = Calibration(Method.SIGMOID, 0.81, -0.2, gain=0.004, gain_error=0.0005)
CALIBRATIONS = {Harm.DOMESTIC_ABUSE: NONE, Harm.ORDER_BREACH: LINE, Harm.VIOLENCE: NONE}
LEARNED = Learned(51_234, 40_321, 9_876, 9_012)
TABLE = a_table(MODEL, 1000, shares=(0.01, 0.99))


@cache
def evaluated() -> Evaluation:
    return evaluate(MODEL, TABLE)


@cache
def card(demonstration: bool = True) -> str:
    return write_card(replace(MODEL, demonstration=demonstration), evaluated(), CALIBRATIONS, LEARNED)


@pytest.mark.parametrize(
    "said",
    [
        pytest.param("# Model card: test-1\n", id="which model"),
        pytest.param("- It clears nobody.", id="what it is not for"),
        pytest.param("| records | 1 January 2015 to 1 January 2020 (simulated) |", id="data window"),
        pytest.param("| fitted to | 51234 releases of 40321 people |", id="people"),
        pytest.param(
            "| calibrated on | 9876 later releases of 9012 other people |", id="people calibrated on"
        ),
        pytest.param("- **Order breach**: a straight line on the log-odds, slope 0.810", id="a line"),
        pytest.param("- **Violence**: none, the probabilities are left as they were fitted", id="no line"),
        pytest.param("| Violence | 0.400 | 0.40 | 0.50 |", id="threshold with what was stated"),
        pytest.param("**Orders in force leaks into a breach of an order.**", id="what leaks"),
        pytest.param(
            "| Age at release (protected characteristic) | years |", id="a protected characteristic"
        ),
        pytest.param("| Violence | sex: female | too few to show | | |", id="a group too small"),
        pytest.param("There is no public outcome data for England and Wales.", id="no public data"),
        pytest.param("must retrain and recalibrate on its own records", id="a deployment's duty"),
        pytest.param(
            "`python -m training serve VERSION` puts an earlier published version", id="how to go back"
        ),
    ],
)
def test_the_card_says(said: str) -> None:
    assert said in card()


def test_only_a_demonstration_is_called_one() -> None:
    assert card().splitlines()[2].startswith("**Demonstration.**")
    assert "emonstration" not in card(demonstration=False)
    assert "simulated" not in card(demonstration=False)


def test_a_feature_that_leaks_nothing_is_not_accused() -> None:
    harmless = replace(MODEL, features=(FeatureName("age_at_release"), FeatureName("recalls")))
    assert "leaks into" not in write_card(harmless, evaluated(), CALIBRATIONS)


def test_a_feature_that_is_defined_no_more_is_named() -> None:
    older = replace(
        MODEL,
        features=(FeatureName("age_at_release"), FeatureName("something_older")),
        bins=(AGE, Bins(BREACHES.edges, 0.0, 3.0, unknown_seen=True)),
    )
    assert "| something older | | this version does not define it |" in write_card(
        older, evaluated(), CALIBRATIONS
    )


def test_how_many_it_learned_from_is_left_out_where_it_is_not_known() -> None:
    assert "fitted to" not in write_card(MODEL, evaluated(), CALIBRATIONS)


@pytest.mark.parametrize(
    ("calibration", "words"),
    [
        pytest.param(NONE, "by -0.00002 (standard error 0.00004)", id="no more than noise"),
        pytest.param(NONE, "by more than 1.96 standard errors", id="what would have been enough"),
        pytest.param(LINE, "slope 0.810 and intercept -0.200", id="the line"),
        pytest.param(LINE, "by -0.00400 (standard error 0.00050), which is better beyond noise", id="why"),
    ],
)
def test_a_calibration_says_why_it_was_chosen(calibration: Calibration, words: str) -> None:
    assert words in calibration_in_words(calibration)


def test_every_table_has_the_columns_of_its_head() -> None:
    columns = 0
    for line in card().splitlines():
        if not line.startswith("|"):
            columns = 0
        elif not columns:
            columns = line.count("|")
        else:
            assert line.count("|") == columns, line


def test_nobody_is_in_the_card() -> None:
    assert not any(str(person) in card() for person in TABLE.person)


def test_that_officers_decisions_counted_is_said() -> None:
    by_officers = write_card(MODEL, evaluated(), CALIBRATIONS, replace(LEARNED, by_officers=True))
    by_records = write_card(MODEL, evaluated(), CALIBRATIONS, LEARNED)
    said, rest = "**Officers' decisions count too.**", "## What it is not for"
    assert by_officers.index(said) < by_officers.index(rest)
    assert said not in by_records
    assert by_officers.partition(rest)[2] == by_records.partition(rest)[2]
    assert "\n\n\n" not in by_officers.partition(rest)[0]
