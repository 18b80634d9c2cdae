"""Somebody at the machine may say that a place register that lost places is right, and have the index of
places compared with the records and made anew."""

from pathlib import Path

from sqlalchemy import delete, text

from riskflag.persistence import place_register
from riskflag.persistence.audit import Action
from riskflag.persistence.engine import make_engine
from riskflag.persistence.tables import metadata
from tests.keys import VAULT
from tests.persistence.rows import rows
from tests.terminal import Run

CASE = Path(__file__).parents[2] / "examples/S21-home-of-the-protected-partner.json"


def test_the_next_register_is_taken_as_it_comes_and_that_is_recorded(run: Run, tmp_path: Path) -> None:
    run("import", CASE)
    engine = make_engine(f"sqlite:///{tmp_path}/home/riskflag.sqlite3", VAULT)
    assert run("database", "accept-fewer-places")[0] == 0
    with engine.connect() as connection:
        assert place_register.expected_places(connection) == 0
    assert rows(engine, "audit_entry")[-1]["action"] == Action.FEWER_PLACES_ACCEPTED
    engine.dispose()


def test_what_the_index_lost_is_told_and_put_back_and_that_is_recorded(run: Run, tmp_path: Path) -> None:
    run("import", CASE)
    engine = make_engine(f"sqlite:///{tmp_path}/home/riskflag.sqlite3", VAULT)
    status, whole, _ = run("database", "index-places", "--check")
    assert (status, "missing from the index: 0" in whole) == (0, True)
    with engine.begin() as connection:
        connection.execute(text("DELETE FROM place_token"))
    status, told, _ = run("database", "index-places", "--check")
    assert (status, "missing from the index: 0" in told) == (6, False)
    assert rows(engine, "place_token") == []
    status, anew, _ = run("database", "index-places")
    assert (status, anew) == (0, told + "the index of places was made anew\n")
    assert rows(engine, "audit_entry")[-1]["action"] == Action.PLACES_INDEXED
    assert run("database", "index-places", "--check") == (0, whole, "")
    assert run("audit", "verify")[0] == 0
    engine.dispose()


def test_what_cannot_be_read_and_may_be_any_place_is_told_until_it_is_imported_anew(
    run: Run, tmp_path: Path
) -> None:
    run("import", CASE)
    engine = make_engine(f"sqlite:///{tmp_path}/home/riskflag.sqlite3", VAULT)
    with engine.begin() as connection:
        connection.execute(text("UPDATE protected_place SET body = 'damaged'"))
    status, told, _ = run("database", "index-places")
    assert (status, "cannot be read: 1" in told, "may be any place" in told) == (0, True, False)
    with engine.begin() as connection:
        for table in ("place_token", "place_token_count", "indexed_place"):
            connection.execute(delete(metadata.tables[table]))
    status, told, _ = run("database", "index-places", "--check")
    assert (status, "answers may not say so" in told, "every answer" in told) == (6, True, False)
    status, told, _ = run("database", "index-places")
    assert (status, "1 of the records that cannot be read may be any place" in told) == (6, True)
    assert run("database", "upgrade")[1].endswith(told.splitlines()[-1] + "\n")
    status, checked, _ = run("database", "index-places", "--check")
    assert (status, "answers may not say so" in checked, "every answer" in checked) == (6, False, True)
    run("import", CASE)
    status, told, _ = run("database", "index-places", "--check")
    assert (status, "cannot be read" in told) == (0, False)
    assert "any place" not in run("database", "upgrade")[1]
    engine.dispose()
