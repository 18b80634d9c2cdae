"""What others would use, with modest settings fixed beforehand. Needs the ``peers`` extra."""

from interpret.glassbox import ExplainableBoostingClassifier
from lightgbm import LGBMClassifier
from xgboost import XGBClassifier

from benchmarks.real_data.models import FEW, Predict
from benchmarks.real_data.task import Task
from training.arrays import Numbers

LIGHTGBM, XGBOOST, EBM = "LightGBM", "XGBoost", "EBM (interpret)"


def lightgbm(task: Task, matrix: Numbers, jobs: int) -> Numbers:
    """Leaf-wise boosting, shallow."""
    few = len(task.outcome) < FEW
    model = LGBMClassifier(
        n_estimators=200 if few else 400,
        learning_rate=0.03,
        num_leaves=8 if few else 15,
        min_child_samples=40 if few else 60,
        subsample=0.8,
        subsample_freq=1,
        colsample_bytree=0.5,
        reg_lambda=5,
        random_state=0,
        n_jobs=jobs,
        verbose=-1,
    )
    return _second(model.fit(task.matrix, task.outcome).predict_proba(matrix))


def xgboost(task: Task, matrix: Numbers, jobs: int) -> Numbers:
    """Level-wise boosting, shallow."""
    few = len(task.outcome) < FEW
    model = XGBClassifier(
        n_estimators=200 if few else 400,
        learning_rate=0.03,
        max_depth=3 if few else 4,
        min_child_weight=5 if few else 20,
        subsample=0.8,
        colsample_bytree=0.5,
        reg_lambda=5,
        random_state=0,
        n_jobs=jobs,
    )
    return _second(model.fit(task.matrix, task.outcome).predict_proba(matrix))


def ebm(task: Task, matrix: Numbers, jobs: int) -> Numbers:
    """Explainable boosting as it comes, pairs of features among its terms."""
    model = ExplainableBoostingClassifier(random_state=0, n_jobs=jobs)
    return _second(model.fit(task.matrix, task.outcome).predict_proba(matrix))


def _second(probabilities: Numbers) -> Numbers:
    """Of each person, that of the outcome."""
    return probabilities[:, 1]


PEERS: dict[str, Predict] = {LIGHTGBM: lightgbm, XGBOOST: xgboost, EBM: ebm}
