"""What the database itself refuses to do to decisions, and what goes with what they are on."""

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import IntegrityError

from tests.dialects import Refusal, only_postgresql, only_sqlite, refuses
from tests.persistence.rows import ROWS, fill, held, put, rows

ON_BOTH_DATABASES = True


@pytest.fixture
def filled(engine: Engine) -> Engine:
    fill(engine)
    return engine


def stays_as_written(engine: Engine, change: str) -> None:
    with pytest.raises(IntegrityError, match="never changed"), engine.begin() as connection:
        connection.exec_driver_sql(change)
    assert rows(engine, "decision") == [ROWS["decision"]]


@pytest.mark.parametrize(
    "change",
    [
        pytest.param("UPDATE decision SET account = 'x'", id="who decided"),
        pytest.param("UPDATE decision SET decided_at = '2036-01-01T00:00:00+00:00'", id="when"),
        pytest.param("UPDATE decision SET body = body", id="what, to the same"),
        pytest.param("UPDATE decision SET sequence = sequence + 1", id="in what order"),
        pytest.param("DELETE FROM decision", id="deleted while its answer stands"),
        pytest.param(
            "INSERT INTO decision SELECT * FROM decision WHERE true "
            "ON CONFLICT (sequence) DO UPDATE SET account = 'x'",
            id="changed on a conflict",
        ),
    ],
)
def test_a_decision_stays_whatever_the_statement(filled: Engine, change: str) -> None:
    stays_as_written(filled, change)


@pytest.mark.parametrize(
    "change",
    [
        pytest.param("INSERT OR REPLACE INTO decision SELECT * FROM decision", id="replaced by itself"),
        pytest.param("UPDATE OR REPLACE decision SET sequence = 1", id="replacing what is in the way"),
        pytest.param(
            "REPLACE INTO decision SELECT 2, id, assessment_id, 'x', role, decided_at, body FROM decision",
            id="under another number, by another",
        ),
    ],
)
def test_a_decision_stays_whatever_sqlite_adds_to_a_statement(filled: Engine, change: str) -> None:
    only_sqlite(filled, "these words are in no other dialect")
    stays_as_written(filled, change)


@pytest.mark.parametrize("change", ["TRUNCATE decision", "TRUNCATE assessment CASCADE"])
def test_decisions_are_not_emptied_at_a_stroke(filled: Engine, change: str) -> None:
    only_postgresql(filled, "these words are in no other dialect")
    stays_as_written(filled, change)


@pytest.mark.parametrize(
    "role", ["resettlement_staff", "auditor", "data_scientist", "record_feed", "", "Responsible_Officer"]
)
def test_nobody_decides_but_a_responsible_officer(engine: Engine, role: str) -> None:
    for table in ("person", "assessment"):
        put(engine, table, ROWS[table])
    with refuses(engine, Refusal.CHECK, "ck_decision_role"):
        put(engine, "decision", {**ROWS["decision"], "role": role})
    assert held(engine)["decision"] == 0


def test_there_is_no_decision_on_no_answer(filled: Engine) -> None:
    with refuses(filled, Refusal.NOT_THERE):
        put(filled, "decision", {**ROWS["decision"], "sequence": 2, "id": "2" * 32, "assessment_id": "none"})


def test_two_decisions_are_never_called_the_same(filled: Engine) -> None:
    with pytest.raises(IntegrityError):
        put(filled, "decision", {**ROWS["decision"], "sequence": 2})
    assert held(filled)["decision"] == 1


@pytest.mark.parametrize("parent", ["person", "assessment"])
def test_with_an_answer_go_the_decisions_on_it(filled: Engine, parent: str) -> None:
    with filled.begin() as connection:
        connection.execute(text(" ".join(("DELETE FROM", parent))))
    assert held(filled)["decision"] == 0


def test_with_a_caseload_link_goes_what_it_is_found_by(filled: Engine) -> None:
    with filled.begin() as connection:
        connection.exec_driver_sql("DELETE FROM record")
    assert held(filled)["caseload_key"] == 0
