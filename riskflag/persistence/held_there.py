"""For whom an address at a place is held, found without comparing: nobody is left out for want of room, or
because their record cannot be read. It may name too many: that costs another look at them, and no more.
"""

from collections.abc import Iterable, Iterator
from itertools import product, takewhile
from typing import Any

from sqlalchemy import Connection, Select, bindparam, exists, select

from riskflag.matching.address_keys import KeyKind, keys_of
from riskflag.persistence import tables
from riskflag.persistence.many_numbers import for_numbers, some_at_a_time
from riskflag.persistence.place_numbers import Shelf, named_by
from riskflag.persistence.place_search import likely_places
from riskflag.persistence.place_tokens import Tokens
from riskflag.persistence.places_index import AS_LIKELY, MOST_LOOKED_AT
from riskflag.persistence.shelves import KIND_NAMES, record_in
from riskflag.persistence.vault import vault_of
from riskflag.records import Address, AddressRecord
from riskflag.vocabulary import PersonId

_RECORD, _PLACE, _TOKEN = tables.record, tables.indexed_place, tables.place_token
_AND = tables.place_token.alias("and_token")
_IS_HELD = _RECORD.c.kind == KIND_NAMES[AddressRecord]


def _under_one() -> Select[Any]:
    return (
        select(_RECORD.c.person_id)
        .distinct()
        .join(_PLACE, _PLACE.c.record == _RECORD.c.sequence)
        .join(_TOKEN, _TOKEN.c.place == _PLACE.c.id)
        .where(_IS_HELD, _TOKEN.c.token == bindparam("under"))
        .order_by(_RECORD.c.person_id)
    )


_UNDER = _under_one()
_UNDER_BOTH = _under_one().where(
    exists().where(_AND.c.token == bindparam("and_under"), _AND.c.place == _TOKEN.c.place)
)
_HELD = for_numbers(select(_RECORD).where(_IS_HELD), _RECORD.c.sequence)


def held_there(connection: Connection, address: Address) -> Iterator[PersonId]:
    """Those with the property's number, or with its postcode and a number of its own; where it has no number,
    all with its postcode."""
    token_of = Tokens(vault_of(connection)).of
    tokens: dict[KeyKind, list[int]] = {kind: [] for kind in KeyKind}
    for key in sorted(keys_of(address)):
        if not key.word:
            tokens[key.kind].append(token_of(key))
    alone = tokens[KeyKind.PROPERTY]
    if not tokens[KeyKind.NUMBER_IN_DISTRICT]:
        alone += tokens[KeyKind.POSTCODE]
    for token in alone:
        yield from map(PersonId, connection.execute(_UNDER, {"under": token}).scalars())
    for one, other in product(tokens[KeyKind.POSTCODE], tokens[KeyKind.NUMBER_IN_DISTRICT]):
        both = {"under": one, "and_under": other}
        yield from map(PersonId, connection.execute(_UNDER_BOTH, both).scalars())


def perhaps_held_there(connection: Connection, address: Address) -> frozenset[PersonId] | None:
    """Of those whose address may be this one, whoever's cannot be read, and all who are as likely as the
    likeliest. None where the index cannot be used: it may be anybody's."""
    likely = likely_places(connection, address)
    if not likely.usable:
        return None
    least = likely.places[0][1] * AS_LIKELY if likely.places else 0.0
    as_likely = _records(takewhile(lambda found: found[1] >= least, likely.places))
    some = as_likely | _records(likely.places[:MOST_LOOKED_AT])
    return frozenset(
        PersonId(row.person_id)
        for row in some_at_a_time(connection, _HELD, some)
        if row.sequence in as_likely or record_in(connection, row) is None
    )


def _records(places: Iterable[tuple[int, float]]) -> set[int]:
    """The numbers of the records that name these, incidents and protected places aside."""
    return {number for shelf, number in (named_by(place) for place, _ in places) if shelf is Shelf.RECORD}
