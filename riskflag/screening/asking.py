"""What screening one person comes to, worked out from what was read. It reads and writes nothing itself."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from riskflag.answering import ASSESSED, about, with_open_answer
from riskflag.assessment import Assessment, assess_each
from riskflag.classifier.scorer import Scorer
from riskflag.dossier import Dossier, PlaceKnowledge
from riskflag.enquiry import Enquiry
from riskflag.flags import SEVERITY_ORDER
from riskflag.matching.memory import one_answer
from riskflag.persistence.assessments import StoredAssessment
from riskflag.persistence.audit import AuditEntry
from riskflag.persistence.codec import encode
from riskflag.persistence.held_people import HeldPerson
from riskflag.persistence.known_people import living_there
from riskflag.persistence.screening_places import PlaceWanted
from riskflag.persistence.screening_store import Found
from riskflag.rulebook import Rulebook
from riskflag.standing import (
    Change,
    Kept,
    NowAndBefore,
    Outcome,
    Scope,
    StandingProposal,
    TurnState,
    compared,
    outcome_of,
    proposals_standing,
    rests_on,
    scope_of,
)
from riskflag.vocabulary import AssessmentId

Given = Mapping[AssessmentId, StoredAssessment]
"""Answers that were given before."""
Places = Mapping[PlaceWanted, PlaceKnowledge]
"""What is known of places."""
NOTHING_KEPT = Kept()
UNREADABLE: Final = "Unreadable"
"""What is told of a failure where somebody's own row cannot be read."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """Somebody with what stands for them.

    held: what is held of them
    dossier: the same as rules read it, without what the place register says; None where it cannot be read
    scope: what is to be screened
    failure: where the dossier cannot be read: the type of what went wrong
    """

    held: HeldPerson
    dossier: Dossier | None
    scope: Scope
    failure: str = ""

    @property
    def places(self) -> Iterator[PlaceWanted]:
        """The places that are to be looked up."""
        wanted = (self.place_of(each.enquiry) for each in self.scope.proposals)
        return (each for each in wanted if each is not None)

    def place_of(self, enquiry: Enquiry) -> PlaceWanted | None:
        """The place that an enquiry is about, with who lives there; None where it is about none."""
        if enquiry.where is None:
            return None
        people = living_there(enquiry, self.held.records)
        return PlaceWanted(self.held.person_id, enquiry.where, people)

    @property
    def answers_before(self) -> Iterator[AssessmentId]:
        """The answers to compare with, of proposals of which nothing is kept yet."""
        known = {each.proposal for each in (self.held.kept or NOTHING_KEPT).outcomes}
        return (each.answer for each in self.scope.proposals if each.answer and each.digest not in known)


@dataclass(frozen=True, slots=True)
class Asking:
    """How people are screened.

    rulebook, scorer: with what
    entry: who asks and when, as the audit says it
    because: why, in one word that goes into the audit
    first_time: whether what is found of a proposal that nobody looked at before is kept and not told
    """

    rulebook: Rulebook
    scorer: Scorer
    entry: AuditEntry
    because: str
    first_time: bool = False

    def ask(self, prepared: Prepared, places: Places, given: Given) -> Found:
        """What screening this person comes to. A failure makes it a failed turn; it raises nothing."""
        held = prepared.held
        if prepared.dossier is None:
            return _failed(held, prepared.failure)
        try:
            with one_answer():
                return self._ask(prepared, prepared.dossier, places, given)
        except Exception as error:  # one person of whom something is wrong must not stop everybody else's
            return _failed(held, type(error).__name__)

    def _ask(self, prepared: Prepared, dossier: Dossier, places: Places, given: Given) -> Found:
        held, kept = prepared.held, prepared.held.kept or NOTHING_KEPT
        before = {each.proposal: each for each in kept.outcomes}
        asked: dict[str, tuple[StandingProposal, Assessment]] = {}
        pairs = []
        proposals = prepared.scope.proposals
        looked_up = [_known_of(prepared.place_of(each.enquiry), places) for each in proposals]
        enquiries = [each.enquiry for each in proposals]
        answered = assess_each(dossier, zip(enquiries, looked_up, strict=True), self.rulebook, self.scorer)
        for standing, place, answer in zip(proposals, looked_up, answered, strict=True):
            now = outcome_of(standing, answer, self._rests_on(held, standing.enquiry, place), standing.answer)
            pairs.append(NowAndBefore(now, before.get(now.proposal) or _given(standing, given)))
            asked[now.proposal] = standing, answer
        changes = compared(pairs, kept)
        news = [each for each in changes if self._is_told(each, before)]
        answers = [self._answer(held, dossier, *asked[each.proposal]) for each in news]
        told_of = dict(zip((each.proposal for each in news), answers, strict=True))
        outcomes = [_told(pair.now, told_of) for pair in pairs]
        now_kept = Kept(tuple(sorted(outcomes, key=lambda each: each.proposal)), changes)
        return Found(
            held=held,
            state=_state(prepared.scope, outcomes),
            kept=now_kept if changes or now_kept.outcomes != kept.outcomes or held.kept is None else None,
            changed=bool(changes),
            answers=tuple((each, self._entry_of(each)) for each in sorted(answers, key=_gravity)),
        )

    def _is_told(self, change: Change, before: Mapping[str, Outcome]) -> bool:
        quiet = self.first_time and change.proposal not in before and not change.approved_now_stops
        return change.must_be_told and not quiet

    def _answer(
        self, held: HeldPerson, dossier: Dossier, standing: StandingProposal, full: Assessment
    ) -> StoredAssessment:
        return with_open_answer(held.person_id, dossier, standing.enquiry, full, self.rulebook, self.entry)

    def _entry_of(self, stored: StoredAssessment) -> AuditEntry:
        entry = about(replace(self.entry, action=ASSESSED[stored.enquiry.kind]), stored)
        return replace(entry, detail=f"{entry.detail} {self.because}")

    def _rests_on(self, held: HeldPerson, enquiry: Enquiry, place: PlaceKnowledge) -> str:
        model = self.scorer.model.version if self.scorer.model else self.scorer.use.value
        others = (encode(each) for each in (*place.incidents, *place.people))
        return rests_on((held.digest, encode(enquiry), self.rulebook.fingerprint, model, *others))


def prepare(held: HeldPerson, as_of: datetime) -> Prepared:
    """Somebody with what stands for them as of that moment. A failure leaves nobody knowing who it is."""
    if held.person is None:
        return Prepared(held, None, Scope(()), UNREADABLE)
    try:
        dossier = Dossier(
            held.person, as_of, held.records, held.coverage, asked_before=held.asked_before, sound=True
        )
        with one_answer():
            scope = scope_of(dossier, proposals_standing(dossier, held.asked), held.asked)
        return Prepared(held, dossier, scope)
    except Exception as error:  # told as a failed turn, and nobody else's is lost
        return Prepared(held, None, Scope(()), type(error).__name__)


def _failed(held: HeldPerson, failure: str) -> Found:
    return Found(held, TurnState.FAILED, None, changed=False, failure=failure)


def _known_of(wanted: PlaceWanted | None, places: Places) -> PlaceKnowledge:
    return places[wanted] if wanted else PlaceKnowledge()


def _given(standing: StandingProposal, given: Given) -> Outcome | None:
    """What the last answer about it came to, where there is one."""
    stored = given.get(standing.answer) if standing.answer else None
    return outcome_of(standing, stored.full, "", stored.id) if stored else None


def _told(now: Outcome, told: Mapping[str, StoredAssessment]) -> Outcome:
    stored = told.get(now.proposal)
    return replace(now, answer=stored.id) if stored else now


def _state(scope: Scope, outcomes: Sequence[Outcome]) -> TurnState:
    complete = not scope.cannot_tell and all(each.complete for each in outcomes)
    return TurnState.DONE if complete else TurnState.INCOMPLETE


def _gravity(stored: StoredAssessment) -> tuple[int, str]:
    flags = stored.full.flags
    return (SEVERITY_ORDER.index(flags[0].severity) if flags else len(SEVERITY_ORDER)), stored.id
