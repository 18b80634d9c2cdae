"""What others are to be told, written together with what it tells of. Whoever sends it reads it from here."""

from datetime import datetime
from uuid import uuid4

from sqlalchemy import Connection, insert

from riskflag.persistence import tables
from riskflag.persistence.codec import utc_text
from riskflag.vocabulary import AssessmentId, PersonId

ASSESSED = "assessed"

_INSERT = insert(tables.outbox)


def put_assessed(
    connection: Connection, person_id: PersonId | None, assessment_id: AssessmentId, at: datetime
) -> None:
    """Writes that an enquiry was answered: who and which answer, and nothing of what it says."""
    connection.execute(
        _INSERT,
        {
            "id": uuid4().hex,
            "put_at": utc_text(at),
            "kind": ASSESSED,
            "person_id": person_id,
            "assessment_id": assessment_id,
            "attempts": 0,
        },
    )
