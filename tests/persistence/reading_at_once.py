"""A program: many processes one after another, in each of which several threads read the first stored records at
once. It ends well if each of them did."""

import os
import sys
from collections.abc import Sequence
from threading import Barrier, Thread

from riskflag.persistence.codec import decode, encode
from riskflag.records import Record
from tests.strategies import EVERY_KIND, whole

PROGRAM = "tests.persistence.reading_at_once"
PROCESSES = 30
THREADS = 6
READ, UNREADABLE = 0, 3
Written = tuple[str, type[Record]]


def read_at_once(written: Sequence[Written]) -> int:
    """Reads all of it in every thread, each beginning elsewhere."""
    together, read = Barrier(THREADS), [0] * THREADS

    def work(number: int) -> None:
        first = number * len(written) // THREADS
        together.wait()
        for text, kind in (*written[first:], *written[:first]):
            read[number] += decode(text, kind) is not None

    threads = [Thread(target=work, args=(number,)) for number in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return READ if read == [len(written)] * THREADS else UNREADABLE


def main() -> None:
    """Each process begins before anything was read: what it reads with is made there."""
    sys.setswitchinterval(1e-6)
    written = [(encode(whole(kind)), kind) for kind in EVERY_KIND.values()]
    ended = [_ended(written) for _ in range(PROCESSES)]
    sys.exit(any(ended))


def _ended(written: Sequence[Written]) -> int:
    process = os.fork()
    if process == 0:
        os._exit(read_at_once(written))
    return os.waitpid(process, 0)[1]


if __name__ == "__main__":
    main()
