"""People screened in Broward County, Florida, 2013-14: what they were charged with next.

Published by ProPublica. Only those followed for the whole two years are fitted to and judged. Race is no
input, and neither are the COMPAS scores, which are to be beaten. Sex and age are, as in the published
instruments.
"""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pandas as pd

from benchmarks.real_data.columns import numbers, require
from benchmarks.real_data.task import Task
from training.additive import EITHER, FALLS, RISES

OUTCOMES = {
    "viol2y": "violence",
    "dom2y": "domestic violence, stalking or an injunction",
    "order2y": "breach of a protective order",
    "vdo2y": "any of the three",
}
COUNTED = {
    "age": FALLS,
    "juv_fel_count": RISES,
    "juv_misd_count": RISES,
    "juv_other_count": RISES,
    "priors_count": RISES,
    **dict.fromkeys(
        ("c_dom", "c_order", "c_violent", "c_weapon", "c_drug", "c_property", "c_traffic", "c_sexual"), EITHER
    ),
    "c_nocharge": EITHER,
}
DAYS = "days_b_screening_arrest"
MOST_DAYS = 30
INCUMBENTS = {
    "COMPAS violence decile": "compas_violence_decile",
    "COMPAS recidivism decile": "compas_recid_decile",
}
GROUPS = {"sex": "sex", "race": "race"}
SCREENED = "compas_screening_date"
TRAINED_TO = "2013-10-31"


def followed(path: Path, without: Path | None = None) -> pd.DataFrame:
    """The rows of those followed for two years, save those whose number ``without`` has."""
    frame = pd.read_csv(path, low_memory=False)
    named = [*COUNTED, DAYS, *INCUMBENTS.values(), *GROUPS.values(), *OUTCOMES, SCREENED]
    require(frame, ["id", "full_window", "c_charge_degree", *named])
    kept = frame["full_window"].eq(1)
    if without is not None:
        kept &= ~frame["id"].isin(pd.read_csv(without, usecols=["id"])["id"])
    if not kept.any():
        raise ValueError("nobody in it can be judged")
    return frame[kept].reset_index(drop=True)


def tasks(frame: pd.DataFrame) -> Iterator[Task]:
    """A task for each outcome."""
    columns = {name: numbers(frame, name) for name in COUNTED}
    columns[DAYS] = np.clip(numbers(frame, DAYS), -MOST_DAYS, MOST_DAYS)
    columns["charged with a felony"] = frame["c_charge_degree"].eq("F").to_numpy(dtype=np.float64)
    columns["male"] = frame["sex"].eq("Male").to_numpy(dtype=np.float64)
    for outcome, title in OUTCOMES.items():
        yield Task(
            name=f"Broward: {title} ({outcome})",
            features=tuple(columns),
            directions=(*COUNTED.values(), EITHER, EITHER, EITHER),
            matrix=np.column_stack(list(columns.values())),
            outcome=numbers(frame, outcome) == 1,
            groups={name: frame[column].to_numpy(dtype=np.str_) for name, column in GROUPS.items()},
            incumbents={name: numbers(frame, column) for name, column in INCUMBENTS.items()},
        )


def screened_early(frame: pd.DataFrame) -> npt.NDArray[np.bool_]:
    """Who was screened by the last day that a split by time trains on."""
    return frame[SCREENED].le(TRAINED_TO).to_numpy(dtype=np.bool_)
