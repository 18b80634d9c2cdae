"""``decisions.csv``: what officers decided on flags, as an outcome beside what was proved.

That a flag was raised is no outcome: only what a named person decided on it is. It counts as what was proved
counts, by the day on which it was decided, after the release and within the horizon. What was decided before
the release belongs to what that morning knew. Proof is never taken back by a decision.
"""

import csv
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pandas as pd
import pandera.pandas as pa
from pandera.errors import SchemaErrors

from riskflag.classifier.harm import OUTCOMES, Harm
from riskflag.decisions import FlagDecision
from riskflag.vocabulary import HarmFamily
from training.follow_up import NAME_RULE, is_case_name
from training.problems import Problem
from training.table import Outcome

DECISIONS = "decisions.csv"
COUNTS_AS: Mapping[Harm, frozenset[HarmFamily]] = {
    Harm.DOMESTIC_ABUSE: frozenset({HarmFamily.DOMESTIC_ABUSE}),
    Harm.ORDER_BREACH: frozenset(),
    Harm.VIOLENCE: frozenset({HarmFamily.PUBLIC, HarmFamily.STAFF, HarmFamily.KNOWN_ADULT}),
}
"""Flags of which kinds an officer's confirmation counts as which harm. Whether an order was broken is for
records alone: a flag about an order says that there is one."""
NOT_BY_THE_PERSON = frozenset({HarmFamily.PROCESS_GAP, HarmFamily.PERSON_AS_VICTIM})
"""A flag about what was not done, or about harm to the person, says nothing of harm by the person."""
_CODE = re.compile(r"[A-Z]{2,8}(-[A-Z0-9]{1,8}){1,3}")
_DAY_RULE = "must be a real date written YYYY-MM-DD"


@dataclass(frozen=True, slots=True)
class OfficerDecision:
    """One row: what an officer decided on a flag about the person of a case.

    row: its line, the headings being 1
    case: name of the case file
    decided_on: when
    code: of the rule that raised the flag
    families: the kinds of harm that it speaks of
    decision: what was decided
    """

    row: int
    case: str
    decided_on: date
    code: str
    families: frozenset[HarmFamily]
    decision: FlagDecision


def read_decisions(folder: Path) -> tuple[list[OfficerDecision], list[Problem]]:
    """The decisions of an extract, and everything that is wrong with its file; none where anything is."""
    try:
        with (folder / DECISIONS).open(encoding="utf-8-sig", newline="") as file:
            headings, *lines = list(csv.reader(file, strict=True)) or [[]]
    except OSError:
        return [], [Problem(DECISIONS, 0, "", "is not there, or cannot be read")]
    except (UnicodeDecodeError, csv.Error):
        return [], [Problem(DECISIONS, 0, "", "is not CSV in UTF-8")]
    if tuple(headings) != COLUMNS:
        return [], [Problem(DECISIONS, 1, "", f"must have the columns {', '.join(COLUMNS)}, in this order")]
    numbered = [(row, line) for row, line in enumerate(lines, start=2) if line]
    short = [row for row, line in numbered if len(line) != len(COLUMNS)]
    if short:
        return [], [Problem(DECISIONS, row, "", "must have a cell for each column") for row in short]
    cells = pd.DataFrame(
        [line for _, line in numbered], index=[row for row, _ in numbered], columns=headings, dtype=object
    )
    problems = _problems(cells)
    return ([] if problems else [_read(row, line) for row, line in numbered]), problems


def with_decisions(
    outcomes: Mapping[Harm, Outcome], decisions: Iterable[OfficerDecision], released: date, followed_to: date
) -> Mapping[Harm, Outcome]:
    """What was proved, and what officers confirmed where nothing was.

    outcomes: by records alone. One that is open stays open: to count early confirmations alone would make the
        harm look common
    decisions: all on flags about the person
    """
    held = tuple(decisions)
    return {
        harm: Outcome.HAPPENED
        if outcome is Outcome.DID_NOT_HAPPEN and _confirmed(harm, held, released, followed_to)
        else outcome
        for harm, outcome in outcomes.items()
    }


def _confirmed(harm: Harm, decisions: Iterable[OfficerDecision], released: date, followed_to: date) -> bool:
    """Whether a flag of such harm stands confirmed: of what was decided on flags of one code the latest that
    confirms or denies counts, and on one day a denial. That action was taken does neither."""
    last = min(released + timedelta(days=OUTCOMES[harm].within_days), followed_to)
    latest: dict[str, tuple[date, bool]] = {}
    for each in decisions:
        counts = COUNTS_AS[harm] & each.families and not NOT_BY_THE_PERSON & each.families
        if counts and released < each.decided_on <= last and each.decision is not FlagDecision.ACTION_TAKEN:
            said = each.decided_on, each.decision is FlagDecision.NOT_APPLICABLE
            latest[each.code] = max(latest.get(each.code, said), said)
    return any(not denied for _, denied in latest.values())


def _is_day(written: str) -> bool:
    try:
        return date.fromisoformat(written).isoformat() == written
    except ValueError:
        return False


def _are_families(written: str) -> bool:
    return bool(written) and set(written.split(" ")) <= set(HarmFamily)


def _column(holds: Callable[[str], bool], rule: str) -> pa.Column:
    return pa.Column(checks=pa.Check(holds, element_wise=True, error=rule))


SCHEMA = pa.DataFrameSchema(
    {
        "case": _column(is_case_name, NAME_RULE),
        "decided_on": _column(_is_day, _DAY_RULE),
        "code": _column(lambda written: _CODE.fullmatch(written) is not None, "must be the code of a rule"),
        "harm_families": _column(_are_families, "must be kinds of harm, with a space between them"),
        "decision": _column(
            lambda written: written in set(FlagDecision), f"must be one of: {', '.join(FlagDecision)}"
        ),
    },
    strict=True,
)
"""Every cell is text as `riskflag decisions export` writes it."""
COLUMNS = tuple(SCHEMA.columns)


def _problems(cells: pd.DataFrame) -> list[Problem]:
    """Every cell that breaks the schema, told without the cell."""
    try:
        SCHEMA.validate(cells, lazy=True)
    except SchemaErrors as refused:
        return [
            Problem(DECISIONS, int(str(each["index"])), str(each["column"]), str(each["check"]))
            for each in refused.failure_cases.to_dict("records")
        ]
    return []


def _read(row: int, cells: list[str]) -> OfficerDecision:
    case, decided_on, code, families, decision = cells
    kinds = frozenset(map(HarmFamily, families.split(" ")))
    return OfficerDecision(row, case, date.fromisoformat(decided_on), code, kinds, FlagDecision(decision))
