"""The use case of somebody's page: who a person is, for those who may see them."""

from collections.abc import Callable
from datetime import datetime

from riskflag.errors import NotFound
from riskflag.gate import Gate
from riskflag.persistence.audit import Action, Actor, AuditEntry
from riskflag.persistence.store import Store
from riskflag.records import Person
from riskflag.vocabulary import PersonId


class LookingUp:
    """Who people are. Each method raises StoreUnavailable when it cannot be recorded."""

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
