"""Decisions of responsible officers, sealed: added, read, and never changed."""

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, Row, bindparam, insert, select

from riskflag.decisions import Decision, DecisionId, OnFlag, OnGap, OnProposal, OnStatement, Point
from riskflag.errors import StoreUnavailable
from riskflag.persistence import tables
from riskflag.persistence.at_once import each_of, rows_by
from riskflag.persistence.codec import decode, text_to_moment, utc_text
from riskflag.persistence.vault import sealed_value, vault_of
from riskflag.vocabulary import AssessmentId, PersonId, Role

_TABLE = tables.decision
_INSERT = insert(_TABLE)
_ALL = (
    select(_TABLE, tables.assessment.c.person_id)
    .join(tables.assessment, _TABLE.c.assessment_id == tables.assessment.c.id)
    .order_by(_TABLE.c.sequence)
)
_ON_EACH = _ALL.where(_TABLE.c.assessment_id.in_(each_of()))
_OF_ANSWER = _ALL.where(_TABLE.c.assessment_id == bindparam("of_answer"))


def insert_decision(connection: Connection, decision: Decision) -> None:
    """Writes the decision."""
    connection.execute(
        _INSERT,
        {
            "id": decision.id,
            "assessment_id": decision.assessment_id,
            "account": decision.account,
            "role": decision.role.value,
            "decided_at": utc_text(decision.decided_at),
            "body": sealed_value(connection, decision.point, *belongs(decision.id, decision.assessment_id)),
        },
    )


def read_decisions(connection: Connection, assessment_id: AssessmentId) -> tuple[Decision, ...]:
    """Every decision on this answer, in the order in which they were made. Raises StoreUnavailable where one
    cannot be read: what was decided must not be told in part."""
    return tuple(
        read_decision(connection, row) for row in connection.execute(_OF_ANSWER, {"of_answer": assessment_id})
    )


def read_decisions_on_each(
    connection: Connection, answers: Iterable[AssessmentId]
) -> Mapping[AssessmentId, tuple[Decision, ...] | None]:
    """The same for each of these answers; None where one of its decisions cannot be read."""
    answers = tuple(answers)
    rows = rows_by(connection, _ON_EACH, "assessment_id", answers)
    return {each: _decisions(connection, rows.get(each, ())) for each in answers}


def _decisions(connection: Connection, rows: Iterable[Row[Any]]) -> tuple[Decision, ...] | None:
    try:
        return tuple(read_decision(connection, row) for row in rows)
    except StoreUnavailable:
        return None


def belongs(decision_id: str, assessment_id: str) -> tuple[str, ...]:
    """Where what is sealed of a decision belongs."""
    return _TABLE.name, decision_id, assessment_id


def read_decision(connection: Connection, row: Row[Any]) -> Decision:
    """The decision in a row that also says about whom it is. Raises StoreUnavailable."""
    text = vault_of(connection).open(row.body, *belongs(row.id, row.assessment_id))
    point = _point(text) if text is not None else None
    if point is None or row.person_id is None:
        raise StoreUnavailable("a decision cannot be read")
    return Decision(
        id=DecisionId(row.id),
        assessment_id=AssessmentId(row.assessment_id),
        person_id=PersonId(row.person_id),
        point=point,
        account=row.account,
        role=Role(row.role),
        decided_at=text_to_moment(row.decided_at),
    )


def _point(text: str) -> Point | None:
    """On what it is: each kind has a field that the others refuse, so its text says which it is."""
    return (
        decode(text, OnFlag) or decode(text, OnGap) or decode(text, OnProposal) or decode(text, OnStatement)
    )
