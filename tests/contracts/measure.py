"""Measures Python text against the house's budgets. Each function takes text or trees and touches no file."""

import ast
import io
import re
import tokenize
from collections.abc import Iterator
from dataclasses import dataclass
from statistics import quantiles

Definition = ast.FunctionDef | ast.AsyncFunctionDef

BRANCHES = (ast.If, ast.For, ast.AsyncFor, ast.While, ast.ExceptHandler, ast.match_case)
UNFINISHED = re.compile(r"type:\s*ignore|\bnoqa\b|\bTODO\b|\bFIXME\b|\bXXX\b")
MACHINE_PATH = re.compile(r"(?<![\w.])/(?:work|tmp|root)/")
CLOCKS = frozenset(
    f"{owner}.{call}"
    for owner, calls in {
        "datetime": ("now", "utcnow", "today"),
        "date": ("today",),
        "time": ("time", "time_ns", "monotonic", "monotonic_ns", "localtime", "gmtime", "ctime", "strftime"),
    }.items()
    for call in calls
)
TIMERS = frozenset({"time.perf_counter", "time.perf_counter_ns", "time.process_time", "time.process_time_ns"})


@dataclass(frozen=True, slots=True)
class Function:
    """One function or method: where it is and what it measures, its docstring not counted."""

    name: str
    line: int
    lines: int
    complexity: int
    annotated: bool


def functions(text: str) -> list[Function]:
    """Every function and method in ``text``, nested ones too."""
    return [
        Function(node.name, node.lineno, _lines(node), _complexity(node), _annotated(node))
        for node in ast.walk(ast.parse(text))
        if isinstance(node, Definition)
    ]


def ninetieth_percentile(numbers: list[int]) -> float:
    """The number that nine in ten do not exceed."""
    return quantiles(numbers, n=10, method="inclusive")[-1] if len(numbers) > 1 else float(sum(numbers))


def undocumented(text: str) -> list[str]:
    """The module (as ``module``) and the public classes, functions and methods that have no docstring."""
    tree = ast.parse(text)
    missing = [] if ast.get_docstring(tree) else ["module"]
    return missing + [name for name, node in _public(tree, "") if not ast.get_docstring(node)]


def imports_inside_functions(text: str) -> list[str]:
    """Functions that import something when they are called."""
    return [
        node.name
        for node in ast.walk(ast.parse(text))
        if isinstance(node, Definition)
        if any(isinstance(inner, ast.Import | ast.ImportFrom) for inner in ast.walk(node))
    ]


def unfinished(text: str) -> list[str]:
    """Comments that postpone work or silence a check, and names that stand for work not done."""
    tokens = list(tokenize.generate_tokens(io.StringIO(text).readline))
    comments = [
        each.string for each in tokens if each.type == tokenize.COMMENT and UNFINISHED.search(each.string)
    ]
    return comments + [
        each.string for each in tokens if each.type == tokenize.NAME and each.string == "NotImplementedError"
    ]


def clock_reads(text: str, *, timers_allowed: bool = False) -> list[str]:
    """Uses of the clock, called or only handed on, under whatever name ``text`` imported them."""
    tree = ast.parse(text)
    names = _imported_names(tree)
    banned = CLOCKS if timers_allowed else CLOCKS | TIMERS
    uses = (_dotted(node, names) for node in ast.walk(tree) if isinstance(node, ast.Attribute | ast.Name))
    return [use for use in uses if ".".join(use.split(".")[-2:]) in banned]


def machine_paths(text: str) -> list[str]:
    """Lines that name a folder of the machine they were written on."""
    return [line.strip() for line in text.splitlines() if MACHINE_PATH.search(line)]


def code_lines(text: str) -> int:
    """How many lines hold code: blank lines, comments and docstrings do not count."""
    ignored = {tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT}
    held: set[int] = set()
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type not in ignored | {tokenize.ENDMARKER}:
            held.update(range(token.start[0], token.end[0] + 1))
    for node in ast.walk(ast.parse(text)):
        if (
            isinstance(node, ast.Expr)
            and isinstance(node.value, ast.Constant)
            and isinstance(node.value.value, str)
        ):
            held.difference_update(range(node.lineno, (node.end_lineno or node.lineno) + 1))
    return len(held)


def tests_and_tables(text: str) -> tuple[int, int]:
    """How many test functions there are, and how many of them run over a table or over generated cases."""
    tree = ast.parse(text)
    tables = {
        target.id
        for node in tree.body
        if isinstance(node, ast.Assign) and _makes_cases(node.value, frozenset())
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    tests = [
        node for node in ast.walk(tree) if isinstance(node, Definition) and node.name.startswith("test_")
    ]
    tabled = [node for node in tests if any(_makes_cases(each, tables) for each in node.decorator_list)]
    return len(tests), len(tabled)


def _lines(node: Definition) -> int:
    first = node.body[0]
    documented = ast.get_docstring(node) is not None
    docstring = (first.end_lineno or first.lineno) - first.lineno + 1 if documented else 0
    return (node.end_lineno or node.lineno) - node.lineno + 1 - docstring


def _complexity(node: Definition) -> int:
    return 1 + sum(isinstance(each, BRANCHES) for each in ast.walk(node))


def _annotated(node: Definition) -> bool:
    spec = node.args
    given = [*spec.posonlyargs, *spec.args, *spec.kwonlyargs, *filter(None, (spec.vararg, spec.kwarg))]
    receivers = {"self", "cls"} if given and given[0].arg in {"self", "cls"} else set()
    return node.returns is not None and all(each.annotation or each.arg in receivers for each in given)


def _public(node: ast.Module | ast.ClassDef, prefix: str) -> Iterator[tuple[str, Definition | ast.ClassDef]]:
    for child in node.body:
        if isinstance(child, Definition | ast.ClassDef) and not child.name.startswith("_"):
            yield prefix + child.name, child
        if isinstance(child, ast.ClassDef) and not child.name.startswith("_"):
            yield from _public(child, f"{prefix}{child.name}.")


def _imported_names(tree: ast.Module) -> dict[str, str]:
    names: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {each.asname: each.name for each in node.names if each.asname}
        if isinstance(node, ast.ImportFrom):
            names |= {each.asname or each.name: f"{node.module}.{each.name}" for each in node.names}
    return names


def _dotted(node: ast.expr, names: dict[str, str]) -> str:
    if isinstance(node, ast.Attribute):
        return f"{_dotted(node.value, names)}.{node.attr}"
    return names.get(node.id, node.id) if isinstance(node, ast.Name) else "?"


def _makes_cases(node: ast.expr, tables: set[str] | frozenset[str]) -> bool:
    called = node.func if isinstance(node, ast.Call) else node
    if isinstance(called, ast.Name):
        return called.id == "given" or called.id in tables
    return isinstance(called, ast.Attribute) and called.attr in {"parametrize", "given"}
