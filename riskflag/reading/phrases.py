"""Phrases of a term list, found in the words of a text.

A phrase is written as slots with a space between:

    arson                 that word
    knife|knives          either word
    assault*              a word that starts so
    known?                a word that may be left out
    ~3                    up to three words of any kind
    RO                    that word in capitals only
    <Name>                a word with a capital that is no word of the lists
    <Number>              a number
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from riskflag.reading.words import Word

T = TypeVar("T")
_NO_NAME = frozenset(
    """a an and as at but by conference for from he her his i if in is it no not of on or our out she
    the their there they this to was we who with yes mr mrs ms miss dr mappa oasys police prison probation
    hmp omu pom com cpn cmht liaison contact support scheme unit officer services service impact surcharge
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july
    august september october november december nil none""".split()
)
_SHORTEST_PREFIX = 3


@dataclass(frozen=True, slots=True)
class _Slot:
    exact: frozenset[str]
    capitals: frozenset[str]
    prefixes: tuple[str, ...]
    kind: str
    optional: bool
    gap: int

    def accepts(self, word: Word) -> bool:
        """Whether the word fits."""
        if word.text in self.exact or word.raw in self.capitals:
            return True
        if self.prefixes and word.text.startswith(self.prefixes):
            return True
        if self.kind == "<Name>":
            return word.raw[0].isupper() and word.text not in _NO_NAME
        return self.kind == "<Number>" and word.raw[0].isdigit()


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """A phrase that was found.

    what: what the list says of the phrase
    first, last: numbers of its first word and of the word after its last
    at: numbers of the words that it relied on, those of gaps not among them
    """

    what: T
    first: int
    last: int
    at: frozenset[int]


class PhraseList(Generic[T]):
    """A list of phrases, made ready once and searched often."""

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        self._by_word: dict[str, list[tuple[tuple[_Slot, ...], T]]] = defaultdict(list)
        self._by_prefix: dict[str, list[tuple[tuple[_Slot, ...], T]]] = defaultdict(list)
        vocabulary: set[str] = set()
        for phrase, what in entries:
            slots = tuple(_slot(written) for written in phrase.split())
            for word in slots[0].exact | {each.lower() for each in slots[0].capitals}:
                self._by_word[word].append((slots, what))
            for prefix in slots[0].prefixes:
                self._by_prefix[prefix[:_SHORTEST_PREFIX]].append((slots, what))
            for slot in slots:
                vocabulary |= slot.exact | set(slot.prefixes)
        self.vocabulary = frozenset(vocabulary)

    def find(self, words: Sequence[Word]) -> list[Found[T]]:
        """Every phrase in the words, in order; a phrase whose words all belong to a longer one is left out."""
        every = [found for place in range(len(words)) for found in self._at(words, place)]
        return [one for one in every if not any(one.at < other.at for other in every if _meet(one, other))]

    def _at(self, words: Sequence[Word], place: int) -> Iterable[Found[T]]:
        word = words[place]
        candidates = self._by_word.get(word.text, [])
        candidates = candidates + self._by_prefix.get(word.text[:_SHORTEST_PREFIX], [])
        for slots, what in candidates:
            at = _match(slots, words, place, word.sentence)
            if at:
                yield Found(what, place, max(at) + 1, frozenset(at))


def _meet(one: Found[T], other: Found[T]) -> bool:
    return one is not other and one.first < other.last and other.first < one.last


def _slot(written: str) -> _Slot:
    """Read one slot. Raises ValueError for one that says nothing."""
    if written.startswith("~"):
        return _Slot(frozenset(), frozenset(), (), "", optional=True, gap=int(written[1:]))
    optional = written.endswith("?")
    exact, capitals, prefixes, kind = set(), set(), [], ""
    for each in written.removesuffix("?").split("|"):
        if each.startswith("<"):
            kind = each
        elif each.endswith("*") and len(each) > _SHORTEST_PREFIX:
            prefixes.append(each[:-1])
        elif each.isupper():
            capitals.add(each)
        elif each:
            exact.add(each)
        else:
            raise ValueError(f"an empty word in the slot {written}")
    return _Slot(frozenset(exact), frozenset(capitals), tuple(prefixes), kind, optional, gap=0)


def _match(slots: Sequence[_Slot], words: Sequence[Word], place: int, sentence: int) -> tuple[int, ...]:
    """Numbers of the words that the slots rest on, from ``place`` on; nothing where they do not fit."""
    if not slots:
        return ()
    slot, rest = slots[0], slots[1:]
    if slot.gap:
        for skipped in range(slot.gap + 1):
            if at := _match(rest, words, place + skipped, sentence):
                return at
        return ()
    fits = place < len(words) and words[place].sentence == sentence and slot.accepts(words[place])
    if fits:
        if not rest:
            return (place,)
        if at := _match(rest, words, place + 1, sentence):
            return (place, *at)
        if all(each.optional for each in rest):
            return (place,)
    return _match(rest, words, place, sentence) if slot.optional else ()
