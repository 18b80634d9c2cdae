"""What the database itself refuses, whoever writes to it and past whatever code."""

from collections.abc import Mapping

import pytest
from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError, IntegrityError

from riskflag.persistence.tables import metadata
from riskflag.vocabulary import Role, Verdict
from tests.dialects import Refusal, only_postgresql, only_sqlite, refuses
from tests.persistence.rows import MAY_BE_NULL, NUMBERED, PERSON, ROWS, Row, fill, held, put, rows

ON_BOTH_DATABASES = True

COLUMNS = [
    pytest.param(table, column, id=f"{table}.{column}")
    for table, row in ROWS.items()
    for column in row
    if (table, column) not in NUMBERED
]
OTHERS_ID = "q" * 32


@pytest.fixture
def filled(engine: Engine) -> Engine:
    fill(engine)
    return engine


def before(engine: Engine, table: str) -> None:
    """Writes what a row of this table points to."""
    for each in list(ROWS)[: list(ROWS).index(table)]:
        put(engine, each, ROWS[each])


def test_the_rows_have_every_column_of_every_table() -> None:
    assert {name: set(table.columns.keys()) for name, table in metadata.tables.items()} == {
        name: set(row) for name, row in ROWS.items()
    }


def test_a_whole_row_of_every_table_can_be_written(filled: Engine) -> None:
    assert set(held(filled).values()) == {1}


@pytest.mark.parametrize(("table", "column"), COLUMNS)
def test_what_must_be_said_cannot_be_null(engine: Engine, table: str, column: str) -> None:
    before(engine, table)
    row = {**ROWS[table], column: None}
    if column in MAY_BE_NULL[table]:
        put(engine, table, row)
        assert held(engine)[table] == 1
    else:
        with refuses(engine, Refusal.NULL):
            put(engine, table, row)


@pytest.mark.parametrize(("table", "column"), COLUMNS)
def test_nothing_is_assumed_where_nothing_is_said(engine: Engine, table: str, column: str) -> None:
    before(engine, table)
    row = {name: value for name, value in ROWS[table].items() if name != column}
    if column not in MAY_BE_NULL[table]:
        with refuses(engine, Refusal.NULL):
            put(engine, table, row)
        return
    put(engine, table, row)
    assert [each[column] for each in rows(engine, table)] == [None]


@pytest.mark.parametrize(
    ("table", "changes", "why"),
    [
        pytest.param(
            "assessment", {"complete": False}, "nothing_found", id="nothing found, yet not complete"
        ),
        pytest.param("assessment", {"verdict": "clear"}, "verdict", id="a verdict that must never be"),
        pytest.param("assessment", {"verdict": ""}, "verdict", id="a verdict left empty"),
        pytest.param("assessment", {"verdict": "NO_FLAGS_FOUND"}, "verdict", id="a verdict in capitals"),
        pytest.param("assessment", {"verdict": "no_flags_found "}, "verdict", id="a verdict with a space"),
        pytest.param("assessment", {"asked_role": "visitor"}, "asked_role", id="asked by nobody we know"),
        pytest.param("audit_entry", {"role": "root"}, "role", id="done by nobody we know"),
        pytest.param("audit_entry", {"role": ""}, "role", id="done in no role"),
        pytest.param(
            "rescreening", {"reason": "gossip"}, "reason", id="looked at again for a reason that is none"
        ),
        pytest.param("indexed_place", {"id": 5}, "says_which_record", id="a place with another's number"),
    ],
)
def test_a_word_or_number_that_means_nothing_is_refused(
    engine: Engine, table: str, changes: Mapping[str, object], why: str
) -> None:
    before(engine, table)
    with refuses(engine, Refusal.CHECK, f"ck_{table}_{why}"):
        put(engine, table, {**ROWS[table], **changes})
    assert held(engine)[table] == 0


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        pytest.param("coverage", "answered", 2, id="an answer that is neither yes nor no"),
        pytest.param("coverage", "answered", "perhaps", id="perhaps"),
        pytest.param("coverage", "complete", -1, id="less than incomplete"),
        pytest.param("place_register", "answered", 2, id="the register answered twice over"),
        pytest.param("place_register", "complete", "", id="completeness left empty"),
        pytest.param("assessment", "complete", 2, id="more than complete"),
        pytest.param("assessment", "stopped", "perhaps", id="perhaps stopped"),
    ],
)
def test_what_is_neither_yes_nor_no_is_refused(
    engine: Engine, table: str, column: str, value: object
) -> None:
    """On a server the column itself takes nothing else; in SQLite a constraint of that name sees to it."""
    before(engine, table)
    named = {"sqlite": f"ck_{table}_{column}", "postgresql": "boolean"}[engine.dialect.name]
    with pytest.raises(DBAPIError, match=named):
        put(engine, table, {**ROWS[table], column: value})
    assert held(engine)[table] == 0


