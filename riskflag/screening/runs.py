"""The use case: a run over everybody, from its beginning to its reconciled end."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Final
from uuid import uuid4

from riskflag.errors import BadInput
from riskflag.persistence.audit import Action, Actor, AuditEntry
from riskflag.persistence.screening_runs import Counted, Run, ScreeningRuns
from riskflag.standing import OWN_ACCOUNT, TurnState
from riskflag.vocabulary import PersonId, Role

EVERYBODY: Final = None
"""For a run over all who are held."""


class Runs:
    """Runs of the screening, each in the audit when it begins and when it ends."""

    def __init__(self, runs: ScreeningRuns, clock: Callable[[], datetime]) -> None:
        self._runs = runs
        self._clock = clock

    def begin(
        self, as_of: datetime, people: Sequence[PersonId] | None = EVERYBODY, *, first_time: bool = False
    ) -> Run:
        """Begins a run over these people, or over everybody, and lists who is to be screened in it."""
        run = Run(uuid4().hex, as_of, self._clock(), first_time)
        self._runs.begin(run, people, self._entry(Action.SCREENING_BEGUN))
        return self.resume(run.id)

    def resume(self, run_id: str) -> Run:
        """A run to go on with. Raises NotFound, and BadInput where it has ended."""
        run = self._runs.read(run_id)
        if run.ended_at is not None:
            raise BadInput({"--run": "names a run that has ended"})
        if run.people is None:
            self._runs.list_people(run_id)
            run = self._runs.read(run_id)
        return run

    def read(self, run_id: str) -> Run:
        """The run. Raises NotFound."""
        return self._runs.read(run_id)

    def partitions(self, run_id: str, size: int) -> tuple[tuple[int, int], ...]:
        """Ranges that hold everybody whose turn is still to come, at most ``size`` of them each."""
        return self._runs.partitions(run_id, size)

    def waiting(self, run_id: str, first: int, last: int) -> tuple[PersonId, ...]:
        """Whose turn is still to come, in a range."""
        return self._runs.waiting(run_id, first, last)

    def count(self, run_id: str) -> Counted:
        """How the run stands."""
        return self._runs.count(run_id)

    def end(self, run_id: str) -> Counted:
        """How the run stands. Where everybody had their turn it has ended now, and the audit says so."""
        return self._runs.end(run_id, self._entry(Action.SCREENING_ENDED))

    def of_state(self, run_id: str, state: TurnState) -> tuple[PersonId, ...]:
        """Of whom that is true in a run."""
        return self._runs.of_state(run_id, state)

    def changed(self, run_id: str) -> tuple[PersonId, ...]:
        """Of whom anything was different in a run."""
        return self._runs.changed(run_id)

    def told(self, run_id: str) -> tuple[PersonId, ...]:
        """Of whom an officer is told something in a run."""
        return self._runs.told(run_id)

    def _entry(self, action: Action) -> AuditEntry:
        return AuditEntry(self._clock(), Actor(OWN_ACCOUNT, Role.RECORD_FEED), action)
