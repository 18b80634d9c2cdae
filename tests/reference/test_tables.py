"""A table is read whole or not at all, and every table says where it came from."""

import csv
import json
from datetime import date
from pathlib import Path

import pytest

from riskflag.errors import ReferenceDataError
from riskflag.reference.tables import (
    DATA_FOLDER,
    Row,
    date_or_none,
    index,
    provenance,
    read_table,
    yes_or_no,
)

ENTRY = {
    "file": "colours.csv",
    "holds": "One colour a row",
    "sources": ["invented"],
    "licence": "none",
    "taken_on": "2026-11-22",
    "rows": 2,
    "changes": "none",
}
GOOD = "name,size\nred,1\nblue,2\n"


def size(row: Row) -> int:
    return int(row["size"])


def folder(at: Path, contents: str | bytes | None, entry: object = None) -> Path:
    (at / "provenance.json").write_text(json.dumps([entry or ENTRY]), encoding="utf-8")
    if contents is not None:
        raw = contents if isinstance(contents, bytes) else contents.encode()
        (at / "colours.csv").write_bytes(raw)
    return at


def test_a_good_table_is_read_in_order(tmp_path: Path) -> None:
    assert read_table("colours.csv", size, folder(tmp_path, GOOD)) == (1, 2)


@pytest.mark.parametrize(
    ("contents", "message"),
    [
        pytest.param(None, r"colours.csv, row 1: ", id="the file is missing"),
        pytest.param("", r"colours.csv: 0 rows, and provenance.json says 2", id="the file is empty"),
        pytest.param("name,size\nred,1\n", r"colours.csv: 1 rows", id="the file was cut short"),
        pytest.param(GOOD + "green,3\n", r"colours.csv: 3 rows", id="a row was added without saying so"),
        pytest.param("name,size\nred,1\nblue,x\n", r"colours.csv, row 2: ", id="a value cannot be read"),
        pytest.param("name,size\nred,1\nblue\n", r"colours.csv, row 2: ", id="a cell is missing"),
        pytest.param("name,size\nred,1,9\nblue,2\n", r"colours.csv, row 1: ", id="a cell too many"),
        pytest.param("name\nred\nblue\n", r"colours.csv, row 1: 'size'", id="a column is missing"),
        pytest.param('name,size\n"red,1\n', r"colours.csv, row 1: ", id="a quotation mark is never closed"),
        pytest.param(b"name,size\nr\xffd,1\n", r"colours.csv, row 1: ", id="bytes that are no text"),
    ],
)
def test_a_table_that_cannot_be_read_whole_is_refused(
    tmp_path: Path, contents: str | bytes | None, message: str
) -> None:
    with pytest.raises(ReferenceDataError, match=message):
        read_table("colours.csv", size, folder(tmp_path, contents))


@pytest.mark.parametrize(
    "entry",
    [
        pytest.param({"file": "colours.csv"}, id="half an entry"),
        pytest.param(ENTRY | {"taken_on": "last week"}, id="a date that is none"),
        pytest.param(ENTRY | {"mood": "good"}, id="a field too many"),
        pytest.param(["colours.csv"], id="not an entry at all"),
    ],
)
def test_a_provenance_list_that_cannot_be_read_is_refused(tmp_path: Path, entry: object) -> None:
    with pytest.raises(ReferenceDataError, match=r"provenance.json: "):
        read_table("colours.csv", size, folder(tmp_path, GOOD, entry))


def test_a_file_of_unknown_origin_is_refused(tmp_path: Path) -> None:
    here = folder(tmp_path, GOOD, ENTRY | {"file": "other.csv"})
    with pytest.raises(ReferenceDataError, match=r"colours.csv is not in provenance.json"):
        read_table("colours.csv", size, here)


def test_a_code_listed_twice_is_refused() -> None:
    assert index("colours.csv", [("red", [1]), ("blue", [2])]) == {"red": [1], "blue": [2]}
    with pytest.raises(ReferenceDataError, match=r"colours.csv: red is listed twice"):
        index("colours.csv", [("red", [1]), ("red", [1])])


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param("2020-11-30", date(2020, 11, 30), id="a date"),
        pytest.param("", None, id="an empty cell"),
    ],
)
def test_a_date_cell(text: str, value: date | None) -> None:
    assert date_or_none(text) == value


@pytest.mark.parametrize("text", ["30/11/2020", "2020-02-30", "soon"])
def test_a_cell_that_is_no_date_is_an_error_and_not_none(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        date_or_none(text)


def test_a_yes_or_no_cell_is_never_guessed_at() -> None:
    assert (yes_or_no("yes"), yes_or_no("no")) == (True, False)
    with pytest.raises(KeyError):
        yes_or_no("")


def test_every_data_file_states_where_it_came_from() -> None:
    tables = {path.name for path in DATA_FOLDER.glob("*.csv")}
    assert tables == set(provenance())
    notes = (DATA_FOLDER / "PROVENANCE.md").read_text(encoding="utf-8")
    for file, entry in provenance().items():
        assert all([entry.holds, entry.sources, entry.licence, entry.changes])
        assert f"## {file}" in notes
        assert f"{entry.rows} rows; taken {entry.taken_on.isoformat()}" in notes


@pytest.mark.parametrize("file", sorted(provenance()))
def test_every_row_is_plain_trimmed_text(file: str) -> None:
    with (DATA_FOLDER / file).open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    cells = [cell for row in rows for cell in row.values()]
    assert len(rows) == provenance()[file].rows
    assert [cell for cell in cells if cell != cell.strip() or "\n" in cell or "\ufffd" in cell] == []
