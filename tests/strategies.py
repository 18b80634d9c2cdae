"""Made-up values of our dataclasses, worked out from their type hints: any that may be sent, or one filled in.

``instances(Alert)`` draws what the schema must take; ``whole(Alert, "words")`` has something in every field.
"""

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from enum import StrEnum
from functools import cache
from types import NoneType
from typing import Any, NewType, TypeVar, cast, get_args, get_origin, get_type_hints

from hypothesis import strategies as st
from hypothesis.vendor.pretty import for_type_by_name

from riskflag.importers.plain import plain
from riskflag.records import RECORD_KINDS, Address, KnownElsewhere, PlaceIncident, Record, Whereabouts
from riskflag.schema import schema_for
from riskflag.schema.building import DATES_IN_ORDER, NOWHERE_AND_SOMEWHERE
from riskflag.schema.text import FREE_TEXT
from riskflag.vocabulary import CaseReferenceNumber, NomsNumber, PncNumber, Uprn

T = TypeVar("T")
EVERY_KIND: Mapping[str, type[Record]] = {
    **RECORD_KINDS,
    "place_incidents": PlaceIncident,
    "known_elsewhere": KnownElsewhere,
}

WRITTEN_AS: Mapping[object, tuple[str, str]] = {
    NomsNumber: ("[A-Z][0-9]{4}[A-Z]{2}", "A9999ZZ"),
    CaseReferenceNumber: ("[A-Z][0-9]{6}", "X999999"),
    PncNumber: ("(19|20)?[0-9]{2}/[0-9]{1,7}[A-Z]", "2019/0123456A"),
    Uprn: ("[0-9]{1,12}", "990000000777"),
}
"""How an identifier is written, and one that nobody has."""

LETTERS = "abcXYZ 0123456789'-.,()/&éŵŻß李ñ“”"
OFFSETS = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
MOMENTS = datetime(2000, 1, 2, tzinfo=UTC), datetime(2100, 12, 30, tzinfo=UTC)
PLAIN: Mapping[object, st.SearchStrategy[Any]] = {
    bool: st.booleans(),
    int: st.integers(0, 10_000_000),
    date: st.dates(date(1900, 1, 1), date(9999, 12, 31)),
    datetime: st.datetimes(*(each.replace(tzinfo=None) for each in MOMENTS), timezones=OFFSETS),
}
FILLED: Mapping[object, object] = {
    bool: True,
    int: 7,
    date: date(2026, 10, 1),
    datetime: datetime(2026, 10, 1, 9, 30, tzinfo=UTC),
}

for_type_by_name(
    Whereabouts.__module__, Whereabouts.__name__, lambda _, page, __: page.text("Whereabouts(...)")
)
"""A failing example can be printed, without what nothing may print."""


def instances(cls: type[T]) -> st.SearchStrategy[T]:
    """Any instance of a dataclass that may be sent."""
    kind: type = cls
    return cast("st.SearchStrategy[T]", _instances(kind))


def records() -> st.SearchStrategy[Record]:
    """Any record of any kind that a person may have."""
    return st.sampled_from(list(RECORD_KINDS.values())).flatmap(instances)


def whole(cls: type[T], words: str = "words", **given: object) -> T:
    """An instance with something in every field, and ``words`` wherever words may stand."""
    hints = get_type_hints(cls)
    filled = {each.name: _filled(hints[each.name], words) for each in fields(cast("Any", cls)) if each.init}
    return cls(**{**filled, **given})


def written(made: object) -> object:
    """As its own schema writes it; as a case file does where whereabouts are in it, which no schema writes."""
    held = (getattr(made, each.name) for each in fields(cast("Any", made)))
    return plain(made) if any(isinstance(each, Whereabouts) for each in held) else _dumped(made)


def only(hint: object) -> object:
    """A type hint without ``| None``."""
    kinds = [part for part in get_args(hint) if part is not NoneType]
    return kinds[0] if NoneType in get_args(hint) else hint


def _dumped(made: object) -> object:
    return schema_for(type(made))().dump(made)


@cache
def _instances(cls: type) -> st.SearchStrategy[object]:
    hints = get_type_hints(cls)
    wanted = {each.name: _of(hints[each.name], each.name) for each in fields(cls) if each.init}
    return st.fixed_dictionaries(wanted).map(_consistent).map(lambda given: cls(**given))


def _of(hint: object, name: str) -> st.SearchStrategy[Any]:
    one = only(hint)
    if one is not hint:
        return st.none() | _of(one, name)
    if get_origin(hint) is tuple:
        return st.lists(_of(get_args(hint)[0], name), max_size=2).map(tuple)
    if hint in WRITTEN_AS:
        return st.from_regex(WRITTEN_AS[hint][0], fullmatch=True)
    if hint is str or isinstance(hint, NewType):
        return _text(name)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return st.sampled_from(list(hint))
    if hint is Whereabouts:
        return _instances(Whereabouts.wraps).map(lambda held: Whereabouts(cast("Address", held)))
    return _instances(cast("type", hint)) if is_dataclass(hint) else PLAIN[hint]


def _text(name: str) -> st.SearchStrategy[str]:
    if name in FREE_TEXT:
        return st.text(LETTERS + "\n\t", max_size=40)
    return st.text(LETTERS, min_size=1, max_size=20).filter(str.strip)


def _consistent(given: dict[str, Any]) -> dict[str, Any]:
    """The same with no end before its beginning, no address beside no fixed abode, no site with nothing there."""
    for earlier, later in DATES_IN_ORDER:
        if given.get(earlier) and given.get(later):
            given[later] = max(given[earlier], given[later])
    for none_of_it, place, _ in NOWHERE_AND_SOMEWHERE:
        if given.get(place) and none_of_it in given:
            given[none_of_it] = False
    return given


def _filled(hint: object, words: str) -> object:
    hint = only(hint)
    if get_origin(hint) is tuple:
        return (_filled(get_args(hint)[0], words),)
    if hint in WRITTEN_AS:
        return WRITTEN_AS[hint][1]
    if hint is str or isinstance(hint, NewType):
        return words
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return next(iter(hint))
    if hint is Whereabouts:
        return Whereabouts(whole(Address, words))
    build: Callable[..., object] = whole
    return build(hint, words) if is_dataclass(hint) else FILLED[hint]
