"""What is wrong with ``follow_up.csv`` is told by row, column and rule, and no cell is repeated."""

from pathlib import Path

import pytest

from tests.training.extracts import COLUMNS, SECRET, problems, rows, write_follow_up, write_four
from training.extract_checks import check_extract

DAY = "2026-10-31"
DAY_RULE = "must be a real date written YYYY-MM-DD"
GROUP_RULE = "must be a group in at most 60 characters that can be printed"
CASE_RULE = "must be a running number and .json: a file is never called by a person's name or number"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_four(tmp_path)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param(
            rows(["1.json", "31/10/2026", "", ""]),
            {"follow_up.csv, row 2, followed_to": DAY_RULE},
            id="a day written in another way",
        ),
        pytest.param(
            rows(["1.json", SECRET, "", ""], ["2.json", "", "", ""]),
            {f"follow_up.csv, row {row}, followed_to": DAY_RULE for row in (2, 3)},
            id="no days at all, in two rows",
        ),
        pytest.param(
            rows(["1.json", DAY, f"{SECRET} said that " + "x" * 60, "North\nSouth"]),
            {f"follow_up.csv, row 2, {group}": GROUP_RULE for group in ("ethnicity", "region")},
            id="a sentence for a group, and two lines",
        ),
        pytest.param(
            rows([f"{SECRET}.json", DAY, "", ""]),
            {"follow_up.csv, row 2, case": CASE_RULE},
            id="a file called by a person's name",
        ),
        pytest.param(
            rows(["../../1.json", DAY, "", ""]),
            {"follow_up.csv, row 2, case": CASE_RULE},
            id="a file elsewhere",
        ),
        pytest.param(
            [*rows(), ["1.json", DAY, "", ""]],
            {"follow_up.csv, row 6, case": "names a case file that an earlier row names"},
            id="a case given twice",
        ),
        pytest.param(
            [*rows(), ["9.json", DAY, "", ""]],
            {"follow_up.csv, row 6, case": "must name a file in cases/"},
            id="a row without a file",
        ),
        pytest.param(
            rows()[:-1], {"cases/4.json": "must have a row in follow_up.csv"}, id="a file without a row"
        ),
        pytest.param(
            rows(["1.json", DAY, "", "", SECRET]),
            {"follow_up.csv, row 2": "has more cells than there are headings, or fewer"},
            id="a cell too many",
        ),
        pytest.param(
            [[*line, SECRET] for line in rows()],
            {"follow_up.csv, column 5": "is none of case, followed_to, ethnicity, region, or comes twice"},
            id="a column that is not known",
        ),
        pytest.param(
            [line[:3] for line in rows()],
            {"follow_up.csv, region": "is not there, and every column must be"},
            id="a column too few",
        ),
        pytest.param(
            [[*line, line[1]] for line in rows()],
            {"follow_up.csv, column 5": "is none of case, followed_to, ethnicity, region, or comes twice"},
            id="a column that comes twice",
        ),
    ],
)
def test_what_is_wrong_with_the_follow_up_is_told(
    folder: Path, lines: list[list[str]], expected: dict[str, str]
) -> None:
    write_follow_up(folder, lines)
    assert problems(folder) == expected


@pytest.mark.parametrize(
    ("content", "rule"),
    [
        pytest.param(None, "is not there, or cannot be read", id="no file"),
        pytest.param(b"\xff\xfe\x00", "is not CSV in UTF-8", id="another encoding"),
        pytest.param(f'case,"{SECRET}'.encode(), "is not CSV in UTF-8", id="a quotation mark left open"),
    ],
)
def test_a_follow_up_that_cannot_be_read_is_told_of(folder: Path, content: bytes | None, rule: str) -> None:
    file = folder / "follow_up.csv"
    file.unlink() if content is None else file.write_bytes(content)
    assert problems(folder) == {"follow_up.csv": rule}


def test_headings_without_rows_are_told_of(folder: Path) -> None:
    write_follow_up(folder, [COLUMNS])
    found = problems(folder)
    assert found.pop("follow_up.csv") == "has no rows"


def test_an_empty_follow_up_lacks_every_column(folder: Path) -> None:
    (folder / "follow_up.csv").write_text("", encoding="utf-8")
    assert {f"follow_up.csv, {column}" for column in COLUMNS} <= problems(folder).keys()


def test_a_follow_up_from_a_spreadsheet_with_a_byte_order_mark_is_read(folder: Path) -> None:
    file = folder / "follow_up.csv"
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes())
    assert check_extract(folder)
