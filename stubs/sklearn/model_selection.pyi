from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

class StratifiedKFold:
    def __init__(
        self, n_splits: int = ..., *, shuffle: bool = ..., random_state: int | None = ...
    ) -> None: ...
    def split(
        self, X: npt.NDArray[np.float64], y: npt.NDArray[np.bool_]
    ) -> Iterator[tuple[npt.NDArray[np.intp], npt.NDArray[np.intp]]]: ...
