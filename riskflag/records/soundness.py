"""Whether a record holds what its fields say they hold. Nothing is coerced, and nothing is guessed.

What comes through a reader fits already. A record that does not fit would be passed over in silence by every
comparison that it fails, so whoever hands records on asks here first.
"""

from collections.abc import Callable
from dataclasses import fields, is_dataclass
from functools import cache
from types import NoneType
from typing import NewType, get_args, get_origin, get_type_hints

Fits = Callable[[object], bool]


def is_sound(value: object) -> bool:
    """Whether every field of a dataclass instance, and of all that is in it, is of its declared type."""
    return _of_class(type(value))(value)


@cache
def _of_class(cls: type) -> Fits:
    hints = get_type_hints(cls)
    wanted = tuple((each.name, _of(hints[each.name])) for each in fields(cls))

    def fit(value: object) -> bool:
        return type(value) is cls and all(fits(getattr(value, name)) for name, fits in wanted)

    return fit


@cache
def _of(hint: object) -> Fits:
    """What fits a type hint. Raises TypeError for a hint it cannot read."""
    parts = get_args(hint)
    if isinstance(hint, NewType):
        return _of(hint.__supertype__)
    if get_origin(hint) is tuple:
        inner = _of(parts[0])
        return lambda value: type(value) is tuple and all(map(inner, value))
    if len(parts) == 2 and NoneType in parts:
        one = _of(next(part for part in parts if part is not NoneType))
        return lambda value: value is None or one(value)
    if not isinstance(hint, type):
        raise TypeError(f"cannot tell what fits {hint}")
    return _of_class(hint) if is_dataclass(hint) else lambda value: type(value) is hint
