"""Runs of the screening. Who is to be screened is written down first, some thousands at a time so that nobody
who asks waits for it; then each has their turn, once. What is not done when a run stops is done by the next
that goes on with it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Connection, bindparam, delete, func, insert, literal, select, update

from riskflag.errors import NotFound
from riskflag.persistence import tables
from riskflag.persistence.audit import AuditEntry, add_entry
from riskflag.persistence.codec import text_to_moment, utc_text
from riskflag.persistence.engine import Database
from riskflag.standing import TurnState
from riskflag.vocabulary import PersonId

LISTED_AT_A_TIME = 20_000

_RUN, _TURN, _PERSON = tables.screening_run, tables.screening_turn, tables.person
_OF_RUN = bindparam("of_run", type_=_RUN.c.id.type)
_NEXT = (
    select(_TURN.c.sequence)
    .where(_TURN.c.run_id == _OF_RUN, _TURN.c.state == TurnState.WAITING.value)
    .order_by(_TURN.c.sequence)
)
_IN_RANGE = (
    select(_TURN.c.person_id)
    .where(
        _TURN.c.run_id == _OF_RUN,
        _TURN.c.state == TurnState.WAITING.value,
        _TURN.c.sequence >= bindparam("first"),
        _TURN.c.sequence <= bindparam("last"),
    )
    .order_by(_TURN.c.sequence)
)
_COUNT = (
    select(_TURN.c.state, func.count().label("number"))
    .where(_TURN.c.run_id == _OF_RUN)
    .group_by(_TURN.c.state)
)
_TOLD = (
    select(func.count()).select_from(_TURN).where(_TURN.c.run_id == _OF_RUN, _TURN.c.told == literal(True))
)
_LISTED = select(func.max(_TURN.c.person_id)).where(_TURN.c.run_id == _OF_RUN)
_OF_STATE = (
    select(_TURN.c.person_id)
    .where(_TURN.c.run_id == _OF_RUN, _TURN.c.state == bindparam("of_state"))
    .order_by(_TURN.c.person_id)
)
_CHANGED = (
    select(_TURN.c.person_id)
    .where(_TURN.c.run_id == _OF_RUN, _TURN.c.changed == literal(True))
    .order_by(_TURN.c.person_id)
)
_TOLD_OF = (
    select(_TURN.c.person_id)
    .where(_TURN.c.run_id == _OF_RUN, _TURN.c.told == literal(True))
    .order_by(_TURN.c.person_id)
)


@dataclass(frozen=True, slots=True)
class Run:
    """One run.

    id: opaque
    as_of: the moment as of which everybody is screened
    began_at: when it began
    first_time: whether what is found about a proposal that nobody looked at before is kept and not told
    people: how many are to be screened; None until all are listed
    ended_at: when it ended; None where it has not
    """

    id: str
    as_of: datetime
    began_at: datetime
    first_time: bool
    people: int | None = None
    ended_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Counted:
    """How a run stands.

    people: how many are to be screened
    waiting, done, incomplete, failed: of how many each is true
    told: about how many an officer is told something
    """

    people: int
    waiting: int
    done: int
    incomplete: int
    failed: int
    told: int

    @property
    def reconciled(self) -> bool:
        """Whether everybody was screened, and once."""
        return not self.waiting and self.people == self.done + self.incomplete + self.failed


class ScreeningRuns:
    """Runs, held durably. Every method raises StoreUnavailable when the database fails."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def begin(self, run: Run, people: Sequence[PersonId] | None, entry: AuditEntry) -> None:
        """Writes that a run begins, and forgets whose turn it was in earlier ones but the last that ended.

        people: who is to be screened; None for everybody, whom ``list_people`` then lists
        """

        def work(connection: Connection) -> None:
            row = {"id": run.id, "as_of": utc_text(run.as_of), "began_at": utc_text(run.began_at)}
            named = None if people is None else len(set(people))
            connection.execute(insert(_RUN), {**row, "first_time": run.first_time, "people": named})
            turns = [_turn(run.id, person_id) for person_id in sorted(set(people or ()))]
            if turns:
                connection.execute(insert(_TURN), turns)
            add_entry(connection, replace(entry, detail=run.id))

        self._database.write(work)
        while self._database.write(_forget_some):
            pass

    def list_people(self, run_id: str) -> None:
        """Lists everybody, or whoever is not listed yet of a run that was stopped meanwhile."""
        while not self._database.write(lambda connection: _list_some(connection, run_id)):
            pass

    def read(self, run_id: str) -> Run:
        """The run. Raises NotFound."""
        row = self._database.read(
            lambda connection: connection.execute(select(_RUN).where(_RUN.c.id == run_id)).one_or_none()
        )
        if row is None:
            raise NotFound("no such run")
        return Run(
            id=row.id,
            as_of=text_to_moment(row.as_of),
            began_at=text_to_moment(row.began_at),
            first_time=row.first_time,
            people=row.people,
            ended_at=text_to_moment(row.ended_at) if row.ended_at else None,
        )

    def partitions(self, run_id: str, size: int) -> tuple[tuple[int, int], ...]:
        """Ranges that hold everybody whose turn is still to come, at most ``size`` of them each."""

        def work(connection: Connection) -> tuple[tuple[int, int], ...]:
            waiting = connection.execute(_NEXT, {"of_run": run_id}).scalars().all()
            parts = (waiting[first : first + size] for first in range(0, len(waiting), size))
            return tuple((part[0], part[-1]) for part in parts)

        return self._database.read(work)

    def waiting(self, run_id: str, first: int, last: int) -> tuple[PersonId, ...]:
        """Whose turn is still to come, in a range."""
        wanted = {"of_run": run_id, "first": first, "last": last}
        found = self._database.read(lambda connection: connection.execute(_IN_RANGE, wanted).scalars().all())
        return tuple(PersonId(each) for each in found)

    def of_state(self, run_id: str, state: TurnState) -> tuple[PersonId, ...]:
        """Of whom that is true."""
        wanted = {"of_run": run_id, "of_state": state.value}
        found = self._database.read(lambda connection: connection.execute(_OF_STATE, wanted).scalars().all())
        return tuple(PersonId(each) for each in found)

    def changed(self, run_id: str) -> tuple[PersonId, ...]:
        """Of whom anything was different from the time before."""
        wanted = {"of_run": run_id}
        found = self._database.read(lambda connection: connection.execute(_CHANGED, wanted).scalars().all())
        return tuple(PersonId(each) for each in found)

    def told(self, run_id: str) -> tuple[PersonId, ...]:
        """Of whom an officer is told something."""
        wanted = {"of_run": run_id}
        found = self._database.read(lambda connection: connection.execute(_TOLD_OF, wanted).scalars().all())
        return tuple(PersonId(each) for each in found)

    def count(self, run_id: str) -> Counted:
        """How it stands."""
        return self._database.read(lambda connection: _count(connection, run_id))

    def end(self, run_id: str, entry: AuditEntry) -> Counted:
        """Writes that the run ended, with what it came to, if everybody had their turn. How it stands."""

        def work(connection: Connection) -> Counted:
            counted = _count(connection, run_id)
            if counted.reconciled:
                ended = {
                    "ended_at": utc_text(entry.at),
                    "done": counted.done,
                    "incomplete": counted.incomplete,
                    "failed": counted.failed,
                }
                connection.execute(update(_RUN).where(_RUN.c.id == run_id).values(ended))
                said = f"done={counted.done} incomplete={counted.incomplete} failed={counted.failed}"
                add_entry(connection, replace(entry, detail=f"{run_id} {said}"))
            return counted

        return self._database.write(work)


