"""Who is recognised: what the token says, and nothing else that is sent."""

from datetime import timedelta
from typing import Any

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import rsa

from riskflag.service import now
from riskflag.tokens import (
    DEVELOPMENT_AUDIENCE,
    DEVELOPMENT_ISSUER,
    DEVELOPMENT_KEY_FILE,
    issue_development_token,
)
from riskflag.vocabulary import Role
from tests.api.world import OFFICER, World

STRANGERS_KEY = rsa.generate_private_key(public_exponent=65537, key_size=2048)
NO_KEY: Any = None


def claims(**changed: object) -> dict[str, object]:
    """What an officer's token says."""
    return {
        "iss": DEVELOPMENT_ISSUER,
        "aud": DEVELOPMENT_AUDIENCE,
        "iat": now(),
        "exp": now() + timedelta(minutes=5),
        "user_name": "a reader",
        "authorities": ["ROLE_RISKFLAG_RESPONSIBLE_OFFICER"],
        **changed,
    }


@pytest.mark.parametrize(
    ("changed", "status"),
    [
        pytest.param({}, 200, id="an officer"),
        pytest.param({"exp": 0}, 401, id="expired long ago"),
        pytest.param({"iss": "somebody"}, 401, id="signed for another issuer"),
        pytest.param({"aud": "another-service"}, 401, id="meant for another service"),
        pytest.param({"authorities": []}, 401, id="no role"),
        pytest.param({"authorities": ["ROLE_SOMETHING"]}, 401, id="a role of another service"),
        pytest.param(
            {"authorities": ["ROLE_RISKFLAG_AUDITOR", "ROLE_RISKFLAG_RESPONSIBLE_OFFICER"]},
            401,
            id="two roles at once",
        ),
        pytest.param({"user_name": None}, 401, id="nobody's name"),
    ],
)
def test_what_a_token_must_say(world: World, changed: dict[str, object], status: int) -> None:
    key = (world.settings.home / DEVELOPMENT_KEY_FILE).read_bytes()
    token = jwt.encode(claims(**changed), key, algorithm="RS256")
    assert world.ask("GET", "/rules", headers={"Authorization": f"Bearer {token}"}).status_code == status


@pytest.mark.parametrize(
    "token",
    [
        pytest.param(jwt.encode(claims(), STRANGERS_KEY, algorithm="RS256"), id="another's key"),
        pytest.param(jwt.encode(claims(), NO_KEY, algorithm="none"), id="no signature"),
        pytest.param(jwt.encode(claims(), "secret" * 8, algorithm="HS256"), id="a shared secret"),
        pytest.param("a.b.c", id="three words"),
        pytest.param("x" * 5000, id="very long"),
    ],
)
def test_a_forged_token_is_refused(world: World, token: str) -> None:
    refused = world.ask("GET", "/rules", headers={"Authorization": f"Bearer {token}"})
    assert refused.status_code == 401
    assert token[:40] not in refused.text


@pytest.mark.parametrize(
    "headers",
    [
        pytest.param({"X-Role": "responsible_officer"}, id="a header that names a role"),
        pytest.param({"Cookie": "role=responsible_officer"}, id="a cookie"),
        pytest.param({"X-Forwarded-User": "a reader"}, id="what a proxy would say"),
    ],
)
def test_nothing_but_the_token_says_who_is_asking(world: World, headers: dict[str, str]) -> None:
    assert world.ask("GET", "/rules", role=None, headers=headers).status_code == 401
    assert world.ask("POST", "/people", {}, Role.AUDITOR, headers=headers).status_code == 403


@pytest.mark.parametrize("scheme", ["Bearer", "bearer", "BEARER"])
def test_the_scheme_may_be_written_in_any_case(world: World, scheme: str) -> None:
    token = issue_development_token(world.settings, OFFICER, "a reader", now())
    answer = world.ask("GET", "/rules", headers={"Authorization": f"{scheme} {token}"})
    assert answer.status_code == 200
