"""Whole answers as people read them, kept as text: what a change does to them is read in the difference.

``python -m tests.golden.regenerate`` writes them anew.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cache
from pathlib import Path

from api.assessments.schemas import SHOWN_ASSESSMENT
from riskflag.assessment import assess
from riskflag.casebook import NOW
from riskflag.classifier.scorer import NO_MODEL
from riskflag.disclosure import ShownAssessment, show
from riskflag.dossier import PlaceKnowledge
from riskflag.importers.case_file import CaseFile, read_case_file
from riskflag.report import render_text
from riskflag.rulebook import load_rulebook
from riskflag.vocabulary import Role

EXAMPLES = Path(__file__).parents[2] / "examples"
FOLDER = Path(__file__).parent
OFFICER, STAFF = Role.RESPONSIBLE_OFFICER, Role.RESETTLEMENT_STAFF
S21 = "S21-home-of-the-protected-partner"


@dataclass(frozen=True, slots=True)
class Kept:
    """One answer that is kept: to which case, for whom, and how long after it was asked."""

    case: str
    role: Role
    later: timedelta = timedelta(0)


KEPT: Mapping[str, Kept] = {
    "S21-officer": Kept(S21, OFFICER),
    "S21-staff": Kept(S21, STAFF),
    "S21-staff-expired": Kept(S21, STAFF, timedelta(days=3)),
    "S04-nothing-found-officer": Kept("S04-after-the-change-of-plan", OFFICER),
    "S04-nothing-found-staff": Kept("S04-after-the-change-of-plan", STAFF),
    "never-asked-officer": Kept("caseload/protective-orders-were-never-asked-for", OFFICER),
}
FEW = 3
"""Of rules that are only listed the first few are kept, so that a new rule changes no answer but its own."""

AS_SENT = ("S21-officer", "S21-staff")
"""Those that are also kept as they are sent over HTTP."""


@cache
def read(case: str) -> CaseFile:
    """An example by the name of its file."""
    return read_case_file((EXAMPLES / f"{case}.json").read_bytes(), NOW)


def shown(kept: Kept) -> ShownAssessment:
    """The answer as its reader is shown it."""
    case, rulebook = read(kept.case), load_rulebook()
    dossier, asked = case.dossier, case.enquiry
    full = assess(dossier, asked, case.place, rulebook, NO_MODEL)
    known = assess(dossier.known_part(), asked.known_part(), PlaceKnowledge(), rulebook)
    return show(full, known, kept.role, dossier.as_of + kept.later)


def as_read(answer: ShownAssessment) -> str:
    """The answer on paper, with the first few of the rules that it lists."""
    gaps = tuple(replace(gap, rules=gap.rules[:FEW]) for gap in answer.not_told)
    return render_text(replace(answer, looked_at=answer.looked_at[:FEW], not_told=gaps))


def as_sent(body: object) -> str:
    """The body of a reply, laid out. The rulebook's fingerprint changes with every letter of every rule."""
    assert isinstance(body, dict)
    fingerprint = body["rulebook"] and "(fingerprint)"
    steady = {**body, "rulebook": fingerprint, "looked_at": body["looked_at"][:FEW]}
    return json.dumps(steady, indent=2, ensure_ascii=False) + "\n"


def answers() -> dict[str, str]:
    """Every kept answer by the name of its file."""
    texts = {f"{name}.txt": as_read(shown(kept)) for name, kept in KEPT.items()}
    bodies = {f"{name}.json": as_sent(SHOWN_ASSESSMENT.dump(shown(KEPT[name]))) for name in AS_SENT}
    return texts | bodies


def write_answers() -> None:
    """Writes every kept answer."""
    for name, text in answers().items():
        (FOLDER / name).write_text(text, encoding="utf-8")
