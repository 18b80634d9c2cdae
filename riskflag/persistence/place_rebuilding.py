"""The index of places, made anew from what is held, and how far it is from that."""

from collections.abc import Collection, Iterator

from sqlalchemy import Connection, select

from riskflag.persistence import tables
from riskflag.persistence.digests import BATCH
from riskflag.persistence.named_places import KINDS_THAT_NAME_PLACES, places_named
from riskflag.persistence.place_tokens import Shelf, forget_everything, index_places
from riskflag.persistence.shelves import KIND_NAMES, record_in
from riskflag.persistence.vault import opened_value
from riskflag.records import Address, PlaceIncident

_KINDS = [KIND_NAMES[kind] for kind in KINDS_THAT_NAME_PLACES if kind in KIND_NAMES]
_SHELVES = {Shelf.PROTECTED_PLACE: tables.protected_place, Shelf.RECORD: tables.record}


def rebuild(connection: Connection) -> None:
    """Makes the index anew from every record that can be read."""
    forget_everything(connection)
    for shelf in _SHELVES:
        index_places(connection, shelf, _named_on(connection, shelf))
    index_places(connection, Shelf.INCIDENT, _named_in_register(connection))


def _named_on(connection: Connection, shelf: Shelf) -> Iterator[tuple[int, Collection[Address]]]:
    table = _SHELVES[shelf]
    some = select(table).where(table.c.kind.in_(_KINDS)).order_by(table.c.sequence).limit(BATCH)
    last = -1
    while rows := connection.execute(some.where(table.c.sequence > last)).all():
        for row in rows:
            record = record_in(connection, row)
            if record is not None:
                yield row.sequence, places_named(record)
        last = rows[-1].sequence


def _named_in_register(connection: Connection) -> Iterator[tuple[int, Collection[Address]]]:
    table = tables.place_incident
    some, last = select(table).order_by(table.c.id).limit(BATCH), -1
    while rows := connection.execute(some.where(table.c.id > last)).all():
        for row in rows:
            incident = opened_value(connection, row.body, PlaceIncident, "place_incident", str(row.id))
            if incident is not None:
                yield row.id, places_named(incident)
        last = rows[-1].id
