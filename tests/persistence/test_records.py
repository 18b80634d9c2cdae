"""A person's records come back whole, or their source is known to be unreadable."""

from dataclasses import replace

import pytest
from sqlalchemy import Connection, Engine, text

from riskflag.casebook import (
    EX_PARTNER,
    NOW,
    OTHER_TOWN,
    SAME_STREET,
    abuse,
    alert,
    case,
    order,
    own_address,
)
from riskflag.dossier import MAX_AGE, MissingReason, SourceCoverage
from riskflag.errors import BadInput
from riskflag.persistence import people, records
from riskflag.persistence.engine import Database
from riskflag.records import AddressUse, DomesticAbuseKind, Record
from riskflag.vocabulary import PersonId, Source
from tests.dialects import only_sqlite

ON_BOTH_DATABASES = True

GIVEN = case(
    order(),
    abuse(DomesticAbuseKind.THREATS, EX_PARTNER),
    alert("OHCO"),
    own_address(SAME_STREET, AddressUse.MAIN),
    own_address(OTHER_TOWN, AddressUse.PREVIOUS),
).dossier


@pytest.fixture
def person_id(engine: Engine) -> PersonId:
    def work(connection: Connection) -> PersonId:
        made = people.put_person(connection, GIVEN.person)
        records.replace_records(connection, made, GIVEN.records, GIVEN.coverage)
        return made

    return Database(engine).write(work)


def load(engine: Engine, person_id: PersonId) -> tuple[tuple[Record, ...], records.Coverage]:
    return Database(engine).read(lambda connection: records.read_records(connection, person_id))


def gaps(engine: Engine, person_id: PersonId) -> dict[Source, MissingReason]:
    held, coverage = load(engine, person_id)
    read = replace(GIVEN, records=held, coverage=coverage)
    return {source: gap.reason for source, gap in read.gaps().items()}


def meddle(engine: Engine, statement: str) -> None:
    with engine.begin() as connection:
        connection.execute(text(statement))


def test_records_and_coverage_come_back_as_given(engine: Engine, person_id: PersonId) -> None:
    assert load(engine, person_id) == (GIVEN.records, GIVEN.coverage)


def test_putting_the_same_again_changes_nothing(engine: Engine, person_id: PersonId) -> None:
    Database(engine).write(
        lambda connection: records.replace_records(connection, person_id, GIVEN.records, GIVEN.coverage)
    )
    assert load(engine, person_id) == (GIVEN.records, GIVEN.coverage)


def test_what_is_put_takes_the_place_of_everything_held(engine: Engine, person_id: PersonId) -> None:
    strange = {Source.ALERTS: SourceCoverage(NOW, answered=None, complete=False, unreadable=3)}
    Database(engine).write(lambda connection: records.replace_records(connection, person_id, (), strange))
    assert load(engine, person_id) == ((), strange)


def test_two_records_that_claim_one_place_are_refused_and_nothing_is_replaced(
    engine: Engine, person_id: PersonId
) -> None:
    twice = (GIVEN.records[0], replace(GIVEN.records[0]))
    with pytest.raises(BadInput, match=r"records\.protective_orders"):
        Database(engine).write(
            lambda connection: records.replace_records(connection, person_id, twice, GIVEN.coverage)
        )
    assert load(engine, person_id)[0] == GIVEN.records


@pytest.mark.parametrize(
    "meddling",
    [
        pytest.param("UPDATE record SET body = substr(body, 1, 40) WHERE sequence = 1", id="cut short"),
        pytest.param("UPDATE record SET body = '' WHERE sequence = 1", id="emptied"),
        pytest.param(
            "UPDATE record SET body = (SELECT person.body FROM person) WHERE sequence = 1",
            id="what was sealed for elsewhere",
        ),
        pytest.param(
            "UPDATE record SET body = (SELECT body FROM record WHERE sequence = 2) WHERE sequence = 1",
            id="the body of another record",
        ),
        pytest.param("UPDATE record SET source_id = 'other' WHERE sequence = 1", id="the name of another"),
        pytest.param("UPDATE record SET kind = 'edicts' WHERE sequence = 1", id="an unknown kind"),
        pytest.param("UPDATE record SET kind = 'alerts' WHERE sequence = 1", id="filed as another kind"),
        pytest.param("DELETE FROM record WHERE sequence = 1", id="a record is gone"),
        pytest.param(
            "UPDATE coverage SET held = 0 WHERE source = 'protective_orders'", id="one more than stored"
        ),
        pytest.param(
            "UPDATE record SET source = 'alerts' WHERE sequence = 1", id="filed under another source"
        ),
    ],
)
def test_a_record_that_cannot_be_read_makes_its_source_unreadable(
    engine: Engine, person_id: PersonId, meddling: str
) -> None:
    assert gaps(engine, person_id) == {}
    meddle(engine, meddling)
    assert gaps(engine, person_id)[Source.PROTECTIVE_ORDERS] is MissingReason.UNREADABLE
    assert set(GIVEN.records) - set(load(engine, person_id)[0]) <= {GIVEN.records[0]}


def test_a_record_of_an_unknown_source_may_belong_to_any(engine: Engine, person_id: PersonId) -> None:
    meddle(engine, "UPDATE record SET source = 'rumours', body = '' WHERE kind = 'alerts'")
    assert gaps(engine, person_id) == dict.fromkeys(MAX_AGE, MissingReason.UNREADABLE)


@pytest.mark.parametrize(
    ("meddling", "reason"),
    [
        pytest.param("DELETE FROM coverage", MissingReason.NOT_ASKED, id="gone"),
        pytest.param("UPDATE coverage SET source = 'rumours'", MissingReason.NOT_ASKED, id="of no source"),
        pytest.param("UPDATE coverage SET asked_at = NULL", MissingReason.NOT_ASKED, id="asked at no time"),
        pytest.param(
            "UPDATE coverage SET asked_at = 'noon'", MissingReason.NOT_ASKED, id="asked at some time"
        ),
        pytest.param(
            "UPDATE coverage SET watermark = '2026-11-22T10:00:00'",
            MissingReason.NOT_ASKED,
            id="up to a moment without an offset",
        ),
        pytest.param("UPDATE coverage SET answered = NULL", MissingReason.NO_ANSWER, id="answer unknown"),
        pytest.param("UPDATE coverage SET complete = NULL", MissingReason.PARTIAL, id="completeness unknown"),
        pytest.param("UPDATE coverage SET unreadable = 1", MissingReason.UNREADABLE, id="one unreadable"),
    ],
)
def test_coverage_that_says_less_counts_against_its_source(
    engine: Engine, person_id: PersonId, meddling: str, reason: MissingReason
) -> None:
    kept = " WHERE source = 'protective_orders'"
    meddle(engine, meddling + kept)
    assert gaps(engine, person_id) == {Source.PROTECTIVE_ORDERS: reason}


def test_coverage_that_says_no_number_was_not_asked(engine: Engine, person_id: PersonId) -> None:
    only_sqlite(engine, "a column of numbers holds nothing else there")
    meddle(engine, "UPDATE coverage SET unreadable = 'some' WHERE source = 'protective_orders'")
    assert gaps(engine, person_id) == {Source.PROTECTIVE_ORDERS: MissingReason.NOT_ASKED}


def test_of_somebody_unknown_there_is_nothing_and_nothing_was_asked(engine: Engine) -> None:
    assert load(engine, PersonId("nobody")) == ((), {})
