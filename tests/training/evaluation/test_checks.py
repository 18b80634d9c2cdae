from dataclasses import replace
from functools import cache

import pytest

from riskflag.classifier.harm import Harm
from riskflag.classifier.model import Model, Threshold
from tests.training.evaluation.made_up import a_table, a_true_model
from training.evaluation.checks import Check, checks
from training.evaluation.evaluation import Evaluation, evaluate

MODEL = a_true_model()


@cache
def evaluated(simulated: bool = True) -> Evaluation:
    return evaluate(MODEL, a_table(MODEL, 2000, simulated=simulated), MODEL)


def stating(recall: float, precision: float) -> Model:
    of_harm = replace(MODEL.harms[Harm.VIOLENCE], threshold=Threshold(0.4, recall, precision))
    return replace(MODEL, harms=dict.fromkeys(Harm, of_harm))


def of_violence(model: Model, evaluation: Evaluation) -> dict[str, Check]:
    found = checks(model, evaluation)
    return {each.expected: each for each in found if each.harm is Harm.VIOLENCE}


def test_every_harm_is_held_to_the_same() -> None:
    found = checks(MODEL, evaluated())
    expected = {harm: [each.expected for each in found if each.harm is harm] for harm in Harm}
    assert expected[Harm.VIOLENCE] == expected[Harm.DOMESTIC_ABUSE] == expected[Harm.ORDER_BREACH]
    assert len(expected[Harm.VIOLENCE]) == 8


def test_a_true_model_meets_what_is_expected_of_its_probabilities() -> None:
    flag = evaluated().harms[Harm.VIOLENCE].flags.unrecognised
    assert flag.recall.value is not None
    assert flag.precision.value is not None
    found = of_violence(stating(flag.recall.value, flag.precision.value), evaluated())
    assert [each.expected for each in found.values() if not each.met] == []


@pytest.mark.parametrize(
    ("recall", "precision", "unmet"),
    [
        pytest.param(0.99, 0.58, {"the flag's recall is as stated"}, id="it finds fewer than was stated"),
        pytest.param(
            0.7, 0.9, {"the flag's precision is as stated"}, id="it is wrong more often than was stated"
        ),
    ],
)
def test_a_flag_that_does_not_do_as_stated_is_found(recall: float, precision: float, unmet: set[str]) -> None:
    found = of_violence(stating(recall, precision), evaluated())
    assert {name for name, each in found.items() if not each.met and name.startswith("the flag")} == unmet


def test_probabilities_that_are_too_bold_are_found() -> None:
    bolder = {
        harm: replace(one, steps=tuple(tuple(2 * step for step in steps) for steps in one.steps))
        for harm, one in MODEL.harms.items()
    }
    bold = replace(MODEL, harms=bolder)
    found = of_violence(bold, evaluate(bold, a_table(MODEL, 2000), MODEL))
    unmet = {name for name, each in found.items() if not each.met}
    assert "calibration slope against the true risk 0.95 to 1.05" in unmet
    assert "calibration error (ECE) no more than chance makes" in unmet


def test_of_real_people_chance_is_not_held_against_the_slope() -> None:
    found = of_violence(MODEL, evaluated(simulated=False))
    assert found["calibration slope 0.95 to 1.05"].met


def test_a_flag_that_is_never_raised_says_so() -> None:
    never = stating(0.0, 0.0)
    of_harm = replace(never.harms[Harm.VIOLENCE], threshold=Threshold(0.999, 0.0, 0.0))
    never = replace(never, harms=dict.fromkeys(Harm, of_harm))
    found = of_violence(never, evaluate(never, a_table(MODEL, 500)))
    assert found["the flag's precision is as stated"].measured == "stated 0.00; nobody was flagged"
    assert found["the flag's precision is as stated"].met
    assert "ranks no worse than the model in service" not in found
