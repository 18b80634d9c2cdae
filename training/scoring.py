"""Many people at once, in numpy: the same tables and the same answers as ``Model.score`` gives one person."""

from dataclasses import dataclass

import numpy as np

from riskflag.classifier.bins import Bins
from riskflag.classifier.harm import Harm
from riskflag.classifier.model import HarmModel, Model
from training.arrays import Cells, Numbers


@dataclass(frozen=True, slots=True)
class Scores:
    """What the model of one harm says of many people, one element a person.

    log_odds, probability: as in ``model.Score``
    low, high: between which probabilities each lies
    """

    log_odds: Numbers
    probability: Numbers
    low: Numbers
    high: Numbers


def score_many(model: Model, vectors: Numbers) -> dict[Harm, Scores]:
    """The scores of many people.

    vectors: people by features, in the model's order; nan is unknown
    """
    cells = cells_of(model.bins, vectors)
    return {harm: _scores(of_harm, cells) for harm, of_harm in model.harms.items()}


def cells_of(bins: tuple[Bins, ...], vectors: Numbers) -> list[Cells]:
    """For each feature, the bin of each person."""
    if vectors.shape[1] != len(bins):
        raise ValueError("the features are not the model's")
    return [cells_in(each, vectors[:, column]) for column, each in enumerate(bins)]


def cells_in(bins: Bins, values: Numbers) -> Cells:
    """The bin of each value of one feature."""
    cells = np.searchsorted(np.asarray(bins.edges), values, side="left")
    cells[np.isnan(values)] = bins.unknown
    return cells


def probabilities_of(log_odds: Numbers) -> Numbers:
    """Log-odds as probabilities."""
    # Written so that no exponent can overflow.
    odds = np.exp(-np.abs(log_odds))
    probabilities: Numbers = np.where(log_odds < 0, odds, 1.0) / (1 + odds)
    return probabilities


def _scores(model: HarmModel, cells: list[Cells]) -> Scores:
    log_odds = np.full(len(cells[0]), model.intercept)
    for steps, cell in zip(model.steps, cells, strict=True):
        log_odds += np.asarray(steps)[cell]
    probability = probabilities_of(log_odds)
    table = model.venn_abers
    cell = np.searchsorted(np.asarray(table.edges), log_odds, side="left")
    return Scores(
        log_odds=log_odds,
        probability=probability,
        low=np.minimum(np.asarray(table.lower)[cell], probability),
        high=np.maximum(np.asarray(table.upper)[cell], probability),
    )
