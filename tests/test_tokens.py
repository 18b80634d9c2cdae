"""Who is recognised, and who is not."""

import base64
import hmac
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from riskflag.errors import BadInput, NotAllowed
from riskflag.settings import Environment, Settings, TokenSettings
from riskflag.tokens import DEVELOPMENT_KEY_FILE, issue_development_token, token_reader
from riskflag.vocabulary import Role

KEY = rsa.generate_private_key(public_exponent=65537, key_size=2048)
OTHER_KEY = rsa.generate_private_key(public_exponent=65537, key_size=2048)


@pytest.fixture
def development(tmp_path: Path) -> Settings:
    return Settings(tmp_path, "sqlite://", Environment.DEVELOPMENT, "127.0.0.1", 8000, None)


@pytest.fixture
def production(tmp_path: Path) -> Settings:
    public = jwt.algorithms.RSAAlgorithm.to_jwk(KEY.public_key(), as_dict=True)
    keys = tmp_path / "keys.json"
    keys.write_text(
        f'{{"keys": [{{"kid": "one", "n": "{public["n"]}", "e": "{public["e"]}", "kty": "RSA"}}]}}'
    )
    signer = TokenSettings("https://signer.example", "riskflag", None, keys)
    return Settings(tmp_path, "sqlite://", Environment.PRODUCTION, "127.0.0.1", 8000, signer)


def just_now() -> datetime:
    return datetime.now(UTC).replace(microsecond=0)


def claims(**changes: object) -> dict[str, Any]:
    """What a token says. A change that is a length of time is that long after this moment."""
    moment = just_now()
    changes = {name: moment + each if isinstance(each, timedelta) else each for name, each in changes.items()}
    given = {
        "iss": "https://signer.example",
        "aud": "riskflag",
        "iat": moment,
        "exp": moment + timedelta(hours=1),
        "user_name": "an officer",
        "authorities": ["ROLE_PROBATION", "ROLE_RISKFLAG_RESPONSIBLE_OFFICER"],
    } | changes
    return {name: value for name, value in given.items() if value is not None}


def signed(payload: dict[str, Any], key: rsa.RSAPrivateKey = KEY, kid: str = "one") -> str:
    return jwt.encode(payload, key, algorithm="RS256", headers={"kid": kid})


def signed_with_the_public_key() -> str:
    """What is signed with a secret that everybody knows, in the hope that it is taken for one. By hand, for no
    library would do it."""
    pem = KEY.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    times = {name: int(value.timestamp()) for name, value in claims().items() if isinstance(value, datetime)}
    parts = ({"alg": "HS256", "kid": "one", "typ": "JWT"}, claims() | times)
    signed_part = b".".join(
        base64.urlsafe_b64encode(json.dumps(part).encode()).rstrip(b"=") for part in parts
    )
    mac = base64.urlsafe_b64encode(hmac.digest(pem, signed_part, "sha256")).rstrip(b"=")
    return b".".join((signed_part, mac)).decode()


@pytest.mark.parametrize("role", Role)
def test_a_development_token_names_its_reader_and_role(development: Settings, role: Role) -> None:
    token = issue_development_token(development, role, "somebody", just_now())
    actor = token_reader(development).read(token)
    assert (actor.name, actor.role) == ("somebody", role)


def test_the_development_key_is_made_once_and_only_its_owner_reads_it(development: Settings) -> None:
    token_reader(development)
    key = development.home / DEVELOPMENT_KEY_FILE
    first = key.read_bytes()
    token_reader(development)
    assert key.read_bytes() == first
    assert key.stat().st_mode & 0o077 == 0
    assert [path.name for path in development.home.iterdir()] == [DEVELOPMENT_KEY_FILE]


def test_outside_development_no_token_is_issued(production: Settings) -> None:
    with pytest.raises(BadInput, match="RISKFLAG_ENVIRONMENT"):
        issue_development_token(production, Role.AUDITOR, "somebody", just_now())


def test_without_a_signer_nobody_is_recognised_outside_development(production: Settings) -> None:
    with pytest.raises(BadInput):
        token_reader(replace(production, tokens=None))


def test_a_development_token_is_refused_outside_development(
    production: Settings, development: Settings
) -> None:
    token = issue_development_token(development, Role.RESPONSIBLE_OFFICER, "somebody", just_now())
    with pytest.raises(NotAllowed):
        token_reader(production).read(token)


def test_a_signed_token_is_recognised(production: Settings) -> None:
    actor = token_reader(production).read(signed(claims()))
    assert (actor.name, actor.role) == ("an officer", Role.RESPONSIBLE_OFFICER)


def test_a_system_that_sends_records_goes_by_its_client(production: Settings) -> None:
    feed = claims(user_name=None, client_id="a-system", authorities=["ROLE_RISKFLAG_RECORD_FEED"])
    actor = token_reader(production).read(signed(feed))
    assert (actor.name, actor.role) == ("a-system", Role.RECORD_FEED)


