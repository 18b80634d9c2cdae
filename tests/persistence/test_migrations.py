"""Migrations make exactly the tables that the code declares, and the triggers that keep the audit."""

from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, text
from sqlalchemy.exc import IntegrityError

from riskflag.errors import StoreUnavailable
from riskflag.persistence import migrations
from riskflag.persistence.engine import make_engine
from riskflag.persistence.people import NUMBERS
from riskflag.persistence.store import open_store
from riskflag.persistence.tables import SCHEMA_REVISION, metadata
from tests.keys import VAULT
from tests.persistence.rows import ROWS, put, rows

ENTRY = (
    "INSERT INTO audit_entry (sequence, at, actor, role, action, detail, mac) "
    "VALUES (1, '2026-11-22T10:00:00+00:00', 'them', 'auditor', 'person_read', '', '')"
)
ANSWER = {
    "id": "'a'",
    "as_of": "'2026-11-22T10:00:00+00:00'",
    "valid_until": "'2026-11-23T10:00:00+00:00'",
    "verdict": "'no_flags_found'",
    "complete": "1",
    "rulebook": "'f'",
    "stopped": "0",
    "stop_shown": "0",
    "enquiry": "x'00'",
    "full_body": "x'00'",
    "open_body": "x'00'",
    "asked_by": "'them'",
    "asked_role": "'responsible_officer'",
    "purpose": "'release_planning'",
    "asked_at": "'2026-11-22T10:00:00+00:00'",
}


def made(engine: Engine) -> dict[str, str]:
    """How each table and index was made."""
    listed = "SELECT name, sql FROM sqlite_master WHERE type IN ('table', 'index') AND sql IS NOT NULL"
    with engine.connect() as connection:
        rows = connection.execute(text(listed)).all()
    return {name: sql for name, sql in rows if not name.startswith(("sqlite_", "alembic_"))}


def insertion(columns: dict[str, str]) -> str:
    names, values = ", ".join(columns), ", ".join(columns.values())
    return "".join(("INSERT INTO assessment (", names, ") VALUES (", values, ")"))


def test_migrations_make_the_tables_that_the_code_declares(engine: Engine, tmp_path: Path) -> None:
    declared = make_engine(f"sqlite:///{tmp_path}/declared.sqlite3", VAULT)
    metadata.create_all(declared)
    assert made(engine) == made(declared)
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []


def test_the_code_is_at_the_last_migration() -> None:
    assert ScriptDirectory.from_config(migrations.configuration()).get_current_head() == SCHEMA_REVISION


def test_upgrading_again_changes_nothing(engine: Engine, url: str) -> None:
    before = made(engine)
    migrations.upgrade(url, VAULT)
    assert made(engine) == before


def test_what_was_held_before_moments_of_taking_were_kept_is_held_after(url: str) -> None:
    engine = make_engine(url, VAULT)
    config = migrations.configuration()
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0002")
    kept = {name: {**ROWS[name]} for name in ("person", "record", "coverage")}
    for name, row in kept.items():
        clear = {"body": "{}"} if "body" in row else {}
        put(
            engine, name, {k: v for k, v in (row | clear).items() if k not in ("taken_at", "latest_taken_at")}
        )
    migrations.upgrade(url, VAULT)
    unknown = {"taken_at": None, "latest_taken_at": None}
    for name, row in kept.items():
        sealed = ("body", *NUMBERS)
        (now,) = rows(engine, name)
        expected = {k: unknown.get(k, v) for k, v in row.items() if k not in sealed}
        assert {k: v for k, v in now.items() if k not in sealed} == expected


def test_a_migration_that_fails_leaves_the_database_as_it_was(url: str) -> None:
    engine = make_engine(url, VAULT)
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE audit_entry (sequence INTEGER)")
    with pytest.raises(StoreUnavailable):
        migrations.upgrade(url, VAULT)
    assert list(made(engine)) == ["audit_entry"]


def test_a_store_of_another_version_is_not_opened(engine: Engine, url: str, tmp_path: Path) -> None:
    open_store(url, VAULT).close()
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0000'")
    for wrong in (url, f"sqlite:///{tmp_path}/new.sqlite3"):
        with pytest.raises(StoreUnavailable, match="riskflag database upgrade"):
            open_store(wrong, VAULT)


@pytest.mark.parametrize(
    "change",
    [
        pytest.param("UPDATE audit_entry SET actor = 'someone else'", id="an audit entry is changed"),
        pytest.param("DELETE FROM audit_entry", id="an audit entry is deleted"),
        pytest.param("REPLACE INTO audit_entry SELECT * FROM audit_entry", id="an audit entry is replaced"),
        pytest.param("REPLACE INTO assessment SELECT * FROM assessment", id="an answer is replaced"),
        pytest.param("UPDATE assessment SET verdict = 'incomplete'", id="an answer is changed"),
    ],
)
def test_what_was_recorded_stays_as_it_was(engine: Engine, change: str) -> None:
    with engine.begin() as connection:
        connection.exec_driver_sql(ENTRY)
        connection.exec_driver_sql(insertion(ANSWER))
    with pytest.raises(IntegrityError, match="never changed"), engine.begin() as connection:
        connection.exec_driver_sql(change)


@pytest.mark.parametrize(
    "wrong",
    [
        pytest.param({"verdict": "NULL"}, id="no verdict"),
        pytest.param({"verdict": "'clear'"}, id="a verdict that is none"),
        pytest.param({"complete": "NULL"}, id="not said whether it is complete"),
        pytest.param({"complete": "2"}, id="neither complete nor not"),
        pytest.param({"complete": "0"}, id="nothing found, yet not complete"),
        pytest.param({"asked_role": "'visitor'"}, id="a role that is none"),
        pytest.param({"person_id": "'nobody'"}, id="about a person who is not held"),
    ],
)
def test_an_answer_that_does_not_hold_cannot_be_stored(engine: Engine, wrong: dict[str, str]) -> None:
    with pytest.raises(IntegrityError), engine.begin() as connection:
        connection.exec_driver_sql(insertion(ANSWER | wrong))


@pytest.mark.parametrize("column", ["verdict", "complete", "asked_role"])
def test_nothing_that_matters_has_a_default(engine: Engine, column: str) -> None:
    columns = {name: value for name, value in ANSWER.items() if name != column}
    with pytest.raises(IntegrityError, match="NOT NULL"), engine.begin() as connection:
        connection.exec_driver_sql(insertion(columns))
