"""Invented people in the columns of the public files. No row is anybody's."""

from pathlib import Path

import numpy as np
import pandas as pd

from benchmarks.real_data import broward, georgia


def georgia_rows(count: int = 60) -> pd.DataFrame:
    """Parole rows: words and counts drawn at random, every third person arrested."""
    generator = np.random.default_rng(0)
    frame = pd.DataFrame({"ID": range(1, count + 1), "Training_Sample": 1}, dtype=object)
    for name, (_, words) in georgia.RANKED.items():
        frame[name] = generator.choice(words, count)
    for name, words in georgia.NAMED.items():
        frame[name] = generator.choice(words, count)
    for name in georgia.COUNTED:
        frame[name] = generator.integers(0, 3, count)
    frame["Gender"], frame["Race"] = (
        np.tile(["F", "M"], count // 2),
        np.tile(["BLACK", "BLACK", "WHITE", "WHITE"], count // 4),
    )
    return frame.assign(Recidivism_Arrest_Year1=(np.arange(count) % 3 == 0).astype(int))


def broward_rows(count: int = 80) -> pd.DataFrame:
    """Screenings: counts drawn at random, a quarter of the people charged again, half of them screened late."""
    generator = np.random.default_rng(0)
    frame = pd.DataFrame({"id": range(1, count + 1), "full_window": 1})
    for name in broward.COUNTED:
        frame[name] = generator.integers(0, 2, count)
    for name in broward.INCUMBENTS.values():
        frame[name] = generator.integers(1, 11, count)
    for name in broward.OUTCOMES:
        frame[name] = (np.arange(count) % 4 == 0).astype(int)
    frame["age"] = generator.integers(18, 70, count)
    frame["days_b_screening_arrest"] = generator.integers(-90, 90, count)
    frame["compas_screening_date"] = np.repeat(["2013-10-31", "2013-11-01"], count // 2)
    frame["c_charge_degree"], frame["sex"] = (
        np.tile(["F", "M"], count // 2),
        np.tile(["Male", "Female"], count // 2),
    )
    return frame.assign(race=np.tile(["Caucasian", "African-American"], count // 2))


def written(frame: pd.DataFrame, path: Path) -> Path:
    """The rows as a file."""
    frame.to_csv(path, index=False)
    return path
