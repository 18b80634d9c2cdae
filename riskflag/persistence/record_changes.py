"""What changes records: each in the transaction of whoever calls, with the entry that vouches for it.

Whoever must be looked at again because of it is put into the queue with it.
"""

from collections.abc import Sequence

from sqlalchemy import Connection

from riskflag.dossier import SourceCoverage
from riskflag.persistence import additions, people, place_register, records
from riskflag.persistence.additions import Addition
from riskflag.persistence.affected import held_of, put_affected, put_affected_by_register
from riskflag.persistence.audit import AuditEntry
from riskflag.persistence.held_digests import record_person, record_register, recorded_addition
from riskflag.persistence.records import Coverage
from riskflag.records import Person, PersonNumbers, PlaceIncident, Record
from riskflag.rescreening import Held
from riskflag.vocabulary import PersonId


def put_person(
    connection: Connection, person: Person, held: Sequence[Record], coverage: Coverage, entry: AuditEntry
) -> PersonId:
    """Stores somebody with all their records, or replaces those of somebody held. Raises Conflict."""
    before = held_of(connection, people.find_person(connection, PersonNumbers.of(person)))
    person_id = people.put_person(connection, person)
    records.replace_records(connection, person_id, held, coverage)
    put_affected(connection, person_id, before, Held(person, held, coverage), entry.at)
    record_person(connection, person_id, entry)
    return person_id


def put_records(
    connection: Connection,
    person_id: PersonId,
    person: Person,
    held: Sequence[Record],
    coverage: Coverage,
    entry: AuditEntry,
) -> bool:
    """Replaces all that is held of this person. False for nobody. Raises Conflict."""
    before = held_of(connection, person_id)
    if not people.update_person(connection, person_id, person):
        return False
    records.replace_records(connection, person_id, held, coverage)
    put_affected(connection, person_id, before, Held(person, held, coverage), entry.at)
    record_person(connection, person_id, entry)
    return True


def add_records(connection: Connection, person_id: PersonId, addition: Addition, entry: AuditEntry) -> bool:
    """Adds records to those of this person. False for nobody. Raises BadInput for another's records."""
    before = held_of(connection, person_id)
    if before is None:
        return False
    addition.refuse_unless_about(before.person)
    with recorded_addition(connection, person_id, entry):
        additions.add_records(connection, person_id, addition)
    after = Held(before.person, *records.read_records(connection, person_id))
    put_affected(connection, person_id, before, after, entry.at)
    return True


def put_place_register(
    connection: Connection, incidents: Sequence[PlaceIncident], coverage: SourceCoverage, entry: AuditEntry
) -> None:
    """Replaces the whole place register."""
    before = place_register.every_incident(connection)
    place_register.replace_register(connection, incidents, coverage)
    put_affected_by_register(connection, before, incidents, entry.at)
    record_register(connection, entry)
