"""Fields that take a value only as it is meant: nothing is coerced, and no message repeats a value."""

import re
from collections.abc import Callable, Mapping, Sequence, Set
from datetime import date, datetime
from enum import StrEnum
from math import isfinite
from typing import Any

from marshmallow import fields, missing, validate

from riskflag.errors import MustNotBeShown

LONGEST_LIST = 1_000
LARGEST_NUMBER = 10_000_000
"""Metres on the National Grid, months, counts: nothing on record is larger, or less than nothing."""

DATE_YEARS = range(1900, 10_000)
"""Dates. 31 December 9999 is how some systems write that there is no end."""

MOMENT_YEARS = range(2000, 2101)
"""Moments: when something was asked, and up to when a source speaks."""

SMALL_ENOUGH = validate.Range(0, LARGEST_NUMBER, error=f"must be from 0 to {LARGEST_NUMBER}")
FEW_ENOUGH = validate.Length(max=LONGEST_LIST, error=f"must hold at most {LONGEST_LIST}")

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MOMENT = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,6})?(Z|[+-][0-9]{2}:[0-9]{2})"
)

# Mirrors marshmallow's own type for messages, which is private.
Messages = dict[str, str | list[Any] | dict[Any, Any]]
ALWAYS: Messages = {"required": "is needed", "null": "must not be null"}
NOT_AN_OBJECT = {"type": "must be an object"}


class Text(fields.String):
    """Text; never something that could be turned into text."""

    default_error_messages = ALWAYS | {"invalid": "must be text"}

    def _deserialize(self, value: object, *_: object, **__: object) -> str:
        if not isinstance(value, str):
            raise self.make_error("invalid")
        return value


class YesNo(fields.Boolean):
    """true or false; never 1, "on" or "yes"."""

    default_error_messages = ALWAYS | {"invalid": "must be true or false"}

    def _deserialize(self, value: object, *_: object, **__: object) -> bool:
        if not isinstance(value, bool):
            raise self.make_error("invalid")
        return value


class WholeNumber(fields.Integer):
    """A whole number written as one; never true, "1" or 1.0."""

    default_error_messages = ALWAYS | {"invalid": "must be a whole number"}

    def _deserialize(self, value: object, *_: object, **__: object) -> int:
        if not isinstance(value, int) or isinstance(value, bool):
            raise self.make_error("invalid")
        return value


class Number(fields.Float):
    """A finite number; never true or "1.5"."""

    default_error_messages = ALWAYS | {"invalid": "must be a number"}

    def _deserialize(self, value: object, *_: object, **__: object) -> float:
        if not isinstance(value, int | float) or isinstance(value, bool) or not isfinite(value):
            raise self.make_error("invalid")
        return float(value)


class Day(fields.Date):
    """A date as YYYY-MM-DD and in no other of the ways that ISO 8601 allows."""

    default_error_messages = ALWAYS | {"invalid": "must be a real date written YYYY-MM-DD, from 1900 on"}

    def _deserialize(self, value: object, *_: object, **__: object) -> date:
        if isinstance(value, str) and _DATE.fullmatch(value):
            try:
                day = date.fromisoformat(value)
            except ValueError:
                raise self.make_error("invalid") from None
            if day.year in DATE_YEARS:
                return day
        raise self.make_error("invalid")


class Moment(fields.DateTime):
    """A date and a time with its offset from UTC."""

    default_error_messages = ALWAYS | {
        "invalid": "must be a real date and time with its offset, written YYYY-MM-DDThh:mm:ss+00:00"
    }

    def _deserialize(self, value: object, *_: object, **__: object) -> datetime:
        if isinstance(value, str) and _MOMENT.fullmatch(value):
            try:
                moment = datetime.fromisoformat(value)
            except ValueError:
                raise self.make_error("invalid") from None
            if moment.year in MOMENT_YEARS:
                return moment
        raise self.make_error("invalid")


class OneOf(fields.Enum[StrEnum]):
    """One word of a closed list, as its value is written."""

    default_error_messages = ALWAYS | {"unknown": "must be one of: {choices}"}

    def _deserialize(self, value: object, *_: object, **__: object) -> StrEnum:
        if not isinstance(value, str):
            raise self.make_error("unknown", choices=self.choices_text)
        try:
            return self.enum(value)
        except ValueError:
            raise self.make_error("unknown", choices=self.choices_text) from None


class Several(fields.List[object]):
    """A list; never an object or a lone value."""

    default_error_messages = ALWAYS | {"invalid": "must be a list"}

    def _deserialize(
        self, value: object, attr: str | None, data: Mapping[str, object] | None, **kwargs: object
    ) -> list[object | None]:
        if not isinstance(value, list):
            raise self.make_error("invalid")
        # Before its members are read: a million wrong ones must not give a million reasons.
        FEW_ENOUGH(value)
        return super()._deserialize(value, attr, data, **kwargs)


class Inside(fields.Nested):
    """An object inside an object."""

    default_error_messages = ALWAYS | NOT_AN_OBJECT


class Wrapped(Inside):
    """An object that is handed on inside a type that keeps it in. It is read, and never written."""

    wrap: Callable[[object], object]

    def _deserialize(
        self,
        value: object,
        attr: str | None,
        data: Mapping[str, object] | None,
        partial: bool | Sequence[str] | Set[str] | None = None,
        **kwargs: object,
    ) -> object:
        return self.wrap(super()._deserialize(value, attr, data, partial, **kwargs))

    def get_value(
        self,
        obj: object,
        attr: str,
        accessor: Callable[[Any, str, Any], object] | None = None,
        default: object = missing,
    ) -> None:
        """Nothing, where there is nothing. Raises MustNotBeShown."""
        if super().get_value(obj, attr, accessor, default) not in (None, missing):
            raise MustNotBeShown
