"""Letters and digits that pass for Latin ones: a Cyrillic letter in "Baker", a wide 4, a ligature.

Nobody who reads such a word sees what it is written with, and every comparison of letters does. What is found
here makes two texts a candidate for somebody to look at. It never makes them one, and never two.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import cache, lru_cache

from anyascii import anyascii

from riskflag.reference.tables import Row, read_table

_FILE = "look_alikes.csv"
_ORDINARY = (range(0xC0, 0x250), range(0x1E00, 0x1F00))
"""Latin letters with marks, and those that the living languages of Europe and West Africa add."""

_STROKES = "oOiIl"
_DIGITS = str.maketrans(_STROKES, "00111")
_IN_A_NUMBER = re.compile(rf"(?<=\d)[{_STROKES}]+(?![^\W\d_])|(?<![^\W\d_])[{_STROKES}]+(?=\d)")
_UNSURE = frozenset(_STROKES + "0123456789")
_NUMBER = re.compile(r"[0-9oil]{1,4}", re.IGNORECASE)
_POSTCODE = re.compile(
    r"[0-9OIL]+[A-Z]|[A-Z]{1,2}[0-9OIL][0-9A-Z]?|[0-9OIL][A-Z]{2}"
    r"|[A-Z]{1,2}[0-9OIL][0-9A-Z]?[0-9OIL][A-Z]{2}",
    re.IGNORECASE,
)
_GAPS = re.compile(r"(\W+)")
_WORD = re.compile(r"[^\s,;]+")


class Reading(StrEnum):
    """What to take a look-alike for, where it may pass for more than one.

    NEAREST: the letter that it looks like; the first tall stroke of a word is an I and the others are l
    UPRIGHT: every tall stroke is an l
    SOUND: what another script's letter sounds like, and another script's digit counts
    """

    NEAREST = "nearest"
    UPRIGHT = "upright"
    SOUND = "sound"


@cache
def look_alikes() -> Mapping[str, str]:
    """Every character that looks like Latin letters or digits, and what it looks like."""
    return {character: letters for row in read_table(_FILE, _row) for character, letters in row}


def _row(row: Row) -> Iterable[tuple[str, str]]:
    return [(chr(int(point, 16)), row["looks_like"]) for point in row["code_points"].split()]


@lru_cache(maxsize=4096)
def stands_for(character: str) -> str | None:
    """What a character passes for; empty for a letter that passes for none, None for an ordinary one."""
    base = unicodedata.normalize("NFD", character)[0]
    found = look_alikes().get(character) or look_alikes().get(base)
    if found or base.isascii() or unicodedata.category(character)[0] not in "LN":
        return found
    plain = unicodedata.normalize("NFKC", character)
    if plain.isascii() and plain.isalnum():
        return plain
    if character.isdecimal():
        return str(unicodedata.decimal(character))
    sign = not any(each.isalnum() for each in anyascii(character)) or "\u2044" in plain
    latin = unicodedata.category(base)[0] == "L" and any(ord(base) in part for part in _ORDINARY)
    return None if sign or latin else ""


def as_it_looks(text: str, reading: Reading = Reading.NEAREST) -> str:
    """The text with every look-alike as what it passes for, in ASCII. Marks on letters are left out."""
    if text.isascii():
        return text
    if reading is Reading.SOUND:
        return anyascii(text)
    words = _GAPS.split(unicodedata.normalize("NFC", text))
    return anyascii("".join(_word(word, reading) for word in words))


def _word(word: str, reading: Reading) -> str:
    seen = ""
    upright = reading is Reading.UPRIGHT
    for place, character in enumerate(word):
        letters = stands_for(character) or character
        beside = seen[-1:] + word[place + 1 : place + 2]
        if letters != character and letters in _STROKES and any(each.isdigit() for each in beside):
            letters = letters.translate(_DIGITS)
        elif letters == "l" and character.isupper() and not upright:
            letters, upright = "I", True
        seen += letters
    return seen


def doubtful_words(*texts: str | None) -> frozenset[str]:
    """The words that hold a look-alike or a letter of another script, as they are written."""
    return frozenset(
        word
        for text in texts
        if text and not text.isascii()
        for word in _WORD.findall(unicodedata.normalize("NFC", text))
        if any(stands_for(each) is not None for each in word)
    )


def unreadable(words: Iterable[str]) -> bool:
    """Whether any of the words holds a letter of another script that passes for no Latin one, or little else
    than look-alikes, so that there is no telling what is meant."""
    return any(
        any(stands_for(each) == "" for each in word)
        or (
            2 * sum(map(bool, map(stands_for, word))) > len(word)
            and not look_alikes().keys().isdisjoint(word)
        )
        for word in words
    )


def unsure_numbers(words: Iterable[str]) -> bool:
    """Whether any of the words may be a number or part of a postcode, by look-alikes that may be letters."""
    return any(
        _passes_for_a_number(as_it_looks(word))
        and any(look_alikes().get(each, "?") in _UNSURE for each in word)
        for word in words
    )


def _passes_for_a_number(word: str) -> bool:
    plain = word.isupper() or any(each.isdigit() for each in word)
    return bool(_NUMBER.fullmatch(word) or (plain and _POSTCODE.fullmatch(word)))


def strokes_as_digits(text: str) -> str:
    """The text with every o, i and l that stands in a number as the digit that it passes for: "l4", "1O"."""
    return _IN_A_NUMBER.sub(lambda found: found.group().translate(_DIGITS), text)
