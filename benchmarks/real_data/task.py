"""What is to be predicted, for whom and from what: what every adapter gives and every model takes."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Self

import numpy as np
import numpy.typing as npt

from training.arrays import Numbers, Outcomes


@dataclass(frozen=True, slots=True)
class Task:
    """One outcome of many people.

    name: what the table is headed with
    features: what each column is called
    directions: for each column 1 rises, 0 either, -1 falls
    matrix: people by features; nan is unknown
    outcome: whether it happened, one a person
    groups: people by what they are audited by and not predicted from ("sex", "race"), one a person
    incumbents: scores that others gave them, which rank but are no probabilities; one a person
    """

    name: str
    features: tuple[str, ...]
    directions: tuple[int, ...]
    matrix: Numbers
    outcome: Outcomes
    groups: Mapping[str, npt.NDArray[np.str_]]
    incumbents: Mapping[str, Numbers]

    def only(self, kept: npt.NDArray[np.bool_]) -> Self:
        """The same task, for some of the people."""
        return replace(
            self,
            matrix=self.matrix[kept],
            outcome=self.outcome[kept],
            groups={name: values[kept] for name, values in self.groups.items()},
            incumbents={name: values[kept] for name, values in self.incumbents.items()},
        )
