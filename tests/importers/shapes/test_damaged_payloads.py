"""Whatever is wrong with a payload, everything in it is accounted for and nothing of it is repeated."""

import copy
import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from riskflag.importers.detect import shape_of, shapes
from riskflag.importers.shape import Payload
from tests.importers.payloads import FOLDER, NOW, told

NAMES = sorted(path.stem for path in FOLDER.glob("*.json"))
CONTENTS: dict[str, Any] = {
    name: json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8")) for name in NAMES
}
EVERY = [pytest.param(name, id=name.replace("_", " ")) for name in NAMES]
CANARY = "Quuxfield 7"
DAMAGE: tuple[object, ...] = (
    None,
    7,
    -1.5,
    True,
    "",
    CANARY,
    [CANARY],
    {CANARY: CANARY},
    [],
    {},
    "31/02/2026",
    "x" * 20_000,
)


def places(held: object, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Where every value of a payload stands."""
    if path:
        yield path
    inner = held.items() if isinstance(held, dict) else enumerate(held) if isinstance(held, list) else ()
    for name, value in inner:
        yield from places(value, (*path, name))


def damaged(held: object, path: tuple[Any, ...], value: object) -> object:
    whole = copy.deepcopy(held)
    part: Any = whole
    for name in path[:-1]:
        part = part[name]
    part[path[-1]] = copy.deepcopy(value)
    return whole


PLACES = {name: tuple(places(held)) for name, held in CONTENTS.items()}


@pytest.mark.parametrize("name", EVERY)
def test_every_payload_is_known_by_one_shape_alone(name: str) -> None:
    assert shape_of(Payload(CONTENTS[name], NOW)) is not None


@pytest.mark.parametrize("name", EVERY)
@given(data=st.data())
@settings(max_examples=60)
def test_one_wrong_value_takes_nothing_with_it_and_is_not_repeated(name: str, data: st.DataObject) -> None:
    shape = shape_of(Payload(CONTENTS[name], NOW))
    whole = shape.read(Payload(CONTENTS[name], NOW))
    held = damaged(
        CONTENTS[name], data.draw(st.sampled_from(PLACES[name])), data.draw(st.sampled_from(DAMAGE))
    )
    imported = shape.read(Payload(held, NOW))
    accounted = len(imported.records) + len(imported.found) + len(imported.rejects)
    assert imported.elements == accounted
    assert CANARY not in told(imported)
    assert len(imported.records) <= len(whole.records) + 2


@pytest.mark.parametrize("name", EVERY)
@given(data=st.data())
@settings(max_examples=60)
def test_what_a_wrong_value_costs_is_told(name: str, data: st.DataObject) -> None:
    shape = shape_of(Payload(CONTENTS[name], NOW))
    whole = shape.read(Payload(CONTENTS[name], NOW))
    held = damaged(CONTENTS[name], data.draw(st.sampled_from(PLACES[name])), 7)
    imported = shape.read(Payload(held, NOW))
    made = len(imported.records) + len(imported.found)
    assert made >= len(whole.records) + len(whole.found) or told(imported) != told(whole)


@pytest.mark.parametrize("name", EVERY)
def test_the_same_payload_gives_the_same_records(name: str) -> None:
    shape = shape_of(Payload(CONTENTS[name], NOW))
    first, again = (shape.read(Payload(copy.deepcopy(CONTENTS[name]), NOW)) for _ in range(2))
    assert first == again


@pytest.mark.parametrize("name", EVERY)
def test_no_two_records_of_a_kind_share_a_name(name: str) -> None:
    imported = shape_of(Payload(CONTENTS[name], NOW)).read(Payload(CONTENTS[name], NOW))
    named = [(type(each), each.source_system, each.source_id) for each in imported.records]
    assert len(set(named)) == len(named)


OF_OURS = [pytest.param(shape_of(Payload(CONTENTS[name], NOW)).name, id=name) for name in NAMES]


@pytest.mark.parametrize("shape_name", OF_OURS)
@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
        max_leaves=8,
    )
)
@settings(max_examples=40)
def test_anything_at_all_is_read_without_failing(shape_name: str, held: object) -> None:
    imported = shapes()[shape_name].read(Payload(held, NOW))
    assert imported.elements == len(imported.records) + len(imported.found) + len(imported.rejects)
