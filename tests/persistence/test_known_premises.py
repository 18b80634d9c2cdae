"""The list of known premises: what is put on it and taken from it, and what an enquiry makes of it."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import DBAPIError

from riskflag.casebook import NOW, case
from riskflag.enquiry import AddressEnquiry, Purpose
from riskflag.errors import BadInput, StoreUnavailable
from riskflag.persistence.audit import Action, AuditEntry
from riskflag.persistence.engine import Database
from riskflag.persistence.known_premises import is_known
from riskflag.persistence.premises_list import Change, Changed, PremisesList
from riskflag.probing.asked import AlertKind
from riskflag.probing.premises import KnownPremises, PremisesReason
from riskflag.records import Address
from riskflag.service import Service
from riskflag.upkeep.who import AT_THE_MACHINE
from riskflag.vocabulary import NomsNumber, PersonId, Uprn
from tests.dialects import unguarded
from tests.persistence.rows import rows
from tests.service.world import OFFICER, Clock, put, refused_the_eleventh_place, service_of

ON_BOTH_DATABASES = True

ADDRESS = "14 Larch Close, Testbury, ZZ1 1AA"
HOSTEL = KnownPremises("Larch House", Address(ADDRESS), "S. Auditor", NOW.date())
WITH_UPRN = replace(HOSTEL, address=Address(ADDRESS, uprn=Uprn("990000000001")))
COURT = replace(HOSTEL, name="Testbury Court", address=Address("2 Castle Street, Testbury, ZZ1 2BB"))
ENTRY = AuditEntry(NOW, AT_THE_MACHINE, Action.PREMISES_READ)
CHANGE = Change("s.auditor", PremisesReason.FALSE_ALERT)
NAMED = ("Larch", "ZZ1", "9900", "S. Auditor", "Castle")


@pytest.fixture
def premises(engine: Engine) -> PremisesList:
    return PremisesList(Database(engine))


def known(engine: Engine, address: Address) -> bool:
    return Database(engine).read(lambda connection: is_known(connection, address))


def test_what_was_put_on_it_is_on_it_until_it_is_taken_from_it(
    engine: Engine, premises: PremisesList
) -> None:
    assert not known(engine, HOSTEL.address)
    assert premises.add([HOSTEL, WITH_UPRN, COURT], CHANGE, ENTRY) == Changed(3, 3)
    assert premises.read(ENTRY) == (HOSTEL, WITH_UPRN, COURT)
    assert (known(engine, WITH_UPRN.address), known(engine, COURT.address)) == (True, True)
    assert premises.remove([HOSTEL], CHANGE, ENTRY) == Changed(1, 1)
    assert (premises.read(ENTRY), premises.count()) == ((COURT,), 1)
    assert (known(engine, WITH_UPRN.address), known(engine, COURT.address)) == (False, True)
    assert premises.add([HOSTEL], CHANGE, ENTRY) == Changed(1, 2)
    assert known(engine, HOSTEL.address)
    assert not known(engine, WITH_UPRN.address)


def test_what_is_on_it_already_is_put_there_once(premises: PremisesList) -> None:
    premises.add([HOSTEL], CHANGE, ENTRY)
    again = replace(HOSTEL, name="Larch House Hostel", listed_by="T. Auditor")
    assert premises.add([again, COURT, COURT], CHANGE, ENTRY) == Changed(1, 2)
    assert premises.read(ENTRY) == (HOSTEL, COURT)


def test_what_is_not_on_it_cannot_be_taken_from_it_and_then_nothing_is(premises: PremisesList) -> None:
    premises.add([HOSTEL], CHANGE, ENTRY)
    with pytest.raises(BadInput) as error:
        premises.remove([HOSTEL, COURT], CHANGE, ENTRY)
    assert error.value.problems == {"rows[2].address": "is not on the list"}
    assert premises.read(ENTRY) == (HOSTEL,)


def test_each_change_says_for_whom_and_why_and_vouches_for_the_list(
    engine: Engine, premises: PremisesList
) -> None:
    premises.add([HOSTEL], CHANGE, ENTRY)
    premises.remove([HOSTEL], Change("t.auditor", PremisesReason.CLOSED), ENTRY)
    premises.read(ENTRY)
    told = [
        (str(row["action"]), str(row["detail"]).split(" vouches:")) for row in rows(engine, "audit_entry")
    ]
    assert [(action, detail[0], len(detail)) for action, detail in told] == [
        ("premises_listed", "false_alert by s.auditor", 2),
        ("premises_removed", "closed by t.auditor", 2),
        ("premises_read", "", 1),
    ]


def test_it_lies_there_sealed_and_says_nothing_of_where(engine: Engine, premises: PremisesList) -> None:
    premises.add([HOSTEL, COURT], CHANGE, ENTRY)
    held = repr([rows(engine, table) for table in ("known_premises", "audit_entry")])
    assert [word for word in NAMED if word in held] == []


@pytest.mark.parametrize(
    "change",
    [
        pytest.param("UPDATE known_premises SET listed = listed", id="changed"),
        pytest.param("DELETE FROM known_premises", id="deleted"),
    ],
)
def test_what_was_done_to_it_stays_as_it_was_written(
    engine: Engine, premises: PremisesList, change: str
) -> None:
    premises.add([HOSTEL], CHANGE, ENTRY)
    with pytest.raises(DBAPIError, match="known_premises is never changed"), engine.begin() as connection:
        connection.exec_driver_sql(change)


@pytest.mark.parametrize(
    "meddling",
    [
        pytest.param("UPDATE known_premises SET body = building", id="no seal"),
        pytest.param("UPDATE known_premises SET listed = '1'", id="a removal made a listing"),
        pytest.param(
            "UPDATE known_premises SET building = (SELECT max(building) FROM known_premises)", id="moved"
        ),
    ],
)
def test_what_cannot_be_read_exempts_nothing(engine: Engine, premises: PremisesList, meddling: str) -> None:
    premises.add([HOSTEL, COURT], CHANGE, ENTRY)
    premises.remove([HOSTEL, COURT], CHANGE, ENTRY)
    with engine.begin() as connection:
        unguarded(connection, "known_premises")
        body = "decode('00', 'hex')" if engine.dialect.name == "postgresql" else "x'00'"
        connection.execute(
            text(meddling.replace("= building", f"= {body}", 1) if "body" in meddling else meddling)
        )
    assert not known(engine, HOSTEL.address)
    assert not known(engine, COURT.address)
    with pytest.raises(StoreUnavailable):
        premises.read(ENTRY)


def people(service: Service, number: int) -> list[PersonId]:
    given = case()
    made = []
    for each in range(number):
        him = replace(
            given.dossier.person,
            noms_number=NomsNumber(f"A{each:04}AA"),
            case_reference_number=None,
            pnc_number=None,
        )
        made.append(put(service, replace(given, dossier=replace(given.dossier, person=him))))
    return made


def alerts(engine: Engine) -> set[str]:
    return {str(row["kind"]) for row in rows(engine, "alert")}


def ask_about(service: Service, whom: Sequence[PersonId], address: Address) -> None:
    for person_id in whom:
        service.enquire(person_id, AddressEnquiry(Purpose.RELEASE_PLANNING, address), OFFICER)


@pytest.mark.parametrize(
    ("listed", "expected"),
    [
        pytest.param((), {AlertKind.MANY_PEOPLE.value}, id="a place that nobody listed"),
        pytest.param((COURT,), {AlertKind.MANY_PEOPLE.value}, id="another place is listed"),
        pytest.param((HOSTEL,), set(), id="a hostel"),
    ],
)
def test_many_people_at_one_place_are_no_alert_where_it_is_listed(
    engine: Engine, premises: PremisesList, listed: Sequence[KnownPremises], expected: set[str]
) -> None:
    service = service_of(engine, Clock())
    if listed:
        premises.add(listed, CHANGE, ENTRY)
    ask_about(service, people(service, 5), HOSTEL.address)
    assert alerts(engine) == expected


def test_they_are_again_once_it_was_taken_from_the_list(engine: Engine, premises: PremisesList) -> None:
    service = service_of(engine, Clock())
    premises.add([HOSTEL], CHANGE, ENTRY)
    whom = people(service, 5)
    ask_about(service, whom, HOSTEL.address)
    premises.remove([HOSTEL], CHANGE, ENTRY)
    ask_about(service, whom[:1], HOSTEL.address)
    assert alerts(engine) == {"many_people"}


def test_listed_premises_count_towards_the_cap_and_every_alert_of_one_persons_addresses(
    engine: Engine, premises: PremisesList
) -> None:
    streets = ("Aspen", "Birch", "Cedar", "Damson", "Elder", "Fir", "Gorse", "Hazel", "Ilex", "Juniper")
    asked = [
        Address(f"{number} {street} Lane, Testbury, ZZ{number} 1AA")
        for number, street in enumerate(streets, 1)
    ]
    premises.add([replace(HOSTEL, address=each) for each in asked], CHANGE, ENTRY)
    service = service_of(engine, Clock())
    refused_the_eleventh_place(service, people(service, 1)[0], OFFICER, OFFICER)
    assert {"soft_cap", "hard_cap", "slow_search", "one_account"} <= alerts(engine)
