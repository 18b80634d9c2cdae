"""One line of the list of what waits for a decision, in words."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from api.pages.proposals import how_soon, proposal_in_words
from api.pages.words import SEVERITIES
from riskflag.caseload import AwaitingDecision
from riskflag.flags import SEVERITY_ORDER
from riskflag.vocabulary import AssessmentId, PersonId

NO_NAME = "Name cannot be read"


@dataclass(frozen=True, slots=True)
class Waiting:
    """One proposal that nobody has decided on.

    assessment_id: the latest answer about it
    person_id: about whom
    name: their name, or that it cannot be read
    proposal: what is proposed
    release_date: when they are to be released; null unknown
    soon: how far off that is; empty where it is unknown
    trouble: why nothing can be decided on this answer; empty where it can
    to_decide: what must still be decided; empty where nothing of it must
    """

    assessment_id: AssessmentId
    person_id: PersonId
    name: str
    proposal: str
    release_date: date | None
    soon: str
    trouble: str
    to_decide: tuple[str, ...]


def waiting(awaited: AwaitingDecision, today: date) -> Waiting:
    """A line of the list. ``today``: the day in England and Wales."""
    return Waiting(
        assessment_id=awaited.assessment_id,
        person_id=awaited.person_id,
        name=awaited.name or NO_NAME,
        proposal=proposal_in_words(awaited.enquiry),
        release_date=awaited.release_date,
        soon=how_soon(awaited.release_date, today),
        trouble=_trouble(awaited),
        to_decide=tuple(_to_decide(awaited)),
    )


def _trouble(awaited: AwaitingDecision) -> str:
    if not awaited.readable:
        return "This answer cannot be read. Ask again."
    return "This answer has expired. Ask again before you approve." if awaited.expired else ""


def _to_decide(awaited: AwaitingDecision) -> list[str]:
    if not awaited.readable:
        return []
    flags = Counter(flag.severity for flag in awaited.undecided)
    said = [
        f"{flags[severity]} {SEVERITIES[severity][0]} {'flag' if flags[severity] == 1 else 'flags'}"
        for severity in SEVERITY_ORDER
        if flags[severity]
    ]
    gaps = len(awaited.open_gaps)
    if gaps:
        said.append(f"{gaps} {'gap' if gaps == 1 else 'gaps'} to close")
    return said or ["No flag or gap is waiting. Approve or refuse."]
