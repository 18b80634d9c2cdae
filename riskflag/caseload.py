"""The use cases of lists: what waits for a responsible officer's decision, and what a reader asked before.

Both are made anew each time from what is held, of people whom the reader may see at that moment. Somebody
whom they may not see any more is left out without a trace.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime

from riskflag.decisions import sorted_out
from riskflag.dossier import Missing
from riskflag.enquiry import Enquiry
from riskflag.gate import Gate, only_officers
from riskflag.persistence.audit import Action, Actor, AuditEntry
from riskflag.persistence.caseload_store import FollowedUp, HeldAnswer
from riskflag.persistence.enquiries import Asked
from riskflag.persistence.store import Store
from riskflag.persistence.summaries import FlagInShort
from riskflag.proposals import may_be_one
from riskflag.shown_decisions import ShownDecision, show_proposal
from riskflag.vocabulary import AssessmentId, PersonId, Role

MOST_ENQUIRIES = 50
"""How many of a reader's own enquiries are listed, the latest."""


@dataclass(frozen=True, slots=True)
class AwaitingDecision:
    """The latest answer about one proposal for somebody, on which nobody has decided yet.

    assessment_id: the answer
    person_id: about whom
    name: their name; null where it cannot be read
    enquiry: what was proposed; null where it cannot be read
    release_date: planned release, as the enquiry had it; null unknown
    asked_at: when it was asked
    asked_by: with which account
    readable: whether the answer can be read; where it cannot, ask again
    expired: whether it is too old to approve the proposal on it
    undecided: flags that stop or must be acted on, and carry no decision, gravest first
    open_gaps: what could not be told, and nobody has said how it was found out
    """

    assessment_id: AssessmentId
    person_id: PersonId
    name: str | None
    enquiry: Enquiry | None
    release_date: date | None
    asked_at: datetime
    asked_by: str
    readable: bool
    expired: bool
    undecided: tuple[FlagInShort, ...]
    open_gaps: tuple[Missing, ...]


@dataclass(frozen=True, slots=True)
class EnquiryMade:
    """An enquiry that a reader made, and what has become of it that their role may see.

    assessment_id: its answer
    person_id: about whom
    name: their name; null where it cannot be read
    enquiry: what was asked, for staff without what is held in confidence; null where it cannot be read
    asked_at: when
    expired: whether the answer is too old to rely on
    later: the latest later answer about the same proposal for the same person; null where there is none
    changed: whether that says anything else than this one did, of what this role may see; null where there is
        none, or one of them cannot be read
    decision: the latest decision on the proposal, on this answer or a later one, as this role may see it
    """

    assessment_id: AssessmentId
    person_id: PersonId
    name: str | None
    enquiry: Enquiry | None
    asked_at: datetime
    expired: bool
    later: AssessmentId | None
    changed: bool | None
    decision: ShownDecision | None


