"""A real service in a process of its own, on loopback, for as long as a test needs it. One that does not become
ready ends the test, and what it said is told."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from socket import socket
from threading import Thread
from time import sleep
from types import MappingProxyType

from riskflag.persistence.migrations import upgrade
from riskflag.settings import Environment, Settings
from tests.keys import VAULT, keys_file

ROOT = Path(__file__).parents[2]
COMMAND = Path(sys.executable).with_name("riskflag")
ATTEMPTS = 300


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


@contextmanager
def serving(home: Path, cases: Iterable[Path] = ()) -> Iterator[Served]:
    """The service over a database in ``home``, once it is ready.

    cases: case files that the database holds; without any it is empty
    """
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
    if cases:
        command: list[str | Path] = [COMMAND, "import", "--as-if-asked-now", "--ask", *cases]
        subprocess.run(command, cwd=ROOT, env=environment, check=True, stdout=subprocess.DEVNULL)
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
            _wait_for(running)
            yield running
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(30)
            listener.join()


def _wait_for(running: Served) -> None:
    for _ in range(ATTEMPTS):
        if running.ready():
            return
        if running.process.poll() is not None:
            break
        sleep(0.1)
    raise RuntimeError("the service did not become ready:\n" + "".join(running.said))
