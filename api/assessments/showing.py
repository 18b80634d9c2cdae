"""What a reader may see of an answer, and of the decisions on it."""

from api.wiring import wired
from riskflag.disclosure import ShownAssessment, show
from riskflag.persistence.decision_store import DecidedAnswer
from riskflag.service import Actor, StoredAssessment
from riskflag.shown_decisions import ShownDecisions, show_decisions


def as_seen_by(reader: Actor, stored: StoredAssessment) -> ShownAssessment:
    """What this reader may see of the answer. Raises NotAllowed for roles that may see none."""
    return show(stored.full, stored.open, reader.role, wired().clock())


def decisions_as_seen_by(reader: Actor, decided: DecidedAnswer) -> ShownDecisions:
    """What this reader may see of what was decided on an answer. Raises NotAllowed for other roles."""
    return show_decisions(
        decided.stored.full,
        decided.stored.open,
        decided.decisions,
        reader.role,
        wired().clock(),
        answered_again=decided.answered_again,
    )
