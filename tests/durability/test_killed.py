"""What was accepted is there after whoever wrote it, or the server that kept it, was killed at any moment.

RISKFLAG_KILLS sets how often (3 unless it says otherwise): writers so often, the PostgreSQL server a fifth of it.
"""

import os
from pathlib import Path
from random import SystemRandom

from sqlalchemy import Engine

from riskflag.persistence.engine import make_engine
from riskflag.persistence.migrations import upgrade
from tests.durability.killing import accepted_by, what_is_lost
from tests.durability.servers import a_server
from tests.keys import VAULT

KILLS = int(os.environ.get("RISKFLAG_KILLS", "3"))
OF_WRITERS, OF_THE_DATABASE = KILLS, max(1, KILLS // 5)
ON_ONE_FILE = 25
WRITERS = 2
ASKER = "p.officer"


def made(url: str) -> Engine:
    upgrade(url, VAULT)
    return make_engine(url, VAULT)


def test_writers_that_are_killed_lose_nothing_that_was_accepted(tmp_path: Path) -> None:
    dice, accepted = SystemRandom(), 0
    for first in range(0, OF_WRITERS, ON_ONE_FILE):
        url = f"sqlite:///{tmp_path}/{first}.sqlite3"
        engine, heard = made(url), list[str]()
        for _ in range(min(ON_ONE_FILE, OF_WRITERS - first)):
            heard += accepted_by(url, WRITERS, dice)
            assert what_is_lost(engine, heard) == []
        accepted += len(heard)
        engine.dispose()
    assert accepted >= OF_WRITERS


def test_a_database_server_that_is_killed_loses_nothing_that_was_accepted() -> None:
    dice = SystemRandom()
    with a_server() as server:
        upgrade(server.url, VAULT)
        heard: list[str] = []
        for _ in range(OF_THE_DATABASE):
            heard += accepted_by(server.url, WRITERS, dice, server.kill)
            server.start()
            engine = make_engine(server.url, VAULT)
            assert what_is_lost(engine, heard) == []
            engine.dispose()
        assert len(heard) >= OF_THE_DATABASE
