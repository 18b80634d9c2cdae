"""Whose caseload a case may be on is found by account and role, also of what an earlier version held."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date

import pytest
from alembic import command
from sqlalchemy import Engine

from riskflag.casebook import ASKED, HER, HIM, NOW, caseload_link
from riskflag.persistence import migrations
from riskflag.persistence.audit import Action, Actor, AuditEntry
from riskflag.persistence.codec import encode
from riskflag.persistence.engine import Database, make_engine
from riskflag.persistence.shelves import linked_people
from riskflag.persistence.store import Store, open_store
from riskflag.records import CaseloadLink, Person
from riskflag.vocabulary import PersonId, Role, SourceRecordId
from tests.keys import VAULT
from tests.persistence import older
from tests.persistence.rows import ROWS, put, rows

SINCE = date(2026, 1, 1)
ENTRY = AuditEntry(NOW, Actor("a.feed", Role.RECORD_FEED), Action.PERSON_STORED)
OFFICER, STAFF = Role.RESPONSIBLE_OFFICER, Role.RESETTLEMENT_STAFF


def link(account: str, role: Role = OFFICER, source_id: str = "L-1") -> CaseloadLink:
    made = caseload_link(account, role, SINCE)
    return replace(made, source_id=SourceRecordId(source_id), recorded_on=SINCE)


def linked(engine: Engine, account: str, role: Role = OFFICER) -> tuple[PersonId, ...]:
    return Database(engine).read(lambda connection: linked_people(connection, account, role))


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


def made_by_the_version_before(engine: Engine, *links: tuple[int, bytes]) -> None:
    """Everything as version 4 left it, with these sealed links."""
    older.make(engine, "0003")
    config = migrations.configuration()
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0004")
    for number, body in links:
        columns = {"kind": "caseload_links", "source": "access_limits", "source_id": f"L-{number}"}
        row = {**ROWS["record"], **columns, "sequence": 100 + number, "person_id": older.WHO, "body": body}
        put(engine, "record", {**row, "source_system": "ndelius"})


def sealed(number: int, account: str, role: Role = OFFICER) -> tuple[int, bytes]:
    body = encode(link(account, role, f"L-{number}"))
    return number, VAULT.seal(body, "record", older.WHO, "caseload_links", "ndelius", f"L-{number}")


def test_links_that_the_version_before_held_are_found_after(empty: str, empty_engine: Engine) -> None:
    held = (
        sealed(1, "P.Officer "),
        sealed(2, "r.staff", STAFF),
        sealed(3, "p.\u043efficer"),
        (4, b"damaged"),
    )
    made_by_the_version_before(empty_engine, *held)
    migrations.upgrade(empty, VAULT)
    assert linked(empty_engine, "p.officer") == (older.WHO,)
    assert linked(empty_engine, "R.STAFF", STAFF) == (older.WHO,)
    assert linked(empty_engine, "r.staff") == linked(empty_engine, "p.officer", STAFF) == ()
    assert len(rows(empty_engine, "caseload_key")) == 2


def test_all_that_the_version_before_held_is_there_after(empty: str, empty_engine: Engine) -> None:
    made_by_the_version_before(empty_engine)
    migrations.upgrade(empty, VAULT)
    with closing(open_store(empty, VAULT)) as store:
        loaded = store.load(older.WHO, ASKED, NOW)
        answer = store.read_assessment(older.ANSWER.id, ENTRY)
        checked = store.check_audit(None)
    assert loaded is not None
    assert set(loaded[0].records) == set(older.GIVEN.dossier.records)
    assert (answer, checked.broken) == (older.ANSWER, None)
    assert rows(empty_engine, "decision") == []


@pytest.fixture
def store(empty: str, empty_engine: Engine) -> Store:
    migrations.upgrade(empty, VAULT)
    return Store(Database(empty_engine))


def stored(store: Store, who: Person, *links: CaseloadLink) -> PersonId:
    return store.put_person(who, links, {}, ENTRY)


@pytest.mark.parametrize(
    ("account", "role", "found"),
    [
        pytest.param("p.officer", OFFICER, True, id="the account of the link"),
        pytest.param(" P.OFFICER\n", OFFICER, True, id="in capitals, with space around it"),
        pytest.param("p.officer", STAFF, False, id="in another role"),
        pytest.param("q.officer", OFFICER, False, id="another account"),
        pytest.param("", OFFICER, False, id="no account"),
        pytest.param("p.\u043efficer", OFFICER, False, id="an account that only looks alike"),
    ],
)
def test_somebody_is_found_by_the_account_and_role_of_a_link(
    store: Store, empty_engine: Engine, account: str, role: Role, found: bool
) -> None:
    his = stored(store, HIM, link("p.officer"))
    stored(store, HER, link("x.officer"))
    assert linked(empty_engine, account, role) == ((his,) if found else ())


def test_somebody_is_found_once_however_many_links_there_are(store: Store, empty_engine: Engine) -> None:
    both = stored(store, HIM, link("p.officer"), link("P.Officer", source_id="L-2"))
    hers = stored(store, HER, link("p.officer"))
    assert set(linked(empty_engine, "p.officer")) == {both, hers}
    assert len(linked(empty_engine, "p.officer")) == 2


def test_a_link_that_is_replaced_finds_nobody(store: Store, empty_engine: Engine) -> None:
    his = stored(store, HIM, link("p.officer"))
    stored(store, HIM, link("q.officer"))
    assert (linked(empty_engine, "p.officer"), linked(empty_engine, "q.officer")) == ((), (his,))


def test_no_account_stands_in_clear(store: Store, empty_engine: Engine) -> None:
    stored(store, HIM, link("somebody.special"))
    assert "special" not in repr([rows(empty_engine, table) for table in ("caseload_key", "record")])
