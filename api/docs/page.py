"""The OpenAPI document as its page shows it: the routes by section, the objects, and the kinds of problem."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from api.errors import KINDS

METHODS = ("get", "post", "put")
_COMPONENT = "#/components/schemas/"


@dataclass(frozen=True, slots=True)
class ShownRoute:
    """One route: how to ask, who may, what is sent and what can come back."""

    method: str
    path: str
    summary: str
    description: str
    who: str
    body: str | None
    answers: tuple[tuple[str, str, str | None], ...]


@dataclass(frozen=True, slots=True)
class ShownSection:
    """The routes about one thing."""

    name: str
    description: str
    routes: tuple[ShownRoute, ...]


@dataclass(frozen=True, slots=True)
class ShownField:
    """One field of an object."""

    name: str
    kind: str
    component: str | None
    required: bool
    description: str


@dataclass(frozen=True, slots=True)
class ShownApi:
    """Everything on the page.

    objects: the fields of each object, by its name
    problems: each kind of refusal: what to call it, its status and title, and what to make of it
    """

    title: str
    version: str
    sections: tuple[ShownSection, ...]
    objects: Mapping[str, tuple[ShownField, ...]]
    problems: tuple[tuple[str, int, str, str], ...]


def describe_api(document: Mapping[str, Any]) -> ShownApi:
    """The page's content, from the OpenAPI document."""
    return ShownApi(
        title=document["info"]["title"],
        version=document["info"]["version"],
        sections=tuple(
            ShownSection(tag["name"], tag["description"], tuple(_routes(document, tag["name"])))
            for tag in document["tags"]
        ),
        objects={
            name: tuple(_fields(schema)) for name, schema in sorted(document["components"]["schemas"].items())
        },
        problems=tuple(
            (slug, status, HTTPStatus(status).phrase, detail) for status, (slug, detail) in KINDS.items()
        ),
    )


def _routes(document: Mapping[str, Any], tag: str) -> Iterable[ShownRoute]:
    for path, operations in document["paths"].items():
        for method in METHODS:
            if tag in operations.get(method, {}).get("tags", ()):
                yield _route(path, method, operations[method])


def _route(path: str, method: str, operation: Mapping[str, Any]) -> ShownRoute:
    roles = [role.replace("_", " ") for role in operation.get("x-roles", ["anybody"])]
    return ShownRoute(
        method=method.upper(),
        path=path,
        summary=operation.get("summary", ""),
        description=operation.get("description", ""),
        who=", ".join(roles) or "the monitoring system",
        body=_content(operation.get("requestBody", {})),
        answers=tuple(
            (status, said.get("description", ""), _content(said))
            for status, said in sorted(operation["responses"].items())
        ),
    )


def _content(said: Mapping[str, Any]) -> str | None:
    """The object in the first kind of content; None where there is none, or where it is a refusal."""
    content: Mapping[str, Any] = next(iter(said.get("content", {}).values()), {})
    return _component(content.get("schema", {}))


def _fields(schema: Mapping[str, Any]) -> Iterable[ShownField]:
    required = schema.get("required", ())
    for name, field in schema.get("properties", {}).items():
        yield ShownField(
            name, _kind(field), _component(field), name in required, field.get("description", "")
        )


def _component(schema: Mapping[str, Any]) -> str | None:
    """The object that a schema refers to, itself or in a list of it."""
    inside = [schema, schema.get("items", {}), *schema.get("allOf", ()), *schema.get("anyOf", ())]
    found = [each["$ref"].removeprefix(_COMPONENT) for each in inside if "$ref" in each]
    return found[0] if found else None


def _kind(field: Mapping[str, Any]) -> str:
    if "enum" in field:
        return "one of: " + ", ".join("null" if word is None else word for word in field["enum"])
    kinds = field.get("type", "object")
    words = " or ".join(kinds) if isinstance(kinds, list) else kinds
    return f"{words} ({field['format']})" if "format" in field else words
