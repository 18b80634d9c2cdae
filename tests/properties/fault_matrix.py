"""Every source x every fault, on every example case: what was asked, and what should not have been answered.

``python -m tests.properties.fault_matrix SINGLE PAIRS`` prints the table for so many faults and pairs of them.
"""

import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path

from riskflag.assessment import Assessment
from riskflag.rule import Rule
from riskflag.vocabulary import RuleCode, Source, Verdict
from tests.properties.source_faults import DOES, SOURCES, SourceFault
from tests.properties.stored_worlds import Bench, Stored, bench
from tests.properties.worlds import Dice, World, codes, needed_sources, stored

Cell = tuple[Source, SourceFault]
CELLS: tuple[Cell, ...] = tuple((source, fault) for source in SOURCES for fault in SourceFault)
PAIRS = tuple(combinations(CELLS, 2))
SPREAD = 7_919
"""A prime: steps of it visit every place of a list once before any place twice."""
LAST = tuple(
    SourceFault(name)
    for name in ("count drop", "duplicated", "wrong person", "empty", "unparsable record", "database error")
)
"""What is done to rows, after all that writes them anew, and last what leaves no table to do anything to."""
READS_WITHOUT_NEEDING = {RuleCode("RO-BRCH-01"): frozenset({Source.CUSTODY})}
"""Sources that a rule does not need but reads, saying itself that it cannot tell when they are silent."""


@dataclass(slots=True)
class Tally:
    """What was asked.

    answers: how many answers were checked, by source and fault
    outcomes: how many outcomes of rules that need the source were checked
    violations: what should not have been answered, each in words, by source and fault
    """

    answers: Counter[Cell] = field(default_factory=Counter)
    outcomes: int = 0
    violations: list[tuple[Cell, str]] = field(default_factory=list)


def try_single(of: Bench, numbers: Iterable[int]) -> Tally:
    """The faults of these numbers, each on one case."""
    tally = Tally()
    for number in numbers:
        name, world, intact = stored()[number % len(stored())]
        cell = CELLS[number * SPREAD // len(stored()) % len(CELLS)]
        _try(of, world, intact, [cell], f"{number} {name}", tally)
    return tally


def try_pairs(of: Bench, numbers: Iterable[int]) -> Tally:
    """The pairs of faults of these numbers, each on one case."""
    tally = Tally()
    for number in numbers:
        name, world, intact = stored()[number % len(stored())]
        pair = PAIRS[number * SPREAD % len(PAIRS)]
        _try(of, world, intact, pair, f"{number} {name}", tally)
    return tally


def _try(
    of: Bench, world: World, intact: Assessment, faults: Sequence[Cell], name: str, tally: Tally
) -> None:
    with of.holding(world) as kept:
        ordered = sorted(faults, key=_turn)
        befell = [cell for cell in ordered if DOES[cell[1]](kept, cell[0], Dice(f"{name} {cell}"))]
        if not befell:
            return
        wrong = list(wrong_with(kept, intact, kept.answer(), befell))
    for cell in befell:
        tally.answers[cell] += 1
        tally.outcomes += len(dependent(world, [cell]))
        tally.violations += [(cell, f"{name}: {', '.join(befell_names(befell))}: {what}") for what in wrong]


def _turn(cell: Cell) -> int:
    return LAST.index(cell[1]) + 1 if cell[1] in LAST else 0


def befell_names(befell: Iterable[Cell]) -> list[str]:
    """The faults, in words."""
    return [f"{source.value} {fault.value}" for source, fault in befell]


def dependent(world: World, befell: Iterable[Cell]) -> tuple[Rule, ...]:
    """The rules that need a source that failed. A model is no source of theirs."""
    failed = {source for source, fault in befell if fault is not SourceFault.MODEL_CORRUPT}
    kind, day = world.enquiry.kind, world.dossier.as_of_date
    return tuple(r for r in world.rulebook.rules if r.applies(kind, day) and r.needs & failed)


def wrong_with(
    stored: Stored, intact: Assessment, found: Assessment | None, befell: Sequence[Cell]
) -> Iterator[str]:
    """What must not be after these faults, where it is so."""
    world = stored.world
    failing = stored.failing
    if found is None or failing:
        if found is not None or not failing:
            yield (
                "no answer, though the store holds" if found is None else "an answer, though the store fails"
            )
        return
    needed = needed_sources(world.rulebook.rules, world.enquiry.kind)
    noticed = [cell for cell in befell if cell[0] in needed or cell[1] is SourceFault.MODEL_CORRUPT]
    if noticed and (found.complete or found.verdict is Verdict.NO_FLAGS_FOUND):
        yield "complete"
    if found.verdict is Verdict.NO_FLAGS_FOUND and intact.verdict is not Verdict.NO_FLAGS_FOUND:
        yield "something became nothing"
    clear = {each.code for each in found.looked_at}
    yield from (f"{rule.code} is clear" for rule in dependent(world, befell) if rule.code in clear)
    failed = {source for source, fault in befell if fault is not SourceFault.MODEL_CORRUPT}
    yield from (f"{code} is gone" for code in untouched(world, intact, failed) - codes(found))


def untouched(world: World, intact: Assessment, failed: set[Source]) -> set[RuleCode]:
    """The flags whose rules neither need, read nor cite a source that failed."""
    reads = {r.code: r.needs | READS_WITHOUT_NEEDING.get(r.code, frozenset()) for r in world.rulebook.rules}
    cited = {flag.code: {e.source for f in flag.findings for e in f.evidence} for flag in intact.flags}
    return {code for code in cited if not (cited[code] | reads[code]) & failed}


def table(tally: Tally) -> str:
    """Answers checked, by source and fault; in the last row and in brackets what should not have been said."""
    wrong = Counter(cell for cell, _ in tally.violations)
    lines = ["| source | " + " | ".join(SourceFault) + " |", "|---" * (len(SourceFault) + 1) + "|"]
    for source in SOURCES:
        cells = [_told(tally.answers[source, fault], wrong[source, fault]) for fault in SourceFault]
        lines.append(f"| {source.value.replace('_', ' ')} | " + " | ".join(cells) + " |")
    total, violated = sum(tally.answers.values()), len(tally.violations)
    lines += [
        "",
        f"{total} faults, {tally.outcomes} outcomes of rules that need the source, {violated} violations",
    ]
    return "\n".join([*lines, *(what for _, what in tally.violations[:20])]) + "\n"


def _told(answers: int, violations: int) -> str:
    return f"{answers} ({violations})" if violations else str(answers)


def main(single: int, pairs: int) -> None:
    """Prints both tables."""
    with tempfile.TemporaryDirectory() as folder, bench(Path(folder)) as of:
        sys.stdout.write(f"Single faults\n\n{table(try_single(of, range(single)))}\n")
        sys.stdout.write(f"Pairs of faults\n\n{table(try_pairs(of, range(pairs)))}")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:3]))
