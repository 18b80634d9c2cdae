"""By which parts of their names somebody is looked for: each word, what it is short for, how it sounds.

Two people who share a part are candidates, for ``compare_people`` to say what they are. A name in letters
that only look like ours has the parts of every way in which it may be meant.
"""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from riskflag.matching.names import Name, read_names, sound_of
from riskflag.matching.nicknames import formal_names
from riskflag.reference.look_alikes import Reading, as_it_looks

SOUNDS = "sounds:"
"""No word of a name holds a colon, so that a sound is never taken for one."""


def name_parts(*names: str) -> frozenset[str]:
    """Every part of these names; empty where none of them has a word of two letters."""
    return frozenset(part for name in _read(names) for part in _parts(name))


def paired_parts(*names: str) -> frozenset[str]:
    """Of these names, the parts in which two neighbouring words are together, and how they sound."""
    pairs = {pair for name in _read(names) for pair in _written_together(name)}
    return frozenset(pairs | {sound for pair in pairs for sound in _sound(pair)})


def whole_names(*names: str) -> frozenset[str]:
    """Of each of these names the first word, and what that is short for, with the last; nothing of a name of
    one word, or of initials."""
    return frozenset(whole for name in _read(names) for whole in _first_and_last(name))


def _first_and_last(name: Name) -> Iterator[str]:
    if len(name) > 1 and min(len(name[0]), len(name[-1])) > 1:
        yield from (f"{first} {name[-1]}" for first in {name[0], *formal_names(name[0])})


def _read(names: Iterable[str]) -> Iterator[Name]:
    """Every name, in every way in which it may be meant."""
    ways = {as_it_looks(name, way) for name in names for way in Reading}
    return (name for text in ways for name in read_names(text))


def _parts(name: Name) -> Iterator[str]:
    for word in (*name, *_written_together(name)):
        if len(word) > 1:
            yield word
            yield from formal_names(word)
            yield from _sound(word)


def _written_together(name: Name) -> Iterable[str]:
    """Mary Ann as Maryann, O Connor as Oconnor; initials are no name."""
    return ("".join(two) for two in pairwise(name) if max(map(len, two)) > 1)


def _sound(word: str) -> Iterator[str]:
    """Its consonants, where there are enough of them to tell anything."""
    sound = sound_of(word)
    if len(sound) > 2:
        yield SOUNDS + sound
