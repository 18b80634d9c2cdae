"""Those who write at the same time share a flush, and nothing else: each is there, or was told that it is not."""

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from contextvars import ContextVar
from threading import Event
from time import sleep

import pytest
from sqlalchemy import Connection, Engine, event, select, text

from riskflag.errors import Conflict, StoreUnavailable
from riskflag.persistence import tables
from riskflag.persistence.together import Together

ON_BOTH_DATABASES = True
Work = Callable[[Connection], str]
WHO: ContextVar[str] = ContextVar("WHO", default="nobody")


class Died(BaseException):
    """The thread was killed."""


def add(name: str) -> Work:
    def work(connection: Connection) -> str:
        said = {"i": name, "b": b"sealed"}
        connection.execute(text("INSERT INTO person (id, noms_number, body) VALUES (:i, :i, :b)"), said)
        return name

    return work


def then(name: str, error: BaseException) -> Work:
    def work(connection: Connection) -> str:
        add(name)(connection)
        raise error

    return work


def twice(name: str) -> Work:
    def work(connection: Connection) -> str:
        add(name)(connection)
        return add(name)(connection)

    return work


def held(engine: Engine) -> set[str]:
    with engine.connect() as connection:
        return set(connection.execute(select(tables.person.c.id)).scalars())


@contextmanager
def commits(engine: Engine) -> Iterator[list[None]]:
    """One for each commit meanwhile."""
    seen: list[None] = []

    def note(_: Connection) -> None:
        seen.append(None)

    event.listen(engine, "commit", note)
    yield seen
    event.remove(engine, "commit", note)


def at_once(together: Together, *works: Work) -> list[Future[str]]:
    """What came of these, all of which waited while another was writing."""
    begun, go_on = Event(), Event()

    def first(connection: Connection) -> str:
        begun.set()
        assert go_on.wait(30)
        return add("first")(connection)

    with ThreadPoolExecutor(len(works) + 1) as threads:
        leading = threads.submit(together.write, first)
        assert begun.wait(30)
        following = []
        for number, work in enumerate(works, 1):
            following.append(threads.submit(together.write, work))
            while len(together._waiting) < number:
                sleep(0.001)
        go_on.set()
    assert leading.result() == "first"
    return following


def test_whoever_waits_shares_one_flush(engine: Engine) -> None:
    with commits(engine) as seen:
        came = at_once(Together(engine), *(add(name) for name in "abcdef"))
    assert [each.result() for each in came] == list("abcdef")
    assert held(engine) == {"first", *"abcdef"}
    assert len(seen) == 2


@pytest.mark.parametrize(
    ("fails", "error"),
    [
        pytest.param(then("b", Conflict("another has it")), Conflict, id="is refused"),
        pytest.param(then("b", ValueError("b")), ValueError, id="breaks"),
        pytest.param(twice("b"), Exception, id="breaks a constraint"),
    ],
)
def test_one_that_fails_leaves_nothing_and_costs_nobody_theirs(
    engine: Engine, fails: Work, error: type[Exception]
) -> None:
    one, two, three = at_once(Together(engine), add("a"), fails, add("c"))
    assert (one.result(), three.result()) == ("a", "c")
    with pytest.raises(error):
        two.result()
    assert held(engine) == {"first", "a", "c"}


def test_where_it_cannot_be_put_on_the_disk_nobody_is_told_that_it_is(engine: Engine) -> None:
    together = Together(engine)

    def refuse(connection: Connection) -> str:
        event.listen(connection, "commit", no_space)
        return add("b")(connection)

    def no_space(_: Connection) -> None:
        raise OSError("no space left")

    came = at_once(together, add("a"), refuse, add("c"))
    assert [type(each.exception()) for each in came] == [OSError] * 3
    assert held(engine) == {"first"}
    assert together.write(add("d")) == "d"


def test_one_whose_thread_dies_leaves_nobody_waiting(engine: Engine) -> None:
    together = Together(engine)
    came = at_once(together, add("a"), then("b", Died()), add("c"))
    told = [type(each.exception()) for each in came]
    assert (told.count(Died), told.count(StoreUnavailable)) == (1, 2)
    assert held(engine) == {"first"}
    assert together.write(add("d")) == "d"


def test_whoever_waits_too_long_is_told_so_and_nothing_of_theirs_is_written(engine: Engine) -> None:
    together, begun, go_on = Together(engine, longest_wait=0.01), Event(), Event()

    def slow(connection: Connection) -> str:
        begun.set()
        assert go_on.wait(30)
        return add("slow")(connection)

    with ThreadPoolExecutor(1) as threads:
        writing = threads.submit(together.write, slow)
        assert begun.wait(30)
        with pytest.raises(StoreUnavailable):
            together.write(add("late"))
        go_on.set()
    assert writing.result() == "slow"
    assert held(engine) == {"slow"}


def test_each_is_written_as_whoever_asked(engine: Engine) -> None:
    def as_somebody(name: str) -> Work:
        WHO.set(name)
        return lambda _: WHO.get()

    together, threads = Together(engine), ThreadPoolExecutor(2)
    told = [threads.submit(lambda who: together.write(as_somebody(who)), name) for name in "ab"]
    assert [each.result() for each in told] == ["a", "b"]
    threads.shutdown()
    assert WHO.get() == "nobody"
