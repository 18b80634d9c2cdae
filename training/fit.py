"""The training part of a table -> a fit for each harm, on the same bins."""

from riskflag.classifier.feature import Direction
from riskflag.classifier.features import FEATURES
from riskflag.classifier.harm import Harm
from training.additive import EITHER, FALLS, RISES, AdditiveConfig, AdditiveFit, fit_additive
from training.cutting import cut_features
from training.table import Table

_DIRECTIONS = {Direction.RISES: RISES, Direction.FALLS: FALLS, Direction.EITHER: EITHER}
LEAST = 2
"""How often, at least, a harm must have happened and not have happened."""


def fit_harms(table: Table, config: AdditiveConfig, jobs: int = 1) -> dict[Harm, AdditiveFit]:
    """A fit for each harm, to the rows of which it is known whether it happened. Raises BadInput where they
    are too few.

    table: the training part
    jobs: how many processes; the fits do not depend on it
    """
    cuts = cut_features(table.vectors)
    directions = [_DIRECTIONS[feature.direction] for feature in FEATURES]
    fits = {}
    for harm in Harm:
        rows = table.decided(harm, LEAST)
        fits[harm] = fit_additive(rows.vectors, rows.happened(harm), directions, config, cuts, jobs)
    return fits
