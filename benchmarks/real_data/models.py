"""Ours, with the settings that training uses, and logistic regression beside it.

No setting was chosen by looking at the people who are judged here: how many trees are used is decided inside
each fit, on people left out of a subsample, and the rest was fixed beforehand.
"""

from collections.abc import Callable

import numpy as np
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from benchmarks.real_data.task import Task
from training.additive import AdditiveConfig, fit_additive
from training.arrays import Numbers

Predict = Callable[[Task, Numbers, int], Numbers]
"""Fits a task, with so many processes, and gives the probability of each row of a matrix."""
OURS = "ours (step tables)"
LOGISTIC = "logistic regression"


def ours(task: Task, matrix: Numbers, jobs: int) -> Numbers:
    """What the step tables say: they are what is exported and served."""
    fit = fit_additive(task.matrix, task.outcome, task.directions, AdditiveConfig(), jobs=jobs)
    return 1 / (1 + np.exp(-fit.log_odds(matrix)))


def logistic(task: Task, matrix: Numbers, jobs: int) -> Numbers:
    """Lightly shrunk; unknown is the median, and a column of its own."""
    model = make_pipeline(
        SimpleImputer(strategy="median", add_indicator=True),
        StandardScaler(),
        LogisticRegression(C=0.1, max_iter=1000),
    )
    return model.fit(task.matrix, task.outcome).predict_proba(matrix)[:, 1]


MODELS: dict[str, Predict] = {OURS: ours, LOGISTIC: logistic}
