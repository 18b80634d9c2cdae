"""What others' records say of the place reaches the answer without a name, and what no longer holds does not."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import Connection, Engine, text

from riskflag.casebook import (
    EX_PARTNER,
    HER,
    HIM,
    NOW,
    OTHER_TOWN,
    PROPOSED,
    SAME_STREET,
    incident,
    order,
    own_address,
    protected_place,
    term,
)
from riskflag.dossier import MissingReason, PlaceKnowledge
from riskflag.persistence import people, place_register, records
from riskflag.persistence.engine import Database
from riskflag.persistence.place_knowledge import WORDS, read_place
from riskflag.records import Address, AddressUse, OrderRole, PlaceIncidentKind, Record, Variation
from riskflag.vocabulary import PersonId, ProhibitionKind
from tests.persistence.test_place_register import ASKED

ON_BOTH_DATABASES = True

PROTECTED = PlaceIncidentKind.PROTECTED_IN_ANOTHER_CASE
SUPERVISED = PlaceIncidentKind.SUPERVISED_PERSON_LIVES_THERE
LIVES = own_address(PROPOSED, AddressUse.MAIN)
BARRED = order(replace(term(ProhibitionKind.NO_ATTEND_ADDRESS), place=PROPOSED))
ENDED = date(2026, 11, 21)


def ask(engine: Engine, held: Sequence[Record], where: Address | None = PROPOSED) -> PlaceKnowledge:
    """What he is told of the place, where she has these records."""

    def fill(connection: Connection) -> PersonId:
        place_register.replace_register(connection, [], ASKED)
        records.replace_records(connection, people.put_person(connection, HER), held, {})
        return people.put_person(connection, HIM)

    whose = Database(engine).write(fill)
    return Database(engine).read(lambda c: read_place(c, where, excluding=whose, as_of=NOW))


@pytest.mark.parametrize(
    ("held", "expected"),
    [
        pytest.param(protected_place(EX_PARTNER, PROPOSED), PROTECTED, id="a protected home"),
        pytest.param(protected_place(EX_PARTNER, SAME_STREET), None, id="a protected home next door"),
        pytest.param(protected_place(EX_PARTNER, None), None, id="a protected home that is withheld"),
        pytest.param(BARRED, PROTECTED, id="an order names it"),
        pytest.param(replace(BARRED, expires_on=ENDED), None, id="the order has ended"),
        pytest.param(replace(BARRED, expires_on=NOW.date()), PROTECTED, id="it ends today"),
        pytest.param(replace(BARRED, discharged_on=ENDED), None, id="it was discharged"),
        pytest.param(
            replace(BARRED, expires_on=ENDED, variations=(Variation(ENDED, True, ()),)),
            PROTECTED,
            id="it was varied, and nobody wrote until when",
        ),
        pytest.param(
            replace(BARRED, person_is=OrderRole.PROTECTED), None, id="she is protected by it herself"
        ),
        pytest.param(LIVES, SUPERVISED, id="she lives there"),
        pytest.param(replace(LIVES, use=AddressUse.RELEASE), SUPERVISED, id="she is to live there"),
        pytest.param(replace(LIVES, use=AddressUse.PREVIOUS), None, id="she lived there"),
        pytest.param(replace(LIVES, ends_on=ENDED), None, id="until yesterday"),
        pytest.param(replace(LIVES, ends_on=NOW.date()), SUPERVISED, id="until today"),
        pytest.param(own_address(OTHER_TOWN, AddressUse.MAIN), None, id="she lives elsewhere"),
    ],
)
def test_what_others_records_say_of_the_place(
    engine: Engine, held: Record, expected: PlaceIncidentKind | None
) -> None:
    told = ask(engine, [held]).incidents
    assert [each.kind for each in told] == ([expected] if expected else [])


def test_nobody_is_named_and_no_record_of_another_is_cited(engine: Engine) -> None:
    held = protected_place(EX_PARTNER, PROPOSED)
    (told,) = ask(engine, [held]).incidents
    assert told.words == WORDS[PROTECTED]
    assert told.source_id != held.source_id
    said = repr(replace(told, address=OTHER_TOWN))
    assert [name for name in (EX_PARTNER.name, HER.name, str(HER.noms_number)) if name in said] == []


def test_one_case_is_told_once_for_each_thing_that_it_says(engine: Engine) -> None:
    told = ask(engine, [protected_place(EX_PARTNER, PROPOSED), BARRED, LIVES]).incidents
    assert sorted(each.kind for each in told) == [PROTECTED, SUPERVISED]
    assert len({each.source_id for each in told}) == 2


def test_without_an_address_nothing_is_looked_for(engine: Engine) -> None:
    assert ask(engine, [protected_place(EX_PARTNER, PROPOSED)], None).incidents == ()


def test_ones_own_records_are_not_told_as_anothers(engine: Engine) -> None:
    def fill(connection: Connection) -> PersonId:
        whose = people.put_person(connection, HIM)
        records.replace_records(connection, whose, [protected_place(EX_PARTNER, PROPOSED), LIVES], {})
        return whose

    whose = Database(engine).write(fill)
    told = Database(engine).read(lambda c: read_place(c, PROPOSED, excluding=whose, as_of=NOW))
    assert told.incidents == ()


def test_the_register_is_found_where_its_keys_alone_would_not_do(engine: Engine) -> None:
    crime = incident(PlaceIncidentKind.CLOSURE, address=Address("5 Elder Row, Fernhill, QQ9 9QQ"))

    def fill(connection: Connection) -> PersonId:
        place_register.replace_register(connection, [crime, incident(PlaceIncidentKind.DRUG_USE)], ASKED)
        return people.put_person(connection, HIM)

    whose = Database(engine).write(fill)
    read = Database(engine).read
    assert crime not in read(lambda c: place_register.read_place(c, PROPOSED)).incidents
    told = read(lambda c: read_place(c, PROPOSED, excluding=whose, as_of=NOW)).incidents
    assert sorted(each.kind for each in told) == [PlaceIncidentKind.CLOSURE, PlaceIncidentKind.DRUG_USE]


def test_anothers_record_that_cannot_be_read_makes_the_answer_incomplete(engine: Engine) -> None:
    assert ask(engine, [protected_place(EX_PARTNER, PROPOSED)]).gap(NOW) is None
    with engine.begin() as connection:
        connection.execute(text("UPDATE protected_place SET body = :body"), {"body": b"spoilt"})
    told = Database(engine).read(lambda c: read_place(c, PROPOSED, excluding=PersonId("nobody"), as_of=NOW))
    assert told.gap(NOW) is MissingReason.UNREADABLE
