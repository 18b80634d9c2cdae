from collections.abc import Callable, Hashable, Mapping
from typing import Generic, TypeVar

import numpy as np
import numpy.typing as npt

Result = TypeVar("Result")

class _ByGroup(Generic[Result]):
    def to_dict(self, orient: str) -> dict[Hashable, dict[str, Result]]: ...

class MetricFrame(Generic[Result]):
    by_group: _ByGroup[Result]
    def __init__(
        self,
        *,
        metrics: Mapping[str, Callable[..., Result]],
        y_true: npt.NDArray[np.bool_],
        y_pred: npt.NDArray[np.float64],
        sensitive_features: npt.NDArray[np.str_],
        sample_params: Mapping[str, Mapping[str, npt.NDArray[np.int64]]] = ...,
    ) -> None: ...
