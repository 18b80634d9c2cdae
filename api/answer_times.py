"""When an answer leaves. How long the work took depends on what is held: protected things, or somebody whom
the reader may not see and who must look like nobody. So what readers receive is held back to the next beat:
they learn how many beats it took, and that is nearly always one.

Other roles see nobody, so nothing is hidden from them by making them wait. While an answer is held back its
work is done and stored: it keeps a thread, and no connection and no lock.
"""

from collections.abc import Callable
from math import ceil
from time import perf_counter

from flask import Flask, Response, g

from riskflag.access import READERS

BEAT_SECONDS = 0.1
"""Some times what an enquiry takes, so that few need a second beat; and still at once, to whoever waits."""

Wait = Callable[[float], None]


def register_answer_times(app: Flask, wait: Wait) -> None:
    """To be registered before everything else that looks at replies, so that it is the last to let them go.

    wait: lets so many seconds pass
    """

    def hold_back(response: Response) -> Response:
        if "actor" in g and g.actor.role in READERS:
            wait(until_beat(perf_counter() - g.arrived))
        return response

    app.before_request(has_arrived)
    app.after_request(hold_back)


def has_arrived() -> None:
    """Beats are counted from here. To be called again once a body has come: whoever sends it decides how long
    that takes, and must not decide at what moment of the work a beat falls."""
    g.arrived = perf_counter()


def until_beat(elapsed: float) -> float:
    """How many seconds it is until the next beat since the request arrived."""
    return max(1, ceil(elapsed / BEAT_SECONDS)) * BEAT_SECONDS - elapsed
