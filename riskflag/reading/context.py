"""What stands round a term: which cues reach it, and what they make of it.

A cue reaches forward, or back, within its sentence until a word or a bracket that ends its reach. Where the
reach is doubtful, so is the reading.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum

from riskflag.reading.lists import Cue, Settles, Term, cues
from riskflag.reading.phrases import Found
from riskflag.reading.themes import Stance
from riskflag.reading.words import Word

_FORWARD = 14
"""How many words a denial surely reaches forward; beyond, within its sentence, it may."""
LONGEST_SENTENCE = 200
MOST_CUES = 40
"""A sentence of more words, or of more cues, is no prose. What it makes of its terms is not worked out, which
would take as long as its length cubed: its terms stay in doubt."""
_CLOSED = re.compile(r"[^(]*\)")
_BACK = 6
_DONE_TO = frozenset(
    (
        *("abused", "assaulted", "attacked", "beaten", "bullied", "exploited", "groomed", "harassed", "hit"),
        *("kicked", "kidnapped", "punched", "raped", "robbed", "slashed", "stabbed", "stalked", "strangled"),
        *("threatened", "wounded", "sexually", "trafficked", "intimidated", "glassed", "bottled", "injured"),
    )
)
_SUBJECT_AHEAD = frozenset(
    (
        *("his", "her", "their", "the", "a", "an", "my", "older", "younger", "elder", "half", "step", "own"),
        *("late", "current", "former", "new", "previous", "ex", "co", "one", "alleged", "other"),
    )
)
_CLAUSE_STARTS = frozenset(
    ("and", "but", "because", "as", "though", "although", "where", "when", "that", "while", "if", "since")
)
_PRONOUNS = frozenset(("he", "she", "they", "i", "we", "himself", "herself"))
_OF_THEM = frozenset(("who", "whose", "has", "had", "have", "suffers", "is", "was", "were", "are"))
_LIST_WORDS = frozenset(("or", "nor", "and", "any"))
_NEW_CLAUSE = _PRONOUNS | {"has", "was", "is", "had", "this", "there", "also", "his", "her"}
OF_THE_PERSON = frozenset(Cue)
"""Cues to heed where a risk has to be the person's own and settled."""
OF_WHAT_IS_SAID = frozenset({Cue.DENIAL, Cue.DENIED_AFTER, Cue.TERMINATOR, Cue.WEAK, Cue.STATEMENT})
"""Cues to heed where it matters only that something is said, however it is hedged and of whomever."""
_LOOKING_BACK = frozenset({Cue.DENIED_AFTER, Cue.HEDGE_AFTER, Cue.HARMED_AFTER})
_DENYING = frozenset({Cue.DENIAL, Cue.DENIED_AFTER})


