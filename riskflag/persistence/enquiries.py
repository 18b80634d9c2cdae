"""Who asked what about whom and when: of the answers that are kept, everything but what they say."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, bindparam, select

from riskflag.enquiry import Enquiry
from riskflag.persistence import tables
from riskflag.persistence.assessments import read_enquiry
from riskflag.persistence.at_once import each_of, rows_by
from riskflag.persistence.codec import text_to_moment, utc_text
from riskflag.vocabulary import AssessmentId, PersonId, Role

_TABLE = tables.assessment
_SELECT = select(
    _TABLE.c.id,
    _TABLE.c.person_id,
    _TABLE.c.enquiry,
    _TABLE.c.asked_by,
    _TABLE.c.asked_role,
    _TABLE.c.asked_at,
).where(_TABLE.c.person_id.is_not(None))
_ABOUT = _SELECT.where(_TABLE.c.person_id == bindparam("of_person")).order_by(
    _TABLE.c.asked_at.desc(), _TABLE.c.id
)
_ABOUT_EACH = _SELECT.where(_TABLE.c.person_id.in_(each_of())).order_by(_TABLE.c.asked_at.desc(), _TABLE.c.id)
_SINCE = _ABOUT.where(_TABLE.c.asked_at > bindparam("since"))
_BY = (
    _SELECT.where(_TABLE.c.asked_by == bindparam("of_account"), _TABLE.c.asked_role == bindparam("of_role"))
    .order_by(_TABLE.c.asked_at.desc(), _TABLE.c.id)
    .limit(bindparam("most"))
)


@dataclass(frozen=True, slots=True)
class Asked:
    """One enquiry that was answered.

    id: of its answer
    person_id: about whom
    enquiry: what was asked; None where it cannot be read
    asked_by, asked_role: who asked
    asked_at: when
    """

    id: AssessmentId
    person_id: PersonId
    enquiry: Enquiry | None
    asked_by: str
    asked_role: Role
    asked_at: datetime


def asked_about(
    connection: Connection, person_id: PersonId, since: datetime | None = None
) -> tuple[Asked, ...]:
    """Everything that was asked about this person, by whomever, the latest first.

    since: after this moment; None for all
    """
    wanted = {"of_person": person_id}
    if since is None:
        return _read(connection, connection.execute(_ABOUT, wanted))
    return _read(connection, connection.execute(_SINCE, {**wanted, "since": utc_text(since)}))


def asked_about_each(
    connection: Connection, people: Iterable[PersonId]
) -> Mapping[PersonId, tuple[Asked, ...]]:
    """The same for each of these people."""
    people = tuple(people)
    rows = rows_by(connection, _ABOUT_EACH, "person_id", people)
    return {person_id: _read(connection, rows.get(person_id, ())) for person_id in people}


def asked_by(connection: Connection, account: str, role: Role, most: int) -> tuple[Asked, ...]:
    """What this account asked in this role about people who are held, the latest first, at most so many."""
    wanted = {"of_account": account, "of_role": role.value, "most": most}
    return _read(connection, connection.execute(_BY, wanted))


def _read(connection: Connection, rows: Iterable[Row[Any]]) -> tuple[Asked, ...]:
    return tuple(
        Asked(
            id=AssessmentId(row.id),
            person_id=PersonId(row.person_id),
            enquiry=read_enquiry(connection, row),
            asked_by=row.asked_by,
            asked_role=Role(row.asked_role),
            asked_at=text_to_moment(row.asked_at),
        )
        for row in rows
    )
