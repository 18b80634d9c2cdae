"""A frozen dataclass -> a strict marshmallow schema that reads into it and writes from it."""

import re
from collections.abc import Callable, Mapping
from contextvars import ContextVar
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date, datetime
from difflib import get_close_matches
from enum import StrEnum
from functools import cache, partial
from types import NoneType, UnionType
from typing import Any, NewType, Union, cast, get_args, get_origin, get_type_hints

from marshmallow import RAISE, Schema, ValidationError, post_load, pre_load
from marshmallow import fields as read

from riskflag.schema.fields import (
    FEW_ENOUGH,
    NOT_AN_OBJECT,
    SMALL_ENOUGH,
    Day,
    Inside,
    Moment,
    Number,
    OneOf,
    Several,
    Text,
    WholeNumber,
    Wrapped,
    YesNo,
)
from riskflag.schema.text import validators

FIELD = "riskflag.schema.field"
"""Key of a dataclass field's metadata under which it may bring a marshmallow field of its own."""

HAPPENED = "happened_on"
DATES_IN_ORDER = (
    (HAPPENED, "recorded_on"),
    ("made_on", "expires_on"),
    ("made_on", "discharged_on"),
    ("varied_on", "expires_on"),
    ("starts_on", "ends_on"),
    ("started_on", "ended_on"),
    ("active_from", "active_to"),
    ("requested_on", "returned_on"),
    ("release_date", "licence_ends_on"),
    ("use_from", "use_to"),
)
"""Fields of one object of which the first may not be later than the second: an end before its beginning
would take an order or a flag out of force without anybody having said so."""

OUT_OF_ORDER = "must not be before"
"""How the refusal of dates that are not in order begins: who must keep what came knows it by this."""

KEEPING_ORDER = ContextVar("KEEPING_ORDER", default=True)
"""Whether dates that are not in order are refused; off only where what came must be kept, and told of."""

NOWHERE_AND_SOMEWHERE = (
    ("no_fixed_abode", "address", "must not be true where an address is proposed"),
    ("nothing_to_attend", "site", "must not be true where there is a site"),
)
"""Fields of one object of which the first denies that there is a second, and why both are refused."""

_PLAIN: dict[object, Callable[..., read.Field[Any]]] = {
    bool: YesNo,
    int: partial(WholeNumber, validate=SMALL_ENOUGH),
    float: Number,
    date: Day,
    datetime: Moment,
}
_HINTS = 3
_MEANING = re.compile(r"\s*(\w+): (.+)")


class StrictSchema(Schema):
    """Refuses what it does not know, and what contradicts itself."""

    builds: Callable[..., object] = dict

    class Meta:
        """Nothing unknown is passed over, and the order of the dataclass is kept."""

        unknown = RAISE

    error_messages = NOT_AN_OBJECT

    @pre_load
    def refuse_unknown_fields(self, data: object, **_: object) -> object:
        """Raises ValidationError. An unknown field's name is not repeated, for it may be somebody's name."""
        unknown = [key for key in data if key not in self.fields] if isinstance(data, dict) else []
        if unknown:
            tried = (get_close_matches(str(key)[:50], self.fields, n=1) for key in unknown[:_HINTS])
            meant = [name for near in tried for name in near]
            hint = f": perhaps {', '.join(dict.fromkeys(meant))} was meant" if meant else ""
            raise ValidationError(f"holds a field that is not known{hint}")
        return data

    def announces(self, kind: object) -> bool:
        """Whether a record of this kind may speak of a day to come (``may_lie_ahead`` of its class)."""
        return kind in getattr(self.builds, "may_lie_ahead", ())

    @post_load
    def build(self, data: dict[str, Any], **_: object) -> object:
        """The dataclass. Raises ValidationError for fields that contradict each other."""
        for earlier, later in DATES_IN_ORDER if KEEPING_ORDER.get() else ():
            first, second = data.get(earlier), data.get(later)
            wrong = first is not None and second is not None and second < first
            if wrong and not (earlier == HAPPENED and self.announces(data.get("kind"))):
                raise ValidationError(f"{OUT_OF_ORDER} {earlier}", later)
        for way in also_written(self.builds):
            if way in data:
                raise ValidationError("is not read here", way)
        for none_of_it, place, reason in NOWHERE_AND_SOMEWHERE:
            if data.get(none_of_it) and data.get(place) is not None:
                raise ValidationError(reason, none_of_it)
        return self.builds(**{name: tuple(v) if isinstance(v, list) else v for name, v in data.items()})


