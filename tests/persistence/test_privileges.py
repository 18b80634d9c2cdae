"""The service's own role does all that the service does, and cannot change what is kept for good."""

import os
from collections.abc import Iterator

import pytest
from sqlalchemy import Engine, make_url
from sqlalchemy.exc import ProgrammingError

from riskflag.casebook import ASKED, EX_PARTNER, PROPOSED, case, incident, protected_place
from riskflag.errors import BadInput
from riskflag.pace import Asking
from riskflag.persistence.audit_examined import examine
from riskflag.persistence.engine import Database, make_engine
from riskflag.persistence.privileges import KEPT, grant
from riskflag.persistence.store import open_store
from riskflag.persistence.tables import metadata
from riskflag.records import PlaceIncidentKind
from riskflag.service import PersonNumbers
from tests.decided import REFUSED
from tests.keys import VAULT
from tests.persistence.rows import fill, held
from tests.persistence.vouched import fill as fill_vouched
from tests.service.world import FEED, OFFICER, Clock, check, put, service_of

GRANTED = f"service_{os.getpid()}"


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def owner(postgresql_url: str) -> Iterator[Engine]:
    made = make_engine(postgresql_url, VAULT)
    with made.begin() as connection:
        connection.exec_driver_sql(f"CREATE ROLE {GRANTED} LOGIN")
    yield made
    with made.begin() as connection:
        connection.exec_driver_sql(f"DROP OWNED BY {GRANTED}")
        connection.exec_driver_sql(f"DROP ROLE {GRANTED}")
    made.dispose()


@pytest.fixture
def role_url(owner: Engine, postgresql_url: str) -> str:
    """The URL of the same database for the role, once it was granted what it needs."""
    Database(owner).write(lambda connection: grant(connection, GRANTED))
    return make_url(postgresql_url).set(username=GRANTED).render_as_string(hide_password=False)


@pytest.fixture
def limited(role_url: str) -> Iterator[Engine]:
    made = make_engine(role_url, VAULT)
    yield made
    made.dispose()


def test_the_service_does_all_it_does_as_that_role(limited: Engine, role_url: str, clock: Clock) -> None:
    open_store(role_url, VAULT).close()
    given = case(protected_place(EX_PARTNER, PROPOSED), place=[incident(PlaceIncidentKind.CLOSURE)])
    service = service_of(limited, clock)
    who = put(service, given)
    assert put(service, given) == who
    service.put_records(who, given.dossier.person, given.dossier.records, given.dossier.coverage, FEED)
    put(service, given)
    answer = service.enquire(who, ASKED, OFFICER)
    assert service.read_assessment(answer.id, OFFICER) == answer
    assert check(service, given).id != answer.id
    assert service.find_person(PersonNumbers.of(given.dossier.person), OFFICER) == who
    service.keep_pace(OFFICER, Asking.LOOKUP, 60)
    assert [each.person_id for each in service.caseload.awaiting_decision(OFFICER)] == [who]
    service.deciding.record(answer.id, REFUSED, OFFICER)
    assert service.deciding.read(answer.id, OFFICER).stored == answer
    assert service.caseload.awaiting_decision(OFFICER) == ()
    assert [each.assessment_id for each in service.caseload.enquiries_of(OFFICER)] == [answer.id]


def test_that_role_can_look_at_all_that_the_audit_vouches_for_and_at_what_guards_it(
    owner: Engine, limited: Engine
) -> None:
    filled = fill_vouched(limited)
    looked = examine(Database(limited), None)
    assert (looked.chain.broken, looked.contradicts, looked.unguarded, looked.not_looked_at) == (
        None,
        *[False] * 3,
    )
    assert (looked.guards and looked.guards.owner, looked.guards and looked.guards.opened) == (False, 0)
    with owner.begin() as connection:
        connection.exec_driver_sql("ALTER TABLE audit_entry DISABLE TRIGGER audit_entry_stays")
        connection.exec_driver_sql(f"GRANT UPDATE ON assessment TO {GRANTED}")
        connection.exec_driver_sql("DELETE FROM person WHERE id = %s", (filled.who,))
    looked = examine(Database(limited), None)
    assert (looked.contradicts, looked.unguarded) == (True, True)
    assert (looked.guards and looked.guards.altered, looked.guards and looked.guards.opened) == (1, 1)


