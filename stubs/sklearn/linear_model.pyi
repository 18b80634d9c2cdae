import numpy as np
import numpy.typing as npt

class LogisticRegression:
    coef_: npt.NDArray[np.float64]
    intercept_: npt.NDArray[np.float64]
    def __init__(self, *, C: float = ..., tol: float = ..., max_iter: int = ...) -> None: ...
    def fit(self, X: npt.NDArray[np.float64], y: npt.NDArray[np.bool_]) -> LogisticRegression: ...
