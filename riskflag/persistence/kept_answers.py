"""An answer, written with everything that stands or falls with it.

Writers come one after the other, so an answer is sealed before its turn: nobody waits for that.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from riskflag.persistence import asked_places, outbox
from riskflag.persistence.assessments import StoredAssessment, assessment_row, insert_assessment_row
from riskflag.persistence.audit import Action, AuditEntry, add_entry
from riskflag.persistence.held_digests import record_answer
from riskflag.persistence.repeating import Once, earlier_outcome, remember
from riskflag.persistence.summaries import insert_summary_row, summary_row
from riskflag.persistence.vault import Vault
from riskflag.probing.asked import Pace
from riskflag.vocabulary import AssessmentId


@dataclass(frozen=True, slots=True)
class SealedAnswer:
    """An answer that is ready to be written.

    stored: the answer
    assessment, summary: its rows
    """

    stored: StoredAssessment
    assessment: Mapping[str, object]
    summary: Mapping[str, object]


def sealed_answer(vault: Vault, stored: StoredAssessment) -> SealedAnswer:
    """The answer, sealed. Raises Misfit for text that is not Unicode."""
    return SealedAnswer(stored, assessment_row(vault, stored), summary_row(vault, stored))


def insert_answer(connection: Connection, sealed: SealedAnswer) -> None:
    """Writes the answer and what lists say of it."""
    insert_assessment_row(connection, sealed.assessment)
    insert_summary_row(connection, sealed.summary)


def keep_answer(
    connection: Connection, sealed: SealedAnswer, entry: AuditEntry, once: Once | None
) -> AssessmentId | None:
    """Writes the answer to an enquiry. Gives its name, or that of the answer that the same request got
    before; None where a second person must agree first, and then it is not written. Raises Conflict where the
    key of the request was used for another."""
    stored = sealed.stored
    before = earlier_outcome(connection, once, stored.asked_at) if once else None
    if before is not None:
        return AssessmentId(before)
    asking = asked_places.asked_in(connection, stored)
    if asking and asked_places.judged(connection, asking).pace is not Pace.ALLOW:
        refused = replace(entry, action=Action.SECOND_PERSON_NEEDED, assessment_id=None, detail="")
        add_entry(connection, refused)
        return None
    insert_answer(connection, sealed)
    if asking:
        asked_places.note(connection, asking, stored.id)
    if once:
        remember(connection, once, stored.id, stored.asked_at)
    outbox.put_assessed(connection, stored.person_id, stored.id, stored.asked_at)
    record_answer(connection, stored.id, entry)
    return stored.id
