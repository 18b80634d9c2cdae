"""What was asked about somebody, as screening looks back on it."""

from dataclasses import dataclass
from datetime import datetime

from riskflag.decisions import ProposalDecision
from riskflag.enquiry import Enquiry
from riskflag.vocabulary import AssessmentId


@dataclass(frozen=True, slots=True)
class AskedFor:
    """An enquiry that was made about somebody.

    enquiry: what was asked; None where it cannot be read
    answer: its answer
    asked_at: when
    decision: what was decided last on the proposal, unless it was refused before this was asked
    own: whether screening asked it, and no person
    """

    enquiry: Enquiry | None
    answer: AssessmentId
    asked_at: datetime
    decision: ProposalDecision | None = None
    own: bool = False
