"""Whether a record holds what its fields say they hold. Nothing is coerced, and nothing is guessed.

What comes through a reader fits already. A record that does not fit would be passed over in silence by every
comparison that it fails, so whoever hands records on asks here first.
"""

from collections.abc import Callable
from dataclasses import fields, is_dataclass
from functools import cache
from types import NoneType
from typing import NewType, get_args, get_origin, get_type_hints

from riskflag.records.whereabouts import Whereabouts

Fits = Callable[[object], bool]


def is_sound(value: object) -> bool:
    """Whether every field of a dataclass instance, and of all that is in it, is of its declared type."""
    cls: type = type(value)
    return _of_class(cls)(value)


@cache
def _of_class(cls: type) -> Fits:
    told = get_type_hints(cls)
    hints = {each.name: told[each.name] for each in fields(cls)}
    exact = tuple((name, types) for name, hint in hints.items() if (types := _exact_types(hint)))
    composed = tuple((name, _of(hint)) for name, hint in hints.items() if not _exact_types(hint))

    def fit(value: object) -> bool:
        if type(value) is not cls:
            return False
        for name, types in exact:  # most fields, so they are looked at without a call for each
            if type(getattr(value, name)) not in types:
                return False
        return all(fits(getattr(value, name)) for name, fits in composed)

    return fit


def _of(hint: object) -> Fits:
    """What fits a type hint. Raises TypeError for a hint it cannot read."""
    types = _exact_types(hint)
    if types:
        return lambda value: type(value) in types
    if get_origin(hint) is tuple:
        inner = _of(get_args(hint)[0])
        return lambda value: type(value) is tuple and all(map(inner, value))
    if _unless_none(hint) is not hint:
        one = _of(_unless_none(hint))
        return lambda value: value is None or one(value)
    if not isinstance(hint, type):
        raise TypeError(f"cannot tell what fits {hint}")
    if hint is Whereabouts:
        inside = _of_class(Whereabouts.wraps)
        return lambda value: type(value) is Whereabouts and inside(value.reveal())
    return _of_class(hint)


def _exact_types(hint: object) -> frozenset[type]:
    """The types that fit a hint whatever is in them; none where that says too little."""
    if isinstance(hint, NewType):
        return _exact_types(hint.__supertype__)
    one = _unless_none(hint)
    if one is not hint:
        types = _exact_types(one)
        return types | {NoneType} if types else types
    if isinstance(hint, type) and not is_dataclass(hint) and hint is not Whereabouts:
        return frozenset({hint})
    return frozenset()


def _unless_none(hint: object) -> object:
    """The hint without "or None"."""
    parts = get_args(hint)
    optional = len(parts) == 2 and NoneType in parts
    return next(part for part in parts if part is not NoneType) if optional else hint
