"""Which places were asked about, what a second person agreed to, and what the auditor is told of it.

A place lies here sealed, under a keyed index that is equal for two spellings of one property. Alerts name
people and accounts by what the store calls them, and a place by its index: never where it is.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import BindParameter, Connection, Row, Select, bindparam, insert, select

from riskflag.errors import StoreUnavailable
from riskflag.persistence import tables
from riskflag.persistence.assessments import StoredAssessment
from riskflag.persistence.codec import text_to_moment, utc_text
from riskflag.persistence.known_premises import is_known
from riskflag.persistence.vault import opened_value, sealed_value, vault_of
from riskflag.probing.asked import (
    Alert,
    AlertKind,
    AskedPlace,
    Judgement,
    Past,
    SecondPersonAgreement,
    Subject,
    household_text,
)
from riskflag.probing.judge import judge
from riskflag.probing.place import Place, place_of
from riskflag.records import Address
from riskflag.reference.thresholds import PROBING_AGREED_DAYS, PROBING_DAYS, PROBING_SLOW_DAYS
from riskflag.vocabulary import AgreementReason, AssessmentId, EnquiryKind, PersonId, Role

MOST = 500
"""The latest enquiries of one account, and about one place, that are looked at."""

_ASKED, _AGREED, _ALERT = tables.asked_place, tables.agreement, tables.alert
_SINCE: BindParameter[str] = bindparam("since")


def _latest(column: str) -> Select[Any]:
    return (
        select(_ASKED)
        .where(_ASKED.c[column] == bindparam("wanted"), _ASKED.c.asked_at > _SINCE)
        .order_by(_ASKED.c.asked_at.desc())
    )


_OF_PERSON = _latest("person_id")
_BY_ACCOUNT = _latest("account").limit(MOST)
_OF_PLACE = _latest("place").limit(MOST)
_FOR_WHOM = select(_ASKED.c.person_id).where(_ASKED.c.place == bindparam("wanted")).distinct()
_AGREEMENTS = select(_AGREED).where(_AGREED.c.person_id == bindparam("wanted"), _AGREED.c.agreed_at > _SINCE)
_RAISED = select(_ALERT).where(_ALERT.c.raised_at > _SINCE).order_by(_ALERT.c.sequence.desc())
_ALERTED = select(_ALERT.c.sequence).where(
    _ALERT.c.kind == bindparam("of_kind"),
    _ALERT.c.raised_at > _SINCE,
    _ALERT.c.person_id.is_not_distinct_from(bindparam("of_person")),
    _ALERT.c.account.is_not_distinct_from(bindparam("of_account")),
    _ALERT.c.place.is_not_distinct_from(bindparam("of_place")),
)


@dataclass(frozen=True, slots=True)
class _Kept:
    """What is sealed of an enquiry about a place."""

    place: Place
    household: str
    kind: EnquiryKind
    premises: bool


@dataclass(frozen=True, slots=True)
class RaisedAlert:
    """What the auditor is told.

    raised_at: when it was first seen
    kind: what a set of enquiries looks like
    count: how many addresses, people, households or spellings it is about
    person_id: about whom was asked; null where it is about an account or a place
    account: who asked; null where it is about a person or a place
    place: an index that stands for the place and does not tell where it is; null where it is about no place
    """

    raised_at: datetime
    kind: AlertKind
    count: int
    person_id: PersonId | None
    account: str | None
    place: str | None


def asked_in(connection: Connection, stored: StoredAssessment) -> AskedPlace | None:
    """The place that was asked about, as it is counted; None for a case that nobody is held for, and where no
    place is named. One that the person would only attend counts too, or whoever searches would say so."""
    enquiry = stored.enquiry
    if stored.person_id is None or enquiry.where is None:
        return None
    return AskedPlace(
        person_id=stored.person_id,
        account=stored.asked_by,
        role=stored.asked_role,
        asked_at=stored.asked_at,
        place=place_of(enquiry.where),
        household=household_text(occupant.who.name for occupant in enquiry.occupants),
        kind=enquiry.kind,
        premises=is_known(connection, enquiry.where),
    )


def raised_since(connection: Connection, since: datetime) -> tuple[RaisedAlert, ...]:
    """Every alert since then, the latest first."""
    return tuple(
        RaisedAlert(
            text_to_moment(row.raised_at),
            AlertKind(row.kind),
            row._mapping["count"],
            row.person_id,
            row.account,
            row.place,
        )
        for row in connection.execute(_RAISED, {"since": utc_text(since)})
    )


def asked_at_place(connection: Connection, address: Address) -> tuple[PersonId, ...]:
    """For whom this place was ever asked about, in whatever spelling comes to one text."""
    wanted = {"wanted": _index(connection, place_of(address))}
    return tuple(PersonId(each) for each in connection.execute(_FOR_WHOM, wanted).scalars() if each)


def judged(connection: Connection, asking: AskedPlace) -> Judgement:
    """What is decided of an enquiry, from all that was answered before. What it finds reaches the auditor.

    Raises StoreUnavailable where something that was asked before cannot be read: what cannot be counted
    cannot be allowed.
    """
    now = asking.asked_at
    place = _index(connection, asking.place)
    past = Past(
        of_person=_read(connection, _OF_PERSON, asking.person_id, _before(now, PROBING_SLOW_DAYS.value)),
        by_account=_read(connection, _BY_ACCOUNT, asking.account, _before(now, PROBING_DAYS.value)),
        of_place=_read(connection, _OF_PLACE, place, _before(now, PROBING_DAYS.value)),
    )
    judgement = judge(now, asking, past, _agreements(connection, asking.person_id, now))
    for alert in judgement.alerts:
        _raise_once(connection, alert, asking, place)
    return judgement


def note(connection: Connection, asking: AskedPlace, assessment_id: AssessmentId) -> None:
    """Writes that the place was asked about, with the answer that it got."""
    kept = _Kept(asking.place, asking.household, asking.kind, asking.premises)
    connection.execute(
        insert(_ASKED),
        {
            "assessment_id": assessment_id,
            "person_id": asking.person_id,
            "account": asking.account,
            "role": asking.role.value,
            "asked_at": utc_text(asking.asked_at),
            "place": _index(connection, asking.place),
            "body": sealed_value(connection, kept, _ASKED.name, assessment_id),
        },
    )


def add_agreement(connection: Connection, agreement: SecondPersonAgreement, reason: AgreementReason) -> None:
    """Writes that a second person agrees that more places may be asked about."""
    connection.execute(
        insert(_AGREED),
        {
            "person_id": agreement.person_id,
            "account": agreement.account,
            "role": agreement.role.value,
            "agreed_at": utc_text(agreement.agreed_at),
            "reason": reason.value,
        },
    )


def _read(
    connection: Connection, statement: Select[Any], wanted: str, since: datetime
) -> tuple[AskedPlace, ...]:
    rows = connection.execute(statement, {"wanted": wanted, "since": utc_text(since)})
    return tuple(_asked(connection, row) for row in rows)


def _asked(connection: Connection, row: Row[Any]) -> AskedPlace:
    kept = opened_value(connection, row.body, _Kept, _ASKED.name, row.assessment_id)
    if kept is None:
        raise StoreUnavailable("a place that was asked about before cannot be read")
    return AskedPlace(
        person_id=PersonId(row.person_id),
        account=row.account,
        role=Role(row.role),
        asked_at=text_to_moment(row.asked_at),
        place=kept.place,
        household=kept.household,
        kind=kept.kind,
        premises=kept.premises,
    )


def _agreements(
    connection: Connection, person_id: PersonId, now: datetime
) -> tuple[SecondPersonAgreement, ...]:
    asked = {"wanted": person_id, "since": utc_text(_before(now, PROBING_AGREED_DAYS.value))}
    return tuple(
        SecondPersonAgreement(person_id, row.account, Role(row.role), text_to_moment(row.agreed_at))
        for row in connection.execute(_AGREEMENTS, asked)
    )


def _raise_once(connection: Connection, alert: Alert, asking: AskedPlace, place: str) -> None:
    """Writes the alert, unless the auditor was told of the same of late."""
    about: Mapping[str, str | None] = {
        "person_id": asking.person_id if alert.subject is Subject.PERSON else None,
        "account": asking.account if alert.subject is Subject.ACCOUNT else None,
        "place": place if alert.subject is Subject.PLACE else None,
    }
    asked = {f"of_{name.removesuffix('_id')}": value for name, value in about.items()}
    since = utc_text(_before(asking.asked_at, PROBING_DAYS.value))
    if connection.execute(_ALERTED, {**asked, "of_kind": alert.kind.value, "since": since}).first() is None:
        raised = {"raised_at": utc_text(asking.asked_at), "kind": alert.kind.value, "count": alert.count}
        connection.execute(insert(_ALERT), {**raised, **about})


def _index(connection: Connection, place: Place) -> str:
    return vault_of(connection).indexed(place.canonical, "asked place")


def _before(moment: datetime, days: float) -> datetime:
    return moment - timedelta(days=days)
