"""A few hundred simulated people, and the model fitted to them, made once for all tests of training."""

from datetime import date
from functools import cache

from riskflag.classifier.harm import Harm
from training.additive import AdditiveConfig, AdditiveFit
from training.assemble import Assembled, assemble
from training.config import CohortConfig, SplitConfig, ThresholdConfig, TrainingConfig
from training.dataset import SimulatedPeople, build_table
from training.fit import fit_harms
from training.table import Part, Table

COHORT = CohortConfig(
    people=600, seed=7, first=date(2012, 1, 1), last=date(2023, 12, 31), followed_to=date(2026, 10, 31)
)
SPLIT = SplitConfig(calibrate_from=date(2017, 1, 1), test_from=date(2021, 6, 1), embargo=False)
CONFIG = TrainingConfig(
    version="small-1",
    fit=AdditiveConfig(samples=2, rounds=40, people_in_leaf=8),
    split=SPLIT,
    thresholds=ThresholdConfig(domestic_abuse=0.05, order_breach=0.02, violence=0.2),
    cohort=COHORT,
)


@cache
def small_table() -> Table:
    """Their releases."""
    return build_table(SimulatedPeople(COHORT), SPLIT)


@cache
def train() -> Table:
    """The earliest of them, to fit to."""
    return small_table().of(Part.TRAIN)


@cache
def later() -> Table:
    """Later ones, to calibrate on."""
    return small_table().of(Part.CALIBRATE)


@cache
def small_fits() -> dict[Harm, AdditiveFit]:
    """What was fitted to the earliest."""
    return fit_harms(train(), CONFIG.fit)


@cache
def small_model() -> Assembled:
    """The model, calibrated on later ones."""
    return assemble(small_fits(), train(), later(), CONFIG)
