"""Answers, kept as given: the whole answer, and the one worked out without anything protected."""

from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Connection, bindparam, insert, select

from riskflag.assessment import Assessment
from riskflag.enquiry import AddressEnquiry, Enquiry, ReferralEnquiry
from riskflag.errors import StoreUnavailable
from riskflag.persistence import tables
from riskflag.persistence.codec import decode, encode, moment_to_text, text_to_moment
from riskflag.vocabulary import AssessmentId, PersonId, Role

_TABLE = tables.assessment
_INSERT = insert(_TABLE)
_SELECT = select(_TABLE).where(_TABLE.c.id == bindparam("wanted"))


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
    full = stored.full
    connection.execute(
        _INSERT,
        {
            "id": stored.id,
            "person_id": stored.person_id,
            "as_of": moment_to_text(full.as_of),
            "valid_until": moment_to_text(full.valid_until),
            "verdict": full.verdict.value,
            "complete": full.complete,
            "rulebook": full.rulebook,
            "enquiry": encode(stored.enquiry),
            "full_body": encode(full),
            "open_body": encode(stored.open),
            "asked_by": stored.asked_by,
            "asked_role": stored.asked_role.value,
            "purpose": stored.enquiry.purpose.value,
            "asked_at": moment_to_text(stored.asked_at),
        },
    )


def read_assessment(connection: Connection, assessment_id: AssessmentId) -> StoredAssessment | None:
    """The answer as given; None for no such answer.

    Raises StoreUnavailable when it cannot be read, or when its parts disagree about what was answered.
    """
    row = connection.execute(_SELECT, {"wanted": assessment_id}).one_or_none()
    if row is None:
        return None
    enquiry = _enquiry(row.enquiry)
    full, known = decode(row.full_body, Assessment), decode(row.open_body, Assessment)
    if enquiry is None or full is None or known is None:
        raise StoreUnavailable("a stored assessment cannot be read")
    if (full.verdict.value, full.complete, full.rulebook) != (row.verdict, row.complete, row.rulebook):
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


def _enquiry(text: str) -> Enquiry | None:
    """The enquiry of either kind: each has fields that the other refuses, so its text says which it is."""
    return decode(text, AddressEnquiry) or decode(text, ReferralEnquiry)


def _moments(assessment: Assessment) -> tuple[datetime, ...]:
    return assessment.as_of, assessment.valid_until, *assessment.watermarks.values()
