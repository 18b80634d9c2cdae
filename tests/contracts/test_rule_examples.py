"""What every rule owes its reader, held over every rule file there is, and every example run.

A rule file is found by being there: no list names it, so none can be forgotten.
"""

import pkgutil
import re
from collections.abc import Iterable
from dataclasses import fields, is_dataclass, replace
from datetime import date
from enum import Enum
from importlib import import_module
from types import ModuleType

import pytest

from riskflag import rules as rules_package
from riskflag.casebook import ASKED, FRIEND, MENTORED, REFERRED, Case, case, conversation
from riskflag.dossier import Missing, MissingReason
from riskflag.enquiry import Enquiry
from riskflag.flags import rank_flags
from riskflag.importers.plain import plain
from riskflag.records import Address, NamedPerson, Person, Whereabouts
from riskflag.reference.authorities import all_authorities
from riskflag.rule import CannotTell, Clear, Example, Expected, Finding, Outcome, Raised, Rule
from riskflag.rulebook import RuleOutcome, build_rulebook
from riskflag.schema import load_as
from riskflag.vocabulary import EnquiryKind, Source

HEADINGS = ["What it flags", "Why it matters", "What to do", "Limits"]
ABBREVIATION = re.compile(r"(?<![\w-])(RO|SPO|COM|POM|VLO|RSO|NFA|DA|HDC|PDU)(?![\w-])")
DISTANCE = re.compile(r"\d+\s*(m|km|metres?|kilometres?|miles?|yards?)\b", re.IGNORECASE)
DIRECTION = re.compile(r"\b(north|south|east|west)(ern|wards?)?\b", re.IGNORECASE)
UNSAFE_FOR_STAFF = re.compile(
    r"\b(victims?|complainants?|witness(es)?|protected|partners?|wi(fe|ves)|husbands?|relatives?|child(ren)?"
    r"|neighbours?|intelligence|near(by)?|close to|moved|refuge|informants?|abuse[rd]?)\b",
    re.IGNORECASE,
)
CHILDRENS_SERVICES = "children's services"
KINDS: dict[Expected, type[Outcome]] = {
    Expected.RAISED: Raised,
    Expected.CLEAR: Clear,
    Expected.CANNOT_TELL: CannotTell,
}


def imported() -> tuple[dict[str, ModuleType], dict[str, str]]:
    """Every rule file by its path under the rules, and what is wrong with those that hold no rule."""
    modules, broken = {}, {}
    prefix = f"{rules_package.__name__}."
    for found in pkgutil.walk_packages(rules_package.__path__, prefix):
        if found.ispkg:
            continue
        name = found.name.removeprefix(prefix)
        try:
            module = import_module(found.name)
            assert isinstance(module.RULE, Rule)
            modules[name] = module
        except Exception as error:
            broken[name] = repr(error)
    return modules, broken


MODULES, BROKEN = imported()
RULES: dict[str, Rule] = {name: module.RULE for name, module in MODULES.items()}
EVERY_RULE = pytest.mark.parametrize("name", [pytest.param(name, id=name) for name in sorted(RULES)])
EVERY_EXAMPLE = pytest.mark.parametrize(
    ("rule", "example"),
    [
        pytest.param(rule, example, id=f"{rule.code}: {example.story}")
        for _, rule in sorted(RULES.items())
        for example in rule.examples
    ],
)


def run(rule: Rule, of: Case) -> Outcome:
    """What the engine makes of one rule on one case."""
    (answer,) = build_rulebook([rule], "").run(of.facts)
    return answer.outcome


def questions(rule: Rule) -> list[Enquiry]:
    """One question of each kind that a rule answers: an address, and referrals to a home and to a mentor."""
    asked: dict[EnquiryKind, list[Enquiry]] = {
        EnquiryKind.ADDRESS: [ASKED],
        EnquiryKind.REFERRAL: [REFERRED, MENTORED],
    }
    return [each for kind in sorted(rule.applies_to) for each in asked[kind]]


def as_staff_may_know(of: Case) -> Case:
    """The case without anything protected."""
    return replace(of, dossier=of.dossier.known_part(), enquiry=of.enquiry.known_part())


def findings(outcome: Outcome) -> tuple[Finding, ...]:
    """The findings of a raised rule; none of any other."""
    return outcome.findings if isinstance(outcome, Raised) else ()


def missing(outcome: Outcome) -> tuple[Missing, ...]:
    """What an outcome says is missing."""
    return () if isinstance(outcome, Clear) else outcome.missing


def sentences(outcome: Outcome) -> list[str]:
    """Everything an outcome says in the rule's own words."""
    said = [outcome.because] if isinstance(outcome, Clear) else [gap.what for gap in missing(outcome)]
    return said + [finding.because for finding in findings(outcome)]


def parts(thing: object) -> Iterable[object]:
    """A frozen record and everything inside it."""
    yield thing
    if isinstance(thing, tuple | frozenset):
        for each in thing:
            yield from parts(each)
    elif isinstance(thing, Whereabouts):
        yield from parts(thing.reveal())
    elif is_dataclass(thing) and not isinstance(thing, type | Enum):
        for each in fields(thing):
            yield from parts(getattr(thing, each.name))


def personal_data(of: Case) -> set[str]:
    """Names, addresses, identifiers and dates of birth of everybody in a case."""
    found: set[str | date | None] = set()
    for part in parts((of.dossier.person, of.dossier.records, of.enquiry, of.place.incidents)):
        if isinstance(part, NamedPerson | Person):
            found |= {part.name, *part.name.split(), *part.aliases, *part.former_names, part.date_of_birth}
        if isinstance(part, Person):
            found |= {part.noms_number, part.case_reference_number, part.pnc_number}
        if isinstance(part, Address):
            found |= {part.text, part.street, part.town, part.postcode, part.uprn}
    return {str(each) for each in found if each and len(str(each)) > 2}


