"""The use cases of looking up: who somebody is, and an answer about them, for those who may see them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from riskflag.errors import BadInput, NotFound
from riskflag.gate import Gate
from riskflag.matching.name_parts import name_parts
from riskflag.persistence.audit import Action, Actor, AuditEntry
from riskflag.persistence.decision_store import DecidedAnswer
from riskflag.persistence.people_search import FoundByName, SoughtByName
from riskflag.persistence.store import Store
from riskflag.records import Person
from riskflag.vocabulary import AssessmentId, PersonId


@dataclass(frozen=True, slots=True)
class AnswerAbout:
    """An answer, with whom it is about and what was decided on it.

    person: who it is
    decided: the answer as it was given, and every decision on it
    """

    person: Person
    decided: DecidedAnswer


class LookingUp:
    """Who people are, and answers about them. Each method raises StoreUnavailable when it cannot be
    recorded."""

    def __init__(self, store: Store, gate: Gate, clock: Callable[[], datetime]) -> None:
        self._store = store
        self._gate = gate
        self._clock = clock

    def person(self, person_id: PersonId, reader: Actor) -> Person:
        """Who this is: their name, date of birth and numbers. Raises NotFound."""
        entry = AuditEntry(self._clock(), reader, Action.PERSON_READ)
        self._gate.admit(person_id, entry)
        person = self._store.read_person(person_id, entry)
        if person is None:
            raise NotFound("no such person")
        return person

    def by_name(self, sought: SoughtByName, reader: Actor) -> tuple[FoundByName, ...]:
        """Everybody who may be meant by a name with a date of birth, those who agree first, and nobody whom
        the reader may not see. A name identifies nobody: the reader says who of them it is.

        Raises NotFound where nobody may be meant, and BadInput for a name without a word to look for.
        """
        if not name_parts(sought.name):
            raise BadInput({"name": "must hold a word of at least two letters"})
        found = self._gate.find_by_name(sought, AuditEntry(self._clock(), reader, Action.PERSON_SOUGHT))
        if not found:
            raise NotFound("no such person")
        return found

    def answer(self, assessment_id: AssessmentId, reader: Actor) -> AnswerAbout:
        """An answer about somebody held, as it was given. What of it a reader may see, ``disclosure`` and
        ``shown_decisions`` say. Raises NotFound."""
        entry = AuditEntry(self._clock(), reader, Action.ASSESSMENT_READ, assessment_id=assessment_id)
        self._gate.admit_to_answer(assessment_id, entry)
        decided = self._store.decisions.read(assessment_id, entry)
        if decided is None or decided.stored.person_id is None:
            raise NotFound("no such assessment of somebody who is held")
        return AnswerAbout(self.person(decided.stored.person_id, reader), decided)
