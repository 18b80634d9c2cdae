"""An answer as its reader may see it, now."""

from api.wiring import wired
from riskflag.disclosure import ShownAssessment, show
from riskflag.service import Actor, StoredAssessment


def as_seen_by(reader: Actor, stored: StoredAssessment) -> ShownAssessment:
    """What this reader may see of the answer. Raises NotAllowed for roles that may see none."""
    return show(stored.full, stored.open, reader.role, wired().clock())
