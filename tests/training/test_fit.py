"""Every harm is fitted on the same bins, and no step goes against what the field knows."""

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from riskflag.classifier.feature import Direction, Feature
from riskflag.classifier.features import FEATURES, NAMES
from riskflag.classifier.harm import Harm
from riskflag.errors import BadInput
from tests.training.small import CONFIG, small_fits, train
from training.fit import fit_harms
from training.table import HARMS, Outcome

CONSTRAINED = [feature for feature in FEATURES if feature.direction is not Direction.EITHER]


@pytest.mark.parametrize("feature", CONSTRAINED, ids=lambda feature: feature.name)
def test_no_step_of_any_harm_goes_against_the_direction_of_its_feature(feature: Feature) -> None:
    sign = 1 if feature.direction is Direction.RISES else -1
    for fit in small_fits().values():
        known = fit.steps[NAMES.index(feature.name)][:-1]
        assert all(sign * (after - before) >= 0 for before, after in pairwise(known))


def test_directions_are_there_to_be_kept_and_some_features_have_none() -> None:
    assert 0 < len(CONSTRAINED) < len(FEATURES)
    moved = [
        len(set(fit.steps[NAMES.index(f.name)][:-1])) > 1
        for f in CONSTRAINED
        for fit in small_fits().values()
    ]
    assert sum(moved) > 10, "a fit that says nothing goes against nothing"


def test_all_harms_share_their_bins_and_each_has_steps_of_its_own() -> None:
    fits = small_fits()
    assert list(fits) == list(Harm)
    assert len({fit.cuts for fit in fits.values()}) == 1
    assert len({fit.steps for fit in fits.values()}) == len(Harm)


def test_each_harm_is_fitted_to_its_own_outcome() -> None:
    for harm, fit in small_fits().items():
        happened = train().happened(harm)
        log_odds = fit.log_odds(train().vectors)
        assert log_odds[happened].mean() > log_odds[~happened].mean() + 0.2


def test_what_is_open_is_not_fitted_to() -> None:
    quick = replace(CONFIG.fit, samples=1, rounds=5)
    half = np.arange(len(train())) % 2 == 0
    outcomes = train().outcomes.copy()
    outcomes[~half, HARMS.index(Harm.VIOLENCE)] = Outcome.OPEN
    other = outcomes.copy()
    other[half, HARMS.index(Harm.ORDER_BREACH)] = Outcome.OPEN
    one, two = (fit_harms(replace(train(), outcomes=each), quick) for each in (outcomes, other))
    assert one[Harm.VIOLENCE] == two[Harm.VIOLENCE] != fit_harms(train(), quick)[Harm.VIOLENCE]
    assert one[Harm.ORDER_BREACH] != two[Harm.ORDER_BREACH]


def test_a_harm_that_too_few_suffered_is_named() -> None:
    outcomes = train().outcomes.copy()
    outcomes[:, HARMS.index(Harm.ORDER_BREACH)] = Outcome.DID_NOT_HAPPEN
    with pytest.raises(BadInput, match="order_breach: happened in 0 of"):
        fit_harms(replace(train(), outcomes=outcomes), replace(CONFIG.fit, rounds=2))
