"""Every claim of docs/assurance.md names a test, and every test that it names is there."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "assurance.md").read_text(encoding="utf-8")
NAMED = re.compile(r"`(tests/[\w/.]+\.py)(?:::(\w+))?`")
HELD_BY = 3
"""The column of a claim's tests."""


def named(text: str) -> list[tuple[str, str]]:
    """The tests that a text names: each file, and the function where one is named."""
    return NAMED.findall(text)


def claims(page: str) -> list[list[str]]:
    """The rows of the tables of claims, without their headings."""
    tables = [block.splitlines() for block in page.split("\n\n") if block.startswith("|")]
    rows = [row for table in tables if "held by" in table[0] for row in table[2:]]
    return [[cell.strip() for cell in row.split("|")] for row in rows]


def absent(file: str, function: str) -> bool:
    """Whether there is no such test."""
    path = ROOT / file
    if not path.is_file():
        return True
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return bool(function) and function not in {
        node.name for node in tree.body if isinstance(node, ast.FunctionDef)
    }


def test_every_test_that_is_named_is_there() -> None:
    assert [f"{file}::{function}" for file, function in named(PAGE) if absent(file, function)] == []


def test_every_claim_names_its_test() -> None:
    assert len(claims(PAGE)) >= 15
    assert [row[2] for row in claims(PAGE) if not named(row[HELD_BY])] == []


@pytest.mark.parametrize("number", range(1, 12))
def test_each_way_of_failing_safe_is_claimed(number: int) -> None:
    assert f"F{number}" in {row[1] for row in claims(PAGE)}


@pytest.mark.parametrize(
    ("file", "function"),
    [
        pytest.param("tests/test_nowhere.py", "", id="a file that is not there"),
        pytest.param("tests/contracts/test_assurance.py", "test_nothing", id="a test that is not there"),
        pytest.param("tests/contracts/test_assurance.py", "HELD_BY", id="a name that is no test"),
    ],
)
def test_a_test_that_is_not_there_is_noticed(file: str, function: str) -> None:
    assert named(f"`{file}{'::' + function if function else ''}`") == [(file, function)]
    assert absent(file, function)


def test_a_claim_without_a_test_is_noticed() -> None:
    (row,) = claims("| | what | held by | |\n|---|---|---|---|\n| F1 | It holds. | our word | |")
    assert not named(row[HELD_BY])