def _turn(run_id: str, person_id: PersonId) -> dict[str, object]:
    state = TurnState.WAITING.value
    return {"run_id": run_id, "person_id": person_id, "state": state, "changed": False, "told": False}


def _list_some(connection: Connection, run_id: str) -> bool:
    """Lists the next people. Whether all are listed."""
    last = connection.execute(_LISTED, {"of_run": run_id}).scalar() or ""
    some = (
        select(
            literal(run_id), _PERSON.c.id, literal(TurnState.WAITING.value), literal(False), literal(False)
        )
        .where(_PERSON.c.id > last)
        .order_by(_PERSON.c.id)
        .limit(LISTED_AT_A_TIME)
    )
    names = ["run_id", "person_id", "state", "changed", "told"]
    connection.execute(insert(_TURN).from_select(names, some))
    if (connection.execute(_LISTED, {"of_run": run_id}).scalar() or "") != last:
        return False
    listed = select(func.count()).select_from(_TURN).where(_TURN.c.run_id == run_id).scalar_subquery()
    connection.execute(update(_RUN).where(_RUN.c.id == run_id).values(people=listed))
    return True


def _forget_some(connection: Connection) -> int:
    """Takes away some turns of earlier runs. How many."""
    ended = select(_RUN.c.id).where(_RUN.c.ended_at.is_not(None)).order_by(_RUN.c.began_at.desc())
    earlier = connection.execute(ended.offset(1)).scalars().all()
    if not earlier:
        return 0
    some = select(_TURN.c.sequence).where(_TURN.c.run_id.in_(earlier)).limit(LISTED_AT_A_TIME)
    return connection.execute(delete(_TURN).where(_TURN.c.sequence.in_(some))).rowcount


def _count(connection: Connection, run_id: str) -> Counted:
    run = connection.execute(select(_RUN.c.people).where(_RUN.c.id == run_id)).scalar_one()
    states = {row.state: row.number for row in connection.execute(_COUNT, {"of_run": run_id})}
    of = {state: states.get(state.value, 0) for state in TurnState}
    return Counted(
        people=sum(of.values()) if run is None else run,
        waiting=of[TurnState.WAITING] if run is not None else max(of[TurnState.WAITING], 1),
        done=of[TurnState.DONE],
        incomplete=of[TurnState.INCOMPLETE],
        failed=of[TurnState.FAILED],
        told=connection.execute(_TOLD, {"of_run": run_id}).scalar_one(),
    )
