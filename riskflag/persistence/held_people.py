"""All that is held of some people at once, for screening: one statement a table for all of them together.

What cannot be read of one person costs nobody else theirs: their records count against their sources, and who
they are is None.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import BindParameter, Connection, Row, bindparam, select

from riskflag.decisions import OnProposal, ProposalDecision
from riskflag.dossier import EarlierEnquiry, SourceCoverage
from riskflag.errors import StoreUnavailable
from riskflag.persistence import tables
from riskflag.persistence.assessments import earlier, read_enquiry
from riskflag.persistence.codec import decode, text_to_moment, utc_text
from riskflag.persistence.decisions import read_decision
from riskflag.persistence.records import put_together
from riskflag.persistence.shelves import KIND_NAMES
from riskflag.persistence.vault import Vault, opened_value, vault_of
from riskflag.proposals import Proposal, proposal_of
from riskflag.records import RECORD_KINDS, Person, ProtectedPlace, Record
from riskflag.standing import OWN_ACCOUNT, AskedFor, Kept
from riskflag.standing.outcome import rests_on
from riskflag.vocabulary import AssessmentId, PersonId, Source

Rows = Sequence[Row[Any]]
_AT_A_TIME = 1000

_PEOPLE: BindParameter[Sequence[str]] = bindparam("people", expanding=True)
_PERSON = select(tables.person.c.id, tables.person.c.body).where(tables.person.c.id.in_(_PEOPLE))
_SHELVES = {
    table.name: select(
        table.c.person_id,
        table.c.kind,
        table.c.source,
        table.c.source_system,
        table.c.source_id,
        table.c.body,
    )
    .where(table.c.person_id.in_(_PEOPLE))
    .order_by(table.c.sequence)
    for table in (tables.record, tables.protected_place)
}
_APART = KIND_NAMES[ProtectedPlace]
_COVERAGE = select(tables.coverage).where(tables.coverage.c.person_id.in_(_PEOPLE))
_A = tables.assessment.c
_ANSWERS = (
    select(
        _A.id, _A.person_id, _A.enquiry, _A.asked_by, _A.asked_role, _A.asked_at, _A.stopped, _A.stop_shown
    )
    .where(_A.person_id.in_(_PEOPLE))
    .order_by(_A.asked_at.desc(), _A.id)
)
_DECISIONS = (
    select(tables.decision, _A.person_id)
    .join(tables.assessment, tables.decision.c.assessment_id == _A.id)
    .where(_A.person_id.in_(_PEOPLE))
    .order_by(tables.decision.c.sequence)
)
_KEPT = select(tables.screened).where(tables.screened.c.person_id.in_(_PEOPLE))


@dataclass(frozen=True, slots=True)
class HeldPerson:
    """All that is held of one person, save of places.

    person_id: opaque
    person: who it is; None where that cannot be read
    records: every record that can be read
    coverage: what was asked of each source, less what cannot be read
    digest: of all that the records say
    asked: what was asked about them, the latest first
    asked_before: the places asked about lately by somebody; None where one cannot be read
    kept: what was kept of the last screening; None where there was none, or it cannot be read
    version: of what was kept; nought where there was none
    """

    person_id: PersonId
    person: Person | None
    records: tuple[Record, ...]
    coverage: Mapping[Source, SourceCoverage]
    digest: str
    asked: tuple[AskedFor, ...]
    asked_before: tuple[EarlierEnquiry, ...] | None
    kept: Kept | None
    version: int


def read_people(
    connection: Connection, people: Sequence[PersonId], since: datetime
) -> tuple[HeldPerson, ...]:
    """Each of these people who is held, in the order given.

    since: from when on places asked about count as asked about lately
    """
    wanted = {"people": list(people)}
    records: dict[str, list[Row[Any]]] = {}
    for statement in _SHELVES.values():
        _by_person(connection.execute(statement, wanted), records)
    answers = _by_person(connection.execute(_ANSWERS, wanted), {})
    rows = _Rows(
        person=_one_each(connection.execute(_PERSON, wanted), "id"),
        records=records,
        told=_by_person(connection.execute(_COVERAGE, wanted), {}),
        answers=answers,
        decided=_by_person(connection.execute(_DECISIONS, wanted), {}) if answers else {},
        kept=_one_each(connection.execute(_KEPT, wanted), "person_id"),
    )
    return tuple(_readable(connection, rows, each, since) for each in people if each in rows.person)


@dataclass(frozen=True, slots=True)
class _Rows:
    """What each table holds of some people, by person."""

    person: Mapping[str, Row[Any]]
    records: Mapping[str, Rows]
    told: Mapping[str, Rows]
    answers: Mapping[str, Rows]
    decided: Mapping[str, Rows]
    kept: Mapping[str, Row[Any]]


def _readable(connection: Connection, rows: _Rows, person_id: PersonId, since: datetime) -> HeldPerson:
    try:
        return _held(connection, rows, person_id, since)
    except (StoreUnavailable, TypeError, ValueError):  # where the database fails, another error says so
        return HeldPerson(person_id, None, (), {}, "", (), None, None, 0)


def _held(connection: Connection, rows: _Rows, person_id: PersonId, since: datetime) -> HeldPerson:
    vault = vault_of(connection)
    held = rows.records.get(person_id, ())
    texts = [_opened(vault, row) for row in held]
    records = [_record(row, text) for row, text in zip(held, texts, strict=True)]
    read, coverage = put_together(held, records, rows.told.get(person_id, ()))
    asked = rows.answers.get(person_id, ())
    written = rows.kept.get(person_id)
    return HeldPerson(
        person_id=person_id,
        person=opened_value(connection, rows.person[person_id].body, Person, "person", person_id),
        records=read,
        coverage=coverage,
        digest=rests_on(text or "" for text in texts),
        asked=_asked(connection, asked, rows.decided.get(person_id, ())),
        asked_before=_asked_before(connection, asked, since),
        kept=opened_value(connection, written.body, Kept, *belongs(person_id)) if written else None,
        version=written.version if written else 0,
    )


def read_kept(connection: Connection, people: Sequence[PersonId]) -> dict[PersonId, Kept | None]:
    """What is kept of each of these people of whom something is; None where it cannot be read."""
    return {
        PersonId(row.person_id): opened_value(connection, row.body, Kept, *belongs(row.person_id))
        for first in range(0, len(people), _AT_A_TIME)
        for row in connection.execute(_KEPT, {"people": list(people[first : first + _AT_A_TIME])})
    }


def belongs(person_id: str) -> tuple[str, ...]:
    """Where what is kept of a person's screening belongs."""
    return tables.screened.name, person_id


