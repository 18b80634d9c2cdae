"""A referral's text is shown whole, with what it should not say marked where it stands."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riskflag.casebook import EX_PARTNER, OTHER_TOWN, REFERRED, case, conviction, order, protected_place, term
from riskflag.enquiry import ReferralEnquiry
from riskflag.marked_text import Mark, Piece, marked, pieces, words_on_record, words_to_mark
from riskflag.reading.themes import DisclosureTheme, RiskTheme
from riskflag.records import RecipientKind, Record
from riskflag.vocabulary import ProhibitionKind

D = DisclosureTheme
HER = EX_PARTNER.name
GIVEN_NAME = HER.split()[0]


def referral(text: str | None, recipient: RecipientKind = REFERRED.recipient) -> ReferralEnquiry:
    return replace(REFERRED, text=text, recipient=recipient)


def shown(asked: ReferralEnquiry) -> list[tuple[str, tuple[str, ...]]]:
    """What is marked, with its notes."""
    text = marked(asked)
    assert text is not None
    return [(piece.text, piece.notes) for piece in text.pieces if piece.notes]


def test_what_the_words_say_is_marked_where_it_stands() -> None:
    found = shown(referral("He needs a room. MARAC heard the case."))
    assert found == [("MARAC", ("tells them what a multi-agency risk assessment conference heard",))]


def test_what_words_may_say_is_marked_to_be_checked() -> None:
    ((words, (note,)),) = shown(referral("He has been diagnosed with something."))
    assert words == "diagnosed with"
    assert note == "may tell them detail of health"


@pytest.mark.parametrize(
    ("asked", "reason"),
    [
        pytest.param(referral("He needs a room."), "nothing in it", id="nothing to mark"),
        pytest.param(
            referral("He has hepatitis C.", recipient=RecipientKind.MENTAL_HEALTH_SERVICE),
            "they may have it",
            id="a recipient who may be told",
        ),
    ],
)
def test_what_may_be_said_is_not_marked(asked: ReferralEnquiry, reason: str) -> None:
    assert shown(asked) == [], reason


def test_a_text_that_nobody_handed_over_is_none() -> None:
    assert marked(referral(None)) is None


def test_risks_that_are_not_spoken_of_are_those_that_the_recipient_needs() -> None:
    text = marked(referral("No history of arson. He was violent in 2020."))
    assert text is not None
    assert {RiskTheme.ARSON, RiskTheme.VIOLENCE}.isdisjoint(text.unsaid)
    assert RiskTheme.RISK_TO_STAFF in text.unsaid


def on_record(text: str, *records: Record) -> list[tuple[str, DisclosureTheme, bool]]:
    found = words_on_record(case(*records, asked=referral(text)).facts)
    return [(text[mark.start : mark.end], mark.theme, mark.sure) for mark in found]


PROTECTED = order(term(ProhibitionKind.NO_CONTACT))
HER_PLACE = protected_place(EX_PARTNER, OTHER_TOWN)


@pytest.mark.parametrize(
    ("text", "records", "found"),
    [
        pytest.param(
            f"Ask {HER} about it.",
            (PROTECTED,),
            [(HER, D.VICTIM_OR_CHILD_IDENTITY, True)],
            id="the whole name of somebody an order protects",
        ),
        pytest.param(
            f"Ask {GIVEN_NAME} about it.",
            (PROTECTED,),
            [(GIVEN_NAME, D.VICTIM_OR_CHILD_IDENTITY, False)],
            id="a given name may be hers",
        ),
        pytest.param(f"Ask {HER} about it.", (), [], id="a name that nobody on record has"),
        pytest.param(
            "He must keep away from 31 Quay Street, Marlow Sands.",
            (HER_PLACE,),
            [("31 Quay Street", D.PROTECTED_WHEREABOUTS, True)],
            id="where somebody protected lives",
        ),
        pytest.param("He may go to 12 Mill Lane.", (HER_PLACE,), [], id="another street"),
        pytest.param(
            "He needs a room.", (PROTECTED, HER_PLACE, conviction("05602", "arson")), [], id="nobody"
        ),
    ],
)
def test_names_and_addresses_on_record_are_marked(
    text: str, records: tuple[Record, ...], found: list[tuple[str, DisclosureTheme, bool]]
) -> None:
    assert on_record(text, *records) == found


def test_marks_by_words_rest_on_no_record() -> None:
    asked = referral(f"{HER} lives at 31 Quay Street.")
    known = case(PROTECTED, HER_PLACE, asked=asked).enquiry
    assert isinstance(known, ReferralEnquiry)
    assert words_to_mark(asked) == words_to_mark(known)
    assert HER not in [words for words, _ in shown(asked)]


def test_marks_that_overlap_are_one_with_the_notes_of_each() -> None:
    marks = (Mark(0, 5, D.MARAC, True), Mark(3, 8, D.WITNESS, False))
    cut = pieces("abcdefghij", marks)
    assert [piece.text for piece in cut] == ["abcdefgh", "ij"]
    assert len(cut[0].notes) == 2
    assert cut[1] == Piece("ij")


marks_anywhere = st.lists(
    st.builds(Mark, st.integers(-5, 60), st.integers(-5, 60), st.sampled_from(D), st.booleans()), max_size=6
)


@given(st.text(max_size=50), marks_anywhere)
def test_the_pieces_together_are_always_the_text(text: str, marks: list[Mark]) -> None:
    cut = pieces(text, marks)
    assert "".join(piece.text for piece in cut) == text
    assert all(piece.text for piece in cut)
    noted = {place for mark in marks for place in range(max(0, mark.start), min(mark.end, len(text)))}
    at = 0
    for piece in cut:
        covered = set(range(at, at + len(piece.text)))
        assert covered <= noted if piece.notes else covered.isdisjoint(noted)
        at += len(piece.text)
