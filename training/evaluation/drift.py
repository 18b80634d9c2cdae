"""Whether the people who are scored still look like those whom the model learned from, feature by feature."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from riskflag.classifier.bins import Bins
from riskflag.classifier.feature import FeatureName
from riskflag.classifier.model import Model
from training.arrays import Numbers
from training.scoring import cells_of

PARTS = 10
"""A feature's bins are put together into about so many parts: among many small ones chance rules."""
LOOK, MOVED = 0.1, 0.25
"""Stability indices by the usual reading: below the first nothing is the matter, above the second much is."""


class Moved(StrEnum):
    """How far a feature has moved."""

    STEADY = "steady"
    LOOK = "look"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class FeatureDrift:
    """How one feature of the people served differs from the people learned from.

    feature: its name
    moved: the verdict
    stability: population stability index, over parts of the range and unknown
    by_chance: what it would be on average if nothing had changed, as there are only so many people
    unknown_before, unknown_now: shares of people for whom it is unknown
    outside: share of the people served whose value training never saw the like of
    """

    feature: FeatureName
    moved: Moved
    stability: float
    by_chance: float
    unknown_before: float
    unknown_now: float
    outside: float


def bin_counts(model: Model, vectors: Numbers) -> dict[FeatureName, tuple[int, ...]]:
    """For each feature how many people lie in each of its bins, the last for unknown.

    vectors: people by features, in the model's order; nan is unknown
    """
    cells = cells_of(model.bins, vectors)
    counted = (np.bincount(cell, minlength=bins.count) for cell, bins in zip(cells, model.bins, strict=True))
    return {name: tuple(each.tolist()) for name, each in zip(model.features, counted, strict=True)}


def drift(
    model: Model, inputs: Mapping[FeatureName, tuple[int, ...]], served: Numbers
) -> tuple[FeatureDrift, ...]:
    """How each feature moved, those that moved most first.

    inputs: ``Evaluation.inputs``
    served: people by features, in the model's order; nan is unknown
    Raises ValueError where nobody was served, or the counts are not of this model's bins.
    """
    if not len(served):
        raise ValueError("drift needs people who were served")
    if [len(inputs.get(name, ())) for name in model.features] != [bins.count for bins in model.bins]:
        raise ValueError("the counts are not of this model's bins")
    now = bin_counts(model, served)
    found = (
        _of(name, bins, np.array(inputs[name]), np.array(now[name]), served[:, column])
        for column, (name, bins) in enumerate(zip(model.features, model.bins, strict=True))
    )
    return tuple(sorted(found, key=lambda each: (-each.stability, each.feature)))


def as_text(drifts: tuple[FeatureDrift, ...], people: int) -> str:
    """The report, a line a feature.

    people: how many were served
    """
    head = f"{'feature':<44}{'':>8}{'index':>8}{'chance':>8}{'unknown: then':>15}{'now':>7}{'outside':>9}"
    return "\n".join([f"Inputs of {people} people served, beside those learned from", head, *_lines(drifts)])


def _lines(drifts: tuple[FeatureDrift, ...]) -> Iterator[str]:
    for each in drifts:
        yield (
            f"{each.feature:<44}{each.moved:>8}{each.stability:>8.3f}{each.by_chance:>8.3f}"
            f"{each.unknown_before:>15.1%}{each.unknown_now:>7.1%}{each.outside:>9.1%}"
        )


def _of(name: FeatureName, bins: Bins, before: Numbers, now: Numbers, values: Numbers) -> FeatureDrift:
    starts = _parts(before)
    then, since = (np.add.reduceat(each, starts) for each in (before, now))
    anybody = then + since > 0
    stability = _stability(then[anybody], since[anybody])
    by_chance = float((anybody.sum() - 1) * (1 / then.sum() + 1 / since.sum()))
    return FeatureDrift(
        feature=name,
        moved=_verdict(stability - by_chance),
        stability=stability,
        by_chance=by_chance,
        unknown_before=float(before[-1] / before.sum()),
        unknown_now=float(now[-1] / now.sum()),
        outside=float(np.mean([not bins.supports(value) for value in values.tolist()])),
    )


def _parts(counts: Numbers) -> list[int]:
    """Where each part begins: it holds a tenth of those learned from, or one large bin. Unknown is alone."""
    starts, held = [0], 0
    for cell, count in enumerate(counts[:-1].tolist()):
        if held * PARTS >= counts.sum():
            starts.append(cell)
            held = 0
        held += count
    return [*starts, len(counts) - 1]


def _stability(before: Numbers, now: Numbers) -> float:
    # Each side is drawn by half a person a part towards what both are together, so that a part in which one
    # of them has nobody does not make the index infinite.
    shares = [each / each.sum() for each in (before, now)]
    together = (shares[0] + shares[1]) / 2
    then, since = ((each + together * len(each) / 2) / (each.sum() + len(each) / 2) for each in (before, now))
    return float(((since - then) * np.log(since / then)).sum())


def _verdict(beyond_chance: float) -> Moved:
    if beyond_chance >= MOVED:
        return Moved.MOVED
    return Moved.LOOK if beyond_chance >= LOOK else Moved.STEADY
