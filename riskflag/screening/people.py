"""The use case: screen one person, or some at a time."""

from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from riskflag.answer_log import tell, tell_unscreened
from riskflag.answering import ASSESSED
from riskflag.classifier.scorer import Scorer
from riskflag.errors import NotFound, StoreUnavailable
from riskflag.matching.memory import one_answer
from riskflag.persistence.audit import Action, Actor, AuditEntry
from riskflag.persistence.screening_store import Found, ToRemember
from riskflag.persistence.store import Store
from riskflag.rulebook import Rulebook
from riskflag.screening.asking import NOTHING_KEPT, Asking, prepare
from riskflag.screening.runs import Runs
from riskflag.standing import OWN_ACCOUNT, Change, TurnState
from riskflag.vocabulary import AssessmentId, PersonId, Role

SCREENING: Final = Actor(OWN_ACCOUNT, Role.RECORD_FEED)
"""Who asks where nobody did."""
GROUP = 200
"""How many people are read, and written, together."""
TRIES: Final = 3
"""How often somebody is screened anew whom somebody else screened meanwhile."""


class Because(StrEnum):
    """Why somebody is screened."""

    NIGHTLY = "nightly"
    RECORDS_CHANGED = "records_changed"
    PLACES_CHANGED = "places_changed"


@dataclass(frozen=True, slots=True)
class Screened:
    """What screening somebody came to.

    person_id: about whom
    state: whether all could be told
    changes: what is different from before
    answers: what was stored because an officer must know of it, the gravest first
    """

    person_id: PersonId
    state: TurnState
    changes: tuple[Change, ...]
    answers: tuple[AssessmentId, ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """How many people of a part of a run came to what, once that is on the disk. It names nobody."""

    done: int = 0
    incomplete: int = 0
    failed: int = 0
    changed: int = 0
    told: int = 0

    @property
    def people(self) -> int:
        """How many had their turn."""
        return self.done + self.incomplete + self.failed

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            self.done + other.done,
            self.incomplete + other.incomplete,
            self.failed + other.failed,
            self.changed + other.changed,
            self.told + other.told,
        )


class Screening:
    """Screens people with this rulebook and scorer. Every method raises StoreUnavailable where something
    cannot be recorded; what was recorded before stays.

    store: what it reads and writes
    runs: who is to be screened in each run
    """

    def __init__(
        self, store: Store, rulebook: Rulebook, scorer: Callable[[], Scorer], clock: Callable[[], datetime]
    ) -> None:
        self.store = store.screening
        self._rulebook = rulebook
        self._scorer = scorer
        self._clock = clock
        self.runs = Runs(store.screening.runs, clock)
        self._doubtful: tuple[str, frozenset[int]] = ("", frozenset())

    def screen_person(
        self, person_id: PersonId, as_of: datetime, run_id: str | None, because: StrEnum
    ) -> Screened:
        """Screens one person, and stores and tells what is news. Raises NotFound.

        as_of: as of what moment
        run_id: in which run their turn is taken; None in none
        because: why, as a word of a closed list, which goes into the audit of what is stored
        """
        found = self._screen((person_id,), as_of, run_id, self.asking(because), None)
        if not found:
            raise NotFound("no such person")
        (one,) = found
        return _screened(one)

    def screen_range(self, run_id: str, first: int, last: int) -> Tally:
        """Screens those in a range of a run whose turn is still to come, GROUP at a time. Which records
        cannot be opened is looked for once in a run."""
        run = self.runs.read(run_id)
        waiting = self.runs.waiting(run_id, first, last)
        asking = self.asking(Because.NIGHTLY, first_time=run.first_time)
        tally = Tally()
        for start in range(0, len(waiting), GROUP):
            group = waiting[start : start + GROUP]
            tally += _tally(self._screen(group, run.as_of, run_id, asking, self._doubtful_in(run_id)))
        return tally

    def asking(self, because: StrEnum, *, first_time: bool = False) -> Asking:
        """How people are screened now, for this reason."""
        entry = AuditEntry(self._clock(), SCREENING, Action.ADDRESS_ASSESSED)
        return Asking(self._rulebook, self._scorer(), entry, because.value, first_time)

    def _doubtful_in(self, run_id: str) -> frozenset[int]:
        of_run, doubtful = self._doubtful
        if of_run != run_id:
            doubtful = self.store.doubtful()
            self._doubtful = run_id, doubtful
        return doubtful

    def _screen(
        self,
        people: Sequence[PersonId],
        as_of: datetime,
        run_id: str | None,
        asking: Asking,
        doubtful: Collection[int] | None,
    ) -> list[Found]:
        """Screens these people. What comes of it is on the disk once it returns."""
        done: list[Found] = []
        left: Sequence[PersonId] = people
        for _ in range(TRIES):
            with one_answer():  # an address that speaks of several of them is read once
                found, remembered = self._ask(left, as_of, asking, doubtful)
            again = self.store.save(found, run_id, asking.entry.at, remembered)
            done += [each for each in found if each.person_id not in again]
            left = [each for each in left if each in again]
            if not left:
                break
        else:
            raise StoreUnavailable("the same people are being screened elsewhere")
        for each in done:
            if each.state is TurnState.FAILED:
                tell_unscreened(each.failure)
            for stored, _ in each.answers:
                tell(stored, ASSESSED[stored.enquiry.kind])
        return done

    def _ask(
        self, people: Sequence[PersonId], as_of: datetime, asking: Asking, doubtful: Collection[int] | None
    ) -> tuple[list[Found], ToRemember]:
        prepared = [prepare(each, as_of) for each in self.store.read_people(people, as_of)]
        wanted = list(dict.fromkeys(place for each in prepared for place in each.places))
        read = self.store.read_places(wanted, as_of, doubtful)
        places = dict(zip(wanted, read.known, strict=True))
        given = self.store.read_answers(answer for each in prepared for answer in each.answers_before)
        return [asking.ask(each, places, given) for each in prepared], read.remembered


def _screened(found: Found) -> Screened:
    changes = found.kept.changes if found.kept and found.changed else NOTHING_KEPT.changes
    return Screened(found.person_id, found.state, changes, tuple(stored.id for stored, _ in found.answers))


def _tally(found: Sequence[Found]) -> Tally:
    states = Counter(each.state for each in found)
    return Tally(
        done=states[TurnState.DONE],
        incomplete=states[TurnState.INCOMPLETE],
        failed=states[TurnState.FAILED],
        changed=sum(each.changed for each in found),
        told=sum(bool(each.answers) for each in found),
    )
