"""Looking for somebody, by whoever may see them: each search is recorded, without what was sought.

To whoever may not see somebody they do not exist. It is recorded that they were come upon, and why they were
not found.
"""

from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import Connection

from riskflag.access import Access
from riskflag.errors import Conflict, StoreUnavailable
from riskflag.matching.person import compare_people
from riskflag.persistence import people
from riskflag.persistence.access import MaySee, read_access, refusal
from riskflag.persistence.audit import Action, AuditEntry, add_entries, add_entry
from riskflag.persistence.name_index import candidates
from riskflag.records import NamedPerson, Person, PersonNumbers
from riskflag.vocabulary import PersonBand, PersonId

FOUND, NOT_FOUND = "found by_name", "not_found by_name"


@dataclass(frozen=True, slots=True)
class SoughtByName:
    """A name with a date of birth: neither alone looks for anybody."""

    name: str
    date_of_birth: date


@dataclass(frozen=True, slots=True)
class FoundByName:
    """Somebody who may be meant.

    person_id, person: who it is
    agrees: whether the name and the date of birth agree; if not, another identifier must confirm who this is
    because: what agreed or differed, never the name or the date
    """

    person_id: PersonId
    person: Person
    agrees: bool
    because: str


def search_by_numbers(
    connection: Connection, numbers: PersonNumbers, entry: AuditEntry, may_see: MaySee
) -> PersonId | Conflict | None:
    """Who has these numbers; None for nobody, and why where they are not one person's."""
    try:
        person_id = people.find_person(
            connection, numbers, lambda each: _seen(connection, each, entry, may_see)
        )
    except Conflict as conflict:
        add_entry(connection, replace(entry, detail="conflict"))
        return conflict
    add_entry(connection, replace(entry, person_id=person_id, detail="found" if person_id else "not_found"))
    return person_id


def search_by_name(
    connection: Connection, sought: SoughtByName, entry: AuditEntry, may_see: MaySee
) -> tuple[FoundByName, ...]:
    """Everybody who may be meant, those who agree first; recorded for each, or once where there is nobody.

    Raises StoreUnavailable where somebody who may be meant cannot be read.
    """
    come_upon = candidates(connection, sought.name, sought.date_of_birth)
    if not come_upon:
        _seen(connection, people.NOBODY, entry, may_see)  # the same work whether anybody is held or not
    seen = [each for each in come_upon if _seen(connection, each, entry, may_see)]
    compared = [each for one in seen if (each := _compared(connection, one, sought))]
    found = tuple(sorted(compared, key=lambda each: (not each.agrees, each.person.name, each.person_id)))
    told = [replace(entry, person_id=each.person_id, detail=FOUND) for each in found]
    add_entries(connection, told or [replace(entry, detail=NOT_FOUND)])
    return found


def _compared(connection: Connection, person_id: PersonId, sought: SoughtByName) -> FoundByName | None:
    """None for somebody who shares no more than a part of the name with whoever is sought."""
    person = people.read_person(connection, person_id)
    if person is None:
        raise StoreUnavailable("a person who is held cannot be read")
    held = NamedPerson(
        person.name,
        date_of_birth=person.date_of_birth,
        aliases=person.aliases,
        former_names=person.former_names,
    )
    match = compare_people(NamedPerson(sought.name, date_of_birth=sought.date_of_birth), held)
    if match.band is PersonBand.DIFFERENT:
        return None
    return FoundByName(person_id, person, match.band is PersonBand.SAME_PERSON, match.because)


def _seen(connection: Connection, person_id: PersonId, entry: AuditEntry, may_see: MaySee) -> bool:
    decided = may_see(read_access(connection, person_id))
    if decided is not Access.ALLOWED and person_id != people.NOBODY:
        add_entry(connection, refusal(entry, person_id, decided, Action.SEARCH_REFUSED))
    return decided is Access.ALLOWED
