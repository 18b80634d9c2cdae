"""Which records that name places cannot be opened is told by what they are found under, whatever else is wrong
with them."""

from functools import partial

import pytest
from sqlalchemy import Connection, Engine, Table, update

from riskflag.casebook import EX_PARTNER, HER, OTHER_TOWN, PROPOSED, SAME_STREET, incident, protected_place
from riskflag.persistence import people, place_records, place_register, records, tables
from riskflag.persistence.engine import Database
from riskflag.persistence.place_records import doubtful_tokens
from riskflag.persistence.place_tokens import Tokens
from riskflag.records import Address, PlaceIncidentKind
from tests.keys import VAULT
from tests.persistence.test_place_register import ASKED
from tests.persistence.test_places_index import held_for

ON_BOTH_DATABASES = True

WHERE: dict[str, Address] = {
    "record": PROPOSED,
    "protected_place": SAME_STREET,
    "place_incident": OTHER_TOWN,
}


@pytest.fixture
def database(engine: Engine) -> Database:
    """One record on each shelf."""

    def work(connection: Connection) -> None:
        somebody = people.put_person(connection, HER)
        held = [held_for(WHERE["record"]), protected_place(EX_PARTNER, WHERE["protected_place"])]
        records.replace_records(connection, somebody, held, {})
        told = [incident(PlaceIncidentKind.CLOSURE, address=WHERE["place_incident"])]
        place_register.replace_register(connection, told, ASKED)

    found = Database(engine)
    found.write(work)
    return found


def under(address: Address) -> set[int]:
    return Tokens(VAULT).of_record([address])


@pytest.mark.parametrize("table", [tables.record, tables.protected_place, tables.place_incident], ids=str)
@pytest.mark.parametrize(
    "body",
    [
        pytest.param(b"", id="nothing is left of it"),
        pytest.param(b"spoilt", id="it is spoilt"),
        pytest.param(VAULT.seal("{}", "elsewhere"), id="it belongs elsewhere"),
    ],
)
def test_what_cannot_be_opened_makes_all_doubtful_that_it_is_found_under(
    database: Database, table: Table, body: bytes
) -> None:
    database.write(lambda connection: connection.execute(update(table).values(body=body)).rowcount)
    assert database.read(doubtful_tokens) == under(WHERE[table.name])


def test_where_all_can_be_opened_nothing_is_doubtful(database: Database) -> None:
    assert database.read(doubtful_tokens) == frozenset()


def test_of_many_every_one_is_tried(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(place_records, "_NEXT_PLACES", place_records._NEXT_PLACES.limit(1))
    for table in (tables.record, tables.protected_place, tables.place_incident):
        spoil = update(table).values(body=b"spoilt")
        database.write(partial(Connection.execute, statement=spoil))
    assert database.read(doubtful_tokens) == under(PROPOSED) | under(SAME_STREET) | under(OTHER_TOWN)
