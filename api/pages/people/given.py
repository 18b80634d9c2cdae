"""One line of the latest answers about somebody, in words."""

from dataclasses import dataclass
from datetime import datetime

from api.pages.proposals import proposal_in_words
from riskflag.explanation import moment
from riskflag.overview import AnswerGiven
from riskflag.vocabulary import AssessmentId

UNREADABLE = "This answer cannot be read. Ask again."
EXPIRED = "This answer has expired. Ask again."
UNDECIDED = "Nobody has approved or refused it yet."


@dataclass(frozen=True, slots=True)
class Given:
    """The latest answer about one proposal.

    assessment_id: the answer
    proposal: what was asked about
    asked_at, asked_by: when, and with which account
    trouble: why it may not be relied on; empty where it may
    decided: what was decided on it, or that nothing was
    """

    assessment_id: AssessmentId
    proposal: str
    asked_at: datetime
    asked_by: str
    trouble: str
    decided: str


def given(answer: AnswerGiven) -> Given:
    """A line of the list."""
    trouble = EXPIRED if answer.expired else ""
    return Given(
        assessment_id=answer.assessment_id,
        proposal=proposal_in_words(answer.enquiry),
        asked_at=answer.asked_at,
        asked_by=answer.asked_by,
        trouble=trouble if answer.readable else UNREADABLE,
        decided=_decided(answer),
    )


def _decided(answer: AnswerGiven) -> str:
    made = answer.decision
    if made is None:
        return UNDECIDED
    return f"{made.decision.value.capitalize()} by {made.name}, {moment(made.decided_at)}."
