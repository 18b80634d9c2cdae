"""Every rule of the rulebook has its positive example and its near miss, and each of them runs."""

from importlib import import_module
from pathlib import Path

import pytest

from riskflag.rulebook import load_rulebook
from riskflag.vocabulary import Severity
from tests.golden.as_a_referral import given_away
from tests.golden.catalogue_examples.rows import (
    CatalogueExample,
    ExampleKind,
    departures,
    near_miss,
    positive,
)
from tests.golden.independent import NO_ADDRESS, answer, case

_NO_ROWS = {"__init__", "rows", Path(__file__).stem}
MODULES = sorted({path.stem for path in Path(__file__).parent.glob("*.py")} - _NO_ROWS)
ROWS: tuple[CatalogueExample, ...] = tuple(
    each for name in MODULES for each in import_module(f"tests.golden.catalogue_examples.{name}").ROWS
)
CODES = [str(rule.code) for rule in load_rulebook().rules]

EXAMPLES = [pytest.param(each, id=f"{each.code}: {each.kind}: {each.story}") for each in ROWS]


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_rulebook_answers_as_the_catalogue_says(example: CatalogueExample) -> None:
    assert departures(example) == []


@pytest.mark.parametrize("example", EXAMPLES)
def test_no_reason_names_anybody_or_any_place(example: CatalogueExample) -> None:
    assert given_away(example.case, answer(example.case)) == []


@pytest.mark.parametrize("kind", ExampleKind)
@pytest.mark.parametrize("code", CODES)
def test_every_rule_has_its_examples(code: str, kind: ExampleKind) -> None:
    assert [each for each in ROWS if each.code == code and each.kind is kind]


def test_every_example_belongs_to_a_rule() -> None:
    assert {each.code for each in ROWS} <= set(CODES)


@pytest.mark.parametrize(
    ("example", "line"),
    [
        pytest.param(
            near_miss("PROC-ADDR-01", "raised after all", case(NO_ADDRESS)),
            "PROC-ADDR-01 is act, not clear",
            id="a near miss that is raised",
        ),
        pytest.param(
            near_miss("BAIL-01", "nobody asked", case(not_asked=("protective_orders",))),
            "BAIL-01 is unknown, not clear",
            id="a near miss of a rule that could not tell",
        ),
        pytest.param(
            near_miss("REF-SITE-01", "an address", case()),
            "REF-SITE-01 is not asked, not clear",
            id="a near miss of a rule that was never asked",
        ),
        pytest.param(
            near_miss("BAIL-01", "nothing else either", case(), instead="PROC-ADDR-01"),
            "PROC-ADDR-01 is not raised",
            id="nothing in its place",
        ),
        pytest.param(
            near_miss("BAIL-01", "but another", case(NO_ADDRESS), silent="PROC-ADDR-01"),
            "PROC-ADDR-01 is raised",
            id="another that had to be silent",
        ),
        pytest.param(
            positive("PROC-ADDR-01", "less grave", case(NO_ADDRESS), Severity.STOP),
            "PROC-ADDR-01 is act, not stop",
            id="a positive less grave than the catalogue says",
        ),
    ],
)
def test_an_answer_that_departs_from_its_example_is_found_out(example: CatalogueExample, line: str) -> None:
    assert departures(example) == [line]
