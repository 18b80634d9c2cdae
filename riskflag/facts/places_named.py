"""Whether a text gives away a place: its postcode, its number and street, its street alone, or its name."""

import re
from collections.abc import Iterable

from riskflag.facts.names import named_in
from riskflag.matching.address_words import ABBREVIATIONS, STREET_TYPES
from riskflag.records import Address
from riskflag.reference.look_alikes import as_it_looks

Words = tuple[str, ...]
_WORDS = re.compile(r"[a-z]+|\d+")
_SAME = {**ABBREVIATIONS, "st": "street", "saint": "street"}
_SITES = frozenset(
    {"school", "nursery", "college", "hospital", "surgery", "clinic", "church", "mosque", "centre", "refuge"}
)
_PHRASES_WITH_A_NAME = 3
"""Name, street and town: of fewer, the first may be the town."""


def gives_away(address: Address, text: str, site: Address | None) -> bool:
    """Whether the text says where the place is more closely than a ward or a town does.

    site: where the recipient is, whose own street tells it nothing new
    """
    closed = "".join(as_it_looks(text).casefold().split())
    if address.postcode and "".join(as_it_looks(address.postcode).casefold().split()) in closed:
        return True
    line = address.text.split(",")[0]
    numbered = f"{address.number} {address.street}" if address.number and address.street else line
    if any(char.isdigit() for char in numbered) and named_in(numbered, text):
        return True
    known = set(_streets_and_names(site)) if site else set()
    said = _words(text)
    return any(_stands_in(phrase, said) for phrase in _streets_and_names(address) if phrase not in known)


def _streets_and_names(address: Address) -> Iterable[Words]:
    """Its streets without their numbers, and the name of a house, a school or a workplace before them."""
    segments = [_words(part) for part in address.text.split(",")]
    has_a_name = len(segments) >= _PHRASES_WITH_A_NAME
    for place, segment in enumerate((*segments, _words(address.street or ""))):
        phrase = tuple(word for word in segment if not word.isdigit() and len(word) > 1)
        named = place == 0 and has_a_name and phrase == segment
        if len(phrase) > 1 and (named or phrase[-1] in STREET_TYPES | _SITES):
            yield phrase


def _words(text: str) -> Words:
    plain = as_it_looks(text).casefold().replace("'", "")
    return tuple(_SAME.get(word, word) for word in _WORDS.findall(plain))


def _stands_in(phrase: Words, said: Words) -> bool:
    return any(said[at : at + len(phrase)] == phrase for at in range(len(said) - len(phrase) + 1))