class Reach(IntEnum):
    """Whether a cue reaches a term."""

    NONE = 0
    DOUBTFUL = 1
    FULL = 2


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the context makes of a term, and the words that make it so."""

    stance: Stance
    because: frozenset[int] = frozenset()


STATED = Verdict(Stance.STATED)


class Context:
    """The cues of a text, ready to be asked about its terms."""

    def __init__(self, words: Sequence[Word], terms: Sequence[Found[Term]], heeding: frozenset[Cue]) -> None:
        self._words = words
        taken = [term.at for term in terms if term.what.settles is not Settles.NOTHING]
        found = [cue for cue in cues().find(words) if cue.what in heeding and not self._taken(cue, taken)]
        together: dict[int, list[Found[Cue]]] = {}
        for cue in found:
            together.setdefault(words[cue.first].sentence, []).append(cue)
        long = Counter(word.sentence for word in words)
        self._endless = {
            sentence
            for sentence, length in long.items()
            if length > LONGEST_SENTENCE or len(together.get(sentence, ())) > MOST_CUES
        }
        self._cues = {
            sentence: _standing(near) for sentence, near in together.items() if sentence not in self._endless
        }

    def _taken(self, cue: Found[Cue], taken: Sequence[frozenset[int]]) -> bool:
        """Whether the cue is part of a term: the "not" of "not to enter" denies nothing else."""
        return cue.what in (Cue.DENIAL, Cue.OTHER, Cue.HARMED) and any(cue.at < at for at in taken)

    def of(self, term: Found[Term]) -> Verdict:
        """What the sentence of the term, and the heading of its list, make of it."""
        sentence = self._words[term.first].sentence
        if sentence in self._endless:
            return Verdict(Stance.UNSURE)
        near = [cue for cue in self._cues.get(sentence, ()) if not cue.at & term.at]
        own = self._verdict(term, near)
        heading = self._heading(term)
        if heading is None or own.stance is Stance.UNSURE:
            return own
        return heading if own.stance is Stance.STATED else Verdict(Stance.UNSURE, own.because)

    def _verdict(self, term: Found[Term], near: Sequence[Found[Cue]]) -> Verdict:
        reaching = [(cue, reach) for cue in near if (reach := self._reach(cue, term, near))]
        denials = [(cue, reach) for cue, reach in reaching if cue.what in _DENYING]
        others = [cue for cue, _ in reaching if cue.what not in _DENYING]
        if others or any(reach is Reach.DOUBTFUL for _, reach in denials) or len(denials) > 1:
            return Verdict(Stance.UNSURE, _at(others) | _at(cue for cue, _ in denials))
        if not denials:
            return STATED
        limits = [cue for cue in near if cue.what is Cue.LIMIT and cue.first - term.last < _BACK]
        stance = Stance.UNSURE if limits else Stance.DENIED
        return Verdict(stance, _at(cue for cue, _ in denials) | _at(limits))

    def _reach(self, cue: Found[Cue], term: Found[Term], near: Sequence[Found[Cue]]) -> Reach:
        if term.first < cue.first < term.last:
            return Reach.FULL if cue.what in (Cue.DENIAL, Cue.HEDGE) else Reach.NONE
        match cue.what:
            case Cue.DENIAL | Cue.HEDGE | Cue.HARMED if cue.last <= term.first:
                return self._forward(cue, term, near)
            case Cue.DENIED_AFTER | Cue.HEDGE_AFTER | Cue.HARMED_AFTER if term.last <= cue.first:
                return self._back(cue, term, near)
            case Cue.OTHER if cue.last <= term.first:
                return Reach(2 * self._somebody_else(cue, term))
            case Cue.PASSIVE if cue.last <= term.first and self._words[cue.last].text in _DONE_TO:
                return self._forward(cue, term, near)
            case _:
                return Reach.NONE

    def _forward(self, cue: Found[Cue], term: Found[Term], near: Sequence[Found[Cue]]) -> Reach:
        between = [each for each in near if cue.last <= each.first and each.last <= term.first]
        kinds = {each.what for each in between}
        gaps = "".join(word.gap for word in self._words[cue.last : term.first + 1])
        if Cue.TERMINATOR in kinds or _CLOSED.match(gaps):
            return Reach.NONE
        if cue.what is not Cue.DENIAL:
            return Reach.NONE if self._new_clause(cue, term) else Reach.FULL
        far = term.first - cue.last > _FORWARD
        if Cue.DENIAL in kinds and self._listed(cue.last, term.first):
            return Reach.NONE
        if "," in gaps or " - " in gaps or ":" in gaps:
            return min(self._over_comma(cue, term, kinds), Reach.DOUBTFUL if far else Reach.FULL)
        return Reach.DOUBTFUL if Cue.WEAK in kinds or "(" in gaps or far else Reach.FULL

    def _over_comma(self, cue: Found[Cue], term: Found[Term], kinds: set[Cue]) -> Reach:
        """A denial reaches over commas through a list that ends in "or"; otherwise perhaps, or it is over."""
        if Cue.DENIAL in kinds or self._new_clause(cue, term):
            return Reach.NONE
        listed = self._listed(cue.last, term.last + _BACK)
        return Reach.FULL if listed and Cue.WEAK not in kinds else Reach.DOUBTFUL

    def _listed(self, first: int, last: int) -> bool:
        """Whether an "or" or "and" stands between two places of one sentence."""
        sentence = self._words[first - 1].sentence
        return any(word.text in _LIST_WORDS and word.sentence == sentence for word in self._words[first:last])

    def _new_clause(self, cue: Found[Cue], term: Found[Term]) -> bool:
        """Whether a comma with a new subject or verb stands between the two."""
        return any(
            "," in word.gap and word.text in _NEW_CLAUSE for word in self._words[cue.last : term.first]
        )

    def _back(self, cue: Found[Cue], term: Found[Term], near: Sequence[Found[Cue]]) -> Reach:
        between = [each.what for each in near if term.last <= each.first and each.last <= cue.first]
        gaps = "".join(word.gap for word in self._words[term.last : cue.first + 1])
        apart = cue.first - term.last > _BACK or Cue.TERMINATOR in between or "(" in gaps
        comma = "," in gaps and cue.what is Cue.DENIED_AFTER
        far = cue.what is Cue.HARMED_AFTER and cue.last - cue.first == 1 and cue.first > term.last
        return Reach.NONE if apart or comma or far else Reach.FULL

    def _somebody_else(self, cue: Found[Cue], term: Found[Term]) -> bool:
        """Whether the clause is about somebody else, or the term is somebody else's."""
        between = self._words[cue.last : term.first]
        if any(word.text in _PRONOUNS for word in between):
            return False
        if self._words[cue.last - 1].possessive and len(between) < _BACK // 2:
            return True
        if between and between[0].text in _OF_THEM:
            return True
        place, sentence = cue.first, self._words[cue.first].sentence
        while place > 0 and not self._starts(place, sentence):
            if self._words[place - 1].text not in _SUBJECT_AHEAD:
                return False
            place -= 1
        return True

    def _starts(self, place: int, sentence: int) -> bool:
        before = self._words[place - 1]
        marked = any(mark in self._words[place].gap for mark in (",", "(", ":", " -", "- ", "|"))
        return before.sentence != sentence or marked or before.text in _CLAUSE_STARTS

    def _heading(self, term: Found[Term]) -> Verdict | None:
        """What the line above a list makes of an item: "No history of:" denies it."""
        place, sentence = term.first, self._words[term.first].sentence
        while place > 0 and self._words[place].sentence == sentence:
            place -= 1
        first = place + 1 if self._words[place].sentence != sentence else place
        if not self._words[first].bullet:
            return None
        while first > 0 and (self._words[first].bullet or ":" not in self._words[first].gap):
            if self._words[first].bullet and ":" in self._words[first].gap:
                break
            if self._words[first].gap.count("\n") > 1:
                return None
            first -= 1
        return self._made_by_heading(first)

    def _made_by_heading(self, item: int) -> Verdict | None:
        sentence = self._words[item - 1].sentence if item else -1
        above = self._cues.get(sentence, [])
        kinds = {cue.what for cue in above}
        if kinds & {Cue.HEDGE, Cue.OTHER, Cue.HARMED}:
            return Verdict(Stance.UNSURE, _at(above))
        return Verdict(Stance.DENIED, _at(above)) if Cue.DENIAL in kinds else None


def _at(found: Iterable[Found[Cue]]) -> frozenset[int]:
    return frozenset().union(*(each.at for each in found))


def _standing(near: Sequence[Found[Cue]]) -> list[Found[Cue]]:
    """The cues of a sentence without those that a longer one stands for."""
    return [cue for cue in near if not any(cue.at < other.at and _silences(other, cue) for other in near)]


def _silences(other: Found[Cue], cue: Found[Cue]) -> bool:
    """Whether a longer cue stands for a shorter one in it; a cue that looks back leaves one that looks on."""
    return other.what not in _LOOKING_BACK or cue.what in _LOOKING_BACK
