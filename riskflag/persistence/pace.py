"""How often an account asked of late. The audit knows, for every process over the database alike."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import Connection, bindparam, select

from riskflag.pace import Asking
from riskflag.persistence import tables
from riskflag.persistence.audit import Action, AuditEntry, add_entry
from riskflag.persistence.codec import text_to_moment, utc_text

COUNTED: Mapping[Asking, frozenset[Action]] = {
    Asking.ENQUIRY: frozenset(
        {
            Action.ADDRESS_ASSESSED,
            Action.REFERRAL_ASSESSED,
            Action.SECOND_PERSON_NEEDED,
            Action.ACCESS_REFUSED,
        }
    ),
    Asking.LOOKUP: frozenset(
        {
            Action.PERSON_SOUGHT,
            Action.PERSON_READ,
            Action.ASSESSMENT_READ,
            Action.DECISIONS_READ,
            Action.DECISION_RECORDED,
            Action.ACCESS_REFUSED,
        }
    ),
}
"""What counts as asking. A search that was refused does not: it stands beside one that found nobody, and
would otherwise count twice where somebody is held."""

_ENTRY = tables.audit_entry
_LATEST = (
    select(_ENTRY.c.at)
    .where(
        _ENTRY.c.actor == bindparam("account"),
        _ENTRY.c.at > bindparam("since"),
        _ENTRY.c.action.in_(bindparam("actions", expanding=True)),
    )
    .order_by(_ENTRY.c.at.desc())
    .limit(bindparam("most"))
)
_REFUSED = select(_ENTRY.c.sequence).where(
    _ENTRY.c.actor == bindparam("account"),
    _ENTRY.c.at > bindparam("since"),
    _ENTRY.c.action == Action.ASKED_TOO_OFTEN.value,
    _ENTRY.c.detail == bindparam("detail"),
)


def recent_actions(
    connection: Connection, account: str, asking: Asking, since: datetime, most: int
) -> tuple[datetime, ...]:
    """When this account asked this since then, the latest first, and no more of them than ``most``."""
    asked = {
        "account": account,
        "since": utc_text(since),
        "actions": sorted(COUNTED[asking]),
        "most": most,
    }
    return tuple(text_to_moment(at) for at in connection.execute(_LATEST, asked).scalars())


def add_refusal_once(connection: Connection, entry: AuditEntry, since: datetime) -> None:
    """Writes that an account asked too often, unless that was written since then."""
    asked = {"account": entry.actor.name, "since": utc_text(since), "detail": entry.detail}
    if connection.execute(_REFUSED, asked).first() is None:
        add_entry(connection, entry)
