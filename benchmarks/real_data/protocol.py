"""Who is fitted to and who is judged: repeated stratified folds, or one part and another."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from time import perf_counter

import numpy as np
from sklearn.model_selection import StratifiedKFold

from benchmarks.real_data.models import Predict
from benchmarks.real_data.task import Task
from training.arrays import Numbers

FOLDS = 5
Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Judged:
    """What each model said of people that it was not fitted to.

    task: those people
    how: how they were kept apart, for the heading
    predictions: by model, repeats by people, as probabilities
    seconds: by model, how long fitting and predicting took
    """

    task: Task
    how: str
    predictions: Mapping[str, Numbers]
    seconds: Mapping[str, float]


def cross_validated(
    task: Task, models: Mapping[str, Predict], repeats: int, jobs: int, seed: int, say: Say
) -> Judged:
    """Each person's probability from a model that was fitted to the other four fifths, ``repeats`` times."""
    predictions, seconds = {}, {}
    for name, predict in models.items():
        say(f"{task.name}: {name}")
        started = perf_counter()
        predictions[name] = np.stack([_folded(task, predict, jobs, seed + each) for each in range(repeats)])
        seconds[name] = perf_counter() - started
    return Judged(task, f"{repeats} x {FOLDS}-fold cross-validation", predictions, seconds)


def held_out(train: Task, test: Task, how: str, models: Mapping[str, Predict], jobs: int, say: Say) -> Judged:
    """The probability of each person of ``test``, from models that were fitted to all of ``train``."""
    predictions, seconds = {}, {}
    for name, predict in models.items():
        say(f"{test.name}: {name}")
        started = perf_counter()
        predictions[name] = predict(train, test.matrix, jobs)[None, :]
        seconds[name] = perf_counter() - started
    return Judged(test, how, predictions, seconds)


def _folded(task: Task, predict: Predict, jobs: int, seed: int) -> Numbers:
    probabilities = np.empty(len(task.outcome))
    folds = StratifiedKFold(FOLDS, shuffle=True, random_state=seed)
    for rest, fold in folds.split(task.matrix, task.outcome):
        kept = np.zeros(len(task.outcome), dtype=np.bool_)
        kept[rest] = True
        probabilities[fold] = predict(task.only(kept), task.matrix[fold], jobs)
    return probabilities
