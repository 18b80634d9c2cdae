"""The use case of hearing events: whoever another system says has changed is looked at again."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from riskflag.gate import only_feeds
from riskflag.importers.domain_events import DomainEvent
from riskflag.persistence.audit import Action, Actor, AuditEntry
from riskflag.persistence.events_read import Came
from riskflag.persistence.store import Store


@dataclass(frozen=True, slots=True)
class Heard:
    """What came of events, each counted once but for its type.

    queued: put somebody who is held into the queue of whom is to be looked at again
    came_before: had come before, and did nothing
    about_nobody: mean nobody who is held, or more than one person; one that is sent again is looked at anew
    unknown_type: of a type that is not known; it was taken all the same, as being about anything
    """

    queued: int
    came_before: int
    about_nobody: int
    unknown_type: int


class Hearing:
    """Events of other systems. Raises StoreUnavailable where what was heard cannot be recorded."""

    def __init__(self, store: Store, clock: Callable[[], datetime]) -> None:
        self._heard = store.events_read
        self._clock = clock

    def hear(self, events: Sequence[DomainEvent], actor: Actor) -> Heard:
        """Puts everybody whom these events mean into the queue. That they were sought is recorded. Raises
        NotAllowed for anybody but what sends records."""
        only_feeds(actor)
        came = Counter(
            self._heard.hear(
                each.id,
                each.numbers,
                each.because,
                AuditEntry(self._clock(), actor, Action.PERSON_SOUGHT),
            )
            for each in events
        )
        return Heard(
            queued=came[Came.QUEUED],
            came_before=came[Came.TWICE],
            about_nobody=came[Came.NOBODY] + came[Came.CONFLICT],
            unknown_type=sum(not each.known for each in events),
        )
