"""How the index of places is written: worked out from the records, as they come and go, and made anew from
them (``place_rebuilding.rebuild``).
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import islice
from secrets import randbits

from sqlalchemy import ColumnElement, Connection, bindparam, delete, func, select, update

from riskflag.matching.address_keys import AddressKey, KeyKind, left_of
from riskflag.persistence import tables
from riskflag.persistence.many_numbers import add_to, put, put_into, put_new_into
from riskflag.persistence.place_numbers import Shelf, named_by, place_of
from riskflag.persistence.place_tokens import EVERY_PLACE, NOT_READ, Tokens, held_under
from riskflag.persistence.vault import vault_of
from riskflag.records import Address

WRITTEN_AT_ONCE = 5000
"""How many places are written at a time, in the order of their tokens."""
CHANGE_BITS = 62
"""How long the number of a change is."""

_PLACES, _TOKENS = tables.indexed_place, tables.place_token
_COUNTS, _SLIPS = tables.place_token_count, tables.place_word_slip
_PUT_PLACE = put_into(_PLACES)
_PUT_TOKEN = put_into(_TOKENS)
_PUT_SLIP = put_new_into(_SLIPS)
_COUNT = add_to(_COUNTS, "held", instead=["changed"])
_LESS = (
    update(_COUNTS)
    .where(_COUNTS.c.token == bindparam("of_token"))
    .values(held=_COUNTS.c.held - bindparam("fewer"), changed=bindparam("now"))
)
_NONE_LEFT = delete(_COUNTS).where(_COUNTS.c.token == bindparam("of_token"), _COUNTS.c.held <= 0)

LiesUnder = Mapping[int, Collection[int]]
"""Places, by their numbers, with the tokens that they lie under."""


def index_places(
    connection: Connection, shelf: Shelf, named: Iterable[tuple[int, Collection[Address]]]
) -> None:
    """Makes places findable that these records name.

    named: each record's number in its table, and the addresses in it; one without any has no place
    """
    rows = ((row, where) for row, where in named if where)
    while some := list(islice(rows, WRITTEN_AT_ONCE)):
        _index_some(connection, shelf, some)


def index_unread(connection: Connection, lay_under: LiesUnder) -> None:
    """Keeps places in the index whose records cannot be read.

    lay_under: what each is known to lie under; one of which nothing is known may be any place, so that every
        answer says that something was not looked at
    """
    under = sorted((place, tuple(tokens) or (NOT_READ,)) for place, tokens in lay_under.items())
    tokens = Tokens(vault_of(connection))
    for first in range(0, len(under), WRITTEN_AT_ONCE):
        _put_under(connection, dict(under[first : first + WRITTEN_AT_ONCE]), tokens)


def forget_places(connection: Connection, which: ColumnElement[bool]) -> None:
    """Takes places out of the index before their records go.

    which: the condition on ``indexed_place`` that picks them
    """
    picked = select(_PLACES.c.id).where(which)
    gone = connection.execute(select(func.count()).select_from(picked.subquery())).scalar_one()
    if not gone:
        return
    under = connection.execute(select(_TOKENS.c.token).where(_TOKENS.c.place.in_(picked))).scalars()
    fewer = Counter(under)
    fewer |= dict.fromkeys((EVERY_PLACE, Tokens(vault_of(connection)).as_counted), gone)
    now = _never_before()
    less = [{"of_token": token, "fewer": number, "now": now} for token, number in sorted(fewer.items())]
    connection.execute(_LESS, less)
    connection.execute(_NONE_LEFT, [{"of_token": row["of_token"]} for row in less])
    connection.execute(delete(_PLACES).where(which))


def forget_everything(connection: Connection, *, save_slips: bool) -> None:
    """Empties the index.

    save_slips: whether it is still to be known how the words may be mistyped that were met
    """
    for table in (_TOKENS, _PLACES, _COUNTS, *(() if save_slips else (_SLIPS,))):
        connection.execute(delete(table))


def _index_some(
    connection: Connection, shelf: Shelf, named: Sequence[tuple[int, Collection[Address]]]
) -> None:
    tokens = Tokens(vault_of(connection))
    under = {place_of(shelf, row): tokens.of_record(where) for row, where in named}
    _put_slips(connection, tokens)
    _put_under(connection, under, tokens)


def _put_under(connection: Connection, under: LiesUnder, tokens: Tokens) -> None:
    put(connection, _PUT_PLACE, [_columns(place) for place in under])
    lies = sorted((token, place) for place, its_tokens in under.items() for token in its_tokens)
    put(connection, _PUT_TOKEN, [{"token": token, "place": place} for token, place in lies])
    counted = {
        **Counter(token for token, _ in lies),
        **dict.fromkeys((EVERY_PLACE, tokens.as_counted), len(under)),
    }
    now = _never_before()
    counts = [{"token": token, "held": held, "changed": now} for token, held in sorted(counted.items())]
    put(connection, _COUNT, counts)


def _columns(place: int) -> Mapping[str, int | None]:
    shelf, row = named_by(place)
    return {"id": place, **dict.fromkeys(map(str, Shelf)), shelf.value: row}


def _never_before() -> int:
    """The number of a change, which none had before: drawn by chance, out of too many to be drawn twice."""
    return randbits(CHANGE_BITS)


def _put_slips(connection: Connection, tokens: Tokens) -> None:
    """Writes how words may be mistyped, of those that were met and are new here."""
    alone = {tokens.of(AddressKey(KeyKind.WORD), code): (word, code) for word, code in tokens.met.items()}
    known = held_under(connection, alone)
    slips = [
        {"slip": tokens.slips.number(slip), "word": code}
        for token, (word, code) in alone.items()
        if token not in known
        for slip in left_of(word)
    ]
    put(connection, _PUT_SLIP, sorted(slips, key=lambda row: (row["slip"], row["word"])))
