"""What is sent back, as schemas: every field is always there, and none has the limits that hold for input.

An answer is some hundreds of objects, each of which marshmallow would ask for its fields anew. So how a class
is written is worked out once; what comes of it is what marshmallow would write.
"""

from collections.abc import Callable, Iterable
from functools import cache
from operator import attrgetter, methodcaller
from typing import Any, cast

from marshmallow import Schema, fields

from riskflag.schema import schema_for

_Written = Callable[[Any], Any]


class _Sent(Schema):
    """Writes as marshmallow does, sooner."""

    def dump(self, obj: object, *, many: bool | None = None) -> object:
        """The value as plain objects, or each of several."""
        write = _writes(type(self))
        several = self.many if many is None else many
        return [write(each) for each in cast("Iterable[Any]", obj)] if several else write(obj)


@cache
def answer(cls: type) -> Schema:
    """The schema that writes a frozen dataclass."""
    return _answer_class(cls)()


@cache
def answers(cls: type) -> Schema:
    """The schema that writes several of them, as a list."""
    return _answer_class(cls)(many=True)


@cache
def _answer_class(cls: type) -> type[Schema]:
    strict = schema_for(cls)
    members = {name: _as_sent(field) for name, field in strict().fields.items()}
    return cast("type[Schema]", type(strict.__name__, (_Sent,), members))


def _as_sent(field: fields.Field[Any]) -> fields.Field[Any]:
    options: dict[str, Any] = {
        "required": True,
        "allow_none": field.allow_none,
        "metadata": field.metadata,
    }
    if isinstance(field, fields.List):
        return fields.List(_as_sent(field.inner), **options)
    if isinstance(field, fields.Nested):
        return fields.Nested(_answer_class(_dataclass_of(field.schema)), **options)
    if isinstance(field, fields.Enum):
        return fields.Enum(field.enum, by_value=fields.String, **options)
    return _plain(field)(**options)


def _dataclass_of(schema: Schema) -> type:
    return cast("type", type(schema).__dict__["builds"].__func__)


def _plain(field: fields.Field[Any]) -> type[fields.Field[Any]]:
    """The kind of field, without what checks input."""
    kinds = (fields.DateTime, fields.Date, fields.Boolean, fields.Integer, fields.Float, fields.String)
    return next(kind for kind in kinds if isinstance(field, kind))


@cache
def _writes(schema: type[Schema]) -> _Written:
    """What writes one value of the schema."""
    parts = [(name, _written(field)) for name, field in schema().dump_fields.items()]

    def write(value: object) -> dict[str, object]:
        return {name: part(getattr(value, name)) for name, part in parts}

    return write


def _written(field: fields.Field[Any]) -> _Written:
    """What writes the value of one field."""
    write = _writing(field)
    return lambda value: None if value is None else write(value)


def _writing(field: fields.Field[Any]) -> _Written:
    if isinstance(field, fields.List):
        inner = _written(field.inner)
        return lambda value: [inner(each) for each in value]
    if isinstance(field, fields.Nested):
        return _writes(type(field.schema))
    if isinstance(field, fields.Enum):
        return attrgetter("value")
    if isinstance(field, fields.DateTime | fields.Date):
        return methodcaller("isoformat")
    plain = {fields.Boolean: bool, fields.Integer: int, fields.Float: float, fields.String: str}
    return plain[_plain(field)]
