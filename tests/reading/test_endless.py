"""Texts that nobody wrote in earnest: what they name stays in doubt, and reading them comes to an end."""

import pytest

from riskflag.reading.context import LONGEST_SENTENCE, MOST_CUES
from riskflag.reading.reader import read_disclosures, read_risks
from riskflag.reading.themes import RiskTheme, Stance
from riskflag.schema.text import LONGEST_TEXT
from tests.hostile.calling import watched

ENDLESS = [
    pytest.param("not ", id="denials"),
    pytest.param("no violence ", id="denials of one thing"),
    pytest.param("no violence, ", id="denials with commas"),
    pytest.param("arson ", id="a risk"),
    pytest.param("arson. ", id="a risk a sentence"),
    pytest.param("no: drugs\n", id="headings"),
    pytest.param("viollence ", id="slips"),
    pytest.param("he kicked her ", id="deeds"),
    pytest.param("(", id="brackets"),
    pytest.param("- ", id="items of a list"),
]


@pytest.mark.parametrize("words", ENDLESS)
def test_the_longest_text_that_is_taken_is_read_to_its_end(words: str) -> None:
    text = (words * LONGEST_TEXT)[:LONGEST_TEXT]
    with watched():
        read_risks(text)
        read_disclosures(text)


def told(text: str) -> set[Stance]:
    return {reading.stance for reading in read_risks(text) if reading.theme is RiskTheme.ARSON}


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        pytest.param("He committed arson", Stance.STATED, id="a sentence"),
        pytest.param("No history of arson", Stance.DENIED, id="a denial"),
        pytest.param(
            f"He committed arson {'and so on ' * LONGEST_SENTENCE}", Stance.UNSURE, id="endless words"
        ),
        pytest.param(f"No history of arson {'not ' * (MOST_CUES + 1)}", Stance.UNSURE, id="endless denials"),
        pytest.param(f"Arson. {'and so on ' * LONGEST_SENTENCE}", Stance.STATED, id="in the sentence before"),
    ],
)
def test_what_stands_in_a_sentence_without_end_stays_in_doubt(text: str, stance: Stance) -> None:
    assert told(text) == {stance}
