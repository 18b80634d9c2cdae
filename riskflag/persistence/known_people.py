"""What other people's records say of somebody: whether one protects them, or tells of harm done to them, or
whether they have a record of their own here.

It is said that somebody is spoken of and how sure that is, never in whose records: that another case exists
is for the officers of both to talk about.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy import Connection

from riskflag.dossier import LONDON, PlaceKnowledge
from riskflag.enquiry import Enquiry
from riskflag.errors import StoreUnavailable
from riskflag.matching.person import compare_people, is_same_person
from riskflag.persistence.name_index import held_as, named_with, named_without_date
from riskflag.persistence.named_people import KINDS_THAT_NAME_PEOPLE, spoken_of
from riskflag.persistence.people import read_person
from riskflag.persistence.shelves import KIND_NAMES, record_in, rows_of
from riskflag.records import Contact, KnownAs, KnownElsewhere, NamedPerson, Person, Record
from riskflag.vocabulary import PersonBand, PersonId, SourceRecordId, SourceSystem

MOST_LOOKED_AT = 100
"""In how many people's records somebody is looked for. Where more may speak of them, that is told."""
_KINDS = frozenset(KIND_NAMES[kind] for kind in KINDS_THAT_NAME_PEOPLE)


@dataclass(frozen=True, slots=True)
class _LookedUp:
    """What came of looking.

    people: what is said of whom, once of each
    unreadable: how many records may speak of one of them and cannot be read
    """

    people: tuple[KnownElsewhere, ...] = ()
    unreadable: int = 0


def living_there(enquiry: Enquiry | None, held: Iterable[Record]) -> tuple[NamedPerson, ...]:
    """Whoever the enquiry says to live there, and the person's contacts whose home is on record: it may be
    there."""
    if enquiry is None:
        return ()
    contacts = (record.who for record in held if isinstance(record, Contact) and record.lives_at)
    return (*(occupant.who for occupant in enquiry.occupants), *contacts)


def with_people(
    connection: Connection,
    place: PlaceKnowledge,
    people: Iterable[NamedPerson],
    excluding: PersonId,
    as_of: datetime,
) -> PlaceKnowledge:
    """What is known of a place, with what the records of everybody but ``excluding`` say of these people. Of
    one whose date of birth is unknown, only what is said of somebody of that name and of no date either."""
    found = _look_up(connection, people, excluding, as_of.astimezone(LONDON).date())
    unreadable = place.coverage.unreadable + found.unreadable
    return replace(place, people=found.people, coverage=replace(place.coverage, unreadable=unreadable))


def _look_up(
    connection: Connection, people: Iterable[NamedPerson], excluding: PersonId, today: date
) -> _LookedUp:
    known: dict[tuple[NamedPerson, KnownAs], KnownElsewhere] = {}
    unreadable = 0
    for who in dict.fromkeys(people):
        for described, known_as in _candidates(connection, who, excluding):
            if described is None:
                unreadable += 1
                continue
            match = compare_people(who, described)
            sure = match.band is PersonBand.SAME_PERSON
            before = known.get((who, known_as))
            if match.band is not PersonBand.DIFFERENT and (before is None or (sure and not before.sure)):
                known[who, known_as] = _told(who, known_as, sure, match.because, today)
    return _LookedUp(tuple(known.values()), unreadable)


def _candidates(
    connection: Connection, who: NamedPerson, excluding: PersonId
) -> Iterator[tuple[NamedPerson | None, KnownAs]]:
    """Those who may be they, as others' records describe them; None for what cannot be read."""
    held = [each for each in held_as(connection, who) if each != excluding]
    by_date = set(named_with(connection, who))
    naming = sorted(by_date.union(named_without_date(connection, who)) - {excluding})
    for person_id in held[:MOST_LOOKED_AT]:
        yield _described(connection, person_id), KnownAs.SUPERVISED
    for person_id in naming[:MOST_LOOKED_AT]:
        yield from _spoken_of(connection, person_id, by_date=person_id in by_date)
    if max(len(held), len(naming)) > MOST_LOOKED_AT:
        yield None, KnownAs.PROTECTED


def _spoken_of(
    connection: Connection, person_id: PersonId, *, by_date: bool
) -> Iterator[tuple[NamedPerson | None, KnownAs]]:
    """Of whom somebody's records speak. Whom one names without a date of birth, and another surely with it,
    has that date.

    by_date: whether those named with a date of birth count, or only those without
    """
    spoken: list[tuple[NamedPerson, KnownAs]] = []
    for row in rows_of(connection, person_id):
        if row.kind in _KINDS:
            record = record_in(connection, row)
            if record is None:
                yield None, KnownAs.PROTECTED
            else:
                spoken += spoken_of(record)
    dated = [named for named, _ in spoken if named.date_of_birth is not None]
    for named, known_as in spoken:
        has_date = named.date_of_birth is not None or any(is_same_person(named, each) for each in dated)
        if by_date or not has_date:
            yield named, known_as


def _described(connection: Connection, person_id: PersonId) -> NamedPerson | None:
    try:
        person = read_person(connection, person_id)
    except StoreUnavailable:  # they are damaged: where the database fails, another error says so
        return None
    return _as_named(person) if person is not None else None


def _as_named(person: Person) -> NamedPerson:
    return NamedPerson(
        name=person.name,
        date_of_birth=person.date_of_birth,
        aliases=person.aliases,
        former_names=person.former_names,
    )


def _told(who: NamedPerson, known_as: KnownAs, sure: bool, because: str, today: date) -> KnownElsewhere:
    return KnownElsewhere(
        source_system=SourceSystem.RISKFLAG,
        source_id=SourceRecordId(f"other-cases-{known_as.value}"),
        recorded_on=today,
        who=who,
        known_as=known_as,
        sure=sure,
        because=because,
    )
