from dataclasses import replace
from datetime import date
from functools import cache

import msgspec
import numpy as np
import pytest

from riskflag.classifier.harm import Harm
from tests.training.evaluation.made_up import a_table, a_true_model
from training.evaluation.evaluation import Evaluation, as_json, evaluate, from_json
from training.table import HARMS, Outcome

MODEL = a_true_model()
VIOLENCE = HARMS.index(Harm.VIOLENCE)


@cache
def evaluated(seed: int = 0) -> Evaluation:
    return evaluate(MODEL, a_table(MODEL, 1500), MODEL, seed)


def test_it_says_whom_it_looked_at() -> None:
    found, table = evaluated(), a_table(MODEL, 1500)
    assert (found.releases, found.people) == (1500, len(set(table.person.tolist())))
    assert found.people < found.releases
    assert found.first == date.fromordinal(date(1970, 1, 1).toordinal() + int(table.released.min()))
    assert found.last == date.fromordinal(date(1970, 1, 1).toordinal() + int(table.released.max()))
    assert (found.version, found.in_service, found.demonstration) == ("test-1", "test-1", True)
    assert set(found.harms) == set(Harm)


def test_it_is_the_same_again_from_the_same_seed() -> None:
    again = evaluate(MODEL, a_table(MODEL, 1500), MODEL)
    assert as_json(again) == as_json(evaluated())
    other = evaluated(1).harms[Harm.VIOLENCE].performance
    first = evaluated().harms[Harm.VIOLENCE].performance
    assert other.auc.value == first.auc.value
    assert other.auc.low != first.auc.low


def test_it_is_read_back_from_its_file_as_it_was() -> None:
    assert from_json(as_json(evaluated())) == evaluated()


@pytest.mark.parametrize("simulated", [True, False])
def test_a_file_of_metrics_holds_figures_only_and_nobody(simulated: bool) -> None:
    table = a_table(MODEL, 1500, simulated=simulated)
    text = as_json(evaluate(MODEL, table)).decode()
    assert "NaN" not in text
    assert not any(str(person) in text for person in table.person)


def test_releases_of_which_the_outcome_is_open_are_left_out() -> None:
    table = a_table(MODEL, 1500)
    outcomes = table.outcomes.copy()
    outcomes[:200, VIOLENCE] = Outcome.OPEN
    found = evaluate(MODEL, replace(table, outcomes=outcomes))
    assert found.harms[Harm.VIOLENCE].open_releases == 200
    assert found.harms[Harm.VIOLENCE].performance.releases == 1300
    assert found.harms[Harm.ORDER_BREACH].performance.releases == 1500


def test_too_few_events_are_refused() -> None:
    table = a_table(MODEL, 300)
    outcomes = table.outcomes.copy()
    outcomes[9:, VIOLENCE] = Outcome.DID_NOT_HAPPEN
    with pytest.raises(ValueError, match="10 releases"):
        evaluate(MODEL, replace(table, outcomes=outcomes))


def test_the_model_in_service_is_no_better_and_no_worse_than_itself() -> None:
    beside = evaluated().harms[Harm.VIOLENCE].in_service
    assert beside is not None
    assert (beside.auc_difference.low, beside.auc_difference.high) == (0.0, 0.0)
    assert beside.brier_difference is not None
    assert beside.brier_difference.value == 0.0
    assert evaluate(MODEL, a_table(MODEL, 400)).harms[Harm.VIOLENCE].in_service is None


def test_a_true_model_is_found_calibrated_and_as_good_as_can_be() -> None:
    found = evaluated().harms[Harm.VIOLENCE]
    measured = found.performance
    assert abs(measured.line.slope - 1) < 3 * measured.line.slope_error
    assert measured.gap.low - 0.02 < 0 < measured.gap.high + 0.02
    assert found.truth is not None
    assert (found.truth.line.slope, found.truth.distance) == pytest.approx((1, 0))
    assert found.truth.best_auc == pytest.approx(measured.auc.value)


def test_inputs_are_counted_of_those_learned_from() -> None:
    table = a_table(MODEL, 400)
    apart = evaluate(MODEL, table, learned_from=table.vectors[:100]).inputs
    assert {sum(counts) for counts in apart.values()} == {100}
    assert {sum(counts) for counts in evaluated().inputs.values()} == {1500}


def test_a_group_too_small_is_in_no_file() -> None:
    table = a_table(MODEL, 1500)
    region = np.where(np.arange(1500) < 30, "island", table.region)
    found = evaluate(MODEL, replace(table, region=region)).harms[Harm.VIOLENCE]
    audits = {
        audit.attribute: {group.name: group.figures for group in audit.groups} for audit in found.groups
    }
    assert audits["region"]["island"] == "too few to show"
    raw = msgspec.to_builtins(found.groups)
    assert {"name": "island", "figures": "too few to show"} in next(
        audit["groups"] for audit in raw if audit["attribute"] == "region"
    )
