"""A schema -> JSON Schema (2020-12), for people and programs that write our files."""

from typing import Any

from apispec import APISpec
from apispec.ext.marshmallow import MarshmallowPlugin
from marshmallow import Schema

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_COMPONENTS = "#/components/schemas/"


def json_schema(schema: type[Schema], title: str) -> dict[str, Any]:
    """The JSON Schema of ``schema``, with everything that it nests under ``$defs``."""
    spec = APISpec(title, "1", "3.1.0", plugins=[MarshmallowPlugin()])
    spec.components.schema(_name(schema), schema=schema)
    parts = spec.to_dict()["components"]["schemas"]
    return {
        "$schema": _DIALECT,
        "title": title,
        "$ref": f"#/$defs/{_name(schema)}",
        "$defs": _moved(parts),
    }


def _name(schema: type[Schema]) -> str:
    return schema.__name__.removesuffix("Schema")


def _moved(part: object) -> object:
    """The same with every reference pointing into ``$defs``."""
    if isinstance(part, dict):
        return {key: _moved(inner) for key, inner in part.items()}
    if isinstance(part, list):
        return [_moved(inner) for inner in part]
    return part.replace(_COMPONENTS, "#/$defs/") if isinstance(part, str) else part
