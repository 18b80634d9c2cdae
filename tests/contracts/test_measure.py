"""Each budget can fail: what the house style forbids is seen, and what it allows is let through."""

import pytest

from tests.contracts import measure

LONG = "def f() -> int:\n" + '    """Says\n    it."""\n' + "    x = 1\n" * 40 + "    return x\n"


def only(text: str) -> measure.Function:
    (found,) = measure.functions(text)
    return found


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        pytest.param("def f(): return 1", 1, id="one line"),
        pytest.param(LONG, 42, id="its docstring is not counted"),
        pytest.param("@cached\ndef f():\n    return 1", 2, id="its decorators are not counted"),
        pytest.param("async def f():\n\n    return 1", 3, id="blank lines are counted"),
    ],
)
def test_the_length_of_a_function(text: str, lines: int) -> None:
    assert only(text).lines == lines


@pytest.mark.parametrize(
    ("body", "complexity"),
    [
        pytest.param("return x", 1, id="straight on"),
        pytest.param("if x: return 1\n elif y: return 2\n return 3", 3, id="if and elif"),
        pytest.param("for i in x:\n  while i: i -= 1", 3, id="loops"),
        pytest.param("try: f()\n except A: pass\n except B: pass", 3, id="two handlers"),
        pytest.param("match x:\n  case 1: pass\n  case 2: pass", 3, id="two cases"),
    ],
)
def test_the_complexity_of_a_function(body: str, complexity: int) -> None:
    assert only(f"def f(x):\n {body}").complexity == complexity


@pytest.mark.parametrize(
    ("text", "annotated"),
    [
        pytest.param("def f(a: int, *b: int, c: int = 1, **d: int) -> int: ...", True, id="all of it"),
        pytest.param("class C:\n def f(self, a: int) -> None: ...", True, id="self needs none"),
        pytest.param("class C:\n @classmethod\n def f(cls) -> None: ...", True, id="cls needs none"),
        pytest.param("def f(a: int): ...", False, id="no return"),
        pytest.param("def f(a) -> int: ...", False, id="a bare parameter"),
        pytest.param("def f(*a) -> int: ...", False, id="bare starred parameters"),
        pytest.param("def f(*, a) -> int: ...", False, id="a bare keyword"),
        pytest.param("def f(**a) -> int: ...", False, id="bare keywords"),
    ],
)
def test_whether_a_function_is_annotated(text: str, annotated: bool) -> None:
    assert only(text).annotated is annotated


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        pytest.param("", ["module"], id="an empty module"),
        pytest.param('"""M."""\ndef f(): ...', ["f"], id="a public function"),
        pytest.param('"""M."""\ndef _f(): ...', [], id="a private function may go without"),
        pytest.param('"""M."""\nclass C:\n def f(self): ...', ["C", "C.f"], id="a class and its method"),
        pytest.param('"""M."""\nclass _C:\n def f(self): ...', [], id="a private class may go without"),
        pytest.param('"""M."""\nclass C:\n "C."\n def __len__(self): ...', [], id="so may a special method"),
        pytest.param('"""M."""\ndef f():\n "F."\n def g(): ...', [], id="so may a nested function"),
    ],
)
def test_what_lacks_a_docstring(text: str, missing: list[str]) -> None:
    assert measure.undocumented(text) == missing


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("import os\ndef f(): return os", [], id="at the top"),
        pytest.param("def f():\n import os", ["f"], id="in a function"),
        pytest.param(
            "class C:\n def f(self):\n  if self:\n   from os import path", ["f"], id="deep in a method"
        ),
    ],
)
def test_imports_inside_functions(text: str, found: list[str]) -> None:
    assert measure.imports_inside_functions(text) == found


