"""What an address is looked for by among very many: its keys, and how a mistyped word is still found.

Two addresses that could be one place share a key nearly always: the postcode; the number within the
district; the number together with a word; a word. Whether they are one place is for ``address`` to say. A
word that was mistyped is found through what remains of it when one letter is left out: of two words one slip
apart, something remains that both have.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from string import ascii_lowercase

from riskflag.matching.address_doors import read_doors
from riskflag.matching.address_parts import AddressParts, Words, take_apart
from riskflag.matching.address_words import BUILDING_TYPES, EMPTY_WORDS, STREET_TYPES
from riskflag.matching.postcode import outward_code
from riskflag.records.base import Address

MOST_NUMBERS = 12
"""How many numbers of a range are keys; of a longer one its ends are."""
SHORTEST_MISTYPED = 4
"""A shorter word has too many words one slip away from it."""
SHORTEST_TWICE_MISTYPED = 6
"""The same, of two slips."""
_TYPES = STREET_TYPES | BUILDING_TYPES


class KeyKind(StrEnum):
    """What a key says of an address, the most telling first."""

    PROPERTY = "property"
    POSTCODE = "postcode"
    NUMBER_IN_DISTRICT = "number_in_district"
    NUMBER_AND_WORD = "number_and_word"
    WORD = "word"


@dataclass(frozen=True, slots=True, order=True)
class AddressKey:
    """One key.

    kind: what it says
    place: the UPRN, postcode, district or number; empty for a word alone
    word: the word; empty where there is none
    """

    kind: KeyKind
    place: str = ""
    word: str = ""


def keys_of(address: Address) -> frozenset[AddressKey]:
    """Every key of an address. One that says nothing usable has none."""
    return frozenset(_keys(address))


def words_of(address: Address) -> frozenset[str]:
    """The words that tell this address from others, written out, with the first two of a phrase as one."""
    return frozenset(_words(take_apart(address)))


def numbers_of(address: Address) -> frozenset[str]:
    """House numbers, each of a range, and numbers of flats, which others may take for the house's."""
    return frozenset(_numbers(take_apart(address)))


def left_of(word: str) -> frozenset[str]:
    """The word, and what is left of it without each of its letters: what words one slip apart share."""
    if len(word) < SHORTEST_MISTYPED:
        return frozenset({word})
    return frozenset({word, *(word[:place] + word[place + 1 :] for place in range(len(word)))})


def further_left_of(word: str) -> frozenset[str]:
    """What is left of a long word without any two of its letters; nothing of a short one.

    Looked for among what is left of others without one, it finds words that are two slips away.
    """
    if len(word) < SHORTEST_TWICE_MISTYPED:
        return frozenset()
    return frozenset().union(*map(left_of, left_of(word) - {word})) - left_of(word)


def one_slip_from(word: str) -> frozenset[str]:
    """All that one slip makes of a word, a letter left out apart; nothing of a short one.

    Looked for among what is left of others without one letter, it finds longer words two slips away. There
    are some sixty for each letter, so it is for a word for which there is nothing else to go by.
    """
    if len(word) <= SHORTEST_MISTYPED:
        return frozenset()
    parted = [(word[:place], word[place:]) for place in range(len(word) + 1)]
    slips = {
        f"{one}{letter}{rest}"
        for one, other in parted
        for rest in (other, other[1:])
        for letter in ascii_lowercase
    }
    slips.update(one + rest[1] + rest[0] + rest[2:] for one, rest in parted if len(rest) > 1)
    return frozenset(slips)


def is_placed(address: Address) -> bool:
    """Whether it gives a whole postcode, by which it is found however its words are written."""
    return " " in read_doors(address).postcode


def _keys(address: Address) -> Iterator[AddressKey]:
    parts = take_apart(address)
    for uprn in (address.uprn, address.parent_uprn):
        plain = (uprn or "").strip().lstrip("0")
        if plain:
            yield AddressKey(KeyKind.PROPERTY, plain)
    if " " in parts.postcode:
        yield AddressKey(KeyKind.POSTCODE, parts.postcode)
    words = frozenset(_words(parts))
    for number in frozenset(_numbers(parts)):
        if parts.postcode:
            yield AddressKey(KeyKind.NUMBER_IN_DISTRICT, f"{outward_code(parts.postcode)} {number}")
        for word in words:
            yield AddressKey(KeyKind.NUMBER_AND_WORD, number, word)
    for word in words:
        yield AddressKey(KeyKind.WORD, word=word)


def _numbers(parts: AddressParts) -> Iterator[str]:
    if parts.numbers:
        low, high = parts.numbers
        span = range(low, high + 1) if high - low < MOST_NUMBERS else (low, high)
        yield from map(str, span)
    yield from (unit for unit in parts.units | parts.around_slash if unit.isdigit())


def _words(parts: AddressParts) -> Iterator[str]:
    for phrase in (parts.name, parts.street):
        yield from _telling(phrase) or phrase
        if len(phrase) > 1:
            yield phrase[0] + phrase[1]
    yield from _telling(parts.locality)


def _telling(words: Words) -> Words:
    return tuple(word for word in words if word not in _TYPES and word not in EMPTY_WORDS)
