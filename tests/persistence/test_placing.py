"""A folder is on the disk before anything in it is relied on."""

from pathlib import Path

import pytest

from riskflag.errors import BadInput, StoreUnavailable
from riskflag.persistence import placing, sqlite
from riskflag.persistence.engine import open_database
from riskflag.persistence.keys import new_keys, write_keys
from riskflag.persistence.placing import make_folder
from tests.keys import VAULT


def fails(_: Path) -> None:
    raise OSError("the disk fails")


@pytest.mark.parametrize(
    ("there", "flushed"),
    [
        pytest.param("one/two/three", [], id="all of it is there"),
        pytest.param("one/two", ["one/two"], id="the last is missing"),
        pytest.param("", ["", "one", "one/two"], id="all of it is missing"),
    ],
)
def test_each_folder_that_is_made_is_flushed_into_the_one_above_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, there: str, flushed: list[str]
) -> None:
    seen: list[Path] = []
    monkeypatch.setattr(placing, "flush_folder", seen.append)
    tmp_path.joinpath(there).mkdir(parents=True, exist_ok=True)
    make_folder(tmp_path / "one" / "two" / "three")
    assert (tmp_path / "one" / "two" / "three").is_dir()
    assert sorted(seen) == [tmp_path / each for each in flushed]


def test_a_folder_that_may_not_last_is_not_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(placing, "flush_folder", fails)
    for making in (
        lambda: open_database(f"sqlite:///{tmp_path}/one/two/riskflag.sqlite3", VAULT),
        lambda: write_keys(tmp_path / "one" / "two" / "keys.json", new_keys()),
    ):
        with pytest.raises(BadInput):
            making()
        assert list(tmp_path.iterdir()) == []


def test_a_database_whose_name_may_not_last_is_not_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = open_database(f"sqlite:///{tmp_path}/riskflag.sqlite3", VAULT)
    monkeypatch.setattr(sqlite, "flush_folder", fails)
    for doing in (database.read, database.write):
        with pytest.raises(StoreUnavailable):
            doing(lambda connection: connection.exec_driver_sql("SELECT 1").scalar())
    monkeypatch.undo()
    assert database.write(lambda connection: connection.exec_driver_sql("SELECT 1").scalar()) == 1
    database.close()
