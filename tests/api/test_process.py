"""The process that serves: not root outside development, its files its owner's, no memory left behind."""

import os
import resource
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from runpy import run_module

import pytest

from api import __main__ as command
from api import process
from riskflag.errors import BadInput
from riskflag.settings import Environment, Settings

SETTINGS = Settings(Path("home"), "sqlite:///x", Environment.PRODUCTION, "127.0.0.1", 8000, None)


@pytest.mark.parametrize(
    ("environment", "user", "refused"),
    [
        pytest.param(Environment.PRODUCTION, process.ROOT, True, id="root in production"),
        pytest.param(Environment.PRODUCTION, 10001, False, id="a user of its own"),
        pytest.param(Environment.DEVELOPMENT, process.ROOT, False, id="root in development"),
    ],
)
def test_root_does_not_serve_outside_development(
    monkeypatch: pytest.MonkeyPatch, environment: Environment, user: int, refused: bool
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: user)
    asked = replace(SETTINGS, environment=environment)
    if refused:
        with pytest.raises(BadInput, match="must not run as root"):
            process.refuse_root(asked)
    else:
        process.refuse_root(asked)


def test_its_files_are_its_owners_and_a_crash_leaves_nothing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    limits: dict[int, tuple[int, int]] = {}
    monkeypatch.setattr(resource, "setrlimit", limits.__setitem__)
    before = os.umask(0o022)
    try:
        process.keep_to_itself()
        (tmp_path / "made").touch()
    finally:
        os.umask(before)
    assert (tmp_path / "made").stat().st_mode & 0o777 == 0o600
    assert limits == {resource.RLIMIT_CORE: (0, 0)}


@pytest.mark.parametrize(
    "start",
    [
        pytest.param(command.main, id="python -m api"),
        pytest.param(lambda: run_module("api.wsgi"), id="another server over api.wsgi"),
    ],
)
def test_both_ways_to_start_refuse_root(
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    start: Callable[[], object],
) -> None:
    keys = tmp_path / "keys.json"
    keys.write_text('{"keys": []}', encoding="utf-8")
    given = {"ENVIRONMENT": "production", "HOME": str(tmp_path)}
    signer = {"JWT_ISSUER": "us", "JWT_AUDIENCE": "riskflag", "JWT_KEYS_FILE": str(keys)}
    for name, value in {**given, **signer}.items():
        monkeypatch.setenv(f"RISKFLAG_{name}", value)
    monkeypatch.setattr(os, "geteuid", lambda: process.ROOT)
    for module in (process, command):
        monkeypatch.setattr(module, "keep_to_itself", lambda: None)
    with pytest.raises((BadInput, SystemExit)) as refused:
        start()
    assert "must not run as root" in str(refused.value) + capsys.readouterr().err
