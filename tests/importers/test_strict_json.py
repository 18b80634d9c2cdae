"""JSON from strangers is read as it stands, or refused without repeating any of it."""

import json
import traceback

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riskflag.errors import BadInput
from riskflag.importers.strict_json import DEEPEST, LARGEST_FILE, read_json


def reason(text: str | bytes) -> str:
    """Why ``text`` is refused."""
    with pytest.raises(BadInput) as caught:
        read_json(text, "file")
    assert list(caught.value.problems) == ["file"]
    return caught.value.problems["file"]


READ = [
    pytest.param('{"a": 1}', {"a": 1}, id="an object"),
    pytest.param(b'{"a": "\xc3\xa9"}', {"a": "é"}, id="bytes in UTF-8"),
    pytest.param(b'\xef\xbb\xbf{"a": 1}', {"a": 1}, id="saved by an editor that marks the byte order"),
    pytest.param('\ufeff{"a": 1}', {"a": 1}, id="the same mark in text"),
    pytest.param(
        '{"a": {"b": 1}, "c": {"b": 2}}', {"a": {"b": 1}, "c": {"b": 2}}, id="a name in two objects"
    ),
    pytest.param('{"a": [1.5, -2, 1e3]}', {"a": [1.5, -2, 1000.0]}, id="numbers"),
    pytest.param("  {}\n", {}, id="white space around it"),
    pytest.param('{"a": "\\ud83d\\ude00"}', {"a": "\U0001f600"}, id="both halves of a character"),
    pytest.param('{"a": "\\\\u0000"}', {"a": "\\u0000"}, id="a stroke and some letters"),
]
NO_TEXT = "holds a NUL or half a character"
TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\x00"))
TOO_DEEP = f"is nested deeper than {DEEPEST}"
REFUSED = [
    pytest.param("", "is empty", id="nothing"),
    pytest.param(" \n\t", "is empty", id="white space"),
    pytest.param(b"\xef\xbb\xbf", "is empty", id="a byte order mark and nothing else"),
    pytest.param("[1]", "must be an object, { ... }", id="a list"),
    pytest.param('"quux"', "must be an object, { ... }", id="text"),
    pytest.param("null", "must be an object, { ... }", id="null"),
    pytest.param('{"a": 1,\n "quux" 2}', "is not JSON: see line 2, column 9", id="a colon forgotten"),
    pytest.param('{"a": 1} quux', "is not JSON: see line 1, column 10", id="words after the end"),
    pytest.param("{'a': 1}", "is not JSON: see line 1, column 2", id="single quotes"),
    pytest.param('{"a": 1,}', "is not JSON: see line 1, column 9", id="a comma too many"),
    pytest.param('{"a": "\x00"}', "is not JSON: see line 1, column 8", id="a NUL as it is"),
    pytest.param('{"a": 1, "a": 2}', "gives a field twice in one object", id="a field twice"),
    pytest.param(
        '{"b": [{"a": 1, "\\u0061": 1}]}', "gives a field twice in one object", id="twice, once escaped"
    ),
    pytest.param('{"a": NaN}', "holds NaN or Infinity, which are not JSON", id="not a number"),
    pytest.param('{"a": -Infinity}', "holds NaN or Infinity, which are not JSON", id="less than everything"),
    pytest.param('{"a": 1e999}', "holds a number that is too large", id="infinity in disguise"),
    pytest.param(f'{{"a": {"9" * 5000}}}', "holds a number that is too large", id="five thousand digits"),
    pytest.param('{"a": "\xe9"}'.encode("latin-1"), "must be text in UTF-8", id="an old encoding"),
    pytest.param('{"a": 1}'.encode("utf-16"), "must be text in UTF-8", id="UTF-16"),
    pytest.param('{"a": "\ud800"}', "must be text in UTF-8", id="half a character"),
    pytest.param('{"a": "\\ud800"}', NO_TEXT, id="half a character, escaped"),
    pytest.param('{"a": ["b", {"\\udfff": 1}]}', NO_TEXT, id="the other half, in a name"),
    pytest.param('{"a": "\\ud83d \\ude00"}', NO_TEXT, id="two halves apart"),
    pytest.param('{"a": "b\\u0000"}', NO_TEXT, id="a NUL, escaped"),
    pytest.param('{"a\\u0000": 1}', NO_TEXT, id="a NUL in a name"),
    pytest.param("[" * 100_000, TOO_DEEP, id="a hundred thousand brackets"),
    pytest.param(
        '{"a":' * 50_000 + "1" + "}" * 50_000, TOO_DEEP, id="fifty thousand objects inside each other"
    ),
    pytest.param('{"a":' * 21 + "1" + "}" * 21, TOO_DEEP, id="one level too deep"),
    pytest.param(" " * LARGEST_FILE + "{}", "is larger than 1,000,000 bytes", id="larger than is read"),
]


@pytest.mark.parametrize(("text", "value"), READ)
def test_json_is_read_as_it_stands(text: str | bytes, value: object) -> None:
    assert read_json(text) == value


@pytest.mark.parametrize(("text", "expected"), REFUSED)
def test_anything_else_is_refused_with_its_reason(text: str | bytes, expected: str) -> None:
    assert reason(text) == expected


def test_the_deepest_and_the_largest_allowed_are_read() -> None:
    assert read_json('{"a":' * 20 + "1" + "}" * 20)
    assert read_json("{}" + " " * (LARGEST_FILE - 2)) == {}
    with pytest.raises(BadInput):
        read_json('{"a": 1}', largest=7)


@given(st.dictionaries(TEXTS, st.recursive(st.none() | st.booleans() | st.integers(-9, 9) | TEXTS, st.lists)))
def test_what_was_written_is_what_is_read(value: dict[str, object]) -> None:
    assert read_json(json.dumps(value)) == value


@given(st.text(max_size=60) | st.binary(max_size=60))
def test_whatever_is_sent_is_read_or_refused(text: str | bytes) -> None:
    try:
        answer: object = read_json(text)
    except BadInput as refused:
        answer = refused.__context__ or {}
    assert isinstance(answer, dict)


@pytest.mark.parametrize("text", ['{"quux" 1}', '{"quux": 1, "quux": 2}', '{"quux": NaN}', '"quux"', "quux"])
def test_a_refusal_drags_nothing_of_the_text_along(text: str) -> None:
    with pytest.raises(BadInput) as caught:
        read_json(text)
    told = "".join(traceback.format_exception(caught.value)) + repr(vars(caught.value))
    assert "quux" not in told
    assert caught.value.__context__ is None
