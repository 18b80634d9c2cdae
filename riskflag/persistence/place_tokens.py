"""What every place on record is found under, so that it is found among a million by whoever has the address
and the key, and by nobody else.

A place lies under tokens: keyed indexes of the keys of its address (``matching.address_keys``). How many lie
under each token is counted, so that a rare word is told from a common one before anything is read; the counts
only order what is looked at. Beside its count stands a number that is another after every change of what
lies under the token: whoever finds the same number again would find the same places. A word that was
mistyped, here or in the question, is found through its slips: what is left of it without one of its letters,
indexed like all else.

All of this is worked out from the records and is made anew from them (``place_rebuilding.rebuild``).
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache, partial
from hashlib import sha256
from itertools import islice
from secrets import randbits
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, bindparam, delete, func, select, update

from riskflag.matching.address_keys import (
    AddressKey,
    KeyKind,
    further_left_of,
    keys_of,
    left_of,
    one_slip_from,
)
from riskflag.matching.memory import one_answer
from riskflag.persistence import tables
from riskflag.persistence.many_numbers import (
    add_to,
    for_numbers,
    put,
    put_into,
    put_new_into,
    some_at_a_time,
)
from riskflag.persistence.place_numbers import Shelf, place_of
from riskflag.persistence.vault import Vault, vault_of
from riskflag.records import Address

WRITTEN_AT_ONCE = 5000
"""How many places are written at a time, in the order of their tokens."""
EVERY_PLACE = 0
"""Under this, which is no keyed index, lies nothing: all places are counted there, whoever indexed them."""
CHANGE_BITS = 62
"""How long the number of a change is."""
SAMPLES = (
    "Flat 2, 14a Mill Lane, Weston Cross, Eastmere, ZZ21 4KX",
    "The Old Forge, High Street, Weston Cross",
    "Rm 12 Larch Hse, 12-14 St John's Rd, ZZ99 9ZZ",
    "1st Floor, 3rd Avenue, ZZ1",
)
"""Addresses whose keys stand for how keys are made."""

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
_ANY = select(_COUNTS.c.token).limit(1)
_ANY_PLACE = select(_PLACES.c.id).limit(1)
_HELD = for_numbers(select(_COUNTS), _COUNTS.c.token)
_WORDS = for_numbers(select(_SLIPS.c.slip, _SLIPS.c.word), _SLIPS.c.slip)


class Held(NamedTuple):
    """What is known of a token without reading what lies under it.

    number: how many places lie under it
    changed: a number that it did not have before what lies under it last changed
    """

    number: int
    changed: int


class Tokens:
    """What keys of addresses are looked for by, in the database of one vault.

    slips: of what is left of words
    """

    def __init__(self, vault: Vault) -> None:
        self.slips = vault.index("place slip")
        self._words = vault.index("place word")
        self._under = cache(partial(vault.index, "place token"))
        self._met: dict[str, int] = {}

    @property
    def met(self) -> Mapping[str, int]:
        """Every word that was met so far, with what stands for it."""
        return self._met

    def word(self, word: str) -> int:
        """What stands for a word."""
        code = self._met.get(word)
        if code is None:
            code = self._met[word] = self._words.number(word)
        return code

    def of(self, key: AddressKey, code: int | None = None) -> int:
        """What a key is looked for by.

        code: what stands for its word; None where it has none
        """
        return self._under(key.kind, key.place).number("" if code is None else str(code))

    def of_record(self, where: Collection[Address]) -> set[int]:
        """What a record that names these addresses lies under."""
        with one_answer():
            keys = frozenset().union(*map(keys_of, where))
        return {self.of(key, self.word(key.word) if key.word else None) for key in keys}

    @property
    def as_counted(self) -> int:
        """What the places are counted under that were indexed with this key and in this way."""
        return self.of(AddressKey(KeyKind.WORD, f"made in this way {_way()}"))


def index_places(
    connection: Connection, shelf: Shelf, named: Iterable[tuple[int, Collection[Address]]]
) -> None:
    """Makes places findable that these records name.

    named: each record's number in its table, and the addresses in it; one without any has no place
    """
    rows = ((row, where) for row, where in named if where)
    while some := list(islice(rows, WRITTEN_AT_ONCE)):
        _index_some(connection, shelf, some)


def whole(connection: Connection, held: Mapping[int, Held], tokens: Tokens) -> bool:
    """Whether every place in the index was put there with the key, and by the ways of making keys, that look
    now; and the counts were not lost.

    held: what is known of ``EVERY_PLACE`` and ``tokens.as_counted``, as ``held_under`` tells it
    """
    if EVERY_PLACE not in held:
        return all(connection.execute(each).first() is None for each in (_ANY, _ANY_PLACE))
    as_counted = held.get(tokens.as_counted)
    return as_counted is not None and as_counted.number == held[EVERY_PLACE].number


@cache
def _way() -> str:
    """A digest of how the keys of addresses are made: another is another way."""
    keys = sorted(repr(key) for sample in SAMPLES for key in keys_of(Address(sample)))
    return sha256("\0".join(keys).encode()).hexdigest()


def forget_places(connection: Connection, which: ColumnElement[bool]) -> None:
    """Takes places out of the index before their records go.

    which: the condition on ``indexed_place`` that picks them
    """
    picked = select(_PLACES.c.id).where(which)
    gone = connection.execute(select(func.count()).select_from(picked.subquery())).scalar_one()
    under = connection.execute(select(_TOKENS.c.token).where(_TOKENS.c.place.in_(picked))).scalars()
    fewer = Counter(under)
    if gone:
        fewer |= dict.fromkeys((EVERY_PLACE, Tokens(vault_of(connection)).as_counted), gone)
        now = _never_before()
        less = [{"of_token": token, "fewer": number, "now": now} for token, number in sorted(fewer.items())]
        connection.execute(_LESS, less)
        connection.execute(_NONE_LEFT, [{"of_token": row["of_token"]} for row in less])
    connection.execute(delete(_PLACES).where(which))


def forget_everything(connection: Connection) -> None:
    """Empties the index."""
    for table in (_TOKENS, _PLACES, _COUNTS, _SLIPS):
        connection.execute(delete(table))


def held_under(connection: Connection, tokens: Collection[int]) -> dict[int, Held]:
    """What is known of each of these tokens, of those under which anything lies."""
    rows = some_at_a_time(connection, _HELD, tokens)
    return {token: Held(number, changed) for token, number, changed in rows}


def words_like(
    connection: Connection, tokens: Tokens, words: Iterable[str], *, widely: bool = False
) -> dict[str, dict[int, bool]]:
    """For each word what stands for it, and for the words in the index that are about one slip away, and
    whether that is the word itself. Of a word that the index does not have, also those two slips away.

    widely: whether these may be longer words too, which takes some hundreds of look-ups for each
    """
    found = {word: {tokens.word(word): True} for word in words}
    near = _sharing(connection, tokens, {word: left_of(word) for word in found})
    unknown = [word for word, codes in found.items() if not codes.keys() & near[word]]
    slips = {word: further_left_of(word) | (one_slip_from(word) if widely else set()) for word in unknown}
    further = _sharing(connection, tokens, slips)
    for word, codes in found.items():
        for code in sorted(near[word] | further.get(word, set())):
            codes.setdefault(code, False)
    return found


def _sharing(
    connection: Connection, tokens: Tokens, slips: Mapping[str, Collection[str]]
) -> dict[str, set[int]]:
    """For each word what stands for the words in the index that share any of these slips."""
    by_slip: dict[int, list[str]] = defaultdict(list)
    for word, left in slips.items():
        for slip in left:
            by_slip[tokens.slips.number(slip)].append(word)
    sharing: dict[str, set[int]] = {word: set() for word in slips}
    for slip, code in some_at_a_time(connection, _WORDS, by_slip):
        for word in by_slip[slip]:
            sharing[word].add(code)
    return sharing


def _index_some(
    connection: Connection, shelf: Shelf, named: Sequence[tuple[int, Collection[Address]]]
) -> None:
    tokens = Tokens(vault_of(connection))
    nowhere = dict.fromkeys(map(str, Shelf))
    put(
        connection,
        _PUT_PLACE,
        [{**nowhere, "id": place_of(shelf, row), shelf.value: row} for row, _ in named],
    )
    rows = [
        {"token": token, "place": place_of(shelf, row)}
        for row, where in named
        for token in tokens.of_record(where)
    ]
    _put_slips(connection, tokens)
    put(connection, _PUT_TOKEN, sorted(rows, key=lambda row: (row["token"], row["place"])))
    counted = {
        **Counter(row["token"] for row in rows),
        **dict.fromkeys((EVERY_PLACE, tokens.as_counted), len(named)),
    }
    now = _never_before()
    counts = [{"token": token, "held": held, "changed": now} for token, held in sorted(counted.items())]
    put(connection, _COUNT, counts)


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
