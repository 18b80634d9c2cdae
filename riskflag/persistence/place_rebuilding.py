"""The index of places, made anew from what is held, and how far it is from that."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from sqlalchemy import Connection, func, select, text

from riskflag.persistence import tables
from riskflag.persistence.digests import BATCH
from riskflag.persistence.many_numbers import for_numbers, some_at_a_time
from riskflag.persistence.named_places import KINDS_THAT_NAME_PLACES, places_named
from riskflag.persistence.place_indexing import LiesUnder, forget_everything, index_places, index_unread
from riskflag.persistence.place_numbers import Shelf, place_of
from riskflag.persistence.place_tokens import (
    COUNTED,
    EVERY_PLACE,
    Tokens,
    held_under,
    indexed_alike,
)
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
_THERE = for_numbers(select(_INDEXED.c.id), _INDEXED.c.id)
_UNDER_EACH = for_numbers(select(_TOKENS.c.place, _TOKENS.c.token), _TOKENS.c.place)

_LONGER = {"postgresql": (text("SET LOCAL statement_timeout = '1h'"),)}
"""A server ends a statement that takes a minute, and to take millions of rows away takes longer."""

_Named = tuple[int, Collection[Address]]


@dataclass(frozen=True, slots=True)
class Difference:
    """How far the index is from the records.

    named: how many records that can be read name a place
    missing: those of them that do not lie under all that they should be found under
    unreadable: how many that cannot be read may name a place
    untold: those of them of which the index, as it is made now, has nothing: answers may not say so
    """

    named: int
    missing: int
    unreadable: int
    untold: int


def rebuild(connection: Connection) -> None:
    """Makes the index anew from every record that can be read.

    What it knew of those that cannot be read stays, if it was made as it is made now. One that it did not
    have named no place then, if it had all others; otherwise that one may be any place.
    """
    for longer in _LONGER.get(connection.dialect.name, ()):
        connection.execute(longer)
    unreadable = _unreadable(connection)
    lay_under, before = _lies_under(connection, unreadable), _places(connection)
    counted = _counted_as_now(connection)
    forget_everything(connection, save_slips=counted is not None and bool(lay_under))
    for shelf in Shelf:
        index_places(connection, shelf, _readable(connection, shelf))
    had_all = 0 < before == counted == _places(connection) + len(lay_under)
    index_unread(connection, _keeps(unreadable, lay_under, as_now=counted is not None, whole=had_all))


def index_what_was_left_out(connection: Connection) -> None:
    """Puts those records into the index that cannot be read and are not there. When it was made anew before
    0016, they were left out."""
    unreadable = _unreadable(connection)
    there = _lies_under(connection, unreadable)
    index_unread(connection, dict.fromkeys(set(unreadable) - there.keys(), ()))


def difference(connection: Connection) -> Difference:
    """How many of the records that name a place are not found as they should be."""
    named = missing = 0
    for shelf in Shelf:
        every = ((row, where) for row, where in _readable(connection, shelf) if where)
        while some := list(islice(every, BATCH)):
            named += len(some)
            missing += _missing(connection, shelf, some)
    unreadable = _unreadable(connection)
    counted = _counted_as_now(connection)
    has_all = missing == 0 < _places(connection) == counted
    lies_under = _lies_under(connection, unreadable)
    kept = _keeps(unreadable, lies_under, as_now=counted is not None, whole=has_all)
    untold = sum(not tokens for tokens in kept.values())
    return Difference(named, missing, len(unreadable), untold)


def _keeps(unreadable: Collection[int], known: LiesUnder, *, as_now: bool, whole: bool) -> LiesUnder:
    """What an index has to hold of what cannot be read.

    known: what it holds of them already
    as_now: whether it was made as it is made now; otherwise nothing is known
    whole: whether it has all that can be read, and lost nothing: then those that it has not name no place
    """
    if not as_now:
        return dict.fromkeys(unreadable, ())
    return known if whole else {**dict.fromkeys(unreadable, ()), **known}


def _places(connection: Connection) -> int:
    return connection.execute(select(func.count()).select_from(_INDEXED)).scalar_one()


def _lies_under(connection: Connection, places: Collection[int]) -> LiesUnder:
    """What those of these places lie under that the index has."""
    found: dict[int, list[int]] = {place: [] for (place,) in some_at_a_time(connection, _THERE, places)}
    for place, token in some_at_a_time(connection, _UNDER_EACH, found):
        found[place].append(token)
    return found


def _counted_as_now(connection: Connection) -> int | None:
    """How many places the index says that it has; None where it was not made as it is made now."""
    tokens = Tokens(vault_of(connection))
    held = held_under(connection, {*COUNTED, tokens.as_counted})
    if not indexed_alike(connection, held, tokens):
        return None
    return held[EVERY_PLACE].number if EVERY_PLACE in held else 0


def _missing(connection: Connection, shelf: Shelf, some: Sequence[_Named]) -> int:
    of_record = Tokens(vault_of(connection)).of_record
    wanted = {row: of_record(where) for row, where in some}
    under: defaultdict[int, set[int]] = defaultdict(set)
    for row, token in some_at_a_time(connection, _LIES_UNDER[shelf], wanted):
        under[row].add(token)
    held = held_under(connection, set().union(*wanted.values()))
    counted = {token for token, under in held.items() if under.number > 0}
    return sum(not tokens <= under[row] & counted for row, tokens in wanted.items())


def _readable(connection: Connection, shelf: Shelf) -> Iterator[_Named]:
    return ((row, where) for row, where in _named(connection, shelf) if where is not None)


def _unreadable(connection: Connection) -> list[int]:
    """The places that records may name which cannot be read."""
    return [
        place_of(shelf, row) for shelf in Shelf for row, where in _named(connection, shelf) if where is None
    ]


def _named(connection: Connection, shelf: Shelf) -> Iterator[tuple[int, Collection[Address] | None]]:
    """Each record that may name places, by its number, with those that it names; None where it cannot be
    read."""
    return _named_in_register(connection) if shelf is Shelf.INCIDENT else _named_on(connection, shelf)


def _named_on(connection: Connection, shelf: Shelf) -> Iterator[tuple[int, Collection[Address] | None]]:
    table = _SHELVES[shelf]
    some = select(table).where(table.c.kind.in_(_KINDS)).order_by(table.c.sequence).limit(BATCH)
    last = -1
    while rows := connection.execute(some.where(table.c.sequence > last)).all():
        for row in rows:
            record = record_in(connection, row)
            yield row.sequence, places_named(record) if record is not None else None
        last = rows[-1].sequence


def _named_in_register(connection: Connection) -> Iterator[tuple[int, Collection[Address] | None]]:
    table = tables.place_incident
    some, last = select(table).order_by(table.c.id).limit(BATCH), -1
    while rows := connection.execute(some.where(table.c.id > last)).all():
        for row in rows:
            incident = opened_value(connection, row.body, PlaceIncident, "place_incident", str(row.id))
            yield row.id, places_named(incident) if incident is not None else None
        last = rows[-1].id
