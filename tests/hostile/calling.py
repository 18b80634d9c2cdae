"""Calls of the service as a WSGI application, each watched: what came back, and what of it is a fault.

RISKFLAG_FUZZ sets how many calls are made (300 unless it says otherwise).
"""

import io
import json
import os
import signal
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http import HTTPStatus
from pathlib import Path
from types import FrameType
from typing import Any

from structlog.testing import capture_logs

from riskflag.casebook import EX_PARTNER, PROPOSED, alert, case, order, protected_place, term
from riskflag.vocabulary import ProhibitionKind, Role
from tests.api.world import World, enquiry_body, make_world, records_body

CALLS = int(os.environ.get("RISKFLAG_FUZZ", "300"))
WORKING_SECONDS = 2
WAITING_SECONDS = 30
"""A call hangs that works for longer than the one, or stands still for longer than the other. Waiting for a
processor is not the service's doing."""

HELD = case(
    order(term(ProhibitionKind.NO_CONTACT)),
    protected_place(EX_PARTNER, PROPOSED),
    alert("OHCO"),
    lives_with=(EX_PARTNER,),
)
CANARY = "Quuxfield"
NEVER_SENT_BACK = (CANARY, "Traceback", 'File "', "site-packages", "sqlalchemy", "werkzeug", "marshmallow")
SHAPE = {"type", "title", "status", "detail", "errors"}
SENT_BACK = frozenset({"application/json", "application/problem+json", "text/html", "text/plain"})


class Hangs(BaseException):
    """A call that does not end. No handler of the service may take it for an error of its own."""


@dataclass(frozen=True)
class Answer:
    """What came back of one call.

    status: 0 where the application gave none
    headers: names in lower case
    body: as it was sent
    said: what was written to the server's stream of errors
    logged: what went into the log
    """

    status: int
    headers: Mapping[str, str]
    body: bytes
    said: str
    logged: str

    def faults(self) -> list[str]:
        """What no answer may be, whatever was sent."""
        text = self.body.decode("utf-8", "replace")
        kind = self.headers.get("content-type", "").partition(";")[0]
        told = {
            f"status {self.status}": not 200 <= self.status < 500,
            "a status that HTTP does not know": self.status not in set(HTTPStatus),
            f"sent back as {kind}": bool(self.body) and kind not in SENT_BACK,
            "a refusal in another shape": self.status >= 400 and not self._is_a_problem(),
            "something on the stream of errors": bool(self.said),
            "an error in the log": '"error"' in self.logged or "'error'" in self.logged,
            "kept by a cache": self.headers.get("cache-control") != "no-store",
            "no number of the request": "x-request-id" not in self.headers,
            **{f"says {word}": word in text + str(self.headers) for word in NEVER_SENT_BACK},
            "the canary in the log": CANARY in self.logged,
        }
        return [fault for fault, found in told.items() if found]

    def _is_a_problem(self) -> bool:
        if not self.body:
            return True
        try:
            return set(json.loads(self.body)) == SHAPE
        except ValueError:
            return False


@dataclass
class Target:
    """The service, a token for every role, and somebody it holds."""

    world: World
    tokens: Mapping[str, str]
    person_id: str
    assessment: str
    calls: int = field(default=0)

    def call(self, environ: Mapping[str, Any]) -> Answer:
        """One call. Raises Hangs."""
        self.calls += 1
        started: list[Any] = [0, []]
        errors = io.StringIO()
        with capture_logs() as logged, watched():
            reply = self.world.app({**_least(errors), **environ}, _starter(started))
            try:
                body = b"".join(reply)
            finally:
                getattr(reply, "close", lambda: None)()
        headers = {name.lower(): value for name, value in started[1]}
        return Answer(started[0], headers, body, errors.getvalue(), str(logged))

    def send(
        self,
        method: str,
        path: str,
        body: bytes = b"",
        role: str | None = None,
        **more: object,
    ) -> Answer:
        """One call with a body of JSON, as ``role``; left out, as who may send such things."""
        return self.call(
            {
                "REQUEST_METHOD": method,
                "PATH_INFO": path,
                "CONTENT_TYPE": "application/json",
                "CONTENT_LENGTH": str(len(body)),
                "wsgi.input": io.BytesIO(body),
                "HTTP_AUTHORIZATION": f"Bearer {self.tokens[role or sender_of(path)]}",
                **more,
            }
        )

    def restore(self) -> None:
        """Puts what is held of the person back as it was."""
        body = json.dumps(records_body(HELD)).encode()
        assert self.send("PUT", f"/people/{self.person_id}/records", body).status == 204


def sender_of(path: str) -> str:
    """The role that may send a body to a route."""
    writes = path == "/people" or path.endswith(("/records", "/payloads", "/events"))
    return (Role.RECORD_FEED if writes else Role.RESPONSIBLE_OFFICER).value


def make_target(folder: Path, key_home: Path) -> Target:
    """A service with an empty database but for one person, about whom somebody has asked."""
    world = make_world(folder, key_home)
    person_id = world.hold(HELD)
    target = Target(world, {role.value: world.token(role) for role in Role}, person_id, "")
    asked = json.dumps(enquiry_body(HELD.enquiry)).encode()
    answer = target.send("POST", f"/people/{person_id}/address-enquiries", asked)
    target.assessment = answer.headers["location"].rpartition("/")[2]
    return target


@contextmanager
def watched() -> Iterator[None]:
    """Raises Hangs out of whatever is going on, in the main thread."""
    before = [signal.signal(each, _hangs) for each in (signal.SIGVTALRM, signal.SIGALRM)]
    signal.setitimer(signal.ITIMER_VIRTUAL, WORKING_SECONDS)
    signal.setitimer(signal.ITIMER_REAL, WAITING_SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.setitimer(signal.ITIMER_REAL, 0)
        for each, handler in zip((signal.SIGVTALRM, signal.SIGALRM), before, strict=True):
            signal.signal(each, handler)


def _hangs(number: int, frame: FrameType | None) -> None:
    where = f"{frame.f_code.co_filename}:{frame.f_lineno}" if frame else "nowhere"
    raise Hangs(f"{signal.Signals(number).name} at {where}")


def _least(errors: io.StringIO) -> dict[str, Any]:
    """What every server gives an application."""
    return {
        "REQUEST_METHOD": "GET",
        "SCRIPT_NAME": "",
        "PATH_INFO": "/",
        "QUERY_STRING": "",
        "SERVER_NAME": "localhost",
        "SERVER_PORT": "8000",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "REMOTE_ADDR": "127.0.0.1",
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": "http",
        "wsgi.input": io.BytesIO(),
        "wsgi.errors": errors,
        "wsgi.multithread": True,
        "wsgi.multiprocess": False,
        "wsgi.run_once": False,
    }


def _starter(started: list[Any]) -> Callable[..., Callable[[bytes], int]]:
    def start_response(
        status: str, headers: list[tuple[str, str]], exc_info: object = None
    ) -> Callable[[bytes], int]:
        started[:] = [int(status[:3]), headers]
        return io.BytesIO().write

    return start_response
