"""The generated pages hold all that they are generated from, and are generated alike every time."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any, cast, get_args, get_type_hints

import pytest

from riskflag.catalogue import describe
from riskflag.classifier.feature import Feature
from riskflag.classifier.features import FEATURES
from riskflag.documentation import (
    GENERATED,
    features_page,
    main,
    payloads_page,
    rules_page,
    vocabulary_page,
)
from riskflag.importers.case_file import CaseFileContents, CaseFileFormat
from riskflag.importers.csv_layout import columns
from riskflag.importers.detect import shapes
from riskflag.importers.shape import Shape
from riskflag.records import RECORD_KINDS
from riskflag.reference.thresholds import SOURCE_MAX_AGE_HOURS, all_thresholds
from riskflag.rule import Rule
from riskflag.rulebook import load_rulebook
from riskflag.vocabulary import Source

DOCS = Path(__file__).parents[1] / "docs"
PAGES = {
    "rules.md": rules_page,
    "features.md": features_page,
    "vocabulary.md": vocabulary_page,
    "payloads.md": payloads_page,
}
RULES = load_rulebook().rules
VOCABULARY, RULEBOOK, WEIGHED = vocabulary_page(), rules_page(), features_page()


def lists_of_words(hint: object, seen: set[object]) -> Iterator[type[StrEnum]]:
    """Every closed list that may stand anywhere in a value of a type."""
    if hint in seen:
        return
    seen.add(hint)
    for part in get_args(hint):
        yield from lists_of_words(part, seen)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        yield hint
    elif is_dataclass(hint):
        hints = get_type_hints(hint)
        for each in fields(cast("Any", hint)):
            yield from lists_of_words(hints[each.name], seen)


SENT = (CaseFileContents, *RECORD_KINDS.values())
WORDS = {words for each in SENT for words in lists_of_words(each, set())} - {CaseFileFormat}


@pytest.mark.parametrize("page", PAGES)
def test_a_page_says_that_it_is_generated_and_how(page: str) -> None:
    text = PAGES[page]()
    assert text.startswith(f"{GENERATED}\n\n# ")
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert text == PAGES[page]()


@pytest.mark.parametrize("page", PAGES)
def test_a_page_that_is_kept_is_as_it_would_be_generated(page: str) -> None:
    assert (DOCS / page).read_text(encoding="utf-8") == PAGES[page]()


def test_every_page_is_written_where_they_are_asked_for(tmp_path: Path) -> None:
    main(str(tmp_path / "new" / "docs"))
    written = {path.name: path.read_text(encoding="utf-8") for path in (tmp_path / "new" / "docs").iterdir()}
    assert written == {name: page() for name, page in PAGES.items()}
    main(str(tmp_path / "new" / "docs"))


@pytest.mark.parametrize("shape", [pytest.param(each, id=name) for name, each in shapes().items()])
def test_every_shape_is_there_with_what_it_answers(shape: Shape) -> None:
    row = next(line for line in payloads_page().splitlines() if line.startswith(f"| `{shape.name}` |"))
    _, title, answers, adds_to = (cell.strip() for cell in row.strip("|").split("|"))
    assert title == shape.title
    assert {*answers.split(", "), *adds_to.split(", ")} - {""} == {
        source.replace("_", " ") for source in shape.answers | shape.adds_to
    }


@pytest.mark.parametrize("kind", RECORD_KINDS)
def test_every_kind_of_record_has_its_columns(kind: str) -> None:
    section = payloads_page().partition(f"### `{kind}`\n\n")[2].partition("\n\n")[0]
    of: type = RECORD_KINDS[kind]
    assert section.strip().strip("`").split("`, `") == list(columns(of))


@pytest.mark.parametrize(
    "words", [pytest.param(each, id=name) for name, each in sorted((each.__name__, each) for each in WORDS)]
)
def test_every_closed_list_that_may_be_sent_is_there_with_its_words_and_meaning(words: type[StrEnum]) -> None:
    section = VOCABULARY.partition(f"### {words.__name__}\n")[2].partition("\n## ")[0].partition("\n### ")[0]
    assert re.findall(r"`(\w+)`", section.rstrip().splitlines()[-1]) == [word.value for word in words]
    meaning = section.strip().splitlines()[0]
    assert len(meaning.split()) > 2
    assert meaning[0].isupper()


def test_no_closed_list_is_there_twice() -> None:
    headings = re.findall(r"^### (\w+)$", VOCABULARY, re.MULTILINE)
    assert len(headings) == len(set(headings))
    assert {words.__name__ for words in WORDS} <= set(headings)


def test_every_kind_of_record_is_there_with_its_source() -> None:
    rows = re.findall(r"^\| `(\w+)` \| `(\w+)` \|$", VOCABULARY, re.MULTILINE)
    assert rows == [(name, kind.source.value) for name, kind in RECORD_KINDS.items()]


def test_every_threshold_is_there_with_its_basis() -> None:
    for name, held in all_thresholds().items():
        (row,) = [line for line in VOCABULARY.splitlines() if line.startswith(f"| {name} |")]
        assert row.split(" | ")[1] == f"{held.value} {held.unit}"
        assert row.endswith(f"| {held.basis} |")
        assert (" | yes | " in row) is held.is_law


def test_how_old_every_source_may_be_is_there() -> None:
    ages = VOCABULARY.partition("## How old an answer may be")[2]
    assert re.findall(r"^\| (\w+) \| (\d+) \|$", ages, re.MULTILINE) == [
        (source.value, str(hours)) for source, hours in SOURCE_MAX_AGE_HOURS.items()
    ]
    assert set(SOURCE_MAX_AGE_HOURS) == set(Source) - {Source.ACCESS_LIMITS}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_is_there_whole_and_can_be_reached(rule: Rule) -> None:
    described = describe(rule)
    assert f"| [{rule.code}](#{rule.code.lower()}) | {rule.title} | {rule.severity.upper()} |" in RULEBOOK
    section = RULEBOOK.partition(f"\n## {rule.code}\n")[2].partition("\n## ")[0]
    said = (described.what_it_flags, described.why_it_matters, described.what_to_do, described.limits)
    rows = (
        described.action,
        described.decides,
        described.act_by,
        described.do_not_disclose,
        *described.basis,
    )
    assert [each for each in (*said, *rows) if each not in section] == []
    stories = re.findall(r"^- \*(raised|clear|cannot tell)\*: (.+)$", section, re.MULTILINE)
    assert stories == [(e.expected.replace("_", " "), e.story) for e in described.examples]


def test_the_rulebook_page_counts_its_rules() -> None:
    assert f"\n{len(RULES)} rules. " in RULEBOOK
    assert re.findall(r"^## (.+)$", RULEBOOK, re.MULTILINE) == [rule.code for rule in RULES]


@pytest.mark.parametrize("feature", FEATURES, ids=lambda feature: feature.name)
def test_every_feature_is_there_whole_and_can_be_reached(feature: Feature) -> None:
    assert f"| [`{feature.name}`](#{feature.name}) | {feature.title} | {feature.direction} |" in WEIGHED
    section = WEIGHED.partition(f"\n## {feature.name}\n")[2].partition("\n## ")[0]
    said = (feature.title, feature.unit, feature.definition, feature.grounds, feature.unknown_means)
    assert [each for each in said if each not in section] == []
    assert ("| Stands where a source is missing | no |" in section) is not feature.at_least
    assert ("| Protected characteristic | no |" in section) is not feature.protected_characteristic
    for source in feature.needs:
        assert source.replace("_", " ") in section


def test_the_page_of_features_keeps_the_order_of_the_models() -> None:
    assert f"\n{len(FEATURES)} features, " in WEIGHED
    assert re.findall(r"^## (.+)$", WEIGHED, re.MULTILINE) == [feature.name for feature in FEATURES]


def test_no_row_of_a_table_is_broken_by_what_stands_in_it() -> None:
    for text in (VOCABULARY, RULEBOOK, WEIGHED):
        tables = [block.splitlines() for block in text.split("\n\n") if block.startswith("|")]
        assert tables
        assert [row for table in tables for row in table if row.count("|") != table[0].count("|")] == []
