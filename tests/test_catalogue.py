"""Rules in words."""

import pytest

from riskflag.catalogue import HEADINGS, describe, docstring_sections
from riskflag.errors import RulebookError
from riskflag.report import render_rule
from riskflag.rule import Rule
from riskflag.rulebook import load_rulebook
from tests.test_rulebook import a_rule, explodes

DOCSTRING = """A title.

What it flags: one thing
and another: with a colon.

Why it matters: because.

What to do: something.

Limits: many.
"""


def test_each_heading_holds_its_text_on_one_line() -> None:
    sections = docstring_sections(DOCSTRING)
    assert sections["What it flags"] == "one thing and another: with a colon."
    assert tuple(sections) == HEADINGS


@pytest.mark.parametrize("heading", HEADINGS)
def test_a_heading_that_is_missing_is_missing(heading: str) -> None:
    assert heading not in docstring_sections(DOCSTRING.replace(heading, "Something else"))


def test_a_rule_whose_file_does_not_explain_itself_is_refused() -> None:
    with pytest.raises(RulebookError, match="TEST-01 does not say: What it flags"):
        describe(a_rule(explodes))


@pytest.mark.parametrize("rule", load_rulebook().rules, ids=lambda rule: rule.code)
def test_every_rule_reads_well_on_paper(rule: Rule) -> None:
    described = describe(rule)
    text = render_rule(described)
    for heading in (*HEADINGS, "Action", "Who decides", "By when", "Tell", "Do not disclose", "Basis"):
        assert f"\n{heading}: " in text
    assert text.count("Example, ") == len(described.examples) >= 3
    assert all("confirmed" in basis for basis in described.basis)
