"""A turn is taken when all of a body has come, and an account may have a few on their way."""

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from queue import SimpleQueue
from threading import Event, Thread
from types import SimpleNamespace
from typing import NamedTuple

import pytest
from flask import Flask, g
from werkzeug.test import TestResponse

from api.turns import AT_ONCE, MOST_WAITING, OF_ONE_ACCOUNT, STANDING_BY, Arrivals, Turns, register_turns
from riskflag.errors import TooOften


class Slow:
    """A body that comes when it is let go."""

    def __init__(self) -> None:
        self.asked, self.come = Event(), Event()

    def read(self, size: int = -1, /) -> bytes:
        self.asked.set()
        assert self.come.wait(30)
        return b"{}"


@pytest.fixture
def app() -> Flask:
    """An application with one turn, whose routes say that they were reached, or break."""
    made = Flask("turns")
    made.before_request(lambda: setattr(g, "actor", SimpleNamespace(name="a reader")))
    register_turns(made, Turns(at_once=1))
    made.add_url_rule("/", "reached", view_func=lambda: "reached", methods=["GET", "POST"])
    made.add_url_rule("/breaks", "breaks", view_func=lambda: str(1 / 0))
    made.register_error_handler(TooOften, lambda _: ("too often", 429))
    return made


def post(app: Flask, body: object) -> int:
    sent = {"wsgi.input": body, "CONTENT_LENGTH": "2", "CONTENT_TYPE": "application/json"}
    return app.test_client().post("/", environ_overrides=sent).status_code


def begun(count: int, send: Callable[[Slow], object]) -> tuple[list[Slow], list[Thread]]:
    """So many requests whose bodies are on their way."""
    slow = [Slow() for _ in range(count)]
    waiting = [Thread(target=send, args=(each,)) for each in slow]
    for thread, each in zip(waiting, slow, strict=True):
        thread.start()
        assert each.asked.wait(30)
    return slow, waiting


def test_whoever_is_slow_keeps_nobody_from_their_turn_and_no_more_than_a_few_are_waited_for(
    app: Flask,
) -> None:
    statuses = SimpleQueue[int]()
    slow, waiting = begun(OF_ONE_ACCOUNT, lambda each: statuses.put(post(app, each)))
    assert [app.test_client().get("/").text for _ in range(3)] == ["reached"] * 3
    assert post(app, Slow()) == 429
    assert statuses.empty()
    for each, thread in zip(slow, waiting, strict=True):
        each.come.set()
        thread.join(30)
    assert {statuses.get_nowait() for _ in slow} == {200}


def test_a_turn_is_given_back_whatever_happens(app: Flask) -> None:
    for _ in range(3):
        assert app.test_client().get("/breaks").status_code == 500
        assert app.test_client().get("/nowhere").status_code == 404
    assert app.test_client().get("/").status_code == 200


def test_each_account_has_its_own_arrivals_and_gives_them_back() -> None:
    arrivals = Arrivals(most=1)
    for _ in range(2):
        with arrivals.of("one"), arrivals.of("other"), pytest.raises(TooOften), arrivals.of("one"):
            pass
    with pytest.raises(OSError, match="gone"), arrivals.of("one"):
        raise OSError("gone")
    with arrivals.of("one"):
        pass


class Busy(NamedTuple):
    """An application whose only turn somebody has until they are told to leave."""

    app: Flask
    turns: Turns
    leave: Event


@pytest.fixture
def busy() -> Iterator[Busy]:
    """One that lets one more wait."""
    made, turns = Flask("busy"), Turns(at_once=1, most_waiting=1)
    reached, leave = Event(), Event()
    register_turns(made, turns)

    def work() -> str:
        reached.set()
        assert leave.wait(30)
        return "done"

    made.add_url_rule("/", "work", view_func=work)
    made.add_url_rule("/alive", "health.alive", view_func=lambda: "alive")
    with ThreadPoolExecutor(1) as asking:
        first = asking.submit(lambda: made.test_client().get("/"))
        assert reached.wait(30)
        yield Busy(made, turns, leave)
        leave.set()
        assert first.result(30).text == "done"


def in_the_queue(busy: Busy, path: str, asking: ThreadPoolExecutor) -> Future[TestResponse]:
    """A request that waits for its turn."""
    before = busy.turns.waiting
    asked = asking.submit(lambda: busy.app.test_client().get(path))
    while busy.turns.waiting == before:
        assert not asked.done()
    return asked


def test_where_enough_wait_the_next_is_refused_at_once_and_told_when_to_come_again(
    busy: Busy,
) -> None:
    with ThreadPoolExecutor(1) as asking:
        waits = in_the_queue(busy, "/", asking)
        refused = busy.app.test_client().get("/")
        assert (refused.status_code, refused.headers["Retry-After"]) == (503, "1")
        assert not waits.done()
        busy.leave.set()
        assert waits.result(30).text == "done"
    assert busy.app.test_client().get("/").text == "done"


def test_whether_the_service_lives_is_not_refused(busy: Busy) -> None:
    with ThreadPoolExecutor(2) as asking:
        waits = in_the_queue(busy, "/", asking)
        alive = in_the_queue(busy, "/alive", asking)
        busy.leave.set()
        assert (waits.result(30).text, alive.result(30).text) == ("done", "alive")


def test_more_stand_by_than_one_account_can_hold_or_are_worked_on() -> None:
    assert STANDING_BY > AT_ONCE + MOST_WAITING > OF_ONE_ACCOUNT > AT_ONCE
