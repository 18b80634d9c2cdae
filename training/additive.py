"""An additive, monotone model of one outcome, fitted by scikit-learn and read out as step tables.

Histogram gradient boosting grows trees that each look at one feature. Whatever such a model says is a sum
of one number a feature, so differences of its public decision function give those numbers exactly.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from math import fsum

import numpy as np
from joblib import Parallel, delayed
from sklearn.ensemble import HistGradientBoostingClassifier
from threadpoolctl import threadpool_limits

from riskflag.classifier.bins import Bins
from training.arrays import Numbers, Outcomes
from training.cutting import cut_features
from training.scoring import cells_in

RISES, EITHER, FALLS = 1, 0, -1
"""Which way the log-odds may move as a feature grows."""


@dataclass(frozen=True, slots=True)
class AdditiveConfig:
    """How it is fitted. These settings, the seed and the data decide the fit to the last bit.

    samples: how many subsamples are fitted and averaged
    share: share of those with the outcome, and of those without, that a subsample holds
    rounds: most trees a subsample; the number used is the one that served best on who was left out
    learning_rate: share of each tree that is added
    leaves: most leaves a tree
    people_in_leaf: fewest people a leaf
    shrinkage: L2 penalty on what a leaf says
    feature_share: share of the features that each split may choose from
    seed: where the random numbers start
    """

    samples: int = 4
    share: float = 0.8
    rounds: int = 600
    learning_rate: float = 0.1
    leaves: int = 2
    people_in_leaf: int = 30
    shrinkage: float = 5.0
    feature_share: float = 0.5
    seed: int = 0


@dataclass(frozen=True, slots=True)
class AdditiveFit:
    """What was fitted: the log-odds are the intercept and, for each feature, the step of its bin.

    intercept: mean log-odds of the people that it was fitted to
    cuts: how each feature is cut
    steps: for each feature what each bin adds, the bin for unknown last. The mean over the people that it
        was fitted to is 0. Unknown adds 0 where nobody's was
    rounds: how many trees a subsample were used
    """

    intercept: float
    cuts: tuple[Bins, ...]
    steps: tuple[tuple[float, ...], ...]
    rounds: int

    def contributions(self, matrix: Numbers) -> Numbers:
        """What each feature adds, people by features."""
        if matrix.shape[1] != len(self.cuts):
            raise ValueError("the features are not those that were fitted")
        columns = zip(self.cuts, self.steps, matrix.T, strict=True)
        return np.column_stack([np.asarray(steps)[cells_in(cut, values)] for cut, steps, values in columns])

    def log_odds(self, matrix: Numbers) -> Numbers:
        """The log-odds of each person."""
        total: Numbers = self.contributions(matrix).sum(axis=1)
        return self.intercept + total


@dataclass(frozen=True, slots=True)
class Sample:
    """One subsample's model, and how well it did after each tree on those left out.

    model: the fitted trees
    losses: mean log loss after each tree
    """

    model: HistGradientBoostingClassifier
    losses: Numbers


def fit_additive(
    matrix: Numbers,
    outcome: Outcomes,
    directions: Sequence[int],
    config: AdditiveConfig,
    cuts: tuple[Bins, ...] | None = None,
    jobs: int = 1,
) -> AdditiveFit:
    """Fit one outcome.

    matrix: people by features; nan is unknown
    outcome: whether it happened, one a person
    directions: for each feature RISES, EITHER or FALLS
    cuts: how to cut the features, where other harms share the bins; else they are cut here
    jobs: how many processes; the fit does not depend on it
    """
    cuts = cut_features(matrix) if cuts is None else cuts
    columns = [*directions, *[EITHER] * int(has_indicator(cuts, directions).sum())]
    ids = bin_numbers(cuts, directions, matrix)
    samples = fit_samples(ids, outcome.astype(np.bool_), columns, config, jobs)
    rounds = int(np.mean([sample.losses for sample in samples], axis=0).argmin()) + 1
    base, *said = _said(samples, cuts, directions, rounds)
    steps, means = [], []
    for column, (cut, values) in enumerate(zip(cuts, matrix.T, strict=True)):
        table, mean = _centred(_monotone(said[column] - base, directions[column]), cut, values)
        steps.append(table)
        means.append(mean)
    return AdditiveFit(float(base[0]) + fsum(means), cuts, tuple(steps), rounds)


def bin_numbers(cuts: tuple[Bins, ...], directions: Sequence[int], matrix: Numbers) -> Numbers:
    """What the trees are grown on: the bin of each feature of each person, nan where unknown.

    After them comes, for each feature that ``has_indicator``, whether it is unknown (1) or known (0).
    """
    cells = np.column_stack([cells_in(cut, values) for cut, values in zip(cuts, matrix.T, strict=True)])
    unknown = np.isnan(matrix)
    return np.hstack([np.where(unknown, np.nan, cells), unknown[:, has_indicator(cuts, directions)]])


def has_indicator(cuts: tuple[Bins, ...], directions: Sequence[int]) -> Outcomes:
    """Which features need a column of their own for unknown.

    scikit-learn puts unknown at one end of a feature's values, and holds it to the feature's direction there.
    """
    return np.array([cut.unknown_seen and bool(way) for cut, way in zip(cuts, directions, strict=True)])


def fit_samples(
    ids: Numbers, outcome: Outcomes, directions: Sequence[int], config: AdditiveConfig, jobs: int
) -> list[Sample]:
    """Each subsample's model.

    ids: what ``bin_numbers`` gives
    directions: one for each column of ``ids``; the columns for unknown have none (EITHER)
    """
    if min(outcome.sum(), (~outcome).sum()) < 2:
        raise ValueError("the outcome must have happened to two people, and not to two")
    each = (
        delayed(_fit_sample)(ids, outcome, directions, config, number) for number in range(config.samples)
    )
    return list(Parallel(n_jobs=jobs)(each))


def decided(samples: Sequence[Sample], ids: Numbers, rounds: int) -> Numbers:
    """The mean over the subsamples of what the first ``rounds`` trees say, in log-odds."""
    each = [next(islice(one.model.staged_decision_function(ids), rounds - 1, None)) for one in samples]
    mean: Numbers = np.mean(each, axis=0)
    return mean


def _fit_sample(
    ids: Numbers, outcome: Outcomes, directions: Sequence[int], config: AdditiveConfig, number: int
) -> Sample:
    kept = _drawn(outcome, config, number)
    model = HistGradientBoostingClassifier(
        max_iter=config.rounds,
        learning_rate=config.learning_rate,
        max_leaf_nodes=config.leaves,
        min_samples_leaf=config.people_in_leaf,
        l2_regularization=config.shrinkage,
        max_features=config.feature_share,
        interaction_cst="no_interactions",
        monotonic_cst=list(directions),
        early_stopping=False,
        random_state=config.seed + number,
    )
    seen = ids[kept]
    # A feature that is unknown for all of them cannot be cut.
    seen = np.where(np.isnan(seen).all(axis=0), 0.0, seen)
    # With more threads, sums would depend on how the work was shared out.
    with threadpool_limits(1, user_api="openmp"):
        model.fit(seen, outcome[kept])
        losses = _losses(model, ids[~kept], outcome[~kept])
    return Sample(model, losses)


def _drawn(outcome: Outcomes, config: AdditiveConfig, number: int) -> Outcomes:
    generator = np.random.default_rng((config.seed, number))
    kept = np.zeros(len(outcome), dtype=np.bool_)
    for people in (np.flatnonzero(outcome), np.flatnonzero(~outcome)):
        count = min(max(1, round(config.share * len(people))), len(people) - 1)
        kept[generator.choice(people, count, replace=False)] = True
    return kept


def _losses(model: HistGradientBoostingClassifier, ids: Numbers, outcome: Outcomes) -> Numbers:
    sign = np.where(outcome, -1.0, 1.0)
    return np.array([np.logaddexp(0, sign * each).mean() for each in model.staged_decision_function(ids)])


def _said(
    samples: Sequence[Sample], cuts: tuple[Bins, ...], directions: Sequence[int], rounds: int
) -> list[Numbers]:
    """What is said of somebody in the first bin of every feature, then of each feature, bin by bin."""
    sizes = [cut.unknown + 1 for cut in cuts]
    ends = np.cumsum([1, *sizes])
    indicators = has_indicator(cuts, directions)
    ids = np.zeros((ends[-1], len(cuts) + indicators.sum()))
    for column, (cut, start, end) in enumerate(zip(cuts, ends[:-1], ends[1:], strict=True)):
        ids[start:end, column] = [*range(cut.unknown), np.nan]
        if indicators[column]:
            ids[end - 1, len(cuts) + indicators[:column].sum()] = 1
    return np.split(decided(samples, ids, rounds), ends[:-1])


def _monotone(table: Numbers, direction: int) -> Numbers:
    # Averaging rounds: a step that goes the wrong way by its last bit is flattened. Unknown goes no way.
    if direction:
        table[:-1] = direction * np.maximum.accumulate(direction * table[:-1])
    return table


def _centred(table: Numbers, cut: Bins, values: Numbers) -> tuple[tuple[float, ...], float]:
    mean = float(table[cells_in(cut, values)].mean())
    centred = table - mean
    # Among bins that harms share, unknown may have been seen by another harm alone.
    if not np.isnan(values).any():
        centred[-1] = 0.0
    # A step of -0.0 becomes 0.0.
    return tuple((centred + 0.0).tolist()), mean
