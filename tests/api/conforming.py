"""Whether a value is what an OpenAPI 3.1 document says: as much of JSON Schema as our documents use."""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from typing import Any

KINDS: Mapping[str, tuple[type, ...]] = {
    "object": (dict,),
    "array": (list,),
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
    "null": (type(None),),
}
KNOWN = frozenset(
    {"type", "properties", "required", "items", "enum", "additionalProperties", "anyOf", "$ref"}
    | {"description", "default", "format", "pattern", "maxLength", "maxItems", "minimum", "maximum"}
)
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
MOMENT = re.compile(DAY.pattern + r"T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,6})?(Z|[+-][0-9]{2}:[0-9]{2})")


def _real(written: re.Pattern[str], read: Callable[[str], object], value: str) -> bool:
    try:
        return bool(written.fullmatch(value) and read(value))
    except ValueError:
        return False


def _matches(pattern: str, value: str) -> bool:
    """As JSON Schema means it: $ is the very end, where Python would let a line break by."""
    return bool(re.search(re.sub(r"\$$", r"\\Z", pattern), value))


FORMATS: Mapping[str, Callable[[str], bool]] = {
    "date": lambda value: _real(DAY, date.fromisoformat, value),
    "date-time": lambda value: _real(MOMENT, datetime.fromisoformat, value),
}
LIMITS: Mapping[str, Callable[[Any, Any], bool]] = {
    "format": lambda wanted, value: FORMATS[wanted](value),
    "pattern": _matches,
    "maxLength": lambda most, value: len(value) <= most,
    "maxItems": lambda most, value: len(value) <= most,
    "minimum": lambda least, value: value >= least,
    "maximum": lambda most, value: value <= most,
}


def resolve(document: Mapping[str, Any], reference: str) -> Mapping[str, Any]:
    """What a reference points to. Raises KeyError where it points nowhere."""
    found: Mapping[str, Any] = document
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
    broken = [f"{at}: {name}" for name in LIMITS if name in schema and not _within(schema, name, value)]
    return broken or [*_inside(document, schema, value, at)]


def _within(schema: Mapping[str, Any], name: str, value: object) -> bool:
    return value is None or LIMITS[name](schema[name], value)


def _inside(document: Mapping[str, Any], schema: Mapping[str, Any], value: object, at: str) -> Iterable[str]:
    if isinstance(value, list):
        for index, each in enumerate(value):
            yield from misfits(document, schema["items"], each, f"{at}.{index}")
    if isinstance(value, dict):
        yield from (f"{at}.{name}: is needed" for name in schema.get("required", ()) if name not in value)
        for name, each in value.items():
            if name not in schema["properties"]:
                yield f"{at}.{name}: is not described"
            else:
                yield from misfits(document, schema["properties"][name], each, f"{at}.{name}")
