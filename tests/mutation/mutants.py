"""The mutants of a module: every small slip that cosmic-ray knows, save those that change nothing that runs."""

import ast
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from cosmic_ray.commands.init import init
from cosmic_ray.mutating import apply_mutation
from cosmic_ray.plugins import get_operator
from cosmic_ray.work_db import WorkDB, use_db
from cosmic_ray.work_item import MutationSpec, WorkItem

ALIKE = 2
Span = tuple[tuple[int, int], tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Mutant:
    """One slip.

    job: its number in cosmic-ray's session
    slip: what is slipped, and where
    """

    job: str
    slip: MutationSpec

    @property
    def where(self) -> str:
        """The line, the function and the kind of slip."""
        kind = self.slip.operator_name.removeprefix("core/")
        return f"{self.slip.start_pos[0]} {self.slip.definition_name or '(module)'}: {kind}"


def mutants_of(module: Path, session: Path, most: int) -> list[Mutant]:
    """The mutants of a module, in the order of its lines; no more than ``most``, taken evenly."""
    with use_db(str(session), WorkDB.Mode.create) as database:
        init([module], database, {})
        slips = [Mutant(item.job_id, _slip(item)) for item in database.work_items]
    idle = list(_idle(ast.parse(module.read_text(encoding="utf-8"))))
    worth = sorted(
        (each for each in slips if not any(_within(each.slip, span) for span in idle)),
        key=lambda each: (each.slip.start_pos, each.slip.operator_name, each.slip.occurrence),
    )
    worth = list(_told_apart(worth))
    step = max(len(worth) / most, 1.0)
    return [worth[int(number * step)] for number in range(int(len(worth) / step))]


def write(mutant: Mutant, module: Path) -> None:
    """Writes the slip into the module, which must lie in a copy of the tree."""
    operator = get_operator(mutant.slip.operator_name)(**mutant.slip.operator_args)
    apply_mutation(module, operator, mutant.slip.occurrence)


def _told_apart(slips: Iterable[Mutant]) -> Iterator[Mutant]:
    """Of the eleven ways to get one sum or union wrong, two: the others say no more."""
    seen: Counter[tuple[int, int]] = Counter()
    for each in slips:
        one_of_many = "ReplaceBinaryOperator" in each.slip.operator_name
        seen[each.slip.start_pos] += one_of_many
        if not one_of_many or seen[each.slip.start_pos] <= ALIKE:
            yield each


def _slip(item: WorkItem) -> MutationSpec:
    (slip,) = item.mutations
    return slip


def _idle(tree: ast.Module) -> Iterator[Span]:
    """What does nothing when it runs: annotations, and how a dataclass is laid out."""
    for node in ast.walk(tree):
        for part in _annotations(node):
            yield (part.lineno, part.col_offset), (part.end_lineno or 0, part.end_col_offset or 0)
        for part in node.decorator_list if isinstance(node, ast.ClassDef) else ():
            yield (
                (part.lineno, 0),
                ((part.end_lineno or 0) + 1, 0),
            )  # with the sign before it and the line's end


def _annotations(node: ast.AST) -> Iterable[ast.expr]:
    if isinstance(node, ast.FunctionDef):
        return [node.returns] if node.returns else []
    if isinstance(node, ast.arg | ast.AnnAssign):
        return [node.annotation] if node.annotation else []
    return []


def _within(slip: MutationSpec, span: Span) -> bool:
    return bool(span[0] <= slip.start_pos and slip.end_pos <= span[1])
