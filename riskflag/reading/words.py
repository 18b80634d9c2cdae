"""A text taken apart into words and sentences, each word with its place in the text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

_WORD = re.compile(
    r"(?<![^\W_])[sS](?:ec(?:tion)?)?\.? ?(?=(?:18|20|39|47)\b)\d\d"
    r"|[^\W\d_]+(?:['’`][^\W\d_]+)*\d*[^\W\d_]*"
    r"|\d+(?:[.,/]\d+)*(?:st|nd|rd|th|mg|ml|yo|yrs?)?"
)
_POSSESSIVE = re.compile(r"(?:'s|s')$")
_BULLET = re.compile(
    r"\n[ \t]*(?:[-*•·–—>o☐☒☑✓✔]|\[[ xX]?\]|\(?\d{1,2}[.)])[ \t]*$|\n[ \t]*(?:[-*•·–—☐☒☑✓✔]|\[[ xX]?\])"
)
_SHORTENED = frozenset(
    ("mr", "mrs", "ms", "dr", "eg", "ie", "g", "e", "i", "st", "prev", "poss", "approx", "inc", "vs", "re")
)
_TYPOGRAPHY = str.maketrans("’`", "''")


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a text.

    text: in lower case, without a possessive ending
    raw: as it stands
    start, end: where it stands
    gap: what stands between it and the word before
    sentence: number of the sentence that it is in; a line that starts anew starts a sentence
    bullet: whether it starts a line of a list
    possessive: whether it ended in 's
    repaired: whether its spelling was put right
    """

    text: str
    raw: str
    start: int
    end: int
    gap: str
    sentence: int
    bullet: bool = False
    possessive: bool = False
    repaired: bool = False


def words_of(text: str) -> tuple[Word, ...]:
    """The words of a text in order."""
    return tuple(_words(text))


def _words(text: str) -> Iterator[Word]:
    end, sentence, before = 0, 0, ""
    for found in _WORD.finditer(text):
        gap = text[end : found.start()]
        bullet = bool(_BULLET.search(gap)) or (not end and bool(_BULLET.search("\n" + gap)))
        sentence += bool(end) and (bullet or _ends_sentence(gap, before, found.group()))
        raw = found.group()
        plain = raw.lower().translate(_TYPOGRAPHY)
        if plain[-2:].isdigit() and plain[0] == "s":
            plain = f"s{plain[-2:]}"
        bare = _POSSESSIVE.sub("", plain)
        yield Word(bare, raw, found.start(), found.end(), gap, sentence, bullet, bare != plain)
        end, before = found.end(), bare


def _ends_sentence(gap: str, before: str, after: str) -> bool:
    """Whether what stands between two words parts two sentences. A line that was only wrapped does not."""
    if any(mark in gap for mark in ";!") or gap.count("\n") > 1:
        return True
    if "\n" in gap:
        return not after[0].islower() or any(mark in gap for mark in ".:?|")
    stop = gap.find(".")
    if stop >= 0 and gap[stop:].strip(".") and "..." not in gap:
        return before not in _SHORTENED or (before in ("prev", "st") and after[0].isupper())
    mark = gap.find("?")
    return mark >= 0 and mark < len(gap) - 1


def with_spelling(word: Word, text: str) -> Word:
    """The word as it was meant."""
    return replace(word, text=text, repaired=True)
