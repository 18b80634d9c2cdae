"""Puts canaries wherever something protected may lie, asks about the person, and reads what was made of it."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from sqlalchemy import Engine, text

from riskflag.casebook import (
    ASKED,
    EX_PARTNER,
    HIM,
    MOTHER,
    NOW,
    PROPOSED,
    Case,
    case,
    caseload_link,
    conversation,
    incident,
    note,
    order,
    protected_place,
    term,
)
from riskflag.dossier import SourceCoverage
from riskflag.enquiry import AddressEnquiry, Occupant
from riskflag.persistence.assessments import StoredAssessment
from riskflag.persistence.resealing import SEALED
from riskflag.records import Consent, NamedPerson, PlaceIncident, PlaceIncidentKind, Record
from riskflag.service import Actor, Service
from riskflag.tokens import DEVELOPMENT_READER
from riskflag.vocabulary import (
    PersonId,
    ProhibitionKind,
    Relationship,
    Role,
    Source,
    SourceRecordId,
    Visibility,
)
from tests.canaries.forms import CANARIES, Canary
from tests.keys import VAULT
from tests.persistence.rows import rows

NAME = "a reader"
FEED = Actor("a.feed", Role.RECORD_FEED)
OFFICER, STAFF = Actor(NAME, Role.RESPONSIBLE_OFFICER), Actor(NAME, Role.RESETTLEMENT_STAFF)
TOLD = SourceCoverage(asked_at=NOW, answered=True, complete=True, watermark=NOW)
KINDS = 6


def protected(canary: Canary) -> Record | None:
    """A record with the canary in it, of another kind for each of four; None for what is no record."""
    kind = canary.number % KINDS
    unserved = order(term(ProhibitionKind.NO_ENTER_HOME_OF, f"not to enter {canary.text}", canary.address))
    made: Record | None = {
        0: protected_place(EX_PARTNER, canary.address),
        1: note(f"her sister took her to {canary.text}", address=canary.address),
        2: replace(unserved, served_on=None, present_when_made=False),
        3: conversation(MOTHER, Consent.REFUSES, words=f"she now lives at {canary.text}"),
    }.get(kind)
    return replace(made, source_id=SourceRecordId(f"HELD-{canary.number}")) if made else None


def at_the_place(canary: Canary) -> PlaceIncident:
    """What the place register holds of it."""
    there = incident(PlaceIncidentKind.DOMESTIC_ABUSE_CALL, address=canary.address)
    held = SourceRecordId(f"HELD-{canary.number}")
    return replace(there, words=f"called to {canary.text}", source_id=held)


RECORDS = tuple(made for canary in CANARIES if (made := protected(canary)))
INCIDENTS = tuple(at_the_place(canary) for canary in CANARIES if canary.number % KINDS == 4)
OCCUPANTS = tuple(
    Occupant(NamedPerson(canary.text, Relationship.EX_PARTNER), visibility=Visibility.PROTECTED)
    for canary in CANARIES
    if canary.number % KINDS == 5
)
LINKS = tuple(
    replace(caseload_link(name, role), source_id=SourceRecordId(f"LINK-{name}-{role}"))
    for name, role in (
        (OFFICER.name, OFFICER.role),
        (STAFF.name, STAFF.role),
        (DEVELOPMENT_READER, OFFICER.role),
        (DEVELOPMENT_READER, STAFF.role),
    )
)
"""Both readers may see him, and so may whoever signs in to the pages in either role."""
HELD: Case = case(*RECORDS, lives_with=OCCUPANTS, place=INCIDENTS)
COVERAGE = {**HELD.dossier.coverage, Source.ACCESS_LIMITS: TOLD}
QUESTION: AddressEnquiry = replace(ASKED, address=PROPOSED, occupants=OCCUPANTS)


def seed(service: Service) -> tuple[PersonId, StoredAssessment]:
    """Somebody about whom all canaries are held, and what the officer was answered."""
    service.put_place_register(HELD.place.incidents, HELD.place.coverage, FEED)
    person_id = service.put_person(HIM, (*HELD.dossier.records, *LINKS), COVERAGE, FEED)
    for canary in CANARIES[:3]:
        service.enquire(person_id, replace(QUESTION, address=canary.address), OFFICER)
    return person_id, service.enquire(person_id, QUESTION, OFFICER)


def take_away(service: Service, person_id: PersonId) -> None:
    """Deletes all that can be deleted: the answers are kept."""
    service.put_records(person_id, HIM, LINKS, COVERAGE, FEED)
    service.put_place_register((), TOLD, FEED)


def opened(engine: Engine) -> Iterator[str]:
    """Everything sealed, opened with the keys."""
    for sealed in SEALED:
        for row in rows(engine, sealed.table.name):
            for column in sealed.columns:
                body = row[column]
                assert isinstance(body, bytes | memoryview)
                yield VAULT.open(bytes(body), *sealed.belongs(row, column)) or ""


def told(engine: Engine, tables: tuple[str, ...]) -> bytes:
    """Every row of every table as a client of the database is sent it."""
    return b"\n".join(
        bytes(value) if isinstance(value, bytes | memoryview) else str(value).encode()
        for table in tables
        for row in rows(engine, table)
        for value in row.values()
    )


def on_the_disk(folder: Path) -> Mapping[str, bytes]:
    """Every file under a folder."""
    return {str(file): file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file()}


def checkpoint(engine: Engine) -> None:
    """Has the server write all of its pages out."""
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("CHECKPOINT"))
