"""Every rule of the rulebook has its positive example and its near miss, and each of them runs."""

from importlib import import_module
from pathlib import Path

import pytest

from riskflag.rulebook import load_rulebook
from tests.golden.catalogue_examples.rows import CatalogueExample, ExampleKind, departures

_NO_ROWS = {"__init__", "rows", Path(__file__).stem}
MODULES = sorted({path.stem for path in Path(__file__).parent.glob("*.py")} - _NO_ROWS)
ROWS: tuple[CatalogueExample, ...] = tuple(
    each for name in MODULES for each in import_module(f"tests.golden.catalogue_examples.{name}").ROWS
)
CODES = [str(rule.code) for rule in load_rulebook().rules]


@pytest.mark.parametrize(
    "example", [pytest.param(each, id=f"{each.code}: {each.kind}: {each.story}") for each in ROWS]
)
def test_the_rulebook_answers_as_the_catalogue_says(example: CatalogueExample) -> None:
    assert departures(example) == []


def test_every_example_belongs_to_a_rule() -> None:
    assert {each.code for each in ROWS} <= set(CODES)
