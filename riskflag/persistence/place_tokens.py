"""What every place on record is found under, so that it is found among a million by whoever has the address
and the key, and by nobody else.

A place lies under tokens: keyed indexes of the keys of its address (``matching.address_keys``). How many lie
under each token is counted, so that a rare word is told from a common one before anything is read; the counts
only order what is looked at. Beside its count stands a number that is another after every change of what
lies under the token: whoever finds the same number again would find the same places. A word that was
mistyped, here or in the question, is found through its slips: what is left of it without one of its letters,
indexed like all else.

It is written by ``place_indexing``.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from functools import cache, partial
from hashlib import sha256
from typing import NamedTuple

from sqlalchemy import Connection, select

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
from riskflag.persistence.many_numbers import for_numbers, some_at_a_time
from riskflag.persistence.vault import Vault
from riskflag.records import Address

EVERY_PLACE = 0
"""Under this, which is no keyed index, lies nothing: all places are counted there, whoever indexed them."""
NOT_READ = 1
"""Under this, which is none either, lie the places whose records cannot be read and of which nothing is known
that they could be found by: each may be any place."""
COUNTED = frozenset({EVERY_PLACE, NOT_READ})
"""What is asked of the counts to know whether the index can be used, beside ``Tokens.as_counted``."""
SAMPLES = (
    "Flat 2, 14a Mill Lane, Weston Cross, Eastmere, ZZ21 4KX",
    "The Old Forge, High Street, Weston Cross",
    "Rm 12 Larch Hse, 12-14 St John's Rd, ZZ99 9ZZ",
    "1st Floor, 3rd Avenue, ZZ1",
)
"""Addresses whose keys stand for how keys are made."""

_PLACES, _TOKENS = tables.indexed_place, tables.place_token
_COUNTS, _SLIPS = tables.place_token_count, tables.place_word_slip
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


def whole(connection: Connection, held: Mapping[int, Held], tokens: Tokens) -> bool:
    """Whether every place in the index is found by whoever looks for it now.

    held: what is known of ``COUNTED`` and ``tokens.as_counted``, as ``held_under`` tells it
    """
    return NOT_READ not in held and indexed_alike(connection, held, tokens)


def indexed_alike(connection: Connection, held: Mapping[int, Held], tokens: Tokens) -> bool:
    """Whether every place in the index was put there with the key, and by the ways of making keys, that look
    now; and the counts were not lost.

    held: as ``whole`` takes it
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
