"""The risks that a text names, and the things in it that a referral should not say.

text --words--> Word... --lists--> terms --answers, context--> Reading(theme, stance, words, start, end)
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from riskflag.reading.answers import Form
from riskflag.reading.context import OF_THE_PERSON, OF_WHAT_IS_SAID, Context
from riskflag.reading.lists import Cue, Settles, Term, disclosure_terms, risk_terms
from riskflag.reading.phrases import Found, PhraseList
from riskflag.reading.spelling import spelled
from riskflag.reading.themes import Reading, Stance, Theme
from riskflag.reading.words import Word, words_of

AnyTheme = TypeVar("AnyTheme", bound=Theme)


def read_risks(text: str) -> tuple[Reading, ...]:
    """Every place at which a text names a risk, in order, each with its stance and its words.

    Nothing is read into silence: a theme without a reading is one of which the text does not speak.
    """
    return _read(text, risk_terms(), OF_THE_PERSON)


def read_disclosures(text: str) -> tuple[Reading, ...]:
    """Every place at which a text says, or may say, what a referral should not, in order.

    Names and addresses that are known from elsewhere are found by ``mentions`` and ``addresses_in``.
    """
    return _read(text, disclosure_terms(), OF_WHAT_IS_SAID)


def stances(readings: Iterable[Reading]) -> Mapping[Theme, Stance]:
    """What all the readings of each theme come to. One place that states it is enough, unless another
    denies it: a text that contradicts itself has to be checked, and so has one that denies and doubts."""
    by_theme: dict[Theme, set[Stance]] = {}
    for reading in readings:
        by_theme.setdefault(reading.theme, set()).add(reading.stance)
    return {theme: _together(found) for theme, found in by_theme.items()}


def _together(found: set[Stance]) -> Stance:
    if len(found) == 1:
        return next(iter(found))
    return Stance.UNSURE if Stance.DENIED in found else Stance.STATED


def _read(text: str, terms: PhraseList[Term], heeding: frozenset[Cue]) -> tuple[Reading, ...]:
    words = spelled(words_of(text), terms)
    found = _longest(terms.find(words))
    form, context = Form(words, text, found), Context(words, found, heeding)
    readings = []
    for term in found:
        if (theme := term.what.theme) is None or term.what.settles is Settles.SILENCE:
            continue
        verdict = form.of(term) or context.of(term)
        stance = _settled(words, term, verdict.stance)
        if stance is not None and not (stance is not Stance.STATED and _inside_another(term, found)):
            at = term.at | verdict.because
            start, end = words[min(at)].start, words[max(at)].end
            readings.append(Reading(theme, stance, text[start:end], start, end))
    return tuple(dict.fromkeys(readings))


def _longest(found: Sequence[Found[Term]]) -> list[Found[Term]]:
    """Without the phrases that a longer one of their theme, or one that names no theme, covers."""
    return [
        one
        for one in found
        if not any(one.at < other.at and other.what.theme in (None, one.what.theme) for other in found)
    ]


def _inside_another(term: Found[Term], found: Sequence[Found[Term]]) -> bool:
    """Whether a longer phrase of another theme covers it: "no violence to staff" denies no other violence."""
    return any(term.at < other.at for other in found)


def _settled(words: Sequence[Word], term: Found[Term], stance: Stance) -> Stance | None:
    """The stance as far as the phrase can settle it; None where it says nothing after all."""
    settles = term.what.settles
    if stance is Stance.DENIED:
        return stance if settles in (Settles.BOTH, Settles.DENIAL) else None
    sure = settles in (Settles.BOTH, Settles.STATEMENT) and not any(
        words[place].repaired for place in term.at
    )
    return stance if sure else Stance.UNSURE
