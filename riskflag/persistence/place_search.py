"""Which of very many indexed places may be an address: the likeliest first, before anything is opened.

What is rare is looked at first and counts most, until enough was looked at. Words that too many places share
count where two of them come together. The order is the same every time.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain, combinations
from math import log
from operator import itemgetter

from sqlalchemy import Connection, bindparam, exists, select

from riskflag.matching.address_keys import AddressKey, KeyKind, is_placed, keys_of, words_of
from riskflag.matching.memory import one_answer
from riskflag.persistence import tables
from riskflag.persistence.many_numbers import for_numbers, some_at_a_time
from riskflag.persistence.place_tokens import COUNTED, Held, Tokens, held_under, whole, words_like
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
Scored = tuple[int, float]
"""The number of a place with what speaks for it."""
_SCORE = itemgetter(1)


@dataclass(frozen=True, slots=True)
class Likely:
    """What came of looking.

    places: the numbers of places with what speaks for each, the likeliest first
    usable: whether all of the index was made as it is looked for now
    """

    places: tuple[Scored, ...]
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
class Plan:
    """How one address is looked for.

    asked: all that is asked for
    held: what is known of each token that anything lies under
    rare: the tokens that are looked at one by one, in order
    pairs: common ones that are looked for together
    usable: whether all of the index was made as it is looked for now
    """

    asked: Mapping[int, _Asked]
    held: Mapping[int, Held]
    rare: Sequence[int]
    pairs: Sequence[Pair]
    usable: bool

    @property
    def looks_under(self) -> tuple[int, ...]:
        """The tokens under which everything lies that is found."""
        return *self.rare, *chain.from_iterable(self.pairs)

    @property
    def rests_on(self) -> bytes:
        """What is found is worked out from the address, and from what this stands for of the index: where
        both are what they were, so are the places and their order."""
        return repr([(token, self.held[token].changed) for token in self.looks_under]).encode()

    def worth(self, token: int) -> float:
        """What a token counts for a place that lies under it."""
        return self.asked[token].weight * max(log(MANY / self.held[token].number), 0.1)


def likely_places(connection: Connection, address: Address) -> Likely:
    """The indexed places that may be this address."""
    (plan,) = plans_for(connection, [address])
    (places,) = likely_by(connection, [plan])
    return Likely(places, plan.usable)


def plans_for(connection: Connection, addresses: Sequence[Address]) -> list[Plan]:
    """How each of these addresses is looked for, each as if it were alone."""
    tokens = Tokens(vault_of(connection))
    every = _asked(connection, addresses, tokens)
    held = held_under(connection, {*COUNTED, tokens.as_counted}.union(*every))
    usable = whole(connection, held, tokens)
    return [_plan(asked, held, usable=usable) for asked in every]


def likely_by(connection: Connection, plans: Sequence[Plan]) -> list[tuple[Scored, ...]]:
    """The places that each of these finds, the likeliest first: the index is read for all together."""
    under = _under(connection, {token for plan in plans for token in plan.rare})
    pairs = dict.fromkeys(pair for plan in plans for pair in plan.pairs)
    together = {pair: _together(connection, *pair) for pair in pairs}
    return [_scored(plan, under, together) for plan in plans]


def _plan(asked: Mapping[int, _Asked], every: Mapping[int, Held], *, usable: bool) -> Plan:
    held = {token: every[token] for token in asked if token in every and every[token].number > 0}
    rare, common = _parted(asked, held)
    return Plan(asked, held, sorted(rare), tuple(_pairs(common, asked, held)), usable)


def _under(connection: Connection, tokens: Collection[int]) -> dict[int, list[int]]:
    under: dict[int, list[int]] = {token: [] for token in tokens}
    for token, place in some_at_a_time(connection, _UNDER, tokens):
        under[token].append(place)
    return under


def _together(connection: Connection, one: int, another: int) -> Sequence[int]:
    return connection.execute(_TOGETHER, {"one": one, "another": another}).scalars().all()


def _scored(
    plan: Plan, under: Mapping[int, list[int]], together: Mapping[Pair, Sequence[int]]
) -> tuple[Scored, ...]:
    scores: dict[int, float] = defaultdict(float)
    for token in plan.rare:
        counts = plan.worth(token)
        for place in under[token]:
            scores[place] += counts
    in_postcode = _of_kind(plan, under, KeyKind.POSTCODE)
    for place in in_postcode & _of_kind(plan, under, KeyKind.NUMBER_IN_DISTRICT):
        scores[place] += POSTCODE_AND_NUMBER
    for one, another in plan.pairs:
        counts = plan.worth(one) + plan.worth(another)
        for place in together[one, another]:
            scores[place] += counts
    in_order = sorted(scores.items())
    in_order.sort(key=_SCORE, reverse=True)  # those that count the same stay in the order of their numbers
    return tuple(in_order)


def _of_kind(plan: Plan, under: Mapping[int, list[int]], kind: KeyKind) -> set[int]:
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


def _parted(asked: Mapping[int, _Asked], held: Mapping[int, Held]) -> tuple[list[int], list[int]]:
    """The tokens that are looked at one by one, and those under which too many lie."""
    rare: list[int] = []
    common: list[int] = []
    rows = 0
    for token in sorted(held, key=lambda token: (held[token].number, token)):
        if asked[token].key.kind in _ALWAYS:
            rare.append(token)
        elif not common and rows + held[token].number <= MOST_ROWS:
            rare.append(token)
            rows += held[token].number
        else:
            common.append(token)
    return rare, common


def _pairs(common: list[int], asked: Mapping[int, _Asked], held: Mapping[int, Held]) -> Iterator[Pair]:
    """Common words that may come together at one number, or alone where the address has none."""
    numbered = any(each.key.kind is KeyKind.NUMBER_AND_WORD for each in asked.values())
    kind = KeyKind.NUMBER_AND_WORD if numbered else KeyKind.WORD
    words = [token for token in common if asked[token].exact and asked[token].key.kind is kind]
    pairs = (
        (one, another)
        for one, another in combinations(words, 2)
        if asked[one].key.place == asked[another].key.place and held[one].number <= LONGEST_TOGETHER
    )
    rarest = sorted(pairs, key=lambda pair: (held[pair[0]].number, held[pair[1]].number, pair))
    yield from rarest[:MOST_TOGETHER]
