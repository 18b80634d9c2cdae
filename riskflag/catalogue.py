"""The rulebook as people read it: one description a rule, for terminal, API and generated page."""

import sys
from dataclasses import dataclass
from datetime import date

from riskflag.errors import RulebookError
from riskflag.explanation import authority_sentence
from riskflag.reference.authorities import authority
from riskflag.rule import Expected, Rule
from riskflag.vocabulary import EnquiryKind, HarmFamily, RuleCode, Severity, Source

HEADINGS = ("What it flags", "Why it matters", "What to do", "Limits")


@dataclass(frozen=True, slots=True)
class DescribedExample:
    """An example in the catalogue: the case in a sentence, and what the rule says of it."""

    story: str
    expected: Expected


@dataclass(frozen=True, slots=True)
class RuleDescription:
    """A rule in words.

    what_it_flags, why_it_matters, what_to_do, limits: the four headings of its file
    basis: statutes, policies and inspections, each with how far it was confirmed
    needs: sources without which it cannot say that there is nothing
    Other fields are as in ``rule.Rule``.
    """

    code: RuleCode
    title: str
    severity: Severity
    harm_families: tuple[HarmFamily, ...]
    applies_to: tuple[EnquiryKind, ...]
    what_it_flags: str
    why_it_matters: str
    what_to_do: str
    limits: str
    action: str
    decides: str
    act_by: str
    tell: tuple[str, ...]
    do_not_disclose: str
    staff_message: str | None
    basis: tuple[str, ...]
    needs: tuple[Source, ...]
    in_force_from: date
    retired_on: date | None
    examples: tuple[DescribedExample, ...]


def describe(rule: Rule) -> RuleDescription:
    """The description of one rule. Raises RulebookError when its file lacks one of the four headings."""
    sections = docstring_sections(sys.modules[rule.check.__module__].__doc__ or "")
    absent = [heading for heading in HEADINGS if not sections.get(heading)]
    if absent:
        raise RulebookError(f"{rule.code} does not say: {', '.join(absent)}")
    what_it_flags, why_it_matters, what_to_do, limits = (sections[heading] for heading in HEADINGS)
    return RuleDescription(
        code=rule.code,
        title=rule.title,
        severity=rule.severity,
        harm_families=rule.harm_families,
        applies_to=tuple(sorted(rule.applies_to)),
        what_it_flags=what_it_flags,
        why_it_matters=why_it_matters,
        what_to_do=what_to_do,
        limits=limits,
        action=rule.action,
        decides=rule.decides,
        act_by=rule.act_by,
        tell=rule.tell,
        do_not_disclose=rule.do_not_disclose,
        staff_message=rule.staff_message,
        basis=tuple(authority_sentence(authority(code)) for code in rule.authorities),
        needs=tuple(sorted(rule.needs)),
        in_force_from=rule.in_force_from,
        retired_on=rule.retired_on,
        examples=tuple(DescribedExample(example.story, example.expected) for example in rule.examples),
    )


def docstring_sections(docstring: str) -> dict[str, str]:
    """The text under each heading of a rule file's docstring, on one line each."""
    sections: dict[str, list[str]] = {}
    current: list[str] = []
    for line in docstring.splitlines():
        heading, colon, rest = line.strip().partition(":")
        if colon and heading in HEADINGS:
            current = sections.setdefault(heading, [])
            current.append(rest.strip())
        else:
            current.append(line.strip())
    return {heading: " ".join(filter(None, lines)) for heading, lines in sections.items()}