def schema_for(cls: type) -> type[Schema]:
    """The schema of a frozen dataclass, from its type hints. Raises TypeError for a hint it cannot read."""
    return _schema_for(cls)


@cache
def _schema_for(cls: type) -> type[Schema]:
    hints = get_type_hints(cls)
    meanings = field_meanings(cls)
    members: dict[str, Any] = {
        each.name: _field(each, hints[each.name], meanings.get(each.name))
        for each in fields(cls)
        if each.init and not each.name.startswith("_")
    }
    members |= {
        way: read.Dict(load_only=True, metadata={"description": meaning}, error_messages={**NOT_AN_OBJECT})
        for way, meaning in also_written(cls).items()
    }
    return _schema(cls.__name__, members, cls)


def also_written(cls: object) -> Mapping[str, str]:
    """Other ways to write a dataclass (``also_written``), each a field of a payload alone with what it means.
    Whoever takes the payload in turns it into the fields before the schema reads them."""
    ways: Mapping[str, str] = getattr(cls, "also_written", {})
    return ways


def field_meanings(cls: type) -> dict[str, str]:
    """What each field means, from the ``name: meaning`` lines of the docstrings of a class and its bases."""
    meanings: dict[str, str] = {}
    for each in reversed(cls.__mro__):
        name = None
        for line in (each.__doc__ or "").splitlines():
            found = _MEANING.fullmatch(line)
            if found:
                name = found[1]
                meanings[name] = found[2].strip()
            elif name and line.strip():
                meanings[name] += f" {line.strip()}"
            else:
                name = None
    return {name: meaning.replace("``", "") for name, meaning in meanings.items()}


def _field(declared: Field[Any], hint: object, meaning: str | None) -> read.Field[Any]:
    options: dict[str, Any] = {"metadata": {"description": meaning} if meaning else {}}
    if declared.default is not MISSING:
        options["load_default"] = declared.default
    elif declared.default_factory is not MISSING:
        options["load_default"] = declared.default_factory
    else:
        options["required"] = True
    if NoneType in get_args(hint):
        options["allow_none"] = True
    own = declared.metadata.get(FIELD)
    make = own or _maker(hint, declared.name, required=options.get("required", False))
    return cast("read.Field[Any]", make(**options))


def _maker(hint: object, name: str, *, required: bool) -> Callable[..., read.Field[Any]]:
    """Makes the field for a type hint, given marshmallow's options."""
    hint = _without_none(hint)
    origin, parts = get_origin(hint), get_args(hint)
    if origin is tuple and parts[1:] == (...,):
        inner = _maker(parts[0], name, required=True)
        return partial(Several, inner(), validate=FEW_ENOUGH)
    if origin is Mapping and isinstance(parts[0], type) and issubclass(parts[0], StrEnum):
        return partial(Inside, _keyed_by(parts[0], parts[1]))
    if hint is str or isinstance(hint, NewType):
        return partial(Text, validate=validators(hint, name, required=required))
    if hint in _PLAIN:
        return _PLAIN[hint]
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return partial(OneOf, hint, by_value=read.String)
    if is_dataclass(hint) and isinstance(hint, type):
        return partial(Inside, schema_for(hint))
    if isinstance(hint, type) and hasattr(hint, "wraps"):
        return partial(type(f"{hint.__name__}Inside", (Wrapped,), {"wrap": hint}), schema_for(hint.wraps))
    raise TypeError(f"no field for {name}: {hint}")


def _without_none(hint: object) -> object:
    """The one type besides None. Raises TypeError where there is a choice of several."""
    if get_origin(hint) not in {UnionType, Union}:
        return hint
    kinds = [part for part in get_args(hint) if part is not NoneType]
    if len(kinds) != 1:
        raise TypeError(f"a field cannot be one of several types: {hint}")
    return kinds[0]


@cache
def _keyed_by(keys: type[StrEnum], cls: type) -> type[Schema]:
    """An object with a member for each word of a closed list, read into a mapping from the list's members."""
    members = {key.value: Inside(schema_for(cls)) for key in keys}
    return _schema(f"{cls.__name__}By{keys.__name__}", members, partial(_mapping, keys))


def _mapping(keys: type[StrEnum], **data: object) -> dict[StrEnum, object]:
    return {keys(name): value for name, value in data.items()}


def _schema(name: str, members: Mapping[str, Any], builds: Callable[..., object]) -> type[Schema]:
    return cast(
        "type[Schema]", type(f"{name}Schema", (StrictSchema,), {**members, "builds": staticmethod(builds)})
    )
