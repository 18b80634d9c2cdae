"""Five people, for three of whom places are looked up, night after night."""

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import Connection

from riskflag.casebook import HIM, NOW, OTHER_TOWN, PROPOSED
from riskflag.dossier import PlaceKnowledge
from riskflag.persistence import records
from riskflag.persistence.engine import Database
from riskflag.persistence.place_records import doubtful_tokens
from riskflag.persistence.screening_places import PlacesRead, PlaceWanted, keep_places, read_places
from riskflag.records import Address, Person, Record
from riskflag.vocabulary import NomsNumber, PersonId, SourceRecordId

WRITTEN = Address("5 Edler Row, Fernhill, ZZ1 1AA")
PEOPLE = 5
LOOKED_UP = [(0, PROPOSED), (1, PROPOSED), (1, OTHER_TOWN), (2, WRITTEN)]
"""Whose places are looked up, and which."""


def person_of(number: int) -> Person:
    return replace(
        HIM, noms_number=NomsNumber(f"A{number:04}CC"), case_reference_number=None, pnc_number=None
    )


def wanted_by(everybody: Sequence[PersonId]) -> list[PlaceWanted]:
    return [PlaceWanted(everybody[number], where, ()) for number, where in LOOKED_UP]


def look(database: Database, everybody: Sequence[PersonId]) -> PlacesRead:
    def work(connection: Connection) -> PlacesRead:
        return read_places(connection, wanted_by(everybody), NOW, doubtful_tokens(connection))

    return database.read(work)


def look_and_remember(database: Database, everybody: Sequence[PersonId]) -> tuple[PlaceKnowledge, ...]:
    found = look(database, everybody)
    database.write(lambda connection: keep_places(connection, found.remembered))
    return found.known


def hold(database: Database, who: PersonId, held: Sequence[Record]) -> None:
    told = [replace(each, source_id=SourceRecordId(f"R{number}")) for number, each in enumerate(held)]
    database.write(lambda connection: records.replace_records(connection, who, told, {}))
