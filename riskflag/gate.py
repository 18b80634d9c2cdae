"""The one gate before people: whoever asks is let through to somebody, or not, at the moment of asking.

A reader who may not see a person finds nobody there, at the same cost, and the refusal is recorded with its
reason. Records are written by what sends them, and by nobody who reads them.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from riskflag.access import Access, AccessRecords, access
from riskflag.errors import NotAllowed, NotFound
from riskflag.persistence.access import refusal
from riskflag.persistence.audit import Actor, AuditEntry
from riskflag.persistence.people import NOBODY
from riskflag.persistence.people_search import FoundByName, SoughtByName
from riskflag.persistence.store import Store
from riskflag.records import PersonNumbers
from riskflag.vocabulary import AssessmentId, PersonId, Role


@dataclass(frozen=True, slots=True)
class Gate:
    """Decides by what is held now, read anew each time.

    greatest_age: how old what is known of who may see a case may be
    """

    store: Store
    clock: Callable[[], datetime]
    greatest_age: timedelta

    def admit(self, person_id: PersonId, entry: AuditEntry) -> None:
        """Raises NotFound where the actor of ``entry`` may not see this person, and records why."""
        decided = self._decide(entry.actor, self.store.read_access(person_id))
        if decided is not Access.ALLOWED:
            self.store.record(refusal(entry, person_id, decided))
            raise NotFound("no such person")

    def admit_to_answer(self, assessment_id: AssessmentId, entry: AuditEntry) -> None:
        """The same for an answer given before. One about a case that came with its records, which belongs to
        nobody held, is for whoever handed it in."""
        whose = self.store.whose_answer(assessment_id)
        person_id = whose.person_id if whose else None
        theirs = whose is not None and Actor(whose.asked_by, whose.asked_role) == entry.actor
        if person_id is not None or not theirs:
            self.admit(person_id or NOBODY, entry)

    def seen_of(self, people: Iterable[PersonId], actor: Actor) -> tuple[PersonId, ...]:
        """Those of these people whom the actor may see: for lists, which leave out all others."""
        held = self.store.access_of(people)
        return tuple(each for each, known in held.items() if self._decide(actor, known) is Access.ALLOWED)

    def find(self, numbers: PersonNumbers, entry: AuditEntry) -> PersonId:
        """Who has these numbers, among those whom the actor may see; what sends records may look for anybody.
        Raises NotFound and Conflict."""
        if entry.actor.role is Role.RECORD_FEED:
            found = self.store.find_person(numbers, entry)
        else:
            found = self.store.find_person(numbers, entry, lambda held: self._decide(entry.actor, held))
        if found is None:
            raise NotFound("no such person")
        return found

    def find_by_name(self, sought: SoughtByName, entry: AuditEntry) -> tuple[FoundByName, ...]:
        """Everybody who may be meant, among those whom the actor may see; nobody where there is none."""
        return self.store.find_by_name(sought, entry, lambda held: self._decide(entry.actor, held))

    def _decide(self, actor: Actor, held: AccessRecords) -> Access:
        return access(actor.name, actor.role, held, self.clock(), self.greatest_age)


def only_feeds(actor: Actor) -> None:
    """Raises NotAllowed for anybody but what sends records."""
    if actor.role is not Role.RECORD_FEED:
        raise NotAllowed("only what sends records may write them")


def only_officers(actor: Actor) -> None:
    """Raises NotAllowed for anybody but a responsible officer, whoever is asked about."""
    if actor.role is not Role.RESPONSIBLE_OFFICER:
        raise NotAllowed("only a responsible officer decides")
