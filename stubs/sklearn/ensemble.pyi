from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt

class HistGradientBoostingClassifier:
    n_features_in_: int
    def __init__(
        self,
        *,
        learning_rate: float = ...,
        max_iter: int = ...,
        max_leaf_nodes: int | None = ...,
        min_samples_leaf: int = ...,
        l2_regularization: float = ...,
        max_features: float = ...,
        monotonic_cst: Sequence[int] | None = ...,
        interaction_cst: str | None = ...,
        early_stopping: bool | str = ...,
        random_state: int | None = ...,
    ) -> None: ...
    def fit(self, X: npt.NDArray[np.float64], y: npt.NDArray[np.bool_]) -> HistGradientBoostingClassifier: ...
    def staged_decision_function(self, X: npt.NDArray[np.float64]) -> Iterator[npt.NDArray[np.float64]]: ...
