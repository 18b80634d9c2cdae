"""Whose turn it is: only a few requests are worked on at once, and none before all of its body has come.

The server hands a body on as it comes, gives up on none, and cannot be told to. So it has more threads than
requests that are worked on: a slow client holds a thread and never a turn, and an account holds only a few. A
proxy that takes in whole bodies before it passes them on is still needed in front: see the runbook.
"""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from threading import BoundedSemaphore, Lock

from flask import Flask, Response, g, request

from api.answer_times import has_arrived
from riskflag.errors import TooOften

AT_ONCE = 4
"""How many requests are worked on at once; fewer than the connections to the database."""

STANDING_BY = 64
"""Threads of the server: how many requests may be in, counting those whose bodies are still coming."""

OF_ONE_ACCOUNT = 8
"""Bodies of one account that may be on their way at once."""

BODIES = frozenset({"application/json", "application/x-www-form-urlencoded"})
"""Kinds of body that are read."""

ASK_AGAIN = timedelta(seconds=10)


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


def register_turns(app: Flask, at_once: int = AT_ONCE) -> None:
    """Every request waits for its body, and then for its turn.

    To be registered after the guard: whoever may not ask is refused before anything of theirs is read.
    """
    turns = BoundedSemaphore(at_once)
    arrivals = Arrivals()

    def take_turn() -> None:
        if request.mimetype in BODIES and "actor" in g:
            with arrivals.of(g.actor.name):
                request.get_data(parse_form_data=False)
            has_arrived()
        turns.acquire()
        g.has_turn = True

    def give_back(*_: object) -> None:
        if g.pop("has_turn", False):
            turns.release()

    def after(response: Response) -> Response:
        give_back()
        return response

    app.before_request(take_turn)
    app.after_request(after)
    app.teardown_request(give_back)
