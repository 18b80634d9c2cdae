"""How long the service works on each page, and how much a browser is sent for its first.

    python -m benchmarks.pages

In process, over the example caseload in SQLite, as each role. What readers are answered is held back to the
next beat of 100 milliseconds, whatever the work took (``api/answer_times.py``): the work alone is timed here.
"""

import logging
import os
import re
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from time import perf_counter

import structlog
from flask.testing import FlaskClient

from api.app import create_app
from riskflag.cli import main as command
from riskflag.settings import load_settings
from riskflag.vocabulary import Role

ROOT = Path(__file__).parents[1]
TIMES = 60
GOAL_MILLISECONDS, GOAL_BYTES = 30, 200_000
ASSET = re.compile(r'(?:href|src|data-frontend)="(/desk/assets/[^"]+)"')
LINK = re.compile(r'(?:href|action)="(/desk/[^"#]*)"')
OPAQUE = re.compile(r"[0-9a-f]{32}")


def main() -> None:
    """Times every page that can be reached, and weighs the first."""
    with TemporaryDirectory() as home:
        os.environ |= {"RISKFLAG_HOME": home, "RISKFLAG_ENVIRONMENT": "development"}
        os.environ |= {"RISKFLAG_LOOKUPS_A_MINUTE": "1000000", "RISKFLAG_MODELS": str(ROOT / "models")}
        cases = sorted((ROOT / "examples").rglob("*.json"))
        run("database", "upgrade")
        run("import", "--as-if-asked-now", "--ask", *map(str, cases))
        app = create_app(load_settings(serving=True), wait=lambda _: None)
        structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))
        for role in (each for each in Role if each is not Role.RECORD_FEED):
            client = app.test_client()
            sign_in(client, role)
            for path in reached(client):
                report(role, path, [milliseconds(partial(client.get, path)) for _ in range(TIMES)])
        weigh(app.test_client())


def run(*arguments: str) -> None:
    """A command of riskflag's, which ends by leaving."""
    try:
        command(list(arguments))
    except SystemExit as ended:
        if ended.code:
            raise


def sign_in(client: FlaskClient, role: Role) -> None:
    """Signs in as a browser does."""
    token = re.search(r'name="csrf_token" value="([^"]+)"', client.get("/desk/sign-in").text)
    assert token is not None
    client.post("/desk/sign-in", data={"role": role.value, "csrf_token": token.group(1)})


def reached(client: FlaskClient) -> Iterable[str]:
    """One page of each kind that links lead to from where this reader begins."""
    kinds: dict[str, str] = {}
    waiting = [client.get("/desk/").headers["Location"]]
    while waiting:
        path = waiting.pop(0)
        kind = OPAQUE.sub("*", path)
        kind = re.sub(r"/rules/.+", "/rules/*", kind)
        if kind in kinds or "/assets/" in path or "sign-" in path:
            continue
        answer = client.get(path)
        if answer.status_code == 200 and answer.mimetype == "text/html":
            kinds[kind] = path
            waiting += LINK.findall(answer.text)
    return kinds.values()


def weigh(client: FlaskClient) -> None:
    """What a browser is sent that comes for the first time."""
    first = client.get("/desk/sign-in")
    packed = {"Accept-Encoding": "gzip"}
    parts = {each: len(client.get(each, headers=packed).data) for each in set(ASSET.findall(first.text))}
    total = len(first.data) + sum(parts.values())
    met = "met" if total <= GOAL_BYTES else "NOT MET"
    print(f"first page {len(first.data)} bytes, with all that it is drawn with {total}: {met} ({GOAL_BYTES})")


def milliseconds(work: Callable[[], object]) -> float:
    """How long the work takes."""
    started = perf_counter()
    work()
    return (perf_counter() - started) * 1000


def report(role: Role, path: str, taken: list[float]) -> None:
    """Prints the median and the 99th percentile."""
    kind = OPAQUE.sub("*", path)
    met = "met" if median(taken) <= GOAL_MILLISECONDS else "NOT MET"
    slow = quantiles(taken, n=100)[-1]
    took = f"p50 {median(taken):6.1f} ms  p99 {slow:6.1f} ms"
    print(f"{role.value:22}{kind:40}{took}: {met} ({GOAL_MILLISECONDS})")


if __name__ == "__main__":
    main()
