"""What is held about who may see somebody: one small read, before anything else of them is read."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from sqlalchemy import Connection

from riskflag.access import Access, AccessRecords
from riskflag.dossier import NEVER_ASKED
from riskflag.persistence.audit import Action, AuditEntry
from riskflag.persistence.records import Coverage, read_records, read_records_of_each
from riskflag.records import AccessLimitation, CaseloadLink, Record
from riskflag.vocabulary import PersonId, Source

MaySee = Callable[[AccessRecords], Access]
"""Whether somebody may be seen, by what is held about that."""


def everybody_may_be_seen(_: AccessRecords) -> Access:
    """For whoever sends records, and reads none."""
    return Access.ALLOWED


def refusal(
    entry: AuditEntry, person_id: PersonId, reason: Access, action: Action = Action.ACCESS_REFUSED
) -> AuditEntry:
    """What is recorded of ``entry`` where its actor may not see the person."""
    return replace(entry, action=action, person_id=person_id, detail=reason.value)


def read_access(connection: Connection, person_id: PersonId) -> AccessRecords:
    """The limits and the caseload links of this person, and what was asked of them. Of somebody who is not
    held nothing was asked, so that they cost the same work and are denied in the same way."""
    return _access_records(*read_records(connection, person_id, Source.ACCESS_LIMITS))


def read_access_of_each(
    connection: Connection, people: Iterable[PersonId]
) -> Mapping[PersonId, AccessRecords]:
    """The same for each of these people."""
    held = read_records_of_each(connection, people, Source.ACCESS_LIMITS)
    return {person_id: _access_records(*theirs) for person_id, theirs in held.items()}


def _access_records(held: Iterable[Record], coverage: Coverage) -> AccessRecords:
    held = tuple(held)
    return AccessRecords(
        limitations=tuple(each for each in held if isinstance(each, AccessLimitation)),
        links=tuple(each for each in held if isinstance(each, CaseloadLink)),
        coverage=coverage.get(Source.ACCESS_LIMITS, NEVER_ASKED),
    )