def test_rules_are_found() -> None:
    assert RULES
    assert BROKEN == {}
    assert len({rule.code for rule in RULES.values()}) == len(RULES)


@EVERY_RULE
def test_a_rule_explains_itself_under_four_headings(name: str) -> None:
    title, _, text = (MODULES[name].__doc__ or "").partition("\n")
    _, *said = re.split(r"^([A-Z][a-z' ]+):(?= |\n)", text, flags=re.MULTILINE)
    assert title.endswith(".")
    assert said[::2] == HEADINGS
    assert all(len(under.split()) >= 4 for under in said[1::2])


@EVERY_RULE
def test_a_rule_is_named_for_its_pattern_and_not_for_its_code(name: str) -> None:
    assert re.fullmatch(r"[a-z_]+\.[a-z]+(_[a-z]+)+", name)


@EVERY_RULE
def test_a_rule_tells_its_reader_what_to_do(name: str) -> None:
    rule = RULES[name]
    assert all((rule.title, rule.harm_families, rule.applies_to, rule.decides, rule.act_by, rule.action))
    assert rule.tell
    assert rule.do_not_disclose
    assert rule.needs


@EVERY_RULE
def test_a_rule_rests_on_known_authorities(name: str) -> None:
    assert RULES[name].authorities
    assert set(RULES[name].authorities) <= set(all_authorities())


@EVERY_RULE
def test_a_rule_shows_all_three_outcomes(name: str) -> None:
    assert {example.expected for example in RULES[name].examples} == set(Expected)


@EVERY_RULE
def test_words_are_written_in_full(name: str) -> None:
    rule = RULES[name]
    said = [
        MODULES[name].__doc__ or "",
        *(rule.title, rule.decides, rule.act_by, rule.action, *rule.tell, rule.do_not_disclose),
        *(rule.staff_message or "", *(example.story for example in rule.examples)),
        *(each for example in rule.examples for each in sentences(run(rule, example.case))),
    ]
    assert [text for text in said if ABBREVIATION.search(text)] == []


@EVERY_RULE
def test_what_staff_read_could_be_read_aloud_to_the_person(name: str) -> None:
    message = (RULES[name].staff_message or "").replace(CHILDRENS_SERVICES, "")
    assert not UNSAFE_FOR_STAFF.search(message)


@EVERY_EXAMPLE
def test_an_example_comes_out_as_it_says(rule: Rule, example: Example) -> None:
    outcome = run(rule, example.case)
    assert isinstance(outcome, KINDS[example.expected]), outcome
    for flag in rank_flags([RuleOutcome(rule, outcome)]):
        assert flag.severity is (example.severity or rule.severity)


@EVERY_EXAMPLE
def test_an_example_asks_what_could_be_asked(rule: Rule, example: Example) -> None:
    asked = example.case.enquiry
    assert load_as(type(asked), plain(asked)) == asked


@EVERY_EXAMPLE
def test_a_rule_fails_in_no_example_and_for_no_reader(rule: Rule, example: Example) -> None:
    for seen in (example.case, as_staff_may_know(example.case)):
        assert MissingReason.RULE_FAILED not in {gap.reason for gap in missing(run(rule, seen))}


@EVERY_EXAMPLE
def test_reasons_name_nobody_and_no_place(rule: Rule, example: Example) -> None:
    for said in sentences(run(rule, example.case)):
        found = [d for d in personal_data(example.case) if re.search(rf"\b{re.escape(d)}\b", said, re.I)]
        assert found == [], said
        assert not DISTANCE.search(said), said
        assert not DIRECTION.search(said), said


@EVERY_EXAMPLE
def test_a_reason_is_one_sentence(rule: Rule, example: Example) -> None:
    for finding in findings(run(rule, example.case)):
        assert re.fullmatch(r"[A-Z].*[^.]\.", finding.because)
        assert not re.search(r"[.!?] [A-Z]", finding.because), finding.because


@EVERY_EXAMPLE
def test_an_evidence_of_a_protected_record_is_protected(rule: Rule, example: Example) -> None:
    hidden = {record.source_id for record in example.case.dossier.records if record.protected}
    cited = [e for finding in findings(run(rule, example.case)) for e in finding.evidence]
    assert all(e.visibility == "protected" for e in cited if e.source_id in hidden)


@EVERY_RULE
@pytest.mark.parametrize(
    "nothing",
    [
        pytest.param(case(), id="nothing on record"),
        pytest.param(case(conversation(FRIEND), lives_with=(FRIEND,)), id="a friend who has been asked"),
    ],
)
def test_where_there_is_nothing_a_rule_says_so(name: str, nothing: Case) -> None:
    for asked in questions(RULES[name]):
        same = replace(asked, occupants=nothing.enquiry.occupants)
        assert isinstance(run(RULES[name], replace(nothing, enquiry=same)), Clear)


@EVERY_RULE
@pytest.mark.parametrize("source", [pytest.param(source, id=source.value) for source in Source])
def test_a_rule_never_says_there_is_nothing_when_a_source_it_needs_is_missing(
    name: str, source: Source
) -> None:
    for asked in questions(RULES[name]):
        outcome = run(RULES[name], case(asked=asked, not_asked=(source,)))
        assert isinstance(outcome, Clear) is (source not in RULES[name].needs)
