"""What the rulebook makes of the example caseload, as one table: ``python -m tests.golden.regenerate``.

Run it after changing a rule, and read the difference: every line that changed is a person whose answer did.
"""

import json
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from riskflag.assessment import assess
from riskflag.importers.case_file import CaseFile, read_case_file
from riskflag.rulebook import Rulebook, load_rulebook
from tests.golden.answers import write_answers

CASELOAD = Path(__file__).parents[2] / "examples" / "caseload"
GOLDEN = Path(__file__).with_name("caseload_outcomes.json")
ASKED_AT = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)

Outcome = dict[str, object]


@cache
def caseload() -> dict[str, CaseFile]:
    """Every case file of the caseload by its name, without the ending."""
    paths = sorted(CASELOAD.glob("*.json"))
    return {path.stem: read_case_file(path.read_bytes(), ASKED_AT) for path in paths}


def outcome(case: CaseFile, rulebook: Rulebook) -> Outcome:
    """The verdict, whether everything was looked at, and the flags with their severity, gravest first."""
    answer = assess(case.dossier, case.enquiry, case.place, rulebook)
    return {
        "verdict": answer.verdict.value,
        "complete": answer.complete,
        "flags": [f"{flag.code} {flag.severity.value}" for flag in answer.flags],
    }


def outcomes() -> dict[str, Outcome]:
    """The outcome of every case file."""
    rulebook = load_rulebook()
    return {name: outcome(case, rulebook) for name, case in caseload().items()}


def as_text(table: dict[str, Outcome]) -> str:
    """The table with one case a line, so that a difference names the people whose answer changed."""
    lines = (f"  {json.dumps(name)}: {json.dumps(found)}" for name, found in table.items())
    return "{\n" + ",\n".join(lines) + "\n}\n"


if __name__ == "__main__":
    GOLDEN.write_text(as_text(outcomes()), encoding="utf-8")
    write_answers()
