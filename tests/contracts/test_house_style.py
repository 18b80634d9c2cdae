"""The house's budgets, held over every file there is. ``test_measure`` proves that each of them can fail."""

import subprocess
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from statistics import median

import pytest

from tests.contracts import measure

ROOT = Path(__file__).parents[2]
LONGEST_FILE = 300
LONGEST_RULE = 80
MEDIAN_FILE = 80
LONGEST_FUNCTION = 40
LONG_FUNCTION = 25
MOST_COMPLEX = 8
TEST_LINES_PER_SOURCE_LINE = (1.5, 2.5)
TABLE_DRIVEN = 0.25
NOT_OURS = (".lock", "govuk", "static/")


def read(*folders: str) -> dict[str, str]:
    """The Python files under ``folders``, by their path from the root."""
    paths = sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))
    return {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8") for path in paths}


def tracked_texts() -> dict[str, str]:
    """The text files that are in version control, save the lock files and the design system's own."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True)
    paths = [
        name for name in listed.stdout.split("\0") if name and not any(part in name for part in NOT_OURS)
    ]
    contents = {name: (ROOT / name).read_bytes() for name in paths if (ROOT / name).is_file()}
    return {name: raw.decode("utf-8") for name, raw in contents.items() if b"\0" not in raw}


SOURCE = read("riskflag", "api", "training")
TESTS = read("tests")
RULES = {path: text for path, text in SOURCE.items() if path.startswith("riskflag/rules/")}


@cache
def functions() -> list[tuple[str, measure.Function]]:
    """Every function of the source, with the path of its file."""
    return [(path, each) for path, text in SOURCE.items() for each in measure.functions(text)]


def lines(text: str) -> int:
    """How many lines ``text`` has, blank ones too."""
    return len(text.splitlines())


def longer(files: dict[str, str], limit: int) -> list[str]:
    """The files that have more lines than ``limit``."""
    return [f"{path}: {lines(text)} lines" for path, text in files.items() if lines(text) > limit]


def found_in(files: dict[str, str], find: Callable[[str], Iterable[str]]) -> list[str]:
    """What ``find`` finds, each with the file it is in."""
    return [f"{path}: {found}" for path, text in files.items() for found in find(text)]


def none(offenders: Iterable[str]) -> None:
    """Fail, naming each offender on a line of its own, if there are any."""
    named = list(offenders)
    assert not named, "\n" + "\n".join(named)


def test_every_part_of_the_house_is_measured() -> None:
    assert {path.split("/")[0] for path in SOURCE} == {"riskflag", "api", "training"}
    assert functions()
    assert TESTS


def test_files_are_short_on_the_whole() -> None:
    middle = median(map(lines, SOURCE.values()))
    longest = sorted(longer(SOURCE, MEDIAN_FILE), key=lambda each: -int(each.split()[-2]))
    assert middle <= MEDIAN_FILE, f"the median file has {middle} lines; the longest:\n" + "\n".join(
        longest[:20]
    )


@pytest.mark.parametrize(
    ("files", "limit"),
    [
        pytest.param(SOURCE, LONGEST_FILE, id="a source file"),
        pytest.param(TESTS, LONGEST_FILE, id="a test file"),
        pytest.param(RULES, LONGEST_RULE, id="a rule, which is read at one sitting"),
    ],
)
def test_no_file_is_longer_than(files: dict[str, str], limit: int) -> None:
    none(longer(files, limit))


def test_no_function_is_long() -> None:
    none(
        f"{path}:{f.line} {f.name}: {f.lines} lines" for path, f in functions() if f.lines > LONGEST_FUNCTION
    )


def test_nine_functions_in_ten_are_short() -> None:
    reached = measure.ninetieth_percentile([each.lines for _, each in functions()])
    long = [
        f"{path}:{f.line} {f.name}: {f.lines} lines" for path, f in functions() if f.lines > LONG_FUNCTION
    ]
    assert reached <= LONG_FUNCTION, f"one function in ten has more than {reached} lines:\n" + "\n".join(long)


def test_no_function_is_complex() -> None:
    none(
        f"{path}:{f.line} {f.name}: {f.complexity}" for path, f in functions() if f.complexity > MOST_COMPLEX
    )


def test_every_parameter_and_return_is_annotated() -> None:
    none(f"{path}:{f.line} {f.name}" for path, f in functions() if not f.annotated)


def test_everything_public_is_documented() -> None:
    none(found_in(SOURCE, measure.undocumented))


def test_imports_stand_at_the_top() -> None:
    none(found_in(SOURCE | TESTS, measure.imports_inside_functions))


def test_nothing_is_left_unfinished_or_silenced() -> None:
    none(found_in(SOURCE | TESTS, measure.unfinished))


def test_no_file_is_a_drawer_for_odds_and_ends() -> None:
    none(path for path in SOURCE | TESTS if Path(path).stem in {"utils", "util", "helpers", "misc", "common"})


def test_no_file_names_a_folder_of_somebodys_machine() -> None:
    none(found_in(tracked_texts(), measure.machine_paths))


def test_there_are_enough_tests_and_not_too_many() -> None:
    fewest, most = TEST_LINES_PER_SOURCE_LINE
    tests, source = (sum(map(measure.code_lines, files.values())) for files in (TESTS, SOURCE))
    assert fewest <= tests / source <= most, (
        f"{tests} lines of test code for {source} of source: {tests / source:.2f}"
    )


def test_a_quarter_of_the_tests_are_table_driven() -> None:
    counts = [measure.tests_and_tables(text) for text in TESTS.values()]
    tests, tabled = (sum(column) for column in zip(*counts, strict=True))
    assert tabled >= TABLE_DRIVEN * tests, f"{tabled} of {tests} tests run over a table or generated cases"
