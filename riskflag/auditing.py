"""The use cases of an auditor: what looks like a search, who did what, and whether the audit holds.

Nothing here is of a place, and people stand here by opaque references alone.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from datetime import datetime, timedelta

from riskflag.errors import NotAllowed
from riskflag.persistence.asked_places import RaisedAlert
from riskflag.persistence.audit import Action, Actor, AuditEntry
from riskflag.persistence.audit_examined import Examined
from riskflag.persistence.audit_log import AuditPage, AuditQuery
from riskflag.persistence.deliveries import Standing as OnTheWay
from riskflag.persistence.rescreening_queue import Standing as Waiting
from riskflag.persistence.store import Store
from riskflag.reference.thresholds import PROBING_SLOW_DAYS
from riskflag.vocabulary import Role

MOST_ENTRIES = 50
"""How many entries stand on one page."""

MOST_CHECKED = 20_000
"""Of how many entries all is looked at while somebody waits. A longer audit is checked at the machine."""

MOST_NAMED = 50
"""How many messages that were set aside are named."""


@dataclass(frozen=True, slots=True)
class SetAside:
    """What was tried often enough and is not tried any more, until whoever runs the service tries it anew.

    looks: how many times somebody should have been looked at again
    messages: how many messages, each once for every channel
    named: the references of those messages, the oldest first, of no more than MOST_NAMED
    """

    looks: int
    messages: int
    named: tuple[str, ...]


class Auditing:
    """What auditors read. Each method raises StoreUnavailable when it cannot be recorded."""

    def __init__(self, store: Store, clock: Callable[[], datetime]) -> None:
        self._log = store.audit_log
        self._rescreening = store.rescreening
        self._deliveries = store.deliveries
        self._clock = clock

    def alerts(self, actor: Actor) -> tuple[RaisedAlert, ...]:
        """What the auditor must look at, of the last PROBING_SLOW_DAYS, the latest first."""
        entry = self._entry(actor, Action.ALERTS_READ)
        return self._log.alerts(entry.at - timedelta(days=PROBING_SLOW_DAYS.value), entry)

    def read(self, query: AuditQuery, actor: Actor) -> AuditPage:
        """Who did what, MOST_ENTRIES at a time, the newest first. What was asked for is recorded: about whom,
        and of the rest which fields, by their names. Raises NotAllowed."""
        _only_auditors(actor)
        asked = [each.name for each in fields(query) if getattr(query, each.name) is not None]
        entry = AuditEntry(
            self._clock(), actor, Action.AUDIT_READ, person_id=query.person_id, detail=" ".join(asked)
        )
        return self._log.read(query, MOST_ENTRIES, entry)

    def check(self, actor: Actor) -> Examined | None:
        """What came of checking the audit and what is held against it; None where there is more of it than
        MOST_CHECKED. Raises NotAllowed."""
        _only_auditors(actor)
        return self._log.check(MOST_CHECKED, self._entry(actor, Action.AUDIT_CHECKED))

    def who_waits(self) -> Waiting:
        """How many people are still to be looked at again. It names nobody, so it is not recorded."""
        return self._rescreening.standing()

    def what_is_on_its_way(self) -> Mapping[str, OnTheWay]:
        """How many messages were not sent, by channel. It names nobody, as above."""
        return self._deliveries.standing()

    def set_aside(self) -> SetAside:
        """What is not tried any more. It names nobody, as above."""
        named = (each.id for each in self._deliveries.set_aside(MOST_NAMED))
        return SetAside(
            looks=self.who_waits().dead,
            messages=sum(each.dead for each in self.what_is_on_its_way().values()),
            named=tuple(dict.fromkeys(named)),
        )

    def _entry(self, actor: Actor, action: Action) -> AuditEntry:
        return AuditEntry(self._clock(), actor, action)


def _only_auditors(actor: Actor) -> None:
    if actor.role is not Role.AUDITOR:
        raise NotAllowed("only an auditor reads the audit")
