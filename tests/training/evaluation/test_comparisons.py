from dataclasses import replace

import numpy as np
import pytest

from riskflag.classifier.harm import Harm
from riskflag.classifier.instrument_results import Instrument
from tests.training.evaluation.made_up import a_table, a_true_model
from training.evaluation.comparisons import Comparison, against, against_instruments
from training.evaluation.resampling import resampled
from training.scoring import score_many
from training.table import INSTRUMENTS

MODEL = a_true_model()
TABLE = a_table(MODEL, 2000)
SAID = score_many(MODEL, TABLE.vectors)[Harm.VIOLENCE].probability


def compared(harm: Harm, percentages: np.ndarray = TABLE.instruments) -> dict[str, Comparison]:
    happened = TABLE.happened(Harm.VIOLENCE)
    weights = resampled(TABLE.person, 200, 0)
    table = replace(TABLE, instruments=percentages)
    return {each.other: each for each in against_instruments(harm, table, SAID, happened, weights)}


def test_each_instrument_is_compared_on_those_it_scores() -> None:
    found = compared(Harm.VIOLENCE)
    assert set(found) == set(Instrument)
    for column, instrument in enumerate(INSTRUMENTS):
        assert found[instrument].releases == (~np.isnan(TABLE.instruments[:, column])).sum()


def test_a_true_model_ranks_better_than_a_noisy_instrument() -> None:
    each = compared(Harm.VIOLENCE)[Instrument.VRP]
    assert each.auc_difference.low > 0
    assert each.auc_difference.value == pytest.approx(each.auc.value - each.other_auc.value)
    assert each.brier_difference is not None
    assert each.brier_difference.high < 0


@pytest.mark.parametrize(
    ("harm", "instruments"),
    [
        pytest.param(Harm.VIOLENCE, {Instrument.VRP}, id="one speaks of violence in two years"),
        pytest.param(Harm.DOMESTIC_ABUSE, set(), id="none speaks of abuse"),
        pytest.param(Harm.ORDER_BREACH, set(), id="none speaks of a breach"),
    ],
)
def test_probabilities_are_compared_only_where_they_are_of_the_same(
    harm: Harm, instruments: set[Instrument]
) -> None:
    assert {name for name, each in compared(harm).items() if each.brier_difference} == instruments


def test_an_instrument_that_refuses_nearly_everybody_is_not_compared() -> None:
    percentages = TABLE.instruments.copy()
    percentages[5:, INSTRUMENTS.index(Instrument.SVRP)] = np.nan
    assert set(compared(Harm.VIOLENCE, percentages)) == set(Instrument) - {Instrument.SVRP}


def test_the_worse_is_worse() -> None:
    happened = TABLE.happened(Harm.VIOLENCE)
    weights = resampled(TABLE.person, 200, 0)
    found = against("model in service", SAID, np.full_like(SAID, 0.3), happened, weights, same_outcome=True)
    assert found is not None
    assert found.auc_difference.high < 0
    assert found.brier_difference is not None
    assert found.brier_difference.low > 0
