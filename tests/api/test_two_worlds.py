"""Two databases that differ only in what is protected look alike to resettlement staff, byte for byte."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from werkzeug.test import TestResponse

from riskflag.casebook import (
    ASKED,
    EX_PARTNER,
    FRIEND,
    HER,
    MENTORED,
    NOW,
    OTHER_TOWN,
    PROPOSED,
    REFERRED,
    SAME_STREET,
    Case,
    abuse,
    alert,
    case,
    conversation,
    incident,
    note,
    order,
    own_address,
    protected_place,
    term,
)
from riskflag.dossier import SourceCoverage
from riskflag.records import Address, AddressUse, Consent, DomesticAbuseKind, PlaceIncidentKind, Record
from riskflag.service import Actor
from riskflag.vocabulary import ProhibitionKind, Role, Source, SourceRecordId, Visibility
from tests.api.world import FEED, OFFICER, STAFF, World, dict_of, json_of, make_world, records_body

CONTACT_BARRED = order(term(ProhibitionKind.NO_CONTACT))
KNOWN = case(CONTACT_BARRED)
NEAR_HER = replace(MENTORED, site=OTHER_TOWN, text="He must keep away from Beth and from ZY9 4BB.")
NOWHERE_YET = replace(REFERRED, site=None)
REFUSAL = {"on": "proposal", "decision": "refused", "words": "not there", "name": "P. Officer"}
OPAQUE = ("Date", "X-Request-Id", "Location")


def with_secret(secret: Record) -> Case:
    """The same person, with one thing more on record."""
    named = replace(secret, source_id=SourceRecordId("SECRET-1"))
    return replace(KNOWN, dossier=replace(KNOWN.dossier, records=(*KNOWN.dossier.records, named)))


SECRETS = [
    pytest.param(protected_place(EX_PARTNER, PROPOSED), id="she lives at the proposed address"),
    pytest.param(protected_place(EX_PARTNER, SAME_STREET), id="she lives on the same street"),
    pytest.param(protected_place(EX_PARTNER, OTHER_TOWN), id="she lives in another town"),
    pytest.param(protected_place(EX_PARTNER, None), id="where she lives is withheld"),
    pytest.param(note("seen at the door with Beth"), id="a note says who was seen"),
    pytest.param(conversation(FRIEND, Consent.REFUSES), id="an occupier refuses"),
    pytest.param(
        replace(abuse(DomesticAbuseKind.THREATS, EX_PARTNER), visibility=Visibility.PROTECTED),
        id="she told somebody what he did to her",
    ),
]


def seen(answer: TestResponse) -> tuple[int, list[tuple[str, str]], bytes]:
    """What a reader can tell two answers apart by. Of references made at random the length stays."""
    kept = [(name, "x" * len(value) if name in OPAQUE else value) for name, value in answer.headers]
    return answer.status_code, kept, answer.data


def asked_of(world: World, held: Case, role: Role) -> list[tuple[int, list[tuple[str, str]], bytes]]:
    """Everything that a reader gets to see of one person: found, asked about, read again, not found."""
    number = {"noms_number": held.dossier.person.noms_number}
    person_id = json_of(world.ask("POST", "/people/find", number, role))["person_id"]
    answers = []
    for address in (PROPOSED, SAME_STREET, OTHER_TOWN, None):
        answers.append(world.ask("POST", f"/people/{person_id}/address-enquiries", about(address), role))
        where = answers[-1].headers["Location"]
        answers.append(world.ask("GET", where, role=role))
        world.ask("POST", f"{where}/decisions", REFUSAL, OFFICER)
        answers.append(world.ask("GET", f"{where}/decisions", role=role))
    for asked in (REFERRED, MENTORED, NEAR_HER, NOWHERE_YET):
        answers.append(world.ask("POST", f"/people/{person_id}/referral-enquiries", dict_of(asked), role))
        answers.append(world.ask("GET", answers[-1].headers["Location"], role=role))
    answers.append(world.ask("PUT", f"/people/{person_id}/records", records_body(held), STAFF))
    answers.append(world.ask("POST", f"/people/{person_id}/address-enquiries", {"purpose": 1}, role))
    return [seen(answer) for answer in answers]


def about(address: Address | None) -> dict[str, object]:
    return dict_of(replace(ASKED, address=address, no_fixed_abode=address is None))


@pytest.fixture
def worlds(tmp_path_factory: pytest.TempPathFactory, key_home: Path) -> Iterator[tuple[World, World]]:
    one, other = (make_world(tmp_path_factory.mktemp("world"), key_home) for _ in range(2))
    yield one, other
    one.service.close()
    other.service.close()


@pytest.mark.parametrize("secret", SECRETS)
def test_staff_cannot_tell_the_worlds_apart(worlds: tuple[World, World], secret: Record) -> None:
    one, other = worlds
    one.hold(KNOWN)
    other.hold(with_secret(secret))
    assert asked_of(one, KNOWN, STAFF) == asked_of(other, KNOWN, STAFF)


@pytest.mark.parametrize("secret", SECRETS[:2])
def test_the_officer_can(worlds: tuple[World, World], secret: Record) -> None:
    one, other = worlds
    one.hold(KNOWN)
    other.hold(with_secret(secret))
    assert asked_of(one, KNOWN, OFFICER) != asked_of(other, KNOWN, OFFICER)


@pytest.mark.parametrize(
    "source", [Source.PROTECTED_PLACES, Source.HOUSEHOLD_ENQUIRIES, Source.PLACE_REGISTER]
)
def test_staff_cannot_tell_whether_a_confidential_source_was_asked(
    worlds: tuple[World, World], source: Source
) -> None:
    one, other = worlds
    one.hold(KNOWN)
    other.hold(case(CONTACT_BARRED, not_asked=(source,)))
    assert asked_of(one, KNOWN, STAFF) == asked_of(other, KNOWN, STAFF)


def test_staff_cannot_tell_what_the_place_register_holds(worlds: tuple[World, World]) -> None:
    one, other = worlds
    for world in worlds:
        world.hold(KNOWN)
    told = SourceCoverage(asked_at=NOW, answered=True, complete=True, watermark=NOW)
    register = (incident(PlaceIncidentKind.DRUG_SUPPLY), incident(PlaceIncidentKind.DOMESTIC_ABUSE_CALL))
    one.service.put_place_register((), told, Actor("the register", FEED))
    other.service.put_place_register(
        [replace(each, source_id=SourceRecordId(f"REGISTER-{n}")) for n, each in enumerate(register)],
        told,
        Actor("the register", FEED),
    )
    assert asked_of(one, KNOWN, STAFF) == asked_of(other, KNOWN, STAFF)


OTHERS = [
    pytest.param(protected_place(EX_PARTNER, PROPOSED), id="somebody is protected there"),
    pytest.param(protected_place(EX_PARTNER, SAME_STREET), id="somebody is protected in the same street"),
    pytest.param(own_address(PROPOSED, AddressUse.MAIN), id="somebody supervised lives there"),
    pytest.param(order(term(ProhibitionKind.NO_ATTEND_ADDRESS, place=PROPOSED)), id="an order names it"),
]


def in_another_case(record: Record) -> Case:
    """What is on record about somebody else."""
    others = case(record)
    return replace(others, dossier=replace(others.dossier, person=HER))


@pytest.mark.parametrize("record", OTHERS)
def test_staff_cannot_tell_what_another_case_says_of_the_place(
    worlds: tuple[World, World], record: Record
) -> None:
    one, other = worlds
    for world in worlds:
        world.hold(KNOWN)
    one.hold(in_another_case(alert("XA")))
    other.hold(in_another_case(record))
    assert asked_of(one, KNOWN, STAFF) == asked_of(other, KNOWN, STAFF)


def test_the_officer_is_told_what_another_case_says_of_the_place(worlds: tuple[World, World]) -> None:
    one, other = worlds
    for world in worlds:
        world.hold(KNOWN)
    one.hold(in_another_case(alert("XA")))
    other.hold(in_another_case(protected_place(EX_PARTNER, PROPOSED)))
    assert asked_of(one, KNOWN, OFFICER) != asked_of(other, KNOWN, OFFICER)
