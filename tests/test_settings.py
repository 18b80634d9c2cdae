"""Settings come from the environment, whole, or the start fails and says which one is wrong."""

from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path

import pytest

from riskflag.errors import BadInput
from riskflag.settings import (
    Environment,
    PaceSettings,
    Settings,
    SignInSettings,
    TokenSettings,
    load_settings,
)

CANARY = "canary-7f3a"
EVERYWHERE = "198.51.100.4"
NAMES = (
    *("HOME", "DATABASE_URL", "DATABASE_URL_FILE", "ENVIRONMENT", "HOST", "PORT", "MODELS"),
    *("METRICS_TOKEN", "METRICS_TOKEN_FILE", "ENQUIRIES_A_MINUTE", "LOOKUPS_A_MINUTE"),
    *("SIGN_IN_URL", "SIGN_IN_CLIENT_ID", "SIGN_IN_CLIENT_SECRET", "SIGN_IN_CLIENT_SECRET_FILE", "ADDRESS"),
)
TOKEN_NAMES = ("JWT_ISSUER", "JWT_AUDIENCE", "JWT_KEYS_URL", "JWT_KEYS_FILE")
SIGNED = {
    "JWT_ISSUER": "https://signer.example",
    "JWT_AUDIENCE": "riskflag",
    "JWT_KEYS_URL": "https://signer.example/keys",
}
SIGN_IN = {
    "SIGN_IN_URL": "https://signer.example/.well-known/openid-configuration",
    "SIGN_IN_CLIENT_ID": "riskflag",
    "SIGN_IN_CLIENT_SECRET": "between the two",
    "ADDRESS": "https://riskflag.example/",
}


