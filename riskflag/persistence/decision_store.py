"""What the use cases of decisions read and write, each in one transaction together with its audit entry.

Every method raises StoreUnavailable when the database fails, and then nothing of it has happened.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from uuid import uuid4

from sqlalchemy import Connection

from riskflag.decisions import (
    Decision,
    DecisionId,
    OnProposal,
    OnStatement,
    ProposalDecision,
    SentDecision,
    point_of,
    refuse_unless_all_decided,
    refuse_where_expired,
    sorted_out,
)
from riskflag.persistence import outbox
from riskflag.persistence.assessments import StoredAssessment, read_assessment
from riskflag.persistence.audit import AuditEntry, add_entry
from riskflag.persistence.caseload_store import CaseloadStore
from riskflag.persistence.decision_labels import Labels, read_labels
from riskflag.persistence.decisions import insert_decision, read_decisions
from riskflag.persistence.engine import Database
from riskflag.persistence.enquiries import Asked, asked_about
from riskflag.persistence.held_digests import record_decision
from riskflag.persistence.repeating import Once, earlier_outcome, remember
from riskflag.proposals import may_be_one
from riskflag.records import PersonNumbers
from riskflag.vocabulary import AssessmentId


@dataclass(frozen=True, slots=True)
class DecidedAnswer:
    """An answer with what was decided on it.

    stored: the answer as it was given
    decisions: every decision on it, in the order in which they were made
    answered_again: whether the same was answered later for the person, without what was decided here
    """

    stored: StoredAssessment
    decisions: tuple[Decision, ...]
    answered_again: bool


class DecisionStore:
    """What was decided on answers, held durably.

    lists: what waits for a decision, and what was asked before
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self.lists = CaseloadStore(database)

    def add(
        self, assessment_id: AssessmentId, sent: SentDecision, entry: AuditEntry, once: Once | None = None
    ) -> Decision | None:
        """Stores a decision of whoever the entry names. Gives it, or the one that the same request made
        before; None where there is no such answer about somebody held.

        Raises BadInput for what the answer does not hold, and for an approval while something stands in its
        way; Conflict where the key of the request was used for another.
        """

        def work(connection: Connection) -> Decision | None:
            stored = read_assessment(connection, assessment_id)
            if stored is None or stored.person_id is None:
                return None
            before = earlier_outcome(connection, once, entry.at) if once else None
            if before is not None:
                earlier = read_decisions(connection, assessment_id)
                return next(decision for decision in earlier if decision.id == before)
            decision = Decision(
                id=DecisionId(uuid4().hex),
                assessment_id=assessment_id,
                person_id=stored.person_id,
                point=point_of(sent, stored.full),
                account=entry.actor.name,
                role=entry.actor.role,
                decided_at=entry.at,
            )
            _refuse_early_approval(connection, stored, decision)
            insert_decision(connection, decision)
            if once:
                remember(connection, once, decision.id, entry.at)
            outbox.put_decided(connection, decision.person_id, assessment_id, entry.at)
            record_decision(connection, decision.id, replace(_about(entry, stored), detail=decision.word))
            return decision

        return self._database.write(work)

    def read(self, assessment_id: AssessmentId, entry: AuditEntry) -> DecidedAnswer | None:
        """An answer as given, with what was decided on it; None for no such answer about somebody held. That
        somebody read it is recorded."""

        def work(connection: Connection) -> DecidedAnswer | None:
            stored = read_assessment(connection, assessment_id)
            if stored is None or stored.person_id is None:
                return None
            add_entry(connection, _about(entry, stored))
            again = bool(_later(connection, stored))
            return DecidedAnswer(stored, read_decisions(connection, assessment_id), again)

        return self._database.write(work)

    def labels(self, cases: Mapping[str, PersonNumbers], entry: AuditEntry) -> Labels:
        """What was decided on the flags of these cases' people. That somebody took it out is recorded, first
        and by itself: nobody who asks about an address waits while all answers are read."""
        self._database.write(lambda connection: add_entry(connection, entry))
        return self._database.read(lambda connection: read_labels(connection, cases))


def _about(entry: AuditEntry, stored: StoredAssessment) -> AuditEntry:
    return replace(entry, person_id=stored.person_id, purpose=stored.enquiry.purpose)


def _refuse_early_approval(connection: Connection, stored: StoredAssessment, decision: Decision) -> None:
    point = decision.point
    if isinstance(point, OnStatement):
        refuse_where_expired(stored.full, decision.decided_at)
    if not isinstance(point, OnProposal) or point.proposal_decision is not ProposalDecision.APPROVED:
        return
    refuse_unless_all_decided(
        stored.full,
        stored.enquiry,
        sorted_out(read_decisions(connection, stored.id)),
        decision.decided_at,
        newest=not _later(connection, stored),
    )


def _later(connection: Connection, stored: StoredAssessment) -> list[Asked]:
    """What was asked later about the same. What cannot be read may be about the same."""
    if stored.person_id is None:
        return []
    return list(later_than(stored, asked_about(connection, stored.person_id, stored.asked_at)))


def later_than(stored: StoredAssessment, asked: Iterable[Asked]) -> Iterable[Asked]:
    """Of what was asked about the person, what was asked after this and may be about the same."""
    for each in asked:
        same = each.enquiry is None or may_be_one(stored.enquiry, each.enquiry)
        if each.asked_at > stored.asked_at and each.id != stored.id and same:
            yield each
