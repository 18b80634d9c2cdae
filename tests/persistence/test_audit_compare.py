"""What is held is compared with what the audit vouches for: each way of changing it behind the audit's back."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, text

from riskflag.casebook import ASKED, case
from riskflag.persistence import audit_compare
from riskflag.persistence.audit_compare import Compared, compare
from riskflag.persistence.engine import Database
from riskflag.persistence.store import Store
from tests.persistence.vouched import ALL_IS_WELL, Filled, comparing, fill, newest, told, unwatched
from tests.service.world import OFFICER, Clock, service_of

ON_BOTH_DATABASES = True


@pytest.fixture
def filled(engine: Engine) -> Filled:
    return fill(engine)


@pytest.fixture
def meddling(engine: Engine, filled: Filled) -> Iterator[Connection]:
    with unwatched(engine) as connection:
        yield connection


def test_what_nobody_touched_is_exactly_what_is_vouched_for(meddling: Connection) -> None:
    assert comparing(meddling) == ALL_IS_WELL
    assert next(iter(audit_compare.say(ALL_IS_WELL.values()))) == (
        "answers: 3 held, 3 of them exactly as the audit vouches for"
    )


ONE = text("SELECT min(id) FROM assessment WHERE person_id IS NOT NULL")
COPY_OF_AN_ANSWER = (
    "INSERT INTO assessment SELECT 'cccccccccccccccccccccccccccccccc', person_id, as_of, valid_until, verdict, "
    "complete, rulebook, stopped, stop_shown, enquiry, full_body, open_body, asked_by, asked_role, purpose, "
    "asked_at FROM assessment WHERE id = :one"
)


@pytest.mark.parametrize(
    ("statements", "kind", "counted"),
    [
        pytest.param(
            ["DELETE FROM assessment WHERE id = :one"],
            "answers",
            {"held": 2, "vouched": 2, "gone": 1},
            id="an answer is taken away and its entry stays",
        ),
        pytest.param(
            ["DELETE FROM assessment"], "answers", {"held": 0, "vouched": 0, "gone": 3}, id="all answers"
        ),
        pytest.param(
            [COPY_OF_AN_ANSWER],
            "answers",
            {"held": 4, "without_entry": 1},
            id="an answer that nobody gave is put in",
        ),
        pytest.param(
            ["UPDATE assessment SET verdict = 'flags_raised', stopped = '1' WHERE id <> :one"],
            "answers",
            {"vouched": 1, "other": 2},
            id="verdicts changed",
        ),
        pytest.param(
            ["UPDATE assessment SET asked_by = 'somebody' WHERE id = :one"],
            "answers",
            {"vouched": 2, "other": 1},
            id="another asked",
        ),
        pytest.param(
            ["UPDATE assessment SET full_body = open_body WHERE id = :one"],
            "answers",
            {"vouched": 2, "unopened": 1},
            id="the answer for staff in the place of the whole one",
        ),
        pytest.param(
            ["DELETE FROM asked_place WHERE assessment_id = :one"],
            "answers",
            {"vouched": 2, "other": 1},
            id="a place no longer counts as asked about",
        ),
        pytest.param(
            ["UPDATE asked_place SET asked_at = '2020-01-01T00:00:00+00:00'"],
            "answers",
            {"vouched": 1, "other": 2},
            id="places count as asked about long ago",
        ),
        pytest.param(
            ["DELETE FROM person WHERE id IN (SELECT person_id FROM asked_place)"],
            "people",
            {"held": 1, "vouched": 1, "gone": 1},
            id="somebody is taken away with all that hangs on them",
        ),
        pytest.param(
            [
                "DELETE FROM record WHERE kind = 'alerts'",
                "UPDATE coverage SET held = 0 WHERE source = 'alerts'",
            ],
            "people",
            {"vouched": 0, "other": 2},
            id="records are taken away with their count",
        ),
        pytest.param(
            ["DELETE FROM protected_place_key"], "people", {"vouched": 1, "other": 1}, id="what finds a place"
        ),
        pytest.param(
            ["DELETE FROM caseload_key"], "people", {"vouched": 1, "other": 1}, id="what finds a caseload"
        ),
        pytest.param(
            ["UPDATE coverage SET complete = '0'"],
            "people",
            {"vouched": 1, "other": 1},
            id="what was said to be complete is not",
        ),
        pytest.param(
            [
                "DELETE FROM place_incident WHERE id = 1",
                "DELETE FROM place_count WHERE key IN (SELECT key FROM place_count ORDER BY key LIMIT 3)",
            ],
            "place",
            {"vouched": 0, "other": 1},
            id="an incident is gone with its key and its count",
        ),
        pytest.param(
            ["UPDATE place_register SET expected = 0"], "place", {"vouched": 0, "other": 1}, id="fewer"
        ),
        pytest.param(
            ["DELETE FROM place_register"], "place", {"held": 0, "vouched": 0, "gone": 1}, id="none"
        ),
        pytest.param(
            ["DELETE FROM known_premises"], "lists", {"held": 0, "vouched": 0, "gone": 1}, id="the list"
        ),
        pytest.param(
            ["DELETE FROM known_premises WHERE sequence = 2"],
            "lists",
            {"vouched": 0, "other": 1},
            id="one of it",
        ),
        pytest.param(
            ["UPDATE known_premises SET listed = '0' WHERE sequence = 2"],
            "lists",
            {"vouched": 0, "unopened": 1},
            id="premises listed that were removed",
        ),
        pytest.param(
            ["DELETE FROM decision"], "decisions", {"held": 0, "vouched": 0, "gone": 1}, id="a decision"
        ),
        pytest.param(
            ["UPDATE decision SET account = 'somebody'"],
            "decisions",
            {"vouched": 0, "without_entry": 1, "gone": 1},
            id="somebody else decided",
        ),
        pytest.param(
            ["UPDATE decision SET sequence = 7"], "decisions", {"vouched": 0, "other": 1}, id="decided later"
        ),
        pytest.param(
            ["UPDATE decision SET body = (SELECT enquiry FROM assessment WHERE id = :one)"],
            "decisions",
            {"vouched": 0, "unopened": 1},
            id="another body in a decision",
        ),
        pytest.param(
            ["DELETE FROM agreement"], "agreements", {"held": 0, "vouched": 0, "gone": 1}, id="an agreement"
        ),
        pytest.param(
            ["UPDATE agreement SET account = 'somebody'"],
            "agreements",
            {"vouched": 0, "without_entry": 1, "gone": 1},
            id="somebody else agreed",
        ),
    ],
)
def test_what_was_done_behind_the_audit_s_back_is_counted(
    meddling: Connection, statements: list[str], kind: str, counted: Mapping[str, Any]
) -> None:
    one = meddling.execute(ONE).scalar_one()
    for statement in statements:
        meddling.execute(text(statement), {"one": one} if ":one" in statement else {})
    found = told(meddling)
    assert found[kind] == replace(ALL_IS_WELL[kind], **counted)
    assert found[kind].wrong or found[kind].unopened


def test_only_entries_of_which_the_chain_holds_are_relied_on(meddling: Connection) -> None:
    found = {each.what: each for each in compare(meddling, 0)}
    assert found["answers"] == Compared("answers", held=3, without_entry=3)
    assert found["people with their records"].without_entry == 2
    assert found["place registers"].without_entry == 1
    assert {each.what for each in compare(meddling, newest(meddling)) if each.wrong} == set()


def test_text_that_is_not_unicode_stops_nothing(engine: Engine, meddling: Connection) -> None:
    if engine.dialect.name == "sqlite":
        meddling.execute(text("UPDATE assessment SET asked_by = CAST(x'ff' AS TEXT)"))
        assert told(meddling)["answers"].other == 3
        meddling.execute(text("UPDATE record SET source_id = CAST(x'ff' AS TEXT) WHERE kind = 'alerts'"))
        assert told(meddling)["people"].unopened == 2


def test_no_sentence_tells_of_anybody(engine: Engine, meddling: Connection, filled: Filled) -> None:
    meddling.execute(text("DELETE FROM asked_place"))
    told_of = " ".join(audit_compare.say(comparing(meddling).values()))
    assert "OTHER THAN it vouches for: 2" in told_of
    assert not [word for word in (filled.who, "p.officer", "Somebody") if word in told_of]


def test_an_empty_database_has_nothing_to_compare(engine: Engine) -> None:
    Store(Database(engine))
    with engine.connect() as connection:
        assert {(each.held, each.wrong) for each in compare(connection, 0)} == {(0, 0)}
    service_of(engine, Clock()).check_case(case().dossier, ASKED, case().place, OFFICER)
    with engine.connect() as connection:
        assert comparing(connection)["answers"] == Compared("answers", held=1, vouched=1)
