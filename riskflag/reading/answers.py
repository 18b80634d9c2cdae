"""How a form answers for a term: "Arson: No", "[x] Violence", "Weapons ..... N/K", or nothing at all."""

import re
from collections.abc import Sequence

from riskflag.reading.context import Verdict
from riskflag.reading.lists import Cue, Term, answers
from riskflag.reading.phrases import Found
from riskflag.reading.themes import Stance
from riskflag.reading.words import Word

_LABEL = 7
"""How many words a label may have beside the term, on either side."""
_ASKED = re.compile(r"[:|=?]|\.{3}|\s-\s")
_QUERIED = re.compile(r"[\s(]\?$")
_TICKED = re.compile(r"[\u2611\u2612\u2713\u2714]")
_BOX = re.compile(r"[\u2610-\u2612\u2713\u2714\u2717\u2718]")
_IN_PROSE = frozenset(("he", "she", "they", "i", "we", "was", "were", "had", "and", "convicted", "that"))
_BARE = frozenset(("yes", "no", "y", "n", "nil", "none"))
_STANCES = {Cue.YES: Stance.STATED, Cue.NO: Stance.DENIED, Cue.UNSURE: Stance.UNSURE}
_BLANK = Verdict(Stance.UNSURE)


class Form:
    """A text read as a form, ready to be asked how it answers for a term."""

    def __init__(self, words: Sequence[Word], text: str, terms: Sequence[Found[Term]]) -> None:
        self._words = words
        self._tail = text[words[-1].end :] if words else ""
        self._terms = {place for term in terms for place in term.at}
        self._answers: dict[int, Found[Cue]] = {}
        for each in answers().find(words):
            known = self._answers.get(each.first)
            if known is None or known.last < each.last:
                self._answers[each.first] = each
        self._boxes = any(_BOX.search(word.gap) for word in words)

    def of(self, term: Found[Term]) -> Verdict | None:
        """How the form answers for the term; None where it stands in no label."""
        return (self._box(term) if self._boxes else None) or self._answer(term)

    def _gap(self, place: int) -> str:
        return self._words[place].gap if place < len(self._words) else f"{self._tail}\n"

    def _box(self, term: Found[Term]) -> Verdict | None:
        """What the box before the term says; boxes that stand behind their labels are left to a person."""
        line = self._line(term.first)
        if not any(_BOX.search(self._gap(place)) for place in (*line, line.stop)):
            return None
        if not _BOX.search(self._gap(line.start).rpartition("\n")[2]):
            return _BLANK
        nearest = next(
            boxes for place in range(term.first, -1, -1) if (boxes := _BOX.findall(self._gap(place)))
        )
        return Verdict(Stance.STATED if _TICKED.fullmatch(nearest[-1]) else Stance.UNSURE)

    def _line(self, place: int) -> range:
        """The numbers of the words on one line."""
        first, last = place, place + 1
        while first > 0 and "\n" not in self._gap(first):
            first -= 1
        while last < len(self._words) and "\n" not in self._gap(last):
            last += 1
        return range(first, last)

    def _answer(self, term: Found[Term]) -> Verdict | None:
        if _QUERIED.search(f" {self._gap(term.first)}"):
            return _BLANK
        if beside := self._beside(term.last):
            return beside
        for place in range(term.last, min(term.last + _LABEL, len(self._words)) + 1):
            gap = self._gap(place)
            if self._is_choice(place):
                return self._after(term, place)
            if _ASKED.search(gap) or self._bracketed(place):
                return self._after(term, place)
            if any(mark in gap for mark in "\n.;!)") or place >= len(self._words):
                return None
        return None

    def _bracketed(self, place: int) -> bool:
        """Whether a bracket holds an answer and nothing else."""
        known = self._answers.get(place)
        if known is None:
            return False
        return any(mark in self._gap(place) for mark in "([") and any(
            mark in self._gap(known.last) for mark in ")]"
        )

    def _beside(self, place: int) -> Verdict | None:
        """What a bare yes or no right behind a term says: the answer where it ends there, else it is open."""
        known = self._answers.get(place)
        if known is None or known.what is Cue.UNSURE or self._gap(place).strip() or self._is_choice(place):
            return None
        if self._words[place].text not in _BARE:
            return None
        gap = self._gap(known.last)
        return self._verdict(known) if gap.strip() or "\n" in gap or "  " in gap else _BLANK

    def _after(self, term: Found[Term], place: int) -> Verdict | None:
        """What the label's answer says; a label in whose place a sentence stands is no label."""
        known = self._answers.get(place)
        if known and self._is_choice(place):
            later = self._answers.get(place + 2)
            return self._verdict(later) if later and ":" in self._gap(place + 2) else _BLANK
        if known and self._ends_here(known, place):
            return self._verdict(known)
        question = "?" in self._gap(place)
        if question:
            return _BLANK
        return _BLANK if self._is_label(term) and self._gap(place).strip() != "-" else None

    def _verdict(self, known: Found[Cue]) -> Verdict:
        return Verdict(_STANCES[known.what], known.at)

    def _is_choice(self, place: int) -> bool:
        """Whether yes and no both stand there, to be crossed out."""
        known, other = self._answers.get(place), self._answers.get(place + 1)
        kinds = {each.what for each in (known, other) if each}
        return kinds == {Cue.YES, Cue.NO} and "/" in self._gap(place + 1)

    def _ends_here(self, known: Found[Cue], place: int) -> bool:
        """Whether an answer is the whole of it: "No" is, the "no" of "no weapons" is not."""
        gap = self._gap(known.last)
        if gap.strip() or "\n" in gap:
            return True
        if " - " in self._gap(place) and known.what is not Cue.YES:
            return False
        return known.last not in self._terms or self._has_answer(known.last)

    def _has_answer(self, place: int) -> bool:
        following = range(place + 1, min(place + _LABEL, len(self._words)))
        return any(_ASKED.search(self._gap(each)) and each in self._answers for each in following)

    def _is_label(self, term: Found[Term]) -> bool:
        sentence = self._words[term.first].sentence
        ahead = [
            word for word in self._words[max(0, term.first - 12) : term.first] if word.sentence == sentence
        ]
        return len(ahead) <= _LABEL and not any(word.text in _IN_PROSE for word in ahead)
