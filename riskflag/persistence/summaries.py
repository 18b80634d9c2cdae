"""What lists say of an answer, kept beside it: a small part of it, so that nobody waits while many answers
are read.

It is made from the answer and written together with it. An answer without one is read whole. One that cannot
be opened, or says something else than its answer, makes the answer unreadable: it is never left out.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, Row, insert, select

from riskflag.assessment import Assessment
from riskflag.decisions import MUST_BE_DECIDED
from riskflag.disclosure import show
from riskflag.dossier import Missing
from riskflag.errors import StoreUnavailable
from riskflag.persistence import tables
from riskflag.persistence.assessments import StoredAssessment, belongs, read_assessment
from riskflag.persistence.at_once import each_of, rows_by
from riskflag.persistence.codec import encode, moment_to_text
from riskflag.persistence.vault import Vault, opened_value, vault_of
from riskflag.vocabulary import AssessmentId, Role, RuleCode, Severity, Verdict

_TABLE = tables.answer_summary
_ANSWER = tables.assessment
_INSERT = insert(_TABLE)
_BODIES = ("full_body", "open_body")
_SELECT = (
    select(
        _ANSWER.c.id,
        _ANSWER.c.verdict,
        _ANSWER.c.complete,
        _ANSWER.c.valid_until,
        _ANSWER.c.full_body,
        _ANSWER.c.open_body,
        _TABLE.c.body,
    )
    .outerjoin_from(_ANSWER, _TABLE, _TABLE.c.assessment_id == _ANSWER.c.id)
    .where(_ANSWER.c.id.in_(each_of()))
)


@dataclass(frozen=True, slots=True)
class FlagInShort:
    """A flag as lists name it: its rule's code and title, and how grave it is."""

    code: RuleCode
    title: str
    severity: Severity


@dataclass(frozen=True, slots=True)
class Told:
    """What one role was told.

    valid_until: until when it holds
    digest: equal for two answers that told this role the same
    """

    valid_until: datetime
    digest: str


@dataclass(frozen=True, slots=True)
class Summary:
    """What lists say of an answer.

    verdict, complete: as the answer has them
    to_decide: the flags that may not be left without a decision, gravest first
    gaps: what the answer could not tell
    officer, staff: what each role was told
    """

    verdict: Verdict
    complete: bool
    to_decide: tuple[FlagInShort, ...]
    gaps: tuple[Missing, ...]
    officer: Told
    staff: Told

    def told(self, role: Role) -> Told:
        """What this role was told; all but responsible officers are told what may be known openly."""
        return self.officer if role is Role.RESPONSIBLE_OFFICER else self.staff


def summary_of(stored: StoredAssessment) -> Summary:
    """The summary of an answer as it was given."""
    full = stored.full
    return Summary(
        verdict=full.verdict,
        complete=full.complete,
        to_decide=tuple(
            FlagInShort(flag.code, flag.title, flag.severity)
            for flag in full.flags
            if flag.severity in MUST_BE_DECIDED
        ),
        gaps=full.gaps,
        officer=_told(stored, Role.RESPONSIBLE_OFFICER, full),
        staff=_told(stored, Role.RESETTLEMENT_STAFF, stored.open),
    )


def insert_summary(connection: Connection, stored: StoredAssessment) -> None:
    """Writes the summary of an answer that was just written."""
    insert_summary_row(connection, summary_row(vault_of(connection), stored))


def insert_summary_row(connection: Connection, row: Mapping[str, object]) -> None:
    """Writes a summary whose row was made before."""
    connection.execute(_INSERT, row)


def summary_row(vault: Vault, stored: StoredAssessment) -> Mapping[str, object]:
    """The summary of an answer as it is held, sealed. Raises Misfit for text that is not Unicode."""
    body = vault.seal(encode(summary_of(stored)), *place_of(stored.id))
    return {"assessment_id": stored.id, "body": body}


def read_summaries(
    connection: Connection, answers: Iterable[AssessmentId]
) -> Mapping[AssessmentId, Summary | None]:
    """The summary of each of these answers; None where it, or the answer, is damaged or not there."""
    answers = tuple(answers)
    rows = rows_by(connection, _SELECT, "id", answers)
    return {each: _summary(connection, rows[each][0]) if each in rows else None for each in answers}


def _summary(connection: Connection, row: Row[Any]) -> Summary | None:
    if row.body is None:
        return _whole(connection, AssessmentId(row.id))
    vault = vault_of(connection)
    if any(vault.open(row._mapping[name], *belongs(name, row.id)) is None for name in _BODIES):
        return None
    summary = opened_value(connection, row.body, Summary, *place_of(row.id))
    if summary is None:
        return None
    said = (summary.verdict.value, summary.complete, moment_to_text(summary.officer.valid_until))
    return summary if said == (row.verdict, row.complete, row.valid_until) else None


def _whole(connection: Connection, assessment_id: AssessmentId) -> Summary | None:
    """The summary of an answer that was given before there were any."""
    try:
        stored = read_assessment(connection, assessment_id)
    except StoreUnavailable:
        return None
    return summary_of(stored) if stored is not None else None


def place_of(assessment_id: str) -> tuple[str, ...]:
    """Where the summary of an answer belongs."""
    return _TABLE.name, assessment_id


def _told(stored: StoredAssessment, role: Role, seen: Assessment) -> Told:
    """By what is shown as it was given, so that it has not expired meanwhile. Scores are in no list."""
    shown = show(replace(stored.full, scores=None), stored.open, role, stored.full.as_of)
    said = (shown.verdict, shown.complete, shown.flags, shown.not_told)
    return Told(seen.valid_until, sha256(encode(said).encode()).hexdigest())
