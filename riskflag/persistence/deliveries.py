"""Messages on their way: what was put into the outbox, by each channel that is in use, until it was sent.

Each is sent at least once: it counts as sent only once that is written, and whoever receives it knows it
again by its identifier. What cannot be sent is tried again, each time later, and in the end set aside, where
it is seen.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

from sqlalchemy import (
    BindParameter,
    Connection,
    Row,
    and_,
    bindparam,
    func,
    insert,
    or_,
    select,
    update,
)

from riskflag.persistence import tables
from riskflag.persistence.codec import text_to_moment, utc_text
from riskflag.persistence.engine import Database
from riskflag.vocabulary import AssessmentId, PersonId

MOST_TRIES = 14
LEASE = timedelta(minutes=2)
FIRST_WAIT, LONGEST_WAIT = timedelta(seconds=5), timedelta(hours=1)
REACHES_BACK = timedelta(days=7)
"""How old a message may be that a channel is given when it is first used."""

_T, _OUTBOX = tables.delivery, tables.outbox
_NOW: BindParameter[str] = bindparam("now")
_CHANNEL: BindParameter[str] = bindparam("by_channel")
_LAST = select(func.max(_T.c.message)).where(_T.c.channel == _CHANNEL).scalar_subquery()
_NEW = select(_OUTBOX.c.sequence).where(
    _OUTBOX.c.person_id.is_not(None),
    _OUTBOX.c.kind.in_(bindparam("kinds", expanding=True)),
    or_(_OUTBOX.c.sequence > _LAST, and_(_LAST.is_(None), _OUTBOX.c.put_at > bindparam("since"))),
)
_OPEN = and_(_T.c.sent_at.is_(None), _T.c.dead_at.is_(None))
_DUE = (
    select(_T.c.message)
    .where(
        _T.c.channel == _CHANNEL,
        _OPEN,
        _T.c.due_at <= _NOW,
        or_(_T.c.claim.is_(None), _T.c.claimed_until < _NOW),
    )
    .order_by(_T.c.message)
    .limit(bindparam("most"))
)
_CLAIM = (
    update(_T)
    .where(_T.c.message.in_(bindparam("these", expanding=True)), _T.c.channel == _CHANNEL)
    .values(claim=bindparam("by"), claimed_until=bindparam("until"), attempts=_T.c.attempts + 1)
)
_WITH_MESSAGE = select(
    *(_T.c[name] for name in ("message", "channel", "attempts", "due_at", "claim", "claimed_until")),
    *(_T.c[name] for name in ("dead_at", "because", "sent_at")),
    *(_OUTBOX.c[name] for name in ("id", "kind", "put_at", "person_id", "assessment_id")),
).join(_OUTBOX, _OUTBOX.c.sequence == _T.c.message)
_CLAIMED = _WITH_MESSAGE.where(_T.c.claim == bindparam("by")).order_by(_T.c.message)
_UNSENT = _WITH_MESSAGE.where(_T.c.sent_at.is_(None)).order_by(_T.c.message).limit(bindparam("most"))
_SET_ASIDE = (
    _WITH_MESSAGE.where(_T.c.sent_at.is_(None), _T.c.dead_at.is_not(None))
    .order_by(_T.c.message)
    .limit(bindparam("most"))
)
_THIS = and_(_T.c.message == bindparam("number"), _T.c.channel == _CHANNEL, _T.c.claim == bindparam("by"))
_SENT = update(_T).where(_THIS).values(sent_at=_NOW, claim=None, claimed_until=None, because=None)
_FREED = (
    update(_T)
    .where(_THIS)
    .values(
        claim=None,
        claimed_until=None,
        due_at=bindparam("due"),
        dead_at=bindparam("dead"),
        because=bindparam("why"),
    )
)
_TRIED = (
    update(_OUTBOX)
    .where(_OUTBOX.c.sequence == bindparam("number"))
    .values(attempts=_OUTBOX.c.attempts + 1, sent_at=func.coalesce(_OUTBOX.c.sent_at, bindparam("sent")))
)
_AGAIN = (
    update(_T)
    .where(
        _T.c.message.in_(select(_OUTBOX.c.sequence).where(_OUTBOX.c.id == bindparam("of_id"))),
        _T.c.sent_at.is_(None),
    )
    .values(attempts=0, due_at=_NOW, dead_at=None, because=None)
)
_STANDING = select(
    _T.c.channel,
    func.count().filter(_OPEN).label("waiting"),
    func.count(_T.c.dead_at).label("dead"),
    func.min(_OUTBOX.c.put_at).filter(_OPEN).label("oldest"),
).join(_OUTBOX, _OUTBOX.c.sequence == _T.c.message)


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A message that whoever took it is to send.

    id: by which whoever receives it knows it again
    kind: what happened
    put_at: when
    person_id, assessment_id: about whom, and in which answer it can be read
    tries: how often it was taken, this time among them
    until: how long it is left to whoever took it
    message, channel, claim: by which the turn is known
    """

    id: str
    kind: str
    put_at: datetime
    person_id: PersonId
    assessment_id: AssessmentId | None
    tries: int
    until: datetime
    message: int
    channel: str
    claim: str


@dataclass(frozen=True, slots=True)
class Unsent:
    """A message that was not sent by a channel yet.

    because: why not, when it was last tried; None where it was not
    due_at: when it is tried next
    dead_at: when it was set aside; None while it is tried
    """

    id: str
    kind: str
    put_at: datetime
    channel: str
    tries: int
    because: str | None
    due_at: datetime
    dead_at: datetime | None


