"""Who did what, when, why and about whom. Entries are added and never changed; they name only the actor."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import Connection, insert, select

from riskflag.enquiry import Purpose
from riskflag.persistence import tables
from riskflag.persistence.audit_check import Checked, Head, check
from riskflag.persistence.chain import BEGINNING, code_of
from riskflag.persistence.codec import utc_text
from riskflag.persistence.sqlite import any_text_readable
from riskflag.persistence.vault import vault_of
from riskflag.vocabulary import AssessmentId, PersonId, Role


class Action(StrEnum):
    """What was done."""

    PERSON_STORED = "person_stored"
    RECORDS_REPLACED = "records_replaced"
    PAYLOAD_IMPORTED = "payload_imported"
    PERSON_SOUGHT = "person_sought"
    PERSON_READ = "person_read"
    PLACE_REGISTER_REPLACED = "place_register_replaced"
    ADDRESS_ASSESSED = "address_assessed"
    REFERRAL_ASSESSED = "referral_assessed"
    CASE_CHECKED = "case_checked"
    ASSESSMENT_READ = "assessment_read"
    SERVED_INPUTS_READ = "served_inputs_read"
    ACCESS_REFUSED = "access_refused"
    SEARCH_REFUSED = "search_refused"
    ASKED_TOO_OFTEN = "asked_too_often"
    SEALED_ANEW = "sealed_anew"
    BACKED_UP = "backed_up"
    RESTORED = "restored"
    OWN_DATA_EXPORTED = "own_data_exported"
    SECOND_PERSON_NEEDED = "second_person_needed"
    FURTHER_PLACES_AGREED = "further_places_agreed"
    ALERTS_READ = "alerts_read"
    AUDIT_READ = "audit_read"
    AUDIT_CHECKED = "audit_checked"
    FEWER_PLACES_ACCEPTED = "fewer_places_accepted"
    PLACES_INDEXED = "places_indexed"
    PREMISES_LISTED = "premises_listed"
    PREMISES_REMOVED = "premises_removed"
    PREMISES_READ = "premises_read"
    SIGNED_IN = "signed_in"
    SIGNED_OUT = "signed_out"
    SESSIONS_ENDED = "sessions_ended"
    DECISION_RECORDED = "decision_recorded"
    DECISIONS_READ = "decisions_read"
    CASELOAD_READ = "caseload_read"
    ENQUIRIES_LISTED = "enquiries_listed"
    DECISIONS_EXPORTED = "decisions_exported"
    SCREENING_BEGUN = "screening_begun"
    SCREENING_ENDED = "screening_ended"


@dataclass(frozen=True, slots=True)
class Actor:
    """Who is asking.

    name: the account that signed in
    role: in what role
    """

    name: str
    role: Role


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One thing done.

    at: when, with its offset from UTC
    actor: by whom
    action: what
    person_id: about whom; None where nobody stored is meant
    assessment_id: about which answer
    purpose: why, where a purpose was stated
    told: what kind of body was told something of it; None where nobody else was
    detail: codes that say more ("found", "flags_raised"); never words from a record
    """

    at: datetime
    actor: Actor
    action: Action
    person_id: PersonId | None = None
    assessment_id: AssessmentId | None = None
    purpose: Purpose | None = None
    told: str | None = None
    detail: str = ""


_TABLE = tables.audit_entry
_INSERT = insert(_TABLE)
BATCH = 500
"""How many entries are read at a time."""

_ALL = select(_TABLE).order_by(_TABLE.c.sequence).execution_options(yield_per=BATCH)
_LAST = select(_TABLE.c.sequence, _TABLE.c.mac).order_by(_TABLE.c.sequence.desc()).limit(1)


def add_entry(connection: Connection, entry: AuditEntry) -> None:
    """Writes the entry, next in the chain, in the transaction of what it is about. Writers take turns."""
    add_entries(connection, (entry,))


def add_entries(connection: Connection, added: Iterable[AuditEntry]) -> None:
    """The same for several, one after another."""
    last = connection.execute(_LAST).one_or_none()
    sequence, mac = (last.sequence, last.mac) if last else (0, BEGINNING)
    key = vault_of(connection).audit_key
    rows = []
    for number, entry in enumerate(added, sequence + 1):
        row = _row(number, entry)
        mac = code_of(row, mac, key)
        rows.append({**row, "mac": mac})
    if rows:
        connection.execute(_INSERT, rows)


def _row(sequence: int, entry: AuditEntry) -> dict[str, object]:
    return {
        "sequence": sequence,
        "at": utc_text(entry.at),
        "actor": entry.actor.name,
        "role": entry.actor.role.value,
        "action": entry.action.value,
        "person_id": entry.person_id,
        "assessment_id": entry.assessment_id,
        "purpose": entry.purpose.value if entry.purpose else None,
        "told": entry.told,
        "detail": entry.detail,
    }


def entries(connection: Connection) -> Iterator[Mapping[str, object]]:
    """Every entry as it stands there, in the order of their numbers, some at a time."""
    with any_text_readable(connection), connection.execute(_ALL) as found:
        yield from (dict(row) for row in found.mappings())


def check_entries(connection: Connection, head: Head | None) -> Checked:
    """Whether the chain that they make holds, and goes through the head where one is given."""
    return check(entries(connection), vault_of(connection).audit_key, head)
