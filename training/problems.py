"""What is wrong with an extract: where, and which rule it breaks. Nothing that anybody wrote is repeated."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from riskflag.errors import BadInput

MOST_TOLD = 50
"""How many problems are told one by one."""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that is wrong.

    file: which file of the extract ("follow_up.csv", "cases/12.json")
    row: line of it, the headings being 1; 0 where it is about the whole
    field: column, or path of the field; empty where it is about the whole
    rule: what must hold, in words that repeat no content
    """

    file: str
    row: int
    field: str
    rule: str

    @property
    def where(self) -> str:
        """Where it is: "follow_up.csv, row 3, followed_to"."""
        row = f"row {self.row}" if self.row else ""
        return ", ".join(filter(None, (self.file, row, self.field)))


def refuse(problems: Iterable[Problem]) -> None:
    """Raises BadInput with every problem, in order of file and row; beyond ``MOST_TOLD``, their number."""
    found = sorted(set(problems))
    if found:
        raise BadInput(_told(found))


def _told(problems: Sequence[Problem]) -> dict[str, str]:
    told: dict[str, list[str]] = {}
    for problem in problems[:MOST_TOLD]:
        told.setdefault(problem.where, []).append(problem.rule)
    more = len(problems) - MOST_TOLD
    if more > 0:
        told["extract"] = [f"and {more:,} more problems" if more > 1 else "and 1 more problem"]
    return {where: ", and ".join(rules) for where, rules in told.items()}