@pytest.mark.parametrize("verdict", Verdict)
@pytest.mark.parametrize("complete", [False, True])
def test_only_an_incomplete_answer_may_not_say_that_nothing_was_found(
    engine: Engine, verdict: Verdict, complete: bool
) -> None:
    before(engine, "assessment")
    row = {**ROWS["assessment"], "verdict": verdict.value, "complete": complete}
    if verdict is Verdict.NO_FLAGS_FOUND and not complete:
        with refuses(engine, Refusal.CHECK, "ck_assessment_nothing_found"):
            put(engine, "assessment", row)
    else:
        put(engine, "assessment", row)
        assert held(engine)["assessment"] == 1


@pytest.mark.parametrize("role", Role)
def test_every_role_may_have_asked_and_be_in_the_audit(engine: Engine, role: Role) -> None:
    before(engine, "assessment")
    put(engine, "assessment", {**ROWS["assessment"], "asked_role": role.value})
    put(engine, "audit_entry", {**ROWS["audit_entry"], "role": role.value})


@pytest.mark.parametrize(
    ("table", "row"),
    [
        pytest.param("person", PERSON, id="one person twice"),
        pytest.param(
            "person",
            {"id": OTHERS_ID, "noms_number": "A0001AA", "body": "{}"},
            id="two people with one prison number",
        ),
        pytest.param(
            "person", {"id": OTHERS_ID, "case_reference_number": "X000001", "body": "{}"}, id="with one CRN"
        ),
        pytest.param(
            "person", {"id": OTHERS_ID, "pnc_number": "2019/1A", "body": "{}"}, id="with one police number"
        ),
        pytest.param("record", {**ROWS["record"], "sequence": 2}, id="one record twice"),
        pytest.param("coverage", {**ROWS["coverage"], "held": 9}, id="two answers of one source"),
        pytest.param("place_register", {**ROWS["place_register"], "answered": False}, id="two registers"),
        pytest.param("place_incident", {"id": 1, "body": "[]"}, id="one incident twice"),
        pytest.param("place_key", ROWS["place_key"], id="one key twice"),
    ],
)
def test_nothing_is_there_twice(filled: Engine, table: str, row: Row) -> None:
    with refuses(filled, Refusal.TWICE):
        put(filled, table, row)
    assert held(filled)[table] == 1


@pytest.mark.parametrize(
    ("table", "changes"),
    [
        pytest.param("record", {"sequence": 2, "source_system": "ndelius"}, id="two systems, one number"),
        pytest.param("record", {"sequence": 2, "kind": "registrations"}, id="two kinds, one number"),
        pytest.param("record", {"sequence": 2, "source_id": "A-2"}, id="two numbers"),
        pytest.param("coverage", {"source": "custody"}, id="two sources"),
        pytest.param("place_key", {"key": "uprn:2"}, id="two keys of one incident"),
    ],
)
def test_what_only_looks_alike_is_kept(filled: Engine, table: str, changes: Mapping[str, object]) -> None:
    put(filled, table, {**ROWS[table], **changes})
    assert held(filled)[table] == 2


def test_people_without_numbers_do_not_clash(engine: Engine) -> None:
    for number in range(3):
        put(engine, "person", {"id": str(number) * 32, "body": "{}"})
    assert held(engine)["person"] == 3


@pytest.mark.parametrize(
    ("table", "about"),
    [
        pytest.param("record", {"person_id": "nobody"}, id="a record"),
        pytest.param("coverage", {"person_id": "nobody"}, id="what was asked"),
        pytest.param("assessment", {"person_id": "nobody"}, id="an answer"),
        pytest.param("place_key", {"incident_id": 2}, id="a key"),
    ],
)
def test_nothing_is_about_what_is_not_there(engine: Engine, table: str, about: Mapping[str, object]) -> None:
    before(engine, table)
    with refuses(engine, Refusal.NOT_THERE):
        put(engine, table, {**ROWS[table], **about})


def test_with_a_person_goes_all_that_is_held_of_them_but_not_who_looked(filled: Engine) -> None:
    with filled.begin() as connection:
        connection.exec_driver_sql("DELETE FROM person")
    stays = dict.fromkeys(
        ("place_register", "place_count", "place_incident", "place_key", "audit_entry", "alert"), 1
    )
    stays |= dict.fromkeys(("outbox", "repeatable", "web_session", "known_premises"), 1)
    stays |= dict.fromkeys(("place_token_count", "place_word_slip", "screening_run"), 1)
    stays |= dict.fromkeys(("delivery", "event_read"), 1)
    assert held(filled) == {**dict.fromkeys(ROWS, 0), **stays}


