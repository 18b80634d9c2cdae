"""Sealed anew, everything says what it said, nothing needs the old key, and nothing is lost on the way."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import cast

import psycopg
import pytest
from psycopg import sql
from sqlalchemy import Engine, LargeBinary, make_url, text
from sqlalchemy.exc import DBAPIError

from riskflag.casebook import (
    ASKED,
    EX_PARTNER,
    HER,
    NOW,
    PROPOSED,
    SAME_STREET,
    case,
    incident,
    order,
    own_address,
    protected_place,
    term,
)
from riskflag.errors import BadInput, StoreUnavailable
from riskflag.persistence import resealing
from riskflag.persistence.audit import Action, AuditEntry
from riskflag.persistence.engine import Database, make_engine
from riskflag.persistence.keys import with_new_sealing_key
from riskflag.persistence.premises_list import PremisesList
from riskflag.persistence.resealing import SEALED, Resealed, reseal
from riskflag.persistence.store import Store
from riskflag.persistence.tables import metadata
from riskflag.persistence.vault import Vault
from riskflag.records import AddressUse, PlaceIncidentKind
from riskflag.screening import Because
from riskflag.service import StoredAssessment
from riskflag.upkeep.who import AT_THE_MACHINE
from riskflag.vocabulary import PersonId, ProhibitionKind
from tests.decided import ENTRY as DECIDES
from tests.decided import REFUSED
from tests.dialects import unguarded
from tests.keys import KEYS, VAULT
from tests.persistence.rows import rows
from tests.persistence.vouched import HOSTELS, LISTED, LISTING
from tests.service.world import FEED, Clock, ask, put, service_of

ON_BOTH_DATABASES = True

NEWER = with_new_sealing_key(KEYS)
BOTH = Vault(NEWER)
ONLY_NEW = Vault(replace(NEWER, sealing={2: NEWER.sealing[2]}))
ENTRY = AuditEntry(NOW, AT_THE_MACHINE, Action.SEALED_ANEW)
HELD = case(
    order(term(ProhibitionKind.NO_CONTACT)),
    protected_place(EX_PARTNER, SAME_STREET),
    own_address(PROPOSED, AddressUse.RELEASE),
    place=(incident(PlaceIncidentKind.CLOSURE), incident(PlaceIncidentKind.CLOSURE, address=SAME_STREET)),
)
READ = AuditEntry(NOW, AT_THE_MACHINE, Action.ASSESSMENT_READ)
COLUMNS = [(each.table.name, column) for each in SEALED for column in each.columns]


@dataclass
class Filled:
    """A database in which something is sealed with the first key."""

    engine: Engine
    url: str
    stored: StoredAssessment
    who: PersonId


@pytest.fixture
def filled(engine: Engine) -> Filled:
    service = service_of(engine, Clock())
    stored = ask(service, HELD)
    assert stored.person_id is not None
    Store(Database(engine)).decisions.add(stored.id, REFUSED, DECIDES)
    service.screening.screen_person(stored.person_id, NOW, None, Because.NIGHTLY)
    PremisesList(Database(engine)).add(HOSTELS, LISTING, LISTED)
    return Filled(engine, engine.url.render_as_string(hide_password=False), stored, stored.person_id)


@pytest.fixture
def left_with_the_new_key(filled: Filled) -> Iterator[Store]:
    """The store as whoever has only the new key finds it."""
    engine = make_engine(filled.url, ONLY_NEW)
    yield Store(Database(engine))
    engine.dispose()


def bodies(engine: Engine) -> dict[tuple[str, str], list[bytes]]:
    """All that is sealed, by its table and column."""
    return {
        (table, column): [cast("bytes", row[column]) for row in rows(engine, table)]
        for table, column in COLUMNS
    }


def test_every_column_of_bytes_is_sealed_anew() -> None:
    held = {
        (table.name, column.name)
        for table in metadata.tables.values()
        for column in table.columns
        if isinstance(column.type, LargeBinary)
    }
    assert set(COLUMNS) == held


def test_it_says_what_it_said_and_the_old_key_is_not_needed(
    filled: Filled, left_with_the_new_key: Store
) -> None:
    before = Store(Database(filled.engine)).load(filled.who, ASKED, NOW)
    sealed = bodies(filled.engine)
    assert [place for place, held in sealed.items() if not held] == []
    done = reseal(filled.url, BOTH, ENTRY)
    assert done == Resealed(
        rows=sum(len(rows(filled.engine, each.table.name)) for each in SEALED), left=0, no_trace=True
    )
    assert left_with_the_new_key.load(filled.who, ASKED, NOW) == before
    assert left_with_the_new_key.read_assessment(filled.stored.id, READ) == filled.stored
    for place, held in bodies(filled.engine).items():
        assert not set(held) & set(sealed[place])
        assert all(map(BOTH.is_current, held))


def test_it_is_recorded_and_the_audit_still_holds(filled: Filled) -> None:
    before = len(rows(filled.engine, "audit_entry"))
    reseal(filled.url, BOTH, ENTRY)
    recorded = rows(filled.engine, "audit_entry")[before:]
    assert [(row["actor"], row["action"]) for row in recorded] == [("command line", "sealed_anew")]
    assert Store(Database(filled.engine)).check_audit(None).broken is None


def test_answers_still_cannot_be_changed(filled: Filled) -> None:
    reseal(filled.url, BOTH, ENTRY)
    with pytest.raises(DBAPIError, match="assessment is never changed"), filled.engine.begin() as connection:
        connection.execute(text("UPDATE assessment SET asked_by = 'nobody'"))


WATCHED = {
    "sqlite": "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' ORDER BY name",
    "postgresql": "SELECT tgname, tgenabled, pg_get_triggerdef(oid) FROM pg_trigger ORDER BY tgname, oid",
}


def test_what_the_database_refuses_by_itself_is_the_same_as_before(filled: Filled) -> None:
    def watched() -> list[tuple[object, ...]]:
        with filled.engine.connect() as connection:
            return [tuple(row) for row in connection.execute(text(WATCHED[filled.engine.dialect.name]))]

    before = watched()
    assert before
    reseal(filled.url, BOTH, ENTRY)
    assert watched() == before


def test_nothing_but_what_is_sealed_is_touched(filled: Filled) -> None:
    tables = [name for name in metadata.tables if name != "audit_entry"]
    sealed = {column for _, column in COLUMNS}

    def plain() -> dict[str, list[dict[str, object]]]:
        return {
            table: sorted(
                ({k: v for k, v in row.items() if k not in sealed} for row in rows(filled.engine, table)),
                key=str,
            )
            for table in tables
        }

    before = plain()
    reseal(filled.url, BOTH, ENTRY)
    assert plain() == before


def test_a_second_run_finds_nothing_to_do(filled: Filled) -> None:
    reseal(filled.url, BOTH, ENTRY)
    sealed = bodies(filled.engine)
    assert reseal(filled.url, BOTH, ENTRY) == Resealed(0, 0, no_trace=True)
    assert bodies(filled.engine) == sealed


class Tiring(Vault):
    """Seals some times, and then fails."""

    strength = 5

    def seal(self, text: str, *belongs: str) -> bytes:
        """The text, sealed; or a failure."""
        self.strength -= 1
        if self.strength < 0:
            raise OSError
        return super().seal(text, *belongs)


@pytest.mark.parametrize("strength", [0, 1, 5, 9])
def test_one_that_was_stopped_goes_on_where_it_was(
    filled: Filled, left_with_the_new_key: Store, monkeypatch: pytest.MonkeyPatch, strength: int
) -> None:
    monkeypatch.setattr(resealing, "BATCH", 2)
    tiring = Tiring(NEWER)
    tiring.strength = strength
    with pytest.raises(StoreUnavailable):
        reseal(filled.url, tiring, ENTRY)
    either = Store(Database(make_engine(filled.url, BOTH)))
    assert either.read_assessment(filled.stored.id, READ) == filled.stored
    with pytest.raises(DBAPIError, match="never changed"), filled.engine.begin() as connection:
        connection.execute(text("UPDATE assessment SET asked_by = 'nobody'"))
    assert reseal(filled.url, BOTH, ENTRY).left == 0
    assert left_with_the_new_key.read_assessment(filled.stored.id, READ) == filled.stored
    either.close()


@pytest.mark.parametrize(("table", "column"), COLUMNS)
def test_what_cannot_be_opened_is_left_as_it_is_and_counted(filled: Filled, table: str, column: str) -> None:
    damaged = VAULT.seal("5 Elder Row", "elsewhere")
    with filled.engine.begin() as connection:
        unguarded(connection, table)
        connection.execute(
            text(" ".join(("UPDATE", table, "SET", column, "= :damaged"))), {"damaged": damaged}
        )
    many = len(rows(filled.engine, table))
    assert reseal(filled.url, BOTH, ENTRY).left == many
    assert bodies(filled.engine)[table, column] == [damaged] * many


def test_what_a_service_that_was_not_restarted_writes_afterwards_is_sealed_by_another_run(
    filled: Filled,
) -> None:
    reseal(filled.url, BOTH, ENTRY)
    with pytest.raises(StoreUnavailable):
        service_of(filled.engine, Clock()).numbers_of(filled.who, FEED)
    put(service_of(filled.engine, Clock()), case(person=HER))
    written = sum(not BOTH.is_current(each) for held in bodies(filled.engine).values() for each in held)
    assert written > 0
    assert reseal(filled.url, BOTH, ENTRY) == Resealed(written, 0, no_trace=True)


def test_what_was_decided_is_what_was_decided(filled: Filled, left_with_the_new_key: Store) -> None:
    before = Store(Database(filled.engine)).decisions.read(filled.stored.id, READ)
    reseal(filled.url, BOTH, ENTRY)
    assert left_with_the_new_key.decisions.read(filled.stored.id, READ) == before
    assert before is not None
    assert [decision.word for decision in before.decisions] == ["refused"]
    with pytest.raises(DBAPIError, match="decision is never changed"), filled.engine.begin() as connection:
        connection.execute(text("UPDATE decision SET account = 'nobody'"))


@pytest.fixture
def borrowed(postgresql_url: str) -> Iterator[str]:
    """A role that may read and write every table and owns none."""
    role, database = sql.Identifier("borrower"), make_url(postgresql_url)
    with psycopg.connect(postgresql_url, autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE ROLE {} LOGIN").format(role))
        connection.execute(sql.SQL("GRANT ALL ON ALL TABLES IN SCHEMA public TO {}").format(role))
        yield database.set(username="borrower").render_as_string(hide_password=False)
        connection.execute(sql.SQL("DROP OWNED BY {}").format(role))
        connection.execute(sql.SQL("DROP ROLE {}").format(role))


def test_a_role_that_may_not_change_answers_is_refused_before_anything_is_touched(
    borrowed: str, postgresql_url: str
) -> None:
    engine = make_engine(postgresql_url, VAULT)
    ask(service_of(engine, Clock()), HELD)
    before = bodies(engine)
    with pytest.raises(BadInput, match="the role that owns the tables"):
        reseal(borrowed, BOTH, ENTRY)
    assert bodies(engine) == before
    engine.dispose()
