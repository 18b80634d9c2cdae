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
from training.calibrate import FOLDS, Calibration, choose_calibration
from training.config import TrainingConfig
from training.rows import EPOCH
from training.scoring import probabilities_of
from training.table import HARMS, Table

SAME = 1e-12
"""Numbers no further apart are one number, added up in another order."""
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
    """The model of all harms. Raises BadInput where the people are too few to calibrate on.

    fits: fitted to ``train``
    later: people of a later time, to calibrate on
    """
    known = {harm: later.decided(harm, FOLDS) for harm in Harm}
    calibrations = {harm: _calibration(fits[harm], harm, known[harm]) for harm in Harm}
    model = Model(
        version=config.version,
        demonstration=config.demonstration,
        learned_from=_day(train.released.min()),
        learned_to=_day(later.released.max()),
        schema=SCHEMA_HASH,
        features=NAMES,
        bins=next(iter(fits.values())).cuts,
        harms={harm: _harm_model(fits[harm], calibrations[harm], harm, known[harm], config) for harm in Harm},
    )
    return Assembled(model, calibrations)


def _calibration(fit: AdditiveFit, harm: Harm, known: Table) -> Calibration:
    return choose_calibration(fit.log_odds(known.vectors), known.happened(harm))


def _harm_model(
    fit: AdditiveFit, calibration: Calibration, harm: Harm, known: Table, config: TrainingConfig
) -> HarmModel:
    log_odds = calibration.applied(fit.log_odds(known.vectors))
    happened = known.happened(harm)
    unrecognised = ~known.recognised[:, HARMS.index(harm)]
    probability = probabilities_of(log_odds[unrecognised])
    slope = calibration.slope
    return HarmModel(
        intercept=calibration.intercept + slope * fit.intercept,
        steps=tuple(tuple(slope * step for step in steps) for steps in fit.steps),
        venn_abers=intervals(log_odds, happened),
        threshold=threshold(probability, happened[unrecognised], getattr(config.thresholds, harm)),
    )


def intervals(log_odds: Numbers, happened: Outcomes) -> VennAbers:
    """The Venn-ABERS table of scores that were tried on these people."""
    middles = _middles(log_odds)
    below = np.searchsorted(np.sort(log_odds), middles)
    at = np.searchsorted(below, len(log_odds) * np.arange(1, CELLS) / CELLS)
    edges = middles[np.unique(at[at < len(middles)])]
    cell = np.searchsorted(edges, log_odds)
    people = np.bincount(cell, minlength=len(edges) + 1)
    events = np.bincount(cell[happened], minlength=len(edges) + 1)
    return venn_abers(edges.tolist(), people.tolist(), events.tolist())


def threshold(probability: Numbers, happened: Outcomes, precision: float) -> Threshold:
    """The lowest threshold at which the flag has the precision asked for. It is never below that precision
    itself: nobody is flagged on the strength of others whose risk is far higher.

    probability, happened: one for each person whose risk nobody recognised
    precision: the least share of those flagged to whom it must happen
    """
    order = np.argsort(probability, kind="stable")
    lowest_first = probability[order]
    thresholds = np.maximum(precision, np.append(lowest_first[:1] / 2, _middles(probability)))
    start = np.searchsorted(lowest_first, thresholds)
    flagged = len(order) - start
    found = np.append(np.cumsum(happened[order][::-1])[::-1], 0)[start]
    enough = (flagged >= FEWEST_FLAGGED) & (found / np.maximum(flagged, 1) >= precision)
    if not enough.any():
        return Threshold(NEVER, recall=0.0, precision=0.0)
    at = int(enough.argmax())
    return Threshold(
        probability=float(thresholds[at]),
        recall=float(found[at] / max(1, happened.sum())),
        precision=float(found[at] / flagged[at]),
    )


def _middles(values: Numbers) -> Numbers:
    """Midway between any two neighbours that differ by more than how their parts happened to be added up: so
    that who lies above and who below is the same in training and in service."""
    distinct = np.unique(values)
    middles: Numbers = (distinct[:-1] + distinct[1:])[np.diff(distinct) > SAME] / 2
    return middles


def _day(days: int) -> date:
    return EPOCH + timedelta(days=int(days))
