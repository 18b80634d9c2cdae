"""Schemas of what is sent: every field there, none with the limits of input."""

import json
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import cast

import pytest

from api.answers import answer, answers
from riskflag.assessment import assess
from riskflag.casebook import EX_PARTNER, NOW, breach, case, conviction, order
from riskflag.disclosure import ShownAssessment, show
from riskflag.rulebook import load_rulebook
from riskflag.schema import schema_for
from riskflag.vocabulary import Role, Severity


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


@dataclass(frozen=True, slots=True)
class Holder:
    """Something that may hold nothing.

    outer: or nothing
    """

    outer: Outer | None


@pytest.mark.parametrize(
    "value",
    [
        pytest.param(Holder(VALUE), id="a field of every sort"),
        pytest.param(Holder(None), id="nothing anywhere"),
        pytest.param(Holder(replace(VALUE, inner=None, several=())), id="nothing inside"),
        pytest.param(Holder(replace(VALUE, number=cast("int", 2.0))), id="a number of another kind"),
    ],
)
def test_a_value_is_written_as_marshmallow_would_write_it(
    value: Holder, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = json.dumps(answer(Holder).dump(value))
    monkeypatch.delattr("api.answers._Sent.dump")
    assert written == json.dumps(answer(Holder).dump(value))


@pytest.mark.parametrize("role", [Role.RESPONSIBLE_OFFICER, Role.RESETTLEMENT_STAFF])
def test_a_whole_answer_is_written_as_marshmallow_would_write_it(
    role: Role, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = case(order(), breach(date(2026, 2, 1)), conviction("10501", "common assault", EX_PARTNER))
    full = assess(given.dossier, given.enquiry, given.place, load_rulebook())
    shown = show(full, full, role, NOW)
    schema = answer(ShownAssessment)
    assert shown.flags
    written = json.dumps(schema.dump(shown))
    assert json.dumps(schema.dump([shown], many=True)) == f"[{written}]"
    monkeypatch.delattr("api.answers._Sent.dump")
    assert written == json.dumps(schema.dump(shown))
