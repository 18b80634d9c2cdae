"""The text of a referral with what its recipient should not be told marked in it, and what it leaves out.

    text, recipient --words_to_mark--> Mark(start, end, theme, sure)...      by its words alone
    text, facts --words_on_record----> the same, of names and addresses on record
    text, marks --pieces-------------> Piece(text, notes)..., which together are the text

What is marked by words alone rests on nothing that is held, so that whoever wrote the text may see it. What
is marked from the record is for responsible officers.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from riskflag.enquiry import ReferralEnquiry
from riskflag.facts import Facts
from riskflag.facts.referral_disclosures import disclosed_at, names_at, places_at
from riskflag.facts.referral_needs import needs_of
from riskflag.facts.referral_text import told
from riskflag.reading.themes import DisclosureTheme, RiskTheme, Stance
from riskflag.rules.referral.says_more_than_needed import ITEMS

TELLS, MAY_TELL = "tells them", "may tell them"


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in a text that tells its recipient more than is needed, or may.

    start, end: where it stands
    theme: what it tells
    sure: whether it surely does; where not, somebody must check it
    """

    start: int
    end: int
    theme: DisclosureTheme
    sure: bool

    @property
    def note(self) -> str:
        """What is wrong with it, in words."""
        return f"{TELLS if self.sure else MAY_TELL} {ITEMS[self.theme]}"


@dataclass(frozen=True, slots=True)
class Piece:
    """Part of a text, and what is wrong with it; nothing where it is not marked."""

    text: str
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MarkedText:
    """A referral's text as it is shown.

    pieces: the text, marked
    unsaid: risks that recipients of this kind need to know of where they are so, and of which it says nothing
    """

    pieces: tuple[Piece, ...]
    unsaid: tuple[RiskTheme, ...]


def marked(referral: ReferralEnquiry, on_record: Iterable[Mark] = ()) -> MarkedText | None:
    """The text with its marks; None where nobody handed it over.

    on_record: what is marked besides, from the record
    """
    if referral.text is None:
        return None
    marks = [*words_to_mark(referral), *on_record]
    return MarkedText(pieces(referral.text, marks), unsaid(referral))


def words_to_mark(referral: ReferralEnquiry) -> tuple[Mark, ...]:
    """What the words of the text tell its recipient, whoever it is about."""
    return tuple(
        Mark(start, end, theme, stance is Stance.STATED)
        for theme, stance, start, end in disclosed_at(referral)
    )


def words_on_record(facts: Facts) -> tuple[Mark, ...]:
    """Where the text names somebody who is on record and must not be named, or tells where they are."""
    return tuple(
        Mark(start, end, theme, stance is Stance.STATED)
        for theme, stance, start, end in (*names_at(facts), *places_at(facts))
    )


def unsaid(referral: ReferralEnquiry) -> tuple[RiskTheme, ...]:
    """Risks that this kind of recipient needs, and of which the text and its forms do not speak at all."""
    said = told(referral)
    return tuple(need.theme for need in needs_of(referral.recipient) if need.theme not in said)


def pieces(text: str, marks: Iterable[Mark]) -> tuple[Piece, ...]:
    """The text cut where marks begin and end. Marks that overlap are one, with the notes of each."""
    cut: list[Piece] = []
    at = 0
    for start, end, notes in _joined(sorted(marks, key=lambda mark: (mark.start, mark.end)), len(text)):
        if start > at:
            cut.append(Piece(text[at:start]))
        cut.append(Piece(text[start:end], notes))
        at = end
    if at < len(text):
        cut.append(Piece(text[at:]))
    return tuple(cut)


def _joined(marks: Sequence[Mark], length: int) -> list[tuple[int, int, tuple[str, ...]]]:
    joined: list[tuple[int, int, tuple[str, ...]]] = []
    for mark in marks:
        start, end = max(0, mark.start), min(mark.end, length)
        if start >= end:
            continue
        if joined and start < joined[-1][1]:
            first, last, notes = joined[-1]
            joined[-1] = (first, max(last, end), tuple(dict.fromkeys((*notes, mark.note))))
        else:
            joined.append((start, end, (mark.note,)))
    return joined
