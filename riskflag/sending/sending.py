"""The use case of sending: each message in the outbox, by each channel that is set up, to whoever must know.

For whom a message is, is asked when it is sent: the officers on whose caseload the person is at that moment,
and whom nothing that is held keeps out.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from riskflag.access import Access, access
from riskflag.persistence.deliveries import Outgoing
from riskflag.persistence.outbox import ASSESSED, DECIDED, SCREENED
from riskflag.persistence.store import Store
from riskflag.sending.envelope import Channel, Envelope, NotSent, Sender
from riskflag.vocabulary import PersonId, Role

AT_ONCE = 20
SPARE = timedelta(seconds=30)
"""What must be left of a turn for a message to be begun with: longer than any sender takes."""
AT_ANY_AGE = timedelta(days=3650)
"""That what is known of who may see a case is old keeps nobody from being told that there is something: the
message says nothing, and the page that it names passes the gate."""
KINDS: Mapping[Channel, frozenset[str]] = {
    Channel.WEBHOOK: frozenset({ASSESSED, DECIDED, SCREENED}),
    Channel.MAIL: frozenset({SCREENED}),
}
"""What is sent by each channel: another system hears of all, an officer of what they did not ask for."""


@dataclass(frozen=True, slots=True)
class Sent:
    """What came of one round: how much was sent, will be tried again, or was set aside."""

    sent: int = 0
    failed: int = 0
    set_aside: int = 0

    @property
    def any(self) -> bool:
        """Whether anything waited."""
        return bool(self.sent or self.failed or self.set_aside)

    def plus(self, other: "Sent") -> "Sent":
        """Both together."""
        return Sent(self.sent + other.sent, self.failed + other.failed, self.set_aside + other.set_aside)


class Sending:
    """Sends what waits. Raises StoreUnavailable when that cannot be read or written."""

    def __init__(
        self,
        store: Store,
        senders: Sequence[Sender],
        clock: Callable[[], datetime],
    ) -> None:
        self._store = store
        self._deliveries = store.deliveries
        self._senders = senders
        self._clock = clock

    def round(self, stopped: Callable[[], bool] = lambda: False) -> Sent:
        """Sends some of what waits by each channel, the oldest first.

        stopped: whether to stop before the next; what was taken is put back
        """
        came = Sent()
        for sender in self._senders:
            taken = self._deliveries.take(sender.channel.value, KINDS[sender.channel], self._clock(), AT_ONCE)
            for number, outgoing in enumerate(taken):
                if stopped() or self._clock() > outgoing.until - SPARE:
                    self._deliveries.give_back(taken[number:], self._clock())
                    break
                came = came.plus(self._sent(sender, outgoing))
        return came

    def _sent(self, sender: Sender, outgoing: Outgoing) -> Sent:
        try:
            not_sent = sender.send(self._envelope(outgoing), self._clock())
        except Exception:  # whatever went wrong with this one must not keep the others from being sent
            not_sent = NotSent.UNEXPECTED
        if not_sent is None:
            self._deliveries.sent(outgoing, self._clock())
            return Sent(sent=1)
        over = self._deliveries.fail(outgoing, self._clock(), not_sent.value)
        return Sent(set_aside=1) if over else Sent(failed=1)

    def _envelope(self, outgoing: Outgoing) -> Envelope:
        return Envelope(
            id=outgoing.id,
            kind=outgoing.kind,
            happened_at=outgoing.put_at,
            person_id=outgoing.person_id,
            assessment_id=outgoing.assessment_id,
            officers=self._officers(outgoing.person_id),
        )

    def _officers(self, person_id: PersonId) -> tuple[str, ...]:
        held, now = self._store.read_access(person_id), self._clock()
        role = Role.RESPONSIBLE_OFFICER
        linked = dict.fromkeys(link.account for link in held.links if link.role is role)
        return tuple(
            account for account in linked if access(account, role, held, now, AT_ANY_AGE) is Access.ALLOWED
        )
