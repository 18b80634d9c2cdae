"""What processes are said to hold and to have taken is theirs."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks import memory

ROOT = Path(__file__).parents[2]


def test_the_most_that_was_held_is_counted_anew() -> None:
    before = memory.forget_the_most()
    if before is None:
        pytest.skip("this machine does not tell how much memory a process held")
    held = bytearray(80_000_000)
    assert memory.most() - before >= len(held)
    del held
    memory.forget_the_most()
    assert memory.most() - before < 80_000_000


def test_what_a_process_and_those_it_started_hold_and_took_is_counted() -> None:
    this = memory.with_children(os.getpid())
    assert this[0] == os.getpid()
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as started:
        both = memory.with_children(os.getpid())
        held, took = memory.held_by(both), memory.processor_of(both)
        assert {os.getpid(), started.pid} <= set(both)
        started.kill()
    assert held > memory.held_by([os.getpid()]) > 0
    assert took >= memory.processor_of([]) == 0


def test_what_a_started_process_held_at_the_most_is_not_what_held_the_one_that_started_it() -> None:
    held = b"x" * 200_000_000
    told = subprocess.run(
        [sys.executable, "-c", "from benchmarks import memory; print(memory.most())"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    assert memory.most() > len(held) > int(told.stdout) > 0
