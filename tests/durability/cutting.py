"""Power that is lost while the service is asked, and what is wrong once it is back."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from riskflag.casebook import case, order
from riskflag.persistence.engine import make_engine
from riskflag.persistence.migrations import upgrade
from tests.durability.calls import Call, Said
from tests.durability.killing import what_is_lost
from tests.durability.simulated_disk import Disk
from tests.durability.writing import ACCEPTED, MADE
from tests.keys import VAULT
from tests.memory import in_memory
from tests.service.world import Clock, check, service_of

DATA = "data"
"""The folder of the database, in what a disk has."""

UNUSABLE = "the database cannot be used"


@contextmanager
def a_folder() -> Iterator[Path]:
    """A folder, in memory where that can be: what is flushed there costs nothing."""
    with TemporaryDirectory(prefix="riskflag-", dir=in_memory()) as folder:
        yield Path(folder)


def accepted_in(said: Sequence[str]) -> list[str]:
    """The people and answers that a process said were accepted."""
    return [words.split()[1] for words in said if words.startswith(ACCEPTED)]


def at_moments(calls: Sequence[Call | None], disk: Disk, moments: Sequence[int]) -> Iterator[tuple[str, ...]]:
    """What was said before the calls of these numbers, in turn; the disk is then as it is at that moment."""
    said: list[str] = []
    due = sorted(moments)
    for number, call in enumerate([*calls, None]):
        while due and due[0] == number:
            due.pop(0)
            yield tuple(said)
        if isinstance(call, Said):
            said.append(call.words)
        elif call is not None:
            disk.do(number, call)


def wrong_after_cuts(
    calls: Sequence[Call | None], disk: Disk, moments: Sequence[int], before: Sequence[str] = ()
) -> Iterator[list[str]]:
    """What is wrong with what the disk has, when power is lost before the calls of these numbers, in turn.

    before: what was said before the first of the calls
    """
    for said in at_moments(calls, disk, moments):
        with a_folder() as folder:
            disk.put_down(folder)
            yield what_is_wrong(folder / DATA, (*before, *said))


def what_is_wrong(data: Path, said: Sequence[str]) -> list[str]:
    """What was said to be accepted and is not there, and whatever else does not hold, now and after one more
    answer. A database that nobody was told is made may have to be made again."""
    url = f"sqlite:///{data}/riskflag.sqlite3"
    accepted = accepted_in(said)
    try:
        if MADE not in said:
            upgrade(url, VAULT)
        engine = make_engine(url, VAULT)
        try:
            wrong = what_is_lost(engine, accepted)
            another = check(service_of(engine, Clock()), case(order())).id
            return wrong or what_is_lost(engine, [*accepted, another])
        finally:
            engine.dispose()
    except Exception as error:  # damage shows itself in any way
        return [f"{UNUSABLE}: {type(error).__name__}"]


def some_moments(calls: Sequence[Call | None], many: int, dice: Random) -> list[int]:
    """So many moments of a run, one of them its end."""
    return [len(calls), *(dice.randint(0, len(calls)) for _ in range(many - 1))]
