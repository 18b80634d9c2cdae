"""What keeps the audit and the answers from being changed is there as it was made, or it is told what is not."""

from collections.abc import Sequence

import pytest
from sqlalchemy import Engine

from riskflag.casebook import NOW, case
from riskflag.persistence import guards, migrations
from riskflag.persistence.audit import Action, Actor, AuditEntry
from riskflag.persistence.engine import make_engine
from riskflag.persistence.guards import Guards, look_at_guards
from riskflag.persistence.keys import with_new_sealing_key
from riskflag.persistence.resealing import reseal
from riskflag.persistence.vault import Vault
from riskflag.vocabulary import Role
from tests.dialects import only_postgresql, only_sqlite
from tests.keys import KEYS, VAULT
from tests.persistence import older
from tests.service.world import Clock, ask, service_of

SQLITE, POSTGRESQL = "sqlite", "postgresql"
ON_BOTH_DATABASES = True


def look(engine: Engine, *statements: str) -> Guards:
    """What is found once these were executed. Nothing of them is kept."""
    with engine.connect() as connection:
        for statement in statements:
            connection.exec_driver_sql(statement)
        found = look_at_guards(connection)
        connection.rollback()
        return found


def wrong(found: Guards) -> tuple[int, int, int, int]:
    return found.missing, found.altered, found.unknown, found.opened or 0


def test_they_are_all_there_once_they_are_made(engine: Engine) -> None:
    found = look(engine)
    assert wrong(found) == (0, 0, 0, 0)
    assert found.expected >= 11
    assert (found.opened is None, found.owner) == (
        (True, None) if engine.dialect.name == SQLITE else (False, True)
    )


NOTHING = "BEGIN SELECT 1; END"


@pytest.mark.parametrize(
    ("statements", "expected"),
    [
        pytest.param(["DROP TRIGGER audit_entry_no_update"], (1, 0, 0, 0), id="taken away"),
        pytest.param(
            ["DROP TRIGGER assessment_no_update", "DROP TRIGGER alert_no_delete"],
            (2, 0, 0, 0),
            id="two of them",
        ),
        pytest.param(
            [
                "DROP TRIGGER audit_entry_no_delete",
                f"CREATE TRIGGER audit_entry_no_delete BEFORE DELETE ON audit_entry {NOTHING}",
            ],
            (0, 1, 0, 0),
            id="one that does nothing in its place",
        ),
        pytest.param(
            [
                "DROP TRIGGER audit_entry_no_delete",
                (
                    "CREATE TRIGGER audit_entry_no_delete BEFORE DELETE ON audit_entry WHEN OLD.sequence = -1 "
                    "BEGIN SELECT RAISE(ABORT, 'audit_entry is never changed'); END"
                ),
            ],
            (0, 1, 0, 0),
            id="one that is never due",
        ),
        pytest.param(
            [
                "DROP TRIGGER audit_entry_no_delete",
                (
                    "CREATE TRIGGER audit_entry_no_delete BEFORE DELETE ON outbox "
                    "BEGIN SELECT RAISE(ABORT, 'audit_entry is never changed'); END"
                ),
            ],
            (0, 1, 0, 0),
            id="on another table",
        ),
        pytest.param(
            [
                (
                    "CREATE TRIGGER lost BEFORE INSERT ON audit_entry WHEN NEW.actor = 'x' "
                    "BEGIN SELECT RAISE(IGNORE); END"
                )
            ],
            (0, 0, 1, 0),
            id="one that lets entries get lost",
        ),
        pytest.param(
            [
                "CREATE TABLE copied AS SELECT * FROM alert",
                "DROP TABLE alert",
                "ALTER TABLE copied RENAME TO alert",
            ],
            (2, 0, 0, 0),
            id="the table made anew",
        ),
    ],
)
def test_in_a_file(engine: Engine, statements: Sequence[str], expected: tuple[int, ...]) -> None:
    only_sqlite(engine, "its triggers have other words")
    assert wrong(look(engine, *statements)) == expected


