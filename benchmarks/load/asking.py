"""Many who ask, from a process of their own, at moments that do not wait for answers.

It works on the processors on which the service works too, so it does little for each: what is sent is written
before the first is due, and of a reply only its status, its verdict and whether it is complete are looked at.
"""

import asyncio
import json
import re
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from random import Random
from time import perf_counter

from benchmarks.load.caseload import Held
from riskflag.importers.plain import plain
from riskflag.service import now
from riskflag.tokens import issue_development_token

CONNECTIONS = 256
"""How many may wait for an answer at once, of each process that serves."""
LONGEST = 60.0
"""Seconds after which no answer is waited for any more."""

NO_STATUS = 0
_LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
_VERDICT = re.compile(rb'"verdict":"(\w+)"')
_COMPLETE = re.compile(rb'"complete":(true|false)')


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
    sent: all that goes over the connection
    """

    due: float
    port: int
    person: int
    sent: bytes


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
    body = json.dumps(plain(held.enquiry(person))).encode()
    head = (
        f"POST /people/{held.people[person]}/address-enquiries HTTP/1.1\r\nHost: 127.0.0.1\r\n"
        f"Authorization: Bearer {tokens[officer.name]}\r\nContent-Type: application/json\r\n"
        f"Content-Length: {len(body)}\r\n\r\n"
    )
    return Request(due, port, person, head.encode() + body)


def _ask_all(requests: Sequence[Request]) -> list[Answer]:
    return asyncio.run(_Asking().all_of(requests))


class _Asking:
    """Asks over connections that are kept."""

    def __init__(self) -> None:
        self._idle: dict[int, list[tuple[asyncio.StreamReader, asyncio.StreamWriter]]] = {}
        self._free: dict[int, asyncio.Semaphore] = {}
        self._answers: list[Answer] = []
        self._started = perf_counter()

    async def all_of(self, requests: Sequence[Request]) -> list[Answer]:
        """Each when it is due, however many wait."""
        self._started = perf_counter()
        async with asyncio.TaskGroup() as asked:
            for request in requests:
                await asyncio.sleep(max(0.0, request.due - self._since()))
                asked.create_task(self._ask(request))
        for each in (each for idle in self._idle.values() for each in idle):
            each[1].close()
        return self._answers

    async def _ask(self, request: Request) -> None:
        async with self._free.setdefault(request.port, asyncio.Semaphore(CONNECTIONS)):
            try:
                async with asyncio.timeout(LONGEST):
                    status, said = await self._sent(request)
            except (OSError, EOFError, TimeoutError):
                status, said = NO_STATUS, b""
        ended = self._since()
        verdict, complete = _VERDICT.search(said), _COMPLETE.search(said)
        self._answers.append(
            Answer(
                request.person,
                status,
                verdict[1].decode() if verdict else "",
                complete is not None and complete[1] == b"true",
                ended - request.due,
                ended,
            )
        )

    async def _sent(self, request: Request) -> tuple[int, bytes]:
        idle = self._idle.setdefault(request.port, [])
        while idle and idle[-1][0].at_eof():  # the service closes a connection on which nothing is asked
            idle.pop()[1].close()
        reader, writer = idle.pop() if idle else await asyncio.open_connection("127.0.0.1", request.port)
        try:
            writer.write(request.sent)
            head = await reader.readuntil(b"\r\n\r\n")
            length = _LENGTH.search(head)
            said = await reader.readexactly(int(length[1])) if length else b""
        except BaseException:
            writer.close()
            raise
        idle.append((reader, writer))
        return int(head.split(b" ", 2)[1]), said

    def _since(self) -> float:
        return perf_counter() - self._started
