"""``riskflag database reseal`` as somebody at a terminal meets it."""

from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from riskflag.persistence.engine import Database
from riskflag.persistence.keys import read_keys, write_keys
from tests.terminal import S21, THAT_DAY, Run


@pytest.fixture
def keys(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file with a second key, and a database that the first one sealed."""
    file = tmp_path / "own-keys"
    run("keys", "new", file)
    monkeypatch.setenv("RISKFLAG_KEYS_FILE", str(file))
    assert run("import", S21)[0] == 0
    assert run("check", S21, "--at", THAT_DAY)[0] == 10
    run("keys", "add", file)
    return file


def only_the_newest(file: Path) -> None:
    held = read_keys(file)
    kept = {held.current: held.sealing[held.current]}
    write_keys(file, type(held)(held.current, kept, held.index, held.audit), replacing=True)


def test_the_old_key_can_be_taken_away_once_everything_is_sealed_anew(run: Run, keys: Path) -> None:
    status, out, err = run("database", "reseal")
    assert (status, err) == (0, "")
    assert "rows sealed anew" in out
    only_the_newest(keys)
    assert run("import", S21)[0] == 0
    assert run("audit", "verify")[0] == 0
    assert run("database", "reseal") == (0, "0 rows sealed anew\n", "")


def test_where_something_is_left_it_says_so_and_that_no_key_may_go(run: Run, keys: Path) -> None:
    only_the_newest(keys)
    status, out, _ = run("database", "reseal")
    assert status == 4
    assert "still not sealed with the newest key" in out
    assert "Take no key away" in out


def test_traces_that_are_left_in_the_file_are_told(
    run: Run, keys: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy(_: Database) -> None:
        raise OSError

    monkeypatch.setattr(Database, "leave_no_trace", busy)
    status, out, _ = run("database", "reseal")
    assert status == 4
    assert "still in the database's file" in out


def test_nothing_of_what_was_sealed_before_is_left_in_the_file(run: Run, keys: Path, tmp_path: Path) -> None:
    folder = tmp_path / "home"
    engine = create_engine(f"sqlite:///{folder}/riskflag.sqlite3")
    with engine.connect() as connection:
        sealed = [
            *connection.execute(
                text("SELECT body FROM record UNION SELECT enquiry FROM assessment")
            ).scalars()
        ]
    engine.dispose()
    assert all(any(body[:24] in each for each in held_in(folder)) for body in sealed)
    run("database", "reseal")
    assert not [body for body in sealed if any(body[:24] in each for each in held_in(folder))]


def held_in(folder: Path) -> list[bytes]:
    return [each.read_bytes() for each in folder.glob("riskflag.sqlite3*")]
