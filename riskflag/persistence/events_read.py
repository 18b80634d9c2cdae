"""Events that say that somebody changed: each puts them into the queue once, however often it comes."""

from dataclasses import replace
from datetime import timedelta
from enum import StrEnum

from sqlalchemy import Connection, bindparam, delete, insert, select

from riskflag.errors import Conflict
from riskflag.persistence import people, rescreening_queue, tables
from riskflag.persistence.audit import AuditEntry, add_entry
from riskflag.persistence.codec import utc_text
from riskflag.persistence.engine import Database
from riskflag.persistence.vault import vault_of
from riskflag.records import PersonNumbers
from riskflag.rescreening import Because

KNOWN_FOR = timedelta(days=30)
"""How long an event is known again: longer than a queue keeps one."""

_T = tables.event_read
_KNOWN = select(_T.c.key).where(_T.c.key == bindparam("wanted"))
_FORGET = delete(_T).where(_T.c.read_at < bindparam("before"))


class Came(StrEnum):
    """What came of an event."""

    QUEUED = "queued"
    TWICE = "twice"
    NOBODY = "nobody"
    CONFLICT = "conflict"


class EventsRead:
    """Events, heard durably. Raises StoreUnavailable when the database fails."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def hear(self, event_id: str, numbers: PersonNumbers | None, because: Because, entry: AuditEntry) -> Came:
        """Puts whoever has these numbers into the queue. That they were sought is recorded. An event about
        nobody who is held is not known again, for they may be held when it comes next."""

        def work(connection: Connection) -> Came:
            key = vault_of(connection).indexed(event_id, "event")
            if connection.execute(_KNOWN, {"wanted": key}).first() is not None:
                return Came.TWICE
            came = _queued(connection, numbers, because, entry)
            if came is Came.QUEUED:
                connection.execute(_FORGET, {"before": utc_text(entry.at - KNOWN_FOR)})
                connection.execute(insert(_T), {"key": key, "read_at": utc_text(entry.at)})
            return came

        return self._database.write(work)


def _queued(
    connection: Connection, numbers: PersonNumbers | None, because: Because, entry: AuditEntry
) -> Came:
    try:
        person_id = people.find_person(connection, numbers) if numbers is not None else None
    except Conflict:
        add_entry(connection, replace(entry, detail="conflict"))
        return Came.CONFLICT
    add_entry(connection, replace(entry, person_id=person_id, detail="found" if person_id else "not_found"))
    if person_id is None:
        return Came.NOBODY
    rescreening_queue.put(connection, {person_id: {because}}, entry.at)
    return Came.QUEUED
