"""A change puts whoever it affects into the queue, in its own transaction; a change of nothing puts nobody."""

from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from sqlalchemy import Engine, text

from riskflag.casebook import (
    EX_PARTNER,
    HIM,
    NOW,
    PROPOSED,
    Case,
    alert,
    case,
    incident,
    order,
    own_address,
    protected_place,
)
from riskflag.errors import StoreUnavailable
from riskflag.persistence.engine import Database
from riskflag.persistence.people import NUMBERS
from riskflag.persistence.rescreening_queue import RescreeningQueue
from riskflag.records import AddressUse, NamedPerson, PlaceIncidentKind
from riskflag.rescreening import Because
from riskflag.vocabulary import NomsNumber, PersonId
from tests.dialects import fill_up
from tests.persistence.rows import rows
from tests.service.world import FEED, OFFICER, Clock, put, service_of

ON_BOTH_DATABASES = True
bare = partial(case, routine=False)
"""A case of these records and no others, which would be numbered anew with each of them."""
OTHER = replace(HIM, noms_number=NomsNumber("B1234BB"), case_reference_number=None, pnc_number=None)
QUIET_CASE = bare()
LIVES_THERE = bare(own_address(PROPOSED, AddressUse.RELEASE), person=OTHER)
CRIME = incident(PlaceIncidentKind.CLOSURE)


def waiting(engine: Engine) -> set[tuple[str, str]]:
    """Who waits, and why."""
    return {(str(row["person_id"]), str(row["reason"])) for row in rows(engine, "rescreening")}


def emptied(engine: Engine) -> None:
    queue = RescreeningQueue(Database(engine))
    while turns := queue.take(NOW + timedelta(days=1), 50):
        for turn in turns:
            queue.finish(turn)


def held(engine: Engine, given: Case, *others: Case) -> tuple[PersonId, ...]:
    """Stores them, and leaves nobody waiting."""
    service = service_of(engine, Clock())
    people = tuple(put(service, each) for each in (given, *others))
    emptied(engine)
    return people


def test_the_same_again_puts_nobody_there(engine: Engine) -> None:
    (person,) = held(engine, bare(order()))
    put(service_of(engine, Clock(NOW + timedelta(hours=1))), bare(order()))
    assert person
    assert waiting(engine) == set()


def test_somebody_new_waits(engine: Engine) -> None:
    person = put(service_of(engine, Clock()), QUIET_CASE)
    assert waiting(engine) == {(person, Because.NEWLY_HELD)}


def test_a_reason_waits_once_however_often_it_comes(engine: Engine) -> None:
    (person,) = held(engine, QUIET_CASE)
    service = service_of(engine, Clock())
    for number in range(3):
        put(service, bare(*[alert(code) for code in ("XA", "XB", "XC")[: number + 1]]))
    assert [row["reason"] for row in rows(engine, "rescreening") if row["person_id"] == person] == ["alert"]


def test_an_order_and_an_alert_at_once_are_two_reasons(engine: Engine) -> None:
    (person,) = held(engine, QUIET_CASE)
    put(service_of(engine, Clock()), bare(order(), alert("XA")))
    assert waiting(engine) == {(person, Because.ORDER_MADE), (person, Because.ALERT)}


@pytest.mark.parametrize(
    ("change", "because"),
    [
        pytest.param(
            bare(protected_place(EX_PARTNER, PROPOSED)), Because.PROTECTED_PLACE, id="somebody hides there"
        ),
        pytest.param(
            bare(own_address(PROPOSED, AddressUse.MAIN)),
            Because.ADDRESS_OR_OCCUPANT,
            id="another lives there",
        ),
    ],
)
def test_whoever_is_to_live_at_a_place_is_affected_by_what_others_records_say_of_it(
    engine: Engine, change: Case, because: Because
) -> None:
    person, affected = held(engine, QUIET_CASE, LIVES_THERE)
    put(service_of(engine, Clock()), change)
    assert waiting(engine) == {(person, because), (affected, because)}


def lives(who: int, **written: object) -> Case:
    """Somebody whose address is written in a way of their own."""
    person = replace(OTHER, noms_number=NomsNumber(f"C{who:04}CC"))
    return bare(
        own_address(replace(PROPOSED, uprn=None, **dict[str, Any](written)), AddressUse.MAIN), person=person
    )


