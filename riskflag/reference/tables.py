"""How the reference files beside this package are read: all of a table or none of it.

Each file is listed in ``data/provenance.json`` with where it came from and how many rows it has, so that a
file that was cut short is an error and not a shorter table.
"""

import csv
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import TypeVar

from riskflag.errors import ReferenceDataError

DATA_FOLDER = Path(__file__).parent / "data"
UNREADABLE = (OSError, ValueError, KeyError, TypeError, csv.Error)

Row = Mapping[str, str]
K = TypeVar("K")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where one reference file came from.

    file: its name in the data folder
    holds: what a row is
    sources: project, file and version of each source
    licence: the terms under which the sources were published
    taken_on: the date on which they were read
    rows: how many rows the file has
    changes: what riskflag left out, judged or added
    """

    file: str
    holds: str
    sources: tuple[str, ...]
    licence: str
    taken_on: date
    rows: int
    changes: str


@cache
def provenance(folder: Path = DATA_FOLDER) -> Mapping[str, Provenance]:
    """Every reference file's provenance, by file name. Raises ReferenceDataError when it is unreadable."""
    try:
        entries = json.loads((folder / "provenance.json").read_text(encoding="utf-8"))
        return {
            entry["file"]: Provenance(**entry | _typed(entry["sources"], entry["taken_on"]))
            for entry in entries
        }
    except UNREADABLE as error:
        raise ReferenceDataError(f"provenance.json: {error}") from error


def _typed(sources: Iterable[str], taken_on: str) -> Mapping[str, object]:
    return {"sources": tuple(sources), "taken_on": date.fromisoformat(taken_on)}


def read_table(file: str, build: Callable[[Row], T], folder: Path = DATA_FOLDER) -> tuple[T, ...]:
    """Build one value from every row of a CSV file, in file order.

    Raises ReferenceDataError naming the file and the row (the first after the heading is row 1) when
    anything cannot be read, and when the number of rows is not the one that the provenance list states.
    """
    listed = provenance(folder).get(file)
    if listed is None:
        raise ReferenceDataError(f"{file} is not in provenance.json")
    built: list[T] = []
    try:
        with (folder / file).open(encoding="utf-8", newline="") as lines:
            built.extend(build(row) for row in _rows(lines))
    except UNREADABLE as error:
        raise ReferenceDataError(f"{file}, row {len(built) + 1}: {error}") from error
    if len(built) != listed.rows:
        raise ReferenceDataError(f"{file}: {len(built)} rows, and provenance.json says {listed.rows}")
    return tuple(built)


def _rows(lines: Iterable[str]) -> Iterator[Row]:
    reader = csv.reader(lines, strict=True)
    heading = next(reader, [])
    for cells in reader:
        yield dict(zip(heading, cells, strict=True))


def index(file: str, entries: Iterable[tuple[K, T]]) -> Mapping[K, T]:
    """Entries by key. Raises ReferenceDataError when two rows of the file have the same key."""
    table: dict[K, T] = {}
    for key, value in entries:
        if table.setdefault(key, value) is not value:
            raise ReferenceDataError(f"{file}: {key} is listed twice")
    return table


def date_or_none(text: str) -> date | None:
    """An ISO date, or None for an empty cell. Raises ValueError for anything else."""
    return date.fromisoformat(text) if text else None


def yes_or_no(text: str) -> bool:
    """A ``yes`` or ``no`` cell. Raises KeyError for anything else, an empty cell too."""
    return {"yes": True, "no": False}[text]
