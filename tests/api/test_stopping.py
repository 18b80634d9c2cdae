"""Asked to stop while requests are under way, the service answers those that it has taken, takes no more, ends
well, and what it acknowledged is held."""

import json
import signal
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import replace
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from socket import create_connection
from threading import Event
from time import sleep

import pytest

from riskflag.casebook import HIM, case
from riskflag.persistence.engine import Database, make_engine
from riskflag.persistence.store import Store
from riskflag.service import now
from riskflag.tokens import issue_development_token
from riskflag.vocabulary import NomsNumber, Role
from tests.api.serving import Served, serving
from tests.api.world import records_body
from tests.keys import VAULT
from tests.persistence.rows import rows

pytestmark = [pytest.mark.server, pytest.mark.enable_socket]

UNDER_WAY = 4
"""Requests whose bodies are half sent when it is asked to stop; fewer than one account may have."""
BUSY = 3
ANSWERED_BEFORE = 5
ATTEMPTS = 400


def somebody(number: int) -> bytes:
    """Somebody to store."""
    held = case()
    him = replace(HIM, noms_number=NomsNumber(f"A{number:04}BB"), case_reference_number=None, pnc_number=None)
    return json.dumps(records_body(replace(held, dossier=replace(held.dossier, person=him)))).encode()


def headers(served: Served, body: bytes) -> dict[str, str]:
    token = issue_development_token(served.settings, Role.RECORD_FEED, "a feed", now())
    return {
        "Authorization": f"Bearer {token}",
        "Content-Type": "application/json",
        "Content-Length": str(len(body)),
    }


def half_sent(served: Served, number: int) -> tuple[HTTPConnection, bytes]:
    """A connection on which the first half of a request was sent, and its other half."""
    body = somebody(number)
    connection = HTTPConnection("127.0.0.1", served.settings.port, timeout=20)
    connection.putrequest("POST", "/people")
    for name, value in headers(served, body).items():
        connection.putheader(name, value)
    connection.endheaders(body[: len(body) // 2])
    return connection, body[len(body) // 2 :]


def acknowledged(served: Served, number: int) -> bool | None:
    """Sends somebody. Whether it was acknowledged; None where the connection ended without an answer."""
    body = somebody(number)
    try:
        return served.ask("POST", "/people", body, headers(served, body)).status in (200, 201)
    except (OSError, HTTPException):
        return None


def takes_no_more(served: Served) -> bool:
    """Whether it comes to take no connection, well before it has to."""
    for _ in range(ATTEMPTS):
        try:
            create_connection(("127.0.0.1", served.settings.port), timeout=5).close()
        except ConnectionRefusedError:
            return True
        sleep(0.02)
    return False


def keep_sending(served: Served, first: int, stopped: Event) -> Iterator[bool | None]:
    for number in range(first, first + 1000):
        told = acknowledged(served, number)
        yield told
        if told is None or stopped.is_set():
            return


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


def test_what_was_taken_is_answered_and_held_and_nothing_more_is_taken(home: Path) -> None:
    with serving(home) as served, ThreadPoolExecutor(BUSY) as clients:
        assert served.ready(), served.said
        before = [acknowledged(served, number) for number in range(ANSWERED_BEFORE)]
        taken = [half_sent(served, 5000 + number) for number in range(UNDER_WAY)]
        stopped = Event()
        busy: list[Future[list[bool | None]]] = [
            clients.submit(list, keep_sending(served, 1000 * (each + 1), stopped)) for each in range(BUSY)
        ]
        wait(busy, timeout=2)
        served.process.send_signal(signal.SIGTERM)
        assert takes_no_more(served)
        assert served.process.poll() is None
        answers = []
        for connection, rest in taken:
            connection.send(rest)
        for connection, _ in taken:
            answers.append(connection.getresponse().status)
            connection.close()
        assert served.process.wait(30) == 0
        stopped.set()
        others = [told for each in busy for told in each.result()]
        assert acknowledged(served, 9000) is None
    assert answers == [201] * UNDER_WAY
    assert before == [True] * ANSWERED_BEFORE
    assert False not in others
    kept = len(before) + len(answers) + others.count(True)
    assert kept > ANSWERED_BEFORE + UNDER_WAY
    engine = make_engine(served.settings.database_url, VAULT)
    held = len(rows(engine, "person"))
    audit = Store(Database(engine)).check_audit(None)
    engine.dispose()
    # Somebody may be held whose acknowledgement the client did not get; never the other way round.
    assert kept <= held <= kept + BUSY
    assert audit.broken is None
    assert "Traceback" not in "".join(served.said)
