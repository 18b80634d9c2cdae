"""A refusal says where and why, and carries nothing of what was sent."""

import traceback

import pytest

from riskflag.errors import BadInput
from riskflag.records import Person
from riskflag.schema import bad_input, load_as

MESSAGES = [
    pytest.param({"name": ["is needed"]}, {"name": "is needed"}, id="one field"),
    pytest.param({"a": {0: {"b": ["x", "y", "x"]}}}, {"a.0.b": "x; y"}, id="each reason once"),
    pytest.param({"_schema": ["must be an object"]}, {"body": "must be an object"}, id="the whole"),
    pytest.param({"a": {"_schema": ["x"]}}, {"a": "x"}, id="an object inside"),
    pytest.param({"json": {"a": "x"}}, {"json.a": "x"}, id="a reason that is not in a list"),
]


@pytest.mark.parametrize(("messages", "problems"), MESSAGES)
def test_nested_messages_become_paths(messages: object, problems: dict[str, str]) -> None:
    assert bad_input(messages, "body").problems == problems


SENT = [
    pytest.param({"name": "Quux\x00"}, id="a name with a NUL"),
    pytest.param({"name": "Ann", "noms_number": "QUUX"}, id="an identifier that is not one"),
    pytest.param({"name": "Ann", "sex": "Quux"}, id="a word that is not in the list"),
    pytest.param({"name": "Ann", "date_of_birth": "Quux"}, id="a date that is not one"),
    pytest.param({"name": "Ann", "Quux": 1}, id="a name used as a field"),
    pytest.param({"name": "Ann", "aliases": ["Quux", 1]}, id="a good value beside a bad one"),
]


@pytest.mark.parametrize("data", SENT)
def test_a_refusal_drags_nothing_of_the_data_along(data: dict[str, object]) -> None:
    with pytest.raises(BadInput) as caught:
        load_as(Person, data)
    told = "".join(traceback.format_exception(caught.value)) + repr(vars(caught.value))
    assert "quux" not in told.lower()
    assert caught.value.__context__ is None
    assert caught.value.__cause__ is None
