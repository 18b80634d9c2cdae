"""One line of a list of what a reader asked before, in words."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from api.pages.proposals import proposal_in_words
from riskflag.caseload import EnquiryMade
from riskflag.decisions import DecisionWord
from riskflag.explanation import moment
from riskflag.shown_decisions import ShownDecision
from riskflag.vocabulary import AssessmentId, PersonId

NO_NAME = "Name cannot be read"
EXPIRED = "This answer has expired. Ask again."
CHANGED = "It was asked again later, and the new answer says something else. Read the new one."
UNCHANGED = "It was asked again later, and the new answer says the same."
MAYBE_CHANGED = "It was asked again later. Read the new answer."
UNDECIDED = "Nobody has recorded a decision yet."


@dataclass(frozen=True, slots=True)
class MadeBefore:
    """An enquiry that a reader made.

    assessment_id: its answer
    latest: the latest answer about the same; the same where nothing came later
    person_id: about whom
    name: their name, or that it cannot be read
    proposal: what was asked about
    release_date: as the enquiry had it; null unknown
    asked_at: when
    changes: what has come of it since, each as a sentence
    """

    assessment_id: AssessmentId
    latest: AssessmentId
    person_id: PersonId
    name: str
    proposal: str
    release_date: date | None
    asked_at: datetime
    changes: tuple[str, ...]


def made_before(made: EnquiryMade) -> MadeBefore:
    """A line of the list."""
    return MadeBefore(
        assessment_id=made.assessment_id,
        latest=made.later or made.assessment_id,
        person_id=made.person_id,
        name=made.name or NO_NAME,
        proposal=proposal_in_words(made.enquiry),
        release_date=made.enquiry.release_date if made.enquiry else None,
        asked_at=made.asked_at,
        changes=tuple(_changes(made)),
    )


def decided_in_words(decision: ShownDecision | None) -> str:
    """What was decided on the address or referral, by whom and when; that nothing was, where it is None."""
    if decision is None:
        return UNDECIDED
    word = "Approved" if decision.decision is DecisionWord.APPROVED else "Refused"
    by = f" by {decision.name}" if decision.name else ""
    return f"{word}{by} at {moment(decision.decided_at)}."


def _changes(made: EnquiryMade) -> Iterator[str]:
    if made.later is not None:
        yield {True: CHANGED, False: UNCHANGED, None: MAYBE_CHANGED}[made.changed]
    elif made.expired:
        yield EXPIRED
    yield decided_in_words(made.decision)
