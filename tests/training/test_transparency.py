"""The transparency record is current, says what the published model is, and leaves nothing unsaid in silence."""

import re
from pathlib import Path
from shutil import copytree

import pytest

from riskflag.errors import ModelUnusable
from riskflag.persistence.published_models import CURRENT_FILE
from riskflag.rulebook import load_rulebook
from riskflag.vocabulary import Source
from training.evaluation.evaluation import from_json
from training.transparency import main, transparency_page

ROOT = Path(__file__).parents[2]
MODELS = ROOT / "models"
KEPT = ROOT / "docs/algorithmic-transparency.md"
VERSION = (MODELS / CURRENT_FILE).read_text(encoding="ascii").split()[0]
EVALUATION = from_json((MODELS / VERSION / "metrics.json").read_bytes())
HEADINGS = [
    "Tier 1: short description",
    "Tier 2: owner and responsibility",
    "Tier 2: description and rationale",
    "Tier 2: decision-making process",
    "Tier 2: tool specification",
    "Tier 2: data",
    "Tier 2: risks, mitigations and impact assessments",
]


@pytest.fixture(scope="module")
def page() -> str:
    return transparency_page(MODELS)


def test_the_page_that_is_kept_is_as_it_would_be_generated(page: str) -> None:
    assert KEPT.read_text(encoding="utf-8") == page


def test_it_is_written_where_it_is_asked_for(tmp_path: Path, page: str) -> None:
    main(str(MODELS), str(tmp_path / "record.md"))
    assert (tmp_path / "record.md").read_text(encoding="utf-8") == page


def test_it_has_both_tiers(page: str) -> None:
    assert re.findall(r"^## (.+)$", page, re.MULTILINE) == HEADINGS
    assert "could not be checked" in page


def test_it_tells_of_the_model_in_service_with_its_figures(page: str) -> None:
    assert f"| `{VERSION}` |" in page
    assert ("**The model below is a demonstration.**" in page) is EVALUATION.demonstration
    rows = [line for line in page.splitlines() if line.startswith("| ") and "%" in line]
    assert len(rows) == len(EVALUATION.harms)
    for row, found in zip(rows, EVALUATION.harms.values(), strict=True):
        assert f"{found.performance.base_rate:.1%}" in row
        assert f"{found.performance.auc.value:.3f} (" in row


def test_it_counts_the_rules_and_names_every_source(page: str) -> None:
    assert f"{len(load_rulebook().rules)} rules, each whole in" in page
    assert [source for source in Source if source.replace("_", " ") not in page] == []


def test_what_only_the_organisation_can_say_is_left_to_it(page: str) -> None:
    for asked in ("Senior responsible owner", "Contact", "Suppliers and their role"):
        assert f"| {asked} | *To be filled in by the organisation that deploys it.* |" in page
    assert not re.search(r"\|\s*\|$", page.replace("| | |", ""), re.MULTILINE)


def test_no_row_of_a_table_is_broken(page: str) -> None:
    tables = [block.splitlines() for block in page.split("\n\n") if block.startswith("|")]
    assert [row for table in tables for row in table if row.count("|") != table[0].count("|")] == []


@pytest.mark.parametrize("damaged", ["model.json", "metrics.json", "manifest.json"])
def test_nothing_is_said_of_a_model_that_is_not_as_published(tmp_path: Path, damaged: str) -> None:
    copytree(MODELS, tmp_path / "models")
    file = tmp_path / "models" / VERSION / damaged
    file.write_bytes(file.read_bytes() + b" ")
    with pytest.raises(ModelUnusable):
        transparency_page(tmp_path / "models")
