"""What entries vouch for: an answer with how it is counted, a person with all records, the place register, a
decision, the list of known premises.

Each digest is worked out from the rows as they stand, when they were just written and when they are checked.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Select, Table, bindparam, select

from riskflag.persistence import assessments, known_premises, shelves, tables
from riskflag.persistence.audit import AuditEntry, add_entry
from riskflag.persistence.digests import Digest, Row, as_they_are, over_which, some_at_a_time, vouching
from riskflag.persistence.vault import vault_of
from riskflag.vocabulary import AssessmentId, PersonId

_BODIES = ("enquiry", "full_body", "open_body")
_ANSWER: Final = (
    *("id", "person_id", "as_of", "valid_until", "verdict", "complete", "rulebook", "stopped", "stop_shown"),
    *(*_BODIES, "asked_by", "asked_role", "purpose", "asked_at"),
)
_ASKED: Final = ("assessment_id", "person_id", "account", "role", "asked_at", "place", "body")
_DECISION: Final = ("sequence", "id", "assessment_id", "account", "role", "decided_at", "body")
_PREMISES: Final = ("sequence", "id", "building", "listed", "changed_at", "body")
_PERSON: Final = ("id", "noms_number", "case_reference_number", "pnc_number", "body")
_RECORD: Final = (
    *("sequence", "person_id", "kind", "source", "source_system", "source_id", "recorded_on"),
    *("happened_on", "body", "taken_at"),
)
_TOLD: Final = ("source", "asked_at", "answered", "complete", "watermark", "unreadable")
_COVERAGE: Final = ("person_id", *_TOLD, "held", "latest_taken_at")
# An entry made before a table got another column vouches for these alone: they are named, and not asked for.

_OF = "of_this"
_T = tables

_ANSWERS = select(*as_they_are(_T.assessment, _ANSWER), *as_they_are(_T.asked_place, _ASKED)).outerjoin_from(
    _T.assessment, _T.asked_place, _T.asked_place.c.assessment_id == _T.assessment.c.id
)
_ONE_ANSWER = _ANSWERS.where(_T.assessment.c.id == bindparam(_OF))
_DECISIONS = select(*as_they_are(_T.decision, _DECISION)).order_by(_T.decision.c.sequence)
_ONE_DECISION = _DECISIONS.where(_T.decision.c.id == bindparam(_OF))


def _of_person(table: Table, names: tuple[str, ...], whose: str) -> Select[Any]:
    return select(*as_they_are(table, names)).where(table.c[whose] == bindparam(_OF))


_THE_PERSON = _of_person(_T.person, _PERSON, "id")
_RECORDS = tuple(
    (table, _of_person(table, _RECORD, "person_id").order_by(table.c.sequence))
    for table in (_T.record, _T.protected_place)
)
_PLACE_KEYS = (
    select(*as_they_are(_T.protected_place_key, ("place", "key")))
    .join(_T.protected_place, _T.protected_place.c.sequence == _T.protected_place_key.c.place)
    .where(_T.protected_place.c.person_id == bindparam(_OF))
)
_LINK_KEYS = (
    select(*as_they_are(_T.caseload_key, ("link", "key")))
    .join(_T.record, _T.record.c.sequence == _T.caseload_key.c.link)
    .where(_T.record.c.person_id == bindparam(_OF))
)
_TOLD_OF_PERSON = _of_person(_T.coverage, _COVERAGE, "person_id")


def _all(table: Table, names: tuple[str, ...], *order: ColumnElement[Any]) -> Select[Any]:
    return select(*as_they_are(table, names)).order_by(*order)


_REGISTER = (
    _all(_T.place_register, (*_TOLD, "expected"), _T.place_register.c.source),
    _all(_T.place_key, ("incident_id", "key"), _T.place_key.c.incident_id, _T.place_key.c.key),
    _all(_T.place_count, ("key", "held"), _T.place_count.c.key),
)
_KNOWN = _all(_T.known_premises, _PREMISES, _T.known_premises.c.sequence)
_INCIDENTS = _all(_T.place_incident, ("id", "body"), _T.place_incident.c.id)


def record_decision(connection: Connection, decision_id: str, entry: AuditEntry) -> None:
    """Writes the entry with which something is decided, and vouches for the decision."""
    row = connection.execute(_ONE_DECISION, {_OF: decision_id}).mappings().one()
    add_entry(connection, vouching(entry, _decision_digest(connection, dict(row))))


def record_answer(connection: Connection, assessment_id: AssessmentId, entry: AuditEntry) -> None:
    """Writes the entry with which an answer is given, and vouches for the answer."""
    row = connection.execute(_ONE_ANSWER, {_OF: assessment_id}).mappings().one()
    add_entry(connection, vouching(entry, _answer_digest(connection, dict(row))))


@contextmanager
def recorded_addition(connection: Connection, person_id: PersonId, entry: AuditEntry) -> Iterator[None]:
    """Meanwhile something is added to what is held of a person. The entry vouches for all that is held then,
    and says over what it was added."""
    over = over_which(digest_of_person(connection, person_id))
    yield
    record_person(connection, person_id, entry, over)


def record_person(connection: Connection, person_id: PersonId, entry: AuditEntry, over: str = "") -> None:
    """Writes the entry with which something was stored of a person, and vouches for all that is held of them
    now.

    over: what ``over_which`` says of what was held before; empty where all of it was replaced
    """
    about = replace(entry, person_id=person_id)
    add_entry(connection, vouching(about, digest_of_person(connection, person_id), over))


def record_register(connection: Connection, entry: AuditEntry, over: str = "") -> None:
    """Writes the entry with which the place register was changed, and vouches for all of it.

    over: what ``over_which`` says of what it was before, where it was not replaced
    """
    add_entry(connection, vouching(entry, digest_of_register(connection), over))


@contextmanager
def recorded_premises(connection: Connection, entry: AuditEntry) -> Iterator[None]:
    """Meanwhile the list of known premises is changed. The entry vouches for the list, as above."""
    over = over_which(digest_of_premises(connection))
    yield
    add_entry(connection, vouching(entry, digest_of_premises(connection), over))


def answers(connection: Connection) -> Iterator[tuple[Row, str | None]]:
    """Every answer's row, and its digest; None for one that cannot be opened with these keys."""
    return ((row, _answer_digest(connection, row)) for row in some_at_a_time(connection, _ANSWERS))


