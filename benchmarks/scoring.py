"""Scoring: one person by the served tables beside scikit-learn's own prediction, and a million rows at once.

    python -m benchmarks.scoring models

Times are of this machine, in one run; read the ratios.
"""

import sys
from collections.abc import Callable, Sequence
from functools import partial
from os import cpu_count
from pathlib import Path
from platform import machine
from statistics import median
from time import perf_counter

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.impute import SimpleImputer
from sklearn.pipeline import Pipeline, make_pipeline

from riskflag.classifier.model import Model
from riskflag.persistence.published_models import model_in_service
from training.arrays import Numbers
from training.scoring import score_many

ONE_LIMIT, MANY_LIMIT = 50e-6, 5.0
TIMES, ROWS, LEARNED_FROM = 3000, 1_000_000, 20_000


def main(folder: Path) -> None:
    """Prints the table."""
    model = model_in_service(folder)
    vectors = made_up(model, ROWS)
    lines = list(zip(vectors[:TIMES].tolist(), vectors[:TIMES, None], strict=True))
    theirs = [fitted(vectors[:LEARNED_FROM], seed) for seed in range(len(model.harms))]
    ours = timed([partial(scored, model, row) for row, _ in lines])
    peers = timed([partial(scored_by_all, theirs, row) for _, row in lines[:50]])
    started = perf_counter()
    score_many(model, vectors)
    many = perf_counter() - started
    print(f"{len(model.features)} features, {len(model.harms)} harms; {machine()}, {cpu_count()} processors")
    print(f"one person, contributions and ranges: p50 {ours * 1e6:.1f} us: {met(ours <= ONE_LIMIT)} (50)")
    print(f"scikit-learn, predict_proba alone: p50 {peers * 1e3:.1f} ms, {peers / ours:.0f} times as long")
    print(f"{ROWS:,} rows: {many:.2f} s: {met(many <= MANY_LIMIT)} (5)")


def made_up(model: Model, rows: int) -> Numbers:
    """Rows that fill the range of each feature, a tenth of the values unknown."""
    generator = np.random.default_rng(0)
    columns = [generator.uniform(each.lowest or 0.0, each.highest or 1.0, rows) for each in model.bins]
    vectors = np.column_stack(columns)
    vectors[generator.random(vectors.shape) < 0.1] = np.nan
    return vectors


def fitted(vectors: Numbers, seed: int) -> Pipeline:
    """A pipeline as it would be served without tables of our own."""
    generator = np.random.default_rng(seed)
    happened = generator.random(len(vectors)) < 0.2
    trees = HistGradientBoostingClassifier(max_iter=300, max_leaf_nodes=2, random_state=seed)
    return make_pipeline(SimpleImputer(keep_empty_features=True), trees).fit(vectors, happened)


def scored(model: Model, row: list[float]) -> object:
    """Somebody as an answer scores them."""
    return model.score(row), model.unlike_training(row)


def scored_by_all(theirs: Sequence[Pipeline], row: Numbers) -> object:
    """The same by each of these."""
    return [each.predict_proba(row) for each in theirs]


def timed(calls: Sequence[Callable[[], object]]) -> float:
    """The median time of the calls, in seconds, after some to warm up."""
    taken = []
    for call in [*calls[:50], *calls]:
        started = perf_counter()
        call()
        taken.append(perf_counter() - started)
    return median(taken[50:])


def met(is_met: bool) -> str:
    """In words."""
    return "met" if is_met else "NOT MET"


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "models"))
