"""A database of any earlier version, with what it holds, becomes one of this version, on both kinds."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, inspect

from riskflag.casebook import ASKED, HIM, NOW, PROPOSED
from riskflag.persistence import migrations
from riskflag.persistence.audit import Action, Actor, AuditEntry
from riskflag.persistence.engine import make_engine
from riskflag.persistence.store import open_store
from riskflag.persistence.tables import metadata
from riskflag.records import PersonNumbers
from riskflag.vocabulary import NomsNumber, Role
from tests.keys import VAULT
from tests.persistence import older
from tests.persistence.rows import rows

ENTRY = AuditEntry(NOW, Actor("p.officer", Role.RESPONSIBLE_OFFICER), Action.PERSON_STORED)
ANOTHER = replace(HIM, noms_number=NomsNumber("B1234BB"), case_reference_number=None, pnc_number=None)
VERSIONS = ("0001", "0002", "0003")


@pytest.fixture(params=["sqlite", "postgresql"])
def empty(request: pytest.FixtureRequest) -> str:
    """Where a database is in which nothing was made yet."""
    named = "url" if request.param == "sqlite" else "empty_postgresql_url"
    return str(request.getfixturevalue(named))


@pytest.fixture
def empty_engine(empty: str) -> Iterator[Engine]:
    made = make_engine(empty, VAULT)
    yield made
    made.dispose()


def test_an_empty_database_gets_exactly_the_tables_that_the_code_declares(
    empty: str, empty_engine: Engine
) -> None:
    migrations.upgrade(empty, VAULT)
    with empty_engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
        checks = {
            table: {each["name"] for each in inspect(connection).get_check_constraints(table)}
            for table in ("assessment", "audit_entry", "asked_place", "agreement")
        }
    assert checks["assessment"] >= {"ck_assessment_verdict", "ck_assessment_nothing_found_is_complete"}
    assert {f"ck_{table}_role" for table in ("audit_entry", "asked_place", "agreement")} <= set().union(
        *checks.values()
    )


@pytest.mark.parametrize("version", VERSIONS)
def test_all_that_an_earlier_version_held_is_there_after(
    empty: str, empty_engine: Engine, version: str
) -> None:
    older.make(empty_engine, version)
    migrations.upgrade(empty, VAULT)
    with closing(open_store(empty, VAULT)) as store:
        loaded = store.load(older.WHO, ASKED, NOW)
        answer = store.read_assessment(older.ANSWER.id, ENTRY)
        found = store.find_person(PersonNumbers.of(HIM), ENTRY)
    assert (answer, found) == (older.ANSWER, older.WHO)
    assert loaded is not None
    assert loaded[0].person == HIM
    assert set(loaded[0].records) == set(older.GIVEN.dossier.records)
    assert loaded[0].gaps() == {}
    assert loaded[1].incidents == (older.CRIME,)


@pytest.mark.parametrize("version", VERSIONS)
def test_after_it_the_audit_holds_and_the_next_are_stored(
    empty: str, empty_engine: Engine, version: str
) -> None:
    older.make(empty_engine, version)
    held = len(rows(empty_engine, "record"))
    migrations.upgrade(empty, VAULT)
    with closing(open_store(empty, VAULT)) as store:
        store.put_person(ANOTHER, older.GIVEN.dossier.records, older.GIVEN.dossier.coverage, ENTRY)
        checked = store.check_audit(None)
    assert (checked.broken, checked.newest.sequence) == (None, 4)
    now = [len(rows(empty_engine, table)) for table in ("record", "protected_place")]
    assert sum(now) == 2 * held


@pytest.mark.parametrize("version", VERSIONS)
def test_nothing_that_was_held_in_clear_stands_there_after(
    empty: str, empty_engine: Engine, version: str
) -> None:
    older.make(empty_engine, version)
    before = {table: len(rows(empty_engine, table)) for table in ("person", "coverage", "assessment")}
    migrations.upgrade(empty, VAULT)
    held = {table: rows(empty_engine, table) for table in metadata.tables}
    assert {table: len(held[table]) for table in before} == before
    told = repr(held).lower()
    words = (HIM.name, HIM.noms_number, HIM.pnc_number, PROPOSED.text, "postcode:", "uprn:")
    assert [word for word in words if word and str(word).lower() in told] == []
    with empty_engine.connect() as connection:
        tables = set(inspect(connection).get_table_names())
    assert tables == {*metadata.tables, "alembic_version"}
