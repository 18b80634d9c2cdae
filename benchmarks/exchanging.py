"""Records with every human being, or every place, in them exchanged for another."""

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from typing import TypeVar, cast

from riskflag.records import Address, NamedPerson, Whereabouts

T = TypeVar("T")


def exchanged(value: T, other: Callable[[NamedPerson | Address], object]) -> T:
    """The same, however deep they lie.

    other: what takes the place of each
    """
    return cast("T", _exchanged(value, other))


def _exchanged(value: object, other: Callable[[NamedPerson | Address], object]) -> object:
    if isinstance(value, NamedPerson | Address):
        return other(value)
    if isinstance(value, Whereabouts):
        return Whereabouts(cast("Address", _exchanged(value.reveal(), other)))
    if isinstance(value, tuple):
        return tuple(_exchanged(each, other) for each in value)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    lived = {each.name: _exchanged(getattr(value, each.name), other) for each in fields(value)}
    return replace(value, **lived)
