"""People released on parole in Georgia, 2013-15: arrested within a year?

Published for the NIJ Recidivism Forecasting Challenge. Only what was known at release predicts. Sex, race and
area do not. One caution: whether somebody belongs to a gang is recorded for no woman, so that "unknown" there
gives sex away.
"""

from pathlib import Path

import numpy as np
import pandas as pd

from benchmarks.real_data.columns import numbers, ranks, require
from benchmarks.real_data.task import Task
from training.additive import EITHER, FALLS, RISES
from training.arrays import Numbers

OUTCOME = "Recidivism_Arrest_Year1"
SCORE = "Supervision_Risk_Score_First"
PART = "Training_Sample"
GROUPS = {"sex": "Gender", "race": "Race"}
RANKED = {
    "Age_at_Release": (FALLS, ("18-22", "23-27", "28-32", "33-37", "38-42", "43-47", "48 or older")),
    "Education_Level": (EITHER, ("Less than HS diploma", "High School Diploma", "At least some college")),
    "Prison_Years": (
        EITHER,
        ("Less than 1 year", "1-2 years", "Greater than 2 to 3 years", "More than 3 years"),
    ),
}
NAMED = {
    "Supervision_Level_First": ("Standard", "High", "Specialized"),
    "Prison_Offense": ("Drug", "Other", "Property", "Violent/Non-Sex", "Violent/Sex"),
}
COUNTED = {
    "Gang_Affiliated": RISES,
    SCORE: RISES,
    "Dependents": EITHER,
    "Prior_Arrest_Episodes_Felony": RISES,
    "Prior_Arrest_Episodes_Misd": RISES,
    "Prior_Arrest_Episodes_Violent": RISES,
    "Prior_Arrest_Episodes_Property": RISES,
    "Prior_Arrest_Episodes_Drug": RISES,
    "Prior_Arrest_Episodes_PPViolationCharges": RISES,
    "Prior_Arrest_Episodes_DVCharges": EITHER,
    "Prior_Arrest_Episodes_GunCharges": EITHER,
    "Prior_Conviction_Episodes_Felony": EITHER,
    "Prior_Conviction_Episodes_Misd": EITHER,
    "Prior_Conviction_Episodes_Prop": EITHER,
    "Prior_Conviction_Episodes_Drug": EITHER,
    "Prior_Conviction_Episodes_Viol": EITHER,
    "Prior_Conviction_Episodes_PPViolationCharges": EITHER,
    "Prior_Conviction_Episodes_DomesticViolenceCharges": EITHER,
    "Prior_Conviction_Episodes_GunCharges": EITHER,
    "Prior_Revocations_Parole": RISES,
    "Prior_Revocations_Probation": RISES,
    "Condition_MH_SA": EITHER,
    "Condition_Cog_Ed": EITHER,
    "Condition_Other": EITHER,
}


def train_part(path: Path) -> Task:
    """The training people of a file that may also hold others."""
    frame = pd.read_csv(path, low_memory=False)
    return task(frame[_part(frame) != 0])


def held_out_part(path: Path, train: Path) -> Task:
    """The people of a file who were held out of training.

    Those that the file marks as held out; where it marks nobody, those whose number is not in ``train``.
    """
    frame = pd.read_csv(path, low_memory=False)
    marked = _part(frame) == 0
    known = pd.read_csv(train, usecols=["ID"])["ID"].dropna()
    return task(frame[marked if marked.any() else frame["ID"].notna() & ~frame["ID"].isin(known)])


def task(frame: pd.DataFrame) -> Task:
    """What the file's rows say, and what they leave open."""
    require(frame, [*RANKED, *NAMED, *COUNTED, *GROUPS.values(), OUTCOME])
    if frame.empty:
        raise ValueError("nobody in it can be judged")
    columns = {name: ranks(frame, name, order) for name, (_, order) in RANKED.items()}
    columns |= {name: numbers(frame, name) for name in COUNTED}
    directions = [way for way, _ in RANKED.values()] + list(COUNTED.values())
    for name, words in NAMED.items():
        columns |= _one_each(frame, name, words)
    outcome = numbers(frame, OUTCOME)
    if np.isnan(outcome).any():
        raise ValueError(f"column {OUTCOME}: empty for somebody")
    return Task(
        name="Georgia parole: arrested within a year",
        features=tuple(columns),
        directions=(*directions, *[EITHER] * (len(columns) - len(directions))),
        matrix=np.column_stack(list(columns.values())),
        outcome=outcome == 1,
        groups={name: frame[column].to_numpy(dtype=np.str_) for name, column in GROUPS.items()},
        incumbents={
            "Georgia's supervision score": np.nan_to_num(columns[SCORE], nan=np.nanmedian(columns[SCORE]))
        },
    )


def _part(frame: pd.DataFrame) -> Numbers:
    require(frame, ["ID"])
    return numbers(frame, PART) if PART in frame.columns else np.full(len(frame), np.nan)


def _one_each(frame: pd.DataFrame, name: str, words: tuple[str, ...]) -> dict[str, Numbers]:
    """A column of yes (1) or no (0) for each word, and one for not recorded."""
    found = ranks(frame, name, words)
    each = {f"{name}: {word}": (found == place).astype(np.float64) for place, word in enumerate(words)}
    return each | {f"{name}: not recorded": np.isnan(found).astype(np.float64)}