def test_a_token_may_last_half_a_day(production: Settings) -> None:
    assert token_reader(production).read(signed(claims(exp=timedelta(hours=12)))).name == "an officer"


@pytest.mark.parametrize(
    "forge",
    [
        pytest.param(lambda: signed(claims(), OTHER_KEY), id="another key under the signer's name"),
        pytest.param(lambda: signed(claims(), kid="two"), id="a key nobody knows"),
        pytest.param(lambda: signed(claims(iss="https://elsewhere.example")), id="another signer"),
        pytest.param(lambda: signed(claims(aud="another service")), id="for another service"),
        pytest.param(lambda: signed(claims(exp=timedelta(minutes=-5))), id="expired"),
        pytest.param(lambda: signed(claims(exp=None)), id="without an end"),
        pytest.param(lambda: signed(claims(user_name=None)), id="names nobody"),
        pytest.param(lambda: signed(claims(user_name=7)), id="the name is a number"),
        pytest.param(lambda: signed(claims(authorities=["ROLE_PROBATION"])), id="no role of this service"),
        pytest.param(
            lambda: signed(claims(authorities="ROLE_RISKFLAG_AUDITOR")), id="authorities are no list"
        ),
        pytest.param(
            lambda: signed(claims(authorities=["ROLE_RISKFLAG_AUDITOR", "ROLE_RISKFLAG_RESETTLEMENT_STAFF"])),
            id="two roles",
        ),
        pytest.param(lambda: jwt.encode(claims(), "", algorithm="none"), id="no signature"),
        pytest.param(
            lambda: jwt.encode(claims(), "x" * 32, algorithm="HS256", headers={"kid": "one"}), id="HS256"
        ),
        pytest.param(lambda: signed(claims(nbf=timedelta(minutes=5))), id="not yet valid"),
        pytest.param(lambda: signed(claims(iat=timedelta(minutes=5))), id="issued in time to come"),
        pytest.param(lambda: signed(claims(iat=None)), id="nobody knows since when"),
        pytest.param(lambda: signed(claims(iss=None)), id="without a signer"),
        pytest.param(lambda: signed(claims(aud=None)), id="for nobody"),
        pytest.param(lambda: signed(claims(exp=timedelta(hours=12, seconds=1))), id="lasts too long"),
        pytest.param(lambda: signed(claims(exp=10**12)), id="lasts for ever"),
        pytest.param(lambda: signed(claims(user_name="  ")), id="a blank name"),
        pytest.param(lambda: signed(claims(user_name="n" * 201)), id="a name that is too long"),
        pytest.param(
            lambda: signed(claims(user_name=None, client_id="a-system")), id="a system that would read"
        ),
        pytest.param(
            lambda: signed(claims(authorities=[["ROLE_RISKFLAG_AUDITOR"], 7])),
            id="authorities of another type",
        ),
        pytest.param(
            lambda: signed(
                claims(authorities=["ROLE_RISKFLAG_RECORD_FEED", "ROLE_RISKFLAG_RESPONSIBLE_OFFICER"])
            ),
            id="a feed that would read",
        ),
        pytest.param(lambda: signed(claims(padding="x" * 9000)), id="huge"),
        pytest.param(lambda: jwt.encode(claims(), KEY, algorithm="RS256"), id="names no key"),
        pytest.param(
            lambda: jwt.encode(claims(), KEY, algorithm="RS512", headers={"kid": "one"}), id="RS512"
        ),
        pytest.param(
            lambda: jwt.encode(claims(), KEY, algorithm="PS256", headers={"kid": "one"}), id="PS256"
        ),
        pytest.param(signed_with_the_public_key, id="HS256 with the public key as its secret"),
        pytest.param(lambda: "not a token", id="not a token"),
        pytest.param(lambda: "", id="empty"),
    ],
)
def test_a_token_that_is_not_right_in_every_part_is_refused_alike(
    production: Settings, forge: Callable[[], str]
) -> None:
    with pytest.raises(NotAllowed) as refused:
        token_reader(production).read(forge())
    assert "officer" not in str(refused.value)


@pytest.mark.parametrize(
    "content",
    [
        pytest.param("", id="empty"),
        pytest.param("{", id="cut short"),
        pytest.param("[]", id="a list"),
        pytest.param('{"keys": []}', id="no keys"),
        pytest.param('{"keys": [{"kty": "RSA"}]}', id="half a key"),
        pytest.param('{"keys": [{"kty": "oct", "kid": "one", "k": "c2VjcmV0"}]}', id="a shared secret"),
    ],
)
def test_a_keys_file_without_keys_stops_the_start_by_name(production: Settings, content: str) -> None:
    assert production.tokens is not None
    assert production.tokens.keys_file is not None
    production.tokens.keys_file.write_text(content)
    with pytest.raises(BadInput, match="RISKFLAG_JWT_KEYS_FILE"):
        token_reader(production)
