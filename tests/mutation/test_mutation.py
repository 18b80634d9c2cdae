"""What is mutated, and that only what runs is. The mutants themselves are tried by ``python -m tests.mutation``."""

from pathlib import Path

import pytest

from tests.mutation.__main__ import ROOT, table, targets
from tests.mutation.mutants import mutants_of, write
from tests.mutation.session import Target, Tried

SMALL = """\
from dataclasses import dataclass


@dataclass(frozen=True)
class Pair:
    one: int | None
    other: int | None = None


def alike(pair: Pair, spare: set[int] | None) -> bool:
    return {pair.one} | {1} == {2}
"""


@pytest.fixture
def module(tmp_path: Path) -> Path:
    path = tmp_path / "small.py"
    path.write_text(SMALL, encoding="utf-8")
    return path


@pytest.mark.parametrize("target", targets(), ids=lambda target: target.module)
def test_every_module_and_every_test_is_there(target: Target) -> None:
    assert [path for path in (target.module, *target.tests) if not (ROOT / path).is_file()] == []
    assert target.name.replace(".", "/") + ".py" == target.module
    assert target.name not in target.loaded


def test_only_what_runs_is_mutated(module: Path) -> None:
    found = mutants_of(module, module.with_suffix(".session"), 1000)
    assert {mutant.slip.start_pos[0] for mutant in found} == {11}
    unions = [mutant for mutant in found if "BinaryOperator_BitOr" in mutant.where]
    assert len(unions) == 2
    assert len(found) > len(unions)


def test_of_many_mutants_some_are_taken_from_everywhere(module: Path) -> None:
    every = mutants_of(module, module.with_suffix(".every"), 1000)
    some = mutants_of(module, module.with_suffix(".some"), 3)
    assert [mutant.where for mutant in some] == [every[int(n * len(every) / 3)].where for n in range(3)]


def test_a_mutant_is_one_slip_in_the_copy(module: Path) -> None:
    mutant = next(m for m in mutants_of(module, module.with_suffix(".s"), 1000) if "Eq_NotEq" in m.where)
    write(mutant, module)
    assert module.read_text(encoding="utf-8") == SMALL.replace("==", "!=")


def test_the_table_tells_how_many_were_noticed_and_names_the_others() -> None:
    tried = [
        Tried("7 f: AddNot", "if not x:", survived=True),
        Tried("9 f: AddNot", "if not y:", survived=False),
    ]
    told = table({"api/auth.py": tried})
    assert "| api/auth.py | 2 | 1 | 1 |" in told
    assert "7 f: AddNot\n      if not x:" in told
    assert "if not y:" not in told
