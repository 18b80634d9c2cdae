"""No canary lies on the disk, whoever may read it: not in a database's file or log, nor in any other file.

RISKFLAG_CANARIES sets how many there are (6 unless it says otherwise).
"""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, inspect, text

from riskflag.casebook import NOW, PROPOSED
from riskflag.persistence import migrations
from riskflag.persistence.codec import encode
from riskflag.persistence.engine import make_engine
from riskflag.persistence.tables import metadata
from riskflag.service import Service, open_service
from tests.canaries.forms import CANARIES, found
from tests.canaries.places import HELD, checkpoint, on_the_disk, opened, seed, take_away, told
from tests.keys import VAULT, settings_in
from tests.persistence import older

ROOT = Path(__file__).parents[2]
LARGEST = 64 * 1024 * 1024


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder in which everything is made, temporary files too."""
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


@pytest.fixture
def service(home: Path) -> Iterator[Service]:
    settings = settings_in(home)
    migrations.upgrade(settings.database_url, VAULT)
    made = open_service(settings, lambda: NOW)
    yield made
    made.close()


def test_no_file_holds_one_while_it_is_used_after_deleting_and_once_closed(
    home: Path, service: Service
) -> None:
    person_id, _ = seed(service)
    open_files = on_the_disk(home)
    assert any(name.endswith("-wal") and content for name, content in open_files.items())
    assert found(open_files) == []
    take_away(service, person_id)
    assert found(on_the_disk(home)) == []
    service.close()
    assert found(on_the_disk(home)) == []


def test_with_the_keys_every_one_of_them_is_there(home: Path, service: Service) -> None:
    """The search finds them where they are."""
    seed(service)
    engine = make_engine(f"sqlite:///{home}/riskflag.sqlite3", VAULT)
    everything = "\n".join(opened(engine))
    engine.dispose()
    assert [canary for canary in CANARIES if f"{canary.text}" not in everything] == []
    assert found({"opened": everything.encode()})


def test_an_unsealed_copy_would_be_found(home: Path) -> None:
    engine = make_engine(f"sqlite:///{home}/unsealed.sqlite3", VAULT)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE unsealed (body TEXT)"))
        for record in HELD.dossier.records:
            connection.execute(text("INSERT INTO unsealed VALUES (:body)"), {"body": encode(record)})
    forms = {form for _, form in found(on_the_disk(home))}
    engine.dispose()
    assert forms >= {"plain", "postcode", "UPRN"}


def test_a_row_that_was_deleted_would_be_found_were_it_not_overwritten(home: Path) -> None:
    """Deleting alone leaves it in the log and in free pages; that nothing is found above is due to sealing and
    overwriting, not to deleting."""
    engine = make_engine(f"sqlite:///{home}/unsealed.sqlite3", VAULT)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE unsealed (body TEXT)"))
        connection.execute(text("INSERT INTO unsealed VALUES (:body)"), {"body": CANARIES[0].text})
    with engine.begin() as connection:
        connection.execute(text("DELETE FROM unsealed"))
    left = found(on_the_disk(home))
    engine.dispose()
    assert left


@pytest.mark.parametrize("version", ["0001", "0002", "0003"])
def test_of_what_earlier_versions_held_in_clear_the_upgrade_leaves_nothing(home: Path, version: str) -> None:
    url = f"sqlite:///{home}/older.sqlite3"
    engine = make_engine(url, VAULT)
    older.make(engine, version)
    in_clear = [PROPOSED.text, str(PROPOSED.uprn), str(PROPOSED.postcode), older.GIVEN.dossier.person.name]
    held = [each.encode() for each in in_clear]
    engine.dispose()
    before = b"".join(on_the_disk(home).values())
    assert [each for each in held if each not in before] == []
    migrations.upgrade(url, VAULT)
    after = b"".join(on_the_disk(home).values())
    assert [each for each in held if each in after] == []
    assert not Path(f"{home}/older.sqlite3-wal").exists()


def test_the_published_models_hold_none() -> None:
    models = on_the_disk(ROOT / "models")
    assert len(models) > 1
    assert found(models) == []


@pytest.fixture
def server_service(home: Path, postgresql_url: str) -> Iterator[Service]:
    made = open_service(settings_in(home, postgresql_url), lambda: NOW)
    yield made
    made.close()


@pytest.fixture
def server(postgresql_url: str) -> Iterator[Engine]:
    engine = make_engine(postgresql_url, VAULT)
    yield engine
    engine.dispose()


def server_files(engine: Engine) -> dict[str, bytes]:
    """All files of the server: its tables, the log ahead of them and what it says."""
    checkpoint(engine)
    with engine.connect() as connection:
        folder = Path(str(connection.execute(text("SHOW data_directory")).scalar_one()))
    files = (file for file in folder.rglob("*") if file.is_file() and file.stat().st_size < LARGEST)
    return {str(file): file.read_bytes() for file in files}


def test_a_servers_rows_and_files_hold_none(server_service: Service, server: Engine) -> None:
    person_id, _ = seed(server_service)
    with server.connect() as connection:
        tables = tuple(inspect(connection).get_table_names())
    assert set(tables) >= set(metadata.tables)
    assert found({"rows": told(server, tables), **server_files(server)}) == []
    everything = "\n".join(opened(server))
    assert [canary for canary in CANARIES if canary.text not in everything] == []
    take_away(server_service, person_id)
    assert found({"rows": told(server, tables), **server_files(server)}) == []


def test_in_clear_it_would_be_found_in_a_servers_rows_and_files(server: Engine) -> None:
    with server.begin() as connection:
        connection.execute(text("CREATE TABLE unsealed (body TEXT)"))
        connection.execute(text("INSERT INTO unsealed VALUES (:body)"), {"body": CANARIES[0].text})
    assert found({"rows": told(server, ("unsealed",))})
    assert found(server_files(server))
    with server.begin() as connection:
        connection.execute(text("DROP TABLE unsealed"))
