"""A CSV file as rows under headings. Nothing in a cell is guessed at here."""

import csv
import io
from dataclasses import dataclass

from riskflag.errors import BadInput
from riskflag.importers.strict_json import LARGEST_FILE

KIND = "record_kind"
"""The column that says of what kind each row's record is. A sheet without it is not ours."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A CSV file.

    headings: the first line
    rows: the others, a cell for each heading; None for a row that has more cells or fewer
    """

    headings: tuple[str, ...]
    rows: tuple[dict[str, str] | None, ...]


def read_sheet(text: str | bytes, told_by: str = KIND) -> Sheet | None:
    """The rows of a CSV file; None for text without the heading ``told_by``. Raises BadInput."""
    try:
        raw = text.encode() if isinstance(text, str) else text
        decoded = raw.decode("utf-8-sig")
    except UnicodeError:
        raise BadInput({"payload": "must be text in UTF-8"}) from None
    if len(raw) > LARGEST_FILE:
        raise BadInput({"payload": f"is larger than {LARGEST_FILE:,} bytes"})
    try:
        lines = [line for line in csv.reader(io.StringIO(decoded, newline=""), strict=True) if line]
    except csv.Error:
        raise BadInput({"payload": "is not CSV: a quotation mark or a line break is out of place"}) from None
    headings = tuple(heading.strip() for heading in lines[0]) if lines else ()
    if told_by not in headings:
        return None
    if len(set(headings)) < len(headings):
        raise BadInput({"payload": "gives a heading twice"})
    return Sheet(headings, tuple(_row(headings, line) for line in lines[1:]))


def _row(headings: tuple[str, ...], line: list[str]) -> dict[str, str] | None:
    return dict(zip(headings, line, strict=True)) if len(line) == len(headings) else None
