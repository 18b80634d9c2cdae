"""The service as it really runs: its own process, on loopback."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from socket import socket
from threading import Thread
from time import sleep
from types import MappingProxyType

import pytest

from riskflag.persistence.migrations import upgrade
from riskflag.service import now
from riskflag.settings import Environment, Settings
from riskflag.tokens import issue_development_token
from riskflag.vocabulary import Role
from tests.keys import VAULT, keys_file

ROOT = Path(__file__).parents[2]
ATTEMPTS = 300
pytestmark = [pytest.mark.server, pytest.mark.enable_socket]


@dataclass
class Served:
    """A running service and what it has said."""

    process: subprocess.Popen[str]
    settings: Settings
    said: list[str]

    def ask(
        self,
        method: str,
        path: str,
        body: bytes | Iterator[bytes] | None = None,
        headers: Mapping[str, str] = MappingProxyType({}),
    ) -> HTTPResponse:
        connection = HTTPConnection("127.0.0.1", self.settings.port, timeout=20)
        try:
            connection.request(method, path, body, headers)
            answer = connection.getresponse()
            answer.read()
            return answer
        finally:
            connection.close()

    def ready(self) -> bool:
        try:
            return self.ask("GET", "/health/readiness").status == 200
        except OSError:
            return False


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    home = tmp_path_factory.mktemp("home")
    with socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    url = f"sqlite:///{home / 'riskflag.sqlite3'}"
    keys = keys_file(home)
    settings = Settings(home, url, Environment.DEVELOPMENT, "127.0.0.1", port, None, keys_file=keys)
    upgrade(url, VAULT)
    environment = {
        **os.environ,
        "RISKFLAG_HOME": str(home),
        "RISKFLAG_ENVIRONMENT": "development",
        "RISKFLAG_KEYS_FILE": str(keys),
        "RISKFLAG_PORT": str(port),
        "PYTHONUNBUFFERED": "1",
    }
    with subprocess.Popen(
        [sys.executable, "-m", "api"],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as process:
        running = Served(process, settings, [])
        listener = Thread(target=lambda: running.said.extend(process.stdout or ()))
        listener.start()
        try:
            for _ in range(ATTEMPTS):
                if running.ready() or process.poll() is not None:
                    break
                sleep(0.1)
            yield running
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(30)
            listener.join()


def test_it_serves_and_says_where(served: Served) -> None:
    assert served.ready(), served.said
    assert (
        f"riskflag is serving on http://127.0.0.1:{served.settings.port} (development mode)\n" in served.said
    )


def test_it_does_not_say_what_it_is_made_of(served: Served) -> None:
    assert served.ask("GET", "/info").getheader("Server") == "riskflag"


@pytest.mark.parametrize("chunked", [pytest.param(True, id="in pieces"), pytest.param(False, id="at once")])
def test_a_body_that_is_too_large_is_refused(served: Served, chunked: bool) -> None:
    token = issue_development_token(served.settings, Role.RESPONSIBLE_OFFICER, "a reader", now())
    headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
    # Little more than may be sent, so that all of it is on its way before the service hangs up.
    body = iter([b" " * 33_000] * 2) if chunked else b" " * 66_000
    assert served.ask("POST", "/people/find", body, headers).status == 413


def test_it_stops_when_it_is_asked(served: Served) -> None:
    served.process.send_signal(signal.SIGTERM)
    assert served.process.wait(30) == 0
    assert not served.ready()
    logged = [json.loads(line) for line in served.said if line.startswith("{")]
    assert {entry["route"] for entry in logged if entry["event"] == "request"} >= {"/health/readiness"}
    assert "Traceback" not in "".join(served.said)
