"""What other processes do to a database while a test looks on. Run in processes of their own."""

import os
from collections.abc import Callable
from functools import partial
from multiprocessing import get_context

from sqlalchemy import Connection

from riskflag.persistence.engine import open_database
from riskflag.persistence.migrations import upgrade
from tests.keys import VAULT

DIED = 7
WRITES = 30


def run_together(*doings: Callable[[], None]) -> list[int | None]:
    """Does each in a process of its own, all at once. Their exit statuses."""
    context = get_context("forkserver")
    context.set_forkserver_preload(["tests.persistence.processes", "tests.persistence.test_server_writers"])
    started = [context.Process(target=doing) for doing in doings]
    for process in started:
        process.start()
    for process in started:
        process.join()
    return [process.exitcode for process in started]


def count_then_add(name: str, connection: Connection) -> int:
    """Reads how many people there are and adds one who is numbered so: a lost update gives a number twice."""
    many = int(connection.exec_driver_sql("SELECT count(*) FROM person").scalar_one())
    connection.exec_driver_sql("INSERT INTO person (id, noms_number, body) VALUES (?, ?, '')", (name, many))
    return many


def write_many(url: str, writer: str) -> None:
    """Adds people one by one, each in a transaction of its own."""
    database = open_database(url, VAULT)
    for number in range(WRITES):
        database.write(partial(count_then_add, f"{writer}-{number}"))
    database.close()


def die_while_writing(url: str) -> None:
    """Commits one person, writes another, and is gone before that is committed."""
    database = open_database(url, VAULT)
    database.write(partial(count_then_add, "committed"))

    def die(connection: Connection) -> None:
        count_then_add("never committed", connection)
        os._exit(DIED)

    database.write(die)


def die_after_writing(url: str) -> None:
    """Commits one person and is gone at once, without closing anything."""
    open_database(url, VAULT).write(partial(count_then_add, "committed"))
    os._exit(DIED)


def bring_up_to_date(url: str) -> None:
    """Makes the tables, or finds them made."""
    upgrade(url, VAULT)
