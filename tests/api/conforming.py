"""Whether a value is what an OpenAPI 3.1 document says: as much of JSON Schema as our documents use."""

from collections.abc import Iterable, Mapping
from typing import Any

KINDS: Mapping[str, tuple[type, ...]] = {
    "object": (dict,),
    "array": (list,),
    "string": (str,),
    "integer": (int,),
    "boolean": (bool,),
    "null": (type(None),),
}
KNOWN = frozenset(
    {"type", "properties", "required", "items", "enum", "additionalProperties", "anyOf", "$ref"}
    | {"description", "format"}
)


def resolve(document: Mapping[str, Any], reference: str) -> Mapping[str, Any]:
    """What a reference points to. Raises KeyError where it points nowhere."""
    found: Any = document
    for part in reference.removeprefix("#/").split("/"):
        found = found[part]
    return found


def references(part: object) -> Iterable[str]:
    """Every reference in a document."""
    if isinstance(part, dict):
        yield from (each for key, each in part.items() if key == "$ref")
    if isinstance(part, dict | list):
        for each in part.values() if isinstance(part, dict) else part:
            yield from references(each)


def misfits(document: Mapping[str, Any], schema: Mapping[str, Any], value: object, at: str = "") -> list[str]:
    """Where ``value`` is not what ``schema`` says."""
    if "$ref" in schema:
        return misfits(document, resolve(document, schema["$ref"]), value, at)
    if unknown := set(schema) - KNOWN:
        return [f"{at}: the schema says {sorted(unknown)}, which this check does not know"]
    if "anyOf" in schema:
        tried = [misfits(document, each, value, at) for each in schema["anyOf"]]
        return [] if any(not found for found in tried) else tried[0]
    kinds = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    if not any(type(value) in KINDS[kind] for kind in kinds):
        return [f"{at}: {type(value).__name__} for {kinds}"]
    if "enum" in schema and value not in schema["enum"]:
        return [f"{at}: not a word of the list"]
    return [*_inside(document, schema, value, at)]


def _inside(document: Mapping[str, Any], schema: Mapping[str, Any], value: object, at: str) -> Iterable[str]:
    if isinstance(value, list):
        for index, each in enumerate(value):
            yield from misfits(document, schema["items"], each, f"{at}.{index}")
    if isinstance(value, dict):
        yield from (f"{at}.{name}: is needed" for name in schema["required"] if name not in value)
        for name, each in value.items():
            if name not in schema["properties"]:
                yield f"{at}.{name}: is not described"
            else:
                yield from misfits(document, schema["properties"][name], each, f"{at}.{name}")
