"""JSON as strangers send it: read into plain objects, or refused with a reason that repeats none of it."""

import json
import math
import re
from collections.abc import Iterable
from itertools import chain

from riskflag.errors import BadInput

LARGEST_FILE = 1_000_000
"""In bytes of UTF-8."""

DEEPEST = 20
"""Objects and lists inside one another."""

_BYTE_ORDER_MARK = "\ufeff"
_LONGEST_NUMBER = 30
_HALF_A_CHARACTER = re.compile("[\ud800-\udfff]")


class _RefusedError(Exception):
    """Carries a reason out of the parser's hooks."""


def read_json(text: str | bytes, root: str = "input", largest: int = LARGEST_FILE) -> dict[str, object]:
    """The object that ``text`` holds. Raises BadInput.

    root: what to call the whole in a refusal ("file", "body")
    largest: the most bytes that are read
    """
    value = read_any_json(text, root, largest)
    if isinstance(value, dict):
        return value
    raise BadInput({root: "must be an object, { ... }"})


def read_any_json(text: str | bytes, root: str = "input", largest: int = LARGEST_FILE) -> object:
    """The object or the list that ``text`` holds. Raises BadInput, as ``read_json`` does."""
    try:
        return _read(text, largest)
    except _RefusedError as refused:
        reason = str(refused)
    # Raised out here: the parser's own error would carry the whole text along.
    raise BadInput({root: reason})


def _read(text: str | bytes, largest: int) -> object:
    decoded = _decoded(text, largest).removeprefix(_BYTE_ORDER_MARK)
    if not decoded.strip():
        raise _RefusedError("is empty")
    value = _parsed(decoded)
    if not isinstance(value, dict | list):
        raise _RefusedError("must be an object, { ... }")
    _check_inside(value)
    return value


def _decoded(text: str | bytes, largest: int) -> str:
    try:
        raw = text.encode() if isinstance(text, str) else text
        if len(raw) > largest:
            raise _RefusedError(f"is larger than {largest:,} bytes")
        return raw.decode()
    except UnicodeError:
        raise _RefusedError("must be text in UTF-8") from None


def _parsed(text: str) -> object:
    try:
        return json.loads(
            text,
            object_pairs_hook=_object,
            parse_constant=_no_number,
            parse_float=_number,
            parse_int=_whole_number,
        )
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
    except RecursionError:
        raise _RefusedError(f"is nested deeper than {DEEPEST}") from None
    raise _RefusedError(f"is not JSON: see {place}")


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    members = dict(pairs)
    if len(members) < len(pairs):
        raise _RefusedError("gives a field twice in one object")
    return members


def _no_number(_: str) -> object:
    raise _RefusedError("holds NaN or Infinity, which are not JSON")


def _number(digits: str) -> float:
    value = float(digits)
    if not math.isfinite(value):
        raise _RefusedError("holds a number that is too large")
    return value


def _whole_number(digits: str) -> int:
    if len(digits) > _LONGEST_NUMBER:
        raise _RefusedError("holds a number that is too large")
    return int(digits)


def _check_inside(value: object) -> None:
    """Raises _RefusedError. Goes level by level, so that no depth can exhaust the stack."""
    level: list[object] = [value]
    for _ in range(DEEPEST):
        inside = [inner for each in level for inner in _inside(each)]
        if not all(_is_text(each) for each in inside if isinstance(each, str)):
            raise _RefusedError("holds a NUL or half a character")
        level = [each for each in inside if isinstance(each, dict | list)]
        if not level:
            return
    raise _RefusedError(f"is nested deeper than {DEEPEST}")


def _inside(value: object) -> Iterable[object]:
    """Names and values directly inside an object, or what is directly inside a list."""
    if isinstance(value, dict):
        return chain(value, value.values())
    return value if isinstance(value, list) else ()


def _is_text(text: str) -> bool:
    """Whether every database and every file can hold the text as it is."""
    return "\x00" not in text and (text.isascii() or not _HALF_A_CHARACTER.search(text))
