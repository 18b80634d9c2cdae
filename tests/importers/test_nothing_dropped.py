"""A value of the wrong type is kept as it is or told of: no record is the poorer for it without a word."""

import copy
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from riskflag.importers.detect import shape_of
from riskflag.importers.shape import Imported, Payload, Shape
from riskflag.records import Record
from riskflag.vocabulary import SourceRecordId
from tests.importers.payloads import FOLDER, NOW, content, told

EVERY = [pytest.param(path.stem, id=path.stem.replace("_", " ")) for path in sorted(FOLDER.glob("*.json"))]
CANARY = "Quuxfield 7"
Path = tuple[Any, ...]


def leaves(held: object, path: Path = ()) -> Iterator[Path]:
    """Where every text, number and yes or no of a payload stands."""
    if isinstance(held, dict | list):
        parts = held.items() if isinstance(held, dict) else enumerate(held)
        for name, value in parts:
            yield from leaves(value, (*path, name))
    elif held is not None:
        yield path


def with_wrong(held: object, path: Path, value: object) -> object:
    """The payload with ``value`` at the end of ``path``."""
    whole: Any = copy.deepcopy(held)
    part = whole
    for step in path[:-1]:
        part = part[step]
    part[path[-1]] = value
    return whole


def made(imported: Imported) -> list[object]:
    """What was made of a payload, whatever its records are called."""
    nameless = SourceRecordId("x")
    records = (replace(record, source_id=nameless) for record in imported.records)
    return [
        *records,
        *(replace(each, source_id=nameless) if isinstance(each, Record) else each for each in imported.found),
    ]


def poorer(shape: Shape, held: object, whole: Imported) -> bool:
    """Whether the damaged payload gives less than the whole one, and nothing says so."""
    came = shape.read(Payload(held, NOW))
    kept = CANARY in str(made(came)) or len(made(came)) > len(made(whole))
    return not kept and made(came) != made(whole) and told(came) == told(whole)


@pytest.mark.parametrize("name", EVERY)
@pytest.mark.parametrize(
    "value", [pytest.param({"q": CANARY}, id="an object"), pytest.param([CANARY], id="a list")]
)
def test_nothing_is_dropped_without_a_word(name: str, value: object) -> None:
    held = content(name)
    shape = shape_of(Payload(held, NOW))
    whole = shape.read(Payload(held, NOW))
    tried = list(leaves(held))
    assert tried
    assert [path for path in tried if poorer(shape, with_wrong(held, path, value), whole)] == []
