"""Slips that no test would notice: ``python -m tests.mutation [MODULE ...]``.

A copy of the tree is mutated, never the tree itself. RISKFLAG_MUTANTS sets how many mutants of each module are
tried (40 unless it says otherwise; a number beyond all there are tries every one).
"""

import os
import shutil
import sys
import tempfile
import tomllib
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from tests.mutation.session import Target, Tried, run

ROOT = Path(__file__).parents[2]
MOST = int(os.environ.get("RISKFLAG_MUTANTS", "40"))
COPIED = (
    "api",
    "riskflag",
    "training",
    "tests",
    "examples",
    "models",
    "docs",
    "stubs",
    "pyproject.toml",
    "README.md",
)


def targets() -> tuple[Target, ...]:
    """Every module that is mutated."""
    held = tomllib.loads((Path(__file__).parent / "targets.toml").read_text(encoding="utf-8"))
    return tuple(Target(t["module"], tuple(t["tests"]), tuple(t["loaded"])) for t in held["target"])


def table(tried: dict[str, list[Tried]]) -> str:
    """How many were noticed of each module, then every one that was not."""
    lines = ["| module | mutants | killed | survived |", "|---|---|---|---|"]
    for module, mutants in tried.items():
        survived = sum(each.survived for each in mutants)
        lines.append(f"| {module} | {len(mutants)} | {len(mutants) - survived} | {survived} |")
    for module, mutants in tried.items():
        lines += ["", module, *(f"  {m.where}\n      {m.line}" for m in mutants if m.survived)]
    return "\n".join(lines) + "\n"


def _copied(folder: Path) -> Path:
    copy = folder / "tree"
    copy.mkdir()
    for name in COPIED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, copy / name)
    return copy


def _tried(target: Target, copy: Path) -> list[Tried]:
    return list(run(target, copy, MOST))


def main(wanted: Sequence[str]) -> None:
    """Prints what became of the mutants of these modules; of all of them where none is named."""
    tried: dict[str, list[Tried]] = {}
    with tempfile.TemporaryDirectory() as folder:
        copy = _copied(Path(folder))
        for target in targets():
            if wanted and target.module not in wanted:
                continue
            # A process for each module: what one of them loads, another would have to mutate.
            with ProcessPoolExecutor(1, mp_context=get_context("fork")) as session:
                tried[target.module] = session.submit(_tried, target, copy).result()
    sys.stdout.write(table(tried))


if __name__ == "__main__":
    main(sys.argv[1:])
