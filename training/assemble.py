"""Fits and later people -> a model that can be served: calibrated, with intervals and with thresholds."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from riskflag.classifier.features import NAMES, SCHEMA_HASH
from riskflag.classifier.harm import Harm
from riskflag.classifier.model import HarmModel, Model, Threshold
from riskflag.classifier.venn_abers import VennAbers, venn_abers
from training.additive import AdditiveFit
from training.arrays import Numbers, Outcomes
from training.calibrate import Calibration, choose_calibration
from training.config import TrainingConfig
from training.rows import EPOCH
from training.table import Table

CELLS = 100
"""Into how many cells of equally many people the scores are cut for Venn-ABERS."""
FEWEST_FLAGGED = 20
"""A precision that rests on fewer people than this is chance."""
NEVER = float(np.nextafter(1.0, 0.0))
"""The threshold where none gives the precision asked for: nobody is flagged."""


@dataclass(frozen=True, slots=True)
class Assembled:
    """A model, and how each harm of it was calibrated."""

    model: Model
    calibrations: Mapping[Harm, Calibration]


def assemble(
    fits: Mapping[Harm, AdditiveFit], train: Table, later: Table, config: TrainingConfig
) -> Assembled:
    """The model of all harms.

    fits: fitted to ``train``
    later: people of a later time, to calibrate on
    """
    calibrations = {harm: _calibration(fits[harm], harm, later) for harm in Harm}
    model = Model(
        version=config.version,
        demonstration=config.demonstration,
        learned_from=_day(train.released.min()),
        learned_to=_day(later.released.max()),
        schema=SCHEMA_HASH,
        features=NAMES,
        bins=next(iter(fits.values())).cuts,
        harms={
            harm: _harm_model(fits[harm], calibrations[harm], harm, later, getattr(config.thresholds, harm))
            for harm in Harm
        },
    )
    return Assembled(model, calibrations)


def _calibration(fit: AdditiveFit, harm: Harm, later: Table) -> Calibration:
    rows = later.known(harm)
    return choose_calibration(fit.log_odds(later.vectors[rows]), later.happened(harm)[rows])


def _harm_model(
    fit: AdditiveFit, calibration: Calibration, harm: Harm, later: Table, precision: float
) -> HarmModel:
    rows = later.known(harm)
    log_odds = calibration.applied(fit.log_odds(later.vectors[rows]))
    happened = later.happened(harm)[rows]
    unrecognised = ~later.recognised[rows, list(Harm).index(harm)]
    probability = 1 / (1 + np.exp(-log_odds[unrecognised]))
    slope = calibration.slope
    return HarmModel(
        intercept=calibration.intercept + slope * fit.intercept,
        steps=tuple(tuple(slope * step for step in steps) for steps in fit.steps),
        venn_abers=intervals(log_odds, happened),
        threshold=threshold(probability, happened[unrecognised], precision),
    )


def intervals(log_odds: Numbers, happened: Outcomes) -> VennAbers:
    """The Venn-ABERS table of scores that were tried on these people."""
    edges = np.unique(np.quantile(log_odds, np.linspace(0, 1, CELLS + 1)[1:-1]))
    cell = np.searchsorted(edges, log_odds, side="left")
    people = np.bincount(cell, minlength=len(edges) + 1)
    events = np.bincount(cell[happened], minlength=len(edges) + 1)
    return venn_abers(edges.tolist(), people.tolist(), events.tolist())


def threshold(probability: Numbers, happened: Outcomes, precision: float) -> Threshold:
    """The lowest threshold at which the flag has the precision asked for.

    probability, happened: one for each person whose risk nobody recognised
    precision: the least share of those flagged to whom it must happen
    """
    order = np.argsort(-probability, kind="stable")
    found = np.cumsum(happened[order])
    flagged = np.arange(1, len(order) + 1)
    # People of the same probability are flagged together.
    last_of_equals = np.append(np.diff(probability[order]) != 0, True)
    enough = last_of_equals & (flagged >= FEWEST_FLAGGED) & (found >= precision * flagged)
    if not enough.any():
        return Threshold(NEVER, recall=0.0, precision=0.0)
    at = int(np.flatnonzero(enough)[-1])
    return Threshold(
        probability=float(probability[order][at]),
        recall=float(found[at] / max(1, happened.sum())),
        precision=float(found[at] / flagged[at]),
    )


def _day(days: int) -> date:
    return EPOCH + timedelta(days=int(days))
