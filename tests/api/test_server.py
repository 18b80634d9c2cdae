"""The service as it really runs: its own process, on loopback."""

import json
import signal
from collections.abc import Iterator

import pytest

from riskflag.service import now
from riskflag.tokens import issue_development_token
from riskflag.vocabulary import Role
from tests.api.serving import Served, serving

pytestmark = [pytest.mark.server, pytest.mark.enable_socket]


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with serving(tmp_path_factory.mktemp("home")) as running:
        yield running


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