def test_everybody_who_lives_in_a_hostel_is_affected_however_many_they_are(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("riskflag.persistence.places_index.MOST_OPENED", 2)
    rooms = [f"Room {number}, 5 Elder Row, Fernhill, ZZ1 1AA" for number in range(7)]
    hostel = [lives(number, text=text, number=None, street=None) for number, text in enumerate(rooms)]
    person, neighbour, *residents = held(
        engine, QUIET_CASE, lives(9, text="9 Elder Row", number="9"), *hostel
    )
    put(service_of(engine, Clock()), bare(protected_place(EX_PARTNER, PROPOSED)))
    assert {each for each, _ in waiting(engine)} == {person, *residents}
    assert neighbour not in residents


@pytest.mark.parametrize(
    "written",
    [
        pytest.param({}, id="written in full"),
        pytest.param({"text": "5 Elder Row, Fernhill", "postcode": None}, id="without a postcode"),
        pytest.param({"text": "Elder Row, Fernhill, ZZ1 1AA", "number": None}, id="without a number"),
    ],
)
def test_whoever_has_an_address_that_cannot_be_read_and_may_be_the_place_is_affected(
    engine: Engine, written: dict[str, object]
) -> None:
    person, damaged = held(engine, QUIET_CASE, lives(1, **written))
    with engine.begin() as connection:
        connection.execute(text("UPDATE record SET body = '{}' WHERE person_id = :one"), {"one": damaged})
    put(service_of(engine, Clock()), bare(protected_place(EX_PARTNER, PROPOSED)))
    assert {each for each, _ in waiting(engine)} == {person, damaged}


def test_where_nobody_can_tell_who_lives_there_everybody_is_affected(engine: Engine) -> None:
    lived_there = bare(own_address(PROPOSED, AddressUse.MAIN))
    everybody = held(engine, lived_there, LIVES_THERE, lives(1, text="31 Quay Street", postcode=None))
    with engine.begin() as connection:
        connection.execute(text("DELETE FROM place_token_count"))
    put(service_of(engine, Clock()), QUIET_CASE)
    assert waiting(engine) == {(each, Because.ADDRESS_OR_OCCUPANT) for each in everybody}


def test_so_is_whoever_was_only_asked_about_there(engine: Engine) -> None:
    service = service_of(engine, Clock())
    person, affected = held(engine, QUIET_CASE, bare(person=OTHER))
    service.enquire(affected, QUIET_CASE.enquiry, OFFICER)
    put(service, bare(protected_place(EX_PARTNER, PROPOSED)))
    assert {each for each, _ in waiting(engine)} == {person, affected}


def test_whoever_is_named_by_their_number_is_affected(engine: Engine) -> None:
    named = NamedPerson("Somebody else", reference=f" {OTHER.noms_number}".lower())
    person, affected = held(engine, QUIET_CASE, bare(person=OTHER))
    put(service_of(engine, Clock()), bare(replace(order(), protects=(named,))))
    assert waiting(engine) == {(person, Because.ORDER_MADE), (affected, Because.ORDER_MADE)}


def test_a_change_of_the_place_register_affects_whoever_is_to_live_there(engine: Engine) -> None:
    _, affected = held(engine, QUIET_CASE, LIVES_THERE)
    service = service_of(engine, Clock())
    for _ in range(2):
        service.put_place_register([CRIME], QUIET_CASE.place.coverage, FEED)
    assert waiting(engine) == {(affected, Because.PLACE_REGISTER)}


def test_a_register_that_changes_very_much_affects_everybody(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("riskflag.persistence.affected.MOST_PLACES", 0)
    everybody = held(engine, QUIET_CASE, LIVES_THERE)
    service = service_of(engine, Clock())
    for register in ([CRIME], [], [CRIME]):
        service.put_place_register(register, QUIET_CASE.place.coverage, FEED)
    assert waiting(engine) == {(each, Because.PLACE_REGISTER) for each in everybody}
    assert len(rows(engine, "rescreening")) == 2


def test_without_a_place_in_the_queue_there_is_no_change(engine: Engine) -> None:
    held(engine, QUIET_CASE)
    before = rows(engine, "record")
    with engine.begin() as connection:
        fill_up(connection, "rescreening")
    with pytest.raises(StoreUnavailable):
        put(service_of(engine, Clock()), bare(order()))
    assert rows(engine, "record") == before


def test_nothing_in_the_queue_tells_who_or_where(engine: Engine) -> None:
    put(service_of(engine, Clock()), bare(protected_place(EX_PARTNER, PROPOSED), order()))
    told = repr(rows(engine, "rescreening")).lower()
    numbers = [getattr(HIM, name) for name in NUMBERS]
    words = [HIM.name, EX_PARTNER.name, PROPOSED.text, PROPOSED.postcode, *numbers]
    assert [word for word in words if word and str(word).lower() in told] == []
