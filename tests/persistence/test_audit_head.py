"""A signed head says what it was signed for, or nothing."""

import json
from base64 import b64decode, b64encode
from collections.abc import Callable
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from hypothesis import given
from hypothesis import strategies as st

from riskflag.casebook import NOW
from riskflag.errors import BadInput
from riskflag.persistence.audit_check import Head
from riskflag.persistence.audit_head import (
    public_key_of,
    public_key_text,
    read_head,
    read_public_key,
    signed_head,
)
from riskflag.persistence.codec import Misfit
from tests.keys import VAULT

KEY = VAULT.audit_key
PUBLIC = public_key_of(KEY)
HEAD = Head(4711, "c0de" * 16)
WRITTEN = signed_head(HEAD, NOW, KEY)

Change = Callable[[dict[str, Any]], object]


@given(st.integers(0, 2**31), st.binary(min_size=32, max_size=32))
def test_what_was_signed_is_read(sequence: int, mac: bytes) -> None:
    head = Head(sequence, mac.hex())
    assert read_head(signed_head(head, NOW, KEY).encode(), PUBLIC) == head


def test_what_is_signed_is_as_described_so_that_another_program_can_check_it() -> None:
    said = json.loads(WRITTEN)
    line = f'riskflag audit head\n[4711,"{HEAD.mac}","{NOW.isoformat()}"]'
    PUBLIC.verify(b64decode(said["signature"]), line.encode())
    assert said == {
        "sequence": 4711,
        "mac": HEAD.mac,
        "at": NOW.isoformat(),
        "signature": said["signature"],
    }


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda said: said.update(sequence=4710), id="an earlier entry"),
        pytest.param(lambda said: said.update(sequence="4711"), id="a number as text"),
        pytest.param(lambda said: said.update(sequence=4711.0), id="a number with a fraction"),
        pytest.param(lambda said: said.update(sequence=True), id="a truth for a number"),
        pytest.param(lambda said: said.update(mac=HEAD.mac.upper()), id="capitals"),
        pytest.param(lambda said: said.update(mac=None), id="no code"),
        pytest.param(lambda said: said.update(at="2027-01-01T00:00:00+00:00"), id="a later moment"),
        pytest.param(lambda said: said.update(at="soon"), id="no moment"),
        pytest.param(lambda said: said.update(signature=""), id="no signature"),
        pytest.param(lambda said: said.update(signature="*"), id="a signature that is no text of bytes"),
        pytest.param(lambda said: said.update(signature=b64encode(bytes(64)).decode()), id="made up"),
        pytest.param(lambda said: said.update(note="kept"), id="something more"),
        pytest.param(lambda said: said.pop("at"), id="something less"),
    ],
)
def test_a_head_that_was_changed_is_none(change: Change) -> None:
    said = json.loads(WRITTEN)
    change(said)
    with pytest.raises(BadInput) as caught:
        read_head(json.dumps(said).encode(), PUBLIC)
    assert caught.value.problems == {"head": "is none that was signed with the key of this audit"}
    assert caught.value.__cause__ is None


@pytest.mark.parametrize(
    "text",
    [b"", b"null", b"[]", b"{}", b"4711", b"\xff", b"[" * 4000, WRITTEN.encode() + b" " * 5000],
    ids=["empty", "nothing", "a list", "no fields", "a number", "not Unicode", "deep", "long"],
)
def test_a_file_that_holds_no_head_is_none(text: bytes) -> None:
    with pytest.raises(BadInput):
        read_head(text, PUBLIC)


@given(st.data())
def test_no_character_of_a_head_can_be_changed_so_that_it_says_something_else(data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(WRITTEN) - 1))
    other = data.draw(st.sampled_from(["", *'0123456789abcdefXYZ"{}:, +/=\n']))
    try:
        assert read_head((WRITTEN[:at] + other + WRITTEN[at + 1 :]).encode(), PUBLIC) == HEAD
    except BadInput:
        return


def test_another_installation_s_head_is_none_here() -> None:
    with pytest.raises(BadInput):
        read_head(signed_head(HEAD, NOW, bytes(32)).encode(), PUBLIC)


def test_a_head_is_never_signed_as_of_a_moment_without_its_offset() -> None:
    with pytest.raises(Misfit):
        signed_head(HEAD, NOW.replace(tzinfo=None), KEY)


def test_the_public_key_is_read_back_and_is_not_the_audit_s() -> None:
    text = public_key_text(PUBLIC)
    read = read_public_key(text.encode())
    assert read.public_bytes_raw() == PUBLIC.public_bytes_raw()
    assert read.public_bytes_raw() != public_key_of(bytes(32)).public_bytes_raw()
    assert b64encode(KEY).decode() not in text


def _of_another_kind() -> bytes:
    key = X25519PrivateKey.generate().public_key()
    return key.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)


@pytest.mark.parametrize(
    "text",
    [b"", b"-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n", bytes(32), _of_another_kind()],
    ids=["empty", "damaged", "bare", "of another kind"],
)
def test_what_is_no_public_key_is_refused(text: bytes) -> None:
    with pytest.raises(BadInput):
        read_public_key(text)


def test_two_keys_check_nothing_for_each_other() -> None:
    other: Ed25519PublicKey = public_key_of(b"b" * 32)
    with pytest.raises(BadInput):
        read_head(WRITTEN.encode(), other)
