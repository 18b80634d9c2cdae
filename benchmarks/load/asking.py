"""Many who ask, from a process of their own, at moments that do not wait for answers."""

import json
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from multiprocessing import get_context
from queue import SimpleQueue
from random import Random
from threading import Thread
from time import perf_counter, sleep

from benchmarks.load.caseload import Held
from riskflag.importers.plain import plain
from riskflag.service import now
from riskflag.tokens import issue_development_token

CONNECTIONS = 256
"""How many may wait for an answer at once."""

NO_STATUS = 0


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of one enquiry.

    person: about whom, by their place in the list
    status: of the reply; NO_STATUS where none came
    verdict: what it says; empty where it says none
    complete: whether everything was looked at
    waited: seconds from the moment at which the enquiry came
    ended: seconds from the first moment of all
    """

    person: int
    status: int
    verdict: str
    complete: bool
    waited: float
    ended: float


@dataclass(frozen=True, slots=True)
class Request:
    """One enquiry as it is sent.

    due: seconds from the beginning
    """

    due: float
    port: int
    person: int
    path: str
    body: str
    token: str


def ask_at_rate(held: Held, ports: Sequence[int], rate: float, seconds: float, seed: int) -> Sequence[Answer]:
    """Asks so often a second, at random moments, for so long."""
    tokens: dict[str, str] = {}
    requests = [
        _request(held, ports[number % len(ports)], due, person, tokens)
        for number, (due, person) in enumerate(_arrivals(Random(seed), rate, seconds, len(held.people)))
    ]
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as apart:
        return apart.submit(_ask_all, requests).result()


def _arrivals(chance: Random, rate: float, seconds: float, people: int) -> Iterator[tuple[float, int]]:
    due = chance.expovariate(rate)
    while due < seconds:
        yield due, chance.randrange(people)
        due += chance.expovariate(rate)


def _request(held: Held, port: int, due: float, person: int, tokens: dict[str, str]) -> Request:
    officer = held.officer(person)
    if officer.name not in tokens:
        tokens[officer.name] = issue_development_token(held.settings, officer.role, officer.name, now())
    path = f"/people/{held.people[person]}/address-enquiries"
    return Request(due, port, person, path, json.dumps(plain(held.enquiry(person))), tokens[officer.name])


def _ask_all(requests: Sequence[Request]) -> list[Answer]:
    waiting: SimpleQueue[Request | None] = SimpleQueue()
    answers: list[Answer] = []
    started = perf_counter()
    threads = [Thread(target=_ask, args=(waiting, answers, started)) for _ in range(CONNECTIONS)]
    for thread in threads:
        thread.start()
    for request in requests:
        sleep(max(0.0, request.due - (perf_counter() - started)))
        waiting.put(request)
    for _ in threads:
        waiting.put(None)
    for thread in threads:
        thread.join()
    return answers


def _ask(waiting: "SimpleQueue[Request | None]", answers: list[Answer], started: float) -> None:
    connections: dict[int, HTTPConnection] = {}
    while (request := waiting.get()) is not None:
        if request.port not in connections:
            connections[request.port] = HTTPConnection("127.0.0.1", request.port, timeout=60)
        status, said = _sent(connections[request.port], request)
        ended = perf_counter() - started
        verdict, complete = str(said.get("verdict", "")), said.get("complete") is True
        answers.append(Answer(request.person, status, verdict, complete, ended - request.due, ended))
    for connection in connections.values():
        connection.close()


def _sent(connection: HTTPConnection, request: Request) -> tuple[int, dict[str, object]]:
    headers = {"Authorization": f"Bearer {request.token}", "Content-Type": "application/json"}
    try:
        connection.request("POST", request.path, request.body, headers)
        reply = connection.getresponse()
        return reply.status, json.loads(reply.read() or "{}")
    except (OSError, HTTPException):
        connection.close()
        return NO_STATUS, {}
