"""Answers, kept as given: the whole answer, and the one worked out without anything protected."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, bindparam, insert, select

from riskflag.assessment import Assessment
from riskflag.dossier import EarlierEnquiry
from riskflag.enquiry import AddressEnquiry, Enquiry, ReferralEnquiry
from riskflag.errors import StoreUnavailable
from riskflag.persistence import tables
from riskflag.persistence.codec import Misfit, decode, encode, moment_to_text, text_to_moment, utc_text
from riskflag.persistence.vault import Vault, opened_value, vault_of
from riskflag.standing.kept import OWN_ACCOUNT
from riskflag.vocabulary import AssessmentId, PersonId, Role, Severity

_TABLE = tables.assessment
_INSERT = insert(_TABLE)
_SELECT = select(_TABLE).where(_TABLE.c.id == bindparam("wanted"))
_WHOSE = select(_TABLE.c.person_id, _TABLE.c.asked_by, _TABLE.c.asked_role).where(
    _TABLE.c.id == bindparam("wanted")
)
_SELECT_EARLIER = select(
    _TABLE.c.id,
    _TABLE.c.enquiry,
    _TABLE.c.asked_at,
    _TABLE.c.asked_role,
    _TABLE.c.stopped,
    _TABLE.c.stop_shown,
).where(
    _TABLE.c.person_id == bindparam("of_person"),
    _TABLE.c.asked_at >= bindparam("since"),
    _TABLE.c.asked_by != OWN_ACCOUNT,
)


@dataclass(frozen=True, slots=True)
class StoredAssessment:
    """One answer as it was given.

    id: opaque
    person_id: about whom; None for a case that was checked without being stored
    enquiry: what was asked
    full: the whole answer
    open: the answer worked out only from what the person may know; the only one that resettlement staff's
        view may be made from
    asked_by, asked_role: who asked
    asked_at: when
    """

    id: AssessmentId
    person_id: PersonId | None
    enquiry: Enquiry
    full: Assessment
    open: Assessment
    asked_by: str
    asked_role: Role
    asked_at: datetime

    def at(self, moment: datetime) -> "StoredAssessment":
        """Both answers as they may be shown at ``moment``: incomplete once they have expired."""
        return replace(self, full=self.full.at(moment), open=self.open.at(moment))


def insert_assessment(connection: Connection, stored: StoredAssessment) -> None:
    """Writes the answer."""
    insert_assessment_row(connection, assessment_row(vault_of(connection), stored))


def insert_assessment_row(connection: Connection, row: Mapping[str, object]) -> None:
    """Writes an answer whose row was made before."""
    connection.execute(_INSERT, row)


def assessment_row(vault: Vault, stored: StoredAssessment) -> Mapping[str, object]:
    """The answer as it is held, sealed. Raises Misfit for text that is not Unicode."""
    full = stored.full
    bodies = {"enquiry": stored.enquiry, "full_body": full, "open_body": stored.open}
    return {
        "id": stored.id,
        "person_id": stored.person_id,
        "as_of": moment_to_text(full.as_of),
        "valid_until": moment_to_text(full.valid_until),
        "verdict": full.verdict.value,
        "complete": full.complete,
        "rulebook": full.rulebook,
        "stopped": _stops(full),
        "stop_shown": _stops(stored.open),
        **{name: vault.seal(encode(body), *belongs(name, stored.id)) for name, body in bodies.items()},
        "asked_by": stored.asked_by,
        "asked_role": stored.asked_role.value,
        "purpose": stored.enquiry.purpose.value,
        "asked_at": utc_text(stored.asked_at),
    }


def read_assessment(connection: Connection, assessment_id: AssessmentId) -> StoredAssessment | None:
    """The answer as given; None for no such answer.

    Raises StoreUnavailable when it cannot be read, or when its parts disagree about what was answered.
    """
    row = connection.execute(_SELECT, {"wanted": assessment_id}).one_or_none()
    if row is None:
        return None
    enquiry = read_enquiry(connection, row)
    full, known = (
        opened_value(connection, row._mapping[body], Assessment, *belongs(body, row.id))
        for body in ("full_body", "open_body")
    )
    if enquiry is None or full is None or known is None:
        raise StoreUnavailable("a stored assessment cannot be read")
    said = (full.verdict.value, full.complete, full.rulebook, _stops(full), _stops(known))
    if said != (row.verdict, row.complete, row.rulebook, row.stopped, row.stop_shown):
        raise StoreUnavailable("a stored assessment contradicts itself")
    if any(moment.utcoffset() is None for each in (full, known) for moment in _moments(each)):
        raise StoreUnavailable("a stored assessment holds a moment without its offset from UTC")
    return StoredAssessment(
        id=assessment_id,
        person_id=row.person_id,
        enquiry=enquiry,
        full=full,
        open=known,
        asked_by=row.asked_by,
        asked_role=Role(row.asked_role),
        asked_at=text_to_moment(row.asked_at),
    )


@dataclass(frozen=True, slots=True)
class WhoseAnswer:
    """Whose an answer is, before anything in it is read.

    person_id: about whom; None for a case that was checked without being stored
    asked_by, asked_role: who asked
    """

    person_id: PersonId | None
    asked_by: str
    asked_role: Role


def whose_answer(connection: Connection, assessment_id: AssessmentId) -> WhoseAnswer | None:
    """Whose the answer is; None for no such answer."""
    row = connection.execute(_WHOSE, {"wanted": assessment_id}).one_or_none()
    return WhoseAnswer(row.person_id, row.asked_by, Role(row.asked_role)) if row is not None else None


def read_asked_before(
    connection: Connection, person_id: PersonId, since: datetime
) -> tuple[EarlierEnquiry, ...] | None:
    """The places that somebody, and not the screening, asked about for this person from ``since`` on; None
    when one of them cannot be read."""
    rows = connection.execute(_SELECT_EARLIER, {"of_person": person_id, "since": utc_text(since)})
    try:
        return tuple(each for row in rows if (each := earlier(connection, row)) is not None)
    except (TypeError, ValueError):
        return None


def earlier(connection: Connection, row: Row[*tuple[Any, ...]]) -> EarlierEnquiry | None:
    """What was asked about; None where that was no place to live: a service that the person would attend is
    where it is, whoever lives near it. Raises ValueError when the row cannot be read."""
    enquiry = read_enquiry(connection, row)
    if enquiry is None:
        raise Misfit("an enquiry that cannot be read")
    only_attends = isinstance(enquiry, ReferralEnquiry) and not enquiry.gives_a_home
    if enquiry.where is None or only_attends:
        return None
    asked_at, asked_role = text_to_moment(row.asked_at), Role(row.asked_role)
    return EarlierEnquiry(enquiry.where, asked_at, asked_role, row.stopped, row.stop_shown)


def read_enquiry(connection: Connection, row: Row[*tuple[Any, ...]]) -> Enquiry | None:
    """The enquiry in a row of answers; None where it cannot be read. Each kind has fields that the other
    refuses, so its text says which it is."""
    text = vault_of(connection).open(row.enquiry, *belongs("enquiry", row.id))
    return decode(text, AddressEnquiry) or decode(text, ReferralEnquiry) if text is not None else None


def belongs(column: str, assessment_id: str) -> tuple[str, ...]:
    """Where a sealed column of an answer belongs."""
    return _TABLE.name, column, assessment_id


def _stops(assessment: Assessment) -> bool:
    return any(flag.severity is Severity.STOP for flag in assessment.flags)


def _moments(assessment: Assessment) -> tuple[datetime, ...]:
    return assessment.as_of, assessment.valid_until, *assessment.watermarks.values()
