"""Several processes over one database: none loses a write, and one that dies leaves nothing half done."""

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import Engine

from riskflag.errors import StoreUnavailable
from riskflag.persistence.engine import Database, open_database
from riskflag.persistence.migrations import upgrade
from riskflag.persistence.store import open_store
from tests.keys import VAULT
from tests.persistence.processes import (
    DIED,
    WRITES,
    bring_up_to_date,
    count_then_add,
    die_after_writing,
    die_while_writing,
    run_together,
    write_many,
)
from tests.persistence.rows import ROWS, fill, held, rows


def people(engine: Engine) -> list[str]:
    return sorted(str(row["id"]) for row in rows(engine, "person"))


def test_two_processes_queue_and_none_reads_what_the_other_is_about_to_change(
    engine: Engine, url: str
) -> None:
    assert run_together(partial(write_many, url, "one"), partial(write_many, url, "other")) == [0, 0]
    numbers = sorted(int(str(row["noms_number"])) for row in rows(engine, "person"))
    assert numbers == list(range(2 * WRITES))


@pytest.mark.parametrize(
    "dying",
    [
        pytest.param(die_while_writing, id="in the middle of a transaction"),
        pytest.param(die_after_writing, id="as soon as it has committed"),
    ],
)
def test_a_process_that_dies_leaves_what_it_committed_and_nothing_else(
    engine: Engine, url: str, dying: Callable[[str], None]
) -> None:
    assert run_together(partial(dying, url)) == [DIED]
    assert people(engine) == ["committed"]
    Database(engine).write(partial(count_then_add, "the next"))
    assert people(engine) == ["committed", "the next"]


def test_two_processes_may_make_the_tables_at_once(url: str) -> None:
    both = run_together(partial(bring_up_to_date, url), partial(bring_up_to_date, url))
    assert both == [0, 0]
    open_store(url, VAULT).close()


def test_bringing_a_database_up_to_date_loses_nothing_that_is_held(engine: Engine, url: str) -> None:
    fill(engine)
    upgrade(url, VAULT)
    assert set(held(engine).values()) == {1}
    assert all(rows(engine, table) == [row] for table, row in ROWS.items())


@pytest.mark.parametrize(
    "meddle",
    [
        pytest.param(lambda file: file.write_bytes(b""), id="an empty file"),
        pytest.param(lambda file: file.write_bytes(b"not a database, but words" * 400), id="another file"),
        pytest.param(lambda file: file.write_bytes(file.read_bytes()[:5000]), id="a file cut short"),
        pytest.param(lambda file: file.unlink(), id="no file"),
    ],
)
def test_a_database_that_is_not_one_is_not_opened(url: str, meddle: Callable[[Path], object]) -> None:
    upgrade(url, VAULT)
    file = Path(url.removeprefix("sqlite:///"))
    meddle(file)
    for beside in (file.with_name(file.name + "-wal"), file.with_name(file.name + "-shm")):
        beside.unlink(missing_ok=True)
    with pytest.raises(StoreUnavailable):
        open_store(url, VAULT)


@pytest.mark.parametrize("mode", [0o644, 0o666, 0o640])
def test_a_file_that_others_could_read_is_made_the_owners_alone(url: str, mode: int) -> None:
    file = Path(url.removeprefix("sqlite:///"))
    file.parent.mkdir(parents=True)
    file.touch()
    file.chmod(mode)
    upgrade(url, VAULT)
    assert {path.stat().st_mode & 0o777 for path in file.parent.iterdir()} == {0o600}


def test_the_log_beside_the_database_is_its_owners_alone(url: str) -> None:
    before = os.umask(0)
    try:
        upgrade(url, VAULT)
        database = open_database(url, VAULT)
        database.write(partial(count_then_add, "somebody"))
        folder = Path(url.removeprefix("sqlite:///")).parent
        assert {path.stat().st_mode & 0o077 for path in folder.iterdir()} == {0}
        database.close()
    finally:
        os.umask(before)
