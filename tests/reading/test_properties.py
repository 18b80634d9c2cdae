"""What holds of every text, however odd."""

from hypothesis import given, settings
from hypothesis import strategies as st

from riskflag.reading.identity import addresses_in, mentions
from riskflag.reading.reader import read_disclosures, read_risks, stances
from riskflag.reading.themes import RiskTheme, Stance

PIECES = st.sampled_from(
    (
        *(
            "arson",
            "no",
            "not",
            "violence",
            "his brother's",
            "alleged",
            "?",
            ":",
            "\n",
            "- ",
            ", ",
            ". ",
            "(",
        ),
        *(
            ")",
            "Yes",
            "N",
            "[x]",
            "\u2610",
            "knife",
            "convicted of",
            "but",
            "staff",
            "MARAC",
            "Jane",
            "\u2019s",
        ),
        *("14 Larch Close", "1. "),
    )
)
TEXTS = st.lists(PIECES, max_size=30).map(" ".join) | st.text(max_size=80)
DOUBTS = st.sampled_from(
    ["It is alleged that he has a history of", "His brother was convicted of", "No", "Perhaps"]
)
RISKS = st.sampled_from(
    ["arson", "GBH", "rape", "stalking", "a firearm", "homophobic abuse", "gang activity"]
)


@settings(deadline=None)
@given(TEXTS)
def test_words_stand_where_they_are_said_to(text: str) -> None:
    readings = (*read_risks(text), *read_disclosures(text))
    found = (*addresses_in(text), *mentions(text, ["Jane Orr"]))
    assert all(text[each.start : each.end] == each.words != "" for each in readings)
    assert all(text[each.start : each.end] == each.words != "" for each in found)


@settings(deadline=None)
@given(TEXTS)
def test_the_same_text_is_read_the_same(text: str) -> None:
    assert read_risks(text) == read_risks(text)


@settings(deadline=None)
@given(DOUBTS, RISKS)
def test_doubt_and_denial_never_state(doubt: str, risk: str) -> None:
    assert Stance.STATED not in stances(read_risks(f"{doubt} {risk}.")).values()


@settings(deadline=None)
@given(RISKS, st.lists(RISKS, max_size=3))
def test_a_paragraph_more_takes_no_reading_away(risk: str, more: list[str]) -> None:
    alone, together = (
        stances(read_risks(text)) for text in (f"He has {risk}.", f"He has {risk}.\n\n" + ". ".join(more))
    )
    assert all(together[theme] is stance for theme, stance in alone.items())


@settings(deadline=None)
@given(RISKS)
def test_what_is_denied_elsewhere_is_to_be_checked(risk: str) -> None:
    alone = stances(read_risks(f"Convicted of {risk}."))
    both = stances(read_risks(f"Convicted of {risk}.\n\nNo {risk}."))
    certain = [theme for theme, stance in alone.items() if stance is Stance.STATED]
    assert certain
    assert all(both[theme] is Stance.UNSURE for theme in certain if theme is not RiskTheme.VIOLENCE)
