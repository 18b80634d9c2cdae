"""What a peer is, and how one is asked: in a process of its own, so that no other's memory counts as its."""

import os
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import AbstractContextManager
from dataclasses import dataclass
from importlib import import_module
from multiprocessing import get_context
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from typing import NamedTuple

from benchmarks import memory
from benchmarks.address_peers.answers import Answer, Built, Candidate, Measured, judged
from benchmarks.address_sample import Asked

Find = Callable[[str], Sequence[Candidate]]
"""From an address as written to those found, the likeliest first."""
MOST = 10
"""How many a peer is to find."""
ALL = "all"
MAKE = "make peers, and run this with build/peers/bin/python"


class NotInstalled(Exception):
    """A peer is not here; the message says what is missing and how to have it."""


class Elsewhere(NamedTuple):
    """What other processes are to a peer.

    memory: bytes that they hold for it
    processor: seconds of a processor that they took for it so far
    """

    memory: int = 0
    processor: float = 0.0


@dataclass(frozen=True, slots=True)
class Opened:
    """A peer that has taken in its addresses.

    find: answers one question
    find_all: answers many at once; None for a peer that knows no such thing
    elsewhere: what other processes are to it
    """

    find: Find
    find_all: Callable[[Sequence[str]], Sequence[Sequence[Candidate]]] | None = None
    elsewhere: Callable[[], Elsewhere] = Elsewhere


Open = Callable[[Mapping[str, str], Path], AbstractContextManager[Opened]]
"""From addresses by their numbers, and an empty folder, to the peer that has taken them in; raises
``NotInstalled``."""


@dataclass(frozen=True, slots=True)
class Peer:
    """Where a peer is, which is looked for only when it is asked.

    name: what it is called
    module: that has the function ``opened``, which is an ``Open``
    install: how to have it
    model: the environment variable that says where its model is, and where that is unless it says so
    """

    name: str
    module: str
    install: str = MAKE
    model: tuple[str, str] | None = None


PEERS = {
    each.name: each
    for each in (
        Peer("pg_trgm", "benchmarks.address_peers.trigrams"),
        Peer("uk_address_matcher", "benchmarks.address_peers.uk_address_matcher_peer"),
        Peer(
            "libpostal",
            "benchmarks.address_peers.libpostal",
            f"{MAKE}, and make libpostal for its model, of two gigabytes",
            ("LIBPOSTAL_DATA_DIR", "build/libpostal"),
        ),
        Peer("rapidfuzz_postcode", "benchmarks.address_peers.rapidfuzz_postcode"),
        Peer("rapidfuzz_all", "benchmarks.address_peers.rapidfuzz_all"),
    )
}


def beside(names: Sequence[str], asked: Asked, seconds: float) -> tuple[list[Measured], list[str]]:
    """How each of these did that could be asked; of the others their names, and why."""
    measured: list[Measured] = []
    missing: list[str] = []
    for name in names:
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as alone:
            try:
                measured.append(alone.submit(asked_of, PEERS[name], asked, seconds).result())
            except NotInstalled as error:
                missing.append(f"{name}, which is not installed: {error}")
            except Exception as error:
                missing.append(f"{name}, which failed: {type(error).__name__}: {error}")
    return measured, missing


def asked_of(peer: Peer, asked: Asked, seconds: float) -> Measured:
    """Asks a peer, one question at a time, for so many seconds at most; and before that, of one that is made
    for it, everything at once.

    Raises: NotInstalled.
    """
    before = memory.forget_the_most()
    started, at_first = perf_counter(), process_time()
    with (
        TemporaryDirectory(prefix="riskflag-") as folder,
        _open(peer)(asked.addresses, Path(folder)) as opened,
    ):
        built = Built(perf_counter() - started, _processor(opened) - at_first)
        answers, together = _all_at_once(opened, asked)
        at_first = _processor(opened)
        singly, times = _one_at_a_time(opened, asked, seconds)
        processor = (_processor(opened) - at_first) / max(1, len(times))
        held = None if before is None else memory.most() - before + opened.elsewhere().memory
    return Measured(peer.name, answers or singly, times, processor, built, held, together)


def _processor(opened: Opened) -> float:
    return process_time() + opened.elsewhere().processor


def _open(peer: Peer) -> Open:
    if peer.model is not None and not Path(os.environ.setdefault(*peer.model)).is_dir():
        raise NotInstalled(f"its model is missing: {peer.install}")
    try:
        opened: Open = import_module(peer.module).opened
    except ModuleNotFoundError as error:
        raise NotInstalled(f"{error.name} is missing: {peer.install}") from error
    return opened


def _all_at_once(opened: Opened, asked: Asked) -> tuple[dict[int, Answer], float | None]:
    if opened.find_all is None:
        return {}, None
    at_first = _processor(opened)
    found = opened.find_all([pair["query"] for pair in asked.pairs])
    taken = (_processor(opened) - at_first) / max(1, len(asked.pairs))
    pairs = zip(asked.pairs, found, strict=True)
    return {n: judged(pair, some, asked.addresses) for n, (pair, some) in enumerate(pairs)}, taken


def _one_at_a_time(opened: Opened, asked: Asked, seconds: float) -> tuple[dict[int, Answer], list[float]]:
    order = list(range(len(asked.pairs)))
    Random(0).shuffle(order)
    answers: dict[int, Answer] = {}
    times: list[float] = []
    until = perf_counter() + seconds
    for each in order:
        started = perf_counter()
        found = opened.find(asked.pairs[each]["query"])
        ended = perf_counter()
        times.append(ended - started)
        answers[each] = judged(asked.pairs[each], found, asked.addresses)
        if ended > until:
            break
    return answers, times
