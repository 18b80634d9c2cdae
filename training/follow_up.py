"""``follow_up.csv``: which case files there are, how far each is followed, and groups to audit by."""

import csv
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pandas as pd
import pandera.pandas as pa
from pandera.errors import SchemaErrors

from training.problems import Problem
from training.table import NOT_STATED

FOLLOW_UP = "follow_up.csv"
LONGEST_GROUP = 60
"""In characters: a group is a word or a few, never a sentence."""
_CASE_NAME = re.compile(r"[0-9]{1,12}\.json")
NAME_RULE = "must be a running number and .json: a file is never called by a person's name or number"
_DAY_RULE = "must be a real date written YYYY-MM-DD"
_GROUP_RULE = f"must be a group in at most {LONGEST_GROUP} characters that can be printed"
_RULES = {
    "field_uniqueness": "names a case file that an earlier row names",
    "column_in_dataframe": "is not there, and every column must be",
}


@dataclass(frozen=True, slots=True)
class FollowUp:
    """One row.

    row: its line, the headings being 1
    case: name of the case file
    followed_to: the last day of which the file's records speak
    ethnicity, region: groups to audit by, never features
    """

    row: int
    case: str
    followed_to: date
    ethnicity: str
    region: str


def read_follow_up(folder: Path) -> tuple[list[FollowUp], list[Problem]]:
    """The rows of an extract that can be read, and what is wrong with the others."""
    try:
        with (folder / FOLLOW_UP).open(encoding="utf-8-sig", newline="") as file:
            headings, *lines = list(csv.reader(file, strict=True)) or [[]]
    except OSError:
        return [], [Problem(FOLLOW_UP, 0, "", "is not there, or cannot be read")]
    except (UnicodeDecodeError, csv.Error):
        return [], [Problem(FOLLOW_UP, 0, "", "is not CSV in UTF-8")]
    numbered = [(row, line) for row, line in enumerate(lines, start=2) if line]
    whole = [(row, line) for row, line in numbered if len(line) == len(headings)]
    problems = [
        Problem(FOLLOW_UP, row, "", "has more cells than there are headings, or fewer")
        for row, line in numbered
        if len(line) != len(headings)
    ]
    if not numbered:
        problems.append(Problem(FOLLOW_UP, 0, "", "has no rows"))
    cells = pd.DataFrame(
        [line for _, line in whole], index=[row for row, _ in whole], columns=headings, dtype=object
    )
    problems += _problems_of(cells)
    wrong = {problem.row for problem in problems}
    return ([] if 0 in wrong else list(_rows(cells, wrong))), problems


def is_case_name(name: str) -> bool:
    """Whether a case file may have this name: it is told in messages, so it must say nothing of anybody."""
    return _CASE_NAME.fullmatch(name) is not None


def _is_day(written: str) -> bool:
    try:
        return date.fromisoformat(written).isoformat() == written
    except ValueError:
        return False


def _is_group(written: str) -> bool:
    return len(written) <= LONGEST_GROUP and written.isprintable()


def _column(holds: Callable[[str], bool], rule: str, *, unique: bool = False) -> pa.Column:
    check = pa.Check(holds, element_wise=True, error=rule)
    return pa.Column(checks=check, unique=unique, report_duplicates="exclude_first")


SCHEMA = pa.DataFrameSchema(
    {
        "case": _column(is_case_name, NAME_RULE, unique=True),
        "followed_to": _column(_is_day, _DAY_RULE),
        "ethnicity": _column(_is_group, _GROUP_RULE),
        "region": _column(_is_group, _GROUP_RULE),
    },
    strict=True,
)
"""Every cell is text as it was written; an empty group is one that nobody stated."""
COLUMNS = tuple(SCHEMA.columns)


def _problems_of(cells: pd.DataFrame) -> list[Problem]:
    """Everything that breaks the schema, told without a cell or a heading that is not ours."""
    headings = list(cells.columns)
    problems = [
        Problem(FOLLOW_UP, 0, f"column {place}", f"is none of {', '.join(COLUMNS)}, or comes twice")
        for place, heading in enumerate(headings, start=1)
        if heading not in COLUMNS or heading in headings[: place - 1]
    ]
    ours = cells.loc[:, [heading in COLUMNS for heading in headings]]
    if len(set(ours.columns)) < len(ours.columns):
        return problems
    try:
        SCHEMA.validate(ours, lazy=True)
    except SchemaErrors as refused:
        problems += map(_problem, refused.failure_cases.to_dict("records"))
    return problems


def _problem(failure: dict[str, object]) -> Problem:
    rule, row = str(failure["check"]), failure["index"]
    missing = failure["failure_case"] if rule == "column_in_dataframe" else ""
    field = str(failure["column"] or missing)
    known = isinstance(row, int | float) and row == row  # pandas writes a row that there is not as nan
    return Problem(FOLLOW_UP, int(str(row)) if known else 0, field, _RULES.get(rule, rule))


def _rows(cells: pd.DataFrame, wrong: Iterable[int]) -> Iterable[FollowUp]:
    for row, line in zip(cells.index, cells[list(COLUMNS)].itertuples(index=False), strict=True):
        if row not in set(wrong):
            yield _row(int(row), [str(cell) for cell in line])


def _row(row: int, cells: Sequence[str]) -> FollowUp:
    case, followed_to, ethnicity, region = cells
    stated = (group.strip() or NOT_STATED for group in (ethnicity, region))
    return FollowUp(row, case, date.fromisoformat(followed_to), *stated)
