"""A clock that stands, where the database of a test is, and people in it."""

from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine

from riskflag.persistence import people
from riskflag.persistence.engine import Database
from riskflag.vocabulary import PersonId
from tests.screening.remembering import PEOPLE, person_of
from tests.service.world import Clock


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path}/riskflag.sqlite3"


@pytest.fixture
def database(engine: Engine) -> Database:
    return Database(engine)


@pytest.fixture
def everybody(database: Database) -> list[PersonId]:
    def work(connection: Connection) -> list[PersonId]:
        return [people.put_person(connection, person_of(number)) for number in range(PEOPLE)]

    return database.write(work)
