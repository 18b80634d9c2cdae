"""The places that screening looks up, for some people together, and what it remembers of them from one night
to the next: which records may be of these places and which are of others, so that what is not changed is
neither looked for nor opened again.

What is remembered only spares work. It may be lost at any time, and then all is opened.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType

from sqlalchemy import Connection, bindparam, delete, insert, select

from riskflag.dossier import PlaceKnowledge
from riskflag.persistence import tables
from riskflag.persistence.known_people import with_people
from riskflag.persistence.place_knowledge import with_others
from riskflag.persistence.place_marks import KeptPlaces, Known, Marks, Remembered
from riskflag.persistence.place_register import read_places as read_register
from riskflag.persistence.places_index import PlacesFound, Sought, places_like_each
from riskflag.persistence.vault import opened_value, sealed_value, vault_of
from riskflag.records import Address, NamedPerson
from riskflag.vocabulary import PersonId

_APART = tables.told_apart
_OF_PEOPLE = _APART.c.person_id.in_(bindparam("people", expanding=True))
_SELECT = select(_APART).where(_OF_PEOPLE)
_FORGET = delete(_APART).where(_OF_PEOPLE)
_KEEP = insert(_APART)
NOTHING_KNOWN: Remembered = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class PlaceWanted:
    """A place that is to be looked up.

    person_id: for whom: their own records tell nothing of it
    address: the place
    people: who lives there, or may
    """

    person_id: PersonId
    address: Address
    people: tuple[NamedPerson, ...]


@dataclass(frozen=True, slots=True)
class PlacesRead:
    """What came of looking places up.

    known: what is known of each, in the order in which they were asked for
    remembered: what is to be remembered of whom; nobody of whom that was known before
    """

    known: tuple[PlaceKnowledge, ...]
    remembered: Mapping[PersonId, Remembered]


def read_places(
    connection: Connection,
    wanted: Sequence[PlaceWanted],
    as_of: datetime,
    doubtful: Collection[int] | None = None,
) -> PlacesRead:
    """What is known of each of these places. One is looked up once for somebody, whoever may live there.

    doubtful: what ``doubtful_tokens`` gave; None where nobody asked, and then nothing but what was opened
        before is spared
    """
    kept = _kept(connection, [each.person_id for each in wanted])
    places = list(dict.fromkeys((each.person_id, each.address) for each in wanted))
    sought = [_sought(connection, *place, kept) for place in places]
    found = places_like_each(connection, sought, doubtful)
    registers = read_register(connection, [address for _, address in places])
    there = {
        place: with_others(register, others, as_of)
        for place, register, others in zip(places, registers, found, strict=True)
    }
    known = (
        with_people(connection, there[each.person_id, each.address], each.people, each.person_id, as_of)
        for each in wanted
    )
    return PlacesRead(tuple(known), _to_remember(places, sought, found, kept))


def keep_places(connection: Connection, remembered: Mapping[PersonId, Remembered]) -> None:
    """Remembers that of these people, and nothing else of them."""
    if remembered:
        connection.execute(_FORGET, {"people": list(remembered)})
        connection.execute(
            _KEEP,
            [
                {"person_id": each, "body": sealed_value(connection, KeptPlaces.of(known), *belongs(each))}
                for each, known in remembered.items()
            ],
        )


def belongs(person_id: str) -> tuple[str, ...]:
    """Where what is remembered of a person's places belongs."""
    return _APART.name, person_id


def _kept(connection: Connection, people: Sequence[PersonId]) -> Mapping[str, Remembered]:
    if not people:
        return {}
    rows = connection.execute(_SELECT, {"people": list(dict.fromkeys(people))}).all()
    opened = {
        row.person_id: opened_value(connection, row.body, KeptPlaces, *belongs(row.person_id)) for row in rows
    }
    return {person_id: kept.remembered() for person_id, kept in opened.items() if kept is not None}


def _sought(
    connection: Connection, person_id: PersonId, address: Address, kept: Mapping[str, Remembered]
) -> Sought:
    remembered = kept.get(person_id, NOTHING_KNOWN)
    return Sought(address, person_id, Marks.for_address(vault_of(connection), person_id, address, remembered))


def _to_remember(
    places: Sequence[tuple[PersonId, Address]],
    sought: Sequence[Sought],
    found: Sequence[PlacesFound],
    kept: Mapping[str, Remembered],
) -> dict[PersonId, Remembered]:
    now: defaultdict[PersonId, dict[bytes, Known]] = defaultdict(dict)
    for (person_id, _), asked, each in zip(places, sought, found, strict=True):
        if asked.marks is not None:
            now[person_id][asked.marks.address] = each.known
    return {
        person_id: known for person_id, known in now.items() if known != kept.get(person_id, NOTHING_KNOWN)
    }
