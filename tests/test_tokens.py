"""Who is recognised, and who is not."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import rsa

from riskflag.errors import BadInput, NotAllowed
from riskflag.settings import Environment, Settings, TokenSettings
from riskflag.tokens import DEVELOPMENT_KEY_FILE, issue_development_token, token_reader
from riskflag.vocabulary import Role

NOW = datetime.now(UTC).replace(microsecond=0)
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


def claims(**changes: object) -> dict[str, Any]:
    given = {
        "iss": "https://signer.example",
        "aud": "riskflag",
        "iat": NOW,
        "exp": NOW + timedelta(hours=1),
        "user_name": "an officer",
        "authorities": ["ROLE_PROBATION", "ROLE_RISKFLAG_RESPONSIBLE_OFFICER"],
    } | changes
    return {name: value for name, value in given.items() if value is not None}


def signed(payload: dict[str, Any], key: rsa.RSAPrivateKey = KEY, kid: str = "one") -> str:
    return jwt.encode(payload, key, algorithm="RS256", headers={"kid": kid})


@pytest.mark.parametrize("role", Role)
def test_a_development_token_names_its_reader_and_role(development: Settings, role: Role) -> None:
    token = issue_development_token(development, role, "somebody", NOW)
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
        issue_development_token(production, Role.AUDITOR, "somebody", NOW)


def test_without_a_signer_nobody_is_recognised_outside_development(production: Settings) -> None:
    with pytest.raises(BadInput):
        token_reader(replace(production, tokens=None))


def test_a_development_token_is_refused_outside_development(
    production: Settings, development: Settings
) -> None:
    token = issue_development_token(development, Role.RESPONSIBLE_OFFICER, "somebody", NOW)
    with pytest.raises(NotAllowed):
        token_reader(production).read(token)


def test_a_signed_token_is_recognised(production: Settings) -> None:
    actor = token_reader(production).read(signed(claims()))
    assert (actor.name, actor.role) == ("an officer", Role.RESPONSIBLE_OFFICER)


@pytest.mark.parametrize(
    "forge",
    [
        pytest.param(lambda: signed(claims(), OTHER_KEY), id="another key under the signer's name"),
        pytest.param(lambda: signed(claims(), kid="two"), id="a key nobody knows"),
        pytest.param(lambda: signed(claims(iss="https://elsewhere.example")), id="another signer"),
        pytest.param(lambda: signed(claims(aud="another service")), id="for another service"),
        pytest.param(lambda: signed(claims(exp=NOW - timedelta(minutes=5))), id="expired"),
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
    ],
)
def test_a_keys_file_without_keys_stops_the_start_by_name(production: Settings, content: str) -> None:
    assert production.tokens is not None
    assert production.tokens.keys_file is not None
    production.tokens.keys_file.write_text(content)
    with pytest.raises(BadInput, match="RISKFLAG_JWT_KEYS_FILE"):
        token_reader(production)
