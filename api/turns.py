"""Whose turn it is: only a few requests are worked on at once, and none before all of its body has come.

The server hands a body on as it comes, gives up on none, and cannot be told to. So it has more threads than
requests that are worked on: a slow client holds a thread and never a turn, and an account holds only a few. A
proxy that takes in whole bodies before it passes them on is still needed in front: see the runbook.

Where more is asked than can be worked on, whoever comes last is told so at once: nothing of theirs was looked
at. Others would otherwise wait ever longer, until nobody's answer comes in time. Whether the service lives is
asked all the same, or it would be stopped for being busy.
"""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from threading import BoundedSemaphore, Lock

from flask import Flask, Response, g, request
from werkzeug.exceptions import ServiceUnavailable

from api.answer_times import has_arrived
from riskflag.errors import TooOften

AT_ONCE = 4
"""How many requests are worked on at once; fewer than the connections to the database."""

MOST_WAITING = 16
"""How many may wait for their turn: as many as are worked on in some tenths of a second."""

STANDING_BY = 64
"""Threads of the server: how many requests may be in, counting those whose bodies are still coming."""

OF_ONE_ACCOUNT = 8
"""Bodies of one account that may be on their way at once."""

BODIES = frozenset({"application/json", "application/x-www-form-urlencoded"})
"""Kinds of body that are read."""

ASK_AGAIN = timedelta(seconds=10)
ASK_AGAIN_SOON = 1
"""Seconds, told to whoever was refused because too many waited."""
HEALTH = "health."
"""How the endpoints begin that say whether the service lives."""


class Arrivals:
    """Counts the bodies that are on their way, account by account."""

    def __init__(self, most: int = OF_ONE_ACCOUNT) -> None:
        self._most = most
        self._coming: Counter[str] = Counter()
        self._lock = Lock()

    @contextmanager
    def of(self, account: str) -> Iterator[None]:
        """One more of this account, while this lasts. Raises TooOften where it has as many as it may."""
        with self._lock:
            if self._coming[account] >= self._most:
                raise TooOften(ASK_AGAIN)
            self._coming[account] += 1
        try:
            yield
        finally:
            with self._lock:
                self._coming[account] -= 1
                self._coming += Counter()  # keeps no account that has none


class Turns:
    """Turns of which only so many are out at once.

    at_once: how many
    most_waiting: how many may wait for one
    waiting: how many wait now
    """

    def __init__(self, at_once: int = AT_ONCE, most_waiting: int = MOST_WAITING) -> None:
        self._free = BoundedSemaphore(at_once)
        self._most_waiting = most_waiting
        self.waiting = 0
        self._lock = Lock()

    def take(self, *, at_any_rate: bool = False) -> None:
        """Waits for a turn. Raises ServiceUnavailable where so many wait already, unless it is for one that
        must come to its turn at any rate."""
        if self._free.acquire(blocking=False):
            return
        with self._lock:
            if self.waiting >= self._most_waiting and not at_any_rate:
                raise ServiceUnavailable(retry_after=ASK_AGAIN_SOON)
            self.waiting += 1
        try:
            self._free.acquire()
        finally:
            with self._lock:
                self.waiting -= 1

    def give_back(self) -> None:
        """Lets the next one have its turn."""
        self._free.release()


def register_turns(app: Flask, turns: Turns | None = None) -> None:
    """Every request waits for its body, and then for its turn.

    To be registered after the guard: whoever may not ask is refused before anything of theirs is read.
    """
    turns = turns or Turns()
    arrivals = Arrivals()

    def take_turn() -> None:
        if request.mimetype in BODIES and "actor" in g:
            with arrivals.of(g.actor.name):
                request.get_data(parse_form_data=False)
            has_arrived()
        turns.take(at_any_rate=(request.endpoint or "").startswith(HEALTH))
        g.has_turn = True

    def give_back(*_: object) -> None:
        if g.pop("has_turn", False):
            turns.give_back()

    def after(response: Response) -> Response:
        give_back()
        return response

    app.before_request(take_turn)
    app.after_request(after)
    app.teardown_request(give_back)
