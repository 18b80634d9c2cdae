"""The index of places, made anew from what is held, and how far it is from that."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from sqlalchemy import Connection, select, text

from riskflag.persistence import tables
from riskflag.persistence.digests import BATCH
from riskflag.persistence.many_numbers import for_numbers, some_at_a_time
from riskflag.persistence.named_places import KINDS_THAT_NAME_PLACES, places_named
from riskflag.persistence.place_numbers import Shelf
from riskflag.persistence.place_tokens import Tokens, forget_everything, held_under, index_places
from riskflag.persistence.shelves import KIND_NAMES, record_in
from riskflag.persistence.vault import opened_value, vault_of
from riskflag.records import Address, PlaceIncident

_KINDS = [KIND_NAMES[kind] for kind in KINDS_THAT_NAME_PLACES if kind in KIND_NAMES]
_SHELVES = {Shelf.PROTECTED_PLACE: tables.protected_place, Shelf.RECORD: tables.record}


_INDEXED, _TOKENS = tables.indexed_place, tables.place_token
_LIES_UNDER = {
    shelf: for_numbers(
        select(_INDEXED.c[shelf.value], _TOKENS.c.token).join(_TOKENS, _TOKENS.c.place == _INDEXED.c.id),
        _INDEXED.c[shelf.value],
    )
    for shelf in Shelf
}

_LONGER = {"postgresql": (text("SET LOCAL statement_timeout = '1h'"),)}
"""A server ends a statement that takes a minute, and to take millions of rows away takes longer."""

_Named = tuple[int, Collection[Address]]


@dataclass(frozen=True, slots=True)
class Difference:
    """How far the index is from the records that can be read.

    named: how many records name a place
    missing: those of them that do not lie under all that they should be found under
    """

    named: int
    missing: int


def rebuild(connection: Connection) -> None:
    """Makes the index anew from every record that can be read."""
    for longer in _LONGER.get(connection.dialect.name, ()):
        connection.execute(longer)
    forget_everything(connection)
    for shelf in Shelf:
        index_places(connection, shelf, _named(connection, shelf))


def difference(connection: Connection) -> Difference:
    """How many of the records that name a place are not found as they should be."""
    named = missing = 0
    for shelf in Shelf:
        every = ((row, where) for row, where in _named(connection, shelf) if where)
        while some := list(islice(every, BATCH)):
            named += len(some)
            missing += _missing(connection, shelf, some)
    return Difference(named, missing)


def _missing(connection: Connection, shelf: Shelf, some: Sequence[_Named]) -> int:
    of_record = Tokens(vault_of(connection)).of_record
    wanted = {row: of_record(where) for row, where in some}
    under: defaultdict[int, set[int]] = defaultdict(set)
    for row, token in some_at_a_time(connection, _LIES_UNDER[shelf], wanted):
        under[row].add(token)
    held = held_under(connection, set().union(*wanted.values()))
    counted = {token for token, under in held.items() if under.number > 0}
    return sum(not tokens <= under[row] & counted for row, tokens in wanted.items())


def _named(connection: Connection, shelf: Shelf) -> Iterator[_Named]:
    return _named_in_register(connection) if shelf is Shelf.INCIDENT else _named_on(connection, shelf)


def _named_on(connection: Connection, shelf: Shelf) -> Iterator[_Named]:
    table = _SHELVES[shelf]
    some = select(table).where(table.c.kind.in_(_KINDS)).order_by(table.c.sequence).limit(BATCH)
    last = -1
    while rows := connection.execute(some.where(table.c.sequence > last)).all():
        for row in rows:
            record = record_in(connection, row)
            if record is not None:
                yield row.sequence, places_named(record)
        last = rows[-1].sequence


def _named_in_register(connection: Connection) -> Iterator[_Named]:
    table = tables.place_incident
    some, last = select(table).order_by(table.c.id).limit(BATCH), -1
    while rows := connection.execute(some.where(table.c.id > last)).all():
        for row in rows:
            incident = opened_value(connection, row.body, PlaceIncident, "place_incident", str(row.id))
            if incident is not None:
                yield row.id, places_named(incident)
        last = rows[-1].id
