"""What an auditor reads: who did what, what looks like a search, and whether the audit holds.

Every method raises StoreUnavailable when the database fails. That somebody looked is recorded.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import Connection, Row, Select, select

from riskflag.dossier import LONDON
from riskflag.persistence import asked_places, tables
from riskflag.persistence.asked_places import RaisedAlert
from riskflag.persistence.audit import Action, AuditEntry, add_entry
from riskflag.persistence.audit_examined import Examined, examine
from riskflag.persistence.codec import utc_text
from riskflag.persistence.digests import as_they_are, vouched
from riskflag.persistence.engine import Database
from riskflag.persistence.sqlite import any_text_readable
from riskflag.vocabulary import PersonId

_TABLE = tables.audit_entry
_SAID = (
    *("sequence", "at", "actor", "role", "action", "person_id", "assessment_id", "purpose", "told", "detail"),
)
_NEWEST_FIRST = select(*as_they_are(_TABLE, _SAID)).order_by(_TABLE.c.sequence.desc())
_LAST = select(_TABLE.c.sequence).order_by(_TABLE.c.sequence.desc()).limit(1)


@dataclass(frozen=True, slots=True)
class AuditQuery:
    """Which entries are asked for; None asks for any.

    account: of whom
    action: what was done
    person_id: about whom
    first, last: from and to which day, in London, both taken in
    before: only entries with smaller numbers: where the page before ended
    """

    account: str | None = None
    action: Action | None = None
    person_id: PersonId | None = None
    first: date | None = None
    last: date | None = None
    before: int | None = None


@dataclass(frozen=True, slots=True)
class ReadEntry:
    """An entry as it stands there, whatever that is: each field as text, None where there is none.

    sequence: its number
    Other fields are as in ``AuditEntry``; the detail without the code that vouches for what was written.
    """

    sequence: str
    at: str
    actor: str
    role: str
    action: str
    person_id: str | None
    assessment_id: str | None
    purpose: str | None
    told: str | None
    detail: str


@dataclass(frozen=True, slots=True)
class AuditPage:
    """Some entries.

    entries: the newest first
    more: whether older ones were asked for too
    """

    entries: tuple[ReadEntry, ...]
    more: bool


class AuditLog:
    """The audit, for those whose task it is."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def alerts(self, since: datetime, entry: AuditEntry) -> tuple[RaisedAlert, ...]:
        """What the auditor must look at, the latest first."""

        def work(connection: Connection) -> tuple[RaisedAlert, ...]:
            add_entry(connection, entry)
            return asked_places.raised_since(connection, since)

        return self._database.write(work)

    def read(self, query: AuditQuery, most: int, entry: AuditEntry) -> AuditPage:
        """Entries that fit, at most so many. What was there before this reading was recorded."""

        def work(connection: Connection) -> AuditPage:
            with any_text_readable(connection):
                found = [_read(row) for row in connection.execute(_fitting(query).limit(most + 1))]
            return AuditPage(tuple(found[:most]), len(found) > most)

        page = self._database.read(work)
        self._database.write(lambda connection: add_entry(connection, entry))
        return page

    def check(self, most: int, entry: AuditEntry) -> Examined | None:
        """What came of looking at all of it; None where there are more entries than can be looked at while
        somebody waits."""
        self._database.write(lambda connection: add_entry(connection, entry))
        newest = self._database.read(lambda connection: connection.execute(_LAST).scalar_one())
        return examine(self._database, None) if newest <= most else None


def _fitting(query: AuditQuery) -> Select[Any]:
    wanted = _NEWEST_FIRST
    if query.account is not None:
        wanted = wanted.where(_TABLE.c.actor == query.account)
    if query.action is not None:
        wanted = wanted.where(_TABLE.c.action == query.action.value)
    if query.person_id is not None:
        wanted = wanted.where(_TABLE.c.person_id == query.person_id)
    if query.first is not None:
        wanted = wanted.where(_TABLE.c.at >= _begins(query.first))
    if query.last is not None and query.last < date.max:
        wanted = wanted.where(_TABLE.c.at < _begins(query.last + timedelta(days=1)))
    if query.before is not None:
        wanted = wanted.where(_TABLE.c.sequence < query.before)
    return wanted


def _begins(day: date) -> str:
    """Moments are written so that their texts stand in the order of the moments themselves."""
    return utc_text(datetime.combine(day, time(), LONDON))


def _read(row: Row[Any]) -> ReadEntry:
    said = {name: _text(value) for name, value in zip(_SAID, row, strict=True)}
    detail = said["detail"] or ""
    return ReadEntry(
        sequence=said["sequence"] or "",
        at=said["at"] or "",
        actor=said["actor"] or "",
        role=said["role"] or "",
        action=said["action"] or "",
        person_id=said["person_id"],
        assessment_id=said["assessment_id"],
        purpose=said["purpose"],
        told=said["told"],
        detail=vouched(detail).said,
    )


def _text(value: object) -> str | None:
    """As text that can be shown: what is none, which only meddling leaves there, is marked as such."""
    return None if value is None else str(value).encode("utf-8", "replace").decode("utf-8")
