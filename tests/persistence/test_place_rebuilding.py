"""An upgrade of a database of an earlier version makes its places findable."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Connection, text

from riskflag.casebook import PROPOSED
from riskflag.persistence import migrations
from riskflag.persistence.engine import Database, make_engine
from riskflag.persistence.place_rebuilding import difference, rebuild
from riskflag.persistence.places_index import NamedAs, places_like
from tests.keys import VAULT
from tests.persistence import older


@pytest.fixture(params=["sqlite", "postgresql"])
def upgraded(request: pytest.FixtureRequest) -> Iterator[Database]:
    """What a database of the first version has become."""
    url = str(request.getfixturevalue("url" if request.param == "sqlite" else "empty_postgresql_url"))
    engine = make_engine(url, VAULT)
    older.make(engine, "0001")
    migrations.upgrade(url, VAULT)
    yield Database(engine)
    engine.dispose()


def test_what_an_earlier_version_held_is_found(upgraded: Database) -> None:
    found = upgraded.read(lambda connection: places_like(connection, PROPOSED))
    assert found.unreadable == 0
    assert older.CRIME in [each.record for each in found.places if each.kind is NamedAs.INCIDENT]
    owned = {each.owner for each in found.places if each.kind is not NamedAs.INCIDENT}
    assert owned <= {older.WHO}


def test_a_record_that_cannot_be_read_does_not_keep_others_from_being_found(upgraded: Database) -> None:
    upgraded.write(lambda c: c.execute(text("UPDATE record SET body = :body"), {"body": b"spoilt"}))
    upgraded.write(rebuild)
    found = upgraded.read(lambda connection: places_like(connection, PROPOSED))
    assert older.CRIME in [each.record for each in found.places]


@pytest.mark.parametrize(
    "statement",
    [
        pytest.param(
            "DELETE FROM place_token WHERE token = (SELECT min(token) FROM place_token)", id="token"
        ),
        pytest.param("DELETE FROM place_token_count", id="every count"),
        pytest.param("UPDATE place_token_count SET held = 0", id="counts made nothing"),
        pytest.param("DELETE FROM indexed_place WHERE incident IS NOT NULL", id="a place of the register"),
    ],
)
def test_what_somebody_took_from_the_index_is_told_until_it_is_made_anew(
    upgraded: Database, statement: str
) -> None:
    whole = upgraded.read(difference)
    assert (whole.named > 0, whole.missing) == (True, 0)
    upgraded.write(lambda connection: connection.execute(text(statement)))
    lacking = upgraded.read(difference)
    assert lacking.named == whole.named
    assert 0 < lacking.missing <= lacking.named
    upgraded.write(rebuild)
    assert upgraded.read(difference) == whole


def test_a_server_gives_a_large_index_the_time_that_it_takes_and_nothing_else(
    empty_postgresql_url: str,
) -> None:
    migrations.upgrade(empty_postgresql_url, VAULT)
    engine = make_engine(empty_postgresql_url, VAULT)
    database = Database(engine)

    def work(connection: Connection) -> object:
        rebuild(connection)
        return connection.execute(text("SHOW statement_timeout")).scalar_one()

    assert database.write(work) == "1h"
    assert database.read(lambda c: c.execute(text("SHOW statement_timeout")).scalar_one()) == "1min"
    engine.dispose()
