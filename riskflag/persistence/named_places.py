"""Which places a record names, so that they are found by whoever asks about one of them for somebody else."""

from collections.abc import Iterator

from riskflag.records import Address, AddressRecord, PlaceIncident, ProtectedPlace, ProtectiveOrder, Record

KINDS_THAT_NAME_PLACES: tuple[type[Record], ...] = (
    AddressRecord,
    ProtectedPlace,
    ProtectiveOrder,
    PlaceIncident,
)
"""Whatever else names a place says something of the person, and nothing of the place to anybody else."""


def places_named(record: Record) -> tuple[Address, ...]:
    """The addresses by which others should find this record, each once."""
    return tuple(dict.fromkeys(_named(record)))


def _named(record: Record) -> Iterator[Address]:
    match record:
        case AddressRecord() | PlaceIncident():
            yield record.address
        case ProtectedPlace() if record.address is not None:
            yield record.address.reveal()
        case ProtectiveOrder():
            yield from _in_terms(record)


def _in_terms(order: ProtectiveOrder) -> Iterator[Address]:
    """Of every version: which of them holds is for the person's own answer to say."""
    for terms in (order.prohibitions, *(varied.prohibitions for varied in order.variations)):
        yield from (term.place for term in terms if term.place is not None)
