"""Reading data into a dataclass, with every refusal said as a field's path and a reason."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import TypeVar, cast

from marshmallow import Schema, ValidationError

from riskflag.errors import BadInput
from riskflag.schema.building import KEEPING_ORDER, schema_for

T = TypeVar("T")
_WHOLE_OBJECT = "_schema"


def load_as(cls: type[T], data: object, root: str = "input", *, in_order: bool = True) -> T:
    """``data``, as parsed from JSON, read into ``cls``. Raises BadInput.

    root: what to call the whole in a refusal ("file", "body")
    in_order: whether dates that gainsay each other are refused
    """
    before = KEEPING_ORDER.set(in_order)
    try:
        return cast("T", _instance(cast("type", cls)).load(cast("Mapping[str, object]", data)))
    except ValidationError as refused:
        messages = refused.messages
    finally:
        KEEPING_ORDER.reset(before)
    # Raised out here so that the refusal drags no copy of the data along as its context.
    raise bad_input(messages, root)


def bad_input(messages: object, root: str = "input") -> BadInput:
    """marshmallow's nested messages, flattened: ``{"records.convictions.0.offence_code": "is needed"}``."""
    reasons: dict[str, list[str]] = {}
    for path, reason in _flat(messages, ()):
        found = reasons.setdefault(".".join(path) or root, [])
        if reason not in found:
            found.append(reason)
    return BadInput({path: "; ".join(found) for path, found in reasons.items()})


@cache
def _instance(cls: type) -> Schema:
    return schema_for(cls)()


def _flat(messages: object, path: tuple[str, ...]) -> Iterable[tuple[tuple[str, ...], str]]:
    if isinstance(messages, Mapping):
        for key, inner in messages.items():
            yield from _flat(inner, path if key == _WHOLE_OBJECT else (*path, str(key)))
    elif isinstance(messages, list):
        for inner in messages:
            yield from _flat(inner, path)
    else:
        yield path, str(messages)
