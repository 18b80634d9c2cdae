"""Whom a record names, so that it is found by whoever asks about them for somebody else."""

from collections.abc import Iterator

from riskflag.records import (
    AbuseRole,
    Conviction,
    DomesticAbuseEvent,
    KnownAs,
    LicenceCondition,
    NamedPerson,
    OrderRole,
    ProtectedPlace,
    ProtectiveOrder,
    Record,
)

KINDS_THAT_NAME_PEOPLE: tuple[type[Record], ...] = (
    ProtectiveOrder,
    LicenceCondition,
    ProtectedPlace,
    DomesticAbuseEvent,
    Conviction,
)
"""Kinds of record that say of somebody else that they are protected, or were harmed."""


def spoken_of(record: Record) -> Iterator[tuple[NamedPerson, KnownAs]]:
    """Whom a record says to be protected or harmed."""
    match record:
        case ProtectiveOrder(person_is=OrderRole.BOUND):
            yield from ((who, KnownAs.PROTECTED) for who in record.protects)
        case LicenceCondition():
            yield from ((who, KnownAs.PROTECTED) for who in record.names)
        case ProtectedPlace():
            yield record.who, KnownAs.PROTECTED
        case DomesticAbuseEvent(person_is=AbuseRole.PERPETRATOR):
            yield record.other, KnownAs.VICTIM
        case Conviction():
            yield from ((who, KnownAs.VICTIM) for who in record.victims)
