"""Reading columns that one release of a public file writes as numbers and another as words."""

import numpy as np
import pandas as pd

from training.arrays import Numbers

TRUTHS = {"true": 1.0, "yes": 1.0, "false": 0.0, "no": 0.0}


def require(frame: pd.DataFrame, columns: list[str]) -> None:
    """Refuse (ValueError, naming them) a file that lacks columns."""
    if missing := [column for column in columns if column not in frame.columns]:
        raise ValueError(f"the file has no column {', '.join(missing)}")


def numbers(frame: pd.DataFrame, column: str) -> Numbers:
    """A column of counts ("10 or more" is 10), of true and false, or of either as numbers. Empty is nan."""
    text = frame[column].astype("string").str.strip().str.lower()
    count = text.str.extract(r"^(-?\d+(?:\.\d+)?)(?: or more)?$", expand=False)
    found = count.where(count.notna(), text.map(TRUTHS)).astype("Float64")
    return checked(frame, column, found.to_numpy(dtype=np.float64, na_value=np.nan))


def ranks(frame: pd.DataFrame, column: str, order: tuple[str, ...]) -> Numbers:
    """A column of ordered words, as the place of each in ``order``. Empty is nan."""
    found = frame[column].map({word: place for place, word in enumerate(order)})
    return checked(frame, column, found.to_numpy(dtype=np.float64))


def checked(frame: pd.DataFrame, column: str, found: Numbers) -> Numbers:
    """What was read, if nothing that is written there was left unread (else ValueError)."""
    unread = frame[column].notna().to_numpy(dtype=np.bool_) & np.isnan(found)
    if unread.any():
        raise ValueError(f"column {column}: {int(unread.sum())} values cannot be read")
    return found
