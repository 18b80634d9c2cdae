"""Everything that is measured of a model on people and dates that it never saw. Nobody is in the figures."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date, timedelta

import msgspec
import numpy as np

from riskflag.classifier.feature import FeatureName
from riskflag.classifier.harm import Harm
from riskflag.classifier.model import Model
from training.arrays import Numbers, Outcomes
from training.evaluation.against_truth import AgainstTruth, against_truth
from training.evaluation.comparisons import MODEL_IN_SERVICE, Comparison, against, against_instruments
from training.evaluation.decision import NetBenefit, decision_curve
from training.evaluation.drift import bin_counts
from training.evaluation.flagging import Flags, flags
from training.evaluation.groups import AUDITED, GroupAudit, audit
from training.evaluation.intervals_held import IntervalsHeld, intervals_held
from training.evaluation.performance import Performance, performance, require_both
from training.evaluation.reliability import Reliability, reliability
from training.evaluation.resampling import resampled
from training.scoring import Scores, score_many
from training.table import HARMS, Table

DRAWS = 500
EPOCH = date(1970, 1, 1)


@dataclass(frozen=True, slots=True)
class HarmEvaluation:
    """How good the model of one harm is, and what it is compared with.

    open_releases: releases left out, as the records end before the harm's time does
    truth: beside the true probabilities; None where people are not simulated
    in_service: beside the model in service; None where there is none
    The rest is what its own type says.
    """

    open_releases: int
    performance: Performance
    reliability: Reliability
    decision: tuple[NetBenefit, ...]
    flags: Flags
    groups: tuple[GroupAudit, ...]
    instruments: tuple[Comparison, ...]
    in_service: Comparison | None
    intervals: IntervalsHeld
    truth: AgainstTruth | None


@dataclass(frozen=True, slots=True)
class Evaluation:
    """How good a model is.

    version, demonstration: the model's
    seed: where the random numbers of intervals and simulations started
    first, last: day of the first and of the last release that was looked at
    releases, people: how many were looked at
    in_service: version of the model in service that it was compared with; None where there was none
    harms: for each harm
    inputs: for each feature how many releases lay in each of its bins, the last for unknown; what drift is
        measured against
    """

    version: str
    demonstration: bool
    seed: int
    first: date
    last: date
    releases: int
    people: int
    in_service: str | None
    harms: Mapping[Harm, HarmEvaluation]
    inputs: Mapping[FeatureName, tuple[int, ...]]


def evaluate(
    model: Model,
    test: Table,
    incumbent: Model | None = None,
    seed: int = 0,
    learned_from: Numbers | None = None,
) -> Evaluation:
    """Measures everything.

    test: people and dates that the model has not seen
    incumbent: the model in service, on the same features
    seed: where the random numbers start; the same gives the same figures
    learned_from: the people that drift will be measured against, people by features; else those of ``test``
    Raises ValueError where a harm has too few releases of either outcome to say anything.
    """
    scores = score_many(model, test.vectors)
    theirs = score_many(incumbent, test.vectors) if incumbent else {}
    inputs = bin_counts(model, test.vectors if learned_from is None else learned_from)
    return Evaluation(
        version=model.version,
        demonstration=model.demonstration,
        seed=seed,
        first=EPOCH + timedelta(days=int(test.released.min())),
        last=EPOCH + timedelta(days=int(test.released.max())),
        releases=len(test),
        people=len(np.unique(test.person)),
        in_service=incumbent.version if incumbent else None,
        harms={harm: _harm(model, harm, test, scores[harm], theirs.get(harm), seed) for harm in Harm},
        inputs=inputs,
    )


def as_json(evaluation: Evaluation) -> bytes:
    """The evaluation as ``metrics.json``."""
    return msgspec.json.format(msgspec.json.encode(evaluation), indent=1) + b"\n"


def from_json(content: bytes) -> Evaluation:
    """The evaluation in a ``metrics.json``. Raises msgspec.DecodeError where it holds something else."""
    return msgspec.json.decode(content, type=Evaluation)


def _harm(
    model: Model, harm: Harm, table: Table, scores: Scores, theirs: Scores | None, seed: int
) -> HarmEvaluation:
    known = table.known(harm)
    rows, scores = table.take(known), _only(scores, known)
    happened, column = rows.happened(harm), HARMS.index(harm)
    require_both(happened)
    said, truth, recognised = scores.probability, rows.truth[:, column], rows.recognised[:, column]
    weights = resampled(rows.person, DRAWS, seed)
    threshold = model.harms[harm].threshold.probability
    return HarmEvaluation(
        open_releases=int((~known).sum()),
        performance=performance(said, happened, rows.person, weights, seed),
        reliability=reliability(said, happened, truth),
        decision=decision_curve(said, happened, recognised),
        flags=flags(said, happened, recognised, threshold),
        groups=tuple(
            audit(each, getattr(rows, each), rows.person, said, happened, threshold) for each in AUDITED
        ),
        instruments=against_instruments(harm, rows, said, happened, weights),
        in_service=against(MODEL_IN_SERVICE, theirs.probability[known], said, happened, weights, True)
        if theirs
        else None,
        intervals=intervals_held(model.harms[harm].venn_abers, scores, happened, truth),
        truth=against_truth(said, truth, happened, rows.person),
    )


def _only(scores: Scores, rows: Outcomes) -> Scores:
    return Scores(**{each.name: getattr(scores, each.name)[rows] for each in fields(scores)})
