"""Whether two names are one person's name: order, initials, nicknames, spelling and double barrels apart."""

import re
from enum import IntEnum

from anyascii import anyascii
from rapidfuzz import fuzz
from rapidfuzz.distance import OSA, JaroWinkler

from riskflag.matching.nicknames import same_given_name
from riskflag.matching.spellings import same_spoken_given_name, same_spoken_surname

Name = tuple[str, ...]

_TITLES = frozenset(
    ("mr", "mrs", "miss", "ms", "mx", "dr", "sir", "lady", "rev", "revd", "prof", "master", "jr", "snr",
     "jnr", "sr")
)  # fmt: skip
_NO_NAME = frozenset(
    ("anonymous", "female", "known", "male", "na", "name", "nk", "not", "person", "redacted", "tbc",
     "unknown", "unnamed", "victim", "withheld")
)  # fmt: skip
_ALSO = re.compile(r"\b(?:aka|a\.k\.a\.?|also known as|known as|alias)\b")
_BORN = re.compile(r"\b(?:nee|born|formerly)\s+([a-z'-]+)")
_LEAST_SHAPE = {3: 0.88, 4: 0.84}
"""How alike short words must be for one slip to explain the rest, by length: Dean and Sean are two names."""
_WORD = re.compile(r"[a-z]+")
_NOT_IN_SKELETON = re.compile(r"[aeiouwy]|h(?![aeiouy])")
_SPELLINGS = (("ph", "f"), ("ck", "k"), ("th", "t"), ("dh", "d"), ("ks", "x"))
_SOUNDS = str.maketrans({"q": "k", "c": "k", "z": "s", "v": "f", "x": "h"})


class NameAgreement(IntEnum):
    """How far two names agree, in rising order.

    NONE: nothing that tells people apart agrees
    INITIAL_ONLY: one is a bare initial that the other could start with
    SURNAME: the surnames agree and the given names do not
    GIVEN: the given names agree and the surnames do not
    PART: one name is a single word of the other, or the surnames may be one name spelt in two ways
    INITIALS: an initial stands for a given name, and the rest agrees
    CLOSE: every word agrees, some by spelling
    FULL: every word of the shorter name is in the longer, nicknames counted
    """

    NONE = 0
    INITIAL_ONLY = 1
    SURNAME = 2
    GIVEN = 3
    PART = 4
    INITIALS = 5
    CLOSE = 6
    FULL = 7


def read_names(text: str) -> list[Name]:
    """The names in a text, each in lower-case ASCII words with the given name first and without titles.

    "SMITH, John" is turned round; "Ann Lee nee Cole" and "Ann Lee aka Annie" are two names each.
    """
    text = anyascii(text).lower()
    born = _BORN.search(text)
    plain = _BORN.sub(" ", text).replace("(", " ").replace(")", " ")
    names = [_read(part) for part in _ALSO.split(plain)]
    if born and names[0]:
        names.append((names[0][0], *_read(born.group(1))))
    return [name for name in names if name]


def _read(text: str) -> Name:
    surname, comma, given = text.replace("'", "").partition(",")
    words = _WORD.findall(f"{given} {surname}" if comma else surname)
    name = tuple(word for word in words if word not in _TITLES)
    return () if _NO_NAME.issuperset(name) else name


def compare_names(left: Name, right: Name) -> NameAgreement:
    """How far two names agree."""
    if left == right:
        return NameAgreement.FULL
    shorter, longer = sorted((left, right), key=lambda name: (len(name), name))
    if len(shorter) == 1:
        return _single(shorter[0], longer)
    every = min((grade for grade in _align(shorter, longer)), default=NameAgreement.NONE)
    if every > NameAgreement.NONE:
        return every
    if fuzz.ratio("".join(left), "".join(right)) >= 90 and _alike(left[-1], right[-1]):
        return NameAgreement.CLOSE
    if surnames_agree(left, right):
        return NameAgreement.SURNAME
    given = _word_grade(left[0], right[0])
    return NameAgreement.GIVEN if given >= NameAgreement.CLOSE else NameAgreement.NONE


def surnames_agree(left: Name, right: Name) -> bool:
    """Whether the last words agree, or one is part of the other's double barrel."""
    return any(
        len(one) > 1 and len(other) > 1 and _alike(one, other)
        for one, other in ((left[-1], right[-1]), (left[-1], _barrel(right)), (_barrel(left), right[-1]))
    )


def _barrel(name: Name) -> str:
    """The word before the last, where a name is long enough for it to be part of a surname."""
    return name[-2] if len(name) > 2 else name[-1]


def _single(word: str, name: Name) -> NameAgreement:
    """Compare a one-word name with another: equal is all there is, a word of a longer name is a part."""
    best = max(_word_grade(word, other) for other in name)
    if len(name) == 1 and best != NameAgreement.INITIALS:
        return best
    if best >= NameAgreement.CLOSE:
        return NameAgreement.PART
    return NameAgreement.INITIAL_ONLY if best else NameAgreement.NONE


def _align(shorter: Name, longer: Name) -> list[NameAgreement]:
    """The grade of each word of the shorter name against the word of the longer that fits it best."""
    left_over = list(enumerate(longer, start=1 - len(longer)))
    grades = []
    for place, word in sorted(enumerate(shorter, start=1 - len(shorter)), key=lambda item: -len(item[1])):
        grade, best = max(
            (_word_grade(word, other, surnames=place == at == 0), (at, other)) for at, other in left_over
        )
        grades.append(grade)
        left_over.remove(best)
    whole_words = sum(grade >= NameAgreement.CLOSE for grade in grades)
    return grades if whole_words else [NameAgreement.NONE]


def _word_grade(left: str, right: str, surnames: bool = False) -> NameAgreement:
    """How far two words agree; nicknames and short forms are for given names only."""
    if left == right or (not surnames and same_given_name(left, right)):
        return NameAgreement.FULL
    if len(left) == 1 or len(right) == 1:
        return NameAgreement.INITIALS if left[0] == right[0] else NameAgreement.NONE
    if not surnames and min(len(left), len(right)) > 2 and (left.startswith(right) or right.startswith(left)):
        return NameAgreement.CLOSE
    if _alike(left, right) or (not surnames and same_spoken_given_name(left, right)):
        return NameAgreement.CLOSE
    return NameAgreement.PART if surnames and same_spoken_surname(left, right) else NameAgreement.NONE


def _alike(left: str, right: str) -> bool:
    """Whether two words are one, mistyped or written down by ear."""
    if left == right or (left[0] == right[0] and sorted(left) == sorted(right) and len(left) < 5):
        return True
    shape = JaroWinkler.similarity(left, right)
    least = min(len(left), len(right))
    if least > 2 and (shape >= 0.93 or OSA.distance(left, right, score_cutoff=1) <= 1):
        return shape >= _LEAST_SHAPE.get(least, 0.8)
    skeleton = sound_of(left)
    return len(skeleton) > 2 and skeleton == sound_of(right) and shape >= 0.65


def sound_of(word: str) -> str:
    """The consonants as they sound, doubles once: Mohammed, Muhamad and Maxamed share one."""
    for spelling, sound in _SPELLINGS:
        word = word.replace(spelling, sound)
    plain = word.translate(_SOUNDS)
    sounds = plain[0] + _NOT_IN_SKELETON.sub("", plain[1:])
    return "".join(sound for place, sound in enumerate(sounds) if not place or sounds[place - 1] != sound)
