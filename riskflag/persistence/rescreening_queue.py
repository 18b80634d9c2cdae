"""Who must be looked at again: put there with the change itself, and taken by whoever looks, in turns.

Whoever takes somebody has them for a while. One that dies loses its turn when that is over, and its tries are
counted: somebody who cannot be looked at is set aside, where they are seen, and stops nobody else.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

import structlog
from sqlalchemy import (
    BindParameter,
    Connection,
    Row,
    and_,
    bindparam,
    delete,
    func,
    insert,
    or_,
    select,
    update,
)

from riskflag.persistence import tables
from riskflag.persistence.codec import text_to_moment, utc_text
from riskflag.persistence.engine import Database
from riskflag.rescreening import Because
from riskflag.vocabulary import PersonId

log = structlog.get_logger()

MOST_TRIES = 8
LEASE = timedelta(minutes=2)
"""How long somebody who was taken is left to whoever took them."""
FIRST_WAIT = timedelta(seconds=5)
"""After a failure; twice as long after each further one."""

_T = tables.rescreening
_NOW: BindParameter[str] = bindparam("now")
_WAITING = and_(_T.c.dead_at.is_(None), _T.c.due_at <= _NOW)
_FREE = or_(_T.c.claim.is_(None), _T.c.claimed_until < _NOW)
_TAKEN = select(_T.c.person_id).where(_T.c.claim.is_not(None), _T.c.claimed_until >= _NOW)
_DUE = (
    select(_T.c.person_id, func.min(_T.c.sequence))
    .where(_WAITING, _FREE, _T.c.person_id.not_in(_TAKEN))
    .group_by(_T.c.person_id)
    .order_by(func.min(_T.c.sequence))
    .limit(bindparam("most"))
)
_CLAIM = (
    update(_T)
    .where(_T.c.person_id == bindparam("of_person"), _WAITING, _FREE)
    .values(claim=bindparam("by"), claimed_until=bindparam("until"), attempts=_T.c.attempts + 1)
)
_CLAIMED = select(_T).where(_T.c.claim == bindparam("by")).order_by(_T.c.sequence)
_AGAIN = (
    update(_T)
    .where(
        _T.c.person_id == bindparam("of_person"),
        _T.c.reason == bindparam("why"),
        _T.c.claim.is_(None),
        _T.c.dead_at.is_(None),
    )
    .values(due_at=_NOW)
)
_THIS = and_(_T.c.sequence == bindparam("number"), _T.c.claim == bindparam("by"))
_DONE = delete(_T).where(_THIS)
_FREED = (
    update(_T)
    .where(_THIS)
    .values(claim=None, claimed_until=None, due_at=bindparam("due"), dead_at=bindparam("dead"))
)
_REVIVED = update(_T).where(_T.c.dead_at.is_not(None)).values(dead_at=None, attempts=0, due_at=_NOW)
_STANDING = select(
    func.count().filter(_T.c.dead_at.is_(None)).label("waiting"),
    func.count(_T.c.dead_at).label("dead"),
    func.min(_T.c.put_at).filter(_T.c.dead_at.is_(None)).label("oldest"),
)
_DEAD = select(_T).where(_T.c.dead_at.is_not(None)).order_by(_T.c.sequence)
_EVERYBODY = insert(_T).from_select(
    ["person_id", "reason", "put_at", "attempts", "due_at"],
    select(
        tables.person.c.id, bindparam("why"), bindparam("put"), bindparam("tries"), bindparam("put")
    ).where(
        tables.person.c.id.not_in(
            select(_T.c.person_id).where(
                _T.c.reason == bindparam("why"), _T.c.claim.is_(None), _T.c.dead_at.is_(None)
            )
        )
    ),
)


@dataclass(frozen=True, slots=True)
class Turn:
    """Somebody who was taken to be looked at again.

    person_id: who
    because: every reason that waited
    put_at: since when
    until: how long they are left to whoever took them
    tries: how often they were taken, this time among them
    claim, rows: by which the turn is known
    """

    person_id: PersonId
    because: frozenset[Because]
    put_at: datetime
    until: datetime
    tries: int
    claim: str
    rows: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """How things stand.

    waiting: how much waits or is under way
    dead: how much was set aside after MOST_TRIES
    oldest: since when the oldest of what waits does; None where nothing waits
    """

    waiting: int
    dead: int
    oldest: datetime | None


@dataclass(frozen=True, slots=True)
class SetAside:
    """Somebody who could not be looked at again."""

    person_id: PersonId
    because: Because
    put_at: datetime
    dead_at: datetime


def put(connection: Connection, people: Mapping[PersonId, Collection[Because]], at: datetime) -> None:
    """Writes that these people must be looked at again. What waits for the same reason is not written twice;
    it no longer waits for another try."""
    now = utc_text(at)
    for person_id, reasons in people.items():
        for why in sorted(reasons):
            asked = {"of_person": person_id, "why": why.value, "now": now}
            if not connection.execute(_AGAIN, asked).rowcount:
                row = {"person_id": person_id, "reason": why.value, "put_at": now, "due_at": now}
                connection.execute(insert(_T), {**row, "attempts": 0})


def put_everybody(connection: Connection, because: Because, at: datetime) -> None:
    """Writes that everybody who is held must be looked at again."""
    connection.execute(_EVERYBODY, {"why": because.value, "put": utc_text(at), "tries": 0})


class RescreeningQueue:
    """The queue, for whoever takes from it. Every method raises StoreUnavailable when the database fails."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def take(self, now: datetime, most: int) -> tuple[Turn, ...]:
        """Takes so many people at most, who have waited longest. Nobody else has them meanwhile."""
        asked = {"now": utc_text(now), "most": most}
        if self._database.read(lambda connection: connection.execute(_DUE, asked).first()) is None:
            return ()  # nobody waits, and no writer is kept from their turn to find that out
        return self._database.write(lambda connection: _take(connection, now, most))

    def finish(self, turn: Turn) -> bool:
        """Takes them out, once they were looked at. False where the turn was over: another may have it."""
        rows = [{"number": number, "by": turn.claim} for number in turn.rows]
        return self._database.write(
            lambda connection: sum(connection.execute(_DONE, row).rowcount for row in rows) == len(rows)
        )

    def fail(self, turn: Turn, now: datetime, error: str) -> bool:
        """Puts them back, to be tried again later, or sets them aside. Whether they were set aside.

        error: what kind of error it was, and nothing of what it says
        """
        over = turn.tries >= MOST_TRIES
        if over:
            log.error("rescreening_set_aside", error=error)
        else:
            log.warning("rescreening_failed", error=error)
        due = now + FIRST_WAIT * 2 ** (turn.tries - 1)
        self._database.write(lambda connection: _free(connection, turn, due, now if over else None))
        return over

    def give_back(self, turns: Iterable[Turn], now: datetime) -> None:
        """Puts back those who were not looked at, because whoever took them stops."""
        every = tuple(turns)

        def work(connection: Connection) -> None:
            for turn in every:
                _free(connection, turn, now, None)

        if every:
            self._database.write(work)

    def standing(self) -> Standing:
        """How things stand."""
        row = self._database.read(lambda connection: connection.execute(_STANDING).one())
        return Standing(row.waiting, row.dead, text_to_moment(row.oldest) if row.oldest else None)

    def set_aside(self) -> tuple[SetAside, ...]:
        """Everybody who was set aside, for each reason."""
        return self._database.read(lambda connection: tuple(map(_set_aside, connection.execute(_DEAD))))

    def revive(self, now: datetime) -> int:
        """Puts back all that was set aside. Gives how much that was."""
        asked = {"now": utc_text(now)}
        return self._database.write(lambda connection: connection.execute(_REVIVED, asked).rowcount)


