"""Work goes on until nothing is left, or until the process is told to stop; a failing database stops it not."""

import os
import signal
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest

from riskflag.errors import StoreUnavailable
from riskflag.upkeep import repeating
from riskflag.upkeep.repeating import repeat


@dataclass(frozen=True)
class Did:
    """How much a round did."""

    much: int

    @property
    def any(self) -> bool:
        return bool(self.much)

    def plus(self, other: "Did") -> "Did":
        return Did(self.much + other.much)


def rounds(*each: int | StoreUnavailable) -> Callable[[Callable[[], bool]], Did]:
    """Work that does so much each time, and then tells its own process to stop."""
    left: Iterator[int | StoreUnavailable] = iter(each)

    def work(_: Callable[[], bool]) -> Did:
        much = next(left, None)
        if isinstance(much, StoreUnavailable):
            raise much
        if much is None:
            os.kill(os.getpid(), signal.SIGTERM)
        return Did(much or 0)

    return work


def test_once_ends_where_nothing_is_left() -> None:
    assert repeat(rounds(3, 2, 0, 9), 60.0, once=True) == Did(5)


def test_it_goes_on_where_nothing_is_left_until_it_is_told_to_stop() -> None:
    assert repeat(rounds(3, 0, 2), 0.001, once=False) == Did(5)


def test_it_outlives_a_database_that_fails_and_once_does_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(repeating, "FIRST_REST", 0.001)
    assert repeat(rounds(1, StoreUnavailable(), 2), 0.001, once=False) == Did(3)
    with pytest.raises(StoreUnavailable):
        repeat(rounds(1, StoreUnavailable(), 2), 0.001, once=True)


@pytest.mark.parametrize("told", [signal.SIGTERM, signal.SIGINT])
def test_what_is_begun_is_finished_and_the_process_is_as_before(told: signal.Signals) -> None:
    asked: list[bool] = []

    def work(stopped: Callable[[], bool]) -> Did:
        os.kill(os.getpid(), told)
        asked.append(stopped())
        return Did(1)

    before = signal.getsignal(told)
    assert repeat(work, 60.0, once=False) == Did(1)
    assert (asked, signal.getsignal(told)) == ([True], before)
