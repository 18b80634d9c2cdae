"""What a model is fitted to and judged on: one row for each release of each person, nobody named."""

from dataclasses import dataclass, fields
from enum import IntEnum
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
import numpy.typing as npt

from riskflag.classifier.features import SCHEMA_HASH
from riskflag.classifier.harm import Harm
from riskflag.classifier.instrument_results import Instrument
from riskflag.errors import BadInput
from training.arrays import Numbers, Outcomes, Rows, Words

HARMS = tuple(Harm)
INSTRUMENTS = tuple(Instrument)
NOT_STATED = "not stated"
VERSION = " ".join((SCHEMA_HASH, *HARMS, *INSTRUMENTS))
"""What the columns mean. A table whose columns meant something else must not be fitted to."""


class Outcome(IntEnum):
    """Whether the harm happened. OPEN: the records end too soon, or a proof has no date."""

    DID_NOT_HAPPEN = 0
    HAPPENED = 1
    OPEN = -1


class Part(IntEnum):
    """What a row is for. A person is in one part only."""

    UNUSED = -1
    TRAIN = 0
    CALIBRATE = 1
    TEST = 2


@dataclass(frozen=True, slots=True)
class Table:
    """The rows. Every array has one element, or one line, a release.

    vectors: features in the order of ``riskflag.classifier.features.NAMES``; nan is unknown
    outcomes: for each harm of ``HARMS``, an ``Outcome``
    truth: for each harm the true probability, where the people are simulated; else nan
    instruments: for each of ``INSTRUMENTS`` its percentage; nan where it refuses. Not asked to fit: nan then
    recognised: for each harm, whether an order, flag, registration or rule spoke of it at the release. Not
        asked to fit: false then
    part: the ``Part`` that each row is for
    person: number of the person in this table
    released: day of release, as days since 1 January 1970
    sex, age_band, ethnicity, region: groups to audit by; ``NOT_STATED`` where it is not known
    """

    vectors: Numbers
    outcomes: npt.NDArray[np.int8]
    truth: Numbers
    instruments: Numbers
    recognised: Outcomes
    part: npt.NDArray[np.int8]
    person: npt.NDArray[np.int64]
    released: npt.NDArray[np.int64]
    sex: Words
    age_band: Words
    ethnicity: Words
    region: Words

    def __post_init__(self) -> None:
        if len({len(getattr(self, each.name)) for each in fields(self)}) != 1:
            raise ValueError("every column must have one element a release")

    def __len__(self) -> int:
        return len(self.released)

    def take(self, rows: Rows) -> "Table":
        """The rows for which ``rows`` is true."""
        return Table(**{each.name: getattr(self, each.name)[rows] for each in fields(self)})

    def of(self, part: Part) -> "Table":
        """The rows of one part."""
        return self.take(np.asarray(self.part == part))

    def known(self, harm: Harm) -> Rows:
        """Rows of which it is known whether the harm happened."""
        return np.asarray(self.outcomes[:, HARMS.index(harm)] != Outcome.OPEN)

    def happened(self, harm: Harm) -> Outcomes:
        """Rows in which the harm happened."""
        return np.asarray(self.outcomes[:, HARMS.index(harm)] == Outcome.HAPPENED)

    def decided(self, harm: Harm, at_least: int) -> "Table":
        """The rows of which it is known whether the harm happened.

        Raises BadInput unless it happened, and did not happen, in so many of them.
        """
        rows = self.take(self.known(harm))
        happened = int(rows.happened(harm).sum())
        if min(happened, len(rows) - happened) < at_least:
            raise BadInput(
                {harm: f"happened in {happened} of {len(rows)} releases: too few of either to learn"}
            )
        return rows

    def write(self, path: Path) -> None:
        """Writes the table to a file, the same bytes for the same table."""
        columns = {each.name: getattr(self, each.name) for each in fields(self)}
        with path.open("wb") as file:
            np.savez(file, allow_pickle=False, version=np.array(VERSION), **columns)


def joined(tables: list[Table]) -> Table:
    """Several tables as one, in order. The numbers of their people must not clash."""
    columns = (each.name for each in fields(Table))
    return Table(**{name: np.concatenate([getattr(table, name) for table in tables]) for name in columns})


def read_table(path: Path) -> Table:
    """The table in a file. Raises BadInput where it holds something else, or one of other features."""
    try:
        with path.open("rb") as file, np.lib.npyio.NpzFile(file, allow_pickle=False) as held:
            if str(held["version"]) != VERSION:
                raise BadInput({"table": "is of other features or harms than today's: make it anew"})
            return Table(**{each.name: held[each.name] for each in fields(Table)})
    except (OSError, ValueError, KeyError, EOFError, BadZipFile):
        raise BadInput({"table": "the file holds no table, or not a whole one"}) from None
