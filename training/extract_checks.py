"""Whether an extract may be learned from: everything that is wrong with it, told at once."""

from collections.abc import Iterable, Sequence
from itertools import combinations, pairwise
from pathlib import Path

from joblib import Parallel, delayed

from training.extract_case import CASES, ReleaseCase, checked_case
from training.follow_up import FOLLOW_UP, NAME_RULE, FollowUp, is_case_name, read_follow_up
from training.officers import DECISIONS, read_decisions
from training.problems import Problem, refuse

Releases = tuple[ReleaseCase, ...]


def check_extract(folder: Path, jobs: int = 1, *, decisions: bool = False) -> tuple[Releases, ...]:
    """The people of an extract, in order of their first rows, each with their releases in order of day.

    Raises BadInput with everything that is wrong: which row or file, which column or field, which rule. No
    cell, name or content is repeated.

    jobs: how many processes read case files
    decisions: whether what officers decided is learned from too
    """
    rows, problems = read_follow_up(folder)
    problems += _decisions(folder, rows) if decisions else []
    files, not_ours = _files(folder)
    problems += [*_unmatched(rows, files, whole=not problems), *not_ours]
    work = Parallel(n_jobs=jobs, return_as="generator")
    cases: list[ReleaseCase] = []
    for case, wrong in work(delayed(checked_case)(folder, row) for row in rows if row.case in files):
        problems += wrong
        cases += [case] if case else []
    people = people_of(cases)
    for releases in people:
        problems += _contradictions(releases)
    refuse(problems)
    return people


def _decisions(folder: Path, rows: Iterable[FollowUp]) -> list[Problem]:
    decided, problems = read_decisions(folder)
    named = {row.case for row in rows}
    rule = f"must name a case that {FOLLOW_UP} names"
    return problems + [
        Problem(DECISIONS, each.row, "case", rule) for each in decided if each.case not in named
    ]


def people_of(cases: Sequence[ReleaseCase]) -> tuple[Releases, ...]:
    """The cases by person: two that share a number are of one."""
    by_number: dict[tuple[str, str], list[ReleaseCase]] = {}
    for case in cases:
        met = [by_number[number] for number in case.numbers.known.items() if number in by_number]
        whole = [case, *(each for group in {id(group): group for group in met}.values() for each in group)]
        for each in whole:
            by_number.update(dict.fromkeys(each.numbers.known.items(), whole))
    people = {id(group): group for group in by_number.values()}.values()
    first = sorted(people, key=lambda group: min(each.follow.row for each in group))
    return tuple(tuple(sorted(group, key=lambda each: (each.released, each.follow.row))) for group in first)


def _files(folder: Path) -> tuple[frozenset[str], list[Problem]]:
    try:
        names = [path.name for path in (folder / CASES).iterdir() if not path.name.startswith(".")]
    except OSError:
        return frozenset(), [Problem(CASES, 0, "", "is not there, or is no folder")]
    ours = frozenset(filter(is_case_name, names))
    others = len(names) - len(ours)
    return ours, [Problem(CASES, 0, f"{others} of {len(names)} file names", NAME_RULE)] if others else []


def _unmatched(rows: Iterable[FollowUp], files: frozenset[str], *, whole: bool) -> Iterable[Problem]:
    """Rows without a file; and, where every row could be read, files without a row."""
    named = {row.case for row in rows}
    for row in rows:
        if row.case not in files:
            yield Problem(FOLLOW_UP, row.row, "case", f"must name a file in {CASES}/")
    for name in files - named if whole else ():
        yield Problem(f"{CASES}/{name}", 0, "", f"must have a row in {FOLLOW_UP}")


def _contradictions(releases: Releases) -> Iterable[Problem]:
    for one, other in pairwise(releases):
        if one.released == other.released:
            yield _same(
                other, one, "enquiry.release_date", "is the same as in {}, which is of the same person"
            )
    for one, other in combinations(releases, 2):
        if not one.numbers.agrees_with(other.numbers):
            yield _same(
                other, one, "person", "shares a number with {}, directly or not, and differs in another"
            )


def _same(case: ReleaseCase, other: ReleaseCase, field: str, rule: str) -> Problem:
    return Problem(f"{CASES}/{case.follow.case}", 0, field, rule.format(f"{CASES}/{other.follow.case}"))
