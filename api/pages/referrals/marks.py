"""The text of a referral as its reader may see it: marked, with what it leaves out beside it."""

from dataclasses import dataclass

from api.pages.referrals.words import RISKS
from api.wiring import wired
from riskflag.disclosure import ShownAssessment
from riskflag.enquiry import ReferralEnquiry
from riskflag.marked_text import Piece, marked
from riskflag.rules.referral.known_risk_left_out import RULE as LEFT_OUT
from riskflag.service import Actor, StoredAssessment


@dataclass(frozen=True, slots=True)
class NumberedPiece:
    """Part of the text; where it is marked, with the number of its note and what is wrong with it."""

    text: str
    number: int | None
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ShownText:
    """What a referral says, as it is shown.

    pieces: the text; None where nobody handed it over
    unsaid: risks that the recipient needs to know of where they are so, and of which it does not speak
    left_out: known risks that it leaves out, with why the recipient needs each; empty for who may not know
    record_looked_at: whether names and addresses on record were looked for; None for who may not know of them
    """

    pieces: tuple[NumberedPiece, ...] | None
    unsaid: tuple[str, ...]
    left_out: tuple[str, ...] = ()
    record_looked_at: bool | None = None


def text_for_staff(stored: StoredAssessment, reader: Actor) -> ShownText | None:
    """For staff: what they wrote themselves, marked by its words alone. What another wrote may say something
    in confidence, and is not shown. None where there is nothing to show."""
    referral = stored.enquiry
    theirs = Actor(stored.asked_by, stored.asked_role) == reader
    if not isinstance(referral, ReferralEnquiry) or not theirs:
        return None
    text = marked(referral)
    if text is None:
        return ShownText(None, ())
    return ShownText(_numbered(text.pieces), tuple(RISKS[theme] for theme in text.unsaid))


def text_for_officer(stored: StoredAssessment, shown: ShownAssessment, reader: Actor) -> ShownText | None:
    """For the responsible officer: marked by its words and from the record, with every known risk that it
    leaves out. None for an address."""
    referral = stored.enquiry
    if not isinstance(referral, ReferralEnquiry):
        return None
    left_out = tuple(
        finding.because for flag in shown.flags if flag.code == LEFT_OUT.code for finding in flag.findings
    )
    on_record = wired().service.marking.on_record(stored, reader)
    text = marked(referral, on_record or ())
    if text is None:
        return ShownText(None, (), left_out)
    unsaid = tuple(RISKS[theme] for theme in text.unsaid)
    return ShownText(_numbered(text.pieces), unsaid, left_out, on_record is not None)


def _numbered(pieces: tuple[Piece, ...]) -> tuple[NumberedPiece, ...]:
    numbered = []
    number = 0
    for piece in pieces:
        number += bool(piece.notes)
        numbered.append(NumberedPiece(piece.text, number if piece.notes else None, piece.notes))
    return tuple(numbered)