@pytest.mark.parametrize("table", sorted(metadata.tables))
def test_what_every_table_lets_it_do(owner: Engine, limited: Engine, table: str) -> None:
    fill(owner)
    with limited.begin() as connection:
        allowed = {
            each
            for each in ("SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE", "REFERENCES", "TRIGGER")
            if connection.exec_driver_sql("SELECT has_table_privilege(%s, %s)", (table, each)).scalar_one()
        }
    assert allowed == {"SELECT", "INSERT"} | (set() if table in KEPT else {"UPDATE", "DELETE"})


@pytest.mark.parametrize(
    "statement",
    [
        pytest.param("UPDATE audit_entry SET actor = 'x'", id="changing the audit"),
        pytest.param("UPDATE alert SET count = 0", id="changing an alert"),
        pytest.param("DELETE FROM audit_entry", id="deleting from the audit"),
        pytest.param("DELETE FROM alert", id="deleting alerts"),
        pytest.param("DELETE FROM agreement", id="deleting who agreed"),
        pytest.param("DELETE FROM assessment", id="deleting answers"),
        pytest.param("DELETE FROM decision", id="deleting decisions"),
        pytest.param("UPDATE decision SET account = 'x'", id="changing who decided"),
        *(pytest.param(f"TRUNCATE {table} CASCADE", id=f"emptying {table}") for table in sorted(KEPT)),
        pytest.param("TRUNCATE person CASCADE", id="emptying what the answers hang on"),
        pytest.param("DROP TRIGGER audit_entry_stays ON audit_entry", id="taking a trigger away"),
        pytest.param("ALTER TABLE audit_entry DISABLE TRIGGER ALL", id="switching triggers off"),
        pytest.param(
            "SET session_replication_role = replica", id="posing as a replica, which heeds no trigger"
        ),
        pytest.param("DROP TABLE audit_entry", id="taking the table away"),
        pytest.param("ALTER TABLE audit_entry RENAME TO other", id="calling it something else"),
        pytest.param(
            "CREATE OR REPLACE FUNCTION never_changed() RETURNS trigger LANGUAGE plpgsql AS "
            "'BEGIN RETURN NULL; END'",
            id="making the trigger do nothing",
        ),
        pytest.param("CREATE TABLE elsewhere (one int)", id="making a table"),
        pytest.param("UPDATE alembic_version SET version_num = '0001'", id="changing what version it is"),
        pytest.param("SELECT setval('alert_sequence_seq', 900)", id="leaving out numbers"),
    ],
)
def test_what_would_change_what_is_kept_is_not_its_to_do(
    owner: Engine, limited: Engine, statement: str
) -> None:
    fill(owner)
    with (
        pytest.raises(ProgrammingError, match=r"permission denied|must be owner"),
        limited.begin() as connection,
    ):
        connection.exec_driver_sql(statement)
    assert held(owner)["audit_entry"] == 1


def test_removing_somebody_is_still_possible_and_takes_their_answers_along(
    owner: Engine, limited: Engine
) -> None:
    fill(owner)
    with limited.begin() as connection:
        connection.exec_driver_sql("DELETE FROM person")
    now = held(owner)
    assert (now["assessment"], now["agreement"], now["audit_entry"]) == (0, 0, 1)


def test_granting_again_takes_away_what_was_granted_besides(owner: Engine, limited: Engine) -> None:
    with owner.begin() as connection:
        connection.exec_driver_sql(f"GRANT ALL ON audit_entry TO {GRANTED}")
    Database(owner).write(lambda connection: grant(connection, GRANTED))
    with pytest.raises(ProgrammingError, match="permission denied"), limited.begin() as connection:
        connection.exec_driver_sql("DELETE FROM audit_entry")


@pytest.mark.parametrize(
    "role",
    [
        pytest.param("postgres", id="who owns the tables"),
        pytest.param("nobody at all", id="nobody"),
        pytest.param('x"; DROP TABLE person; --', id="a statement for a name"),
        pytest.param("", id="no name"),
    ],
)
def test_a_role_that_is_none_or_could_do_more_is_refused(owner: Engine, role: str) -> None:
    with pytest.raises(BadInput, match="ROLE"):
        Database(owner).write(lambda connection: grant(connection, role))


def test_a_member_of_the_owner_is_refused(owner: Engine) -> None:
    with owner.begin() as connection:
        connection.exec_driver_sql(f"GRANT postgres TO {GRANTED}")
    with pytest.raises(BadInput, match="ROLE"):
        Database(owner).write(lambda connection: grant(connection, GRANTED))


def test_a_file_has_no_roles(engine: Engine) -> None:
    with pytest.raises(BadInput, match="RISKFLAG_DATABASE_URL"):
        Database(engine).write(lambda connection: grant(connection, GRANTED))
