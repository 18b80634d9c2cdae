"""Records, enquiries and assessments as JSON and back. What does not fit its type exactly is unreadable.

Nothing is guessed: a number in quotes is not a number, a moment without its offset from UTC is not a moment,
and a key that is not known makes the whole text unreadable.
"""

import json
import math
from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import TypeVar, get_args, get_origin

from cattrs import Converter

T = TypeVar("T")


class Misfit(ValueError):
    """A value that does not fit its type. Says nothing of the value."""


def encode(value: object) -> str:
    """One record, enquiry, person or assessment as JSON. Raises Misfit for a moment without an offset."""
    return _ENCODER.encode(_CONVERTER.unstructure(value))


def decode(text: str, kind: type[T]) -> T | None:
    """The ``kind`` that was written; None when the text is not exactly that."""
    try:
        return _CONVERTER.structure(_DECODER.decode(text), kind)
    except Exception:  # whatever is wrong with a stored text, it is unreadable and must not stop the rest
        return None


def moment_to_text(moment: datetime) -> str:
    """A moment with its offset from UTC, as text. Raises Misfit when it has none."""
    if moment.utcoffset() is None:
        raise Misfit("a moment without its offset from UTC")
    return moment.isoformat()


def text_to_moment(text: str) -> datetime:
    """The moment written by ``moment_to_text``. Raises ValueError or TypeError for anything else."""
    moment = datetime.fromisoformat(text)
    if moment.utcoffset() is None:
        raise Misfit("a moment without its offset from UTC")
    return moment


def _refuse(_: str) -> None:
    raise Misfit("not a number")


def _exactly(kind: type) -> Callable[[object, type], object]:
    """A reader of ``kind`` as JSON has it; of text also for enumerations, which are text of a closed list."""

    def read(value: object, wanted: Callable[[object], object]) -> object:
        if type(value) is not kind:
            raise Misfit("of another type")
        return wanted(value)

    return read


def _number(value: object, _: object) -> float:
    if type(value) not in (int, float):
        raise Misfit("of another type")
    number = float(str(value))
    if not math.isfinite(number):
        raise Misfit("not a finite number")
    return number


def _day(value: str, _: object) -> date:
    day = date.fromisoformat(value)
    if day.isoformat() != value:
        raise Misfit("a day in another form")
    return day


def _is_tuple(kind: object) -> bool:
    return get_origin(kind) is tuple and get_args(kind)[1:] == (Ellipsis,)


def _is_optional(kind: object) -> bool:
    return len(get_args(kind)) == 2 and type(None) in get_args(kind)


def _optional_reader(kind: object, converter: Converter) -> Callable[[object, object], object]:
    inner = next(each for each in get_args(kind) if each is not type(None))
    read = converter.get_structure_hook(inner)
    return lambda value, _: None if value is None else read(value, inner)


def _tuple_reader(kind: object, converter: Converter) -> Callable[[object, object], tuple[object, ...]]:
    item = get_args(kind)[0]
    read = converter.get_structure_hook(item)

    def structure(value: object, _: object) -> tuple[object, ...]:
        if type(value) is not list:
            raise Misfit("not a list")
        return tuple(read(each, item) for each in value)

    return structure


def _tuple_writer(kind: object, converter: Converter) -> Callable[[tuple[object, ...]], Sequence[object]]:
    """A writer of tuples. Text needs no writing, so tuples of it stay as they are: JSON writes either."""
    item = get_args(kind)[0]
    if item is str:
        return lambda items: items
    write = converter.get_unstructure_hook(item)
    return lambda items: [write(each) for each in items]


def _make_converter() -> Converter:
    converter = Converter(forbid_extra_keys=True, detailed_validation=False)
    for kind in (str, bool, int):
        converter.register_structure_hook(kind, _exactly(kind))
    converter.register_structure_hook(float, _number)
    converter.register_structure_hook(date, _day)
    converter.register_structure_hook(datetime, lambda value, _: text_to_moment(value))
    converter.register_structure_hook_factory(_is_tuple, _tuple_reader)
    converter.register_structure_hook_factory(_is_optional, _optional_reader)
    converter.register_unstructure_hook_factory(_is_tuple, _tuple_writer)
    converter.register_unstructure_hook(date, date.isoformat)
    converter.register_unstructure_hook(datetime, moment_to_text)
    return converter


_CONVERTER = _make_converter()
_DECODER = json.JSONDecoder(parse_constant=_refuse)
_ENCODER = json.JSONEncoder(allow_nan=False, separators=(",", ":"))
