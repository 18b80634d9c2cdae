"""People are found by their numbers, one person each; numbers that disagree are refused."""

from dataclasses import replace

import pytest
from sqlalchemy import Engine, text

from riskflag.casebook import HER, HIM
from riskflag.errors import Conflict, StoreUnavailable
from riskflag.persistence import people
from riskflag.persistence.engine import Database
from riskflag.records import Person, PersonNumbers
from riskflag.vocabulary import CaseReferenceNumber, NomsNumber, PersonId, PncNumber

ON_BOTH_DATABASES = True

CRN = CaseReferenceNumber("X000001")
OTHER_CRN = CaseReferenceNumber("X000002")
PNC = PncNumber("2012/0000001A")
OTHER_NOMS = NomsNumber("A0009AA")
HIM_TWICE_NUMBERED = replace(HIM, case_reference_number=CRN)


@pytest.fixture
def database(engine: Engine) -> Database:
    return Database(engine)


def put(database: Database, person: Person) -> PersonId:
    return database.write(lambda connection: people.put_person(connection, person))


def update(database: Database, person_id: PersonId, person: Person) -> bool:
    return database.write(lambda connection: people.update_person(connection, person_id, person))


def read(database: Database, person_id: PersonId) -> Person | None:
    return database.read(lambda connection: people.read_person(connection, person_id))


def find(database: Database, numbers: PersonNumbers) -> PersonId | None:
    return database.read(lambda connection: people.find_person(connection, numbers))


def test_a_person_comes_back_as_given_under_an_opaque_identifier(database: Database) -> None:
    person_id = put(database, HIM)
    assert read(database, person_id) == HIM
    assert len(person_id) == 32
    assert str(HIM.noms_number) not in person_id


@pytest.mark.parametrize(
    "again",
    [
        pytest.param(HIM_TWICE_NUMBERED, id="the same numbers"),
        pytest.param(HIM, id="one of them"),
        pytest.param(replace(HIM, noms_number=None, case_reference_number=CRN), id="the other"),
        pytest.param(replace(HIM_TWICE_NUMBERED, pnc_number=PNC), id="a number more"),
        pytest.param(replace(HIM_TWICE_NUMBERED, name="Neil Sample"), id="another name"),
    ],
)
def test_somebody_held_is_found_and_no_number_is_lost(database: Database, again: Person) -> None:
    person_id = put(database, HIM_TWICE_NUMBERED)
    assert put(database, again) == person_id
    held = replace(again, noms_number=HIM.noms_number, case_reference_number=CRN)
    assert read(database, person_id) == held
    assert find(database, PersonNumbers.of(held)) == person_id


@pytest.mark.parametrize(
    "person",
    [
        pytest.param(HER, id="another person"),
        pytest.param(replace(HIM, noms_number=OTHER_NOMS), id="the same name and birthday"),
        pytest.param(replace(HIM, noms_number=None), id="nothing but the same name and birthday"),
        pytest.param(replace(HIM, noms_number=NomsNumber("")), id="a number left empty"),
    ],
)
def test_somebody_else_is_somebody_new(database: Database, person: Person) -> None:
    assert put(database, HIM_TWICE_NUMBERED) != put(database, person)


@pytest.mark.parametrize(
    "person",
    [
        pytest.param(replace(HIM, case_reference_number=OTHER_CRN), id="his number, another of her numbers"),
        pytest.param(
            replace(HIM, case_reference_number=CaseReferenceNumber("X000003")),
            id="his number, a new one beside",
        ),
    ],
)
def test_numbers_that_disagree_are_refused_without_repeating_them(database: Database, person: Person) -> None:
    his, hers = (
        put(database, HIM_TWICE_NUMBERED),
        put(database, replace(HER, case_reference_number=OTHER_CRN)),
    )
    with pytest.raises(Conflict) as caught:
        put(database, person)
    assert "A000" not in str(caught.value)
    assert "X000" not in str(caught.value)
    with pytest.raises(Conflict):
        find(database, PersonNumbers.of(person))
    with pytest.raises(Conflict):
        update(database, his, person)
    assert (read(database, his), read(database, hers)) == (
        HIM_TWICE_NUMBERED,
        replace(HER, case_reference_number=OTHER_CRN),
    )


def test_another_persons_numbers_cannot_be_put_on_this_one(database: Database) -> None:
    unnumbered = put(database, replace(HIM, noms_number=None))
    put(database, HER)
    with pytest.raises(Conflict):
        update(database, unnumbered, HER)


@pytest.mark.parametrize("numbers", [PersonNumbers(), PersonNumbers(noms_number=OTHER_NOMS)])
def test_nobody_is_found_by_no_number_or_an_unknown_one(database: Database, numbers: PersonNumbers) -> None:
    put(database, replace(HIM, case_reference_number=None))
    assert find(database, numbers) is None


def test_of_nobody_there_is_nothing_to_read_or_update(database: Database) -> None:
    assert read(database, PersonId("nobody")) is None
    assert not update(database, PersonId("nobody"), HIM)


def test_somebody_who_cannot_be_read_is_not_taken_for_nobody(database: Database, engine: Engine) -> None:
    person_id = put(database, HIM)
    with engine.begin() as connection:
        connection.execute(text("UPDATE person SET body = '{}'"))
    with pytest.raises(StoreUnavailable):
        read(database, person_id)
    with pytest.raises(StoreUnavailable):
        put(database, HIM)


@pytest.mark.parametrize("held", ["2012/345678A", "12/345678A", "2012/0345678A", "12/0345678A"])
@pytest.mark.parametrize("asked", ["2012/345678A", "12/345678A", "2012/0345678A", "12/0345678A"])
def test_a_pnc_number_is_found_in_whatever_form_it_is_held_and_asked_for(
    database: Database, held: str, asked: str
) -> None:
    person_id = put(database, replace(HIM, pnc_number=PncNumber(held)))
    put(database, replace(HER, pnc_number=PncNumber("2012/345679A")))
    assert find(database, PersonNumbers(pnc_number=PncNumber(asked))) == person_id


@pytest.mark.parametrize("asked", ["2013/345678A", "2012/345678B", "2012/3456780A", "2012/45678A"])
def test_another_pnc_number_is_another_persons(database: Database, asked: str) -> None:
    put(database, replace(HIM, pnc_number=PncNumber("2012/345678A")))
    assert find(database, PersonNumbers(pnc_number=PncNumber(asked))) is None


def test_one_pnc_number_in_two_forms_is_not_two_peoples(database: Database) -> None:
    his = put(database, replace(HIM, noms_number=None, pnc_number=PncNumber("2012/345678A")))
    assert put(database, replace(HIM, noms_number=None, pnc_number=PncNumber("12/0345678A"))) == his
    hers = put(database, HER)
    with pytest.raises(Conflict):
        update(database, hers, replace(HER, pnc_number=PncNumber("12/345678A")))