@pytest.mark.parametrize(
    ("text", "count"),
    [
        pytest.param('x = "TODO is a word here"', 0, id="a string may hold the word"),
        pytest.param("# methods and todos\nx = 1", 0, id="a comment about something else"),
        pytest.param("x = 1  # TODO later", 1, id="work put off"),
        pytest.param("x = 1  # FIXME", 1, id="a fault left in"),
        pytest.param("x = f()  # type: ignore[arg-type]", 1, id="a silenced type check"),
        pytest.param("import os  # noqa: F401", 1, id="a silenced lint"),
        pytest.param("raise NotImplementedError('later')", 1, id="a hole"),
    ],
)
def test_what_is_unfinished(text: str, count: int) -> None:
    assert len(measure.unfinished(text)) == count


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("import datetime\ndatetime.datetime.now()", id="in full"),
        pytest.param("from datetime import datetime\ndatetime.now(UTC)", id="with a time zone"),
        pytest.param("from datetime import datetime as moment\nmoment.utcnow()", id="under another name"),
        pytest.param("import datetime as dt\ndt.date.today()", id="a module under another name"),
        pytest.param("from datetime import date\nf(default=date.today)", id="handed on, not called"),
        pytest.param("import time\ntime.time()", id="seconds"),
        pytest.param("from time import monotonic\nmonotonic()", id="a bare name"),
    ],
)
def test_a_clock_is_seen_under_any_name(text: str) -> None:
    assert measure.clock_reads(text)
    assert measure.clock_reads(text, timers_allowed=True)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("from datetime import date\ndate(2026, 1, 1)", id="a date written out"),
        pytest.param(
            "from datetime import datetime\ndatetime.fromisoformat(x)", id="a moment read from text"
        ),
        pytest.param("released = enquiry.today", id="somebody else's word"),
    ],
)
def test_dates_as_such_are_no_clock(text: str) -> None:
    assert not measure.clock_reads(text)


def test_a_timer_is_let_through_only_where_it_is_allowed() -> None:
    text = "from time import perf_counter\nperf_counter()"
    assert measure.clock_reads(text)
    assert not measure.clock_reads(text, timers_allowed=True)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("run in " + "/".join(["", "tmp", "x"]), True, id="a scratch folder"),
        pytest.param("see " + "/".join(["", "root", "notes"]), True, id="a home folder"),
        pytest.param("GET /" + "/".join(["network", "tmp", "x"]), False, id="part of another path"),
        pytest.param("the work/ folder", False, id="a folder of the project"),
    ],
)
def test_machine_paths(text: str, found: bool) -> None:
    assert bool(measure.machine_paths(text)) is found


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        pytest.param("def test_a(): ...\ndef helper(): ...", (1, 0), id="a plain test"),
        pytest.param("@pytest.mark.parametrize('a', [1])\ndef test_a(a): ...", (1, 1), id="a table"),
        pytest.param("@given(st.text())\ndef test_a(a): ...", (1, 1), id="generated cases"),
        pytest.param(
            "T = pytest.mark.parametrize('a', [1])\n@T\ndef test_a(a): ...", (1, 1), id="a named table"
        ),
        pytest.param("@pytest.mark.server\nclass TestA:\n def test_a(self): ...", (1, 0), id="another mark"),
    ],
)
def test_tests_and_tables(text: str, counts: tuple[int, int]) -> None:
    assert measure.tests_and_tables(text) == counts


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        pytest.param([], 0.0, id="nothing yet"),
        pytest.param([7], 7.0, id="one number"),
        pytest.param(list(range(11)), 9.0, id="eleven numbers"),
    ],
)
def test_the_ninetieth_percentile(numbers: list[int], expected: float) -> None:
    assert measure.ninetieth_percentile(numbers) == expected


@pytest.mark.parametrize(
    ("text", "count"),
    [
        pytest.param("", 0, id="empty"),
        pytest.param("a = 1\n\n\nb = 2\n", 2, id="blank lines"),
        pytest.param("# why\na = 1  # because\n", 1, id="comments"),
        pytest.param('"""What it is.\n\nAnd why.\n"""\na = 1\n', 1, id="a docstring of the module"),
        pytest.param('def f():\n    """What.\n\n    Why.\n    """\n    return 1\n', 2, id="of a function"),
        pytest.param('a = """one\ntwo\n"""\n', 3, id="text that is a value is code"),
        pytest.param("a = [\n    1,\n]\n", 3, id="a value over lines"),
    ],
)
def test_lines_of_code(text: str, count: int) -> None:
    assert measure.code_lines(text) == count
