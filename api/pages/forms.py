"""Forms, read into the same schemas as JSON: one set of checks, whichever way something comes in.

A field's name is its path in the schema (``address.text``, ``occupants.0.who.name``). A day comes in three
fields (``release_date-day``, ``-month``, ``-year``). What was left blank was not given.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from flask import request
from marshmallow import Schema, ValidationError, fields
from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import RequestEntityTooLarge, UnsupportedMediaType

from riskflag.errors import BadInput
from riskflag.schema import bad_input

FORM = "application/x-www-form-urlencoded"
OURS = "csrf_token"
"""The field that proves that a form is ours."""

DAY, MONTH, YEAR = "-day", "-month", "-year"
CANNOT_BE_READ = "holds a letter that cannot be read"
NO_DATE = "must be a real date, such as 27 3 2027"
FORM_FIELD = "form"
DEEPEST = 5
"""How many names may stand before the last of a field's path."""

_ROW = re.compile(r"[0-9]{1,3}")
_REPLACED = "\N{REPLACEMENT CHARACTER}"
_YES_NO = {"true": True, "false": False}


@dataclass(frozen=True, slots=True)
class Form:
    """What somebody filled in.

    values: every field as it was sent, to be shown again; the last of several with one name
    given: the same as an object that a schema reads, without what was left blank
    rows: for each list, which of the form's rows its elements were
    no_days: what is wrong with each field that was to be a day and is none
    """

    values: Mapping[str, str] = field(default_factory=dict)
    given: dict[str, Any] = field(default_factory=dict)
    rows: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    no_days: Mapping[str, str] = field(default_factory=dict)

    def load(self, schema: Schema) -> object:
        """What the schema builds of it. Raises BadInput, whose problems are by the form's own names."""
        problems: Mapping[str, str] = {}
        try:
            built = schema.load(_typed(schema.fields, self.given))
        except ValidationError as refused:
            problems = bad_input(refused.messages, FORM_FIELD).problems
        if problems or self.no_days:
            named = {self._named(path): reason for path, reason in problems.items()}
            raise BadInput({**named, **self.no_days})
        return built

    def _named(self, path: str) -> str:
        """The form's name for a field that the schema calls ``path``: blank rows were left out between."""
        parts: list[str] = []
        for part in path.split("."):
            rows = self.rows.get(".".join(parts), ())
            parts.append(rows[int(part)] if _ROW.fullmatch(part) and int(part) < len(rows) else part)
        return ".".join(parts)


BLANK = Form()


def sent() -> Form:
    """The form of this request. Raises UnsupportedMediaType, RequestEntityTooLarge and BadInput."""
    if request.mimetype != FORM:
        raise UnsupportedMediaType
    if len(request.get_data(parse_form_data=False)) >= (request.max_content_length or 1):
        raise RequestEntityTooLarge
    return read(request.form)


def read(form: MultiDict[str, str]) -> Form:
    """A form's fields as an object. Raises BadInput."""
    values = {name: value for name, value in form.items(multi=True) if name != OURS}
    for name, value in form.items(multi=True):
        if _REPLACED in value or _REPLACED in name:
            raise BadInput({name.replace(_REPLACED, "?"): CANNOT_BE_READ})
    tree: dict[str, Any] = {}
    for name in values:
        filled = [text for value in form.getlist(name) if (text := _plain(value))]
        if filled and not name.endswith((DAY, MONTH, YEAR)):
            _put(tree, name, filled)
    no_days: dict[str, str] = {}
    for name, day in _days(values):
        if day is None:
            no_days[name] = NO_DATE
        else:
            _put(tree, name, [day])
    rows: dict[str, tuple[str, ...]] = {}
    given = {name: _without_gaps(each, name, rows) for name, each in tree.items()}
    return Form(values, given, rows, no_days)


def _plain(value: str) -> str:
    """What was typed, with lines that end as elsewhere: browsers end them in a way of their own."""
    return value.replace("\r\n", "\n").strip()


def _days(values: Mapping[str, str]) -> Iterable[tuple[str, str | None]]:
    """Every day that was filled in, as ISO 8601 writes it; None for one that is none."""
    for name in dict.fromkeys(each.rsplit("-", 1)[0] for each in values if each.endswith((DAY, MONTH, YEAR))):
        day, month, year = (values.get(name + part, "").strip() for part in (DAY, MONTH, YEAR))
        if day or month or year:
            numbers = all(part.isascii() and part.isdigit() for part in (day, month, year))
            yield name, f"{year:0>4}-{month:0>2}-{day:0>2}" if numbers else None


def _put(tree: dict[str, Any], name: str, filled: list[str]) -> None:
    """Hangs a value in the tree where its name says. Raises BadInput where two names gainsay each other."""
    *path, last = name.split(".")
    if len(path) > DEEPEST:
        raise BadInput({FORM_FIELD: "is none of this form"})
    for part in path:
        tree = tree.setdefault(part, {})
        if not isinstance(tree, dict):
            raise BadInput({name: "cannot be given beside what it is part of"})
    if isinstance(tree.get(last), dict):
        raise BadInput({name: "cannot be given beside what it is part of"})
    tree[last] = filled


def _without_gaps(node: object, path: str, rows: dict[str, tuple[str, ...]]) -> object:
    """The tree with a list wherever the names are numbers."""
    if not isinstance(node, dict):
        return node
    if node and all(_ROW.fullmatch(name) for name in node):
        rows[path] = tuple(sorted(node, key=int))
        return [_without_gaps(node[row], f"{path}.{row}", rows) for row in rows[path]]
    return {name: _without_gaps(each, f"{path}.{name}", rows) for name, each in node.items()}


def _typed(known: Mapping[str, fields.Field[Any]], given: Mapping[str, Any]) -> dict[str, Any]:
    """The object as JSON would bring it: a list where there may be several, and yes and no as such."""
    return {name: _value(known.get(name), each) for name, each in given.items()}


def _value(kind: fields.Field[Any] | None, given: object) -> object:
    if isinstance(kind, fields.List) and isinstance(given, list):
        return [_value(kind.inner, [each] if isinstance(each, str) else each) for each in given]
    if isinstance(kind, fields.Nested) and isinstance(given, dict):
        return _typed(kind.schema.fields, given)
    if isinstance(given, list):
        one = given[-1] if given else None
        return _YES_NO.get(one, one) if isinstance(kind, fields.Boolean) and isinstance(one, str) else one
    return given