def _take(connection: Connection, now: datetime, most: int) -> tuple[Turn, ...]:
    until = now + LEASE
    moments = {"now": utc_text(now), "until": utc_text(until)}
    due = connection.execute(_DUE, {"now": moments["now"], "most": most}).scalars().all()
    turns = []
    for person_id in due:
        claim = uuid4().hex
        connection.execute(_CLAIM, {**moments, "of_person": person_id, "by": claim})
        turns.append(_turn(connection.execute(_CLAIMED, {"by": claim}).all(), until))
    return tuple(turns)


def _turn(rows: Iterable[Row[*tuple[Any, ...]]], until: datetime) -> Turn:
    every = tuple(rows)
    return Turn(
        person_id=PersonId(every[0].person_id),
        because=frozenset(Because(row.reason) for row in every),
        put_at=min(text_to_moment(row.put_at) for row in every),
        until=until,
        tries=max(row.attempts for row in every),
        claim=every[0].claim,
        rows=tuple(row.sequence for row in every),
    )


def _free(connection: Connection, turn: Turn, due: datetime, dead: datetime | None) -> None:
    moments = {"due": utc_text(due), "dead": utc_text(dead) if dead else None}
    for number in turn.rows:
        connection.execute(_FREED, {**moments, "number": number, "by": turn.claim})


def _set_aside(row: Row[*tuple[Any, ...]]) -> SetAside:
    moments = text_to_moment(row.put_at), text_to_moment(row.dead_at)
    return SetAside(PersonId(row.person_id), Because(row.reason), *moments)
