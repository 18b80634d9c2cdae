"""The signer's keys: a new one is found, an old one is dropped, and nobody is let in while they cannot be had."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import ec, rsa

from riskflag.errors import SignerUnavailable
from riskflag.signing_keys import (
    ASK_AGAIN_SECONDS,
    LONGEST_SECONDS,
    RENEW_SECONDS,
    SigningKeys,
    key_name,
    usable_keys,
)

ONE = rsa.generate_private_key(public_exponent=65537, key_size=2048)
PUBLIC = ONE.public_key()
SHORT = rsa.RSAPublicNumbers(65537, 2**1023 + 1).public_key()


def published(*names: str, key: rsa.RSAPublicKey = PUBLIC) -> dict[str, Any]:
    """A set of keys as the signer publishes it."""
    public = jwt.algorithms.RSAAlgorithm.to_jwk(key, as_dict=True)
    return {"keys": [{**public, "kid": name, "use": "sig"} for name in names]}


def under(name: str) -> str:
    """A token that says that it was signed under this key."""
    return jwt.encode({}, ONE, algorithm="RS256", headers={"kid": name})


@dataclass
class Signer:
    """A signer that can be out of reach, and the time."""

    answers: object = field(default_factory=lambda: published("first"))
    asked: int = 0
    seconds: float = 0.0

    def fetch(self) -> object:
        self.asked += 1
        if isinstance(self.answers, Exception):
            raise self.answers
        return self.answers

    def keys(self) -> SigningKeys:
        return SigningKeys(self.fetch, lambda: self.seconds)


@pytest.fixture
def signer() -> Signer:
    return Signer()


def test_keys_are_asked_for_once_for_many_tokens(signer: Signer) -> None:
    keys = signer.keys()
    found = [keys.key_for(under("first")) for _ in range(50)]
    assert signer.asked == 1
    assert {key.public_numbers() for key in found} == {PUBLIC.public_numbers()}


def test_a_new_key_is_found_after_a_minute_and_an_old_one_dropped(signer: Signer) -> None:
    keys = signer.keys()
    keys.key_for(under("first"))
    signer.answers = published("second")
    with pytest.raises(LookupError):
        keys.key_for(under("second"))
    signer.seconds = ASK_AGAIN_SECONDS
    assert keys.key_for(under("second"))
    with pytest.raises(LookupError):
        keys.key_for(under("first"))


def test_a_key_that_was_withdrawn_is_dropped_though_nobody_shows_another(signer: Signer) -> None:
    keys = signer.keys()
    keys.key_for(under("first"))
    signer.answers = published("second")
    signer.seconds = RENEW_SECONDS
    with pytest.raises(LookupError):
        keys.key_for(under("first"))


def test_tokens_under_made_up_keys_do_not_flood_the_signer(signer: Signer) -> None:
    keys = signer.keys()
    for number in range(200):
        signer.seconds += 0.25
        with pytest.raises(LookupError):
            keys.key_for(under(f"made-up-{number}"))
    assert signer.asked == 1


UNREACHABLE = [
    pytest.param(OSError("unreachable"), id="out of reach"),
    pytest.param(TimeoutError("slow"), id="too slow"),
    pytest.param(jwt.PyJWKClientConnectionError("refused"), id="refused"),
    pytest.param({"keys": []}, id="no keys"),
    pytest.param([], id="a list"),
    pytest.param(None, id="nothing"),
    pytest.param(published("first", key=SHORT), id="a key that is too short"),
]


@pytest.mark.parametrize("answers", UNREACHABLE)
def test_nobody_is_recognised_before_the_keys_were_ever_had(signer: Signer, answers: object) -> None:
    signer.answers = answers
    keys = signer.keys()
    for _ in range(3):
        with pytest.raises(SignerUnavailable):
            keys.key_for(under("first"))
    assert signer.asked == 1
    signer.answers, signer.seconds = published("first"), ASK_AGAIN_SECONDS
    assert keys.key_for(under("first"))


@pytest.mark.parametrize("answers", UNREACHABLE)
def test_known_keys_serve_a_quarter_of_an_hour_while_the_signer_is_away(
    signer: Signer, answers: object
) -> None:
    keys = signer.keys()
    keys.key_for(under("first"))
    signer.answers, signer.seconds = answers, LONGEST_SECONDS - 1
    assert keys.key_for(under("first"))
    with pytest.raises(SignerUnavailable):
        keys.key_for(under("second"))
    signer.seconds = LONGEST_SECONDS
    with pytest.raises(SignerUnavailable):
        keys.key_for(under("first"))


@pytest.mark.parametrize(
    "header",
    [pytest.param({}, id="no name"), pytest.param({"kid": ""}, id="an empty name")],
)
def test_a_token_that_names_no_key_has_none(header: dict[str, Any]) -> None:
    with pytest.raises(LookupError):
        key_name(jwt.encode({}, ONE, algorithm="RS256", headers=header))


def others() -> Iterable[dict[str, Any]]:
    """Keys with which nothing is signed for us."""
    curve = ec.generate_private_key(ec.SECP256R1())
    yield jwt.algorithms.ECAlgorithm.to_jwk(curve.public_key(), as_dict=True) | {"kid": "first"}
    yield {"kty": "oct", "kid": "first", "k": "c2VjcmV0"}
    yield {name: value for name, value in published("first")["keys"][0].items() if name != "kid"}


@pytest.mark.parametrize("other", list(others()))
def test_only_rsa_keys_with_a_name_are_used(other: dict[str, Any]) -> None:
    good = published("second")["keys"]
    assert set(usable_keys({"keys": [other, *good]})) == {"second"}
    with pytest.raises(ValueError, match="no usable key"):
        usable_keys({"keys": [other]})
