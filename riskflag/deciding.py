"""The use cases of decisions: a responsible officer records one, and those who may see the person read them.

Nothing here approves by itself: what is recorded is what a named person sent. The answer stays as it was.
"""

from collections.abc import Callable
from datetime import datetime

from riskflag.decisions import Decision, SentDecision
from riskflag.errors import NotFound
from riskflag.gate import Gate, only_officers
from riskflag.persistence.audit import Action, Actor, AuditEntry
from riskflag.persistence.decision_store import DecidedAnswer
from riskflag.persistence.repeating import Once
from riskflag.persistence.store import Store
from riskflag.vocabulary import AssessmentId


class Deciding:
    """Decisions on answers. Each method raises StoreUnavailable when it cannot be recorded."""

    def __init__(self, store: Store, gate: Gate, clock: Callable[[], datetime]) -> None:
        self._store = store
        self._gate = gate
        self._clock = clock

    def record(
        self, assessment_id: AssessmentId, sent: SentDecision, actor: Actor, once: Once | None = None
    ) -> Decision:
        """Records what this officer decides on an answer, or on one point of it, beside what was decided
        before.

        once: what makes a request that is sent again come to the decision that it made before
        Raises NotAllowed for anybody but a responsible officer; NotFound; BadInput, by field, also where an
        approval is sent while something stands in its way; Conflict where the key of ``once`` was used
        otherwise.
        """
        only_officers(actor)
        entry = self._entry(actor, Action.DECISION_RECORDED, assessment_id)
        self._gate.admit_to_answer(assessment_id, entry)
        decision = self._store.decisions.add(assessment_id, sent, entry, once)
        if decision is None:
            raise NotFound("no such assessment of somebody who is held")
        return decision

    def read(self, assessment_id: AssessmentId, actor: Actor) -> DecidedAnswer:
        """An answer as it was given, with all that was decided on it, the earliest first. What of it a reader
        may see, ``shown_decisions`` says. Raises NotFound."""
        entry = self._entry(actor, Action.DECISIONS_READ, assessment_id)
        self._gate.admit_to_answer(assessment_id, entry)
        decided = self._store.decisions.read(assessment_id, entry)
        if decided is None:
            raise NotFound("no such assessment of somebody who is held")
        return decided

    def _entry(self, actor: Actor, action: Action, assessment_id: AssessmentId) -> AuditEntry:
        return AuditEntry(self._clock(), actor, action, assessment_id=assessment_id)