class Caseload:
    """Lists for one reader. Each method raises StoreUnavailable when it cannot be recorded."""

    def __init__(self, store: Store, gate: Gate, clock: Callable[[], datetime]) -> None:
        self._lists = store.decisions.lists
        self._gate = gate
        self._clock = clock

    def awaiting_decision(self, reader: Actor) -> tuple[AwaitingDecision, ...]:
        """What waits for a decision on this officer's caseload: the soonest release first, one whose date
        nobody knows before them; of one day the latest answer first. Raises NotAllowed for other roles."""
        only_officers(reader)
        now = self._clock()
        people = self._gate.seen_of(self._lists.linked(reader), reader)
        held = self._lists.latest_answers(people, AuditEntry(now, reader, Action.CASELOAD_READ))
        decided = [each for each in held if sorted_out(each.decisions).proposal]
        waiting = [_awaiting(each, now) for each in held if _waits(each, decided)]
        waiting.sort(key=lambda each: each.asked_at, reverse=True)
        return tuple(sorted(waiting, key=lambda each: each.release_date or date.min))

    def enquiries_of(self, reader: Actor) -> tuple[EnquiryMade, ...]:
        """What this reader asked of people whom they may see now: MOST_ENQUIRIES, the latest first."""
        now = self._clock()
        asked = self._lists.asked_by(reader, MOST_ENQUIRIES)
        seen = set(self._gate.seen_of({each.person_id for each in asked}, reader))
        entry = AuditEntry(now, reader, Action.ENQUIRIES_LISTED)
        made = self._lists.followed_up([each for each in asked if each.person_id in seen], entry)
        return tuple(_made(each, reader.role, now) for each in made)

    def enquiries_about(self, person_id: PersonId, reader: Actor) -> tuple[EnquiryMade, ...]:
        """What this reader asked of this person: MOST_ENQUIRIES, the latest first. Raises NotFound."""
        now = self._clock()
        entry = AuditEntry(now, reader, Action.ENQUIRIES_LISTED, person_id)
        self._gate.admit(person_id, entry)
        asked = self._lists.asked_about_by(person_id, reader, MOST_ENQUIRIES)
        made = self._lists.followed_up(asked, entry)
        return tuple(_made(each, reader.role, now) for each in made)


def _waits(held: HeldAnswer, decided: Iterable[HeldAnswer]) -> bool:
    """Whether nobody decided on the proposal: on this answer, or on a later one that may be about the same,
    since to approve it on this one they would have to ask again.

    decided: the answers on whose proposals somebody decided
    """
    return not any(each is held or _comes_after(each.asked, held.asked) for each in decided)


def _comes_after(later: Asked, asked: Asked) -> bool:
    same = later.person_id == asked.person_id and later.asked_at > asked.asked_at
    return same and bool(later.enquiry and asked.enquiry and may_be_one(later.enquiry, asked.enquiry))


def _awaiting(held: HeldAnswer, now: datetime) -> AwaitingDecision:
    decided, answer = sorted_out(held.decisions), held.summary
    flags, gaps = (answer.to_decide, answer.gaps) if answer else ((), ())
    return AwaitingDecision(
        assessment_id=held.asked.id,
        person_id=held.asked.person_id,
        name=held.person.name if held.person else None,
        enquiry=held.asked.enquiry,
        release_date=held.asked.enquiry.release_date if held.asked.enquiry else None,
        asked_at=held.asked.asked_at,
        asked_by=held.asked.asked_by,
        readable=answer is not None,
        expired=answer is None or now > answer.officer.valid_until,
        undecided=tuple(flag for flag in flags if not decided.flags.get(flag.code)),
        open_gaps=tuple(gap for gap in gaps if not decided.gaps.get(gap)),
    )


def _made(followed: FollowedUp, role: Role, now: datetime) -> EnquiryMade:
    answer = followed.answer
    proposal = sorted_out(followed.decisions).proposal
    return EnquiryMade(
        assessment_id=answer.asked.id,
        person_id=answer.asked.person_id,
        name=answer.person.name if answer.person else None,
        enquiry=_asked(answer.asked.enquiry, role),
        asked_at=answer.asked.asked_at,
        expired=answer.summary is None or now > answer.summary.told(role).valid_until,
        later=followed.latest.asked.id if followed.latest else None,
        changed=_changed(followed, role),
        decision=show_proposal(proposal[0], role) if proposal else None,
    )


def _asked(enquiry: Enquiry | None, role: Role) -> Enquiry | None:
    """The enquiry as this role may see it."""
    return enquiry if enquiry is None or role is Role.RESPONSIBLE_OFFICER else enquiry.known_part()


def _changed(followed: FollowedUp, role: Role) -> bool | None:
    """By what this role may see of both as they were given."""
    latest, answer = followed.latest, followed.answer
    if latest is None or latest.summary is None or answer.summary is None:
        return None
    return latest.summary.told(role).digest != answer.summary.told(role).digest
