"""The lists are whole, name every theme, and hold no phrase that hides another by accident."""

import csv
import json

import pytest

from riskflag.reading.lists import DATA_FOLDER, Cue, Settles, answers, cues, disclosure_terms, risk_terms
from riskflag.reading.reader import read_disclosures, read_risks
from riskflag.reading.spelling import spelled
from riskflag.reading.themes import DisclosureTheme, RiskTheme
from riskflag.reading.words import words_of


def rows(file: str) -> list[dict[str, str]]:
    with (DATA_FOLDER / file).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@pytest.mark.parametrize(
    ("file", "themes"),
    [
        pytest.param("risk_terms.csv", RiskTheme, id="risks"),
        pytest.param("disclosure_terms.csv", DisclosureTheme, id="things not to say"),
    ],
)
def test_every_theme_can_be_stated(file: str, themes: type[RiskTheme] | type[DisclosureTheme]) -> None:
    stated = {row["theme"] for row in rows(file) if row["settles"] in (Settles.BOTH, Settles.STATEMENT)}
    assert {theme.value for theme in themes} <= stated


def test_every_kind_of_cue_is_listed_and_every_list_loads() -> None:
    assert {row["kind"] for row in rows("cues.csv")} == {kind.value for kind in Cue}
    assert all(listed().vocabulary for listed in (risk_terms, disclosure_terms, cues, answers))


@pytest.mark.parametrize("file", ["risk_terms.csv", "disclosure_terms.csv", "cues.csv"])
def test_no_row_is_listed_twice(file: str) -> None:
    listed = [tuple(row.values())[:2] for row in rows(file)]
    assert sorted(listed) == sorted(set(listed))


def test_every_term_has_a_basis_and_every_file_its_source() -> None:
    assert all(row["basis"] for file in ("risk_terms.csv", "disclosure_terms.csv") for row in rows(file))
    listed = json.loads((DATA_FOLDER / "provenance.json").read_text(encoding="utf-8"))
    assert {entry["file"] for entry in listed} == {path.name for path in DATA_FOLDER.glob("*.csv")}


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        pytest.param("maslaughter", "manslaughter", id="a letter left out"),
        pytest.param("assaultd", None, id="a beginning that is known is no slip"),
        pytest.param("sexually", None, id="a longer word with a known beginning"),
        pytest.param("attached", None, id="a word of its own"),
        pytest.param("contract", None, id="another word of its own"),
        pytest.param("rapd", None, id="too short to tell"),
        pytest.param("football", None, id="nothing near"),
    ],
)
def test_slips_of_spelling(word: str, meant: str | None) -> None:
    (read,) = spelled(words_of(word), risk_terms())
    assert (read.text if read.repaired else None) == meant
    assert read.raw == word


@pytest.mark.parametrize("text", ["", " ", "?", "\n\n", "[x]", "☐", "'", "No", "Y/N", ":" * 50])
def test_texts_without_a_risk_say_nothing(text: str) -> None:
    assert read_risks(text) == ()
    assert read_disclosures(text) == ()
