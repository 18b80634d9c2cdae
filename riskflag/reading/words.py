"""A text taken apart into words and sentences, each word with its place in the text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_TYPOGRAPHY = str.maketrans("\u2018\u2019`\u2010\u2011\u2012\u2013\u2014\u2022\u00b7", "'''-----**")
_WORD = re.compile(
    r"(?<![^\W_])[sS](?:ec(?:tion)?)?\.? ?(?:18|20|39|47)\b"
    r"|[^\W\d_]+(?:'[^\W\d_]+)*\d*[^\W\d_]*"
    r"|\d+(?:[.,/]\d+)*(?:st|nd|rd|th|mg|ml|yo|yrs?)?"
)
_TICKED = re.compile(r"\[[xX]\]")
_NUMBERED = re.compile(r"^[ \t]*\(?\d{1,2}[.)](?=\s)", re.MULTILINE)
_EMPTY = re.compile(r"\[ \]")
_POSSESSIVE = re.compile(r"'s$|(?<=s)'$")
_BULLET = re.compile(r"\n[ \t]*(?:[-*>\u2610-\u2612\u2713\u2714])")
_STATUTE = re.compile(r"\d\d$")
_SHORTENED = frozenset(("mr", "mrs", "ms", "dr", "eg", "ie", "g", "e", "i", "poss", "approx", "vs", "re"))


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a text.

    text: in lower case, without a possessive ending; section 18 in any form is "s18"
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
    plain = _TICKED.sub(" \u2612 ", text.translate(_TYPOGRAPHY))
    plain = _NUMBERED.sub(lambda found: "*".ljust(len(found.group())), plain)
    return tuple(_words(_EMPTY.sub(" \u2610 ", plain)))


def _words(text: str) -> Iterator[Word]:
    end, sentence, before = 0, 0, ""
    for found in _WORD.finditer(text):
        gap, raw = text[end : found.start()], found.group()
        bullet = bool(_BULLET.search(gap if end else f"\n{gap}"))
        sentence += bool(end) and (bullet or _ends_sentence(gap, before, raw))
        plain = _POSSESSIVE.sub("", raw.lower())
        possessive = len(plain) < len(raw)
        if raw[0] in "sS" and (number := _STATUTE.search(raw)):
            plain = f"s{number.group()}"
        yield Word(plain, raw, found.start(), found.end(), gap, sentence, bullet, possessive)
        end, before = found.end(), plain


def _ends_sentence(gap: str, before: str, after: str) -> bool:
    """Whether what stands between two words parts two sentences. A line that was only wrapped does not."""
    if any(mark in gap for mark in ";!") or gap.count("\n") > 1:
        return True
    if "\n" in gap:
        return not after[0].islower() or any(mark in gap for mark in ".:?|")
    if "." in gap and "..." not in gap and gap != ".":
        return before not in _SHORTENED
    mark = gap.find("?")
    return 0 <= mark < len(gap) - 1
