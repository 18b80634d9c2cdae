"""Which of very many indexed places may be an address: the likeliest first, before anything is opened.

What is rare is looked at first and counts most, until enough was looked at. Words that too many places share
count where two of them come together. The order is the same every time.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from math import log

from sqlalchemy import Connection, bindparam, exists, select

from riskflag.matching.address_keys import AddressKey, KeyKind, is_placed, keys_of, words_of
from riskflag.matching.memory import one_answer
from riskflag.persistence import tables
from riskflag.persistence.many_numbers import for_numbers, some_at_a_time
from riskflag.persistence.place_tokens import EVERY_PLACE, Tokens, held_under, whole, words_like
from riskflag.persistence.vault import vault_of
from riskflag.records import Address

MOST_ROWS = 600
"""How many entries of the index are read for one address, beside those of its postcode and district."""
MOST_TOGETHER = 3
"""How many pairs of common words are looked for together."""
LONGEST_TOGETHER = 6000
"""Of two common words neither of which is rarer than this, nobody is looked for."""
MANY = 1_000_000
"""How many places there may be; what lies under as many tells nothing."""
POSTCODE_AND_NUMBER = 50.0
"""Added for a place in the same postcode with the same number: the words may be anything."""
ABOUT = 0.5
"""What a word counts that is about one slip away."""
_WEIGHTS = {
    KeyKind.PROPERTY: 5.0,
    KeyKind.POSTCODE: 1.0,
    KeyKind.NUMBER_IN_DISTRICT: 1.0,
    KeyKind.NUMBER_AND_WORD: 0.5,
    KeyKind.WORD: 0.5,
}
_ALWAYS = frozenset({KeyKind.PROPERTY, KeyKind.POSTCODE, KeyKind.NUMBER_IN_DISTRICT})
_TOKENS = tables.place_token
_OTHER = tables.place_token.alias("other")
_UNDER = for_numbers(select(_TOKENS.c.token, _TOKENS.c.place), _TOKENS.c.token)
_TOGETHER = (
    select(_TOKENS.c.place)
    .where(
        _TOKENS.c.token == bindparam("one"),
        exists().where(_OTHER.c.token == bindparam("another"), _OTHER.c.place == _TOKENS.c.place),
    )
    .order_by(_TOKENS.c.place)
    .limit(100)
)

Pair = tuple[int, int]
"""Two tokens that are looked for together."""


@dataclass(frozen=True, slots=True)
class Likely:
    """What came of looking.

    places: the numbers of places with what speaks for each, the likeliest first
    usable: whether all of the index was made as it is looked for now
    """

    places: tuple[tuple[int, float], ...]
    usable: bool


@dataclass(frozen=True, slots=True)
class _Asked:
    """One token that is asked for.

    key: what it stands for
    exact: whether its word is the one that was asked for, or none
    """

    key: AddressKey
    exact: bool

    @property
    def weight(self) -> float:
        """What it counts at most, beside how rare it is."""
        return _WEIGHTS[self.key.kind] * (1.0 if self.exact else ABOUT)


@dataclass(frozen=True, slots=True)
class _Plan:
    """How one address is looked for.

    asked: all that is asked for
    worth: what each token that anything lies under counts
    rare: the tokens that are looked at one by one, in order
    pairs: common ones that are looked for together
    """

    asked: Mapping[int, _Asked]
    worth: Mapping[int, float]
    rare: Sequence[int]
    pairs: Sequence[Pair]


def likely_places(connection: Connection, address: Address) -> Likely:
    """The indexed places that may be this address."""
    return likely_places_of(connection, [address])[0]


def likely_places_of(connection: Connection, addresses: Sequence[Address]) -> list[Likely]:
    """The same for each of many addresses, each as if it were alone: the index is read for all together."""
    tokens = Tokens(vault_of(connection))
    every = _asked(connection, addresses, tokens)
    held = held_under(connection, {EVERY_PLACE, tokens.as_counted}.union(*every))
    usable = whole(connection, held, tokens)
    plans = [_plan(asked, held) for asked in every]
    under = _under(connection, {token for plan in plans for token in plan.rare})
    pairs = dict.fromkeys(pair for plan in plans for pair in plan.pairs)
    together = {pair: _together(connection, *pair) for pair in pairs}
    return [Likely(_scored(plan, under, together), usable) for plan in plans]


def _plan(asked: Mapping[int, _Asked], held: Mapping[int, int]) -> _Plan:
    counts = {token: held[token] for token in asked if held.get(token, 0) > 0}
    rare, common = _parted(asked, counts)
    worth = {token: asked[token].weight * max(log(MANY / number), 0.1) for token, number in counts.items()}
    return _Plan(asked, worth, sorted(rare), tuple(_pairs(common, asked, counts)))


def _under(connection: Connection, tokens: Collection[int]) -> dict[int, list[int]]:
    under: dict[int, list[int]] = {token: [] for token in tokens}
    for token, place in some_at_a_time(connection, _UNDER, tokens):
        under[token].append(place)
    return under


def _together(connection: Connection, one: int, another: int) -> Sequence[int]:
    return connection.execute(_TOGETHER, {"one": one, "another": another}).scalars().all()


def _scored(
    plan: _Plan, under: Mapping[int, list[int]], together: Mapping[Pair, Sequence[int]]
) -> tuple[tuple[int, float], ...]:
    worth = plan.worth
    scores: dict[int, float] = defaultdict(float)
    for token in plan.rare:
        counts = worth[token]
        for place in under[token]:
            scores[place] += counts
    in_postcode = _of_kind(plan, under, KeyKind.POSTCODE)
    for place in in_postcode & _of_kind(plan, under, KeyKind.NUMBER_IN_DISTRICT):
        scores[place] += POSTCODE_AND_NUMBER
    for one, another in plan.pairs:
        for place in together[one, another]:
            scores[place] += worth[one] + worth[another]
    return tuple(sorted(scores.items(), key=lambda found: (-found[1], found[0])))


def _of_kind(plan: _Plan, under: Mapping[int, list[int]], kind: KeyKind) -> set[int]:
    return {place for token in plan.rare if plan.asked[token].key.kind is kind for place in under[token]}


def _asked(connection: Connection, addresses: Sequence[Address], tokens: Tokens) -> list[dict[int, _Asked]]:
    words: dict[bool, set[str]] = {True: set(), False: set()}
    with one_answer():
        keys = [(keys_of(address), is_placed(address)) for address in addresses]
        for address in addresses:
            words[is_placed(address)] |= words_of(address)
    alike = {
        placed: words_like(connection, tokens, some, widely=not placed) for placed, some in words.items()
    }
    token = cache(tokens.of)
    every: list[dict[int, _Asked]] = []
    for of_one, placed in keys:
        asked: dict[int, _Asked] = {}
        for key in of_one:
            if not key.word:
                asked[token(key)] = _Asked(key, exact=True)
                continue
            for code, exact in alike[placed][key.word].items():
                number = token(key, code)
                if exact or number not in asked:
                    asked[number] = _Asked(key, exact)
        every.append(asked)
    return every


def _parted(asked: Mapping[int, _Asked], counts: Mapping[int, int]) -> tuple[list[int], list[int]]:
    """The tokens that are looked at one by one, and those under which too many lie."""
    rare: list[int] = []
    common: list[int] = []
    rows = 0
    for token in sorted(counts, key=lambda token: (counts[token], token)):
        if asked[token].key.kind in _ALWAYS:
            rare.append(token)
        elif not common and rows + counts[token] <= MOST_ROWS:
            rare.append(token)
            rows += counts[token]
        else:
            common.append(token)
    return rare, common


def _pairs(common: list[int], asked: Mapping[int, _Asked], counts: Mapping[int, int]) -> Iterator[Pair]:
    """Common words that may come together at one number, or alone where the address has none."""
    numbered = any(each.key.kind is KeyKind.NUMBER_AND_WORD for each in asked.values())
    kind = KeyKind.NUMBER_AND_WORD if numbered else KeyKind.WORD
    words = [token for token in common if asked[token].exact and asked[token].key.kind is kind]
    pairs = (
        (one, another)
        for one, another in combinations(words, 2)
        if asked[one].key.place == asked[another].key.place and counts[one] <= LONGEST_TOGETHER
    )
    yield from sorted(pairs, key=lambda pair: (counts[pair[0]], counts[pair[1]], pair))[:MOST_TOGETHER]
