"""What others are to be told, written together with what it tells of. Whoever sends it reads it from here."""

from datetime import datetime
from uuid import uuid4

from sqlalchemy import Connection, insert

from riskflag.persistence import tables
from riskflag.persistence.codec import utc_text
from riskflag.vocabulary import AssessmentId, PersonId

ASSESSED = "assessed"
DECIDED = "decided"
SCREENED = "screened"

_INSERT = insert(tables.outbox)


def put_assessed(
    connection: Connection, person_id: PersonId | None, assessment_id: AssessmentId, at: datetime
) -> None:
    """Writes that an enquiry was answered: who and which answer, and nothing of what it says."""
    _put(connection, ASSESSED, person_id, assessment_id, at)


def put_decided(
    connection: Connection, person_id: PersonId, assessment_id: AssessmentId, at: datetime
) -> None:
    """Writes that something was decided on an answer, and nothing of what."""
    _put(connection, DECIDED, person_id, assessment_id, at)


def put_screened(
    connection: Connection, person_id: PersonId, assessment_id: AssessmentId, at: datetime
) -> None:
    """Writes that a screening found something an officer must know: who and which answer, and nothing of
    what it says."""
    _put(connection, SCREENED, person_id, assessment_id, at)


def _put(
    connection: Connection, kind: str, person_id: PersonId | None, assessment_id: AssessmentId, at: datetime
) -> None:
    connection.execute(
        _INSERT,
        {
            "id": uuid4().hex,
            "put_at": utc_text(at),
            "kind": kind,
            "person_id": person_id,
            "assessment_id": assessment_id,
            "attempts": 0,
        },
    )
