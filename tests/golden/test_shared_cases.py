"""The cases that everybody agreed on: each file raises what it must, and nothing that nobody listed."""

import json
from pathlib import Path
from typing import Any

import pytest

from riskflag.assessment import Assessment, assess
from riskflag.casebook import NOW
from riskflag.importers.case_file import CaseFile, read_case_file, write_case_file
from riskflag.rulebook import load_rulebook
from riskflag.vocabulary import RuleCode, Severity, Source

EXAMPLES = Path(__file__).parents[2] / "examples"
TABLE: list[dict[str, Any]] = json.loads(
    (Path(__file__).parent / "shared_cases.json").read_text(encoding="utf-8")
)["cases"]
ROWS = [pytest.param(row, id=row["file"].removesuffix(".json")) for row in TABLE]
NAMES = [row["file"] for row in TABLE]


def text_of(name: str) -> str:
    """An example file's text."""
    return (EXAMPLES / name).read_text(encoding="utf-8")


def answer(name: str) -> Assessment:
    """The answer to the question that an example file asks."""
    case: CaseFile = read_case_file(text_of(name), NOW)
    return assess(case.dossier, case.enquiry, case.place, load_rulebook())


def raised(name: str) -> set[str]:
    """The codes of the flags that an example file raises."""
    return {flag.code for flag in answer(name).flags}


def test_the_protected_partners_home_is_stopped() -> None:
    flags = {flag.code: flag for flag in answer("S21-home-of-the-protected-partner.json").flags}
    order = flags[RuleCode("RO-ADDR-01")]
    assert order.severity is Severity.STOP
    assert order.findings[0].evidence
    assert next(iter(flags.values())).severity is Severity.STOP


@pytest.mark.parametrize("row", ROWS)
def test_every_expected_flag_is_raised(row: dict[str, Any]) -> None:
    missing = set(row["expected"]) - {*row["not_asked"], *row["awaited"]} - raised(row["file"])
    assert not missing


@pytest.mark.parametrize("row", ROWS)
def test_no_forbidden_flag_is_raised(row: dict[str, Any]) -> None:
    assert not set(row["forbidden"]) & raised(row["file"])


@pytest.mark.parametrize("row", ROWS)
def test_no_flag_is_raised_that_nobody_listed(row: dict[str, Any]) -> None:
    listed = {*row["expected"], *row["optional"], *row["besides"]}
    assert not raised(row["file"]) - listed


@pytest.mark.parametrize("row", ROWS)
def test_a_flag_listed_besides_is_indeed_raised_and_has_a_reason(row: dict[str, Any]) -> None:
    assert set(row["besides"]) <= raised(row["file"])
    assert all(reason for reason in row["besides"].values())
    assert not set(row["besides"]) & set(row["forbidden"])


def test_nothing_that_an_address_question_can_answer_counts_as_not_asked() -> None:
    about_addresses = {rule.code for rule in load_rulebook().rules if "address" in rule.applies_to}
    assert not [row["file"] for row in TABLE if set(row["not_asked"]) & about_addresses]


def test_a_rule_is_awaited_only_until_it_is_written() -> None:
    written = {rule.code for rule in load_rulebook().rules}
    arrived = {code for row in TABLE for code in row["awaited"]} & written
    assert not arrived, "these rules are written: take them off 'awaited' in shared_cases.json"


def test_every_example_is_in_the_table() -> None:
    assert sorted(path.name for path in EXAMPLES.glob("S[0-9][0-9]-*.json")) == sorted(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_an_example_asks_every_source_and_is_written_as_we_would_write_it(name: str) -> None:
    case = read_case_file(text_of(name), NOW)
    assert set(case.dossier.coverage) == set(Source)
    assert case.description is not None
    assert name.startswith(case.description.id)
    assert "invented" in case.description.note
    assert write_case_file(case) == text_of(name)
