"""The use case of an officer's page of a person: all that is held of them, and the latest answers."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from riskflag.decisions import sorted_out
from riskflag.dossier import Dossier
from riskflag.enquiry import Enquiry
from riskflag.errors import NotFound
from riskflag.gate import Gate, only_officers
from riskflag.persistence.audit import Action, Actor, AuditEntry
from riskflag.persistence.caseload_store import HeldAnswer
from riskflag.persistence.store import Store
from riskflag.shown_decisions import ShownDecision, show_proposal
from riskflag.vocabulary import AssessmentId, PersonId


@dataclass(frozen=True, slots=True)
class AnswerGiven:
    """The latest answer about one proposal.

    assessment_id: the answer
    enquiry: what was asked; null where it cannot be read
    asked_at: when
    asked_by: with which account
    readable: whether the answer can be read; where it cannot, ask again
    expired: whether it is too old to rely on
    decision: the latest decision on the proposal, on this answer; null where nobody decided
    """

    assessment_id: AssessmentId
    enquiry: Enquiry | None
    asked_at: datetime
    asked_by: str
    readable: bool
    expired: bool
    decision: ShownDecision | None


@dataclass(frozen=True, slots=True)
class Overview:
    """What an officer sees of a person.

    dossier: all that is held of them now
    answers: the latest about each proposal, the latest first
    """

    dossier: Dossier
    answers: tuple[AnswerGiven, ...]

    @property
    def release_date(self) -> date | None:
        """Planned release, as the latest enquiry had it that can be read; None where none is known."""
        return next((each.enquiry.release_date for each in self.answers if each.enquiry), None)


class Overviews:
    """People as officers see them. Raises StoreUnavailable when the look cannot be recorded."""

    def __init__(self, store: Store, gate: Gate, clock: Callable[[], datetime]) -> None:
        self._store = store
        self._gate = gate
        self._clock = clock

    def of(self, person_id: PersonId, reader: Actor) -> Overview:
        """All that is held of this person. Raises NotFound, and NotAllowed for anybody but an officer."""
        now = self._clock()
        entry = AuditEntry(now, reader, Action.PERSON_READ, person_id)
        self._gate.admit(person_id, entry)
        only_officers(reader)
        held = self._store.decisions.lists.latest_answers((person_id,), entry)
        found = self._store.load(person_id, None, now)
        if found is None:
            raise NotFound("no such person")
        answers = sorted((_given(each, reader, now) for each in held), key=lambda each: each.asked_at)
        return Overview(found[0], tuple(reversed(answers)))


def _given(held: HeldAnswer, reader: Actor, now: datetime) -> AnswerGiven:
    proposal = sorted_out(held.decisions).proposal
    return AnswerGiven(
        assessment_id=held.asked.id,
        enquiry=held.asked.enquiry,
        asked_at=held.asked.asked_at,
        asked_by=held.asked.asked_by,
        readable=held.summary is not None,
        expired=held.summary is None or now > held.summary.officer.valid_until,
        decision=show_proposal(proposal[0], reader.role) if proposal else None,
    )