def decisions(connection: Connection) -> Iterator[tuple[Row, str | None]]:
    """Every decision's row, and its digest; None as above."""
    return ((row, _decision_digest(connection, row)) for row in some_at_a_time(connection, _DECISIONS))


def digest_of_person(connection: Connection, person_id: PersonId) -> str | None:
    """The digest of all that is held of a person."""
    digest = Digest(vault_of(connection), "person")
    for row in _rows(connection, _THE_PERSON, person_id):
        digest.add(row, {"person_body": ("person", str(person_id))})
    for table, statement in _RECORDS:
        for row in _rows(connection, statement, person_id):
            said = {name: str(row[f"{table.name}_{name}"]) for name in _RECORD}
            digest.add(row, {f"{table.name}_body": shelves.belongs(said)})
    for statement in (_PLACE_KEYS, _LINK_KEYS, _TOLD_OF_PERSON):
        for row in sorted(_rows(connection, statement, person_id), key=lambda row: repr(tuple(row.values()))):
            digest.add(row)
    return digest.code()


def digest_of_register(connection: Connection) -> str | None:
    """The digest of the whole place register."""
    digest = Digest(vault_of(connection), "place register")
    for row in some_at_a_time(connection, _INCIDENTS):
        place = ("place_incident", str(row["place_incident_id"]))
        digest.add(row, {"place_incident_body": place})
    for statement in _REGISTER:
        for row in some_at_a_time(connection, statement):
            digest.add(row)
    return digest.code()


def digest_of_premises(connection: Connection) -> str | None:
    """The digest of the whole list of known premises, and of all that was ever on it."""
    digest = Digest(vault_of(connection), "known premises")
    for row in some_at_a_time(connection, _KNOWN):
        said = {name: row[f"{_T.known_premises.name}_{name}"] for name in _PREMISES}
        place = known_premises.belongs({**said, "id": str(said["id"]), "building": str(said["building"])})
        digest.add(row, {"known_premises_body": place})
    return digest.code()


def _answer_digest(connection: Connection, row: Row) -> str | None:
    digest = Digest(vault_of(connection), "answer")
    answer = str(row["assessment_id"])
    sealed = {f"assessment_{name}": assessments.belongs(name, answer) for name in _BODIES}
    if row["asked_place_assessment_id"] is not None:
        sealed["asked_place_body"] = (tables.asked_place.name, answer)
    digest.add(row, sealed)
    return digest.code()


def _decision_digest(connection: Connection, row: Row) -> str | None:
    digest = Digest(vault_of(connection), "decision")
    place = tables.decision.name, str(row["decision_id"]), str(row["decision_assessment_id"])
    digest.add(row, {"decision_body": place})
    return digest.code()


def _rows(connection: Connection, statement: Select[Any], person_id: PersonId) -> list[Row]:
    return [dict(row) for row in connection.execute(statement, {_OF: person_id}).mappings()]
