"""An upgrade of a database of an earlier version makes its places findable."""

from collections.abc import Iterator

import pytest
from sqlalchemy import text

from riskflag.casebook import PROPOSED
from riskflag.persistence import migrations
from riskflag.persistence.engine import Database, make_engine
from riskflag.persistence.place_rebuilding import rebuild
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
