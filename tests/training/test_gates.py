"""A model that is worse than the one in service, or worse for some people, does not replace it."""

from dataclasses import replace

import pytest

from riskflag.classifier.harm import Harm
from riskflag.classifier.model import Model
from tests.training.evaluation.made_up import a_table, a_true_model
from training.evaluation.evaluation import Evaluation, evaluate
from training.gates import refusals

TRUE = a_true_model(4000)
PEOPLE = a_table(TRUE, 1500)


def multiplied(by: float, added: float = 0.0) -> Model:
    """The true model with every log-odds stretched, and moved."""
    harm = TRUE.harms[Harm.VIOLENCE]
    steps = tuple(tuple(by * step for step in table) for table in harm.steps)
    other = replace(harm, steps=steps, intercept=by * harm.intercept + added)
    return replace(TRUE, version="other-1", harms=dict.fromkeys(Harm, other))


def without_age() -> Model:
    """The true model for which everybody is of one age."""
    harm = TRUE.harms[Harm.VIOLENCE]
    blind = replace(harm, steps=((0.0,) * len(harm.steps[0]), harm.steps[1]))
    return replace(TRUE, version="other-1", harms=dict.fromkeys(Harm, blind))


def judged(model: Model, in_service: Model | None = None) -> Evaluation:
    return evaluate(model, PEOPLE, in_service)


@pytest.mark.parametrize(
    ("model", "in_service", "named"),
    [
        pytest.param(TRUE, None, (), id="nothing is in service and the model is true"),
        pytest.param(TRUE, multiplied(1.0), (), id="as good as the one in service"),
        pytest.param(TRUE, without_age(), (), id="better than the one in service"),
        pytest.param(
            without_age(), TRUE, ("ranks worse", "further from"), id="knows less than the one in service"
        ),
        pytest.param(multiplied(2.0), None, ("slope",), id="far too bold"),
        pytest.param(multiplied(0.5), None, ("slope",), id="far too timid"),
        pytest.param(multiplied(1.0, 1.0), TRUE, ("further from",), id="everybody's risk overstated"),
    ],
)
def test_what_a_gate_refuses(model: Model, in_service: Model | None, named: tuple[str, ...]) -> None:
    reasons = refusals(judged(model, in_service), judged(in_service) if in_service else None)
    assert bool(reasons) == bool(named), reasons
    for words in named:
        assert any(words in reason for reason in reasons), reasons


def with_difference(evaluation: Evaluation, difference: float) -> Evaluation:
    """The same figures with another difference between the sexes."""
    harms = {}
    for harm, found in evaluation.harms.items():
        audits = (
            replace(audit, widest_difference=difference) if audit.attribute == "sex" else audit
            for audit in found.groups
        )
        harms[harm] = replace(found, groups=tuple(audits))
    return replace(evaluation, harms=harms)


@pytest.mark.parametrize(
    ("before", "now", "refused"),
    [
        pytest.param(0.02, 0.05, True, id="wider"),
        pytest.param(0.02, 0.025, False, id="wider by less than chance would make it"),
        pytest.param(0.05, 0.02, False, id="narrower"),
    ],
)
def test_a_gap_between_groups_may_not_widen(before: float, now: float, refused: bool) -> None:
    ours = with_difference(judged(TRUE, multiplied(1.0)), now)
    theirs = with_difference(judged(multiplied(1.0)), before)
    assert any("by sex is wider" in reason for reason in refusals(ours, theirs)) is refused


def test_groups_that_were_too_small_to_show_are_no_reason_to_refuse() -> None:
    ours = with_difference(judged(TRUE, multiplied(1.0)), 0.5)
    hidden = evaluate(multiplied(1.0), a_table(TRUE, 1500, sexes=("male",), shares=(1.0,)))
    assert not any("by sex" in reason for reason in refusals(ours, hidden))