@dataclass(frozen=True, slots=True)
class Standing:
    """How things stand with one channel: how much waits, was set aside, and since when the oldest waits."""

    waiting: int
    dead: int
    oldest: datetime | None


class Deliveries:
    """Messages for whoever sends them. Every method raises StoreUnavailable when the database fails."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def take(self, channel: str, kinds: Collection[str], now: datetime, most: int) -> tuple[Outgoing, ...]:
        """Takes so many messages of these kinds at most, the oldest first. Nobody else has them meanwhile."""
        asked = {
            "by_channel": channel,
            "kinds": sorted(kinds),
            "since": utc_text(now - REACHES_BACK),
            "now": utc_text(now),
            "most": most,
        }
        if not self._database.read(lambda connection: _any(connection, asked)):
            return ()
        return self._database.write(lambda connection: _take(connection, asked, now + LEASE))

    def sent(self, outgoing: Outgoing, now: datetime) -> None:
        """Writes that it was sent."""
        moment = utc_text(now)

        def work(connection: Connection) -> None:
            connection.execute(_SENT, {**_turn(outgoing), "now": moment})
            connection.execute(_TRIED, {"number": outgoing.message, "sent": moment})

        self._database.write(work)

    def fail(self, outgoing: Outgoing, now: datetime, why: str) -> bool:
        """Puts it back, to be tried again later, or sets it aside. Whether it was set aside."""
        over = outgoing.tries >= MOST_TRIES
        due = now + min(FIRST_WAIT * 2 ** (outgoing.tries - 1), LONGEST_WAIT)
        row = {"due": utc_text(due), "dead": utc_text(now) if over else None, "why": why}

        def work(connection: Connection) -> None:
            connection.execute(_FREED, {**_turn(outgoing), **row})
            connection.execute(_TRIED, {"number": outgoing.message, "sent": None})

        self._database.write(work)
        return over

    def give_back(self, outgoing: Iterable[Outgoing], now: datetime) -> None:
        """Puts back what was not sent, because whoever took it stops."""
        rows = [{**_turn(each), "due": utc_text(now), "dead": None, "why": None} for each in outgoing]
        if rows:
            self._database.write(lambda connection: [connection.execute(_FREED, row) for row in rows])

    def unsent(self, most: int) -> tuple[Unsent, ...]:
        """What was not sent yet, the oldest first."""
        return self._database.read(
            lambda connection: tuple(map(_unsent, connection.execute(_UNSENT, {"most": most})))
        )

    def set_aside(self, most: int) -> tuple[Unsent, ...]:
        """What was set aside and not tried anew since, the oldest first."""
        return self._database.read(
            lambda connection: tuple(map(_unsent, connection.execute(_SET_ASIDE, {"most": most})))
        )

    def again(self, message_id: str, now: datetime) -> int:
        """Lets a message be tried anew at once, whatever came of it. Gives by how many channels."""
        asked = {"of_id": message_id, "now": utc_text(now)}
        return self._database.write(lambda connection: connection.execute(_AGAIN, asked).rowcount)

    def standing(self) -> Mapping[str, Standing]:
        """How things stand, by channel."""
        rows = self._database.read(
            lambda connection: connection.execute(_STANDING.group_by(_T.c.channel)).all()
        )
        return {
            row.channel: Standing(row.waiting, row.dead, text_to_moment(row.oldest) if row.oldest else None)
            for row in rows
        }


def _any(connection: Connection, asked: Mapping[str, Any]) -> bool:
    new = connection.execute(_NEW.limit(1), asked).first()
    return new is not None or connection.execute(_DUE, asked).first() is not None


def _take(connection: Connection, asked: Mapping[str, Any], until: datetime) -> tuple[Outgoing, ...]:
    new = connection.execute(_NEW, asked).scalars().all()
    if new:
        row = {"channel": asked["by_channel"], "attempts": 0, "due_at": asked["now"]}
        connection.execute(insert(_T), [{**row, "message": number} for number in new])
    claim = uuid4().hex
    these = connection.execute(_DUE, asked).scalars().all()
    connection.execute(_CLAIM, {**asked, "these": list(these), "by": claim, "until": utc_text(until)})
    return tuple(_outgoing(row, until) for row in connection.execute(_CLAIMED, {"by": claim}))


def _turn(outgoing: Outgoing) -> dict[str, object]:
    return {"number": outgoing.message, "by_channel": outgoing.channel, "by": outgoing.claim}


def _outgoing(row: Row[*tuple[Any, ...]], until: datetime) -> Outgoing:
    return Outgoing(
        id=row.id,
        kind=row.kind,
        put_at=text_to_moment(row.put_at),
        person_id=PersonId(row.person_id),
        assessment_id=row.assessment_id,
        tries=row.attempts,
        until=until,
        message=row.message,
        channel=row.channel,
        claim=row.claim,
    )


def _unsent(row: Row[*tuple[Any, ...]]) -> Unsent:
    return Unsent(
        id=row.id,
        kind=row.kind,
        put_at=text_to_moment(row.put_at),
        channel=row.channel,
        tries=row.attempts,
        because=row.because,
        due_at=text_to_moment(row.due_at),
        dead_at=text_to_moment(row.dead_at) if row.dead_at else None,
    )
