"""What is sent back, as schemas: every field is always there, and none has the limits that hold for input."""

from collections.abc import Callable
from functools import cache, partial
from typing import Any, cast

from marshmallow import Schema, fields

from riskflag.schema import schema_for


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
    return cast("type[Schema]", type(strict.__name__, (Schema,), members))


def _as_sent(field: fields.Field[Any]) -> fields.Field[Any]:
    options: dict[str, Any] = {
        "required": True,
        "allow_none": field.allow_none,
        "metadata": field.metadata,
    }
    if isinstance(field, fields.List) and isinstance(field.inner, fields.Nested):
        return _nested(field.inner)(many=True, **options)  # quicker than one after the other
    if isinstance(field, fields.List):
        return fields.List(_as_sent(field.inner), **options)
    if isinstance(field, fields.Nested):
        return _nested(field)(**options)
    if isinstance(field, fields.Enum):
        return fields.Enum(field.enum, by_value=fields.String, **options)
    return _plain(field)(**options)


def _nested(field: fields.Nested) -> Callable[..., fields.Nested]:
    return partial(fields.Nested, _answer_class(_dataclass_of(field.schema)))


def _dataclass_of(schema: Schema) -> type:
    return cast("type", type(schema).__dict__["builds"].__func__)


def _plain(field: fields.Field[Any]) -> type[fields.Field[Any]]:
    """The kind of field, without what checks input."""
    kinds = (fields.DateTime, fields.Date, fields.Boolean, fields.Integer, fields.Float, fields.String)
    return next(kind for kind in kinds if isinstance(field, kind))