EMPTY = "RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'"


@pytest.mark.parametrize(
    ("statements", "expected"),
    [
        pytest.param(["DROP TRIGGER audit_entry_stays ON audit_entry"], (1, 0, 0, 0), id="taken away"),
        pytest.param(
            ["ALTER TABLE audit_entry DISABLE TRIGGER audit_entry_stays"], (0, 1, 0, 0), id="switched off"
        ),
        pytest.param(
            ["ALTER TABLE audit_entry ENABLE REPLICA TRIGGER audit_entry_stays"], (0, 1, 0, 0), id="elsewhere"
        ),
        pytest.param(
            [
                "DROP TRIGGER assessment_stays ON assessment",
                (
                    "CREATE TRIGGER assessment_stays BEFORE UPDATE ON assessment FOR EACH ROW WHEN (false) "
                    "EXECUTE FUNCTION never_changed()"
                ),
            ],
            (0, 1, 0, 0),
            id="one that is never due",
        ),
        pytest.param(
            [
                "DROP TRIGGER assessment_stays ON assessment",
                (
                    "CREATE TRIGGER assessment_stays BEFORE UPDATE OF purpose ON assessment FOR EACH ROW "
                    "EXECUTE FUNCTION never_changed()"
                ),
            ],
            (0, 1, 0, 0),
            id="for one column alone",
        ),
        pytest.param(
            [
                "DROP TRIGGER audit_entry_stays ON audit_entry",
                (
                    "CREATE TRIGGER audit_entry_stays BEFORE DELETE ON audit_entry FOR EACH ROW "
                    "EXECUTE FUNCTION never_changed()"
                ),
            ],
            (0, 1, 0, 0),
            id="for deletion alone",
        ),
        pytest.param(
            [
                "DROP TRIGGER audit_entry_stays ON audit_entry",
                (
                    "CREATE TRIGGER audit_entry_stays BEFORE UPDATE OR DELETE ON audit_entry FOR EACH STATEMENT "
                    "EXECUTE FUNCTION never_changed()"
                ),
            ],
            (0, 1, 0, 0),
            id="for the statement and not its rows",
        ),
        pytest.param(
            [
                f"CREATE FUNCTION other() {EMPTY}",
                "DROP TRIGGER alert_stays ON alert",
                (
                    "CREATE TRIGGER alert_stays BEFORE UPDATE OR DELETE ON alert FOR EACH ROW "
                    "EXECUTE FUNCTION other()"
                ),
            ],
            (0, 1, 0, 0),
            id="another function",
        ),
        pytest.param(
            [
                "CREATE SCHEMA elsewhere",
                f"CREATE FUNCTION elsewhere.never_changed() {EMPTY}",
                "DROP TRIGGER alert_stays ON alert",
                (
                    "CREATE TRIGGER alert_stays BEFORE UPDATE OR DELETE ON alert FOR EACH ROW "
                    "EXECUTE FUNCTION elsewhere.never_changed()"
                ),
            ],
            (0, 1, 0, 0),
            id="a function of the same name elsewhere",
        ),
        pytest.param(
            [
                "CREATE FUNCTION lost() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'",
                "CREATE TRIGGER lost BEFORE INSERT ON audit_entry FOR EACH ROW EXECUTE FUNCTION lost()",
            ],
            (0, 0, 1, 0),
            id="one that lets entries get lost",
        ),
        pytest.param(
            ["CREATE RULE lost AS ON INSERT TO audit_entry DO INSTEAD NOTHING"], (0, 0, 1, 0), id="a rule"
        ),
        pytest.param(["ALTER TABLE assessment ENABLE ROW LEVEL SECURITY"], (0, 0, 1, 0), id="rows hidden"),
        pytest.param(["GRANT UPDATE ON audit_entry TO PUBLIC"], (0, 0, 0, 1), id="everybody may change it"),
        pytest.param(["GRANT UPDATE (detail) ON audit_entry TO PUBLIC"], (0, 0, 0, 1), id="a column of it"),
        pytest.param(
            ["GRANT DELETE, TRUNCATE ON decision TO PUBLIC"],
            (0, 0, 0, 2),
            id="everybody may delete decisions",
        ),
        pytest.param(
            ["SET LOCAL session_replication_role = replica"], (0, 0, 0, 1), id="triggers that nobody heeds"
        ),
        pytest.param(
            ["ALTER ROLE CURRENT_USER SET session_replication_role = replica"],
            (0, 0, 0, 1),
            id="and that from the next connection on",
        ),
    ],
)
def test_on_a_server(engine: Engine, statements: Sequence[str], expected: tuple[int, ...]) -> None:
    only_postgresql(engine, "it has other words")
    assert wrong(look(engine, *statements)) == expected


