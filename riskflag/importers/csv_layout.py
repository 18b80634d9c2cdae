"""The columns that a CSV file has for each kind of record, worked out from the record's own fields.

A field inside a field is written with a dot (``who.name``), the members of a list with their number from one
(``victims.1.name``), and a list of words in one cell, with semicolons between. A geometry stands
in one cell, as GeoJSON.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints

from riskflag.errors import BadInput
from riskflag.importers.shape import Unusable
from riskflag.importers.sheet import KIND
from riskflag.importers.strict_json import read_json
from riskflag.records import RECORD_KINDS, Record, Whereabouts
from riskflag.schema import also_written

NUMBERED = "#"
"""Stands in a column's name for a number from 1 on."""

_NUMBER = re.compile(r"(?<=\.)[1-9][0-9]{0,3}(?=\.|$)")
_YES_NO = {"true": True, "yes": True, "false": False, "no": False}


@cache
def columns(kind: type) -> Mapping[str, type]:
    """Every column of a kind, with what its cells hold: ``bool``, ``int``, ``tuple`` (words), ``dict`` (JSON)
    or ``str``."""
    return dict(_columns(kind, ""))


def nested(kind: type[Record], row: Mapping[str, str], where: str) -> dict[str, object]:
    """The row as an object with objects and lists inside it. Raises Unusable, which names ``where``."""
    held: dict[str, Any] = {}
    cls: type = kind
    for heading, cell in row.items():
        if heading == KIND or not cell.strip():
            continue
        holds = columns(cls).get(_NUMBER.sub(NUMBERED, heading))
        if holds is None:
            raise Unusable(where, "has a cell under a heading that this kind of record does not have")
        _put(held, heading.split("."), _cell(cell.strip(), holds, f"{where}.{heading}"))
    return _may_be_null(cls) | {name: _lists(each) for name, each in held.items()}


@cache
def _may_be_null(kind: type) -> dict[str, object]:
    """Fields that must be given and may be null: a cell that is blank says that nobody knows."""
    hints = get_type_hints(kind)
    needed = (each.name for each in fields(kind) if each.default is MISSING)
    return {name: None for name in needed if _optional(hints[name])}


def record_kind(row: Mapping[str, str], where: str) -> type[Record]:
    """What kind of record the row says that it is. Raises Unusable."""
    kind = RECORD_KINDS.get(row.get(KIND, "").strip())
    if kind is None:
        raise Unusable(f"{where}.{KIND}", f"must be one of: {', '.join(RECORD_KINDS)}")
    return kind


def _columns(cls: type, before: str) -> Iterator[tuple[str, type]]:
    hints = get_type_hints(cls)
    for each in fields(cls):
        yield from _column(hints[each.name], f"{before}{each.name}")
    for way in also_written(cls):
        yield f"{before}{way}", dict


def _column(hint: object, name: str) -> Iterator[tuple[str, type]]:
    one = next((part for part in get_args(hint) if part is not NoneType), hint) if _optional(hint) else hint
    one = Whereabouts.wraps if one is Whereabouts else one
    if get_origin(one) is tuple:
        member = get_args(one)[0]
        if is_dataclass(member) and isinstance(member, type):
            yield from _columns(member, f"{name}.{NUMBERED}.")
        else:
            yield name, tuple
    elif is_dataclass(one) and isinstance(one, type):
        yield from _columns(one, f"{name}.")
    else:
        yield name, one if one in (bool, int) and isinstance(one, type) else str


def _optional(hint: object) -> bool:
    return len(get_args(hint)) == 2 and NoneType in get_args(hint)


def _cell(cell: str, holds: type, where: str) -> object:
    if holds is dict:
        return _json(cell, where)
    if holds is tuple:
        return [word.strip() for word in cell.split(";") if word.strip()]
    if holds is bool and cell.lower() not in _YES_NO:
        raise Unusable(where, "must be true or false")
    if holds is int and not re.fullmatch("[0-9]{1,12}", cell, re.ASCII):
        raise Unusable(where, "must be a whole number")
    return _YES_NO[cell.lower()] if holds is bool else int(cell) if holds is int else cell


def _json(cell: str, where: str) -> object:
    try:
        return read_json(cell, where)
    except BadInput as refused:
        reason = refused.problems[where]
    raise Unusable(where, reason)  # out here, so that it carries nothing of the cell along


def _put(held: dict[str, Any], path: list[str], value: object) -> None:
    *inside, last = path
    for name in inside:
        held = held.setdefault(name, {})
    held[last] = value


def _lists(value: object) -> object:
    """The same, with members under their numbers made lists, in the order of the numbers."""
    if not isinstance(value, dict):
        return value
    parts = {name: _lists(each) for name, each in value.items()}
    numbered = all(name.isdecimal() for name in parts)
    return [parts[name] for name in sorted(parts, key=int)] if numbered else parts
