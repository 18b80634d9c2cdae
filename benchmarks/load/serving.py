"""Several processes that serve one database, as many containers would."""

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from http.client import HTTPConnection
from socket import socket
from time import sleep

from riskflag.settings import Settings

ATTEMPTS = 600


@contextmanager
def served(settings: Settings, processes: int) -> Iterator[Sequence[int]]:
    """The ports of so many processes, once each is ready."""
    with ExitStack() as running:
        yield [running.enter_context(_one(settings)) for _ in range(processes)]


@contextmanager
def _one(settings: Settings) -> Iterator[int]:
    with socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = {
        **os.environ,
        "RISKFLAG_HOME": str(settings.home),
        "RISKFLAG_ENVIRONMENT": "development",
        "RISKFLAG_PORT": str(port),
        "RISKFLAG_MODELS": "models",
    }
    process = subprocess.Popen(
        [sys.executable, "-m", "api"], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        for _ in range(ATTEMPTS):
            if process.poll() is not None:
                raise RuntimeError("the service did not start")
            if _ready(port):
                break
            sleep(0.1)
        yield port
    finally:
        process.terminate()
        process.wait(30)


def _ready(port: int) -> bool:
    connection = HTTPConnection("127.0.0.1", port, timeout=20)
    try:
        connection.request("GET", "/health/readiness")
        return connection.getresponse().status == 200
    except OSError:
        return False
    finally:
        connection.close()