def test_a_function_that_does_nothing_is_told_of_every_trigger_that_calls_it(engine: Engine) -> None:
    only_postgresql(engine, "triggers there call no function")
    found = look(engine, f"CREATE OR REPLACE FUNCTION never_changed() {EMPTY}")
    assert (found.missing, found.altered, found.unknown) == (0, found.expected - 1, 0)


def test_foreign_keys_that_are_switched_off_are_told(engine: Engine) -> None:
    only_postgresql(engine, "each connection asks for them")
    found = look(engine, "ALTER TABLE assessment DISABLE TRIGGER ALL")
    assert found.altered == 2
    assert found.unknown


def test_they_are_as_they_were_once_all_was_sealed_anew(engine: Engine) -> None:
    ask(service_of(engine, Clock()), case())
    entry = AuditEntry(NOW, Actor("command line", Role.AUDITOR), Action.SEALED_ANEW)
    newer = Vault(with_new_sealing_key(KEYS))
    assert reseal(engine.url.render_as_string(hide_password=False), newer, entry).rows
    assert wrong(look(engine)) == (0, 0, 0, 0)


@pytest.mark.parametrize("version", ["0001", "0003"])
@pytest.mark.parametrize("kind", ["url", "empty_postgresql_url"])
def test_an_upgrade_leaves_all_of_them_there(request: pytest.FixtureRequest, kind: str, version: str) -> None:
    url = str(request.getfixturevalue(kind))
    upgraded = make_engine(url, VAULT)
    older.make(upgraded, version)
    migrations.upgrade(url, VAULT)
    assert wrong(look(upgraded)) == (0, 0, 0, 0)
    upgraded.dispose()


@pytest.mark.parametrize(
    ("found", "said"),
    [
        pytest.param(
            Guards(11, 0, 0, 0),
            [
                "guards: 11 of 11 triggers are there as this version made them",
                "rights: a file has none, so that whoever can write it can take its guards away",
            ],
            id="a file as it was made",
        ),
        pytest.param(
            Guards(11, 2, 1, 3, 4, True),
            [
                (
                    "guards: 8 of 11 triggers are there as this version made them; MISSING: 2; ALTERED OR SWITCHED OFF: "
                    "1; triggers and rules that this version DID NOT MAKE: 3"
                ),
                "rights: OTHERS than the owner of the tables may change what is kept; found: 4",
                "this was asked as a role that could take the guards away: the service is to have another",
            ],
            id="a server on which everything was done",
        ),
        pytest.param(
            Guards(11, 0, 0, 0, 0, False),
            [
                "guards: 11 of 11 triggers are there as this version made them",
                "rights: nobody but the owner of the tables may change what is kept",
            ],
            id="a server asked as the service's role",
        ),
    ],
)
def test_what_is_said_of_them(found: Guards, said: list[str]) -> None:
    assert list(guards.say(found)) == said
    assert bool(found.wrong) is any("MISSING" in each for each in said)
