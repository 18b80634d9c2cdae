"""The page on data protection names tests that there are, and hides nothing that nobody holds."""

import re

import pytest

from tests.contracts.test_house_style import ROOT

PAGE = (ROOT / "docs/data-protection.md").read_text(encoding="utf-8")
TABLE = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in PAGE.partition("## Law, and the test that holds it")[2].splitlines()
    if line.startswith("| ") and not line.startswith("| law |")
]
SECTIONS = {*range(35, 41), *range(44, 51), 57, 61, 62, 64, 65, 66, 67, 68, 149}
HELD_BY_NOBODY_HERE = {"s.64, s.65"}


def covered(law: str) -> set[int]:
    """The sections that a row speaks of; two with "to" between stand for those between them too."""
    runs = re.findall(r"s\.(\d+)(?: to s\.(\d+))?(?![A-Z\d])", law)
    return {section for first, last in runs for section in range(int(first), int(last or first) + 1)}


@pytest.mark.parametrize("row", [pytest.param(row, id=row[0]) for row in TABLE])
def test_each_law_names_what_holds_it(row: list[str]) -> None:
    law, asks, does, held = row
    named = re.findall(r"`(tests/[\w/.]+)`", held)
    assert asks
    assert does
    assert [path for path in named if not (ROOT / path).is_file()] == []
    assert bool(named) is (law not in HELD_BY_NOBODY_HERE)


def test_every_section_that_matters_is_there() -> None:
    assert {section for row in TABLE for section in covered(row[0])} == SECTIONS


def test_what_could_not_be_checked_is_marked() -> None:
    unsure = {row[0] for row in TABLE if "†" in row[0] + row[1]}
    assert len(unsure) == 2
    assert "could not be consulted where this was written" in PAGE
