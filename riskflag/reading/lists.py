"""The lists of phrases that reading rests on, read once: risks, things not to say, and cues."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from riskflag.reading.phrases import PhraseList
from riskflag.reading.themes import DisclosureTheme, RiskTheme, Theme
from riskflag.reference.tables import Row, read_table

DATA_FOLDER = Path(__file__).parent / "data"


class Cue(StrEnum):
    """What a phrase does to the terms near it.

    DENIAL: denies what follows
    DENIED_AFTER: denies what stands before it
    LIMIT: keeps a denial to some time, so that the rest stays open
    HEDGE, HEDGE_AFTER: leaves open what follows, or what stands before it
    STATEMENT: does nothing; it only looks like a cue
    TERMINATOR: ends the reach of what stands before it
    WEAK: perhaps ends it
    OTHER: somebody else, of whom the rest may be said
    HARMED, HARMED_AFTER: says that it was done to the person
    PASSIVE: makes a participle after it something done to the person
    YES, NO, UNSURE: answers on a form
    """

    DENIAL = "denial"
    DENIED_AFTER = "denied_after"
    LIMIT = "limit"
    HEDGE = "hedge"
    HEDGE_AFTER = "hedge_after"
    STATEMENT = "statement"
    TERMINATOR = "terminator"
    WEAK = "weak"
    OTHER = "other"
    HARMED = "harmed"
    HARMED_AFTER = "harmed_after"
    PASSIVE = "passive"
    YES = "yes"
    NO = "no"
    UNSURE = "unsure"


class Settles(StrEnum):
    """What a phrase can settle about its theme.

    STATEMENT: its denial says little ("no cannabis" is not "no drugs")
    DENIAL: its mention says little ("drugs")
    NOTHING: it is only ever a hint
    SILENCE: it says nothing, and keeps the shorter phrases in it from being read
    """

    BOTH = "both"
    STATEMENT = "statement"
    DENIAL = "denial"
    NOTHING = "nothing"
    SILENCE = "silence"


ANSWERS = frozenset({Cue.YES, Cue.NO, Cue.UNSURE})


@dataclass(frozen=True, slots=True)
class Term:
    """What one phrase of a list stands for.

    theme: what it names; None for a phrase that silences whatever is named in it
    settles: what it can settle; where it does not, it is a hint if stated, and nothing if denied
    """

    theme: Theme | None
    settles: Settles


@cache
def risk_terms() -> PhraseList[Term]:
    """The phrases of the risks."""
    return PhraseList(read_table("risk_terms.csv", _term(RiskTheme), DATA_FOLDER))


@cache
def disclosure_terms() -> PhraseList[Term]:
    """The phrases of what a referral should not say."""
    return PhraseList(read_table("disclosure_terms.csv", _term(DisclosureTheme), DATA_FOLDER))


@cache
def cues() -> PhraseList[Cue]:
    """The phrases that turn the terms near them."""
    return PhraseList(each for each in _every_cue() if each[1] not in ANSWERS)


@cache
def answers() -> PhraseList[Cue]:
    """The answers that a form is filled in with."""
    return PhraseList(each for each in _every_cue() if each[1] in ANSWERS)


def _every_cue() -> tuple[tuple[str, Cue], ...]:
    return read_table("cues.csv", lambda row: (row["phrase"], Cue(row["kind"])), DATA_FOLDER)


def _term(themes: Callable[[str], Theme]) -> Callable[[Row], tuple[str, Term]]:
    def build(row: Row) -> tuple[str, Term]:
        theme = themes(row["theme"]) if row["theme"] else None
        return row["phrase"], Term(theme, Settles(row["settles"]))

    return build
