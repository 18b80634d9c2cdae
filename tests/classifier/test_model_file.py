"""A model file is served as it was published, or not at all."""

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riskflag.classifier.harm import Harm
from riskflag.classifier.model import Model
from riskflag.classifier.model_file import (
    Current,
    KnownAnswer,
    Manifest,
    hash_of,
    read_current,
    read_manifest,
    read_model,
    write,
)
from riskflag.errors import ModelUnusable
from tests.classifier.models import a_model

MODEL = a_model()
CONTENT = write(MODEL)
KNOWN = KnownAnswer((25.0, None), {score.harm: score.log_odds for score in MODEL.score([25.0, float("nan")])})


def manifest(content: bytes = CONTENT, **changed: object) -> Manifest:
    whole = Manifest(MODEL.version, MODEL.schema, {"model.json": hash_of(content)}, (KNOWN,))
    return replace(whole, **dict[str, Any](changed))


def test_a_model_comes_back_as_it_was_written() -> None:
    assert read_model(CONTENT, manifest(), MODEL.schema) == MODEL


def test_a_manifest_comes_back_as_it_was_written() -> None:
    content = write(manifest())
    current = read_current(f"{MODEL.version} {hash_of(content)}\n")
    assert read_manifest(content, current) == manifest()


@given(st.integers(0, 8 * len(CONTENT) - 1))
def test_no_bit_of_a_model_can_change_unseen(bit: int) -> None:
    changed = bytearray(CONTENT)
    changed[bit // 8] ^= 1 << bit % 8
    with pytest.raises(ModelUnusable):
        read_model(bytes(changed), manifest(), MODEL.schema)


def altered(**fields: object) -> bytes:
    return json.dumps(json.loads(CONTENT) | fields).encode()


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(CONTENT[: len(CONTENT) // 2], id="cut short"),
        pytest.param(b"", id="empty"),
        pytest.param(b"[" * 100_000, id="nested without end"),
        pytest.param(CONTENT.replace(b"0.5,", b"NaN,", 1), id="a number that is none"),
        pytest.param(CONTENT.replace(b"0.5,", b"1e999,", 1), id="a number without end"),
        pytest.param(altered(version="test-2"), id="another version"),
        pytest.param(altered(schema="other features"), id="other features"),
        pytest.param(altered(harms={}), id="no harms"),
        pytest.param(altered(bins=[]), id="no features"),
        pytest.param(write(a_model(intercept=-1.4999)), id="swapped for a model that says otherwise"),
    ],
)
def test_a_wrong_model_is_refused_even_where_its_hash_was_made_to_fit(content: bytes) -> None:
    with pytest.raises(ModelUnusable):
        read_model(content, manifest(content), MODEL.schema)


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param({"known_answers": ()}, id="nothing to check it by"),
        pytest.param(
            {"known_answers": (replace(KNOWN, vector=(25.0,)),)}, id="a known answer of other features"
        ),
        pytest.param(
            {"known_answers": (replace(KNOWN, log_odds={Harm.VIOLENCE: 0.0}),)}, id="of other harms"
        ),
        pytest.param({"files": {}}, id="a model that is not listed"),
        pytest.param({"version": "test-2"}, id="of another version"),
        pytest.param({"schema": "other features"}, id="of other features"),
    ],
)
def test_a_manifest_that_does_not_describe_the_model_stops_it(changed: dict[str, Any]) -> None:
    with pytest.raises(ModelUnusable):
        read_model(CONTENT, manifest(**changed), MODEL.schema)


def test_a_model_that_learned_on_other_features_is_not_served() -> None:
    with pytest.raises(ModelUnusable, match="defined otherwise"):
        read_model(CONTENT, manifest(), "what the features are now")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "v1",
        "v1 abc",
        "v1  abc\n",
        "../v1 abc\n",
        "v1 abc\n\n",
        "v/1 abc\n",
        " abc\n",
        "v1\n",
        "CURRENT abc\n",
        "-1 abc\n",
        ".1 abc\n",
        ".. abc\n",
        "v\u0661 abc\n",
    ],
)
def test_what_does_not_name_a_version_plainly_names_none(text: str) -> None:
    with pytest.raises(ModelUnusable):
        read_manifest(write(manifest()), read_current(text))


def test_another_manifest_is_refused() -> None:
    content = write(manifest())
    with pytest.raises(ModelUnusable, match="put into service"):
        read_manifest(content, Current(MODEL.version, hash_of(CONTENT)))
    with pytest.raises(ModelUnusable, match="another version"):
        read_manifest(content, Current("test-2", hash_of(content)))


def test_a_person_can_read_it() -> None:
    held = json.loads(CONTENT)
    assert held["features"][0] == "age"
    assert isinstance(MODEL, Model)
    assert CONTENT.count(b"\n") > 20
