"""The model that comes with riskflag is served as published, and finds the example made for it and one more."""

from pathlib import Path

import pytest

from riskflag.assessment import assess
from riskflag.casebook import NOW
from riskflag.classifier.scorer import ModelUse
from riskflag.importers.case_file import read_case_file
from riskflag.rulebook import load_rulebook
from riskflag.service import scorer_from

ROOT = Path(__file__).parents[2]
SCORER = scorer_from(ROOT / "models")
FOUND = {
    "nine-fights-with-strangers-that-nobody-added-up": ["MODEL-DA", "MODEL-VIOL"],
    "nineteen-years-old-gang-injunction-co-defendant-lives-there": ["MODEL-DA", "MODEL-ORDER"],
}
"""The second is nineteen and bound by an order."""


def test_it_is_served_and_says_that_it_is_a_demonstration() -> None:
    assert SCORER.use is ModelUse.IN_USE, "features changed: train it anew with training/demonstration.toml"
    assert SCORER.model is not None
    assert SCORER.model.demonstration


@pytest.mark.parametrize("path", sorted((ROOT / "examples").rglob("*.json")), ids=lambda path: path.stem)
def test_it_flags_what_nobody_added_up_and_nothing_else(path: Path) -> None:
    case = read_case_file(path.read_bytes(), NOW)
    with_model = assess(case.dossier, case.enquiry, case.place, load_rulebook(), SCORER)
    without = assess(case.dossier, case.enquiry, case.place, load_rulebook())
    raised = [flag.code for flag in with_model.flags if flag.code.startswith("MODEL-")]
    assert raised == FOUND.get(path.stem, [])
    assert [flag for flag in with_model.flags if not flag.code.startswith("MODEL-")] == list(without.flags)
    assert with_model.gaps == without.gaps
