"""The words of a record that evidence quotes, whatever kind of record it is."""

from collections.abc import Iterable

from riskflag.facts.dates import written_date
from riskflag.facts.history import when
from riskflag.facts.person import PersonFacts
from riskflag.records import (
    Alert,
    Conviction,
    CustodyEvent,
    DomesticAbuseEvent,
    HealthAndCareRecord,
    LicenceCondition,
    OccupierConversation,
    OrderBreach,
    ProtectedPlace,
    ProtectiveOrder,
    Record,
    Registration,
    RiskAssessment,
)
from riskflag.reference.orders import plain_name

GRAVEST = (
    ProtectiveOrder,
    Conviction,
    DomesticAbuseEvent,
    OrderBreach,
    LicenceCondition,
    ProtectedPlace,
    CustodyEvent,
    RiskAssessment,
    Registration,
    Alert,
)
"""Kinds of record, the gravest first: what a court decided, what was done, what was written down of it."""


def words_of(record: Record) -> str:
    """What the record says, in its own words where it has any."""
    match record:
        case Conviction():
            return f"{record.description} ({record.outcome.value})"
        case Alert():
            return f"alert {record.code} {record.comment}".strip()
        case Registration():
            return " ".join(part for part in ("register", record.code, record.description) if part)
        case ProtectiveOrder():
            return plain_name(record.order_type)
        case LicenceCondition():
            return f"licence condition: {record.prohibition.wording}"
        case OrderBreach():
            return record.how or f"breach of an order ({record.outcome.value.replace('_', ' ')})"
        case _:
            return getattr(record, "words", "") or _what_it_is(record)


def quoted(record: Record, facts: PersonFacts) -> str:
    """What the record says; of an order that binds the person its court, dates and end as well, and of a
    protected place its kind and when it was confirmed, never where it is."""
    if isinstance(record, ProtectedPlace):
        return f"protected place ({record.kind.value}), confirmed {written_date(record.verified_on)}"
    if isinstance(record, ProtectiveOrder):
        for fact in facts.orders.binding:
            if fact.order is record:
                return fact.described
    return words_of(record)


def gravest(records: Iterable[Record], most: int) -> tuple[Record, ...]:
    """The gravest ``most`` of them: orders, convictions and abuse come first; of one kind the newest."""
    by_kind = sorted(records, key=lambda record: (_rank(record), -when(record).toordinal()))
    return tuple(by_kind[:most])


def _rank(record: Record) -> int:
    """Lower is graver."""
    return next((rank for rank, kind in enumerate(GRAVEST) if isinstance(record, kind)), len(GRAVEST))


def _what_it_is(record: Record) -> str:
    match record:
        case DomesticAbuseEvent():
            return record.kind.value.replace("_", " ")
        case RiskAssessment(domestic_abuse_perpetrator=True):
            return f"{record.tool}: domestic abuse is recorded"
        case RiskAssessment():
            return f"{record.tool}: overall level {record.overall or 'not stated'}".replace("_", " ")
        case HealthAndCareRecord() | CustodyEvent():
            return record.kind.value.replace("_", " ")
        case OccupierConversation():
            return f"occupier {record.consent.value.replace('_', ' ')}"
        case _:
            return record.source.value.replace("_", " ")
