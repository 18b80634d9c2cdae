"""Phrases of a list, found in the words of a text.

A phrase is written as slots with a space between:

    arson                 that word
    knife|knives          either word
    assault*              a word that starts so
    known?                a word that may be left out
    ~3                    up to three words of any kind
    RO                    that word in capitals only
    <Name>                a word with a capital that can be part of a name
    <Number>              a number
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from riskflag.reading.words import Word

T = TypeVar("T")
NO_NAMES = frozenset(
    (
        *("a", "an", "and", "any", "are", "as", "at", "but", "by", "for", "from", "has", "he", "her", "his"),
        *("i", "if", "in", "is", "it", "may", "no", "not", "of", "on", "or", "our", "out", "please", "she"),
        *("the", "their", "there", "they", "this", "to", "was", "we", "who", "with", "yes", "nil", "none"),
        *("mr", "mrs", "ms", "miss", "dr", "mappa", "marac", "oasys", "police", "prison", "probation"),
        *("hmp", "omu", "pom", "com", "cpn", "cmht", "liaison", "contact", "support", "scheme", "unit"),
        *("officer", "services", "service", "impact", "surcharge", "monday", "tuesday", "wednesday"),
        *("thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "june"),
        *("july", "august", "september", "october", "november", "december", "gbh", "abh", "rso", "dv"),
    )
)
"""Words that can stand with a capital without being a name."""
_STEM = 3
"""The shortest beginning that a starred word may have."""


@dataclass(frozen=True, slots=True)
class _Slot:
    exact: frozenset[str]
    capitals: frozenset[str]
    prefixes: tuple[str, ...]
    kinds: frozenset[str]
    optional: bool
    gap: int

    @property
    def only_exact(self) -> bool:
        """Whether nothing but the words written out fits."""
        return not (self.capitals or self.prefixes or self.kinds or self.gap)

    def accepts(self, word: Word) -> bool:
        """Whether the word fits."""
        if word.text in self.exact or word.raw in self.capitals:
            return True
        if self.prefixes and word.text.startswith(self.prefixes):
            return True
        if "<Name>" in self.kinds and word.raw[0].isupper() and word.text not in NO_NAMES:
            return True
        return "<Number>" in self.kinds and word.raw[0].isdigit()


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


class _Phrase(Generic[T]):
    """A phrase made ready. ``needs``: words of which a text must hold one; empty where none are needed."""

    def __init__(self, slots: tuple[_Slot, ...], what: T) -> None:
        self.slots, self.what = slots, what
        literal = [slot.exact for slot in slots[1:] if slot.only_exact and not slot.optional]
        self.needs = min(literal, key=len, default=frozenset[str]())


class PhraseList(Generic[T]):
    """A list of phrases, made ready once and searched often."""

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        self._by_word: dict[str, list[_Phrase[T]]] = defaultdict(list)
        self._by_stem: dict[str, list[_Phrase[T]]] = defaultdict(list)
        vocabulary: set[str] = set()
        stems: set[str] = set()
        for phrase, what in entries:
            slots = tuple(_slot(written) for written in phrase.split())
            for word in slots[0].exact | {each.lower() for each in slots[0].capitals}:
                self._by_word[word].append(_Phrase(slots, what))
            for stem in {prefix[:_STEM] for prefix in slots[0].prefixes}:
                self._by_stem[stem].append(_Phrase(slots, what))
            vocabulary.update(*(slot.exact for slot in slots))
            stems.update(*(slot.prefixes for slot in slots))
        self.vocabulary = frozenset(vocabulary | stems)
        self.stems = tuple(sorted(stems))

    def find(self, words: Sequence[Word]) -> list[Found[T]]:
        """Every place of every phrase, in order."""
        present = {word.text for word in words}
        return [found for place in range(len(words)) for found in self._at(words, place, present)]

    def _at(self, words: Sequence[Word], place: int, present: set[str]) -> Iterable[Found[T]]:
        text = words[place].text
        for phrase in (*self._by_word.get(text, ()), *self._by_stem.get(text[:_STEM], ())):
            if phrase.needs and phrase.needs.isdisjoint(present):
                continue
            at = _match(phrase.slots, words, place, words[place].sentence)
            if at and at[0] == place:
                yield Found(phrase.what, place, at[-1] + 1, frozenset(at))


def _slot(written: str) -> _Slot:
    """Read one slot. Raises ValueError for one that says nothing."""
    if written.startswith("~"):
        return _Slot(frozenset(), frozenset(), (), frozenset(), optional=True, gap=int(written[1:]))
    alternatives = written.removesuffix("?").split("|")
    kinds = [each for each in alternatives if each.startswith("<")]
    stems = [each[:-1] for each in alternatives if each.endswith("*")]
    capitals = {each for each in alternatives if each.isupper()}
    plain = {each for each in alternatives if each not in (*kinds, *capitals) and not each.endswith("*")}
    if "" in plain or any(len(stem) < _STEM for stem in stems):
        raise ValueError(f"an empty or too short word in the slot {written}")
    optional = written.endswith("?")
    return _Slot(frozenset(plain), frozenset(capitals), tuple(stems), frozenset(kinds), optional, gap=0)


def _match(slots: Sequence[_Slot], words: Sequence[Word], place: int, sentence: int) -> tuple[int, ...]:
    """Numbers of the words that the slots rest on, from ``place`` on; nothing where they do not fit."""
    slot, rest = slots[0], slots[1:]
    if slot.gap:
        return next(filter(None, (_match(rest, words, place + n, sentence) for n in range(slot.gap + 1))), ())
    if place < len(words) and words[place].sentence == sentence and slot.accepts(words[place]):
        after = _match(rest, words, place + 1, sentence) if rest else ()
        if after or all(each.optional for each in rest):
            return (place, *after)
    return _match(rest, words, place, sentence) if slot.optional and rest else ()