@pytest.fixture(autouse=True)
def _nothing_set(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in NAMES + TOKEN_NAMES:
        monkeypatch.delenv(f"RISKFLAG_{name}", raising=False)
    monkeypatch.chdir(tmp_path)


def load(monkeypatch: pytest.MonkeyPatch, given: Mapping[str, str], *, serving: bool = False) -> Settings:
    for name, value in given.items():
        monkeypatch.setenv(f"RISKFLAG_{name}", value)
    return load_settings(serving=serving)


def test_with_nothing_set_it_is_production_on_loopback_with_sqlite_in_var(tmp_path: Path) -> None:
    assert load_settings() == Settings(
        home=tmp_path / "var",
        database_url=f"sqlite:///{tmp_path}/var/riskflag.sqlite3",
        environment=Environment.PRODUCTION,
        host="127.0.0.1",
        port=8000,
        tokens=None,
        models=None,
        pace=PaceSettings(enquiries=30, lookups=60),
    )


@pytest.mark.parametrize(
    ("given", "folder"),
    [
        pytest.param({}, None, id="in production no learned model speaks unless somebody decides so"),
        pytest.param({"MODELS": "off"}, None, id="off"),
        pytest.param({"ENVIRONMENT": "development", "MODELS": "off"}, None, id="off in development too"),
        pytest.param({"ENVIRONMENT": "development"}, "models", id="in development the demonstration speaks"),
        pytest.param({"MODELS": "published"}, "published", id="a folder, by decision"),
    ],
)
def test_whether_a_learned_model_speaks_is_a_decision(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, given: Mapping[str, str], folder: str | None
) -> None:
    assert load(monkeypatch, given).models == (tmp_path / folder if folder else None)


@pytest.mark.parametrize(
    ("given", "minutes"),
    [
        pytest.param({}, 5, id="five minutes, unless somebody decides otherwise"),
        pytest.param({"ENVIRONMENT": "development"}, 1440, id="a day in development"),
        pytest.param({"ACCESS_LIMITS_MINUTES": "1"}, 1, id="a minute"),
        pytest.param({"ENVIRONMENT": "development", "ACCESS_LIMITS_MINUTES": "5"}, 5, id="as set"),
    ],
)
def test_how_old_what_is_known_of_who_may_see_a_case_may_be(
    monkeypatch: pytest.MonkeyPatch, given: Mapping[str, str], minutes: int
) -> None:
    assert load(monkeypatch, given).access_age == timedelta(minutes=minutes)


@pytest.mark.parametrize("written", ["0", "-5", "1441", "five", "5.5", ""])
def test_an_age_that_is_none_stops_the_start(monkeypatch: pytest.MonkeyPatch, written: str) -> None:
    with pytest.raises(BadInput, match="RISKFLAG_ACCESS_LIMITS_MINUTES"):
        load(monkeypatch, {"ACCESS_LIMITS_MINUTES": written})


def test_what_is_set_is_read(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    held = {"HOME": str(tmp_path / "held"), "HOST": EVERYWHERE, "PORT": "8443"}
    given = {**held, "ENQUIRIES_A_MINUTE": "7", "LOOKUPS_A_MINUTE": "8", **SIGNED}
    settings = load(monkeypatch, given, serving=True)
    assert settings.pace == PaceSettings(enquiries=7, lookups=8)
    assert settings.database_url == f"sqlite:///{tmp_path}/held/riskflag.sqlite3"
    assert (settings.host, settings.port) == (EVERYWHERE, 8443)
    assert settings.tokens == TokenSettings(
        SIGNED["JWT_ISSUER"], SIGNED["JWT_AUDIENCE"], SIGNED["JWT_KEYS_URL"], keys_file=None
    )


@pytest.mark.parametrize(
    ("given", "named"),
    [
        pytest.param({"ENVIRONMENT": CANARY}, "ENVIRONMENT", id="an environment that is not one"),
        pytest.param({"ENVIRONMENT": ""}, "ENVIRONMENT", id="an environment left empty"),
        pytest.param({"HOME": ""}, "HOME", id="a home left empty"),
        pytest.param({"PORT": CANARY}, "PORT", id="a port in words"),
        pytest.param({"METRICS_TOKEN": CANARY}, "METRICS_TOKEN", id="a secret that can be guessed"),
        pytest.param({"ENQUIRIES_A_MINUTE": "0"}, "ENQUIRIES_A_MINUTE", id="nobody may ask"),
        pytest.param({"LOOKUPS_A_MINUTE": "off"}, "LOOKUPS_A_MINUTE", id="no limit"),
        pytest.param({"METRICS_TOKEN": ""}, "METRICS_TOKEN", id="a secret left empty"),
        pytest.param({"PORT": "0"}, "PORT", id="port nought"),
        pytest.param({"PORT": "65536"}, "PORT", id="a port beyond the last"),
        pytest.param(
            {"DATABASE_URL_FILE": f"/{CANARY}"}, "DATABASE_URL", id="a secret's file that is missing"
        ),
        pytest.param(
            {"ENVIRONMENT": "development", "HOST": "192.0.2.7"},
            "HOST",
            id="development for the whole network",
        ),
        pytest.param(
            {"ENVIRONMENT": "development", "HOST": CANARY},
            "HOST",
            id="development on a name of unknown reach",
        ),
        pytest.param(
            SIGN_IN | {"SIGN_IN_URL": f"http://{CANARY}"}, "SIGN_IN_URL", id="signing in in the clear"
        ),
        pytest.param(SIGN_IN | {"ADDRESS": f"http://{CANARY}"}, "ADDRESS", id="pages in the clear"),
        pytest.param(
            {"SIGN_IN_URL": f"https://{CANARY}"}, "SIGN_IN_CLIENT_SECRET", id="signing in without a secret"
        ),
        pytest.param(SIGN_IN | {"SIGN_IN_CLIENT_ID": ""}, "SIGN_IN_CLIENT_ID", id="signing in as nobody"),
        pytest.param(SIGNED | {"JWT_ISSUER": ""}, "JWT_ISSUER", id="tokens of nobody"),
        pytest.param({"JWT_ISSUER": CANARY}, "JWT_AUDIENCE", id="tokens for nobody"),
        pytest.param(SIGNED | {"JWT_KEYS_URL": f"http://{CANARY}"}, "JWT_KEYS_URL", id="keys in the clear"),
        pytest.param(SIGNED | {"JWT_KEYS_FILE": "keys.json"}, "JWT_KEYS_URL", id="keys from two places"),
        pytest.param(
            {"JWT_ISSUER": "us", "JWT_AUDIENCE": "us", "JWT_KEYS_FILE": CANARY},
            "JWT_KEYS_FILE",
            id="a file of keys that is missing",
        ),
    ],
)
def test_a_wrong_setting_stops_the_start_by_its_name(
    monkeypatch: pytest.MonkeyPatch, given: Mapping[str, str], named: str
) -> None:
    with pytest.raises(BadInput) as caught:
        load(monkeypatch, given)
    assert f"RISKFLAG_{named}" in caught.value.problems
    assert CANARY not in str(caught.value)


def test_nothing_is_served_in_production_to_people_who_cannot_be_recognised() -> None:
    with pytest.raises(BadInput, match="RISKFLAG_JWT_ISSUER"):
        load_settings(serving=True)


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.8.8", "::1", "localhost"])
def test_development_serves_this_machine_without_token_settings(
    monkeypatch: pytest.MonkeyPatch, host: str
) -> None:
    given = {"ENVIRONMENT": "development", "HOST": host}
    assert load(monkeypatch, given, serving=True).tokens is None


def test_the_database_url_may_be_a_secret_in_a_file_and_is_never_shown(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    secret = tmp_path / "url"
    secret.write_text(f"sqlite:///{CANARY}\n", encoding="utf-8")
    settings = load(monkeypatch, {"DATABASE_URL_FILE": str(secret)})
    assert settings.database_url == f"sqlite:///{CANARY}"
    assert CANARY not in repr(settings)


@pytest.mark.parametrize(
    ("given", "secret"),
    [
        pytest.param({}, None, id="not set"),
        pytest.param({"METRICS_TOKEN": "off"}, None, id="off"),
        pytest.param({"METRICS_TOKEN": CANARY * 3}, CANARY * 3, id="set"),
        pytest.param({"METRICS_TOKEN_FILE": "secret"}, CANARY * 4, id="in a file"),
    ],
)
def test_the_secret_of_the_monitoring_system_is_read_and_never_shown(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, given: Mapping[str, str], secret: str | None
) -> None:
    (tmp_path / "secret").write_text(CANARY * 4 + "\n", encoding="utf-8")
    settings = load(monkeypatch, given)
    assert settings.metrics_token == secret
    assert CANARY not in repr(settings)


def test_people_sign_in_with_a_service_whose_secret_is_never_shown(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "secret").write_text(CANARY + "\n", encoding="utf-8")
    given = {name: value for name, value in SIGN_IN.items() if name != "SIGN_IN_CLIENT_SECRET"}
    settings = load(monkeypatch, {**given, "SIGN_IN_CLIENT_SECRET_FILE": "secret"})
    assert settings.sign_in == SignInSettings(
        SIGN_IN["SIGN_IN_URL"], "riskflag", CANARY, "https://riskflag.example"
    )
    assert CANARY not in repr(settings)


def test_keys_may_come_from_a_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    keys = tmp_path / "keys.json"
    keys.touch()
    given = {"JWT_ISSUER": "us", "JWT_AUDIENCE": "riskflag", "JWT_KEYS_FILE": str(keys)}
    settings = load(monkeypatch, given, serving=True)
    assert settings.tokens == TokenSettings("us", "riskflag", keys_url=None, keys_file=keys)
