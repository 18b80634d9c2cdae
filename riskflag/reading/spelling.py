"""Slips of spelling in long words, put right where one change makes a word that the lists know."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from functools import cache

from rapidfuzz.distance import OSA

from riskflag.reading.lists import Term, cues
from riskflag.reading.phrases import PhraseList
from riskflag.reading.words import Word

SHORTEST = 7
"""Letters from which one slip leaves no doubt what was meant, or nearly none."""
_NO_SLIPS = frozenset(
    (
        *("attached", "brothers", "carrier", "changed", "commends", "contract", "contracted", "glasses"),
        *("grasped", "harness", "heating", "hunting", "identify", "insured", "lightning", "marched"),
        *("massages", "matched", "mediation", "meditation", "offices", "residence", "settling", "spending"),
        *("stacking", "staking", "staring", "stating", "studied", "tenants", "threads", "touched"),
        *("violets", "warming", "wording", "beating", "meeting", "seating", "starring", "stabled"),
    )
)
"""Words that are one letter from a word of the lists and mean what they say."""


def spelled(words: Sequence[Word], terms: PhraseList[Term]) -> tuple[Word, ...]:
    """The words, with those put right and marked that are one slip away from a word of the terms."""
    near = _by_start(terms.vocabulary)
    return tuple(_spelled(word, terms, near) for word in words)


def _spelled(word: Word, terms: PhraseList[Term], near: Mapping[str, Collection[str]]) -> Word:
    text = word.text
    if len(text) < SHORTEST or text in terms.vocabulary or text in _NO_SLIPS or text in cues().vocabulary:
        return word
    if text.startswith(terms.stems):
        return word
    for known in near.get(text[:2], ()):
        if abs(len(known) - len(text)) < 2 and OSA.distance(known, text, score_cutoff=1) <= 1:
            return replace(word, text=known, repaired=True)
    return word


@cache
def _by_start(vocabulary: frozenset[str]) -> Mapping[str, tuple[str, ...]]:
    """The long words of the vocabulary by their first two letters, sorted so that answers never vary."""
    near: dict[str, list[str]] = {}
    for word in sorted(vocabulary):
        if len(word) >= SHORTEST:
            near.setdefault(word[:2], []).append(word)
    return {start: tuple(words) for start, words in near.items()}