def test_with_an_incident_go_its_keys(filled: Engine) -> None:
    with filled.begin() as connection:
        connection.exec_driver_sql("DELETE FROM place_incident")
    assert (held(filled)["place_key"], held(filled)["place_register"]) == (0, 1)


@pytest.mark.parametrize(
    "change",
    [
        pytest.param("UPDATE audit_entry SET at = '2020-01-01T00:00:00+00:00'", id="when"),
        pytest.param("UPDATE audit_entry SET role = 'auditor'", id="in what role"),
        pytest.param("UPDATE audit_entry SET person_id = NULL", id="about whom"),
        pytest.param("UPDATE audit_entry SET purpose = NULL, detail = ''", id="why"),
        pytest.param("UPDATE audit_entry SET sequence = sequence + 1", id="in what order"),
        pytest.param("UPDATE audit_entry SET actor = actor", id="to the same"),
        pytest.param("DELETE FROM audit_entry WHERE sequence = 1", id="one entry is deleted"),
        pytest.param(
            "INSERT INTO audit_entry SELECT * FROM audit_entry WHERE true "
            "ON CONFLICT (sequence) DO UPDATE SET actor = 'x'",
            id="changed on a conflict",
        ),
        pytest.param("UPDATE assessment SET full_body = open_body", id="the answer"),
        pytest.param(
            "UPDATE assessment SET valid_until = '2036-01-01T00:00:00+00:00'", id="how long it holds"
        ),
        pytest.param("UPDATE assessment SET person_id = NULL", id="about whom the answer is"),
        pytest.param("UPDATE assessment SET id = 'b'", id="what the answer is called"),
        pytest.param(
            "INSERT INTO assessment SELECT * FROM assessment WHERE true "
            "ON CONFLICT (id) DO UPDATE SET verdict = 'incomplete'",
            id="the answer on a conflict",
        ),
        pytest.param("UPDATE agreement SET account = 'x'", id="who agreed"),
        pytest.param("UPDATE alert SET count = 0", id="how often"),
        pytest.param("DELETE FROM alert", id="an alert is deleted"),
    ],
)
def test_what_was_written_stays_whatever_the_statement(filled: Engine, change: str) -> None:
    stays_as_written(filled, change)


@pytest.mark.parametrize(
    "change",
    [
        pytest.param("UPDATE OR IGNORE audit_entry SET actor = 'x'", id="ignoring what goes wrong"),
        pytest.param("UPDATE OR REPLACE audit_entry SET sequence = 1", id="replacing what is in the way"),
        pytest.param("INSERT OR REPLACE INTO audit_entry SELECT * FROM audit_entry", id="replaced by itself"),
        pytest.param("INSERT OR IGNORE INTO audit_entry SELECT * FROM audit_entry", id="or ignored"),
        pytest.param("INSERT OR REPLACE INTO assessment SELECT * FROM assessment", id="the answer anew"),
    ],
)
def test_what_was_written_stays_whatever_sqlite_adds_to_a_statement(filled: Engine, change: str) -> None:
    only_sqlite(filled, "these words are in no other dialect")
    stays_as_written(filled, change)


@pytest.mark.parametrize(
    "change",
    [
        pytest.param("TRUNCATE audit_entry", id="the audit emptied at a stroke"),
        pytest.param("TRUNCATE alert", id="every alert"),
        pytest.param("TRUNCATE assessment CASCADE", id="every answer"),
        pytest.param("TRUNCATE person CASCADE", id="everybody, and with them their answers"),
        pytest.param(
            "MERGE INTO audit_entry USING (SELECT 1) AS one ON true WHEN MATCHED THEN DELETE",
            id="merged away",
        ),
        pytest.param("WITH gone AS (DELETE FROM alert RETURNING *) SELECT * FROM gone", id="while reading"),
    ],
)
def test_what_was_written_stays_whatever_a_server_can_do_besides(filled: Engine, change: str) -> None:
    only_postgresql(filled, "these words are in no other dialect")
    stays_as_written(filled, change)


def stays_as_written(engine: Engine, change: str) -> None:
    with pytest.raises(IntegrityError, match="never changed"), engine.begin() as connection:
        connection.exec_driver_sql(change)
    for table in ("audit_entry", "assessment", "agreement", "alert"):
        assert rows(engine, table) == [ROWS[table]]
