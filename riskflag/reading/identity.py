"""Names that are known, and anything that looks like an address, where they stand in a text.

Whether a name or an address is a protected person's is for the caller to decide: what is found here is only
where to look. A name is known here for one call and kept nowhere.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from riskflag.reading.words import Word, words_of
from riskflag.reference.look_alikes import Reading, as_it_looks

_STREET = (
    r"(?:street|str|st|road|rd|avenue|ave|close|lane|ln|drive|way|court|crescent|cres|place|terrace|gardens"
    r"|gdns|grove|square|walk|row|hill|mews|parade|rise|view|green|house|park|quay|wharf|yard|buildings)"
)
_POSTCODE = re.compile(r"\b[a-z]{1,2}\d[a-z\d]?\s?\d[a-z]{2}\b", re.IGNORECASE)
_NUMBERED = re.compile(
    rf"\b(?:(?:flat|room|unit)\s)?\d{{1,4}}[a-z]?,?\s+(?:\d{{1,4}}[a-z]?,?\s+)?(?:[a-z'-]+\s+){{1,3}}{_STREET}\b",
    re.IGNORECASE,
)
_NAMED = re.compile(rf"\b(?:[A-Z][\w'-]+\s+){{1,3}}(?i:{_STREET})\b")
_SHORTEST_PART = 3
"""Letters that part of a name must have to be looked for alone."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in a text where a known name stands, or an address may.

    words: as they stand: ``text[start:end] == words``
    start, end: where
    name: number of the name in the list that was asked for; None for an address
    whole: whether every word of the name stands there; a part may be somebody else's
    """

    words: str
    start: int
    end: int
    name: int | None = None
    whole: bool = True


def mentions(text: str, names: Sequence[str]) -> tuple[Mention, ...]:
    """Where any of the names stands in the text, whole in either order, or in part with a capital letter.

    A letter of another script counts as what it looks like, and as what it sounds like.
    """
    words = words_of(text)
    every = {
        each
        for reading in (Reading.NEAREST, Reading.SOUND)
        for plain in [_plain(words, reading)]
        for number, name in enumerate(names)
        for each in _of_name(text, words, plain, number, _plain(words_of(name), reading))
    }
    whole = {(each.name, place) for each in every if each.whole for place in range(each.start, each.end)}
    found = (each for each in every if each.whole or (each.name, each.start) not in whole)
    return tuple(sorted(found, key=lambda each: (each.start, each.end, each.name)))


def _plain(words: Sequence[Word], reading: Reading) -> list[str]:
    return [as_it_looks(word.text, reading).lower() for word in words]


def _of_name(
    text: str, words: Sequence[Word], plain: Sequence[str], number: int, name: Sequence[str]
) -> Iterator[Mention]:
    long, taken = len(name), set[int]()
    for place in range(len(plain) - long + 1 if long else 0):
        if sorted(plain[place : place + long]) == sorted(name):
            taken.update(range(place, place + long))
            start, end = words[place].start, words[place + long - 1].end
            yield Mention(text[start:end], start, end, number)
    for place, word in enumerate(words):
        part = plain[place] in name and len(plain[place]) >= _SHORTEST_PART and word.raw[0].isupper()
        if part and place not in taken:
            yield Mention(text[word.start : word.end], word.start, word.end, number, whole=False)


def addresses_in(text: str) -> tuple[Mention, ...]:
    """Everything in the text that looks like a street, a numbered door or a postcode, the longest first
    where they overlap, in order."""
    every = [found.span() for pattern in (_NUMBERED, _NAMED, _POSTCODE) for found in pattern.finditer(text)]
    spans = [
        one
        for one in sorted(set(every))
        if not any(other != one and other[0] <= one[0] and one[1] <= other[1] for other in every)
    ]
    return tuple(Mention(text[start:end], start, end) for start, end in spans)
