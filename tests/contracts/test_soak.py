"""`make soak` runs every loop whose size can be set, at a larger size, and docs/assurance.md tells both sizes."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
PAGE = (ROOT / "docs" / "assurance.md").read_text(encoding="utf-8")
SIZE = re.compile(r'os\.environ\.get\(\s*"(RISKFLAG_\w+)",\s*"(\d+)"')
NOT_A_LOOP = {"RISKFLAG_FUZZ_FROM": "where to begin", "RISKFLAG_MUTANTS": "a program of its own"}
LARGE = dict(re.findall(r"^soak: export (\w+) \?= (\d+)$", MAKEFILE, re.MULTILINE))
TOLD = {
    row[0]: row[1:]
    for row in re.findall(r"^\| `(RISKFLAG_\w+)` \|.*\| (\d+) \| (\d+) \|$", PAGE, re.MULTILINE)
}
LOOPS = [
    (str(file.relative_to(ROOT)), name, small)
    for file in sorted((ROOT / "tests").rglob("*.py"))
    for name, small in SIZE.findall(file.read_text(encoding="utf-8"))
    if name not in NOT_A_LOOP
]
SOAKED = subprocess.run(
    ["make", "--dry-run", "--assume-old=.venv/development.stamp", "soak"],
    cwd=ROOT,
    capture_output=True,
    text=True,
    check=True,
).stdout


def test_loops_are_found() -> None:
    assert len(LOOPS) >= 8


@pytest.mark.parametrize(("file", "name", "small"), LOOPS)
def test_every_loop_is_in_the_soak_at_a_larger_size(file: str, name: str, small: str) -> None:
    of_all_there = file.removesuffix("/conftest.py")
    folders = [word for word in SOAKED.split() if word.startswith("tests/")]
    assert [
        folder for folder in folders if file.startswith(folder) or folder.startswith(f"{of_all_there}/")
    ], "no part of the soak"
    assert int(LARGE[name]) > int(small)


@pytest.mark.parametrize(("file", "name", "small"), LOOPS)
def test_both_sizes_are_told(file: str, name: str, small: str) -> None:
    assert TOLD[name] == (small, LARGE[name])


def test_nothing_is_told_that_is_no_loop() -> None:
    assert set(TOLD) == set(LARGE) == {name for _, name, _ in LOOPS}
