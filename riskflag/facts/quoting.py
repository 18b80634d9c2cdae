"""The words of a record that evidence quotes, whatever kind of record it is."""

from riskflag.records import (
    Alert,
    Conviction,
    CustodyEvent,
    DomesticAbuseEvent,
    HealthAndCareRecord,
    OccupierConversation,
    OrderBreach,
    ProtectiveOrder,
    Record,
    Registration,
    RiskAssessment,
)
from riskflag.reference.orders import plain_name


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
        case OrderBreach():
            return record.how or f"breach of an order ({record.outcome.value.replace('_', ' ')})"
        case _:
            return getattr(record, "words", "") or _what_it_is(record)


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
