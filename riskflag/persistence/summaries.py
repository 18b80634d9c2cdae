"""What lists say of an answer, kept beside it: a small part of it, so that nobody waits while many answers
are read.

It is made from the answer and written together with it. An answer without one is read whole. One that cannot
be opened, or says something else than its answer, makes the answer unreadable: it is never left out.
"""

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from sqlalchemy import Connection, bindparam, insert, select

from riskflag.assessment import Assessment
from riskflag.decisions import MUST_BE_DECIDED
from riskflag.disclosure import show
from riskflag.dossier import Missing
from riskflag.errors import StoreUnavailable
from riskflag.persistence import tables
from riskflag.persistence.assessments import StoredAssessment, belongs, read_assessment
from riskflag.persistence.codec import encode, moment_to_text
from riskflag.persistence.vault import opened_value, sealed_value, vault_of
from riskflag.vocabulary import AssessmentId, Role, RuleCode, Severity, Verdict

_TABLE = tables.answer_summary
_ANSWER = tables.assessment
_INSERT = insert(_TABLE)
_SELECT = (
    select(
        _ANSWER.c.verdict,
        _ANSWER.c.complete,
        _ANSWER.c.valid_until,
        _ANSWER.c.full_body,
        _ANSWER.c.open_body,
        _TABLE.c.body,
    )
    .outerjoin_from(_ANSWER, _TABLE, _TABLE.c.assessment_id == _ANSWER.c.id)
    .where(_ANSWER.c.id == bindparam("wanted"))
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
    body = sealed_value(connection, summary_of(stored), *place_of(stored.id))
    connection.execute(_INSERT, {"assessment_id": stored.id, "body": body})


def read_summary(connection: Connection, assessment_id: AssessmentId) -> Summary:
    """The summary of an answer that is held. Raises StoreUnavailable where it, or the answer, is damaged."""
    row = connection.execute(_SELECT, {"wanted": assessment_id}).one_or_none()
    if row is None or row.body is None:
        stored = read_assessment(connection, assessment_id) if row is not None else None
        if stored is None:
            raise StoreUnavailable("there is no such answer")
        return summary_of(stored)
    vault = vault_of(connection)
    opened = (
        vault.open(row._mapping[name], *belongs(name, assessment_id)) for name in ("full_body", "open_body")
    )
    summary = opened_value(connection, row.body, Summary, *place_of(assessment_id))
    if summary is None or None in opened:
        raise StoreUnavailable("a stored answer or its summary cannot be read")
    said = (summary.verdict.value, summary.complete, moment_to_text(summary.officer.valid_until))
    if said != (row.verdict, row.complete, row.valid_until):
        raise StoreUnavailable("the summary of a stored answer contradicts it")
    return summary


def place_of(assessment_id: str) -> tuple[str, ...]:
    """Where the summary of an answer belongs."""
    return _TABLE.name, assessment_id


def _told(stored: StoredAssessment, role: Role, seen: Assessment) -> Told:
    """By what is shown as it was given, so that it has not expired meanwhile."""
    shown = show(stored.full, stored.open, role, stored.full.as_of)
    said = (shown.verdict, shown.complete, shown.flags, shown.not_told)
    return Told(seen.valid_until, sha256(encode(said).encode()).hexdigest())
