"""Schemas of what is sent: every field there, none with the limits of input."""

import json
from dataclasses import dataclass
from datetime import UTC, date, datetime

import pytest

from api.answers import answer, answers
from riskflag.schema import schema_for
from riskflag.vocabulary import Severity


@dataclass(frozen=True, slots=True)
class Inner:
    """Something inside.

    words: what it says
    """

    words: str = ""


@dataclass(frozen=True, slots=True)
class Outer:
    """Something with a field of every sort.

    name: what it is called
    """

    name: str
    severity: Severity
    yes: bool
    number: int
    day: date
    moment: datetime
    inner: Inner | None = None
    several: tuple[Inner, ...] = ()


LONG = "long " * 1000
VALUE = Outer(
    LONG,
    Severity.STOP,
    True,
    99_000_000,
    date(1066, 10, 14),
    datetime(1999, 1, 1, tzinfo=UTC),
    Inner(),
    (Inner("a"), Inner("b")),
)


def test_a_value_is_written_whole_whatever_would_be_refused_as_input() -> None:
    written = answer(Outer).dump(VALUE)
    assert json.loads(json.dumps(written)) == {
        "name": LONG,
        "severity": "stop",
        "yes": True,
        "number": 99_000_000,
        "day": "1066-10-14",
        "moment": "1999-01-01T00:00:00+00:00",
        "inner": {"words": ""},
        "several": [{"words": "a"}, {"words": "b"}],
    }
    assert schema_for(Outer)().validate(written)


def test_several_are_written_as_a_list() -> None:
    assert answers(Inner).dump([Inner("a"), Inner("b")]) == [{"words": "a"}, {"words": "b"}]


@pytest.mark.parametrize("name", ["name", "severity", "yes", "number", "day", "moment", "inner", "several"])
def test_every_field_is_declared_as_always_there_and_without_limits(name: str) -> None:
    field = answer(Outer).fields[name]
    assert field.required
    assert field.validators == []
    assert field.allow_none is (name == "inner")


def test_meanings_of_fields_are_kept() -> None:
    assert answer(Outer).fields["name"].metadata == {"description": "what it is called"}


def test_the_schema_of_a_class_is_made_once() -> None:
    assert answer(Outer) is answer(Outer)
    assert type(answer(Outer)) is type(answers(Outer))
