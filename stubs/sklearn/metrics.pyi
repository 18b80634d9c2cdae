import numpy as np
import numpy.typing as npt

def roc_auc_score(y_true: npt.NDArray[np.bool_], y_score: npt.NDArray[np.float64]) -> float: ...
