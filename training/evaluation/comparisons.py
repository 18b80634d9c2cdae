"""The model beside what there is without it: the published instruments, and the model in service."""

from dataclasses import dataclass

import numpy as np

from riskflag.classifier.harm import Harm
from riskflag.classifier.instrument_results import Instrument
from training.arrays import Numbers, Outcomes
from training.evaluation.performance import FEWEST
from training.evaluation.resampling import Estimate, Weights, auc_estimates, brier_difference
from training.table import INSTRUMENTS, Table

SAME_OUTCOME = {Harm.VIOLENCE: frozenset({Instrument.VRP})}
"""Instruments whose percentage speaks of nearly what the harm is; any other only ranks people."""
MODEL_IN_SERVICE = "model in service"


@dataclass(frozen=True, slots=True)
class Comparison:
    """The model and something else, on the same releases.

    other: an instrument, or ``MODEL_IN_SERVICE``
    releases, events: those for which the other gives a number
    auc, other_auc: how well each ranks
    auc_difference: the model's less the other's, on the same draws; above 0 the model ranks better
    brier_difference: the same for the Brier score; below 0 the model is nearer to what happened. None where
        the other speaks of something else than this harm
    """

    other: str
    releases: int
    events: int
    auc: Estimate
    other_auc: Estimate
    auc_difference: Estimate
    brier_difference: Estimate | None


def against(
    other: str,
    others: Numbers,
    probabilities: Numbers,
    happened: Outcomes,
    weights: Weights,
    same_outcome: bool,
) -> Comparison | None:
    """The comparison; None where too few have a number from the other.

    others: the other's probabilities; nan where it gives none
    probabilities, happened: one a release
    weights: the draws, draws by releases
    same_outcome: whether the other's probabilities are of the same harm
    """
    rows = ~np.isnan(others)
    theirs, ours, outcome, drawn = others[rows], probabilities[rows], happened[rows], weights[:, rows]
    if min(outcome.sum(), (~outcome).sum()) < FEWEST:
        return None
    auc, other_auc, difference = auc_estimates(ours, theirs, outcome, drawn)
    return Comparison(
        other=other,
        releases=len(outcome),
        events=int(outcome.sum()),
        auc=auc,
        other_auc=other_auc,
        auc_difference=difference,
        brier_difference=brier_difference(ours, theirs, outcome, drawn) if same_outcome else None,
    )


def against_instruments(
    harm: Harm, table: Table, probabilities: Numbers, happened: Outcomes, weights: Weights
) -> tuple[Comparison, ...]:
    """The model beside each instrument that gives enough of these people a percentage.

    table: the releases of which it is known whether the harm happened; the others are in its order
    """
    compared = (
        against(
            instrument.value,
            table.instruments[:, column] / 100,
            probabilities,
            happened,
            weights,
            instrument in SAME_OUTCOME.get(harm, frozenset()),
        )
        for column, instrument in enumerate(INSTRUMENTS)
    )
    return tuple(each for each in compared if each is not None)
