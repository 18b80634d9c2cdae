"""What the use cases of decisions read and write, each in one transaction together with its audit entry.

Every method raises StoreUnavailable when the database fails, and then nothing of it has happened.
"""

from dataclasses import replace

from sqlalchemy import Connection

from riskflag.decisions import (
    Decision,
    DecisionId,
    OnProposal,
    ProposalDecision,
    refuse_unless_all_decided,
    refuse_unless_of,
    sorted_out,
)
from riskflag.persistence import outbox
from riskflag.persistence.assessments import StoredAssessment, read_assessment
from riskflag.persistence.audit import AuditEntry, add_entry
from riskflag.persistence.decisions import insert_decision, read_decisions
from riskflag.persistence.engine import Database
from riskflag.persistence.enquiries import asked_about
from riskflag.persistence.repeating import Once, earlier_outcome, remember
from riskflag.proposals import may_be_one
from riskflag.vocabulary import AssessmentId


class DecisionStore:
    """What was decided on answers, held durably."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, decision: Decision, entry: AuditEntry, once: Once | None = None) -> DecisionId | None:
        """Stores the decision. Gives its name, or that of the one that the same request made before; None
        where there is no such answer about somebody held.

        Raises BadInput for what the answer does not hold and for an approval that something stands in the
        way of, and Conflict where the key of the request was used for another.
        """

        def work(connection: Connection) -> DecisionId | None:
            before = earlier_outcome(connection, once, decision.decided_at) if once else None
            if before is not None:
                return DecisionId(before)
            stored = read_assessment(connection, decision.assessment_id)
            if stored is None or stored.person_id != decision.person_id:
                return None
            refuse_unless_of(decision.point, stored.full)
            _refuse_early_approval(connection, stored, decision)
            insert_decision(connection, decision)
            if once:
                remember(connection, once, decision.id, decision.decided_at)
            outbox.put_decided(connection, decision.person_id, stored.id, decision.decided_at)
            add_entry(connection, replace(entry, person_id=decision.person_id, detail=decision.word))
            return decision.id

        return self._database.write(work)

    def read(
        self, assessment_id: AssessmentId, entry: AuditEntry
    ) -> tuple[StoredAssessment, tuple[Decision, ...]] | None:
        """An answer as given, with every decision on it in the order in which they were made; None for no
        such answer. That somebody read it is recorded."""

        def work(connection: Connection) -> tuple[StoredAssessment, tuple[Decision, ...]] | None:
            stored = read_assessment(connection, assessment_id)
            if stored is None:
                return None
            add_entry(connection, replace(entry, person_id=stored.person_id))
            return stored, read_decisions(connection, assessment_id)

        return self._database.write(work)


def _refuse_early_approval(connection: Connection, stored: StoredAssessment, decision: Decision) -> None:
    point = decision.point
    if not isinstance(point, OnProposal) or point.proposal_decision is not ProposalDecision.APPROVED:
        return
    later = asked_about(connection, decision.person_id, stored.asked_at)
    refuse_unless_all_decided(
        stored.full,
        stored.enquiry,
        sorted_out(read_decisions(connection, stored.id)),
        decision.decided_at,
        # What was asked later and cannot be read may be about this place.
        newest=not any(each.enquiry is None or may_be_one(stored.enquiry, each.enquiry) for each in later),
    )
