"""Clients that send a byte now and then keep nobody else waiting."""

from collections.abc import Iterator
from contextlib import ExitStack, suppress
from select import select
from socket import create_connection, socket
from time import monotonic, sleep

import pytest

from api.__main__ import HEADER_SECONDS
from api.turns import AT_ONCE, OF_ONE_ACCOUNT
from riskflag.service import now
from riskflag.tokens import issue_development_token
from riskflag.vocabulary import Role
from tests.api.serving import Served, serving

pytestmark = [pytest.mark.server, pytest.mark.enable_socket]
CLIENTS = 4 * AT_ONCE
REFUSED = b"HTTP/1.1 429"
BYTES = 3
A_BEAT = 0.1
PATIENCE = 30
"""Seconds, well past what the service waits, after which it still does."""


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with serving(tmp_path_factory.mktemp("home")) as running:
        yield running


def half_a_request(served: Served, what: str) -> bytes:
    """A request that stops in its headers, or in its body."""
    if what == "headers":
        return b"GET /rules HTTP/1.1\r\nHost: x\r\nX-Slow: "
    token = issue_development_token(served.settings, Role.RESPONSIBLE_OFFICER, "a slow reader", now())
    length = b"Content-Length: 500" if what == "body" else b"Transfer-Encoding: chunked"
    head = f"POST /people/find HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {token}\r\n"
    return head.encode() + b"Content-Type: application/json\r\n" + length + b"\r\n\r\n"


def told(client: socket) -> bytes:
    """What a client is told; nothing where the service just hangs up."""
    client.settimeout(PATIENCE)
    with suppress(ConnectionError):
        return client.recv(12)
    return b""


def when_answered(clients: list[socket], expected: int) -> list[socket]:
    """Those who have been told something, once they are as many as expected or patience ends."""
    until = monotonic() + PATIENCE
    while True:
        ready = select(clients, [], [], A_BEAT)[0]
        if len(ready) >= expected or monotonic() > until:
            return ready
        sleep(A_BEAT)


@pytest.mark.parametrize(
    ("what", "drop"),
    [
        pytest.param("headers", b"a", id="in its headers"),
        pytest.param("body", b" ", id="in its body"),
        pytest.param("pieces", b"1\r\n \r\n", id="in a body sent in pieces"),
    ],
)
def test_slow_clients_take_the_service_from_nobody(served: Served, what: str, drop: bytes) -> None:
    with ExitStack() as stack:
        address = ("127.0.0.1", served.settings.port)
        slow = [stack.enter_context(create_connection(address, PATIENCE)) for _ in range(CLIENTS)]
        for client in slow:
            client.sendall(half_a_request(served, what))
        for _ in range(BYTES):
            for client in slow:
                with suppress(ConnectionError):
                    client.sendall(drop)
            assert served.ask("GET", "/rules").status == 401
            assert served.ask("GET", "/health/readiness").status == 200
        refused = len(slow) - (0 if what == "headers" else OF_ONE_ACCOUNT)
        answered = slow if what == "headers" else when_answered(slow, refused)
        assert {told(client) for client in answered} == {b"" if what == "headers" else REFUSED}
        assert len(answered) == refused
    assert served.ask("GET", "/health/readiness").status == 200


def test_it_waits_less_long_than_these_tests_do() -> None:
    assert HEADER_SECONDS < PATIENCE
