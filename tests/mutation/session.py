"""Tests every mutant of a module, each in a process of its own that begins where all is loaded but the module."""

import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from multiprocessing import get_context
from pathlib import Path

import pytest

from tests.mutation.mutants import Mutant, mutants_of, write

FORK = get_context("fork")
QUIETLY = ("-x", "-q", "-p", "no:cacheprovider", "-W", "ignore::pytest.PytestAssertRewriteWarning")
"""What is loaded before pytest starts cannot be rewritten, and need not be."""
LONGEST = 90
"""Seconds after which a mutant that has not ended is as good as killed: it never answers."""


@dataclass(frozen=True, slots=True)
class Target:
    """What is mutated.

    module: its path from the root
    tests: the tests that must notice
    loaded: modules that are loaded once for all mutants
    """

    module: str
    tests: tuple[str, ...]
    loaded: tuple[str, ...]

    @property
    def name(self) -> str:
        """The module as it is imported."""
        return self.module.removesuffix(".py").replace("/", ".")


@dataclass(frozen=True, slots=True)
class Tried:
    """One mutant and what became of it.

    where: line, function and kind of slip
    line: the line as it was mutated
    survived: whether no test noticed
    """

    where: str
    line: str
    survived: bool


def run(target: Target, copy: Path, most: int) -> Iterator[Tried]:
    """Tries the mutants of one module of a copy of the tree. Raises RuntimeError where the tests fail anyway."""
    os.chdir(copy)
    sys.path.insert(0, str(copy))
    for name in target.loaded:
        import_module(name)
    if target.name in sys.modules:
        raise RuntimeError(f"{target.name} was loaded before it was mutated")
    module = copy / target.module
    if _noticed(target.tests, compiling=True):
        raise RuntimeError(f"the tests of {target.module} fail without any mutant")
    for compiled in (module.parent / "__pycache__").glob(f"{module.stem}.*"):
        compiled.unlink()
    intact = module.read_text(encoding="utf-8")
    for mutant in mutants_of(module.relative_to(copy), copy.parent / f"{target.name}.session", most):
        write(mutant, module)
        survived = not _noticed(target.tests)
        yield Tried(mutant.where, _changed_line(mutant, module, intact), survived)
        module.write_text(intact, encoding="utf-8")


def _changed_line(mutant: Mutant, module: Path, intact: str) -> str:
    lines = zip(module.read_text(encoding="utf-8").splitlines(), intact.splitlines(), strict=False)
    return next((new.strip() for new, old in lines if new != old), f"line {mutant.slip.start_pos[0]} is gone")


def _noticed(tests: Iterable[str], *, compiling: bool = False) -> bool:
    child = FORK.Process(target=_test, args=(list(tests), compiling))
    child.start()
    child.join(LONGEST)
    if child.is_alive():
        child.kill()
        child.join()
    return child.exitcode != 0


def _test(tests: list[str], compiling: bool) -> None:
    # Two mutants made within a second may look alike to whoever reads what was compiled.
    sys.dont_write_bytecode = not compiling
    for name in [name for name in sys.modules if name.partition(".")[0] == "tests"]:
        del sys.modules[name]
    silent = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silent, 1)
    os.dup2(silent, 2)
    sys.exit(int(pytest.main([*QUIETLY, *tests])))
