"""All that is held of one person, read at once for an answer to their own request to see it."""

from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Connection, bindparam, func, select

from riskflag.persistence import people, records, tables
from riskflag.persistence.audit import AuditEntry, add_entry
from riskflag.persistence.codec import text_to_moment
from riskflag.records import Person, PersonNumbers, Record
from riskflag.vocabulary import PersonId, Role

_OF_PERSON = "of_person"
_ENTRIES = (
    select(tables.audit_entry.c.at, tables.audit_entry.c.role, tables.audit_entry.c.action)
    .where(tables.audit_entry.c.person_id == bindparam(_OF_PERSON))
    .order_by(tables.audit_entry.c.sequence)
)
_ANSWERS = (
    select(func.count())
    .select_from(tables.assessment)
    .where(tables.assessment.c.person_id == bindparam(_OF_PERSON))
)
_DECISIONS = (
    select(func.count())
    .select_from(tables.decision)
    .join(tables.assessment, tables.decision.c.assessment_id == tables.assessment.c.id)
    .where(tables.assessment.c.person_id == bindparam(_OF_PERSON))
)
_SCREENED = (
    select(func.count())
    .select_from(tables.screened)
    .where(tables.screened.c.person_id == bindparam(_OF_PERSON))
)


@dataclass(frozen=True, slots=True)
class Look:
    """One thing that was done about the person. Not by whom: that is somebody else's name.

    at: when
    role: in what role
    action: what
    """

    at: datetime
    role: Role
    action: str


@dataclass(frozen=True, slots=True)
class OwnData:
    """All that is held of one person.

    person: who it is
    records: every record that can be read, the protected ones among them
    unreadable: how many more there are, in all sources
    answers: how many answers were given about the person
    looks: everything in the audit about the person, oldest first
    decisions: how many decisions on those answers officers recorded
    screened: how many results of screening them are kept: the last, or none
    """

    person: Person
    records: tuple[Record, ...]
    unreadable: int
    answers: int
    looks: tuple[Look, ...]
    decisions: int = 0
    screened: int = 0


def find_own_data(connection: Connection, numbers: PersonNumbers, entry: AuditEntry) -> OwnData | None:
    """What is held of whoever has these numbers; None for nobody. Either way recorded. Raises Conflict."""
    person_id = people.find_person(connection, numbers)
    detail = "" if person_id else "not_found"
    add_entry(connection, replace(entry, person_id=person_id, detail=detail))
    return read_own_data(connection, person_id) if person_id else None


def read_own_data(connection: Connection, person_id: PersonId) -> OwnData | None:
    """What is held of this person; None for nobody. Raises StoreUnavailable where it cannot be read."""
    person = people.read_person(connection, person_id)
    if person is None:
        return None
    held, coverage = records.read_records(connection, person_id)
    of_person = {_OF_PERSON: person_id}
    return OwnData(
        person=person,
        records=held,
        unreadable=sum(told.unreadable for told in coverage.values()),
        answers=connection.execute(_ANSWERS, of_person).scalar_one(),
        looks=tuple(
            Look(text_to_moment(row.at), Role(row.role), row.action)
            for row in connection.execute(_ENTRIES, of_person)
        ),
        decisions=connection.execute(_DECISIONS, of_person).scalar_one(),
        screened=connection.execute(_SCREENED, of_person).scalar_one(),
    )