def _by_person(rows: Iterable[Row[Any]], into: dict[str, list[Row[Any]]]) -> dict[str, list[Row[Any]]]:
    for row in rows:
        into.setdefault(row.person_id, []).append(row)
    return into


def _one_each(rows: Iterable[Row[Any]], column: str) -> dict[str, Row[Any]]:
    return {row._mapping[column]: row for row in rows}


def _opened(vault: Vault, row: Row[Any]) -> str | None:
    shelf = tables.protected_place.name if row.kind == _APART else tables.record.name
    return vault.open(row.body, shelf, row.person_id, row.kind, row.source_system, row.source_id)


def _record(row: Row[Any], text: str | None) -> Record | None:
    kind = RECORD_KINDS.get(row.kind)
    return decode(text, kind) if text is not None and kind is not None else None


def _asked(connection: Connection, answers: Rows, decided: Rows) -> tuple[AskedFor, ...]:
    """Each enquiry with what was decided last on its proposal."""
    enquiries = {row.id: read_enquiry(connection, row) for row in answers}
    proposals = {key: proposal_of(enquiry) for key, enquiry in enquiries.items() if enquiry is not None}
    latest = _latest_decisions(connection, decided, proposals)

    def asked(row: Row[Any]) -> AskedFor:
        asked_at = text_to_moment(row.asked_at)
        word, at = latest.get(proposals.get(row.id, ()), (None, None))
        over = word is ProposalDecision.REFUSED and at is not None and at < asked_at
        return AskedFor(
            enquiry=enquiries[row.id],
            answer=AssessmentId(row.id),
            asked_at=asked_at,
            decision=None if over else word,
            own=row.asked_by == OWN_ACCOUNT,
        )

    return tuple(asked(row) for row in answers)


def _latest_decisions(
    connection: Connection, decided: Rows, proposals: Mapping[str, Proposal]
) -> dict[Proposal, tuple[ProposalDecision, datetime]]:
    latest: dict[Proposal, tuple[ProposalDecision, datetime]] = {}
    for row in decided:
        made = read_decision(connection, row)
        proposal = proposals.get(row.assessment_id)
        if proposal is not None and isinstance(made.point, OnProposal):
            latest[proposal] = made.point.proposal_decision, made.decided_at
    return latest


def _asked_before(
    connection: Connection, answers: Rows, since: datetime
) -> tuple[EarlierEnquiry, ...] | None:
    lately = [row for row in answers if row.asked_by != OWN_ACCOUNT and row.asked_at >= utc_text(since)]
    try:
        return tuple(each for row in lately if (each := earlier(connection, row)) is not None)
    except (TypeError, ValueError):
        return None
