"""People are found by a name with their date of birth, also those whom an earlier version held."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from alembic import command
from sqlalchemy import Engine

from riskflag.casebook import HER, HIM
from riskflag.persistence import migrations, people
from riskflag.persistence.codec import encode
from riskflag.persistence.engine import Database, make_engine
from riskflag.persistence.name_index import NOT_READ, candidates, held_as
from riskflag.records import NamedPerson, Person
from riskflag.vocabulary import NomsNumber, PersonId
from tests.keys import VAULT
from tests.persistence import older
from tests.persistence.rows import put, rows

BORN = date(1984, 3, 9)
WHO = Person(
    "Katarzyna Sample-Berry",
    BORN,
    noms_number=NomsNumber("A0007AA"),
    aliases=("Kaska Bramble",),
    former_names=("Thornfield",),
)


@pytest.fixture(params=["sqlite", "postgresql"])
def empty(request: pytest.FixtureRequest) -> str:
    """Where a database is in which nothing was made yet."""
    named = "url" if request.param == "sqlite" else "empty_postgresql_url"
    return str(request.getfixturevalue(named))


@pytest.fixture
def engine(empty: str) -> Iterator[Engine]:
    made = make_engine(empty, VAULT)
    yield made
    made.dispose()


@pytest.fixture
def database(empty: str, engine: Engine) -> Database:
    migrations.upgrade(empty, VAULT)
    return Database(engine)


def hold(database: Database, person: Person) -> PersonId:
    return database.write(lambda connection: people.put_person(connection, person))


def found(engine: Engine, name: str, born: date) -> tuple[PersonId, ...]:
    return Database(engine).read(lambda connection: candidates(connection, name, born))


def held_by_version(engine: Engine, version: str, *held: tuple[str, bytes]) -> None:
    """A database of a version that seals, with these bodies of people."""
    config = migrations.configuration()
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, version)
    for person_id, body in held:
        put(engine, "person", {"id": person_id, "body": body})


@pytest.mark.parametrize("version", ["0001", "0002", "0003"])
def test_whoever_a_version_held_in_clear_is_found_after(empty: str, engine: Engine, version: str) -> None:
    older.make(engine, version)
    migrations.upgrade(empty, VAULT)
    assert HIM.date_of_birth
    assert found(engine, HIM.name, HIM.date_of_birth) == (older.WHO,)
    assert not found(engine, HIM.name, date(1950, 1, 1))
    assert rows(engine, "answer_summary") == []


@pytest.mark.parametrize("version", ["0004", "0005", "0006", "0007"])
def test_whoever_a_version_held_sealed_is_found_after(empty: str, engine: Engine, version: str) -> None:
    whole, undated, damaged = ("w" * 32, "u" * 32, "d" * 32)
    held_by_version(
        engine,
        version,
        (whole, VAULT.seal(encode(WHO), "person", whole)),
        (undated, VAULT.seal(encode(replace(WHO, date_of_birth=None)), "person", undated)),
        (damaged, b"damaged"),
    )
    migrations.upgrade(empty, VAULT)
    assert found(engine, WHO.name, BORN) == (whole,)
    names = [row for row in rows(engine, "person_name_key") if row["key"] != NOT_READ]
    assert {row["person_id"] for row in names} == {whole, undated}
    assert [row["person_id"] for row in rows(engine, "person_name_key") if row not in names] == [damaged]


@pytest.mark.parametrize(
    ("name", "born", "is_found"),
    [
        pytest.param("Katarzyna Sample-Berry", BORN, True, id="as it is held"),
        pytest.param("BERRY, Kasia", BORN, True, id="half the surname first, and a short first name"),
        pytest.param("Catarzina Nobody", BORN, True, id="the first name by ear"),
        pytest.param("kaska", BORN, True, id="a word of an alias"),
        pytest.param("K. Thornfield", BORN, True, id="a former name, with an initial"),
        pytest.param("Katarzyna Sample-Berry", date(1984, 9, 3), True, id="day and month exchanged"),
        pytest.param("\u041aatarzyna \u0422est", BORN, True, id="with a letter that only looks like a K"),
        pytest.param("Katarzyna Sample-Berry", date(1984, 3, 8), True, id="one digit of the day is another"),
        pytest.param("Catarzina Sample", date(1985, 3, 9), True, id="a year later, the name by ear"),
        pytest.param("Katarzyna Sample-Berry", date(1994, 3, 9), True, id="ten years later"),
        pytest.param("Katarzyna Nobody", date(1985, 3, 9), False, id="a year later, with half the name"),
        pytest.param("Katarzyna Sample-Berry", date(1985, 3, 8), False, id="another day of another year"),
        pytest.param("Katarzyna Sample-Berry", date(1950, 3, 9), False, id="that day of a year far off"),
        pytest.param("Katarzyna Sample-Berry", date(1984, 3, 25), False, id="another day of that month"),
        pytest.param("Katarzyna Sample-Berry", date(1984, 10, 9), False, id="another month of that year"),
        pytest.param("Wilfred Oakes", BORN, False, id="somebody else born on that day"),
        pytest.param("K. B.", BORN, False, id="initials alone"),
        pytest.param("", BORN, False, id="no name"),
    ],
)
def test_whom_a_name_finds_with_a_date(
    database: Database, engine: Engine, name: str, born: date, is_found: bool
) -> None:
    who = hold(database, WHO)
    hold(database, HER)
    assert found(engine, name, born) == ((who,) if is_found else ())


def test_what_is_said_now_takes_the_place_of_what_was_said(database: Database, engine: Engine) -> None:
    who = hold(database, WHO)
    hold(database, replace(WHO, name="Wilfred Oakes", aliases=(), former_names=()))
    assert found(engine, "Wilfred Oakes", BORN) == (who,)
    assert found(engine, WHO.name, BORN) == ()


def test_somebody_whose_date_of_birth_is_not_held_any_more_is_found_by_nobody_who_searches(
    database: Database, engine: Engine
) -> None:
    hold(database, WHO)
    who = hold(database, replace(WHO, date_of_birth=None))
    assert found(engine, WHO.name, BORN) == ()
    lives_there = NamedPerson("Katarzyna Berry", date_of_birth=BORN)
    assert database.read(lambda connection: held_as(connection, lives_there)) == (who,)


def test_with_a_person_goes_what_finds_them(database: Database, engine: Engine) -> None:
    hold(database, WHO)
    with engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM person")
    assert rows(engine, "person_name_key") == []


def test_keys_of_one_name_on_two_days_have_nothing_in_common(database: Database, engine: Engine) -> None:
    one = hold(database, WHO)
    other = hold(database, replace(WHO, date_of_birth=date(1990, 1, 1), noms_number=NomsNumber("A0008AA")))
    keys = {
        who: {row["key"] for row in rows(engine, "person_name_key") if row["person_id"] == who}
        for who in (one, other)
    }
    assert len(keys[one]) == len(keys[other]) > 5
    assert keys[one].isdisjoint(keys[other])


def test_no_name_and_no_date_stands_in_clear(database: Database, engine: Engine) -> None:
    hold(database, WHO)
    told = repr(rows(engine, "person_name_key")).lower()
    assert [word for word in ("kas", "berry", "thorn", "1984", "sounds") if word in told] == []
