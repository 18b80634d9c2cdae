"""Signing in with another service: what comes back counts only as it was asked for, once, and as it is signed."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa

from api.app import create_app
from riskflag.settings import Environment, SignInSettings, TokenSettings
from riskflag.vocabulary import Role
from tests.api.world import World
from tests.pages.desk import Desk
from tests.pages.entrance.provider import CLIENT_ID, CLIENT_SECRET, Provider, provider

pytestmark = pytest.mark.enable_socket
ISSUER, AUDIENCE, ADDRESS = "https://signer.example", "riskflag", "https://riskflag.example"
BACK = "/desk/sign-in/back"


@pytest.fixture
def other() -> Iterator[Provider]:
    with provider() as answering:
        answering.claims = {
            "iss": ISSUER,
            "aud": AUDIENCE,
            "user_name": "p.officer",
            "authorities": ["ROLE_RISKFLAG_AUDITOR"],
        }
        yield answering


@pytest.fixture
def desk(world: World, other: Provider, tmp_path: Path) -> Desk:
    """A desk outside development, before the other service."""
    keys = tmp_path / "signer.json"
    keys.write_text(json.dumps(other.keys))
    settings = replace(
        world.settings,
        environment=Environment.PRODUCTION,
        tokens=TokenSettings(ISSUER, AUDIENCE, None, keys),
        sign_in=SignInSettings(other.address, CLIENT_ID, CLIENT_SECRET, ADDRESS),
    )
    app = create_app(settings, world.service, clock=world.clock, wait=lambda _: None)
    made = Desk(World(app, world.service, settings, world.clock))
    made.client = app.test_client()
    return made


def begin(desk: Desk) -> str:
    """Goes to the other service. Gives where that is."""
    answer = desk.client.get("/desk/sign-in/begin", base_url=ADDRESS)
    assert answer.status_code == 302
    return answer.headers["Location"]


def back(desk: Desk, query: str) -> tuple[int, str]:
    answer = desk.client.get(f"{BACK}?{query}", base_url=ADDRESS)
    return answer.status_code, answer.headers.get("Location", "")


def signed_in(desk: Desk) -> bool:
    return desk.client.get("/desk/", base_url=ADDRESS).headers["Location"] != "/desk/sign-in"


def test_it_asks_for_a_code_that_only_it_can_use(desk: Desk) -> None:
    asked = {name: values[0] for name, values in parse_qs(urlsplit(begin(desk)).query).items()}
    assert asked["client_id"] == CLIENT_ID
    assert asked["redirect_uri"] == ADDRESS + BACK
    assert asked["response_type"] == "code"
    assert asked["code_challenge_method"] == "S256"
    assert {"state", "nonce", "code_challenge"} <= set(asked)
    assert CLIENT_SECRET not in str(asked)


def test_whoever_comes_back_is_who_the_token_says(desk: Desk, other: Provider) -> None:
    assert back(desk, other.is_asked(begin(desk))) == (303, "/desk/")
    assert desk.client.get("/desk/", base_url=ADDRESS).headers["Location"] == "/desk/alerts"
    cookie = desk.client.get_cookie("__Host-riskflag", "riskflag.example")
    assert cookie is not None
    assert cookie.secure
    assert cookie.http_only


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param({"authorities": []}, id="no role"),
        pytest.param({"authorities": ["ROLE_PROBATION"]}, id="roles elsewhere only"),
        pytest.param(
            {"authorities": ["ROLE_RISKFLAG_AUDITOR", "ROLE_RISKFLAG_DATA_SCIENTIST"]}, id="two roles"
        ),
        pytest.param({"authorities": ["ROLE_RISKFLAG_RECORD_FEED"]}, id="a role for programs"),
        pytest.param({"user_name": ""}, id="no name"),
        pytest.param({"iss": "https://another.example"}, id="another signer"),
        pytest.param({"aud": "another-service"}, id="a token for another service"),
    ],
)
def test_a_token_that_the_api_would_not_take_signs_nobody_in(
    desk: Desk, other: Provider, changed: dict[str, object]
) -> None:
    other.claims |= changed
    assert back(desk, other.is_asked(begin(desk)))[0] == 403
    assert not signed_in(desk)


def test_a_token_that_another_signed_signs_nobody_in(
    desk: Desk, other: Provider, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    forged = other.signed(other.claims, key)
    monkeypatch.setattr(other, "signed", lambda _: forged)
    assert back(desk, other.is_asked(begin(desk)))[0] == 403
    assert not signed_in(desk)


@pytest.mark.parametrize(
    "query",
    [
        pytest.param("", id="nothing"),
        pytest.param("code=good-once", id="no state"),
        pytest.param("code=good-once&state=another", id="the state of another"),
        pytest.param("error=access_denied&error_description=%3Cscript%3E", id="a refusal"),
        pytest.param("code=wrong&state={state}", id="another code"),
    ],
)
def test_what_was_not_asked_for_signs_nobody_in(desk: Desk, other: Provider, query: str) -> None:
    other.is_asked(begin(desk))
    assert back(desk, query.format(state=other.asked["state"]))[0] == 403
    assert not signed_in(desk)


def test_a_code_is_good_once_and_in_one_browser(desk: Desk, other: Provider) -> None:
    query = other.is_asked(begin(desk))
    elsewhere = Desk(desk.world)
    assert back(elsewhere, query)[0] == 403
    assert back(desk, query)[0] == 303
    assert back(desk, query)[0] == 403


def test_another_service_that_does_not_answer_is_told_as_that(desk: Desk) -> None:
    nowhere = SignInSettings("http://127.0.0.1:1", CLIENT_ID, CLIENT_SECRET, ADDRESS)
    app = create_app(replace(desk.world.settings, sign_in=nowhere), desk.world.service, wait=lambda _: None)
    assert app.test_client().get("/desk/sign-in/begin", base_url=ADDRESS).status_code == 503


def test_nobody_chooses_who_they_are(desk: Desk) -> None:
    page = desk.client.get("/desk/sign-in", base_url=ADDRESS)
    assert "/desk/sign-in/begin" in page.text
    assert 'type="radio"' not in page.text
    token = page.text.partition('name="csrf_token" value="')[2].partition('"')[0]
    sent = {"role": Role.AUDITOR.value, "csrf_token": token}
    assert desk.client.post("/desk/sign-in", data=sent, base_url=ADDRESS).status_code in (400, 403)
    assert not signed_in(desk)
